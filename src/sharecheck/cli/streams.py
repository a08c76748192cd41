"""The one writer of what commands print: the report on stdout or in the file of `--output-file`, notes on stderr.

Reports for people and notes pass through `printable` here, so that no part of a report can forget to make its text
safe. Reports for programs are UTF-8 whatever the terminal says; text for people has the encoding of the terminal, with
escapes for what that lacks. When nobody reads a stream any more, what goes there is dropped without a word, and the
exit status stays what it would have been.
"""

import errno
import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TextIO

import click

from sharecheck.report.formats import FORMATS
from sharecheck.report.style import Style, printable

if TYPE_CHECKING:
    from rich.console import Console

    from sharecheck.edit.files import Rewrite
    from sharecheck.report.patch import Patch

OUTPUT_FILE = "sharecheck.output_file"
"""The key under which the context of a command holds the file of `--output-file`."""

FOR_READING = (
    "these changes are for reading only: a character that may deceive is shown as an escape, or what may be a real "
    "person's is crossed out"
)
"""Said when a patch cannot be applied."""

Name = Literal["stdout", "stderr"]


def print_report(text: str, style: Style, output_format: str = "full") -> None:
    """Print a report, or write it to the file of `--output-file`; `UsageError` when that file cannot be written."""
    people = FORMATS[output_format].for_people
    if people:
        text = printable(text, style.colour)
    if (path := output_file()) is not None:
        from sharecheck.edit.files import write_file  # only here: a page of help needs nothing of the workspace

        write_file(path, _encoded(text))
    elif people:
        _write("stdout", text)
    else:
        _write_bytes(_encoded(text))


def print_with_totals(text: str, totals: Iterable[str], style: Style, output_format: str) -> None:
    """Print a report with the lines that sum it up; they go to stderr for programs, and also beside a file."""
    lines, format = [*totals], FORMATS[output_format]
    summed = format.for_people and not format.only_findings
    print_report(text + "".join(f"{line}\n" for line in lines) if summed else text, style, output_format)
    if lines and (not summed or output_file() is not None):
        note("\n".join(lines))


def print_patch(rewrites: "Iterable[Rewrite]", style: Style) -> None:
    """Print, as the report, what becomes of some files: a patch, in UTF-8 as the files are."""
    patch = _patch(rewrites, style)
    print_report(patch.text, style, "patch")
    if not patch.exact:
        note(FOR_READING)


def print_patch_beside(rewrites: "Iterable[Rewrite]", style: Style, output_format: str) -> None:
    """Print a patch below a report for people; on stderr beside one for programs."""
    patch = _patch(rewrites, style)
    if FORMATS[output_format].for_people:
        _write_bytes(_encoded(f"\n{patch.text}"))
    else:
        _write("stderr", f"\n{patch.text}")
    if not patch.exact:
        note(FOR_READING)


def print_page(text: str) -> None:
    """Print a text of our own, which nothing of a user's is part of."""
    _write("stdout", text)


def note(text: str, style: Style | None = None) -> None:
    """Say something of the run on stderr."""
    _write("stderr", printable(f"{text}\n", style is not None and style.colour))


def output_file() -> Path | None:
    """The file that the report of the running command goes to, if not to stdout."""
    context = click.get_current_context(silent=True)
    return context.meta.get(OUTPUT_FILE) if context else None


def coloured(name: Name, choice: str) -> bool:
    """Whether a stream gets colours.

    Decided by `--color` where that is `always` or `never`, then `NO_COLOR` when it is not empty, then `FORCE_COLOR`
    (`0` and `false` say no), then by whether the stream is a terminal that knows colours.
    """
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if forced := os.environ.get("FORCE_COLOR"):
        return forced.lower() not in ("0", "false")
    stream: TextIO = getattr(sys, name)
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def progress_console() -> "Console":
    """Where progress is shown: stderr, in colours only where stderr gets them."""
    from rich.console import Console  # only here: importing it takes as long as checking a file

    context = click.get_current_context(silent=True)
    colours = coloured("stderr", context.params.get("color", "auto") if context else "auto")
    return Console(stderr=True, color_system="auto" if colours else None, no_color=not colours, markup=False)


def drop(name: Name) -> None:
    """Send all that still comes to a stream to nowhere, also what it holds back and would write when the run ends."""
    with suppress(OSError, ValueError, AttributeError):  # a stream without a number, in a test
        stream: TextIO = getattr(sys, name)
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def flush() -> None:
    """Let all that was printed go out."""
    _write("stdout", "")
    _write("stderr", "")


def _patch(rewrites: "Iterable[Rewrite]", style: Style) -> "Patch":
    from sharecheck.report.patch import render_patch  # only here: few runs print one

    return render_patch(rewrites, style)


def _encoded(text: str) -> bytes:
    return text.encode(errors="backslashreplace")


def _write(name: Name, text: str) -> None:
    stream: TextIO = getattr(sys, name)
    try:
        if text:  # an encoding may begin even an empty text with a mark
            stream.write(text)
        stream.flush()
    except OSError as error:
        if name == "stdout" and not _nobody_reads(error):
            raise
        drop(name)


def _write_bytes(data: bytes) -> None:
    """Bytes to stdout, whatever its encoding and its line ends."""
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except OSError as error:
        if not _nobody_reads(error):
            raise
        drop("stdout")


def _nobody_reads(error: OSError) -> bool:
    """Whether a stream could not be written to because its reader has gone; Windows has another word for that."""
    return isinstance(error, BrokenPipeError) or (os.name == "nt" and error.errno == errno.EINVAL)
