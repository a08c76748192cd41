"""What each service knew on the day on which it took over: the needs of the pathway, judged for one child."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sharecheck.model.base import FORMS, many
from sharecheck.model.party import Party
from sharecheck.model.pathway import Need, Transition
from sharecheck.replay.desks import Desk, desk, party_at
from sharecheck.replay.legs import minutes
from sharecheck.replay.played import Learned, Replay
from sharecheck.replay.windows import happens_to
from sharecheck.workspace import Area


@dataclass(frozen=True, slots=True)
class Answer:
    """One item that was needed: when the item came in a form that can be used, and when at all."""

    need: Need
    by: int
    """Until when the item had to be there, as an age in minutes."""
    held: Learned | None
    """When the item came in a good enough form."""
    ever: Learned | None
    """When the item came in any form."""
    known: Replay
    """What counts: of an item that is made anew what was made on the occasion that is asked for, and of a need in hand
    what was known before its event."""
    nothing: bool = False
    """There was nothing to know: the item is written down only at events that happen to other children."""
    at_the_event: Learned | None = None
    """How the item came at the very event before which it was needed."""

    @property
    def met(self) -> bool:
        """Whether the item was there in time, in a form that can be used."""
        return self.held is not None and self.held.minute <= self.by


@dataclass(frozen=True, slots=True)
class Handover:
    """A transition of this child, and what one of its recipients knew."""

    transition: Transition
    desk: Desk
    """The party that takes over, or its service where it does several."""
    minute: int
    """The age at which the party takes over."""
    answers: tuple[Answer, ...]

    @property
    def party(self) -> str:
        """The party that takes over."""
        return party_at(self.desk)

    def place_of(self, need: Need) -> int:
        """The place of a need among those of the transition."""
        return next(index for index, answer in enumerate(self.answers) if answer.need is need)

    @property
    def judged(self) -> tuple[Answer, ...]:
        """The answers of which there was something to know."""
        return tuple(answer for answer in self.answers if not answer.nothing)

    @property
    def met(self) -> int:
        """How many of these were there in time."""
        return sum(answer.met for answer in self.judged)


def handovers(replay: Replay, traits: frozenset[str]) -> Iterator[Handover]:
    """The transitions that applied to a child of these groups, in order of time."""
    area = replay.area
    found = [
        (replay.at[transition.at], order, transition, party)
        for order, transition in enumerate(area.transitions.values())
        if transition.at in replay.at and in_groups(transition, traits)
        for party in area.parties.values()
        if takes_over(party, transition)
    ]
    for minute, _, transition, party in sorted(found, key=lambda place: place[:2]):
        yield handover(replay, transition, party, minute, traits)


def handover(replay: Replay, transition: Transition, party: Party, minute: int, traits: frozenset[str]) -> Handover:
    """What a party knew of what it needed at a transition."""
    here = desk(party, transition.to)
    by = minute + (minutes(transition.plus.longest_hours) if transition.plus else 0)
    return Handover(
        transition,
        here,
        minute,
        tuple(answer(replay, here, transition, need, by, traits) for need in transition.needs),
    )


def _nothing(replay: Replay, need: Need, traits: frozenset[str]) -> bool:
    """Whether nobody holds an item because all that brings it to light happens to other children, or came to no end."""
    if replay.holders(need.item):
        return False
    events = replay.recorders(need.item)
    if need.of is not None:
        occasion = replay.area.events.get(need.of)
        if occasion is None or not happens_to(occasion, traits, replay.area.events):
            return True
    return bool(events) and not any(happens_to(event, traits, replay.area.events) for event in events)


def answer(replay: Replay, desk: Desk, transition: Transition, need: Need, by: int, traits: frozenset[str]) -> Answer:
    """Whether one item was there by then, of the occasion that is asked for."""
    played = replay if need.of is None else replay.made_at(need.item, need.of)
    least = need.form or "paper"
    found = Answer(need, by, played.held(desk, need.item, least), played.held(desk, need.item, FORMS[-1]), played)
    if in_hand(replay.area, transition, need) and found.met:
        early = replay.before(transition.at)
        early = early if need.of is None else early.made_at(need.item, need.of)
        before = replace(
            found, held=early.held(desk, need.item, least), ever=early.held(desk, need.item, FORMS[-1]), known=early
        )
        if not before.met:
            found = replace(before, at_the_event=found.held)
    if not found.met and need.if_agreed and _refused(played, desk, need.item):
        return replace(found, nothing=True)
    if found.ever or found.at_the_event or not _nothing(played, need, traits):
        return found
    return replace(found, nothing=True)


def in_hand(area: Area, transition: Transition, need: Need) -> bool:
    """Whether a need has to be met before its event begins: as it says, or else where who needs it visits then."""
    if need.in_hand is not None:
        return bool(need.in_hand)
    if transition.plus is not None or transition.elsewhere or need.of == transition.at:
        return False
    return any(
        record.service == transition.to and record.event == transition.at for record in area.pathway.records or ()
    )


def _refused(replay: Replay, desk: Desk, item: str) -> bool:
    """Whether a parent said no to something that was to bring an item there."""
    return any(
        cargo.item == item and replay.choices.refuses_to(leg, cargo)
        for leg in replay.legs_to(desk, item)
        for cargo in leg.cargo
    )


def takes_over(party: Party, transition: Transition) -> bool:
    """Whether a party is one that takes over, or joins, at a transition."""
    return transition.to in many(party.service) and bool(party.elsewhere) == bool(transition.elsewhere)


def in_groups(transition: Transition, traits: frozenset[str]) -> bool:
    """Whether a transition applies to children of these groups."""
    groups = many(transition.applies_to)
    return not groups or not traits.isdisjoint(groups)
