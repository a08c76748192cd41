"""Keys of a document that are not agreed yet: taken out before anything looks at them, and listed."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from sharecheck.document import Open, Route
from sharecheck.reading.branches import standing_at
from sharecheck.reading.node import Value
from sharecheck.reading.placeholders import LONGEST, keeps_place_of_id, keeps_place_of_value, says_nothing
from sharecheck.schema import Schema, json_schema

AGREED = frozenset({"protocol/1", "area/1"})
"""The kinds of document in which people agree on something."""
_LABELS = frozenset({"title", "version", "name"})
"""Keys of what somebody or something is called."""
_IDENTITY = frozenset({"sharecheck", "$schema"})


def without_open(kind: str, value: dict[str, Value]) -> tuple[dict[str, Value], tuple[Open, ...]]:
    """A document without its keys that only keep a place, and which these are.

    What is required, and an entry of a list, stays where it is, and is among these all the same.
    """
    found = list(_placeholders(value)) if kind in AGREED else []
    if not found:
        return value, ()
    root = json_schema(kind)
    opened = tuple(Open(route, text) for route, text in found if _is_open(root, route, text))
    without: Value = value
    for route in _removable(root, value, [one.route for one in opened]):
        without = _without(without, route)
    assert isinstance(without, dict)
    return without, opened


def _removable(root: Schema, value: Value, opened: Sequence[Route]) -> Iterator[Route]:
    """The keys that may be left out; that of a list goes with it when all its entries only keep a place."""
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


def _placeholders(value: Value, route: Route = ()) -> Iterator[tuple[Route, str]]:
    """The texts that may say nothing yet, with the way to each."""
    if isinstance(value, str):
        if len(value) <= LONGEST or "[" in value or "<" in value or "orem" in value:
            key = next((step for step in reversed(route) if isinstance(step, str)), "")
            if says_nothing(value, key in _LABELS) and key not in _IDENTITY:
                yield route, value
    elif isinstance(value, dict):
        for name, below in value.items():
            if isinstance(below, str | dict | list):
                yield from _placeholders(below, (*route, name))
    elif isinstance(value, list):
        for index, below in enumerate(value):
            if isinstance(below, str | dict | list):
                yield from _placeholders(below, (*route, index))


def _is_open(root: Schema, route: Route, text: str) -> bool:
    """Whether a text that may say nothing does so where it stands: `draft` is a status, and `example` may be an id."""
    fitting = standing_at(root, route)
    if any(text in one.get("enum", ()) or one.get("const") == text for one in fitting):
        return False
    strings = [one for one in fitting if one.get("type") == "string" and "enum" not in one]
    if any("pattern" in one and re.fullmatch(one["pattern"].removesuffix("$"), text) for one in strings):
        return keeps_place_of_id(text)
    if any("pattern" not in one and "format" not in one for one in strings):
        return text != ""
    return bool(fitting) and keeps_place_of_value(text)


def _may_go(root: Schema, route: Route) -> bool:
    """Whether a key may be left out."""
    *above, last = route
    return isinstance(last, str) and not any(last in one.get("required", ()) for one in standing_at(root, tuple(above)))


def _without(value: Value, route: Route) -> Value:
    """A value without what stands at a route; what is around it is not changed, but made anew."""
    step, rest = route[0], route[1:]
    if isinstance(value, dict) and isinstance(step, str):
        if not rest:
            return {key: below for key, below in value.items() if key != step}
        return {**value, step: _without(value[step], rest)}
    if isinstance(value, list) and isinstance(step, int):
        return [*value[:step], _without(value[step], rest), *value[step + 1 :]]
    return value
