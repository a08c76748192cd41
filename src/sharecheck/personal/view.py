"""A text as a reader takes it: escapes read, digits of all scripts as 0 to 9, nothing invisible, one blank for many.

The search looks at this view, so that what is found does not hang on typing or encoding; each place in the
view leads back to the text.
"""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff\ufff9-\ufffb"
)
"""Characters that take no room, as ranges of a pattern."""
_ESCAPE = (
    r"\\u(?P<pair>[dD][89abAB][0-9A-Fa-f]{2}\\u[dD][c-fC-F][0-9A-Fa-f]{2})"
    r"|\\(?:x(?P<two>[0-9A-Fa-f]{2})|u(?P<four>[0-9A-Fa-f]{4})|U(?P<eight>[0-9A-Fa-f]{8})|(?P<end>\r\n|\n|\r)[ \t]*"
    r"|(?P<letter>[tnrNLP_ /\-]))"
    r"|%(?P<percent>[0-7][0-9A-Fa-f])|&\#(?:(?P<decimal>[0-9]{1,7})|[xX](?P<hexadecimal>[0-9A-Fa-f]{1,6}));?|(?P<nbsp>&nbsp;)|(?P<quotes>'')"
)
_ODD = re.compile(
    rf"{_ESCAPE}|(?P<invisible>[{INVISIBLE}]+)|(?P<blanks>\s*[\r\n]\s*|[^\S\r\n]{{2,}}|[^\S\r\n ])"
    r"|(?P<sign>[^\x00-\x7f])"
)
_LETTERS = {"/": "/", "-": "-"}
"""What a backslash and a letter stand for, but for blanks."""


@dataclass(frozen=True, slots=True)
class View:
    """What is read, and where each part stands in the text from which it was read."""

    text: str
    starts: tuple[int, ...]
    """Offsets in the view at which a part begins: one character that was read from several, or a stretch as it was."""
    origins: tuple[tuple[int, int, bool], ...]
    """For each part, where it begins and ends in the text, and whether it is there as it was."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Start and end, exclusive, in the text for those in the view, which must not be empty."""
        return self._at(start)[0], self._at(end - 1)[1]

    def _at(self, offset: int) -> tuple[int, int]:
        index = bisect_right(self.starts, offset) - 1
        start, end, same = self.origins[index]
        if not same:
            return start, end
        at = start + offset - self.starts[index]
        return at, at + 1


def view(text: str) -> View:
    """The view of a text."""
    parts: list[str] = []
    starts: list[int] = []
    origins: list[tuple[int, int, bool]] = []
    last = length = 0
    for match in _ODD.finditer(text):
        sign = _sign(match)
        if sign == match[0]:
            continue
        for part, span in ((text[last : match.start()], (last, match.start(), True)), (sign, (*match.span(), False))):
            if part:
                parts.append(part)
                starts.append(length)
                origins.append(span)
                length += len(part)
        last = match.end()
    if last < len(text):
        parts.append(text[last:])
        starts.append(length)
        origins.append((last, len(text), True))
    return View("".join(parts), tuple(starts), tuple(origins))


def _sign(match: re.Match[str]) -> str:
    """What a reader takes an escape, a blank or a sign for; empty for what cannot be seen."""
    kind, found = match.lastgroup, match[0]
    if kind == "sign":
        return _plain(found)
    if kind == "blanks":
        return "\n" if "\n" in found or "\r" in found else " "
    if kind == "pair":
        high, low = match[kind].split("\\u")
        return _plain(chr(0x10000 + ((int(high, 16) & 0x3FF) << 10) + (int(low, 16) & 0x3FF)))
    if kind in ("two", "four", "eight", "percent", "hexadecimal", "decimal"):
        code = int(match[kind], 10 if kind == "decimal" else 16)
        return _plain(chr(code)) if code <= 0x10FFFF else found
    if kind == "letter":
        return _LETTERS.get(match[kind], " ")
    if kind == "quotes":
        return "'"
    return " " if kind == "nbsp" else ""


def _plain(sign: str) -> str:
    """A digit of any script as 0 to 9, a dash as a hyphen, any blank as a space, and the rest as it is."""
    digit = unicodedata.digit(sign, None)
    if digit is not None:
        return str(digit)
    category = unicodedata.category(sign)
    if category == "Pd" or sign == "\u2212":
        return "-"
    if sign in "\n\r\x85\u2028\u2029":
        return "\n"
    if category == "Zs" or sign.isspace():
        return " "
    return "" if category in ("Cf", "Cc", "Mn") else sign
