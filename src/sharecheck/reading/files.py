"""Files on disk: which ones to look at, and their bytes. Nothing here can hang, loop, or leave the tree."""

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

SUFFIXES = (".yaml", ".yml", ".json")
SIZE = 2_000_000
"""Bytes of a file that are looked at, where nobody says otherwise."""
_SKIPPED = frozenset({"node_modules", "__pycache__"})
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


class UsageError(Exception):
    """What the operator did: a folder that is not there, an unknown rule. One line, exit status 2."""


class FileError(Exception):
    """A file that cannot be read, in words for its user."""

    def __init__(self, message: str, help: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.help = help


def load(path: Path, most: int) -> bytes:
    """The bytes of a regular file, up to `most`; raises `FileError` for everything else.

    Opened without blocking and looked at once it is open: a FIFO never waits, a device is never read.
    """
    try:
        descriptor = os.open(path, _FLAGS)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise _file_error(path, error) from error
    try:
        mode = os.fstat(descriptor).st_mode
        if not stat.S_ISREG(mode):
            raise FileError(_SORTS.get(stat.S_IFMT(mode), "this is not a file"), "name a file")
        with open(descriptor, "rb", closefd=False) as file:
            return file.read(most)
    except OSError as error:
        raise _file_error(path, error) from error
    finally:
        os.close(descriptor)


Passing = Callable[[Path, bool, Path], bool]
"""Whether a file or a folder (`True`) that was found below a named folder, the last one, is passed over."""


def find(
    paths: Iterable[Path], passing: Passing | None = None, outside: Callable[[Path], None] = lambda _: None
) -> tuple[Path, ...]:
    """The files to look at, sorted: those named, and those with a suffix of ours below the folders named.

    Below a folder, hidden files and folders, `node_modules`, virtual environments and what is `passing` are passed
    over. Links to folders are not followed, nor links out of the folder, which are given to `outside`. Of several
    names of one file the one without a link counts, in whatever order they are given. A path that does not exist, and
    a folder that cannot be listed, are among the results, so that reading them tells why.
    """
    found: dict[str, Path] = {}
    for path in paths:
        for file in _below(path, passing, outside) if os.path.isdir(path) else (path,):
            identity = _identity(file)
            known = found.setdefault(identity, file)
            if known != file:
                found[identity] = min(known, file, key=lambda name: _plainness(name, identity))
    return tuple(sorted(found.values(), key=lambda file: file.parts))


def _plainness(name: Path, identity: str) -> tuple[bool, bool, tuple[str, ...]]:
    """What makes a name of a file the better one: no link in it, then that it counts from the current folder."""
    return os.path.abspath(name) != identity, name.is_absolute(), name.parts


def hidden(inside: Path) -> bool:
    """Whether a path below a folder that is looked at is passed over: hidden, or in a folder of programs."""
    return any(part.startswith(".") or part in _SKIPPED for part in inside.parts)


def _identity(path: Path) -> str:
    """What two names of one file have in common."""
    return os.path.realpath(path) if os.path.exists(path) else os.path.abspath(path)


def _below(root: Path, passing: Passing | None, outside: Callable[[Path], None]) -> Iterator[Path]:
    """Walks with a stack of its own, as a tree may be deeper than Python's; links come last, files before them."""
    real_root = os.path.realpath(root)
    folders, links = [root], []
    while folders:
        folder = folders.pop()
        try:
            with os.scandir(folder) as listing:
                entries = list(listing)
        except OSError:
            yield folder
            continue
        if folder != root and any(entry.name == "pyvenv.cfg" for entry in entries):
            continue
        for entry in entries:
            path = folder / entry.name
            folder_within = entry.is_dir(follow_symlinks=False)
            if hidden(Path(entry.name)) or not (folder_within or path.suffix.lower() in SUFFIXES):
                continue
            if passing is not None and passing(path, folder_within, root):
                continue
            if folder_within:
                folders.append(path)
            elif not entry.is_symlink():
                yield path
            elif _is_inside(path, real_root):
                links.append(path)
            else:
                outside(path)
    yield from links


def _is_inside(link: Path, real_root: str) -> bool:
    """Whether a path is a link to a file of the same tree, or to nothing there."""
    target = Path(os.path.realpath(link))
    return target.is_relative_to(real_root) and not os.path.isdir(target)


_SORTS = {
    stat.S_IFDIR: "this is a folder, not a file",
    stat.S_IFIFO: "this is a pipe, not a file",
    stat.S_IFCHR: "this is a device, not a file",
    stat.S_IFBLK: "this is a device, not a file",
    stat.S_IFSOCK: "this is a socket, not a file",
}


def _file_error(path: Path, error: OSError | ValueError) -> FileError:
    if isinstance(error, FileNotFoundError):
        if os.path.islink(path):
            return FileError(f"a link that leads nowhere: there is no `{os.readlink(path)}`", "mend or remove the link")
        if str(path).startswith("-"):
            return FileError(
                "there is no such file", "options go before `--`; for a hook put them into `sharecheck.toml`"
            )
        return FileError("there is no such file", "look at the name, and at the folder in which you are")
    if isinstance(error, PermissionError):
        what = "look into this folder" if os.path.isdir(path) else "read this file"
        return FileError(f"you may not {what}", "ask for permission")
    if isinstance(error, IsADirectoryError):
        return FileError("this is a folder, not a file", "name a file")
    if isinstance(error, NotADirectoryError):
        return FileError("there is no such file: a part of its path is not a folder", "look at the path")
    if isinstance(error, OSError) and error.strerror:
        return FileError(f"the file cannot be read: {error.strerror.lower()}")
    return FileError("the file cannot be read: its name has a character that no file can have")
