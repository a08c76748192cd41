"""What can be changed in a document, and the value after that; how an edit is written is for `text`."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from sharecheck.document import Route, Splice
from sharecheck.reading.node import Value


class Refused(Exception):
    """A change that cannot be made in this text without changing or losing something else."""


@dataclass(frozen=True, slots=True)
class Put:
    """A key gets a value, whether or not it is there; a new one goes behind the last of the keys `after`, or last."""

    route: Route
    value: Value
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Append:
    """A list gets one more entry; a key that is not there becomes a list, and a single value the first of one."""

    route: Route
    value: Value
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Remove:
    """A key, or an entry of a list, goes away."""

    route: Route


ValueEdit: TypeAlias = Put | Append | Remove
Edit: TypeAlias = ValueEdit | Splice
"""A change of a value, or of a stretch of text where that is no value: a comment, or what is not understood."""


def applied(value: Value, change: ValueEdit) -> Value:
    """The value of a document after a change; the old one stays as it is. `Refused` when the route leads nowhere."""
    match change:
        case Put():
            return _at(value, change.route, lambda _: change.value)
        case Append():
            return _at(value, change.route, lambda old: [*_listed(old), change.value])
        case Remove():
            return _at(value, change.route, None)


class _Nothing:
    """What stands at a key that is not there."""


_NOTHING = _Nothing()


def _listed(old: Value | _Nothing) -> list[Value]:
    if isinstance(old, _Nothing):
        return []
    return old if isinstance(old, list) else [old]


def _at(value: Value, route: Route, then: Callable[[Value | _Nothing], Value] | None) -> Value:
    if not route:
        raise Refused("a whole document cannot be changed at once")
    step, rest = route[0], route[1:]
    if isinstance(value, list) and isinstance(step, int) and 0 <= step < len(value):
        if not rest and then is None:
            return [*value[:step], *value[step + 1 :]]
        new = _at(value[step], rest, then) if rest else then(value[step]) if then else None
        return [*value[:step], new, *value[step + 1 :]]
    if isinstance(value, dict) and isinstance(step, str) and (step in value or (not rest and then is not None)):
        if not rest and then is None:
            return {key: part for key, part in value.items() if key != step}
        old = value.get(step, _NOTHING)
        new = _at(value[step], rest, then) if rest else then(old) if then else None
        return {**value, step: new}
    raise Refused(f"there is no `{step}` where it should be changed")
