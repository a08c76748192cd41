"""The child's clock: when each event of a pathway can happen, in hours of age."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from sharecheck.model.base import WEEK
from sharecheck.model.pathway import Event, Window

TERM = 40 * WEEK
"""Hours from the start of a pregnancy to birth, as planned."""


@dataclass(frozen=True, slots=True)
class Moment:
    """An event and its window, in hours of age: birth is 0, what comes before it is negative."""

    id: str
    start: float
    end: float


def timeline(events: Iterable[Event]) -> Mapping[str, Moment]:
    """The moments of the events whose window can be told.

    An event whose window says nothing, ends before it begins, or follows an unknown event or itself, is left out:
    a rule reports it.
    """
    windows = {event.id: event.window for event in events}
    moments: dict[str, Moment] = {}
    for id in windows:
        _place(id, windows, moments, frozenset())
    return moments


def _place(id: str, windows: Mapping[str, Window], moments: dict[str, Moment], above: frozenset[str]) -> Moment | None:
    if id in moments:
        return moments[id]
    if id in above or id not in windows:
        return None
    bounds = _bounds(windows[id], lambda other: _place(other, windows, moments, above | {id}))
    if bounds is None or bounds[0] > bounds[1]:
        return None
    moments[id] = Moment(id, *bounds)
    return moments[id]


def _bounds(window: Window, moment_of: Callable[[str], Moment | None]) -> tuple[float, float] | None:
    if window.gestation is not None:
        return window.gestation.from_.hours - TERM, window.gestation.to.hours - TERM
    if window.age is not None:
        return window.age.from_.hours, window.age.to.hours
    if window.after is not None and (other := moment_of(window.after)):
        start = window.from_.hours if window.from_ else 0.0
        end = window.to.hours if window.to else start
        return other.start + start, other.end + end
    return None
