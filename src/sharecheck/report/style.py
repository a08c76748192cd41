"""How wide, in colour or not; and the one function that makes what a file says safe to print."""

import re
from dataclasses import dataclass
from pathlib import Path

from sharecheck.personal import masked

_UNSAFE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]"
)


def safe(text: object, most: int = 2000) -> str:
    """Untrusted text for a terminal or a log: control, direction and invisible characters become visible escapes.

    What looks like data of a real person is crossed out. A line feed stays only where the caller split lines before;
    long values are cut.
    """
    words = masked(str(text)).replace("\n", "\\n")
    words = _UNSAFE.sub(
        lambda match: f"\\u{ord(match[0]):04x}" if ord(match[0]) > 255 else f"\\x{ord(match[0]):02x}", words
    )
    return words if len(words) <= most else f"{words[: most - 1]}…"


@dataclass(frozen=True)
class Style:
    """Columns, colour, the folder that paths are shown relative to, and whether each area's table is wanted."""

    width: int = 80
    colour: bool = False
    root: Path | None = None
    tables: bool = False

    def paint(self, text: str, *codes: int) -> str:
        """Text in colours, where there are any."""
        return f"\x1b[{';'.join(map(str, codes))}m{text}\x1b[0m" if self.colour and text else text

    def path(self, path: Path) -> str:
        """A path, safe to print."""
        if self.root is not None and path.is_absolute() and path.is_relative_to(self.root):
            path = path.relative_to(self.root)
        return safe(path)


BOLD, DIM, RED, YELLOW, BLUE, GREEN = 1, 2, 31, 33, 34, 32
"""Codes of SGR, the control sequence for colours."""
