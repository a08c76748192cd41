"""The window of each event for one child: by its own pregnancy, and after the events that it really follows."""

from collections.abc import Mapping
from typing import NamedTuple

from sharecheck.model.base import many
from sharecheck.model.pathway import Event, Window
from sharecheck.replay.legs import minutes

TERM = minutes(40 * 7 * 24)
"""Minutes of a pregnancy as it is planned."""


class Span(NamedTuple):
    """From one age in minutes to another."""

    start: int
    end: int

    @property
    def middle(self) -> int:
        """Halfway."""
        return (self.start + self.end) // 2

    def near(self, minute: int) -> int:
        """That minute, or the nearest one in here."""
        return max(self.start, min(minute, self.end))


def window(of: Window, at: Mapping[str, int], pregnancy: int = TERM) -> Span | None:
    """When an event with this window can happen to a child; None when the event cannot, or nothing tells when.

    `at` are the ages at which other events happen to the child, `pregnancy` the minutes that the pregnancy lasts: what
    is planned for a week of pregnancy that does not come any more does not happen.
    """
    if of.gestation is not None:
        start, end = (minutes(age.hours) - pregnancy for age in (of.gestation.from_, of.gestation.to))
        if start >= 0 and pregnancy < TERM:
            return None
        return _span(start, min(end, 0) if pregnancy < TERM else end)
    if of.age is not None:
        return _span(minutes(of.age.from_.hours), minutes(of.age.to.hours))
    if of.after is not None and of.after in at:
        first = minutes(of.from_.hours) if of.from_ else 0
        last = minutes(of.to.hours) if of.to else first
        return _span(at[of.after] + first, at[of.after] + last)
    return None


def followed(of: Window) -> str | None:
    """The event that such a window counts from."""
    return of.after if of.gestation is None and of.age is None else None


def _span(start: int, end: int) -> Span | None:
    return Span(start, end) if start <= end else None


def in_order(events: Mapping[str, Event]) -> tuple[Event, ...]:
    """The events in their order, but each after the event that it follows; an event that follows itself is left out."""
    found: dict[str, Event] = {}
    for event in events.values():
        line = [event]
        while (before := line[-1].window.after) and before in events and before not in found:
            if len(line) > len(events):
                line = []  # a circle: a rule reports it
                break
            line.append(events[before])
        found |= {earlier.id: earlier for earlier in reversed(line)}
    return tuple(found.values())


def groups(event: Event, events: Mapping[str, Event]) -> frozenset[frozenset[str]]:
    """The children to whom an event happens: those in one of each of these sets.

    What follows an event that happens to some children only happens to nobody else.
    """
    line = {event.id: event}
    while (before := event.window.after) and before in events and before not in line:
        event = line[before] = events[before]
    return frozenset(frozenset(many(link.applies_to)) for link in line.values() if link.applies_to)


def happens_to(event: Event, traits: frozenset[str], events: Mapping[str, Event]) -> bool:
    """Whether an event happens to children of these groups."""
    return not any(each.isdisjoint(traits) for each in groups(event, events))
