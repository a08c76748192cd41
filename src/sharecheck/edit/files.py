"""Files written whole or not at all, also when there are several: fixes, repairs, baselines and reports."""

import re
import signal
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from sharecheck.brief import brief
from sharecheck.edit.draft import Draft, Target, create_draft, discard, find_target, remove_leftovers, take_place
from sharecheck.reading.files import UsageError

_MARK = b"\xef\xbb\xbf"
"""A byte order mark: kept where there was one."""
_HEAD = 4096
"""Bytes of a file in which its first keys stand."""
_DOCUMENT = re.compile(rb"""^[ \t\r\v\f{]*+["']?sharecheck["']?\s*+:""", re.MULTILINE)
"""The key that makes a file one of ours."""


@brief
@dataclass(frozen=True, slots=True, repr=False)
class Rewrite:
    """A file and what becomes of its text; `before` is None for one that is not there yet."""

    path: Path
    before: str | None
    after: str


def mark(rewrite: Rewrite) -> str:
    """The byte order mark of a file, which its text is without; nothing where there is none."""
    if rewrite.before is None:
        return ""
    with suppress(OSError), rewrite.path.open("rb") as file:
        if file.read(len(_MARK)) == _MARK:
            return "\ufeff"
    return ""


def write(rewrites: Iterable[Rewrite]) -> None:
    """Write all of these files, or none: `UsageError` when one cannot be written, or has changed since it was read.

    Only when all drafts are there do they take their places, and an interrupt waits until all have. Line endings, byte
    order mark, permissions and owner stay; of a link, the file that it leads to is written. A run that is killed, or a
    machine that loses power, in the moment in which the drafts take their places leaves some files new and some old,
    each of them whole.
    """
    ready: list[tuple[Draft, bytes | None]] = []
    swept: set[Path] = set()
    try:
        for rewrite in rewrites:
            with _explained(rewrite.path, "; nothing was written"):
                target = find_target(rewrite.path)
                if target.real.parent not in swept:
                    remove_leftovers(target.real.parent)
                    swept.add(target.real.parent)
                old = _old(target, rewrite)
                mark = _MARK if old is not None and old.startswith(_MARK) else b""
                ready.append((create_draft(target, mark + rewrite.after.encode()), old))
        _take_places(ready)
    finally:
        for draft, _ in ready:
            discard(draft)


def write_file(path: Path, content: bytes) -> None:
    """Write one file, such as a baseline or a report, in the place of what was there.

    `UsageError` when it cannot be written, is no plain file, or is a document of ours: that would be lost.
    """
    target = check_target(path)
    with _explained(path):
        remove_leftovers(target.real.parent)
        draft = create_draft(target, content)
        try:
            take_place(draft)
        finally:
            discard(draft)


def check_target(path: Path) -> Target:
    """The file that `write_file` would write; `UsageError` when that file may not be written."""
    with _explained(path):
        target = find_target(path)
        if target.status is not None and _is_document(target.real):
            raise UsageError(f"`{path}` begins with `sharecheck:` and would be lost: choose another name")
        return target


@contextmanager
def _explained(path: Path, then: str = "") -> Iterator[None]:
    """What goes wrong with a file as `UsageError`, which ends by what that means."""
    try:
        yield
    except UsageError as trouble:
        raise UsageError(f"{trouble}{then}") from trouble
    except OSError as error:
        raise UsageError(f"`{path}` cannot be written: {(error.strerror or str(error)).lower()}{then}") from error


def _old(target: Target, rewrite: Rewrite) -> bytes | None:
    """The bytes of a file as it is now, which are those that were read."""
    if rewrite.before is None:
        if target.status is not None:
            raise UsageError(f"`{target.path}` is there already")
        return None
    old = target.real.read_bytes()
    if old.removeprefix(_MARK) != rewrite.before.encode():
        raise UsageError(f"`{target.path}` has changed since it was read")
    return old


def _take_places(ready: Iterable[tuple[Draft, bytes | None]]) -> None:
    """Put each draft into its place; where one cannot be, what was done is undone."""
    done: list[tuple[Target, bytes | None]] = []
    with _uninterrupted():
        try:
            for draft, old in ready:
                with _explained(draft.target.path, "; nothing was written"):
                    if draft.target.changed:
                        raise UsageError(f"`{draft.target.path}` has changed since it was read")
                    take_place(draft)
                done.append((draft.target, old))
        except BaseException:
            _put_back(done)
            raise


def _put_back(done: Iterable[tuple[Target, bytes | None]]) -> None:
    """Give files their old content again; `UsageError` that names those for which that cannot be done."""
    left: list[Path] = []
    for target, old in done:
        try:
            if old is None:
                target.real.unlink(missing_ok=True)
            else:
                take_place(create_draft(target, old))
        except OSError:
            left.append(target.path)
    if left:
        names = ", ".join(f"`{path}`" for path in left)
        raise UsageError(f"only a part of the files was written, and {names} could not be put back: look at them first")


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Let an interrupt wait until the end."""
    came: list[int] = []
    try:
        before = signal.signal(signal.SIGINT, lambda number, _: came.append(number))
    except ValueError:  # not in the main thread, which alone is interrupted
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before or signal.SIG_DFL)
    if came:
        raise KeyboardInterrupt


def _is_document(path: Path) -> bool:
    with path.open("rb") as file:
        return _DOCUMENT.search(file.read(_HEAD)) is not None
