"""Changes of files as a patch that `git apply` and `patch -p1` apply byte for byte, and that is safe to look at."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import unified_diff
from sys import maxsize

from sharecheck.edit.files import Rewrite, mark
from sharecheck.personal import masked
from sharecheck.report.style import BOLD, DIM, GREEN, RED, Style, safe, without_commands

_MARK = "\ufeff"
"""A byte order mark."""
_COLOURS = {"+": GREEN, "-": RED, "@": DIM}


@dataclass(frozen=True)
class Patch:
    """A patch as text."""

    text: str
    """With the line ends, tabs and byte order marks of the files."""
    exact: bool
    """Whether it can be applied: not where a character was made visible, or data of a real person crossed out."""


def render_patch(rewrites: Iterable[Rewrite], style: Style) -> Patch:
    """What becomes of some files; nothing is written."""
    lines: list[str] = []
    exact = True
    for rewrite in rewrites:
        name = style.relative(rewrite.path).lstrip("/")  # `a/` and `b/` stand before it, also where it is absolute
        exact &= masked(name) == name
        start = mark(rewrite)
        before = _lines(start + rewrite.before) if rewrite.before is not None else []
        head = [
            f"--- {_quoted('a/', name) if rewrite.before is not None else '/dev/null'}",
            f"+++ {_quoted('b/', name)}",
        ]
        body = list(unified_diff(before, _lines(start + rewrite.after), n=3))[2:]
        lines += (style.paint(line, BOLD) for line in head)
        for line in body:
            shown = _visible(line)
            exact &= shown == line.removesuffix("\n")
            lines.append(_painted(shown, style))
            if not line.endswith("\n"):
                lines.append("\\ No newline at end of file")
    return Patch("".join(f"{line}\n" for line in lines), exact)


def _lines(text: str) -> list[str]:
    """The lines of a file as a patch counts them, each with its end."""
    *lines, last = text.split("\n")
    return [f"{line}\n" for line in lines] + ([last] if last else [])


def _visible(line: str) -> str:
    """A line that is safe to look at, without its line feed; tabs, its line end and a byte order mark stay."""
    line = line.removesuffix("\n")
    end = "\r" if line.endswith("\r") else ""
    start = 2 if line[1:2] == _MARK else 1
    body = masked(line[start:].removesuffix("\r"))
    return without_commands(line[:start] + "\t".join(safe(part, maxsize) for part in body.split("\t")) + end)


def _painted(line: str, style: Style) -> str:
    """A line in its colour; its line end stays behind that, where terminals and programs look for it."""
    end = "\r" if line.endswith("\r") else ""
    colour = _COLOURS.get(line[:1])
    return style.paint(line.removesuffix("\r"), colour) + end if colour else line


def _quoted(folder: str, name: str) -> str:
    """The name of a file as git writes it: quoted where it has characters that would end it, or that are not seen."""
    name = masked(name)
    if name == safe(name, maxsize) and not set('"\\') & set(name):
        return f"{folder}{name}\t" if " " in name else f"{folder}{name}"
    signs = (
        sign if sign == safe(sign) and sign not in '"\\' else "".join(f"\\{byte:03o}" for byte in os.fsencode(sign))
        for sign in name
    )
    return f'"{folder}{"".join(signs)}"'
