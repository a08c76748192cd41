"""One child's days: a queue of dated events and messages, worked off in order of time."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from heapq import heappop, heappush
from itertools import count
from typing import NamedTuple, TypeAlias

from sharecheck.model.base import FORMS, Form
from sharecheck.replay.choices import Choices
from sharecheck.replay.legs import Leg, Pace, closed, legs, whole, worse
from sharecheck.replay.written import Writing, writings
from sharecheck.workspace import Area


@dataclass(slots=True, eq=False)
class Message:
    """What was sent once: which items in which forms, when (in minutes of age), and when it was filed."""

    leg: Leg
    items: Mapping[str, Form]
    matched_by: tuple[frozenset[str], ...] | None
    """What its sender could write on it: sets of identifiers, of which the recipient must hold one to file it."""
    ready: int
    leaves: int
    arrives: int
    filed: int | None = None


class Learned(NamedTuple):
    """A party comes to hold an item, or to hold it in a better form."""

    minute: int
    form: Form
    source: "Message | str"
    """What brought it; the event at which the party wrote it down itself; or the area it came from."""


Known: TypeAlias = Mapping[tuple[str, str], list[Learned]]
"""By party and item, each time that it was learned anew, in order of time."""


class Brought(NamedTuple):
    """What comes in from another area."""

    minute: int
    party: str
    item: str
    form: Form
    source: str


@dataclass(frozen=True, eq=False)
class Replay:
    """What came of one child's days in one area."""

    area: Area
    at: Mapping[str, int]
    """The events that happened, with the age in minutes."""
    choices: Choices
    known: Known
    messages: tuple[Message, ...]
    promised: tuple[Leg, ...]
    """All legs of the area, or those that mattered."""
    day: Callable[[int], date]
    """The day on the calendar on which gates are looked at, by age in minutes."""

    def held(self, party: str, item: str, form: Form = "verbal") -> Learned | None:
        """When the party first held the item in that form or a better one."""
        least = FORMS.index(form)
        return next((one for one in self.known.get((party, item), ()) if FORMS.index(one.form) <= least), None)

    def legs_to(self, party: str, item: str) -> tuple[Leg, ...]:
        """The legs that could bring an item to a party."""
        return self._bringing.get((party, item), ())

    @cached_property
    def _bringing(self) -> Mapping[tuple[str, str], tuple[Leg, ...]]:
        found: dict[tuple[str, str], list[Leg]] = defaultdict(list)
        for leg in self.promised:
            for cargo in leg.cargo:
                found[leg.recipient, cargo.item].append(leg)
        return {key: tuple(each) for key, each in found.items()}

    def hindered(self, leg: Leg, item: str, minute: int) -> str | None:
        """Why a leg did not take an item that its sender had at that minute, or None."""
        cargo = next(one for one in leg.cargo if one.item == item)
        return self.choices.hindered(leg, cargo, minute) or closed(leg, self.day(minute))


def replay(
    area: Area,
    at: Mapping[str, int],
    choices: Choices,
    day: Callable[[int], date],
    pace: Pace = whole,
    brought: Iterable[Brought] = (),
    promised: Iterable[Leg] | None = None,
) -> Replay:
    """Play the days of a child whose events happen at these ages (in minutes).

    `promised` are the legs of the area, for who plays many children.
    """
    every = tuple(legs(area) if promised is None else promised)
    run = _Run(area, at, choices, day, pace, every)
    for one in brought:
        run.put(one.minute, one)
    run.play()
    return Replay(area, at, choices, run.known, tuple(run.messages), every, day)


class _Run:
    """The state of one replay."""

    def __init__(
        self,
        area: Area,
        at: Mapping[str, int],
        choices: Choices,
        day: Callable[[int], date],
        pace: Pace,
        promised: Iterable[Leg],
    ) -> None:
        self.choices, self.day, self.pace = choices, day, pace
        self.known: dict[tuple[str, str], list[Learned]] = {}
        self.messages: list[Message] = []
        self.queue: list[tuple[int, int, str | Message | Brought]] = []
        self.order = count()
        self.touched: dict[str, None] = {}  # parties that have learned something since they were looked at
        self.sent: dict[tuple[Leg, str], tuple[int, int]] = {}  # form and number of identifiers it went out with
        self.at_change: dict[str, list[Leg]] = defaultdict(list)
        self.at_event: dict[str, list[Leg]] = defaultdict(list)
        self.unfiled: dict[str, list[Message]] = defaultdict(list)
        for leg in promised:
            (self.at_change[leg.sender] if leg.event is None else self.at_event[leg.event]).append(leg)
        self.written: dict[str, list[Writing]] = defaultdict(list)
        for one in writings(area):
            self.written[one.event].append(one)
        for event, minute in at.items():
            self.put(minute, event)

    def put(self, minute: int, what: str | Message | Brought) -> None:
        heappush(self.queue, (minute, next(self.order), what))

    def play(self) -> None:
        """Work off the queue, minute by minute."""
        while self.queue:
            self.minute(self.queue[0][0])

    def minute(self, now: int) -> None:
        """All that happens at one minute, again and again until nothing more comes of it."""
        fired: list[Leg] = []
        while self.queue and self.queue[0][0] == now:
            while self.queue and self.queue[0][0] == now:
                what = heappop(self.queue)[2]
                if isinstance(what, Message):
                    self.unfiled[what.leg.recipient].append(what)
                    self.touched[what.leg.recipient] = None
                elif isinstance(what, Brought):
                    self.learn(what.party, what.item, Learned(now, what.form, what.source))
                else:
                    fired += self.at_event[what]
                    for one in self.written.get(what, ()):
                        self.learn(one.party, one.item, Learned(now, one.form, what))
            while self.touched or fired:
                parties, self.touched = list(self.touched), {}
                for party in parties:
                    self.file(party, now)
                    for leg in self.at_change.get(party, ()):
                        self.send(leg, now)
                for leg in fired:
                    self.send(leg, now)
                if not self.touched:
                    break

    def learn(self, party: str, item: str, learned: Learned) -> None:
        before = self.known.setdefault((party, item), [])
        if not before or FORMS.index(learned.form) < FORMS.index(before[-1].form):
            before.append(learned)
            self.touched[party] = None

    def holds(self, party: str, items: Iterable[str]) -> bool:
        return all((party, item) in self.known for item in items)

    def file(self, party: str, now: int) -> None:
        """Put away what has come, as far as the party can tell which child it is about."""
        still: list[Message] = []
        for message in self.unfiled[party]:
            if message.matched_by is None or any(self.holds(party, one) for one in message.matched_by):
                message.filed = now
                for item, form in message.items.items():
                    self.learn(party, item, Learned(now, form, message))
            else:
                still.append(message)
        self.unfiled[party] = still

    def send(self, leg: Leg, now: int) -> None:
        """Send what the sender holds and has not sent: by now, or in a worse form, or with fewer identifiers."""
        labelled = None
        if leg.matched_by is not None:
            labelled = tuple(one for one in leg.matched_by if self.holds(leg.sender, one))
            if not labelled:
                return
        items: dict[str, Form] = {}
        for cargo in leg.cargo:
            held = self.known.get((leg.sender, cargo.item))
            if not held:
                continue
            form = worse(worse(held[-1].form, cargo.form), leg.form)
            stage = (-FORMS.index(form), len(labelled or ()))
            before = self.sent.get((leg, cargo.item))
            if before is None or stage[0] > before[0] or stage[1] > before[1]:
                self.sent[leg, cargo.item] = stage
                items[cargo.item] = form
        if not items:
            return
        takes = self.pace(leg)
        leaves = now + min(leg.wait, takes)
        if closed(leg, self.day(leaves)):
            return
        carried = {
            cargo.item: items[cargo.item]
            for cargo in leg.cargo
            if cargo.item in items and not self.choices.hindered(leg, cargo, leaves)
        }
        if carried:
            message = Message(leg, carried, labelled, now, leaves, now + takes)
            self.messages.append(message)
            self.put(message.arrives, message)
