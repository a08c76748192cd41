"""A child for whom a need fails: the dates and choices under which what is promised does not arrive.

A gap says that nobody can rely on an item. Its witness is a journey that shows so, and the replay judges that journey.
Nothing is taken from the spread but the need.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, islice, product
from random import Random
from typing import TypeAlias

from sharecheck.model import Journey
from sharecheck.network import Outcome
from sharecheck.replay.choices import NOBODY, WORST, Choices, chosen
from sharecheck.replay.desks import Desk, desk
from sharecheck.replay.handovers import Answer, answer
from sharecheck.replay.legs import HOUR, Leg, legs, minutes
from sharecheck.replay.life import Life, calendar, place
from sharecheck.replay.played import Replay
from sharecheck.replay.recordings import writings
from sharecheck.replay.room import Room, tied
from sharecheck.replay.run import replay
from sharecheck.replay.windows import TERM, groups, happens_to, in_order
from sharecheck.workspace import Area

TRIES = 2000
"""Children to try. All ends of the windows are among them where that many are enough."""
Where: TypeAlias = Callable[[int, int], int]
"""An age between the start and the end of a window."""


@dataclass(frozen=True)
class Witness:
    """A journey on which a need fails, and how the journey was played."""

    outcome: Outcome
    journey: Journey
    life: Life
    replay: Replay
    answer: Answer

    @property
    def desk(self) -> Desk:
        """Who needs it."""
        need, area = self.outcome.need, self.replay.area
        return desk(area.parties[need.fact.party], area.transitions[need.transition].to)


def witness(area: Area, outcome: Outcome, tries: int = TRIES) -> Witness | None:
    """The journey of a child for whom this need fails, told with as little as possible; None when none was found."""
    search = _Search(area, outcome)
    for traits in search.groups():
        dates = search.dates(traits, tries)
        if dates is not None:
            return search.witness(traits, search.fewest(traits, dates))
    return None


class _Search:
    """The search for a child for whom one need fails."""

    def __init__(self, area: Area, outcome: Outcome) -> None:
        self.area, self.outcome, self.need = area, outcome, outcome.need
        self.pathway_need = area.pathway_need(outcome.need)
        self.transition = area.transitions[outcome.need.transition]
        self.day = calendar(None, area.as_of)
        every = tuple(legs(area))
        items = {self.need.fact.item}
        while True:
            ways = [leg for leg in every if any(cargo.item in items for cargo in leg.cargo)]
            more = items | {item for leg in ways for identifiers in leg.matched_by or () for item in identifiers}
            if more == items:
                break
            items = more
        self.legs = [replace(leg, cargo=tuple(cargo for cargo in leg.cargo if cargo.item in items)) for leg in ways]
        self.desk = desk(area.parties[self.need.fact.party], area.transitions[self.need.transition].to)
        self.near = tuple(_leading_to(self.desk, self.need.fact.item, self.legs))
        self.writings = noted = tuple(writing for writing in writings(area) if writing.item in items)
        self.recorders = list(
            dict.fromkeys(
                writing.event
                for writing in noted
                if writing.item == self.need.fact.item and self.need.of in (None, writing.event)
            )
        )
        self.matters = {
            self.need.event,
            *(writing.event for writing in noted),
            *(leg.event for leg in self.legs if leg.event),
        }

    def groups(self) -> Iterator[frozenset[str]]:
        """Groups that the child may belong to: as few as the need asks for; first those who make the item known."""
        least, events = _least(self.need.groups), self.area.events
        more = [some for event in self.recorders if event in events for some in _least(groups(events[event], events))]
        known = [traits for traits in least if any(self._happens(event, traits) for event in self.recorders)]
        yield from dict.fromkeys((*known, *(traits | some for traits in least for some in more), *least))

    def _happens(self, event: str, traits: frozenset[str]) -> bool:
        events = self.area.events
        return event in events and happens_to(events[event], traits, events)

    def played(self, life: Life, choices: Choices, ways: Sequence[Leg]) -> tuple[Replay, Answer] | None:
        """How the need fares for a child by these ways; None when the child has no such need."""
        if self.need.event not in life.at:
            return None
        run = replay(self.area, life.at, choices, self.day, promised=ways, records=self.writings)
        by = life.at[self.need.event] + minutes(self.need.plus)
        return run, answer(run, self.desk, self.transition, self.pathway_need, by, life.traits)

    @property
    def _worst(self) -> Choices:
        """All that may go wrong does; but where a refusal is respected, the parent agrees."""
        return replace(WORST, refuses=NOBODY) if self.need.agreed else WORST

    def fails(self, traits: frozenset[str], dates: Mapping[str, int], choices: Choices | None = None) -> bool:
        """Whether the need fails for a child with these dates, and there is something to know."""
        life = place(self.area.events, traits, dates, order=self.area.order)
        found = self.played(life, choices or self._worst, self.near)
        return found is not None and not found[1].met and not found[1].nothing

    def dates(self, traits: frozenset[str], tries: int) -> Mapping[str, int] | None:
        """Dates on which the need fails, if any were found."""
        return next((dates for dates in islice(self._children(traits), tries) if self.fails(traits, dates)), None)

    def _children(self, traits: frozenset[str]) -> Iterator[Mapping[str, int]]:
        """Dates to try: what is worst without luck, then the ends of all windows, then in between."""
        names = [event for event in self._follow() if self._happens(event, traits)]
        chance = Random(0)
        late: dict[str, Where] = dict.fromkeys(names, _end)
        ends: Iterator[list[Where]]
        yield self._placed(traits, {**late, self.need.event: _start})
        yield self._placed(traits, {})
        if len(names) <= 10:
            ends = (list(sides) for sides in product((_start, _end), repeat=len(names)))
        else:
            ends = ([chance.choice((_start, _end)) for _ in names] for _ in range(TRIES // 2))
        between = ([chance.choice((_start, _end, _between(chance))) for _ in names] for _ in range(TRIES))
        for sides in chain(ends, between):
            yield self._placed(traits, dict(zip(names, sides, strict=True)))

    def _follow(self) -> list[str]:
        """The events that matter, and those that they follow, each after the event that it follows."""
        wanted = set(self.matters)
        order = in_order(self.area.events)
        for event in reversed(order):
            if event.id in wanted and event.window.after:
                wanted.add(event.window.after)
        return [event.id for event in order if event.id in wanted]

    def _placed(self, traits: frozenset[str], where: Mapping[str, Where]) -> Mapping[str, int]:
        events = self.area.events
        room = Room(events, [id for id in events if self._happens(id, traits)], self.area.order)
        tied_to = tied(self.area.order)
        dates: dict[str, int] = {}
        # what the need is judged by comes first: what is tied to it has the room that it leaves
        for event in sorted(in_order(events), key=lambda event: event.id != self.need.event or event.id not in tied_to):
            span = room.spans.get(event.id)
            if span is not None:
                minute = span.middle
                if event.id in where:
                    minute = dates[event.id] = where[event.id](span.start, span.end)
                if event.id in where or event.id not in tied_to:
                    room.fix(event.id, minute)
        return {event.id: dates[event.id] for event in in_order(events) if event.id in dates}

    def fewest(self, traits: frozenset[str], dates: Mapping[str, int]) -> Mapping[str, int]:
        """Of these dates only those without which the need would not fail."""
        for event in tuple(dates):
            fewer = {id: minute for id, minute in dates.items() if id != event}
            if self.fails(traits, fewer):
                dates = fewer
        return dates

    def witness(self, traits: frozenset[str], dates: Mapping[str, int]) -> Witness:
        """The witness with these dates, and with as few choices as suffice."""
        choices = self._choices(traits, dates)
        life = place(self.area.events, traits, dates, order=self.area.order)
        found = self.played(life, choices, self.legs)
        assert found is not None
        shows = f"how {self.need.fact.party} comes not to know {self.need.fact.item} in time"
        journey = Journey.model_validate(
            {
                "sharecheck": "journey/1",
                "id": f"without-{self.need.fact.item}"[:100],
                "title": f"A child of whom {self.need.fact.party} does not know {self.need.fact.item}",
                "shows": shows,
                **({"area": self.area.id} if self.area.shape else {}),
                **({"traits": tuple(sorted(traits))} if traits else {}),
                **({"happens": tuple(_happening(id, dates[id]) for id in dates)} if dates else {}),
                **chosen(choices),
            }
        )
        return Witness(self.outcome, journey, life, *found)

    def _choices(self, traits: frozenset[str], dates: Mapping[str, int]) -> Choices:
        flows = frozenset(leg.flow.id for leg in self.near)
        asked = NOBODY if self.need.agreed else flows
        choices = self._worst

        def fails(before: Choices, change: Callable[[Choices, frozenset[str]], Choices], names: frozenset[str]) -> bool:
            return self.fails(traits, dates, change(before, names))

        every: tuple[tuple[frozenset[str], Callable[[Choices, frozenset[str]], Choices]], ...] = (
            (asked, lambda before, names: replace(before, refuses=names)),
            (flows, lambda before, names: replace(before, forgets=names)),
            (
                frozenset(cargo.item for leg in self.near for cargo in leg.cargo),
                lambda before, names: replace(before, left_empty=names),
            ),
            (
                frozenset(leg.post for leg in self.near if leg.post is not None),
                lambda before, names: replace(before, away=names),
            ),
        )
        for names, change in every:
            choices = change(choices, _fewest(names, sorted(names), partial(fails, choices, change)))
        return choices


def _fewest(names: frozenset[str], needless: Sequence[str], fails: Callable[[frozenset[str]], bool]) -> frozenset[str]:
    """The names without as many of these, in turn, as the need still fails without; found by halves."""
    fewer = names.difference(needless)
    if not needless or fails(fewer):
        return fewer
    if len(needless) == 1:
        return names
    half = len(needless) // 2
    return _fewest(_fewest(names, needless[:half], fails), needless[half:], fails)


def _leading_to(desk: Desk, item: str, ways: Sequence[Leg]) -> Iterator[Leg]:
    """The legs on a way of an item to who needs it, or of what that item is matched by: no other leg matters."""
    into: dict[tuple[str, str], list[int]] = {}
    for number, leg in enumerate(ways):
        for cargo in leg.cargo:
            into.setdefault((leg.recipient, cargo.item), []).append(number)
    waiting = [(desk, item)]
    seen, found = set(waiting), set[int]()
    while waiting:
        here, what = waiting.pop()
        for number in into.get((here, what), ()):
            leg = ways[number]
            found.add(number)
            matched = frozenset[str]().union(*(leg.matched_by or ()))
            behind = {(leg.sender, what), *((holder, id) for holder in (leg.sender, here) for id in matched)}
            waiting += behind - seen
            seen |= behind
    yield from (ways[number] for number in sorted(found))


def _least(groups: Collection[frozenset[str]]) -> list[frozenset[str]]:
    """The children who are in one of each of these sets of groups, and in no more than that takes."""
    return [frozenset(traits) for traits in product(*(sorted(group) for group in sorted(groups, key=sorted)))]


def _start(start: int, _: int) -> int:
    return start


def _end(_: int, end: int) -> int:
    return end


def _between(chance: Random) -> Where:
    return lambda start, end: start + round((end - start) * chance.random())


def _happening(event: str, minute: int) -> dict[str, str]:
    if minute < 0:
        return {"event": event, "gestation": iso(minute + TERM)}
    return {"event": event, "at": iso(minute)}


def iso(minute: int) -> str:
    """The ISO 8601 duration of so many minutes."""
    days, rest = divmod(minute, 24 * HOUR)
    hours, rest = divmod(rest, HOUR)
    time = (f"{hours}H" if hours else "") + (f"{rest}M" if rest else "")
    day = f"{days}D" if days or not time else ""
    return f"P{day}{'T' if time else ''}{time}"
