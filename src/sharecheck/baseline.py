"""What an area knew of on the day on which it started: only what is new is told.

A baseline knows findings by what they mean, the files that were looked at, and the needs that were kept on that day.
All of a run stands in it but what stops a file from being understood: that is never known, and never left out.
"""

import json
import os
import shlex
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict, ValidationError

from sharecheck import __version__
from sharecheck.diagnostic import FINGERPRINT_VERSION, Diagnostic
from sharecheck.document import Document
from sharecheck.engine import Result
from sharecheck.personal import masked
from sharecheck.planning.kept import kept_needs
from sharecheck.reading import files
from sharecheck.workspace import Trouble
from sharecheck.workspace.versions import AreaKey, KeptNeeds, Key

SCHEMA_VERSION = 2
MAX_BYTES = 20_000_000
"""Of a baseline that is read or written: some 110,000 findings, 260 MB while they are read."""

Kept = Mapping[str, Mapping[str, Mapping[str, list[str]]]]
"""Needs that are kept, by area, transition and party: each item, and behind a slash the form in which it is needed.

The name of an area that is a protocol by itself has the protocol's id behind a slash.
"""


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)  # most runs have none


class _Finding(_Part):
    rule: str
    area: str
    path: str
    about: list[str]
    times: int


class _File(_Part):
    """The file, as it is written."""

    schema_version: int
    fingerprint_version: int
    tool: dict[str, str]
    as_of: str
    paths: list[str]
    files: dict[str, str]
    known: dict[str, _Finding]
    kept: dict[str, dict[str, dict[str, list[str]]]] | None


class Known(NamedTuple):
    """A finding that a baseline knows of."""

    fingerprint: str
    rule: str
    area: str
    path: str
    """Its file, from the folder of the baseline."""
    times: int


@dataclass(frozen=True)
class Baseline:
    """What was known on a day. Names of files are relative to the folder of `file`."""

    file: Path
    findings: tuple[Known, ...]
    kept: KeptNeeds | None
    """The needs that were surely kept, by area; None where whole areas were not looked at."""
    version: str
    """The version of the program that wrote it."""
    day: date
    """The day that was looked at."""
    paths: tuple[str, ...]
    """What it was written of, as it was asked for."""
    files: Mapping[str, str]
    """The files that were looked at, each with the id of its area; empty for what belongs to none."""

    @property
    def folder(self) -> Path:
        """The folder that it lies in."""
        return self.file.parent

    @property
    def anew(self) -> str:
        """What to type to write it anew, of all that it was written of."""
        paths = (os.path.relpath(self.folder / path) for path in self.paths)
        return f"`{shlex.join(['sharecheck', 'check', *paths, '--write-baseline', str(self.file)])}`"


def check_replaceable(path: Path) -> None:
    """That a baseline may be written to a path: `Trouble` where something else stands there that has any bytes."""
    if path.is_file() and path.stat().st_size:
        with path.open("rb") as file:
            head = file.read(200)
        if b'"schema_version"' not in head:
            raise Trouble(f"{path} is there and is no baseline; name another file, or remove that one first")


def render_baseline(result: Result, target: Path, paths: Iterable[Path], each: bool) -> str:
    """A baseline of all that a run found, for a file `target`: the same for the same findings in whatever order.

    `each` says that no area was looked at as a whole. `Trouble` when there is too much of it to be read again.
    """
    folder, homes = target.parent, result.workspace.homes
    known = [one for one in result.diagnostics if not one.stops]
    times = Counter(one.fingerprint for one in known)
    entries = sorted(
        ((_about(one, folder), key) for key, one in {one.fingerprint: one for one in reversed(known)}.items())
    )
    text = json.dumps(
        {
            "schema_version": SCHEMA_VERSION,
            "fingerprint_version": FINGERPRINT_VERSION,
            "tool": {"name": "sharecheck", "version": __version__},
            "as_of": str(result.workspace.as_of),
            "paths": sorted(masked(_name(path, folder)) for path in paths),
            "files": {
                masked(_name(one.path, folder)): masked(homes.get(one.path, ""))
                for one in sorted(result.workspace.documents, key=lambda one: str(one.path))
                if one.shape is not None
            },
            "known": {
                key: {"rule": rule, "area": area, "path": path, "about": list(about), "times": times[key]}
                for (rule, area, about, path), key in entries
            },
            "kept": None if each else _kept(result),
        },
        indent=1,
    )
    if len(text) > MAX_BYTES:
        raise Trouble(f"a baseline of all this has more than {MAX_BYTES:,} bytes; write one for each area")
    return f"{text}\n"


def _about(one: Diagnostic, folder: Path) -> tuple[str, str, tuple[str, ...], str]:
    """What a reader is told of a finding; nothing of it depends on the order of lists, or on lines."""
    about = tuple(masked(name) for name in (one.owner, *one.about))
    return one.rule.id, masked(one.area), about, masked(_name(one.path, folder))


def _kept(result: Result) -> Kept:
    kept: dict[str, dict[str, dict[str, list[str]]]] = {}
    for area, needs in sorted(kept_needs(result.workspace).items()):
        parties_of = kept.setdefault(masked("/".join(filter(None, area))), {})
        for transition, party, item, form in sorted(needs):
            parties = parties_of.setdefault(masked(transition), {})
            parties.setdefault(masked(party), []).append(masked(f"{item}/{form}"))
    return kept


def _name(path: Path, folder: Path) -> str:
    """A path as seen from the folder of the baseline, through links; with slashes on every system."""
    real = os.path.realpath(path)
    try:
        return Path(os.path.relpath(real, os.path.realpath(folder))).as_posix()
    except ValueError:  # another drive
        return Path(real).as_posix()


def load_baseline(path: Path) -> Baseline:
    """The baseline in a file, of which no more is read than it may have; `Trouble` when it is none, or an old one."""
    anew = f"`sharecheck check --write-baseline {path}` makes one"
    try:
        data = files.load(path, MAX_BYTES + 1)
    except files.Trouble as error:
        raise Trouble(f"the baseline {path} cannot be read: {error.message}; {anew}") from None
    if len(data) > MAX_BYTES:
        raise Trouble(f"{path} has more than {MAX_BYTES:,} bytes, and is no baseline; {anew}")
    try:
        read = _File.model_validate_json(data)
        day = date.fromisoformat(read.as_of)
        kept = None if read.kept is None else dict(_by_area(read.kept))
    except (ValidationError, ValueError):
        if b'"schema_version": 1' in data[:200] and b'"known"' in data[:200]:
            raise _old(path) from None
        raise Trouble(f"{path} is no baseline; {anew}") from None
    if (read.schema_version, read.fingerprint_version) != (SCHEMA_VERSION, FINGERPRINT_VERSION):
        raise _old(path)
    findings = tuple(Known(key, one.rule, one.area, one.path, one.times) for key, one in read.known.items())
    version = read.tool.get("version", "")
    return Baseline(path, findings, kept, version, day, tuple(read.paths), read.files)


def _old(path: Path) -> Trouble:
    return Trouble(
        f"{path} was written by another version of sharecheck, which told findings apart in another way: look at what "
        f"is found now, and write it anew with `sharecheck check --write-baseline {path}`"
    )


def _by_area(kept: Kept) -> Iterator[tuple[AreaKey, frozenset[Key]]]:
    for written, transitions in kept.items():
        id, _, alone = written.partition("/")
        yield (id, alone), frozenset(_needs(transitions))


def _needs(transitions: Mapping[str, Mapping[str, list[str]]]) -> Iterator[Key]:
    for transition, parties in transitions.items():
        for party, items in parties.items():
            for written in items:
                item, _, form = written.partition("/")
                yield Key(transition, party, item, form)  # type: ignore[arg-type]  # compared, not used


def since(result: Result, baseline: Baseline, roots: Iterable[Path]) -> Result:
    """The result without what is known, and with how much is gone of what this run asked for below `roots`."""
    left = Counter({one.fingerprint: one.times for one in baseline.findings})
    new: list[Diagnostic] = []
    known: list[Diagnostic] = []
    names = {one.path: _name(one.path, baseline.folder) for one in result.workspace.documents}
    for one in result.diagnostics:
        fingerprint = _there(one, baseline, names)
        if left[fingerprint] > 0 and not one.stops:
            left[fingerprint] -= 1
            known.append(one)
        else:
            new.append(one)
    left.subtract(_there(one.diagnostic, baseline, names) for one in result.suppressed)
    asked = _Asked(result, baseline, tuple(roots), names)
    stale = sum(left[one.fingerprint] for one in baseline.findings if left[one.fingerprint] > 0 and asked.of(one))
    return replace(result, diagnostics=tuple(new), known=tuple(known), stale=stale)


def comparable(baseline: Baseline, roots: Iterable[Path]) -> KeptNeeds:
    """The needs that a baseline knows were kept, of the areas of which a run below `roots` sees all files."""
    below = [os.path.realpath(root) for root in roots]
    unseen = {home for name, home in baseline.files.items() if not _lies_below(baseline.folder / name, below)}
    if baseline.kept is None or "" in unseen:  # a catalogue or a pathway is of concern to each area
        return {}
    return {key: needs for key, needs in baseline.kept.items() if key[0] not in unseen}


def _lies_below(path: Path, roots: Iterable[str]) -> bool:
    real = os.path.realpath(path)
    return any(real == root or real.startswith(root.rstrip(os.sep) + os.sep) for root in roots)


def _there(one: Diagnostic, baseline: Baseline, names: Mapping[Path, str]) -> str:
    """The fingerprint that a finding has in a baseline, which knows the area of its file: this run may not see it."""
    area = baseline.files.get(names[one.path], one.area)
    return one.fingerprint if area == one.area else replace(one, area=area).fingerprint


class _Asked:
    """What a run asked for of what a baseline knows: only that can be gone."""

    def __init__(self, result: Result, baseline: Baseline, roots: tuple[Path, ...], names: Mapping[Path, str]) -> None:
        self._result = result
        self._failed = {bug.rule for bug in result.bugs}
        self._seen: dict[str, Document | None] = {
            names[one.path]: one for one in result.workspace.documents if one.shape is not None
        }
        self._seen |= dict.fromkeys(_removed(baseline, roots))
        self._partly = {area for name, area in baseline.files.items() if name not in self._seen}

    def of(self, known: Known) -> bool:
        """Whether it would have been found again: its rule was asked, and all files of its area were looked at.

        What belongs to no area, as a catalogue does, is of concern to each.
        """
        if known.path not in self._seen or known.rule in self._failed or {known.area, ""} & self._partly:
            return False
        return self._result.asked(known.rule, self._seen[known.path]) and not self._result.not_looked_at


def _removed(baseline: Baseline, roots: tuple[Path, ...]) -> Iterator[str]:
    """The files of a baseline that are no more, where a run looked."""
    below = [os.path.realpath(root) for root in roots]
    for name in baseline.files:
        path = baseline.folder / name
        if not os.path.lexists(os.path.realpath(path)) and _lies_below(path, below):
            yield name
