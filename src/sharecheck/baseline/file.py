"""The file of a baseline: how it is written, and read again."""

import json
import os
import re
import shlex
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from sharecheck import __version__
from sharecheck.brief import brief
from sharecheck.engine import Result
from sharecheck.engine.diagnostic import FINGERPRINT_VERSION, Diagnostic
from sharecheck.model.base import Form
from sharecheck.personal import masked
from sharecheck.reading import files
from sharecheck.reading.phrases import quoted
from sharecheck.workspace import UsageError
from sharecheck.workspace.versions import AreaKey, Key, KnownNeeds, known_needs

_OF = " of "
"""Between an item and the occasion on which it has to be made; no name has a space."""
SCHEMA_VERSION = 3
MAX_BYTES = 20_000_000
"""Of a baseline that is read or written: some 110,000 findings, 260 MB while they are read."""
_VERSION = re.compile(rb'"schema_version": ?(\d{1,4})\b')

Needs = dict[str, dict[str, dict[str, dict[Form, list[str]]]]]
"""Needs by area, transition, party and the form in which an item is needed: the items.

The name of an area that is a protocol by itself has the protocol's id behind a slash.
"""


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)  # most runs have none


class _Finding(_Part):
    rule: str
    area: str
    path: str
    about: list[str]
    times: Annotated[int, Field(ge=1)]


class _Tool(_Part):
    name: str
    version: str


class _File(_Part):
    """The file, as it is written."""

    schema_version: int
    fingerprint_version: int
    tool: _Tool
    as_of: date
    paths: list[str]
    files: dict[str, str]
    known: dict[str, _Finding]
    kept: Needs | None
    lost: Needs | None


class Known(NamedTuple):
    """A finding that a baseline knows of."""

    fingerprint: str
    rule: str
    area: str
    path: str
    """Its file, from the folder of the baseline."""
    times: int


@brief
@dataclass(frozen=True, repr=False)
class Baseline:
    """What was known on a day. Names of files are relative to the folder of `file`."""

    file: Path
    findings: tuple[Known, ...]
    needs: KnownNeeds | None
    """What was known of needs, by area; None where whole areas were not looked at."""
    version: str
    """The version of the program that wrote the baseline."""
    day: date
    """The day that was looked at."""
    paths: tuple[str, ...]
    """The paths that were looked at, as they were typed."""
    files: Mapping[str, str]
    """The files that were looked at, each with the id of its area; empty for what belongs to none."""

    @property
    def folder(self) -> Path:
        """The folder of the file."""
        return self.file.parent

    @property
    def anew(self) -> str:
        """What to type to write the baseline anew, of all the paths that it was written of."""
        paths = (os.path.relpath(self.folder / path) for path in self.paths)
        return f"`{shlex.join(['sharecheck', 'check', *paths, '--write-baseline', str(self.file)])}`"


def check_replaceable(path: Path) -> None:
    """That a baseline may be written to a path: `UsageError` where something else stands there that has any bytes."""
    if os.path.isfile(path) and path.stat().st_size:
        with path.open("rb") as file:
            head = file.read(200)
        if b'"schema_version"' not in head:
            raise UsageError(f"{path} is there and is no baseline; name another file, or remove that one first")


def render_baseline(result: Result, target: Path, paths: Iterable[Path], each: bool) -> str:
    """A baseline of all that a run found, for a file `target`: the same for the same findings in whatever order.

    `each` says that no area was looked at as a whole. `UsageError` when the text is too long to be read again.
    """
    folder, homes = target.parent, result.workspace.homes
    known_by_area = {} if each else known_needs(result.workspace)
    known = [diagnostic for diagnostic in result.diagnostics if not diagnostic.stops]
    times = Counter(diagnostic.fingerprint for diagnostic in known)
    entries = sorted(
        (
            (_about(diagnostic, folder), key)
            for key, diagnostic in {diagnostic.fingerprint: diagnostic for diagnostic in reversed(known)}.items()
        )
    )
    text = json.dumps(
        {
            "schema_version": SCHEMA_VERSION,
            "fingerprint_version": FINGERPRINT_VERSION,
            "tool": {"name": "sharecheck", "version": __version__},
            "as_of": str(result.workspace.as_of),
            "paths": sorted(masked(relative_name(path, folder)) for path in paths),
            "files": {
                masked(relative_name(document.path, folder)): masked(homes.get(document.path, ""))
                for document in sorted(result.workspace.documents, key=lambda document: str(document.path))
                if document.shape is not None
            },
            "known": {
                key: {"rule": rule, "area": area, "path": path, "about": list(about), "times": times[key]}
                for (rule, area, about, path), key in entries
            },
            "kept": None if each else _needs(known_by_area, True),
            "lost": None if each else _needs(known_by_area, False),
        },
        indent=1,
    )
    if len(text) > MAX_BYTES:
        raise UsageError(f"a baseline of all this has more than {MAX_BYTES:,} bytes; write one for each area")
    return f"{text}\n"


def _about(diagnostic: Diagnostic, folder: Path) -> tuple[str, str, tuple[str, ...], str]:
    """What a reader is told of a finding; nothing of it depends on the order of lists, or on lines."""
    about = tuple(masked(name) for name in (diagnostic.owner, *diagnostic.about))
    return diagnostic.rule.id, masked(diagnostic.area), about, masked(relative_name(diagnostic.path, folder))


def _needs(known: KnownNeeds, kept: bool) -> Needs:
    """The needs of these areas that were kept, or that were not."""
    found: Needs = {}
    for area, needs in sorted(known.items()):
        of_area = found.setdefault(masked("/".join(filter(None, area))), {})
        for transition, party, item, form, of in sorted(key for key, was_kept in needs.items() if was_kept is kept):
            of_party = of_area.setdefault(masked(transition), {}).setdefault(masked(party), {})
            of_party.setdefault(form, []).append(masked(f"{item}{_OF}{of}" if of else item))
    return found


def relative_name(path: Path, folder: Path) -> str:
    """A path as seen from the folder of the baseline, through links; with slashes on every system."""
    real = os.path.realpath(path)
    try:
        return Path(os.path.relpath(real, os.path.realpath(folder))).as_posix()
    except ValueError:  # another drive
        return Path(real).as_posix()


def load_baseline(path: Path) -> Baseline:
    """The baseline in a file; `UsageError` where there is none, or an old one, or one of more than `MAX_BYTES`."""
    try:
        data = files.load(path, MAX_BYTES + 1)
    except files.FileError as error:
        raise UsageError(f"the baseline {path} cannot be read: {error.message}; {_anew(path)}") from None
    if len(data) > MAX_BYTES:
        raise UsageError(f"{path} has more than {MAX_BYTES:,} bytes, and is no baseline; {_anew(path)}")
    try:
        read = _File.model_validate_json(data)
    except ValidationError as error:
        version = _VERSION.search(data[:200])
        if version and int(version[1]) != SCHEMA_VERSION and b'"known"' in data:
            raise _old(path) from None
        raise UsageError(f"{path} is no baseline: {_mistake(error, data)}; {_anew(path)}") from None
    if (read.schema_version, read.fingerprint_version) != (SCHEMA_VERSION, FINGERPRINT_VERSION):
        raise _old(path)
    findings = tuple(Known(key, entry.rule, entry.area, entry.path, entry.times) for key, entry in read.known.items())
    needs = None if read.kept is None or read.lost is None else _by_area(read.kept, read.lost)
    return Baseline(path, findings, needs, read.tool.version, read.as_of, tuple(read.paths), read.files)


def _anew(path: Path) -> str:
    """What to type in the place of a file that is no baseline; nothing can be written over what is no plain file."""
    if path.exists() and not path.is_file():
        return "name the file that `--write-baseline` has written"
    return f"`sharecheck check --write-baseline {path}` makes one"


def _mistake(error: ValidationError, data: bytes) -> str:
    """The first thing that is not as a baseline is written, with its place."""
    try:
        json.loads(data)
    except json.JSONDecodeError as wrong:
        return f"line {wrong.lineno}, column {wrong.colno} is not JSON any more"
    except (ValueError, RecursionError):  # no text, too many digits, too deep
        return "it is not JSON"
    first = error.errors(include_url=False, include_context=False)[0]
    place = quoted(" → ".join(str(step) for step in first["loc"] if step != "[key]"))
    match first["type"]:
        case _ if not first["loc"]:
            return "it is a list or a single value"
        case "missing":
            return f"{place} is missing"
        case "extra_forbidden":
            return f"nobody knows the key {place}"
        case _:
            return f"{place} cannot be {quoted(str(first['input']))}"


def _old(path: Path) -> UsageError:
    return UsageError(
        f"{path} was written by another version of sharecheck, which knew other things: look at what "
        f"is found now, and write it anew with `sharecheck check --write-baseline {path}`"
    )


def _by_area(kept: Needs, lost: Needs) -> KnownNeeds:
    found: dict[AreaKey, dict[Key, bool]] = {}
    for needs, was_kept in ((lost, False), (kept, True)):
        for name, transitions in needs.items():
            id, _, alone = name.partition("/")
            found.setdefault((id, alone), {}).update(dict.fromkeys(_keys(transitions), was_kept))
    return found


def _keys(transitions: Mapping[str, Mapping[str, Mapping[Form, list[str]]]]) -> Iterator[Key]:
    for transition, parties in transitions.items():
        for party, forms in parties.items():
            for form, items in forms.items():
                for item in items:
                    name, _, of = item.partition(_OF)
                    yield Key(transition, party, name, form, of)
