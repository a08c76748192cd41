"""What libyaml finds in a text, one event after the other, by the idea of a line that YAML 1.2 has."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml
from yaml import events as ev

from sharecheck.document import Offsets

_SPACE = " \t\r\n"
_NO_LINE_ENDS = "\x85\u2028\u2029"
"""What ends a line for libyaml, which reads YAML 1.1, and for nobody else: not for YAML 1.2, nor for editors."""

_BRACKET = re.compile(r"""[\[\]{}]|"(?:[^"\\]|\\.)*+"|'[^']*+'""", re.DOTALL)
"""A bracket; or text in quotes, which may hide some."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text in the form that libyaml is to see, no longer and no shorter up to its end."""

    text: str
    table: dict[int, str]
    """What stands for a sign that libyaml takes for a line end, and that sign."""

    def restored(self, value: str) -> str:
        """A value with the signs that its author wrote."""
        return value.translate(self.table) if self.table else value


def prepared(text: str) -> Text:
    """The text, with signs that occur nowhere in it for those that only libyaml takes for line ends."""
    table: dict[int, str] = {}
    for sign in _NO_LINE_ENDS:
        if sign in text:
            free = next(chr(code) for code in range(0xE000 + len(table), 0x110000) if chr(code) not in text)
            text, table[ord(free)] = text.replace(sign, free), sign
    if text.endswith((" ", "\t")):
        text += "\n"  # without it, libyaml takes the spaces for a part of the value
    return Text(text, table)


def events(text: Text) -> Iterator[ev.Event]:
    """All events of a text; a `yaml.YAMLError` where the text cannot be read further."""
    # never yaml.load: it would expand aliases, and its C composer overflows the stack at 30,000 brackets
    return yaml.parse(text.text, Loader=yaml.CSafeLoader)


def offsets(event: ev.Event) -> Offsets:
    """Where an event begins and ends."""
    assert event.start_mark  # libyaml sets both always
    assert event.end_mark
    return event.start_mark.index, event.end_mark.index


def beyond(text: str, depth: int) -> int | None:
    """Where more brackets are open in a text than there may be; None where there are no more."""
    for bracket in _BRACKET.finditer(text):
        depth += {"[": -1, "{": -1, "]": 1, "}": 1}.get(bracket[0], 0)
        if depth < 0:
            return bracket.start()
    return None


def trimmed(text: str, start: int, end: int) -> int:
    """The end of a value without the blank lines after it, which libyaml counts in."""
    end = min(end, len(text))
    return start + len(text[start:end].rstrip(_SPACE)) if end > start and text[end - 1] in _SPACE else end
