"""The keys of a file of settings, and what each may say."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, StrictBool, StrictInt, ValidationError
from pydantic_core import ErrorDetails

from sharecheck.finding import NEVER, Severity
from sharecheck.model.base import Duration, IsoDate, Maybe, Shape, Text
from sharecheck.reading.phrases import closest, one_of, quoted
from sharecheck.workspace import UsageError

Weight = Literal["error", "warning", "information"]
Percent = Annotated[float, Field(ge=0, le=100, allow_inf_nan=False, strict=True)]


class Repair(Shape):
    """What repairs cost, and which are out of the question; `docs/repair.md` has the kinds."""

    costs: Maybe[dict[str, Annotated[StrictInt, Field(ge=1, le=1000)]]] = None
    """What a kind of change costs: `{flow = 8}`."""
    forbid: Maybe[tuple[Text, ...]] = None
    """Changes that are out of the question: `["kind:funding", "flow:discharge-summary"]`."""
    shortest: Maybe[Duration] = None
    """No shorter time limit is proposed: `"P1D"`."""


class Keys(Shape):
    """The keys of one file of settings, or of several of which one extends the next."""

    pack: Maybe[Text] = None
    """The name of a pack: settings that others extend, and may tighten, but not loosen in silence."""
    extend: Maybe[Text] = None
    """Another file whose settings hold where this one says nothing; or a pack that comes along: `pack:strict`."""
    select: Maybe[tuple[Text, ...]] = None
    """Only these rules: ids, families or names."""
    extend_select: Maybe[tuple[Text, ...]] = None
    """These rules as well."""
    ignore: Maybe[tuple[Text, ...]] = None
    """Not these rules."""
    per_file_ignores: Maybe[dict[str, tuple[Text, ...]]] = None
    """Not these rules in files whose path fits a pattern: `{"drafts/" = ["GOV"]}`."""
    severity: Maybe[dict[str, Weight]] = None
    """How much a rule weighs here: `{TIM01 = "warning"}`."""
    fail_on: Maybe[Weight | Literal["never"]] = None
    """The least weight that makes a run fail; `never` for none."""
    exclude: Maybe[tuple[Text, ...]] = None
    """Patterns of paths that are not looked at, as in a `.gitignore`: `["archive/"]`."""
    respect_gitignore: Maybe[StrictBool] = None
    """Whether files that git ignores are passed over; yes where it is not said."""
    output_format: Maybe[Text] = None
    """How findings are printed."""
    as_of: Maybe[IsoDate] = None
    """The day to look at, where that is not today."""
    baseline: Maybe[Text] = None
    """The file of the findings that are known: a path from the folder of the settings."""
    fail_under: Maybe[Percent] = None
    """The least percent of the needs that must be kept."""
    because: Maybe[dict[str, Text]] = None
    """Why a pack is loosened, by what is loosened: `{TIM01 = "agreed by the board on 3 March"}`."""
    repair: Maybe[Repair] = None
    """What repairs cost, and which are out of the question."""


def parse_keys(table: Mapping[str, Any], file: Path) -> Keys:
    """The keys of a table of TOML; `UsageError`, with the file, at the first key that is not what it should be."""
    plain = {key: value.isoformat() if isinstance(value, date) else value for key, value in table.items()}
    try:
        return Keys.model_validate(plain)
    except ValidationError as error:
        first = error.errors()[0]
    key = ".".join(str(step) for step in first["loc"] if not str(step).startswith("function-"))
    if first["type"] == "extra_forbidden":
        raise UsageError(f"{file}: there is no setting {quoted(key)}{_meant(key)}")
    raise UsageError(f"{file}: {quoted(key)} cannot be {quoted(str(first['input']))}: {_wanted(key, first)}")


def _meant(key: str) -> str:
    if key == "tool":
        return ": in this file the keys stand without a heading; leave out `[tool.sharecheck]`"
    above, _, _ = key.rpartition(".")
    names = (f"{above}.{name}" for name in Repair.model_fields) if above else Keys.model_fields
    near = closest(key, (name.replace("_", "-") for name in names))
    return f"; did you mean `{near}`?" if near else ""


def _wanted(key: str, error: ErrorDetails) -> str:  # noqa: PLR0911  # a sentence for each kind of mistake
    given = error["input"]
    if key == "fail-on":
        return f"it is {one_of([*Severity, NEVER])}"
    if key == "fail-under":
        return "it is a number of percent, from 0 to 100"
    if key == "as-of":
        return "it is a day: `2026-11-22`"
    if key == "repair.shortest":
        return "it is a duration: `P1D` for a day"
    match error["type"]:
        case "literal_error":
            return f"it is {one_of(list(Severity))}"
        case "tuple_type":
            return f"it is a list: `{json.dumps([given if isinstance(given, str) else 'TIM01'], ensure_ascii=False)}`"
        case "dict_type" | "model_type" | "model_attributes_type":
            return 'it is a table: `{TIM01 = "warning"}`, `repair = {costs = {flow = 8}}`'
        case "int_type" | "greater_than_equal" | "less_than_equal":
            return "it is a whole number from 1 to 1000"
        case "bool_type":
            return "it is `true` or `false`"
        case _:
            return "it is text in quotes"
