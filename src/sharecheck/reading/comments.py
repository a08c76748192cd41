"""Where the comments of a YAML text stand: what is outside of all values, by the parser and not by a pattern."""

import re
from collections.abc import Iterator

from sharecheck.document import Offsets

_LINE_END = re.compile(r"\r|\n")


def comments(text: str) -> Iterator[Offsets]:
    """The comments of a text that is in order, each from its `#` to the end of its line; linear in the text."""
    at = 0
    for start, end in (*_values(text), (len(text), len(text))):
        while (sign := text.find("#", at, start)) >= 0:
            at = _line_end(text, sign, start)
            yield sign, at
        at = max(at, end)


def _values(text: str) -> Iterator[Offsets]:
    """The stretches of all keys and single values, in order."""
    from yaml import ScalarEvent  # takes 50 ms, and few files have exceptions

    from sharecheck.reading.events import events, offsets, prepared

    for event in events(prepared(text)):
        if isinstance(event, ScalarEvent):
            start, end = offsets(event)
            # a comment may stand behind the sign by which a block begins
            yield (_line_end(text, start, end) if event.style in ("|", ">") else start), end


def _line_end(text: str, start: int, most: int) -> int:
    found = _LINE_END.search(text, start, most)
    return found.start() if found else most
