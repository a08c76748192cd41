"""A git repository, as far as git can tell without the network: its commits, and the files that they hold."""

import os
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sharecheck.reading.files import SUFFIXES, hidden
from sharecheck.workspace import UsageError

MAX_BYTES = 64_000_000
"""Bytes of all files of ours in a commit together."""
_REGULAR = ("100644", "100755")
_LINK = "120000"
_SUBMODULE = "160000"
_ENVIRONMENT = {"LC_ALL": "C", "GIT_NO_LAZY_FETCH": "1"}
"""Variables for git: messages in English, and nothing fetched that a partial clone has left behind."""
_OF_ANOTHER = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")
"""Variables that git sets for a hook: with them, git would answer for the hook's folder from anywhere."""


@dataclass(frozen=True)
class Listed:
    """A file of a commit: the name of its contents, and where it would lie in the working tree."""

    blob: str
    path: Path
    size: int


@dataclass(frozen=True)
class Listing:
    """What a commit has at a path or below."""

    files: tuple[Listed, ...]
    submodules: tuple[Path, ...]
    """Repositories of their own, of whose files the commit has nothing."""
    links: tuple[Path, ...]
    """Links to what is no file of the commit."""


@dataclass(frozen=True)
class Repository:
    """A repository with a working tree, whose top folder is `top`, without links on the way."""

    top: Path

    @classmethod
    def around(cls, path: Path) -> "Repository | None":
        """The repository in which a path lies, whether or not the path is still there; None where there is none.

        `FileNotFoundError` where git itself is missing.
        """
        folder = path.absolute()
        while not os.path.isdir(folder):
            folder = folder.parent
        answer = _git(folder, "rev-parse", "--show-toplevel")
        return cls(Path(os.fsdecode(answer.stdout).rstrip("\n")).resolve()) if answer.returncode == 0 else None

    @property
    def empty(self) -> bool:
        """Whether the repository has no commit yet on the branch that is checked out."""
        return _git(self.top, "rev-parse", "--verify", "--quiet", "HEAD^{commit}").returncode != 0

    @property
    def shallow(self) -> bool:
        """Whether the clone holds only the newest part of its history."""
        return _git(self.top, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true"

    def commit(self, revision: str) -> str:
        """The id of the commit that a revision names; `UsageError` where the repository does not know the revision."""
        name = f"{revision}^{{commit}}"
        answer = _git(self.top, "rev-parse", "--verify", "--quiet", "--end-of-options", name)
        if answer.returncode != 0:
            raise UsageError(f"there is no file, folder or revision `{revision}` here{self._hint(revision)}")
        return answer.stdout.decode().strip()

    def fork(self, revision: str) -> str:
        """The commit at which the branch that is checked out has parted from a revision: their merge base.

        `UsageError` where they have no commit in common.
        """
        commit = self.commit(revision)
        answer = _git(self.top, "merge-base", "HEAD", commit)
        if answer.returncode != 0:
            raise UsageError(f"`{revision}` and what is checked out have no commit in common{self._hint(revision)}")
        return answer.stdout.decode().strip()

    def _hint(self, revision: str) -> str:
        """What to type where a revision, or its common part with the one checked out, may not have been fetched."""
        remote, slash, branch = revision.partition("/")
        words = ["--unshallow"] if self.shallow else []
        if slash and remote in os.fsdecode(_git(self.top, "remote").stdout).split():
            words += [remote, f"{branch}:refs/remotes/{revision}"]
        if not words:
            return ""
        why = "this clone is shallow: fetch its history first" if self.shallow else "fetch that branch first"
        in_ci = ", or `fetch-depth: 0` in CI" if self.shallow else ""
        return f"; {why} (`git fetch {' '.join(words)}`{in_ci})"

    def files(self, commit: str, below: Path) -> Listing:
        """What a commit has at a path or below: files of ours, and what stands for files that are not there.

        Hidden files and folders below the path are passed over, as on disk.
        """
        inside = _relative(below, self.top)
        entries = self._entries(commit, inside)
        if not entries and inside:
            above = tuple(path.as_posix() for path in Path(*inside).parents)[:-1]
            around = self._entries(commit, above) if above else ()  # the path may lie in a submodule
            here = self.top / inside[0]
            return Listing((), tuple(file.path for _, file in around if here.is_relative_to(file.path)), ())
        ours = [(mode, file) for mode, file in entries if self._is_seen(file.path, inside)]
        named = len(inside) == 1 and [file.path for _, file in entries] == [self.top / inside[0]]
        wanted = [(mode, file) for mode, file in ours if named or file.path.suffix.lower() in SUFFIXES]
        regular = tuple(file for mode, file in wanted if mode in _REGULAR)
        links = tuple(file for mode, file in wanted if mode == _LINK)
        targets = self.contents(links, str(below)) if links else ()
        known = {file.path for mode, file in entries if mode in _REGULAR}
        return Listing(
            regular,
            tuple(file.path for mode, file in ours if mode == _SUBMODULE),
            tuple(link.path for link, target in zip(links, targets, strict=True) if _target(link, target) not in known),
        )

    def _is_seen(self, path: Path, inside: tuple[str, ...]) -> bool:
        return not hidden(path.relative_to(self.top, *inside))

    def _entries(self, commit: str, inside: tuple[str, ...]) -> list[tuple[str, Listed]]:
        """The mode and the file of each line of a listing."""
        tree = _git(self.top, "--literal-pathspecs", "ls-tree", "-r", "-z", "-l", commit, "--", *inside)
        if tree.returncode != 0:
            raise UsageError(f"git cannot list `{' '.join(inside)}`: {_first_line(tree.stderr)}")
        entries = []
        for line in os.fsdecode(tree.stdout).split("\0")[:-1]:
            head, _, name = line.partition("\t")
            mode, _, blob, size = head.split()
            entries.append((mode, Listed(blob, self.top / name, 0 if size == "-" else int(size))))
        return entries

    def named(self, commit: str, wanted: Callable[[str], bool]) -> Iterator[tuple[Path, bytes]]:
        """The files of a commit whose names are wanted, with their bytes, by where they lie in the working tree."""
        files = tuple(file for mode, file in self._entries(commit, ()) if mode in _REGULAR and wanted(file.path.name))
        if files:
            yield from zip((file.path for file in files), self.contents(files, commit), strict=True)

    def contents(self, files: tuple[Listed, ...], of: str) -> Iterator[bytes]:
        """The bytes of each of these files; `UsageError` where they are too many, or not in this clone."""
        if sum(file.size for file in files) > MAX_BYTES:
            raise UsageError(f"`{of}` has more than {MAX_BYTES // 1_000_000} MB of files; name a folder of it")
        answer = _git(self.top, "cat-file", "--batch", given="\n".join(file.blob for file in files).encode())
        if answer.returncode != 0:
            raise UsageError(f"git cannot tell what `{of}` was: {_first_line(answer.stderr)}")
        data, at = answer.stdout, 0
        for _ in files:  # each as `<blob> blob <size>`, a line feed, the bytes, a line feed
            start = data.index(b"\n", at) + 1
            _, kind, *size = data[at : start - 1].split()
            if not size:
                raise UsageError(f"git cannot tell what `{of}` was: {kind.decode()} in this clone")
            end = start + int(size[0])
            at = end + 1
            yield data[start:end]


def _relative(path: Path, top: Path) -> tuple[str, ...]:
    """The path inside the repository, as git wants it; nothing for its top."""
    inside = path.resolve()
    if not inside.is_relative_to(top):
        raise UsageError(f"`{path}` does not lie in the repository {top}")
    return (inside.relative_to(top).as_posix(),) if inside != top else ()


def _target(link: Listed, text: bytes) -> Path:
    return Path(os.path.normpath(link.path.parent / os.fsdecode(text)))


def _first_line(stderr: bytes) -> str:
    lines = stderr.decode("utf-8", "replace").strip().splitlines()
    return lines[0].removeprefix("fatal: ") if lines else "it says nothing"


_Answer = subprocess.CompletedProcess[bytes]


def _git(folder: Path, *arguments: str, given: bytes | None = None) -> _Answer:
    """What git answers in a folder. `FileNotFoundError` where git is missing."""
    environment = {name: value for name, value in os.environ.items() if name not in _OF_ANOTHER} | _ENVIRONMENT
    command = ("git", "-C", str(folder), *arguments)
    return subprocess.run(command, input=given, capture_output=True, check=False, env=environment)
