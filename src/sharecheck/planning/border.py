"""A child moves from one area to another: which needs survive, by the protocols of both.

What a party that stands for the next area holds after the move is held by those who do its service there, and goes on
from them by their own protocols. What happened before the move happened here, what happens after it happens there;
`docs/moves.md` says what is worst case.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from sharecheck.brief import brief
from sharecheck.model.base import Nation
from sharecheck.model.pathway import Transition
from sharecheck.network import Arc, Fact, Need, NeedClassifier, Network, Outcome, Recording
from sharecheck.network.nodes import internal_arcs, learned, node_of
from sharecheck.network.timeline import Groups
from sharecheck.planning.crossing import (
    HERE,
    LEFT,
    Crossing,
    alike,
    arrived,
    children,
    crossings,
    groups_of,
    handovers,
    heirs,
    leaving_network,
    medium,
    standing,
    stands_for,
    within,
)
from sharecheck.workspace import Area

BRIDGE = -1
"""The flow of an arc that leads over the border: no protocol's, the two ends are the same service."""
Side = Literal["arrival", "later"]
"""A need is one of the arrival, or of a transition that comes later in the new area."""


@dataclass(frozen=True, slots=True)
class MoverNeed:
    """A need of a child who crosses; `stays` is what becomes of the need for one who stays, None if nobody looked."""

    crossing: Crossing
    need: Need
    side: Side
    stays: Outcome | None


Fate = Literal["kept", "lost", "not-recorded", "unknown"]


@brief
@dataclass(frozen=True, slots=True, repr=False)
class Survival:
    """What becomes of a need of a child who crosses."""

    mover: MoverNeed
    outcome: Outcome

    @property
    def fate(self) -> Fate:
        """What becomes of the need, in a word."""
        if self.outcome.unknown:
            return "unknown"
        return "kept" if self.outcome.kept else "lost" if self.outcome.lost else "not-recorded"

    @property
    def by_move(self) -> bool:
        """Whether the need is lost by the move: for a child who stays the need is kept."""
        stays = self.mover.stays
        return stays is not None and stays.kept and not self.outcome.kept and not self.outcome.unknown


@brief
@dataclass(frozen=True, repr=False)
class Border:
    """One way over a border."""

    here: Area
    there: Area
    survivals: tuple[Survival, ...]
    """What becomes of each need, whenever in the window of its event the child moves."""
    soonest: tuple[Survival, ...]
    """The same for a child who moves when that window begins; transitions that may come before the move are here."""
    unserved: tuple[Transition, ...]
    """Handovers to the next area whose service nobody does there."""


def needs_of_movers(here: Area, there: Area, crossing: Crossing) -> Iterator[MoverNeed]:
    """The needs of a child who crosses: those of the arrival first, then those of later transitions there."""
    yield from arrival(here, there, crossing)
    yield from later(here, there, crossing)


def later(here: Area, there: Area, crossing: Crossing) -> Iterator[MoverNeed]:
    """The needs of the transitions that surely come later, in the new area."""
    child = child_of(here.nation, there.nation) | crossing.groups
    moments = arrived(there, crossing).moments
    for outcome in there.outcomes:
        need = outcome.need
        if need.event in moments and not there.transitions[need.transition].elsewhere:
            yield MoverNeed(crossing, replace(need, groups=need.groups | child), "later", outcome)


def child_of(here: Nation, there: Nation) -> Groups:
    """The groups that a child who moves from one nation to the other is surely in."""
    return frozenset(frozenset({group}) for group in groups_of(here, there))


def arrival(here: Area, there: Area, crossing: Crossing) -> Iterator[MoverNeed]:
    """What the next service needs when the child arrives, as the pathway of the area says that was left."""
    child = child_of(here.nation, there.nation)
    stays: dict[tuple[str, int], Outcome] = {}
    stand = {party.id for party in standing(here) if within(party.nation, there.nation)}
    for outcome in here.outcomes:
        if outcome.need.fact.party in stand:
            known = stays.setdefault((outcome.need.transition, outcome.need.index), outcome)
            if outcome.kept and not known.kept:
                stays[outcome.need.transition, outcome.need.index] = outcome
    for transition in handovers(here, there, crossing):
        plus = transition.plus.longest_hours if transition.plus else 0.0
        groups = children(here, transition) | child
        for party in alike(there, (transition.to,)):
            for index, shape in enumerate(transition.needs):
                fact, form = Fact(party.id, shape.item, node_of(party, transition.to)), shape.form or "paper"
                at = LEFT + transition.at
                if shape.of is not None and shape.of not in here.network.moments:
                    continue  # as in the area itself
                made = here.network.moments[shape.of].groups if shape.of else frozenset()
                need = Need(transition.id, fact, at, plus, form, shape.weight, index, groups | made, of=shape.of)
                yield MoverNeed(crossing, need, "arrival", stays.get((transition.id, index)))


def joined(here: Area, there: Area, crossing: Crossing) -> Network:
    """One network of what was `left` and what has `arrived`, and the bridges between them; without needs."""
    before, after = leaving_network(here, crossing), arrived(there, crossing)
    bridges = tuple(_bridges(here, there, before))
    inside = internal_arcs(there.parties, (arc.head for arc in bridges))
    moment = replace(crossing.moment, earlier=before.moments[crossing.moment.id].earlier)
    come = tuple(Recording(Fact(party, HERE), moment.id) for party in dict.fromkeys(arc.head.party for arc in bridges))
    return Network(
        {**before.moments, moment.id: moment, **after.moments},
        (*before.recordings, *after.recordings, *come),
        (*before.arcs, *after.arcs, *bridges, *inside),
    )


def _bridges(here: Area, there: Area, before: Network) -> Iterator[Arc]:
    held: dict[tuple[str, str], dict[Fact, None]] = {}
    for fact in learned(before.recordings, before.arcs):
        held.setdefault((fact.party, fact.service), {})[fact] = None
    for party in (party for party in standing(here) if within(party.nation, there.nation)):
        for node, services in stands_for(party).items():
            for heir, service in heirs(there, services):
                for tail in held.get((LEFT + party.id, node), ()):
                    head = Fact(heir.id, tail.item, service)
                    yield Arc(tail, head, None, 0.0, medium(heir), BRIDGE, matched=(Fact(heir.id, HERE),))


def survivals(here: Area, there: Area, crossing: Crossing) -> tuple[Survival, ...]:
    """What becomes of each need at one crossing, over one network of both areas."""
    every = tuple(needs_of_movers(here, there, crossing))
    network = joined(here, there, crossing)
    needs, complete = tuple(mover.need for mover in every), here.complete and there.complete
    outcomes = NeedClassifier(replace(network, needs=needs, complete=complete)).outcomes()
    return tuple(Survival(mover, outcome) for mover, outcome in zip(every, outcomes, strict=True))


def border(here: Area, there: Area) -> Border:
    """What becomes of each need of a child who moves from one area to the other, with its way."""
    whenever: list[Survival] = []
    soonest: list[Survival] = []
    unserved: dict[str, Transition] = {}
    for crossing in crossings(here, there.nation):
        whenever += survivals(here, there, crossing)
        if crossing.moves:
            soonest += survivals(here, there, crossing._replace(end=crossing.start))
        for transition in handovers(here, there, crossing):
            if not any(alike(there, (transition.to,))):
                unserved[transition.id] = transition
    return Border(here, there, tuple(whenever), tuple(soonest), tuple(unserved.values()))
