"""Files written whole or not at all, also when there are several."""

import errno
import os
import shutil
import stat
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from sharecheck.workspace import Trouble

_MARK = b"\xef\xbb\xbf"
"""A byte order mark: kept where there was one."""


@dataclass(frozen=True, slots=True)
class Rewrite:
    """A file and what becomes of its text; `before` is None for one that is not there yet."""

    path: Path
    before: str | None
    after: str


def write(rewrites: Iterable[Rewrite]) -> None:
    """Write all of these files, or none: `Trouble` when one cannot be written, or has changed since it was read.

    Each is written beside its place first; only when all are there do they take their places. Line endings, byte order
    mark and permissions stay; of a link, the file that it leads to is written.
    """
    ready: list[tuple[Path, Path, bytes | None]] = []
    done: list[tuple[Path, bytes | None]] = []
    path = Path()
    try:
        for rewrite in rewrites:
            path = rewrite.path
            real = Path(os.path.realpath(path))
            old = _old(path, rewrite)
            ready.append((real, _beside(real, rewrite.after, old), old))
        for real, beside, old in ready:
            path = real
            os.replace(beside, real)
            done.append((real, old))
    except OSError as error:
        for real, old in done:
            _put_back(real, old)
        raise Trouble(
            f"`{path}` cannot be written: {(error.strerror or str(error)).lower()}; nothing was written"
        ) from error
    finally:
        for _, beside, _ in ready:
            beside.unlink(missing_ok=True)


def _old(path: Path, rewrite: Rewrite) -> bytes | None:
    """The bytes of a file as it is now, which are those that were read."""
    if rewrite.before is None:
        if path.exists() or path.is_symlink():
            raise Trouble(f"`{path}` is there already; nothing was written")
        return None
    if not stat.S_ISREG(path.stat().st_mode):
        raise Trouble(f"`{path}` is not a file; nothing was written")
    if not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    old = path.read_bytes()
    if old.removeprefix(_MARK) != rewrite.before.encode():
        raise Trouble(f"`{path}` has changed since it was read; nothing was written")
    return old


def _beside(real: Path, text: str, old: bytes | None) -> Path:
    mark = _MARK if old is not None and old.startswith(_MARK) else b""
    import tempfile  # 5 ms, and most runs write nothing

    handle, name = tempfile.mkstemp(prefix=f".{real.name}.", suffix=".new", dir=real.parent)
    beside = Path(name)
    try:
        with open(handle, "wb") as file:
            file.write(mark + text.encode())
            file.flush()
            os.fsync(file.fileno())
        if old is None:
            beside.chmod(0o666 & ~_mask())
        else:
            shutil.copymode(real, beside)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
    return beside


def _mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _put_back(real: Path, old: bytes | None) -> None:
    if old is None:
        real.unlink(missing_ok=True)
        return
    beside = real.with_name(f".{real.name}.old")
    beside.write_bytes(old)
    shutil.copymode(real, beside)
    os.replace(beside, real)
