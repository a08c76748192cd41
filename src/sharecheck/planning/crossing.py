"""What an area's network is for a child who leaves the area, and for one who comes there."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import NamedTuple, TypeAlias

from sharecheck.model.base import Form, Nation, many
from sharecheck.model.party import Party
from sharecheck.model.pathway import Event, Transition
from sharecheck.network import Arc, Fact, Moment, Network, Recording
from sharecheck.network.build import PARENT, does
from sharecheck.network.children import Child, happens
from sharecheck.network.nodes import FRONT_DOOR, internal_arcs, node_of, nodes_of, services_apart
from sharecheck.network.timeline import Groups
from sharecheck.workspace import Area

LEFT = "left:"
"""Before the names of the parties and events of the area that a child has left; no name in a file has a colon."""
HERE = "here:"
"""The item that each party of the new area holds from the move on: only then is the child theirs."""
BRIDGE = -1
"""The flow of an arc that leads over the border: no protocol's, the two ends are the same service."""
MOVES = frozenset({"movers", "border"})
"""The groups of children who move, and of those who cross from one nation to the other."""


class Crossing(NamedTuple):
    """An event of the area that is left, at which something is to reach the other one.

    `groups`: the children to whom the event happens. `moves`: the child lives there from then on; else only a service
    of the other area needs to know.
    """

    event: str
    start: float
    end: float
    groups: Groups
    moves: bool

    @property
    def moment(self) -> Moment:
        """The window of the event, under the name that the event has for both areas."""
        return Moment(LEFT + self.event, self.start, self.end, self.groups)


def groups_of(here: Nation, there: Nation) -> frozenset[str]:
    """The groups of a child who moves from one nation to the other."""
    return MOVES if here != there else frozenset({"movers"})


def crossings(area: Area, nation: Nation) -> tuple[Crossing, ...]:
    """The events of an area at which children cross to that nation, in order of the pathway.

    The child has moved at the first of those that follow each other (`after`).
    """
    wanted = groups_of(area.nation, nation)
    elsewhere = (transition for transition in area.transitions.values() if transition.elsewhere)
    handed = {location.at for location in elsewhere if wanted & set(many(location.applies_to))}
    moments = area.network.moments
    found = {id: moments[id] for id in area.events if id in moments and (_goes(moments[id], wanted) or id in handed)}
    first = {
        id
        for id, moment in found.items()
        if _goes(moment, wanted) and found.keys().isdisjoint(_before(area.events, id))
    }
    return tuple(Crossing(id, moment.start, moment.end, moment.groups, id in first) for id, moment in found.items())


def _goes(moment: Moment, wanted: frozenset[str]) -> bool:
    return any(each & wanted for each in moment.groups)


def _before(events: Mapping[str, Event], id: str) -> Iterator[str]:
    """The events that an event follows, the nearest first."""
    seen = {id}
    following = events[id].window.after
    while following is not None and following in events and following not in seen:
        seen.add(following)
        yield following
        following = events[following].window.after


def leaving_network(area: Area, crossing: Crossing) -> Network:
    """What surely happens in an area before the child leaves, and at the crossing; under names that begin `LEFT`."""
    network = area.network
    near = {crossing.event, *_before(area.events, crossing.event)}
    moments = {
        id: moment
        for id, moment in network.moments.items()
        if id in near or crossing.event in _before(area.events, id) or moment.end <= crossing.start
    }
    facts = cache(lambda fact: fact._replace(party=LEFT + fact.party))
    sides = cache(lambda matched: tuple(map(facts, matched)))
    return Network(
        {LEFT + id: _left(moment) for id, moment in moments.items()},
        tuple(
            Recording(facts(recording.fact), LEFT + recording.event, recording.form, made=recording.occasion)
            for recording in network.recordings
            if recording.event in moments
        ),
        tuple(
            replace(
                arc,
                tail=facts(arc.tail),
                head=facts(arc.head),
                matched=sides(arc.matched),
                event=None if arc.event is None else LEFT + arc.event,
            )
            for arc in network.arcs
            if arc.event is None or arc.event in moments
        ),
    )


def _left(moment: Moment) -> Moment:
    """The same moment under the names of the area that is left."""
    earlier = {LEFT + id: hours for id, hours in moment.earlier.items()}
    return replace(moment, id=LEFT + moment.id, earlier=earlier)


def arrived(area: Area, crossing: Crossing) -> Network:
    """What surely happens in an area to a child who comes there at a crossing."""
    network = area.network
    moments = {
        id: moment for id, moment in network.moments.items() if crossing.moves and _comes_later(moment, crossing)
    }
    away = {party.id for party in area.parties.values() if party.elsewhere}
    inside = internal_arcs(area.parties, _wherever(area, network.parts))  # also for what comes over the border
    return Network(
        moments,
        tuple(
            recording
            for recording in network.recordings
            if recording.event in moments and recording.fact.party not in away
        ),
        tuple(
            arc
            for arc in (*(arc for arc in network.arcs if not arc.internal), *inside)
            if (arc.event is None or arc.event in moments) and not {arc.tail.party, arc.head.party} & away
        ),
    )


def _wherever(area: Area, items: Iterable[str]) -> Iterator[Fact]:
    """That each node of each party holds each of these items."""
    for item in items:
        yield from (Fact(party.id, item, node) for party in area.parties.values() for node in nodes_of(party))


def _comes_later(moment: Moment, crossing: Crossing) -> bool:
    return moment.start >= crossing.end and not moving(moment)


def moving(moment: Moment) -> bool:
    """Whether an event happens to nobody but children who move on."""
    return any(each <= MOVES for each in moment.groups)


def standing(area: Area) -> Iterator[Party]:
    """The parties that stand for those of another area, and the parent, who moves along."""
    return (party for party in area.parties.values() if party.id == PARENT or party.elsewhere)


def within(nation: Nation | None, other: Nation) -> bool:
    """Whether a party that stands for another area, in one nation or in any, stands for one in that nation."""
    return nation is None or nation == other


def stands_for(party: Party) -> Mapping[str, tuple[str, ...]]:
    """The services of the other area that each node of a party stands for; a front door for none of several."""
    apart = services_apart(party)
    return {service: (service,) for service in apart} if apart else {FRONT_DOOR: many(party.service)}


def heirs(area: Area, services: Iterable[str]) -> Iterator[tuple[Party, str]]:
    """The parties of an area that do one of these services, each with the node that holds what that service knows."""
    found = ((party, node_of(party, service)) for service in services for party in alike(area, (service,)))
    return iter({(party.id, node): (party, node) for party, node in found}.values())


def alike(area: Area, services: Iterable[str]) -> Iterator[Party]:
    """The parties of an area that do one of these services."""
    return (party for party in area.parties.values() if any(does(party, service) for service in services))


def medium(party: Party) -> Form:
    """The best form that a party's own records allow."""
    return "paper" if party.system and party.system.medium == "paper" else "coded"


def handovers(here: Area, there: Area, crossing: Crossing) -> Iterator[Transition]:
    """The handovers to the next area that belong to a crossing."""
    wanted = groups_of(here.nation, there.nation)
    for transition in here.transitions.values():
        if transition.elsewhere and transition.at == crossing.event:
            applies = set(many(transition.applies_to))
            if wanted & applies or (crossing.moves and not applies & MOVES):
                yield transition


def children(area: Area, transition: Transition) -> Groups:
    """The children whom a transition is about, and its event happens to."""
    return area.network.moments[transition.at].groups | ({frozenset(many(transition.applies_to))} - {frozenset()})


def happening(network: Network, child: Child | None) -> Network:
    """The part that is there for a child, or all of the network where the child does not matter."""
    moments = {id: moment for id, moment in network.moments.items() if child is None or happens(moment, child)}
    if len(moments) == len(network.moments):
        return network
    return Network(
        moments,
        tuple(recording for recording in network.recordings if recording.event in moments),
        tuple(arc for arc in network.arcs if arc.event is None or arc.event in moments),
    )


Subject: TypeAlias = tuple[str, str | None]
"""An item, and the occasion on which it was made; None: on any."""


def known_at(network: Network) -> Mapping[Subject, frozenset[Groups]]:
    """The children to whom the events happen at which each item becomes known to anybody."""
    found: dict[Subject, set[Groups]] = {}
    for recording in network.recordings:
        if recording.event in network.moments:
            for of in (None, recording.occasion):
                found.setdefault((recording.fact.item, of), set()).add(network.moments[recording.event].groups)
    return {subject: frozenset(groups) for subject, groups in found.items()}


def upstream(network: Network, facts: Iterable[Fact], matched: bool = False) -> set[Fact]:
    """These facts and all from which anything leads to them; with `matched`, also what that is filed by."""
    found = set(facts)
    coming = list(found)
    by_head: dict[Fact, list[Arc]] = {}
    for arc in network.arcs:
        by_head.setdefault(arc.head, []).append(arc)
    while coming:
        for arc in by_head.get(coming.pop(), ()):
            for fact in (arc.tail, *arc.matched) if matched else (arc.tail,):
                if fact not in found:
                    found.add(fact)
                    coming.append(fact)
    return found


def relevant(network: Network, facts: Iterable[Fact]) -> Network:
    """The part of a network that has to do with when these facts hold."""
    found = upstream(network, facts, matched=True)
    return Network(
        network.moments,
        tuple(recording for recording in network.recordings if recording.fact in found),
        tuple(arc for arc in network.arcs if arc.head in found),
    )


def recorders(network: Network) -> Mapping[Subject, frozenset[Fact]]:
    """Who comes to know each item by itself."""
    found: dict[Subject, set[Fact]] = {}
    for recording in network.recordings:
        for of in (None, recording.occasion):
            found.setdefault((recording.fact.item, of), set()).add(recording.fact)
    return {subject: frozenset(facts) for subject, facts in found.items()}
