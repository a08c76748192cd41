"""Documents as they stand on disk, or as they stood at a revision of git; nothing is written anywhere."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sharecheck import reading
from sharecheck.document import Document
from sharecheck.planning.repository import Repository
from sharecheck.reading.documents import read_bytes
from sharecheck.workspace import Trouble, Workspace

Excluded = Callable[[Path], bool]
"""Whether the settings leave out a path, of the working tree or of where a file would lie in it."""


@dataclass(frozen=True)
class Earlier:
    """What stood at some paths before, and what has to be said of that."""

    workspace: Workspace
    name: str
    """What it is called: a folder, or a revision and the commit that it stands for."""
    notes: tuple[str, ...] = ()
    """What could not be compared, in words."""


def version(name: str, below: str = "", as_of: date | None = None, exclude: Excluded = lambda _: False) -> Workspace:
    """The documents that a name stands for: a file or folder, `REV:path`, or a revision, with what lies `below`.

    What is to be excluded is not looked at; paths of a revision count from the current folder.

    `Trouble` when there is no such thing, or when a file of ours in it cannot be understood: what it says would look
    as if it had been taken away.
    """
    if not below and os.path.exists(name):
        documents = _on_disk((Path(name),), exclude)
    else:
        revision, colon, path = name.partition(":")
        if below and colon:
            raise Trouble(f"`{name}` names a path already; leave out `{below}`")
        repository = _repository(Path(), revision)
        documents, _ = _at(repository, repository.commit(revision), revision, Path(path or below), exclude)
    if not any(document.kind for document in documents):
        raise Trouble(f"`{name}` has no file that begins with `sharecheck:`")
    refused = _refused(documents)
    if refused:
        raise Trouble(f"`{refused[0].path}` is not understood; `sharecheck check` says why")
    return Workspace(documents, as_of)


def earlier(
    name: str, paths: Sequence[Path], as_of: date | None = None, exclude: Excluded = lambda _: False
) -> Earlier:
    """What stood at these paths at a revision of git, or what stands in another file or folder.

    Of a revision, it is the commit at which what is checked out has parted from that revision: what has happened
    there since is no change of ours. A repository without any commit has nothing to compare with, which is a note.

    `Trouble` when there is no such file, folder or revision.
    """
    if os.path.exists(name):
        documents = _on_disk((Path(name),), exclude)
        return Earlier(Workspace(documents, as_of), name, tuple(_unread(documents)))
    found: list[Document] = []
    notes: list[str] = []
    commits: dict[str, None] = {}
    for path in paths:
        repository = _repository(path, name)
        if repository.empty:
            notes.append("there is nothing to compare with: this repository has no commit yet")
            break
        commit = repository.fork(name)
        commits[commit] = None
        documents, submodules = _at(repository, commit, name, path, exclude)
        found += documents
        notes += (f"`{_shown(path)}` is a submodule: its files are not compared" for path in submodules)
    known = {document.path: document for document in found}
    notes += _unread(known.values())
    label = " ".join((f"`{name}`", *(f"({commit[:8]})" for commit in commits)))
    return Earlier(Workspace(known.values(), as_of), label, tuple(notes))


def _on_disk(paths: Sequence[Path], exclude: Excluded) -> tuple[Document, ...]:
    return tuple(reading.read(path) for path in reading.find(paths) if not exclude(path))


def _refused(documents: Iterable[Document]) -> tuple[Document, ...]:
    return tuple(document for document in documents if document.problems and document.shape is None)


def _unread(documents: Iterable[Document]) -> Iterator[str]:
    """What is to be said of files that were not understood: nobody knows what they promised."""
    for document in _refused(documents):
        yield f"`{document.path}` was not understood then: what it promised is not compared"


def _repository(path: Path, revision: str) -> Repository:
    """The repository around a path. `Trouble` where there is none, so that the revision can be of no repository."""
    try:
        repository = Repository.around(path)
    except FileNotFoundError:
        what = f"there is no file or folder `{revision}`, and without git nobody can look for a revision"
        raise Trouble(what) from None
    if repository is None:
        raise Trouble(f"there is no file or folder `{revision}`, and this folder is in no git repository")
    return repository


def _at(
    repository: Repository, commit: str, revision: str, path: Path, exclude: Excluded
) -> tuple[tuple[Document, ...], tuple[Path, ...]]:
    """The documents of a commit at a path or below, named `REV:path` from the current folder; and the submodules."""
    listed, submodules = repository.files(commit, path)
    files = tuple(file for file in listed if not exclude(file.path))
    contents = repository.contents(files, f"{revision}:{path}")
    documents = (
        read_bytes(Path(f"{revision}:{_shown(file.path)}"), data) for file, data in zip(files, contents, strict=True)
    )
    return tuple(documents), submodules


def _shown(path: Path) -> str:
    """A path from the current folder, with `/`."""
    return Path(os.path.relpath(path)).as_posix()
