"""A bar for long work, on stderr, where somebody sees it."""

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

from sharecheck.cli.streams import progress_console

T = TypeVar("T")


def progress(work: Iterable[T], what: str, total: int | None = None) -> Iterator[T]:
    """The same, with a bar that is gone when the work is done; without one where stderr is no terminal."""
    if not sys.stderr.isatty():
        yield from work
        return
    from rich.progress import track  # only here: importing it takes as long as checking a file

    yield from track(work, what, total, console=progress_console(), transient=True)
