"""Answers that were kept: what `check` said of the same files, asked in the same words on the same day.

An answer is the text that was printed and the exit status, as JSON in a file of the user's own cache folder. The name
of that file is made from all that the text hangs on but what was looked at, and of that it has a digest. This module
imports little, so that a repeated run starts neither the models nor the rules.
"""

import json
import os
import sys
import time
from collections.abc import Iterable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from sharecheck import __version__
from sharecheck.reading.files import SIZE, Trouble, find, load

NEVER = "--no-cache"
_WRITING = ("--output-file", "--write")
"""Beginnings of options that write files: what these are to do, a kept answer does not do."""
_LARGEST = 1_000_000
"""Bytes of an answer that is kept."""
_MOST = 50
"""Answers that are kept; the oldest goes first."""
_SEEN = ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "TERM", "LANG", "LC_ALL", "LC_CTYPE", "PYTHONIOENCODING", "PYTHONUTF8")
"""Variables that may change what is printed; so may all that begin with the name of the program."""


class Answer(NamedTuple):
    """What a run prints, and its exit status."""

    out: str
    err: str
    status: int

    def print(self) -> int:
        """Print it, and give its exit status."""
        sys.stdout.write(self.out)
        sys.stdout.flush()
        sys.stderr.write(self.err)
        return self.status


class Looked(NamedTuple):
    """What was looked at: all documents below `roots`, and `files` of another kind, which need not be there."""

    roots: tuple[str, ...]
    files: tuple[str, ...]

    def digest(self) -> str:
        """Changes when the name or the bytes of any of the files do."""
        found = blake2b(digest_size=20)
        for path in find(Path(root) for root in self.roots):
            _add(found, path, SIZE + 1)  # as much as is read of a document
        for name in self.files:
            _add(found, Path(name), -1)
        return found.hexdigest()


def _add(digest: blake2b, path: Path, most: int) -> None:
    try:
        data, trouble = load(path, most), None
    except Trouble as error:
        data, trouble = b"", error.message
    digest.update(repr((str(path), len(data), trouble)).encode(errors="surrogatepass"))
    digest.update(data)


class Watched(NamedTuple):
    """A question while it is being answered, with what stood in the files when that began."""

    asked: "Asked"
    looked: Looked
    digest: str

    def keep(self, answer: Answer) -> None:
        """Keep the answer, if nobody has changed the files meanwhile."""
        if self.looked.digest() == self.digest:
            self.asked.keep(self.looked, self.digest, answer)


class Asked(NamedTuple):
    """A question, and the file in which its answer is kept."""

    words: tuple[str, ...]
    path: Path

    def answer(self) -> Answer | None:
        """The answer that was kept, if nothing has changed since."""
        try:
            said = json.loads(load(self.path, _LARGEST + 1))
        except (Trouble, ValueError, RecursionError):
            return None
        match said:
            case {"roots": [*roots], "files": [*files], "digest": str(digest), "answer": [str(out), str(err), status]}:
                whole = all(isinstance(one, str) for one in (*roots, *files)) and status in (0, 1)
                named = {".", *(str(Path(word)) for word in self.words)}
                if whole and named.issuperset(roots) and Looked(tuple(roots), tuple(files)).digest() == digest:
                    return Answer(out, err, int(status))
        return None

    def watched(self, roots: Iterable[Path], files: Iterable[Path]) -> Watched:
        """The question, with what it looks at."""
        looked = Looked(tuple(map(str, roots)), tuple(map(str, files)))
        return Watched(self, looked, looked.digest())

    def keep(self, looked: Looked, digest: str, answer: Answer) -> None:
        """Keep an answer, all of it or nothing; quietly nothing where that cannot be."""
        text = json.dumps({**looked._asdict(), "digest": digest, "answer": answer})
        draft = self.path.with_suffix(f".{os.getpid()}")
        with suppress(OSError):
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            if len(text) <= _LARGEST and _ours(self.path.parent):
                draft.write_text(text, encoding="ascii")
                draft.replace(self.path)  # a draft that is left over is forgotten like an old answer
                _forget(self.path.parent)


def _forget(folder: Path) -> None:
    """Remove the oldest answers when there are too many."""
    kept = sorted(folder.iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in kept[_MOST:]:
        path.unlink(missing_ok=True)


def asked(words: Iterable[str]) -> Asked | None:
    """The question that these words of a command line ask; None where no answer to it is kept."""
    words = tuple(words)
    home = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    folder = Path(home, "sharecheck")
    if (
        words[:1] != ("check",)
        or any(word.startswith((NEVER, *_WRITING)) for word in words)
        or not folder.is_absolute()
        or not hasattr(os, "getuid")
    ):
        return None
    if folder.exists() and not _ours(folder):
        return None
    key = blake2b(repr((*_asked(words), *_program())).encode(errors="surrogatepass"), digest_size=20)
    return Asked(words, folder / f"{key.hexdigest()}.json")


def _ours(folder: Path) -> bool:
    """Whether nobody but the user can have written there."""
    found = folder.stat()
    return found.st_uid == os.getuid() and not found.st_mode & 0o022


def _asked(words: tuple[str, ...]) -> tuple[object, ...]:
    """What was asked, when, and where the answer is to be seen."""
    seen = sorted((name, said) for name, said in os.environ.items() if name in _SEEN or name.startswith("SHARECHECK"))
    width = os.get_terminal_size(sys.stdout.fileno()) if sys.stdout.isatty() else None
    return words, os.getcwd(), time.strftime("%Y-%m-%d"), seen, width


def _program() -> tuple[object, ...]:
    """Who answers: the program as it is installed or being worked on, its libraries, its Python."""
    home = os.path.dirname(os.path.dirname(__file__))
    files = []
    for folder, below, names in os.walk(home):
        below[:] = sorted(name for name in below if name != "__pycache__")
        for name in sorted(names):
            one = os.stat(os.path.join(folder, name))
            files.append((folder, name, one.st_ino, one.st_size, one.st_mtime_ns, one.st_ctime_ns))
    libraries = [(path, os.stat(path).st_mtime_ns) for path in sys.path if path.endswith("-packages")]
    return __version__, files, libraries, sys.version, tuple(sys.flags), tuple(sys.warnoptions)
