"""Who of a party holds an item: the party, or each of its services by itself where it does several.

That two services are one organisation does not make what one of them knows known to the other. A party with several
services is a node for each, and a front door, to which everything leads that does not say which service it is for.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import product

from sharecheck.model.base import Form, many
from sharecheck.model.party import Party
from sharecheck.model.pathway import Pathway, Transition
from sharecheck.model.protocol import Flow
from sharecheck.network.facts import Arc, Barrier, Fact, Recording

FRONT_DOOR = ""
"""The service of a node that is the whole party: the only one of most parties."""
INTERNAL = -1
"""The flow of an arc between services of one party: no protocol's."""


def services_apart(party: Party) -> tuple[str, ...]:
    """The services of a party that know by themselves what they know; none where the party is one node."""
    services = tuple(dict.fromkeys(many(party.service)))
    return services if len(services) > 1 and not party.one_record else ()


def nodes_of(party: Party) -> tuple[str, ...]:
    """All nodes of a party, the front door first."""
    return FRONT_DOOR, *services_apart(party)


def node_of(party: Party, service: str) -> str:
    """The node that holds what a service of a party knows."""
    return service if service in services_apart(party) else FRONT_DOOR


def sending(party: Party, flow: Flow, pathway: Pathway) -> tuple[str, ...]:
    """The nodes of a party that a flow goes out from; where nobody says which, from whichever knows."""
    if flow.from_service is not None:
        return _named(party, many(flow.from_service))
    apart = services_apart(party)
    if not apart:
        return (FRONT_DOOR,)
    meant = {service for transition in _meant(flow, pathway) for service in many(transition.from_)}
    return tuple(service for service in apart if service in meant) or (FRONT_DOOR, *apart)


def ends_of(flow: Flow, sender: Party, recipient: Party, pathway: Pathway) -> Iterator[tuple[str, str]]:
    """The nodes of its sender and its recipient that a flow joins."""
    return product(sending(sender, flow, pathway), receiving(recipient, flow, pathway))


def sending_services(party: Party, flow: Flow, pathway: Pathway) -> tuple[str, ...]:
    """The services of a party that may send a flow."""
    nodes = sending(party, flow, pathway)
    return tuple(service for service in many(party.service) if node_of(party, service) in nodes)


def receiving(party: Party, flow: Flow, pathway: Pathway) -> tuple[str, ...]:
    """The nodes of a party that a flow leads to; where nobody says which, its front door."""
    if flow.to_service is not None:
        return _named(party, many(flow.to_service))
    apart = services_apart(party)
    if not apart:
        return (FRONT_DOOR,)
    meant = {transition.to for transition in _meant(flow, pathway)}
    return tuple(service for service in apart if service in meant) or (FRONT_DOOR,)


def _meant(flow: Flow, pathway: Pathway) -> Iterator[Transition]:
    """The transitions that a flow says it is for."""
    named = many(flow.for_)
    return (transition for transition in pathway.transitions or () if transition.id in named)


def _named(party: Party, named: tuple[str, ...]) -> tuple[str, ...]:
    """The nodes of the services that a flow names; none where the party does none of these."""
    done = (service for service in dict.fromkeys(many(party.service)) if service in named)
    return tuple(dict.fromkeys(node_of(party, service) for service in done))


def knowing_first(parties: Iterable[Party], item: str, services: Iterable[str]) -> tuple[frozenset[Fact], ...]:
    """The nodes at which a change of an item is known first, each by itself: those of the services that know it."""
    here = [party for party in parties if not party.elsewhere]
    knowing = ((party, service) for party in here for service in services if service in many(party.service))
    facts = dict.fromkeys(Fact(party.id, item, node_of(party, service)) for party, service in knowing)
    return tuple(frozenset((fact,)) for fact in facts)


def learned(
    recordings: Iterable[Recording], arcs: Iterable[Arc], sources: Iterable[frozenset[Fact]] = ()
) -> Iterator[Fact]:
    """What anybody may come to hold, or learn a change of, who is not told by another service of the same party."""
    yield from (recording.fact for recording in recordings)
    yield from (arc.head for arc in arcs)
    yield from (fact for source in sources for fact in sorted(source))


def internal_arcs(parties: Mapping[str, Party], learned: Iterable[Fact]) -> Iterator[Arc]:
    """How what one service of a party learns comes to the others: at once, if they work in one record.

    There is one from each fact that is learned to each other node: two of them in a row lead to no more.
    """
    several = (party for party in parties.values() if not isinstance(party.service, str))
    nodes = {party.id: (FRONT_DOOR, *apart) for party in several if (apart := services_apart(party))}
    if not nodes:
        return
    for fact in dict.fromkeys(fact for fact in learned if fact.party in nodes):
        barriers, form = (Barrier("internal", fact.party),), medium(parties[fact.party])
        for service in nodes[fact.party]:
            if service != fact.service:
                yield Arc(fact, Fact(fact.party, fact.item, service), None, 0.0, form, INTERNAL, barriers=barriers)


def medium(party: Party) -> Form:
    """The best form that a party's own records allow."""
    return "paper" if party.system and party.system.medium == "paper" else "coded"
