"""Documents as they stand on disk, or as they stood at a revision of git; nothing is written anywhere."""

import os
import subprocess
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from sharecheck import reading
from sharecheck.document import Document
from sharecheck.reading.documents import read_bytes
from sharecheck.reading.files import SUFFIXES
from sharecheck.workspace import Trouble, Workspace

_LARGEST = 64_000_000
"""Bytes of all files of a revision together."""
_REGULAR = ("100644", "100755")
_ALONE = {"LC_ALL": "C", "GIT_NO_LAZY_FETCH": "1"}
"""Variables for git: it speaks English, and fetches nothing that a partial clone has left behind."""


def version(
    name: str, below: str = "", as_of: date | None = None, exclude: Callable[[Path], bool] = lambda _: False
) -> Workspace:
    """The documents that a name stands for: a file or folder, `REV:path`, or a revision, with what lies `below`.

    What is to be excluded is not looked at; paths of a revision count from the current folder.

    `Trouble` when there is no such thing, or when a file of ours in it cannot be understood: what it says would look
    as if it had been taken away.
    """
    if not below and os.path.exists(name):
        documents = tuple(reading.read(path) for path in reading.find((Path(name),)) if not exclude(path))
    else:
        revision, colon, path = name.partition(":")
        if below and colon:
            raise Trouble(f"`{name}` names a path already; leave out `{below}`")
        documents = tuple(_at(revision, path or below or ".", exclude))
    if not any(one.kind for one in documents):
        raise Trouble(f"`{name}` has no file that begins with `sharecheck:`")
    refused = next((one for one in documents if one.problems and one.shape is None), None)
    if refused is not None:
        raise Trouble(f"`{refused.path}` is not understood; `sharecheck check` says why")
    return Workspace(documents, as_of)


def _at(revision: str, path: str, exclude: Callable[[Path], bool]) -> Iterator[Document]:
    """The documents of a revision, below a path that counts from the current folder."""
    commit = _git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}", of=revision)
    listing = _git("ls-tree", "-r", "-z", "-l", commit.decode().strip(), "--", path, of=path)
    blobs: list[tuple[str, str]] = []
    total = 0
    for line in listing.decode("utf-8", "surrogateescape").split("\0"):
        head, _, name = line.partition("\t")
        mode, _, blob, size = head.split() if head else ("", "", "", "")
        hidden = any(part.startswith(".") and part not in (".", "..") for part in Path(name).parts)
        if mode in _REGULAR and Path(name).suffix.lower() in SUFFIXES and not (hidden or exclude(Path(name))):
            total += int(size)
            blobs.append((blob, name))
    if total > _LARGEST:
        raise Trouble(f"`{revision}:{path}` has more than {_LARGEST // 1_000_000} MB of files; name a folder of it")
    data = _git("cat-file", "--batch", given="\n".join(blob for blob, _ in blobs).encode(), of=revision)
    at = 0
    for _, name in blobs:  # each as `<blob> blob <size>`, a line feed, the bytes, a line feed
        start = data.index(b"\n", at) + 1
        size_ = int(data[at : start - 1].split()[2])
        at = start + size_ + 1
        yield read_bytes(Path(f"{revision}:{name}"), data[start : start + size_])


def _git(*arguments: str, of: str, given: bytes | None = None) -> bytes:
    """What git answers; `Trouble` where it is missing, this is no repository, or it does not know what is asked for."""
    try:
        done = subprocess.run(
            ("git", *arguments), input=given, capture_output=True, check=False, env={**os.environ, **_ALONE}
        )
    except FileNotFoundError:
        raise Trouble(f"there is no file or folder `{of}`, and without git nobody can look for a revision") from None
    if done.returncode == 0:
        return done.stdout
    said = done.stderr.decode("utf-8", "replace").strip().splitlines()
    if not said or "Needed a single revision" in said[0]:
        raise Trouble(f"there is no file, folder or revision `{of}` here")
    if "not a git repository" in said[0]:
        raise Trouble(f"there is no file or folder `{of}`, and this folder is in no git repository")
    raise Trouble(f"git cannot tell what `{of}` was: {said[0].removeprefix('fatal: ')}")
