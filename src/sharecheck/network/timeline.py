"""The child's clock: when each event of a pathway can happen, in hours of age."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import inf
from typing import TypeAlias

from sharecheck.model.base import WEEK, many
from sharecheck.model.pathway import Event, Window

TERM = 40 * WEEK
"""Hours from the start of a pregnancy to birth, as planned."""


Groups: TypeAlias = frozenset[frozenset[str]]
"""Children who are in one of each of these sets of groups."""


@dataclass(frozen=True, slots=True)
class Moment:
    """An event and its window, in hours of age: birth is 0, what comes before birth is negative.

    `groups` say to which children: those who are in one of each of these sets; to all when there are none.
    """

    id: str
    start: float
    end: float
    groups: Groups = frozenset()
    earlier: Mapping[str, float] = field(default_factory=dict, hash=False)
    """The events that always come before this one, each with the hours by which at the least."""

    def behind(self, other: "Moment") -> float:
        """By how many hours this event comes after another one at the most; below 0 where always before that."""
        if self.id == other.id:
            return 0.0
        return min(self.end - other.start, -other.earlier.get(self.id, -inf))


def windows(events: Iterable[Event]) -> Mapping[str, Moment]:
    """The moments of the events whose window can be told.

    An event whose window says nothing, ends before it begins, or follows an unknown event or itself, is left out,
    and reported by a rule. What follows an event that happens to some children only happens to nobody else.
    """
    known = {event.id: event for event in events}
    windows = {id: event.window for id, event in known.items()}
    moments: dict[str, Moment] = {}
    seen: set[str] = set()
    for first in windows:
        chain: list[str] = []  # a loop, not recursion: somebody may chain thousands
        following: str | None = first
        while following is not None and following in windows and following not in seen:
            seen.add(following)
            chain.append(following)
            following = windows[following].after
        for id in reversed(chain):
            bounds = _bounds(windows[id], moments)
            if bounds is not None and bounds[0] <= bounds[1]:
                before = moments.get(windows[id].after or "")
                groups = {frozenset(many(known[id].applies_to)), *(before.groups if before else ())} - {frozenset()}
                moments[id] = Moment(id, *bounds, frozenset(groups))
    return moments


def _bounds(window: Window, moments: Mapping[str, Moment]) -> tuple[float, float] | None:
    if window.gestation is not None:
        return window.gestation.from_.hours - TERM, window.gestation.to.hours - TERM
    if window.age is not None:
        return window.age.from_.hours, window.age.to.hours
    if window.after is not None and (other := moments.get(window.after)):
        start = window.from_.hours if window.from_ else 0.0
        end = window.to.hours if window.to else start
        return (other.start + start, other.end + end) if start <= end else None
    return None
