"""Texts that are hard for a pattern: each of its repeats pumped up, behind what leads there and before what fails."""

import re
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from re import _compiler, _parser  # type: ignore[attr-defined]  # the tree of a pattern, which nothing public gives
from types import FrameType
from typing import Any, NamedTuple

TRIES = ((6_000, 0.01), (100_000, 1.0))
"""Characters of an attack, and the processor time that is enough for it, in seconds.

The short attack spares most of the time, and the long one decides. The quickest quadratic pattern takes three times as
much for the one and ten times as much for the other; a linear one a hundredth, and the heaviest of ours a fifth.
"""
_ALPHABET = " \t\n\r-.,:#'\"({[!0aAé\u00a0"
_FAILS = "\x01"
_MANY = 16

Run = Callable[[str], object]


class Attack(NamedTuple):
    """What leads to a repeat, what is repeated, and what comes behind."""

    before: str
    pump: str
    after: str = ""
    times: int = 1
    """How often what leads there and what is repeated come."""

    def text(self, length: int) -> str:
        """The attack at a length in characters."""
        room = (length - len(self.after)) // self.times - len(self.before)
        return (self.before + self.pump * max(1, room // len(self.pump))) * self.times + self.after


class TooLong(Exception):
    """It took more processor time than a linear pattern does."""


def slow_on(pattern: re.Pattern[Any], method: str = "search") -> str | None:
    """The beginning of a text on which a pattern is slow, or None."""
    run = _run(pattern, method)
    for attack in _attacks(pattern):
        if not any(_is_within(run, attack.text(length), seconds) for length, seconds in TRIES):
            return ascii(attack.text(40))
    return None


def _run(pattern: re.Pattern[Any], method: str) -> Run:
    def encoded(text: str) -> Any:
        return text.encode() if isinstance(pattern.pattern, bytes) else text

    if method in ("sub", "subn"):
        return lambda text: pattern.sub(encoded(""), encoded(text))
    if method == "finditer":
        return lambda text: sum(1 for _ in pattern.finditer(encoded(text)))
    return lambda text: getattr(pattern, method)(encoded(text))


def _is_within(run: Run, text: str, seconds: float) -> bool:
    """Whether a run ends within so much processor time."""

    def end(number: int, frame: FrameType | None) -> None:
        raise TooLong

    before = signal.signal(signal.SIGVTALRM, end)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        run(text)
    except TooLong:
        return False
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
    return True


def _attacks(pattern: re.Pattern[Any]) -> Iterator[Attack]:
    source, flags = pattern.pattern, pattern.flags & ~re.UNICODE
    tree = _parser.parse(source.decode("latin-1") if isinstance(source, bytes) else source, flags)
    found = dict.fromkeys(Attack("", sign) for sign in _ALPHABET)
    for before, pump in dict.fromkeys(_pumps(tree, "", tree.state)):
        found |= dict.fromkeys(
            (
                Attack(before, pump),
                Attack(before, pump, _FAILS),
                Attack("", before + pump),
                Attack("", pump, before),
                Attack(before, pump, times=2),
            )
        )
    for before in dict.fromkeys(_prefixes(tree, "", tree.state)):
        found |= dict.fromkeys((Attack("", before), Attack(before, " ")))
    return iter(found)


def _pumps(nodes: Sequence[Any], before: str, state: Any) -> Iterator[tuple[str, str]]:
    """What leads to each repeat, and what it repeats."""
    for node in nodes:
        kind, inside = str(node[0]), node[1]
        if kind in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            _, most, body = inside
            if most > _MANY:
                yield from ((before, pump) for pump in _bodies(body, state))
            yield from _pumps(body, before, state)
        for part in _parts(node):
            yield from _pumps(part, before, state)
        before += _example([node], state)


def _prefixes(nodes: Sequence[Any], before: str, state: Any) -> Iterator[str]:
    """An example of each beginning of a pattern."""
    for node in nodes:
        for part in _parts(node):
            yield from _prefixes(part, before, state)
        before += _example([node], state)
        if before:
            yield before


def _parts(node: Any) -> Iterator[Sequence[Any]]:
    kind, inside = str(node[0]), node[1]
    if kind == "SUBPATTERN":
        yield inside[3]
    elif kind == "BRANCH":
        yield from inside[1]
    elif kind in ("ASSERT", "ASSERT_NOT"):
        yield inside[1]
    elif kind == "ATOMIC_GROUP":
        yield inside


def _bodies(body: Sequence[Any], state: Any) -> Iterator[str]:
    if len(body) == 1:
        yield from _characters(body[0], state)
    example = _example(body, state)
    if example:
        yield example
        for one in _ALPHABET[:4]:
            yield example + one


def _example(nodes: Sequence[Any], state: Any) -> str:
    """A text that the nodes match."""
    text = ""
    for node in nodes:
        kind, inside = str(node[0]), node[1]
        if kind == "LITERAL":
            text += chr(inside)
        elif kind in ("IN", "NOT_LITERAL", "ANY"):
            text += next(iter(_characters(node, state)), "")
        elif kind in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            text += _example(inside[2], state) * max(inside[0], 1)
        elif kind not in ("ASSERT", "ASSERT_NOT"):
            text += next((_example(part, state) for part in _parts(node)), "")
    return text


def _characters(node: Any, state: Any) -> list[str]:
    """Characters that a node of one character matches: of each kind one, or the first of all."""
    if str(node[0]) not in ("LITERAL", "IN", "NOT_LITERAL", "ANY"):
        return []
    with suppress(Exception):
        alone = _compiler.compile(_parser.SubPattern(state, [node]))
        found = [one for one in _ALPHABET if alone.fullmatch(one)]
        return found or [chr(next(one for one in range(0x3000) if alone.fullmatch(chr(one))))]
    return []
