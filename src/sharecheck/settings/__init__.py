"""What a project sets once, for everybody: which rules, how much they weigh, what is left out.

`[tool.sharecheck]` in `pyproject.toml`, or `sharecheck.toml`; the nearest one wins, above what is checked.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from fnmatch import fnmatchcase
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field, StrictInt, ValidationError

from sharecheck.model.base import Duration, IsoDate, Maybe, Shape, Text
from sharecheck.reading.words import closest, one_of, quoted
from sharecheck.rule import Severity
from sharecheck.rulebook import find, means
from sharecheck.settings.packs import loosening
from sharecheck.workspace import Trouble

if TYPE_CHECKING:
    from sharecheck import repair

NAMES = ("sharecheck.toml", "pyproject.toml")
"""Where settings stand; the first wins in one folder."""
_PACKS = Path(__file__).parents[1] / "standards" / "packs"
_DEEPEST = 8

Weighs = Literal["error", "warning", "information"]


class Repair(Shape):
    """What repairs cost, and which are out of the question; `docs/repair.md` has the kinds."""

    costs: Maybe[dict[str, Annotated[StrictInt, Field(ge=1, le=1000)]]] = None
    """What a kind of change costs: `{flow = 8}`."""
    forbid: Maybe[tuple[Text, ...]] = None
    """Changes that are out of the question: `["kind:basis", "flow:discharge-summary"]`."""
    shortest: Maybe[Duration] = None
    """No shorter time limit is proposed: `"P1D"`."""


class Written(Shape):
    """One file of settings, as it is written."""

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
    """Not these rules in files whose path fits a pattern: `{"drafts/*" = ["GOV"]}`."""
    severity: Maybe[dict[str, Weighs]] = None
    """How much a rule weighs here: `{TIM01 = "warning"}`."""
    fail_on: Maybe[Weighs] = None
    """The least weight that makes a run fail."""
    exclude: Maybe[tuple[Text, ...]] = None
    """Patterns of paths that are not looked at: `["archive/*"]`."""
    output_format: Maybe[Text] = None
    """How findings are printed."""
    as_of: Maybe[IsoDate] = None
    """The day to look at, where that is not today."""
    because: Maybe[dict[str, Text]] = None
    """Why a pack is loosened, by what is loosened: `{TIM01 = "agreed by the board on 3 March"}`."""
    repair: Maybe[Repair] = None
    """What repairs cost, and which are out of the question."""


@dataclass(frozen=True)
class Settings:
    """What holds for a run. Patterns are relative to `folder`."""

    written: Written = field(default_factory=Written.model_construct)  # nothing said, nothing to validate
    folder: Path = Path()
    file: Path | None = None
    loosened: tuple[str, ...] = ()
    """In words, what a pack asks for and these settings do not; with the reason that they give."""
    read: tuple[Path, ...] = ()
    """The files in which all this stands: its own, and those that it extends."""

    @property
    def select(self) -> tuple[str, ...]:
        """The words that select rules; none means all."""
        chosen = self.written.select or ()
        return (*chosen, *(self.written.extend_select or ())) if chosen else ()

    def words(self, comparing: bool) -> tuple[str, ...]:
        """Those of them that speak of rules that compare two versions, or of the others."""
        return tuple(word for word in self.select if means(word, comparing))

    @cached_property
    def severity(self) -> Mapping[str, Severity]:
        """The weight of each rule that is set here, by id."""
        said = self.written.severity or {}
        return {rule.id: Severity(weight) for word, weight in said.items() for rule in find(word)}

    @cached_property
    def ignored(self) -> tuple[tuple[str, frozenset[str]], ...]:
        """The ids of the rules that are not asked about some files, by the pattern of these."""
        said = self.written.per_file_ignores or {}
        return tuple(
            (glob, frozenset(rule.id for word in words for rule in find(word))) for glob, words in said.items()
        )

    def ignores(self, rule: str, path: Path) -> bool:
        """Whether a rule is not asked about a file."""
        return any(rule in rules and self._fits(path, glob) for glob, rules in self.ignored)

    def excludes(self, path: Path) -> bool:
        """Whether a file is not looked at."""
        return any(self._fits(path, glob) for glob in self.written.exclude or ())

    @property
    def repair(self) -> "repair.Settings":
        """What repairs cost, which are forbidden, and the shortest limit that is proposed."""
        return _repair(self.written.repair or Repair())

    def _fits(self, path: Path, glob: str) -> bool:
        try:
            inside = path.absolute().relative_to(self.folder.absolute()).as_posix()
        except ValueError:
            return False
        return any(fnmatchcase(inside, one) for one in (glob, f"{glob.rstrip('/')}/*", f"*/{glob}"))


def nearest(paths: Iterable[Path]) -> Settings:
    """The settings nearest above the first of these paths; none where there is no file of settings.

    `Trouble` with the file and the key when one says what it cannot say.
    """
    for path in places(paths):
        if path.is_file() and _said(path) is not None:
            return opened(path)
    return Settings()


def places(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Where settings for these paths may stand, the nearest first."""
    start = next(iter(paths), Path()).absolute()
    return tuple(folder / name for folder in (start, *start.parents) for name in NAMES)


def opened(path: Path) -> Settings:
    """The settings of one file, with what it extends."""
    chain = list(_chain(path))
    whole: dict[str, Any] = {}
    packs: list[Settings] = []
    for at, said in reversed(chain):
        one = Settings(_written(at, said), at.parent, at)
        _known(one.written, at)
        packs += [one] if one.written.pack and at is not path else []
        whole = _over(whole, said)
    settings = Settings(_written(path, whole), path.parent, path)
    loosened = tuple(line for pack in reversed(packs) for line in loosening(pack, settings))
    return Settings(settings.written, settings.folder, path, loosened, tuple(at for at, _ in chain))


def _over(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """A table laid over another; of tables that both have, each key for itself."""
    both = {
        key: _over(below[key], value)
        for key, value in above.items()
        if isinstance(value, dict) and isinstance(below.get(key), dict)
    }
    return {**below, **above, **both}


def _chain(path: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    """A file and those that it extends, the nearest first."""
    seen: list[Path] = []
    while True:
        if path.resolve() in seen or len(seen) == _DEEPEST:
            raise Trouble(f"{path} extends itself, or too many others")
        seen.append(path.resolve())
        said = _said(path)
        if said is None:
            raise Trouble(f"{path} has no settings of sharecheck in it")
        yield path, said
        following = said.get("extend")
        if not isinstance(following, str):
            return
        name = following.removeprefix("pack:")
        known = sorted(one.stem for one in _PACKS.glob("*.toml"))
        if name != following and name not in known:
            raise Trouble(f"{path}: no pack is called {quoted(name)}; there is {one_of(known)}")
        extended = _PACKS / f"{name}.toml" if name != following else path.parent / following
        if not extended.is_file():
            raise Trouble(f"{path}: `extend` names {quoted(following)}, which is not there")
        path = extended


def _said(path: Path) -> dict[str, Any] | None:
    """The settings in a file, or None where it has none."""
    import tomllib  # 2 ms, and most runs have no such file

    try:
        text = path.read_text(encoding="utf-8")
        if path.name == "pyproject.toml" and "tool.sharecheck" not in text:
            return None
        said = tomllib.loads(text)
    except (OSError, ValueError) as error:  # a TOML error and a decoding error are ValueErrors
        raise Trouble(f"{path} cannot be read: {error}") from None
    if path.name == "pyproject.toml":
        tool = said.get("tool", {})
        found = tool.get("sharecheck") if isinstance(tool, dict) else None
        return found if isinstance(found, dict) else None
    return said


def _written(path: Path, said: Mapping[str, Any]) -> Written:
    """The settings in their shape; `Trouble` at the first key that has not."""
    plain = {key: value.isoformat() if isinstance(value, date) else value for key, value in said.items()}
    try:
        return Written.model_validate(plain)
    except ValidationError as error:
        first = error.errors()[0]
    key = ".".join(str(step) for step in first["loc"] if not str(step).startswith("function-"))
    if first["type"] == "extra_forbidden":
        above, _, _ = key.rpartition(".")
        names = (f"{above}.{name}" for name in Repair.model_fields) if above else Written.model_fields
        near = closest(key, (name.replace("_", "-") for name in names))
        raise Trouble(f"{path}: there is no setting {quoted(key)}" + (f"; did you mean `{near}`?" if near else ""))
    raise Trouble(f"{path}: {quoted(key)} cannot be {quoted(str(first['input']))}: {_wanted(first['type'])}")


def _wanted(kind: str) -> str:
    match kind:
        case "literal_error":
            return f"it is {one_of(list(Severity))}"
        case "tuple_type":
            return 'it is a list: `["TIM01"]`'
        case "dict_type" | "model_type" | "model_attributes_type":
            return 'it is a table: `{TIM01 = "warning"}`, `repair = {costs = {flow = 8}}`'
        case "int_type" | "greater_than_equal" | "less_than_equal":
            return "it is a whole number from 1 to 1000"
        case "string_pattern_mismatch":
            return "a duration is `P1D`, and a day `2026-11-22`"
        case _:
            return "it is text in quotes, and a day as `2026-11-22`"


def _known(said: Written, path: Path) -> None:
    """That all that is named is there: rules, and what repairs can be set and forbidden by."""
    words = (*(said.select or ()), *(said.extend_select or ()), *(said.ignore or ()), *(said.severity or {}))
    more = (word for each in (said.per_file_ignores or {}).values() for word in each)
    for word in (*words, *more):
        try:
            find(word)
        except Trouble as error:
            raise Trouble(f"{path}: {error}") from None
    if said.repair:
        try:
            _repair(said.repair)
        except Trouble as error:
            raise Trouble(f"{path}: {error}") from None


def _repair(said: Repair) -> "repair.Settings":
    from sharecheck.repair import as_set  # 30 ms, which a run that only checks does not pay

    return as_set(said.costs or {}, said.forbid or (), said.shortest)
