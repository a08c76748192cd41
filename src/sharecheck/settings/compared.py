"""What settings ask for less than those of an earlier commit: what a change of settings would hide."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from sharecheck.finding import Severity, reaches, threshold
from sharecheck.planning.repository import Repository
from sharecheck.rules import find
from sharecheck.settings.nearest import NAMES, Nearest
from sharecheck.settings.precedence import chosen
from sharecheck.settings.values import Settings
from sharecheck.workspace import UsageError

_NONE = Settings()
_MAX_IDS = 3


@dataclass(frozen=True)
class Loosening:
    """Something that settings ask for less, in words, and the reason that they give under `because`."""

    words: str
    reason: str | None


def loosenings(repository: Repository, commit: str, paths: Sequence[Path]) -> Iterator[Loosening]:
    """What the settings of these paths ask for less than those of a commit.

    The settings of the commit are laid into a folder of their own, which is gone afterwards; where it has none, those
    above the repository hold, as they stand today. `UsageError` where they cannot be read: then nobody can tell what
    they asked for.
    """
    files = dict(repository.named(commit, lambda name: name.endswith(".toml")))
    ours = [path for path in files if path.name in NAMES]
    wanted = {path.resolve() for path in paths}
    folders = {path.parent for path in ours} | set(_folders_on_disk(repository.top, wanted))
    if all(path.is_file() and path.read_bytes() == data for path, data in files.items()) and folders == {
        path.parent for path in ours
    }:
        return
    with TemporaryDirectory() as name:
        then = Path(name).resolve()
        around = Nearest().above(repository.top.parent) or _NONE  # no commit has these: they are today's on both sides
        for path, data in files.items():
            copy = then / path.relative_to(repository.top)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(data)
        for folder in sorted(folders):
            if any(folder.is_relative_to(path) or path.is_relative_to(folder) for path in wanted):
                inside = folder.relative_to(repository.top)
                before, after = _then(then / inside, then) or around, _settings(folder, repository.top) or around
                where = "" if inside == Path() else f" in `{inside.as_posix()}`"
                yield from (
                    Loosening(f"the settings{where} ask for less than before: {words}", _reason(after, key))
                    for key, words in _less(before, after)
                )


def _folders_on_disk(top: Path, wanted: set[Path]) -> Iterator[Path]:
    """The folders with settings above these paths, up to the top of the repository, and below them."""
    for path in wanted:
        for folder in (path, *path.parents):
            if folder.is_relative_to(top) and any((folder / name).is_file() for name in NAMES):
                yield folder
        for name in NAMES if path.is_dir() else ():
            yield from (
                file.parent for file in path.rglob(name) if not any(part.startswith(".") for part in file.parts)
            )


def _then(folder: Path, top: Path) -> Settings | None:
    """The settings that held in a folder of a commit."""
    try:
        return _settings(folder, top)
    except UsageError as error:
        what = f"nobody can say what the settings asked for before: {error}"
        raise UsageError(f"{what}; a commit knows only files of its own repository") from None


def _settings(folder: Path, top: Path) -> Settings | None:
    """The settings that hold in a folder, as far as they stand below `top`."""
    try:
        found = Nearest().above(folder)
    except UsageError as error:
        raise UsageError(str(error).replace(f"{top}{os.sep}", "")) from None
    return found if found is not None and found.file is not None and found.file.is_relative_to(top) else None


def _reason(settings: Settings, key: str) -> str | None:
    return (settings.keys.because or {}).get(key)


def _less(before: Settings, after: Settings) -> Iterator[tuple[str, str]]:
    """What is asked less: the key of its reason, and words."""
    ids = sorted(_rules(before) - _rules(after))
    if ids:
        yield "ignore", f"{_listed(ids)} {'is' if len(ids) == 1 else 'are'} not asked any more"
    for pattern in sorted(set(after.keys.exclude or ()) - set(before.keys.exclude or ())):
        yield "exclude", f"`exclude` names `{pattern}` now"
    earlier = before.keys.per_file_ignores or {}
    for pattern, words in (after.keys.per_file_ignores or {}).items():
        more = sorted(set(words) - set(earlier.get(pattern, ())))
        if more:
            yield "per-file-ignores", f"{_listed(more)} {'is' if len(more) == 1 else 'are'} not asked in `{pattern}`"
    for id, weight in sorted(after.severity.items()):
        was = before.severity.get(id) or find(id)[0].severity
        if weight.rank > was.rank:
            yield id, f"{id} weighs only {weight}"
    least, then = threshold(after.keys.fail_on or "error"), threshold(before.keys.fail_on or "error")
    if any(reaches(severity, then) and not reaches(severity, least) for severity in Severity):
        yield "fail-on", f"`fail-on` is `{least}`, and was `{then}`"
    if (before.keys.fail_under or 0) > (after.keys.fail_under or 0):
        yield "fail-under", f"`fail-under` is {after.keys.fail_under or 0:g}, and was {before.keys.fail_under:g}"


def _rules(settings: Settings) -> frozenset[str]:
    return chosen((settings.layer,), False) | chosen((settings.layer,), True)


def _listed(ids: Sequence[str]) -> str:
    shown = ", ".join(ids[:_MAX_IDS])
    return f"{shown} and {len(ids) - _MAX_IDS} more" if len(ids) > _MAX_IDS else shown
