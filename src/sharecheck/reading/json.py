"""JSON: the standard library's parser for what is in order, a scanner with places for what is not."""

import json
import re
from contextlib import suppress
from dataclasses import dataclass
from json.decoder import scanstring  # type: ignore[attr-defined]  # there since Python 2.6, not documented
from typing import NoReturn

from sharecheck.document import Lines, Offsets, Route, Splice, Step
from sharecheck.reading.limits import Limits
from sharecheck.reading.node import Node, Read, Value
from sharecheck.reading.phrases import quoted
from sharecheck.reading.scalars import integer

_SPACE = re.compile(r"[ \t\n\r]*")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?")
_INSIDE = re.compile(r"""(?:[^"\\\x00-\x1f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*+""")
"""All that may stand between two quotes."""
_WORD = re.compile(r"[-+]?[A-Za-z0-9_.]+")
_PYTHON = {"True": "true", "False": "false", "None": "null"}
"""What a program wrote that did not know JSON."""
_CONSTANTS: dict[str, Value] = {"true": True, "false": False, "null": None}


class Odd(ValueError):
    """Something that the careful way is to look at."""


def load(text: str) -> object:
    """The value of a text that is in order; raises a `ValueError` where something is not."""
    try:
        return json.loads(text, object_pairs_hook=_mapping, parse_int=_integer, parse_constant=_constant)
    except RecursionError:
        raise Odd from None


def _mapping(pairs: list[tuple[str, object]]) -> dict[str, object]:
    mapping = dict(pairs)
    if len(mapping) < len(pairs):
        raise Odd
    return mapping


def _integer(text: str) -> int:
    if len(text) > 18:
        raise Odd
    return int(text)


def _constant(text: str) -> object:
    raise Odd


class _Broken(Exception):
    """The text cannot be read further; what is wrong was noted."""


@dataclass(slots=True)
class _Open:
    """A list or an object that has begun and not ended."""

    node: Node
    route: Route
    key: str | None = None
    key_at: Offsets = (0, 0)

    @property
    def closer(self) -> str:
        return "]" if isinstance(self.node.value, list) else "}"

    @property
    def step(self) -> Step:
        return len(self.node.value) if isinstance(self.node.value, list) else self.key or ""


def read_json(text: str, limits: Limits) -> Read:
    """A text, with a place for everything."""
    read = Read(text, Lines(text))
    with suppress(_Broken):
        read.root = _Scanner(read, limits).document()
    return read


class _Scanner:
    """Goes through the text once; the stack is a list, so that no depth can overflow it."""

    def __init__(self, read: Read, limits: Limits) -> None:
        self._read = read
        self._text = read.text
        self._limits = limits
        self._at = 0
        self._values = 0
        self._open: list[_Open] = []

    def document(self) -> Node:
        """The value of the whole text."""
        root = self._value()
        while self._open:
            around = self._open[-1]
            if self._sign(around.closer):
                around.node.end = self._at
                self._open.pop()
                continue
            if around.node.parts or around.key is not None:
                self._expect(",", f"a comma or `{around.closer}` was expected here")
                if self._peek() == around.closer:
                    comma = self._text.rindex(",", 0, self._at)
                    instead = (Splice((comma, comma + 1), ""),)
                    self._stop("a comma before the end", "remove it: JSON wants none there", comma, instead=instead)
            self._entry(around)
        if self._peek():
            self._stop("text after the end", "remove it, or put each document into a file of its own")
        return root

    def _entry(self, around: _Open) -> None:
        if isinstance(around.node.value, list):
            index = len(around.node.value)
            around.node.parts[index] = node = self._value()
            around.node.value.append(node.value)
            return
        if self._peek() != '"':
            self._stop("a key in double quotes was expected here", 'write `"key": value`')
        start = self._at
        key = self._string((*around.route, "?"))
        first, around.key, around.key_at = around.node.keys.get(key), key, (start, self._at)
        self._expect(":", f"a colon was expected after {quoted(key)}")
        node = self._value()
        assert isinstance(around.node.value, dict)
        if first is not None:
            help = "keep one of the two: which one counts, nobody can tell"
            route, message = (*around.route, key), f"{quoted(key)} is there twice"
            again = (start, around.key_at[1])
            before = around.node.value[key]
            same = type(node.value) in (str, int, bool) and (type(before), before) == (type(node.value), node.value)
            comma = self._text.rindex(",", 0, start)
            instead = (Splice((comma, self._at), ""),) if same else ()
            self._read.note(
                "duplicate-key", route, again, message, help, other=first, label="first here", instead=instead
            )
            return
        around.node.keys[key], around.node.parts[key] = around.key_at, node
        around.node.value[key] = node.value

    def _value(self) -> Node:
        """The next value; a list or an object is only opened."""
        sign, start = self._peek(), self._at
        self._values += 1
        route = (*self._open[-1].route, self._open[-1].step) if self._open else ()
        if self._values > self._limits.values:
            self._stop(f"more than {self._limits.values:,} values", "split it into several files", kind="too-large")
        if sign and sign in "[{":
            if len(self._open) >= self._limits.depth:
                message = f"more than {self._limits.depth} lists and objects within each other"
                self._stop(message, None, kind="too-deep")
            self._at += 1
            node = Node(start, start, [] if sign == "[" else {})
            self._open.append(_Open(node, route))
            return node
        value = self._string(route) if sign == '"' else self._word(route)
        return Node(start, self._at, value)

    def _string(self, route: Route) -> str:
        start = self._at
        inside = _INSIDE.match(self._text, start + 1)
        end = inside.end() if inside else start + 1
        if self._text.startswith("\\", end):
            self._stop("a backslash before a character that it does not go with", "write `\\\\`", end)
        if end == len(self._text):
            self._stop("a quote that is never closed", 'close it with `"`', start)
        if self._text[end] != '"':
            self._stop("a line end or a control character within quotes", "write `\\n` for a new line", end)
        text: str
        text, self._at = scanstring(self._text, start + 1, True)
        if not text.isascii() and any("\ud800" <= character <= "\udfff" for character in text):
            message, help = "half of a character, written as an escape", "write the character itself"
            self._read.note("not-text", route, (start, self._at), message, help)
            self._read.unknown.add(route)
            text = text.encode("utf-8", "replace").decode()
        return text

    def _word(self, route: Route) -> Value:
        number, word = _NUMBER.match(self._text, self._at), _WORD.match(self._text, self._at)
        literal = word[0] if word else ""
        if literal in _CONSTANTS:
            self._at += len(literal)
            return _CONSTANTS[literal]
        if number is None or number.end() < self._at + len(literal):
            meant = _PYTHON.get(literal)
            instead = (Splice((self._at, self._at + len(literal)), meant),) if meant else ()
            self._stop(*_not_json(literal or self._peek()), instead=instead)
        self._at = number.end()
        return float(number[0]) if number[1] or number[2] else integer(number[0])

    def _peek(self) -> str:
        """The next sign after white space; empty at the end."""
        match = _SPACE.match(self._text, self._at)
        self._at = match.end() if match else self._at
        return self._text[self._at : self._at + 1]

    def _sign(self, sign: str) -> bool:
        if self._peek() != sign:
            return False
        self._at += 1
        return True

    def _expect(self, sign: str, message: str) -> None:
        if not self._sign(sign):
            opened = self._open[-1].node.start
            self._stop(message, "close every quote and bracket, and put commas between the values", other=opened)

    def _stop(
        self,
        message: str,
        help: str | None,
        at: int | None = None,
        kind: str = "syntax",
        other: int | None = None,
        instead: tuple[Splice, ...] = (),
    ) -> NoReturn:
        from sharecheck.reading.pasted import odd  # a few ms, and only for what is broken

        at = self._at if at is None else at
        if what := odd(self._text[at : at + 1]):
            message = f"{what}, as word processors write {'them' if what.endswith('s') else 'it'}"
            help = "type it anew: straight double quotes, a plain space, or a hyphen"
        began = None if other is None else (other, other + 1)
        self._read.note(
            kind,
            (),
            (at, at + 1),
            message,
            help,
            other=began,
            label="this began here" if began else "",
            instead=instead,
        )
        raise _Broken


def _not_json(word: str) -> tuple[str, str]:
    if not word:
        return "a value was expected here", "write the value, and close every bracket"
    if word in ("NaN", "Infinity", "-Infinity"):
        return f"{quoted(word)} is not a number that JSON knows", "write a number"
    if word == "'":
        return "single quotes", "JSON wants double quotes"
    if word in ("None", "True", "False", "yes", "no"):
        return f"{quoted(word)} is not a word of JSON", "write `true`, `false` or `null`"
    return f"{quoted(word)} is not a value of JSON", f'put text in double quotes: `"{word[:40]}"`'
