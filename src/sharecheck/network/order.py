"""Which event always comes before which: by the windows that follow one, and by what a pathway says besides.

What an order leaves out of a window does not happen. An order that leaves a window no room, or a single instant, is
not used, and reported by a rule.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from math import inf
from typing import Literal, NamedTuple, TypeAlias

from sharecheck.model.pathway import Event, Order
from sharecheck.network.timeline import Moment, windows

Fault = Literal["circle", "forbidden", "instant", "too many"]
"""Why an order is not used: it leads in a circle, the windows forbid it, or they leave it a single instant."""

MAX_EARLIER = 100
"""Events that are known to come before one event; no pathway has as many."""
MAX_ORDERS = 500
"""Orders of a pathway that are looked at."""
AT_ONCE = 1e-6

Earlier: TypeAlias = dict[str, dict[str, float]]
"""By event the events before it, each with the hours by which at the least."""


class Orders(NamedTuple):
    """The orders of a pathway that hold, and those that are not used, each with why."""

    held: tuple[Order, ...]
    refused: tuple[tuple[Order, Fault], ...]


def timeline(events: Iterable[Event], orders: Sequence[Order] = ()) -> Mapping[str, Moment]:
    """The moments of the events whose window can be told, each with the events that always come before it."""
    known = {event.id: event for event in events}
    moments = windows(known.values())
    held = sorted_out(known, moments, orders).held if orders else ()
    earlier = _following(known, moments, _shared(moments))
    for order in held:
        _add(earlier, _more(earlier, order.first, order.then, _apart(order), _shared(moments)))
    return _narrowed({id: replace(moment, earlier=earlier.get(id, {})) for id, moment in moments.items()})


def _narrowed(moments: Mapping[str, Moment]) -> Mapping[str, Moment]:
    """The windows without the ages that the order of events leaves out, for all to whom an event happens."""
    starts = {id: moment.start for id, moment in moments.items()}
    ends = {id: moment.end for id, moment in moments.items()}
    for then in moments.values():
        for id, hours in then.earlier.items():
            first = moments[id]
            if first.groups <= then.groups:
                starts[then.id] = max(starts[then.id], first.start + hours)
            if then.groups <= first.groups:
                ends[id] = min(ends[id], then.end - hours)
    return {
        id: moment
        if (starts[id], ends[id]) == (moment.start, moment.end)
        else replace(moment, start=starts[id], end=ends[id])
        for id, moment in moments.items()
    }


def sorted_out(events: Mapping[str, Event], moments: Mapping[str, Moment], orders: Sequence[Order]) -> Orders:
    """Which of some orders hold, the first ones first; those of events without a window are left out."""
    earlier = _following(events, moments, _anything)
    held: list[Order] = []
    refused: list[tuple[Order, Fault]] = []
    for order in orders:
        if order.first not in moments or order.then not in moments:
            continue
        more = list(_more(earlier, order.first, order.then, _apart(order), _anything))
        fault = _fault(order, more, earlier, events, moments) if len(held) < MAX_ORDERS else "too many"
        if fault is None:
            held.append(order)
            _add(earlier, more)
        else:
            refused.append((order, fault))
    return Orders(tuple(held), tuple(refused))


def _apart(order: Order) -> float:
    return order.apart.hours if order.apart else 0.0


_Pair: TypeAlias = tuple[str, str, float]
"""An event, one that comes after it, and the hours in between at the least."""
_Allowed: TypeAlias = Callable[[str, str, str], bool]
"""Whether the order of two events may be told by one that lies between them."""


def _anything(_first: str, _between: str, _then: str) -> bool:
    return True


def _shared(moments: Mapping[str, Moment]) -> _Allowed:
    """An event tells the order of two others only where it happens to every child to whom both of them happen."""

    def allowed(first: str, between: str, then: str) -> bool:
        return moments[between].groups <= moments[first].groups | moments[then].groups

    return allowed


def _following(events: Mapping[str, Event], moments: Mapping[str, Moment], allowed: _Allowed) -> Earlier:
    """The order that windows say which follow another event; the moments stand after those that they follow."""
    earlier: Earlier = {}
    for id in moments:
        window = events[id].window
        if window.after is not None and window.gestation is None and window.age is None:
            apart = window.from_.hours if window.from_ else 0.0
            before = [(window.after, apart)]
            for first, more in earlier.get(window.after, {}).items():
                if allowed(first, window.after, id):
                    before.append((first, more + apart))
            earlier[id] = dict(before[:MAX_EARLIER])
    return earlier


def _more(earlier: Earlier, first: str, then: str, apart: float, allowed: _Allowed) -> Iterator[_Pair]:
    """The pairs of events that are in order, or further apart, when one more pair is."""
    before = [(first, 0.0), *earlier.get(first, {}).items()]
    after = [(then, 0.0), *((id, known[then]) for id, known in earlier.items() if then in known)]
    for start, hours in before:
        for end, more in after:
            between = [id for id in (first, then) if id not in (start, end)]
            if all(allowed(start, id, end) for id in between):
                total = hours + apart + more
                if total > earlier.get(end, {}).get(start, -inf):
                    yield start, end, total


def _add(earlier: Earlier, pairs: Iterable[_Pair]) -> None:
    for start, end, hours in list(pairs):
        known = earlier.setdefault(end, {})
        if start in known or len(known) < MAX_EARLIER:
            known[start] = hours


def _fault(
    order: Order,
    pairs: Sequence[_Pair],
    earlier: Earlier,
    events: Mapping[str, Event],
    moments: Mapping[str, Moment],
) -> Fault | None:
    if order.first == order.then or order.then in earlier.get(order.first, {}):
        return "circle"
    rooms = [_room(moments[start], moments[end], hours, events) for start, end, hours in pairs]
    if any(room < -AT_ONCE for room in rooms):
        return "forbidden"
    return "instant" if any(room <= AT_ONCE for room in rooms) else None


def _room(first: Moment, then: Moment, apart: float, events: Mapping[str, Event]) -> float:
    """The hours that windows leave to two events so far apart; infinitely many where neither could be moved anyway."""
    rooms = [(then.end - first.start - apart, then.end > then.start or first.end > first.start)]
    window, least, most = events[then.id].window, 0.0, 0.0
    for _ in range(MAX_EARLIER):
        if window.after is None or window.after not in events:
            break
        start = window.from_.hours if window.from_ else 0.0
        least, most = least + start, most + (window.to.hours if window.to else start)
        if window.after == first.id:
            rooms.append((most - apart, most > least))
            break
        window = events[window.after].window
    return min((room for room, movable in rooms if movable or room < -AT_ONCE), default=inf)
