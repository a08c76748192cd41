"""Documents as they stand on disk, or as they stood at a revision of git; nothing is written anywhere."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Protocol

from sharecheck import reading
from sharecheck.brief import brief
from sharecheck.document import Document
from sharecheck.planning.repository import Repository
from sharecheck.reading.documents import read_bytes
from sharecheck.workspace import UsageError, Workspace


class Sight(Protocol):
    """Which files are looked at, on disk and in a commit."""

    def files(self, paths: Iterable[Path]) -> Iterable[Path]:
        """The files at some paths, and below those that are folders."""

    def passing(self, path: Path, below: Path) -> bool:
        """Whether a file of a commit is passed over below a path: `path` is where it would lie in the working tree."""


class _All:
    """The files that everybody sees who has no settings."""

    def files(self, paths: Iterable[Path]) -> Iterable[Path]:
        return reading.find(paths)

    def passing(self, path: Path, below: Path) -> bool:
        return False


_ALL = _All()


@brief
@dataclass(frozen=True, repr=False)
class Earlier:
    """What stood at some paths before, and what has to be said of that."""

    workspace: Workspace
    name: str
    """What is compared with: a folder, or a revision and the commit that the revision stands for."""
    notes: tuple[str, ...] = ()
    """What could not be compared, in words."""
    commits: tuple[tuple[Repository, str, Path], ...] = ()
    """The commit that each path was compared with; none for a folder."""


def version(
    name: str,
    below: str = "",
    as_of: date | None = None,
    sight: Sight = _ALL,
    tell: Callable[[str], None] = lambda _: None,
) -> Workspace:
    """The documents that a name stands for: a file or folder, `REV:path`, or a revision, with what lies `below`.

    What is out of sight is not looked at; paths of a revision count from the current folder. `tell` is given a line
    for each thing of a revision that cannot be looked at here.

    `UsageError` when there is no such thing, or when a file of ours among them cannot be understood: what that file
    says would look as if taken away.
    """
    notes: tuple[str, ...] = ()
    if not below and _is_on_disk(name, ()):
        documents = _on_disk((Path(name),), sight)
    else:
        revision, colon, path = name.partition(":")
        if below and colon:
            raise UsageError(f"`{name}` names a path already; leave out `{below}`")
        repository = _repository(Path(), revision)
        documents, notes = _at(repository, repository.commit(revision), revision, Path(path or below), sight)
    if not any(document.kind for document in documents):
        raise UsageError("; ".join((f"`{name}` has no file that begins with `sharecheck:`", *notes)))
    for note in notes:
        tell(note)
    refused = _refused(documents)
    if refused:
        raise UsageError(f"`{refused[0].path}` is not understood; `sharecheck check` says why")
    return Workspace(documents, as_of)


def location(name: str, below: str = "") -> Path:
    """Where the files that a name stands for lie in the working tree, or would lie."""
    if below or os.path.exists(name):
        return Path(below or name)
    return Path(name.partition(":")[2] or ".")


def earlier(
    name: str, paths: Sequence[Path], as_of: date | None = None, sight: Sight = _ALL, on_disk: bool = True
) -> Earlier:
    """What stood at these paths at a revision of git, or what stands in another file or folder.

    Of a revision, the commit counts at which what is checked out has parted from that revision: what has happened
    there since is no change of ours. A repository without any commit has nothing to compare with, which is a note.
    Without `on_disk` the name is surely of a revision, and never of a file or folder that is called the same.

    `UsageError` when there is no such file, folder or revision.
    """
    if on_disk and _is_on_disk(name, paths):
        documents = _on_disk((Path(name),), sight)
        return Earlier(Workspace(documents, as_of), name, tuple(_unread(documents)))
    found: list[Document] = []
    notes: list[str] = []
    commits: list[tuple[Repository, str, Path]] = []
    for path in paths:
        repository = _repository(path, name)
        if repository.empty:
            notes.append("there is nothing to compare with: this repository has no commit yet")
            break
        commit = repository.fork(name)
        commits.append((repository, commit, path))
        documents, more = _at(repository, commit, name, path, sight)
        found += documents
        notes += more
    known = {document.path: document for document in found}
    notes += _unread(known.values())
    label = " ".join((f"`{name}`", *dict.fromkeys(f"({commit[:8]})" for _, commit, _ in commits)))
    return Earlier(Workspace(known.values(), as_of), label, tuple(notes), tuple(commits))


def _is_on_disk(name: str, paths: Iterable[Path]) -> bool:
    """Whether a name is of a file or a folder here. `UsageError` where a revision is called the same.

    Else a committed folder `HEAD` would take the place of the last commit, and nothing would ever be lost.
    """
    if not os.path.exists(name):
        return False
    for path in paths or (Path(),):
        if _knows(path, name):
            raise UsageError(
                f"`{name}` is a revision, and a file or folder here as well: write `./{name}` for what is here, "
                f"`{name}~0` for the revision"
            )
    return True


def _knows(path: Path, name: str) -> bool:
    """Whether the repository around a path knows a name as a revision."""
    try:
        repository = Repository.around(path)
        return repository is not None and bool(repository.commit(name))
    except (FileNotFoundError, UsageError):  # no git, or no such revision
        return False


def _on_disk(paths: Sequence[Path], sight: Sight) -> tuple[Document, ...]:
    return tuple(reading.read(path) for path in sight.files(paths))


def _refused(documents: Iterable[Document]) -> tuple[Document, ...]:
    return tuple(document for document in documents if not document.understood)


def _unread(documents: Iterable[Document]) -> Iterator[str]:
    """What is to be said of files that were not understood: nobody knows what they promised."""
    for document in _refused(documents):
        yield f"`{document.path}` was not understood then: what it promised is not compared"


def _repository(path: Path, revision: str) -> Repository:
    """The repository around a path. `UsageError` where there is none, so that the revision can be of no repository."""
    try:
        repository = Repository.around(path)
    except FileNotFoundError:
        what = f"there is no file or folder `{revision}`, and without git nobody can look for a revision"
        raise UsageError(what) from None
    if repository is None:
        raise UsageError(f"there is no file or folder `{revision}`, and this folder is in no git repository")
    return repository


def _at(
    repository: Repository, commit: str, revision: str, path: Path, sight: Sight
) -> tuple[tuple[Document, ...], tuple[str, ...]]:
    """The documents of a commit at a path or below, named `REV:path` from the current folder; and notes on the rest."""
    listing = repository.files(commit, path)
    files = tuple(file for file in listing.files if not sight.passing(file.path, path))
    contents = repository.contents(files, f"{revision}:{path}")
    documents = (
        replace(read_bytes(Path(f"{revision}:{_display_path(file.path)}"), data), origin=file.path)
        for file, data in zip(files, contents, strict=True)
    )
    notes = [f"`{_display_path(path)}` is a submodule: its files are not compared" for path in listing.submodules]
    notes += [f"`{_display_path(path)}` was a link out of its folder: it is not compared" for path in listing.links]
    return tuple(documents), tuple(notes)


def _display_path(path: Path) -> str:
    """A path from the current folder, with `/`."""
    return Path(os.path.relpath(path)).as_posix()
