"""Keys of a document that are not agreed yet: taken out before anything looks at them, and listed."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import get_args

from sharecheck.document import Open, Route, Step
from sharecheck.model import KINDS, Shape
from sharecheck.reading.branches import standing_at
from sharecheck.reading.node import Value
from sharecheck.reading.placeholders import keeps_place_of_id, keeps_place_of_value, says_nothing
from sharecheck.schema import AGREED, APART, Schema, json_schema

_LABELS = frozenset({"title", "version", "name"})
"""Keys of what somebody or something is called."""
_FULL: set[str] = set()
"""Texts that were found to say something, under whichever key: the same few hundred words stand in every file."""
_MAX_FULL = 20_000


def without_open(kind: str, value: dict[str, Value]) -> tuple[dict[str, Value], tuple[Open, ...]]:
    """A document without its keys that only keep a place, and which these are.

    What is required, and an entry of a list, stays where it is, and is among these all the same.
    """
    if kind not in AGREED or not _may_keep_places(value):
        return value, ()
    found = list(_placeholders(kind, value))
    if not found:
        return value, ()
    root = json_schema(kind)
    opened = tuple(Open(route, text) for route, text in found if _is_open(root, route, text))
    without: Value = value
    for route in _removable(root, value, [place.route for place in opened]):
        without = _without(without, route)
    assert isinstance(without, dict)
    return without, opened


def _may_keep_places(value: dict[str, Value]) -> bool:
    """Whether a text of a document may keep a place: none does in nearly every document, and that is seen faster."""
    texts: set[str] = set()
    around: list[dict[str, Value] | list[Value]] = [value]
    for block in around:
        for part in block.values() if type(block) is dict else block:
            if type(part) is str:  # a parser makes no other kinds, and to ask for an instance takes longer
                texts.add(part)
            elif type(part) is dict or type(part) is list:
                around.append(part)
    new = texts - _FULL
    full = {text for text in new if not says_nothing(text)}
    if len(_FULL) < _MAX_FULL:
        _FULL.update(full)
    return full != new


def _removable(root: Schema, value: Value, opened: Sequence[Route]) -> Iterator[Route]:
    """The keys that may be left out; the key of a list may go when all entries of the list only keep a place."""
    entries = Counter(route[:-1] for route in opened if isinstance(route[-1], int))
    lists = [route for route, count in entries.items() if _length(value, route) == count]
    yield from (route for route in (*opened, *lists) if _may_go(root, route))


def _length(value: Value, route: Route) -> int:
    """The length of the list at a route."""
    for step in route:
        match value, step:
            case dict(), str():
                value = value[step]
            case list(), int():
                value = value[step]
    return len(value) if isinstance(value, list) else 0


def _placeholders(kind: str, value: Value) -> Iterator[tuple[Route, str]]:
    """The texts that say nothing, unless that is one of the words of their key, with the way to each."""
    left: list[tuple[Route, str, Value]] = [((), "", value)]
    while left:  # a loop, not recursion: every text of every file comes by here
        route, key, around = left.pop()
        if isinstance(around, dict):
            steps: Iterable[tuple[Step, Value]] = around.items()
        else:
            assert isinstance(around, list)
            steps = enumerate(around)
        below = []
        for step, entry in steps:
            name = step if isinstance(step, str) else key
            if isinstance(entry, str):
                if says_nothing(entry, name in _LABELS) and name not in APART and (name, entry) not in _words(kind):
                    yield (*route, step), entry
            elif isinstance(entry, dict | list) and name not in APART:
                below.append(((*route, step), name, entry))
        left += reversed(below)


@cache
def _words(kind: str) -> frozenset[tuple[str, str]]:
    """The words of keys with a closed list of them: `status` and `draft`."""
    return frozenset(_closed(KINDS[kind], set()))


def _closed(shape: type[Shape], seen: set[type[Shape]]) -> Iterator[tuple[str, str]]:
    seen.add(shape)
    for name, field in shape.model_fields.items():
        key = name.rstrip("_").replace("_", "-")
        for part in _parts(field.annotation):
            if isinstance(part, str):
                yield key, part
            elif part not in seen:
                yield from _closed(part, seen)


def _parts(annotation: object) -> Iterator[str | type[Shape]]:
    """The words and the shapes that an annotation allows."""
    if isinstance(annotation, str) or (isinstance(annotation, type) and issubclass(annotation, Shape)):
        yield annotation
    for part in get_args(annotation):
        yield from _parts(part)


def _is_open(root: Schema, route: Route, text: str) -> bool:
    """Whether a text that may say nothing does so where it stands: `draft` is a status, and `example` may be an id."""
    fitting = standing_at(root, route)
    if any(text in schema.get("enum", ()) or schema.get("const") == text for schema in fitting):
        return False
    strings = [schema for schema in fitting if schema.get("type") == "string" and "enum" not in schema]
    if any("pattern" in schema and re.fullmatch(schema["pattern"].removesuffix("$"), text) for schema in strings):
        return keeps_place_of_id(text)
    if any("pattern" not in schema and "format" not in schema for schema in strings):
        return text != ""
    return bool(fitting) and keeps_place_of_value(text)


def _may_go(root: Schema, route: Route) -> bool:
    """Whether a key may be left out."""
    *above, last = route
    return isinstance(last, str) and not any(
        last in schema.get("required", ()) for schema in standing_at(root, tuple(above))
    )


def _without(value: Value, route: Route) -> Value:
    """A value without what stands at a route; what is around that is not changed, but made anew."""
    step, rest = route[0], route[1:]
    if isinstance(value, dict) and isinstance(step, str):
        if not rest:
            return {key: below for key, below in value.items() if key != step}
        return {**value, step: _without(value[step], rest)}
    if isinstance(value, list) and isinstance(step, int):
        return [*value[:step], _without(value[step], rest), *value[step + 1 :]]
    return value
