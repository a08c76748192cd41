"""What a run says of its settings: what was left out, what fits nothing, and what does not hold."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from sharecheck.document import Document
from sharecheck.reading.phrases import quoted
from sharecheck.settings.nearest import NAMES
from sharecheck.settings.patterns import Pattern
from sharecheck.settings.resolver import OUTSIDE, LeftOut, Resolver, display_path
from sharecheck.settings.toml import read_table
from sharecheck.settings.values import Settings
from sharecheck.workspace import UsageError

_MAX_NAMES = 3
"""How many files a line names; of more it says the number."""
RUN_KEYS = ("as_of", "output_format", "baseline", "fail_under")
"""The keys that hold for a run, and not for a file."""


def notices(resolver: Resolver, documents: Iterable[Document], keys: Iterable[str] = RUN_KEYS) -> Iterator[str]:
    """All that is to be said of the settings of a run; keys are those that hold for it as a whole."""
    every = tuple(documents)
    for settings in resolver.used(every):
        yield from settings.loosened
        yield from passed_over(settings)
    yield from left_out(resolver)
    yield from unmatched(resolver, every)
    yield from disagreements(resolver, every, keys)


def passed_over(settings: Settings) -> Iterator[str]:
    """That settings stand in a `pyproject.toml` as well, beside the file that counts."""
    ours, shared = NAMES
    if settings.file is None or settings.file.name != ours:
        return
    beside = settings.file.with_name(shared)
    try:
        found = beside.is_file() and read_table(beside) is not None
    except UsageError:  # what is wrong there is no matter of this run
        return
    if found:
        yield (
            f"{display_path(beside)} has `[tool.sharecheck]`, and {display_path(settings.file)} beside it counts "
            "alone: nothing "
            "of the other holds; put all of it in one of them"
        )


def left_out(resolver: Resolver) -> Iterator[str]:
    """Files that somebody named and that the settings leave out, and what git ignores."""
    by_reason: dict[str, dict[Path, LeftOut]] = {}
    for left in resolver.left_out:
        if left.named or left.by_git or left.reason == OUTSIDE:
            by_reason.setdefault(left.reason, {})[left.path] = left
    for reason, found in by_reason.items():
        names = [quoted(str(path)) for path in found]
        more = f" and {len(names) - _MAX_NAMES} more" if len(names) > _MAX_NAMES else ""
        alone = len(names) == 1
        hint = (
            f"; `--no-respect-gitignore` looks at {'it' if alone else 'them'}"
            if found[next(iter(found))].by_git
            else ""
        )
        yield f"{', '.join(names[:_MAX_NAMES])}{more} {'is' if alone else 'are'} not looked at: {reason}{hint}"


def nothing_left(resolver: Resolver) -> str | None:
    """Why a run has nothing to look at, when all that there is was left out."""
    if not resolver.left_out:
        return None
    reasons = list(dict.fromkeys(left.reason for left in resolver.left_out))
    return f"nothing to check: all that is here is left out, as {' and '.join(reasons[:2])}"


def unmatched(resolver: Resolver, documents: Iterable[Document]) -> Iterator[str]:
    """Patterns that fit nothing, where a run has seen all that they could fit."""
    folders = [resolver.real(path) for path in resolver.paths if os.path.isdir(path)]

    def seen(folder: Path) -> bool:
        return any(folder.is_relative_to(each) for each in folders)

    if resolver.exclude and seen(Path.cwd()):
        for pattern in resolver.excluded:
            if not _fits_any(resolver, pattern, ()):
                yield f"`--exclude {pattern.text}` fits no file that is here"
    for settings in resolver.used(documents):
        for key, name, patterns in (
            ("exclude", "exclude", settings.exclude),
            ("per_file_ignores", "per-file-ignores", tuple(pattern for pattern, _ in settings.ignored)),
        ):
            homes = resolver.homes(settings, key)
            for pattern in patterns if homes and seen(homes[0]) else ():
                if not _fits_any(resolver, pattern, homes):
                    file = display_path(settings.homes[key])
                    yield f"{quoted(pattern.text)} in `{name}` of {file} fits no file that is here"


def _fits_any(resolver: Resolver, pattern: Pattern, homes: tuple[Path, ...]) -> bool:
    plain = pattern.text.removeprefix("!").strip().strip("/")
    if any(os.path.lexists(home / plain) for home in homes or (Path.cwd(),)):
        return True  # there is such a file or folder; what is in it may be none of ours
    for path in resolver.found:
        for name in resolver.names(path, homes, pattern.up):
            ends = [at for at, sign in enumerate(name) if sign == "/"]
            if pattern.fits(name, False) or any(pattern.fits(name[:end], True) for end in ends):
                return True
    return False


def disagreements(resolver: Resolver, documents: Iterable[Document], keys: Iterable[str]) -> Iterator[str]:
    """Keys that hold for a run, and that the settings of some file set in another way."""
    run = resolver.run
    for settings in resolver.used(documents):
        for key in keys:
            value, holds = (_value(source, key) for source in (settings, run))
            if value is None or value == holds:
                continue
            name = key.replace("_", "-")
            where = f"{quoted(holds)} of {display_path(run.homes[key])}" if holds and key in run.homes else "none"
            yield (
                f"`{name}` holds for a whole run: {quoted(value)} of {display_path(settings.homes[key])} does not "
                "count, and "
                f"{where} does; name just that folder"
            )


def _value(settings: Settings, key: str) -> str | None:
    value = settings.path(key) if key == "baseline" else getattr(settings.keys, key)
    return None if value is None else str(value)
