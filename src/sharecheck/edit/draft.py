"""One file, written whole or not at all: a draft is made beside the file and takes its place in one step.

A path that leads over links is followed to the file behind them; the links stay. A draft has a name that nobody can
foresee and is opened only when no file of that name is there, so that no link planted beforehand is ever written
through. What a killed run leaves behind is removed by the next run that writes into the same folder.
"""

import errno
import os
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

from sharecheck.reading.files import UsageError

_PREFIX, _SUFFIX = ".sharecheck-", ".draft"
"""Of the names of drafts; between them are the machine, the run and eight random characters."""
_MAX_AGE = 24 * 60 * 60
"""Seconds after which a draft is a leftover, also where nobody can tell whether its run is alive."""
_KINDS = {
    stat.S_IFDIR: "a folder",
    stat.S_IFIFO: "a pipe",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
    stat.S_IFSOCK: "a socket",
}


@dataclass(frozen=True, slots=True)
class Target:
    """A file that is to be written, whether or not it is there."""

    path: Path
    """As the user names the file."""
    real: Path
    """Where its links lead."""
    status: os.stat_result | None
    """Its state when the file was looked at; None where none was there."""

    @property
    def changed(self) -> bool:
        """Whether somebody has written the file since it was looked at."""
        try:
            now = os.stat(self.real)
        except FileNotFoundError:
            return self.status is not None
        return self.status is None or _state(now) != _state(self.status)


@dataclass(frozen=True, slots=True)
class Draft:
    """What a file will hold, on the disk already."""

    target: Target
    path: Path


def find_target(path: Path) -> Target:
    """The file behind a path. `UsageError` where that is no plain file; `OSError` for what the system says."""
    if not path.name:
        raise UsageError(f"`{path}` is a folder: name a file")
    try:
        status = os.stat(path)
    except FileNotFoundError:
        if os.path.islink(path):
            raise UsageError(f"`{path}` is a link to a file that is not there: mend or remove the link") from None
        real = Path(os.path.realpath(path))
        if not real.parent.is_dir():
            raise UsageError(f"`{path}` cannot be written: there is no folder `{path.parent}`") from None
        return Target(path, real, None)
    except ValueError:  # a NUL
        raise UsageError("the name of the file has a character that no file can have") from None
    if not stat.S_ISREG(status.st_mode):
        raise UsageError(f"`{path}` is {_KINDS.get(stat.S_IFMT(status.st_mode), 'not a file')}: name a file")
    if not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return Target(path, Path(os.path.realpath(path)), status)


def create_draft(target: Target, content: bytes) -> Draft:
    """A draft with this content, safe on the disk, with the permissions and the owner of its target; `OSError`."""
    import tempfile  # 5 ms, and most runs write nothing

    handle, name = tempfile.mkstemp(prefix=f"{_run()}-", suffix=_SUFFIX, dir=target.real.parent)
    draft = Draft(target, Path(name))
    try:
        with open(handle, "wb") as file:
            file.write(content)
            file.flush()
            _keep_owner(handle, target.status)
            os.chmod(draft.path, stat.S_IMODE(target.status.st_mode) if target.status else 0o666 & ~_mask())
            os.fsync(handle)
    except BaseException:
        discard(draft)
        raise
    return draft


def take_place(draft: Draft) -> None:
    """Put a draft into the place of its target; `OSError` when that cannot be done, and then nothing has changed."""
    os.replace(draft.path, draft.target.real)
    _sync(draft.target.real.parent)


def discard(draft: Draft) -> None:
    """Remove a draft that has not taken its place."""
    draft.path.unlink(missing_ok=True)


def remove_leftovers(folder: Path) -> None:
    """Remove the drafts in a folder that runs of this user left behind when they were killed."""
    with suppress(OSError):  # a folder that cannot be listed may still be written to
        for name in os.listdir(folder):
            if name.startswith(_PREFIX) and name.endswith(_SUFFIX):
                with suppress(OSError, ValueError):
                    if _is_leftover(folder / name):
                        os.unlink(folder / name)


def _is_leftover(path: Path) -> bool:
    """Whether a draft is a plain file of this user whose run has ended, or that is old where that cannot be told."""
    status = os.lstat(path)
    if not stat.S_ISREG(status.st_mode) or (hasattr(os, "geteuid") and status.st_uid != os.geteuid()):
        return False
    machine, process = path.name.split("-")[1:3]
    if machine == _machine() and os.name == "posix":
        try:
            os.kill(int(process), 0)  # asks whether the process is there, and sends nothing
        except ProcessLookupError:
            return True
        except OverflowError:
            return False
    return time.time() - status.st_mtime > _MAX_AGE


def _run() -> str:
    """The beginning of the names of the drafts of this run."""
    return f"{_PREFIX}{_machine()}-{os.getpid()}"


def _machine() -> str:
    """The machine, in eight characters that a name of a file can have."""
    name = os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "")
    return f"{crc32(name.encode(errors='surrogateescape')):08x}"


def _keep_owner(handle: int, status: os.stat_result | None) -> None:
    """Give a draft the owner and the group of its target, each where this user may."""
    if status is None or not hasattr(os, "fchown"):
        return
    now = os.fstat(handle)
    if now.st_uid != status.st_uid:
        with suppress(PermissionError):
            os.fchown(handle, status.st_uid, -1)
    if now.st_gid != status.st_gid:
        with suppress(PermissionError):
            os.fchown(handle, -1, status.st_gid)


def _state(status: os.stat_result) -> tuple[int, int, int, int]:
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns


def _mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _sync(folder: Path) -> None:
    """Let the change of name reach the disk, where folders can be synced."""
    with suppress(OSError), _opened(folder) as handle:
        os.fsync(handle)


@contextmanager
def _opened(folder: Path) -> Iterator[int]:
    handle = os.open(folder, os.O_RDONLY)
    try:
        yield handle
    finally:
        os.close(handle)
