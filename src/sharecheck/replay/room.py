"""The ages that windows, and the order of events, leave to what happens to one child.

Bounds of a simple temporal problem (Dechter, Meiri and Pearl 1991): each event has a first and a last minute, and what
one event has left bounds those that it is tied to. Whatever is chosen inside its bounds, the others still have room.
"""

from collections import deque
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from sharecheck.model.pathway import Event, Order
from sharecheck.replay.legs import minutes
from sharecheck.replay.windows import TERM, Span, followed, in_order, window


class _Tie(NamedTuple):
    """One event comes these minutes after another one: at the least, and at the most where that is said."""

    first: str
    then: str
    least: int
    most: int | None


class Room:
    """What is left to the events that happen to a child, the less the more of them have been placed."""

    def __init__(
        self,
        events: Mapping[str, Event],
        happening: Collection[str],
        order: Iterable[Order] = (),
        pregnancy: int = TERM,
        outside: Mapping[str, int] | None = None,
    ) -> None:
        """`outside` are events that happen at a minute whatever their windows say."""
        self.spans: dict[str, Span] = {}
        self._ties: dict[str, list[_Tie]] = {}
        for event in in_order(events):
            of, before = event.window, followed(event.window)
            if event.id not in happening:
                continue
            if outside and event.id in outside:
                self.spans[event.id] = Span(outside[event.id], outside[event.id])
            elif before is None:
                span = window(of, {}, pregnancy)
                if span is not None:
                    self.spans[event.id] = span
            elif before in self.spans:
                least = minutes(of.from_.hours) if of.from_ else 0
                most = minutes(of.to.hours) if of.to else least
                base = self.spans[before]
                if least <= most:
                    self.spans[event.id] = Span(base.start + least, base.end + most)
                    self._tie(_Tie(before, event.id, least, most))
        for each in order:
            if each.first in self.spans and each.then in self.spans:
                self._tie(_Tie(each.first, each.then, minutes(each.apart.hours) if each.apart else 0, None))
        self._spread(self.spans)

    def _tie(self, tie: _Tie) -> None:
        for end in (tie.first, tie.then):
            self._ties.setdefault(end, []).append(tie)

    def fix(self, event: str, minute: int) -> None:
        """Let an event happen at that minute."""
        self.spans[event] = Span(minute, minute)
        self._spread((event,), fixed=event)

    def _spread(self, changed: Iterable[str], fixed: str | None = None) -> None:
        """Bound others by what has changed; a tie that leaves no room, because somebody came outside, binds nobody."""
        waiting = deque(changed)
        for _ in range(len(self.spans) * len(self.spans) + len(waiting)):
            if not waiting:
                break
            event = waiting.popleft()
            for tie in self._ties.get(event, ()):
                other = tie.then if event == tie.first else tie.first
                span = self._bound(tie, other)
                if other != fixed and span != self.spans[other] and span.start <= span.end:
                    self.spans[other] = span
                    waiting.append(other)

    def _bound(self, tie: _Tie, other: str) -> Span:
        first, then = self.spans[tie.first], self.spans[tie.then]
        if other == tie.then:
            end = then.end if tie.most is None else min(then.end, first.end + tie.most)
            return Span(max(then.start, first.start + tie.least), end)
        start = first.start if tie.most is None else max(first.start, then.start - tie.most)
        return Span(start, min(first.end, then.end - tie.least))


def tied(order: Sequence[Order]) -> frozenset[str]:
    """The events that stand in some order."""
    return frozenset(id for each in order for id in (each.first, each.then))
