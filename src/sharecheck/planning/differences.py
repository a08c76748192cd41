"""What differs between two areas, and their nations, for a child who moves: law, identifiers and services, as data say.

Nothing here says that anything is lawful or is not.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from sharecheck.brief import brief
from sharecheck.model.base import many
from sharecheck.model.law import Provision
from sharecheck.network.build import PARENT
from sharecheck.planning.crossing import standing, within
from sharecheck.standards import law
from sharecheck.workspace import Area, Flow


@brief
@dataclass(frozen=True, repr=False)
class Reliance:
    """A provision that flows to the next area name, and that does not apply in the nation of that area."""

    provision: Provision
    flows: tuple[Flow, ...]


@dataclass(frozen=True)
class Identifier:
    """Something that identifies the child, and that does not pass the border.

    `filed`: so many flows of the new area cannot be filed without the item. `sent`: a flow to the next area carries the
    item, and in the new area nobody records, sends or needs it.
    """

    item: str
    filed: int
    sent: bool


@brief
@dataclass(frozen=True, repr=False)
class Differences:
    """One way over a border."""

    laws: tuple[Reliance, ...]
    identifiers: tuple[Identifier, ...]
    services: tuple[tuple[str, bool], ...]
    """Services that are done here and not there, and whether the pathway there knows them."""


def differences(here: Area, there: Area) -> Differences:
    """What differs for a child who moves from one area to the other."""
    flows = tuple(over_the_border(here, there))
    return Differences(tuple(_laws(flows, there)), tuple(_identifiers(flows, there)), tuple(_services(here, there)))


def over_the_border(here: Area, there: Area) -> Iterator[Flow]:
    """The flows from services here to parties that stand for those of the other area."""
    stand = {party.id for party in standing(here) if party.id != PARENT and within(party.nation, there.nation)}
    for flow in here.current_flows:
        if stand.intersection(many(flow.shape.to)) and not stand.issuperset(many(flow.shape.from_)):
            yield flow


def _laws(flows: tuple[Flow, ...], there: Area) -> Iterator[Reliance]:
    named: dict[str, dict[Flow, None]] = {}
    for flow in flows:
        for basis, _ in flow.bases:
            for id in basis.powers or ():
                named.setdefault(id, {})[flow] = None
    for id, naming in sorted(named.items()):
        provision = law().get(id)
        if provision is not None and there.nation not in provision.applies:
            yield Reliance(provision, tuple(naming))


def _identifiers(flows: tuple[Flow, ...], there: Area) -> Iterator[Identifier]:
    items = there.vocabulary.items
    sent = {carried.id: None for flow in flows for carried in flow.items}
    known = {item for transition in there.transitions.values() for item in (need.item for need in transition.needs)}
    known |= {recording.fact.item for recording in there.network.recordings} | {
        arc.head.item for arc in there.network.arcs
    }
    for id in sent:
        if id in items and items[id].identifier and id not in known:
            yield Identifier(id, 0, True)
    missed: dict[str, int] = {}
    for flow in there.current_flows:
        matches = [set(many(items)) for items in flow.shape.matched_by or ()]
        if matches and flow.between_services and not any(match <= sent.keys() for match in matches):
            for id in sorted(set.intersection(*matches) - sent.keys()):
                missed[id] = missed.get(id, 0) + 1
    for id, number in missed.items():
        yield Identifier(id, number, False)


def _services(here: Area, there: Area) -> Iterator[tuple[str, bool]]:
    named = {name for transition in there.transitions.values() for name in (transition.to, *many(transition.from_))}
    named |= {record.service for record in there.pathway.records or ()}
    done = _done(there)
    for service in sorted(_done(here) - done):
        yield service, service in named


def _done(area: Area) -> set[str]:
    return {
        service
        for party in area.parties.values()
        if not party.elsewhere and party.id != PARENT
        for service in many(party.service)
    }
