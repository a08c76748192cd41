"""What reports for programs are made of; `schemas/` is made from the shapes of them.

A shape takes its values from the value that it prints, by `from_attributes`: a key that is called otherwise there says
so by its alias. Its types make what they hold fit to print, so that no key can be forgotten: each text is `Text`.
"""

import json
from collections.abc import Mapping
from operator import attrgetter
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    AliasChoices,
    AliasPath,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    JsonValue,
    ValidationInfo,
)

from sharecheck import __version__
from sharecheck.model.base import Weight
from sharecheck.network.outcome import Verdict
from sharecheck.personal import masked, maybe
from sharecheck.replay.legs import HOUR
from sharecheck.report.style import Style, escaped, safe


def _printable(value: object) -> object:
    """A text, or what is named by one, made safe; a number stays one."""
    return value if isinstance(value, int | float) else safe(value)


def _path(value: Path, info: ValidationInfo) -> str:
    """A path as it is named in reports, in the style that is the context of the validation."""
    assert isinstance(info.context, Style)
    return info.context.path(value)


def rounded(digits: int) -> AfterValidator:
    """Rounds a number to so many digits behind the point."""
    return AfterValidator(lambda value: value if value is None else round(value, digits))


def rows(*keys: str) -> BeforeValidator:
    """Makes parts with these keys of pairs, or of a mapping."""
    return BeforeValidator(
        lambda value: [
            dict(zip(keys, row, strict=True)) for row in (value.items() if isinstance(value, Mapping) else value)
        ]
    )


SAFE = BeforeValidator(_printable)
"""Makes a text safe to print."""
A_PATH = BeforeValidator(_path)
"""Makes a text of a path."""
AS_IT_IS = "as it is"
"""Marks the text of a file, to be read again as it was: what cannot be seen is an escape of JSON there, too."""

Text = Annotated[str, SAFE]
"""A text that may be a user's: all texts but those of a few names of our own."""
Words = Annotated[Text | None, BeforeValidator(lambda value: value or None)]
"""A text, or null where nothing is said."""
Id = Annotated[Text, BeforeValidator(attrgetter("id"))]
"""The id of what has one."""
File = Annotated[str, A_PATH]
"""A path."""
Hours = Annotated[float, rounded(3)]
Share = Annotated[float | None, rounded(4)]
Age = Annotated[float, BeforeValidator(lambda minutes: minutes / HOUR)]
"""Hours, of minutes."""
Number = Annotated[int, BeforeValidator(len)]
"""How many there are."""


def path_to(*names: str) -> Any:
    """A key whose value stands in a part of the value that is printed."""
    return Field(validation_alias=AliasPath(*names))


class Part(BaseModel):
    """A part of a report: what it can hold, each key with words."""

    model_config = ConfigDict(
        frozen=True,
        from_attributes=True,
        populate_by_name=True,
        use_attribute_docstrings=True,
        extra="forbid",
        json_schema_serialization_defaults_required=True,
    )


class Tool(Part):
    """What made a report."""

    name: Literal["sharecheck"] = "sharecheck"
    """Always `sharecheck`."""
    version: Text = __version__
    """Its version."""


class Whole(Part):
    """A report, with what each begins with."""

    schema_version: Literal[1] = 1
    """The version of this format."""
    tool: Tool = Tool()
    """What made it."""


class At(Part):
    """A place in a file."""

    path: File = path_to("document", "path")
    """The file."""
    line: int = path_to("span", "line")
    """From 1."""


def _of_need(*names: str) -> Any:
    """A key of a need, which stands by itself, or in what becomes of the need, or is told apart by it."""
    return Field(
        validation_alias=AliasChoices(
            AliasPath("need", *names),
            AliasPath("outcome", "need", *names),
            AliasPath(*names),
            AliasPath("key", names[-1]),
        )
    )


def _of_outcome(name: str) -> Any:
    return Field(validation_alias=AliasChoices(name, AliasPath("outcome", name)))


class NeedKey(Part):
    """What tells a need from all others."""

    transition: Text = _of_need("transition")
    """The id of the transition."""
    party: Text = _of_need("fact", "party")
    """The party that needs it."""
    item: Text = _of_need("fact", "item")
    """The item."""


class Need(NeedKey):
    """A need."""

    weight: Weight = _of_need("weight")
    """How badly it is needed."""


class Judged(Part):
    """What becomes of a need."""

    kind: Verdict = _of_outcome("verdict")
    """What becomes of it."""
    late_by_hours: Hours = _of_outcome("late_by")
    """By how many hours it is late at the worst; 0 when in time, or when it does not arrive."""


class Coverage(Part):
    """How many needs are kept."""

    needs: int
    """All needs that were looked at."""
    kept: int
    """Those that are surely met."""
    lost: int
    """Those of what somebody held and the recipient does not surely get."""
    not_recorded: int
    """Those of what nobody records."""
    unknown: int
    """Those that cannot be judged, because not all protocols are here."""
    share: Share
    """Kept, of those that can be judged, 0 to 1; null when there is none."""
    weighted: Share
    """The same, weighted by how badly they are needed."""


def printed(shape: type[Whole], style: Style, indent: int | None = 2, **values: object) -> str:
    """A report as text in which no string holds what looks like data of a real person.

    Characters that cannot be seen are escapes of JSON: a program reads them as they were.
    """
    report = shape.model_validate(values, context=style)
    text = report.model_dump_json(indent=indent, by_alias=True)
    if maybe(text.encode()):
        text = json.dumps(_masked(report.model_dump(mode="json", by_alias=True)), indent=indent, ensure_ascii=False)
    return f"{escaped(text)}\n"


def _masked(value: JsonValue) -> JsonValue:
    """A value of JSON, each string and each key in it masked."""
    match value:
        case str():
            return masked(value)
        case dict():
            return {masked(key): _masked(part) for key, part in value.items()}
        case list():
            return [_masked(part) for part in value]
        case _:
            return value
