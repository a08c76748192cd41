"""What happens to one child in one area, and when: a journey, placed in the windows of a pathway."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from sharecheck.model import Journey
from sharecheck.model.base import many
from sharecheck.model.calendar import days_later
from sharecheck.model.journey import Baby, Happening
from sharecheck.model.pathway import Event, Order
from sharecheck.replay.legs import DAY, minutes
from sharecheck.replay.room import Room, tied
from sharecheck.replay.windows import TERM, followed, happens_to, in_order

ENDINGS = frozenset(("pregnancy-loss", "child-death"))
"""Groups of families whom nobody may ask about the baby any more: their event ends a life."""

MOVING = frozenset(("movers", "border"))
"""Groups of children to whom what is a move happens: when this child moves, and not otherwise."""


@dataclass(frozen=True)
class Life:
    """When each event happens to a child, by age in minutes."""

    at: Mapping[str, int]
    traits: frozenset[str] = frozenset()
    ended: str | None = None
    """The event after which nothing happens any more: the pregnancy is lost, or the child has died."""
    would: Mapping[str, int] = field(default_factory=dict)
    """What was planned for later than that, or for after a move."""
    pregnancy: int = TERM
    """Minutes that the pregnancy lasts."""
    past: frozenset[str] = frozenset()
    """What would have happened here before the child came."""
    why: Mapping[str, str] = field(default_factory=dict)
    """Why an event happens outside its window."""


def life(journey: Journey, events: Mapping[str, Event], baby: Baby | None = None, order: Sequence[Order] = ()) -> Life:
    """The life of the child of a journey, or of one of its babies, among the events of a pathway, in their order.

    Of what is a mistake, nothing is used: `mistakes` has them.
    """
    happenings = {
        happening.event: happening for happening in (*(journey.happens or ()), *((baby.happens or ()) if baby else ()))
    }
    pregnancy = minutes(journey.gestation.hours) if journey.gestation else TERM
    dates = {
        id: minute for id, happening in happenings.items() if (minute := minute_of(happening, pregnancy)) is not None
    }
    return place(
        events,
        groups(journey, baby),
        dates,
        missed={*(journey.does_not_happen or ()), *((baby.does_not_happen or ()) if baby else ())},
        why={id: happening.outside for id, happening in happenings.items() if happening.outside},
        moves=[minutes(move.at.hours) for move in journey.moves] if journey.moves else None,
        pregnancy=pregnancy,
        order=order,
    )


def place(  # noqa: PLR0913  # what is known of a child
    events: Mapping[str, Event],
    traits: frozenset[str],
    dates: Mapping[str, int],
    missed: Collection[str] = (),
    why: Mapping[str, str] | None = None,
    moves: Sequence[int] | None = None,
    pregnancy: int = TERM,
    order: Sequence[Order] = (),
) -> Life:
    """The life of a child of these groups: events at their `dates`, all others in the middle of what is left to them.

    A date outside the window, or out of order, is left unused, but for those that say `why`. With `moves`, what happens
    to movers happens at these ages, and not otherwise.
    """
    why = why or {}
    happening = {event.id for event in events.values() if event.id not in missed and happens_to(event, traits, events)}
    outside = {id: minute for id, minute in dates.items() if id in why}
    room = Room(events, happening, order, pregnancy, outside)
    dated = {id for id in tied(order) if id in dates and id in events and followed(events[id].window) is None}
    at: dict[str, int] = {}
    for event in sorted(in_order(events), key=lambda event: event.id not in dated):
        span = room.spans.get(event.id) if followed(event.window) in (None, *at) else None
        minute = dates.get(event.id)
        if event.id not in happening:
            continue
        if minute is not None and (event.id in why or (span and span.start <= minute <= span.end)):
            at[event.id] = minute
        elif moves is not None and is_move(event):
            at.update((event.id, age) for age in moves if span and span.start <= age <= span.end)
        elif span is not None:
            at[event.id] = span.middle
        if event.id in at and span is not None:
            room.fix(event.id, at[event.id])
    return _ended(
        Life(at, traits, pregnancy=pregnancy, why={id: reason for id, reason in why.items() if id in at}), events
    )


def groups(journey: Journey, baby: Baby | None = None) -> frozenset[str]:
    """The groups of children that the child of a journey belongs to; who moves is one of those who move."""
    found = {*(journey.traits or ()), *((baby.traits or ()) if baby else ())}
    if journey.moves:
        found.add("movers")
    if any(move.nation and journey.nation and move.nation != journey.nation for move in journey.moves or ()):
        found.add("border")
    return frozenset(found)


def is_ending(event: Event) -> bool:
    """Whether an event ends a life."""
    return not ENDINGS.isdisjoint(many(event.applies_to))


def is_move(event: Event) -> bool:
    """Whether an event is a move to another area."""
    return bool(event.applies_to) and set(many(event.applies_to)) <= MOVING


def minute_of(happening: Happening, pregnancy: int) -> int | None:
    """The age in minutes that a journey gives."""
    if happening.at is not None:
        return minutes(happening.at.hours)
    return minutes(happening.gestation.hours) - pregnancy if happening.gestation is not None else None


def _ended(life: Life, events: Mapping[str, Event]) -> Life:
    """The same life, up to the first event that ends a life."""
    ends = [(minute, id) for id, minute in life.at.items() if is_ending(events[id])]
    if not ends:
        return life
    last, ended = min(ends)
    at = {id: minute for id, minute in life.at.items() if minute < last or id == ended}
    would = {id: minute for id, minute in life.at.items() if id not in at}
    return replace(life, at=at, ended=ended, would=would)


def calendar(born: date | None, as_of: date) -> Callable[[int], date]:
    """The day on which gates are looked at, by age in minutes: without a birth date always the same one."""
    if born is None:
        return lambda _: as_of
    return lambda minute: days_later(born, minute // DAY)
