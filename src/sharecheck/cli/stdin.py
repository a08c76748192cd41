"""The text on standard input, as a document of the run: `-` among the paths."""

import sys
from datetime import date
from pathlib import Path

from sharecheck.cli.common import Mistake
from sharecheck.reading.documents import read_bytes
from sharecheck.reading.limits import USUAL
from sharecheck.workspace import Workspace

STDIN = Path("-")
UNNAMED = Path("<stdin>")
"""What a text on standard input is called where nobody names it."""


def stdin_name(paths: tuple[Path, ...], name: Path | None) -> Path | None:
    """What the text on standard input is called; None where `-` is not among the paths."""
    if STDIN in paths:
        return name or UNNAMED
    if name is not None:
        raise Mistake("`--stdin-filename` names the text on standard input: add `-` to the paths")
    return None


def with_stdin(workspace: Workspace, name: Path, as_of: date | None) -> Workspace:
    """The workspace with the text on standard input, in the place of the file of that name if that is there.

    No more is read than a file may have.
    """
    stream = sys.stdin.buffer if sys.stdin is not None else None
    data = stream.read(USUAL.size + 1) if stream is not None else b""
    read = read_bytes(name, data, named=True)
    others = (document for document in workspace.documents if document.path.resolve() != name.resolve())
    return Workspace((*others, read), as_of, workspace.others)
