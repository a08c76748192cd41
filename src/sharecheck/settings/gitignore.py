"""What git ignores: the `.gitignore` of each folder, from the top of a repository down."""

import os
from pathlib import Path

from sharecheck.reading.files import FileError, load
from sharecheck.settings.patterns import Pattern, last_fitting, parse_line

NAME = ".gitignore"
MAX_BYTES = 200_000
"""Bytes of one `.gitignore`; a larger one is passed over, so that more is looked at, and not less."""

Chain = tuple[tuple[Path, tuple[Pattern, ...]], ...]
"""The `.gitignore` files that count in a folder, the highest first: the folder of each, and its patterns."""


class GitIgnores:
    """The `.gitignore` files around the paths of a run, each read once.

    In a repository they count from its top; elsewhere from the folder that was named, as nothing says how far above it
    they would reach. What stands outside of the folders (`core.excludesFile`) is not read: a run says the same on every
    machine.
    """

    def __init__(self) -> None:
        self._starts: dict[Path, Path] = {}
        self._chains: dict[tuple[Path, Path], Chain] = {}

    def ignoring(self, path: Path, folder: bool, named: Path) -> Path | None:
        """The `.gitignore` by which git ignores a file or a folder below the one named; or None.

        What is above it is not asked again: who walks down does not go where git ignores all. What lies elsewhere,
        behind a link to a folder, is of no such file.
        """
        start = self._start(named)
        if not path.is_relative_to(start):
            return None
        for home, patterns in reversed(self._chain(path.parent, start)):
            last = last_fitting(patterns, path.relative_to(home).as_posix(), folder)
            if last is not None:
                return None if last.negated else home / NAME
        return None

    def _start(self, named: Path) -> Path:
        if named not in self._starts:
            above = (folder for folder in (named, *named.parents) if os.path.lexists(folder / ".git"))
            self._starts[named] = next(above, named)
        return self._starts[named]

    def _chain(self, folder: Path, start: Path) -> Chain:
        missing: list[Path] = []
        while (start, folder) not in self._chains:
            missing.append(folder)
            if folder == start or os.path.lexists(folder / ".git"):
                break
            folder = folder.parent
        chain = self._chains.get((start, folder), ())
        for each in reversed(missing):
            own = _patterns(each / NAME)
            chain = (*chain, (each, own)) if own else chain
            self._chains[start, each] = chain
        return chain


def _patterns(file: Path) -> tuple[Pattern, ...]:
    try:
        data = b"" if file.is_symlink() else load(file, MAX_BYTES + 1)  # git does not follow such a link either
    except FileError:
        return ()
    if len(data) > MAX_BYTES:
        return ()
    lines = data.decode("utf-8-sig", "surrogateescape").split("\n")
    return tuple(pattern for line in lines if (pattern := parse_line(line.removesuffix("\r"))))
