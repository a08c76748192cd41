"""How wide, in colour or not; and the one function that makes what a file says safe to print."""

import re
from dataclasses import dataclass
from pathlib import Path

from sharecheck.personal import masked

_UNSAFE_CHARACTERS = (
    "\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff"
    "\u115f\u1160\u180e\u3164\uffa0\U000e0000-\U000e007f"  # fillers and tags: they are not seen, and can hold words
)
_UNSAFE = re.compile(f"[{_UNSAFE_CHARACTERS}]")
_COLOUR = r"\x1b\[(?:[012]|3[1-4])(?:;(?:[12]|3[1-4]))*m"
"""What `Style.paint` writes around a text."""
_UNSAFE_BUT_COLOUR = f"({_COLOUR})|[{_UNSAFE_CHARACTERS}]"
_LINE_COMMAND = f"(?m)^((?:[^\\S\\n]|{_COLOUR})*):(?=:[A-Za-z])"
"""A line that GitHub would take for a command, `::error::…`; blanks of any kind before it do not keep it from that."""
_COMMAND = r"#(?=#[A-Za-z]*\[)"
"""A command of GitHub, Azure or TeamCity that may stand anywhere in a line: `##[error]…`, `##vso[…]`."""


def safe(text: object, most: int = 2000) -> str:
    """Untrusted text for a terminal or a log: control, direction and invisible characters become visible escapes.

    What looks like data of a real person is crossed out. A line feed stays only where the caller split lines before;
    long values are cut.
    """
    words = _UNSAFE.sub(_escape, masked(str(text)).replace("\n", "\\n"))
    return words if len(words) <= most else f"{words[: most - 1]}…"


def printable(text: str, colour: bool) -> str:
    """A report or a note as it may go to a terminal or a log, whatever its parts have forgotten.

    But for line feeds, and the colours of `Style.paint` where there are any, no character steers a terminal or hides
    another one; no line is a command for the service that runs a pipeline; nothing looks like data of a real person.
    """
    text = masked(text)
    if colour:
        text = re.sub(_UNSAFE_BUT_COLOUR, lambda match: match[1] or _escape(match), text)
    else:
        text = _UNSAFE.sub(_escape, text)
    return without_commands(text)


def without_commands(text: str) -> str:
    """A text of which no line is a command for GitHub, Azure or TeamCity, which read the log of a pipeline."""
    if "::" in text:
        text = re.sub(_LINE_COMMAND, lambda match: f"{match[1]}\\x3a", text)
    return re.sub(_COMMAND, r"\\x23", text) if "##" in text else text


def escaped(text: str) -> str:
    """A text in JSON with escapes for what cannot be seen, and for commands of the services that run pipelines."""
    text = _UNSAFE.sub(_json_escape, text)
    return re.sub(_COMMAND, r"\\u0023", text) if "##" in text else text


def _json_escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    pair = [code] if code <= 0xFFFF else [0xD800 + (code - 0x10000 >> 10), 0xDC00 + (code & 0x3FF)]
    return "".join(f"\\u{unit:04x}" for unit in pair)


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\U{code:08x}" if code > 0xFFFF else f"\\u{code:04x}" if code > 0xFF else f"\\x{code:02x}"


@dataclass(frozen=True)
class Style:
    """Columns, colour, the folder that paths are shown relative to, and whether details are wanted.

    Details are what an option of a command asks for: every table, row, message or channel.
    """

    width: int = 80
    colour: bool = False
    root: Path | None = None
    details: bool = False

    def paint(self, text: str, *codes: int) -> str:
        """Text in colours, where there are any."""
        return f"\x1b[{';'.join(map(str, codes))}m{text}\x1b[0m" if self.colour and text else text

    def relative(self, path: Path) -> str:
        """A path as it is named in reports, raw."""
        if self.root is not None and path.is_absolute() and path.is_relative_to(self.root):
            path = path.relative_to(self.root)
        return str(path)

    def path(self, path: Path) -> str:
        """A path, safe to print."""
        return safe(self.relative(path))


BOLD, DIM, RED, YELLOW, BLUE, GREEN = 1, 2, 31, 33, 34, 32
"""Codes of SGR, the control sequence for colours."""
