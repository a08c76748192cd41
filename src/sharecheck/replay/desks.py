"""Who in an area knows something: a party, or one service of a party whose services keep records of their own.

Read here a second time; the network's own reading is `network/nodes.py`.
"""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from sharecheck import words
from sharecheck.model.base import many
from sharecheck.model.party import Party
from sharecheck.model.pathway import Transition
from sharecheck.model.protocol import Flow

Desk: TypeAlias = str
"""A party, or a service of one, as `party:service`: no name in a file has a colon."""


def desk(party: Party, service: str) -> Desk:
    """Where a party keeps what it knows for one of its services."""
    return f"{party.id}:{service}" if _keeps_apart(party) else party.id


def desks(party: Party) -> Mapping[Desk, tuple[str, ...]]:
    """The desks of a party with the services that work there; at the first of several, everybody's post arrives."""
    if not _keeps_apart(party):
        return {party.id: many(party.service)}
    return {party.id: (), **{desk(party, service): (service,) for service in many(party.service)}}


def party_at(desk: Desk) -> str:
    """The party whose desk it is."""
    return desk.partition(":")[0]


def desk_words(desk: Desk) -> str:
    """A desk for people: `` `hp` (health visiting) ``."""
    party, _, service = desk.partition(":")
    return words.holder(party, service)


def sending_desks(flow: Flow, party: Party, transitions: Mapping[str, Transition]) -> tuple[Desk, ...]:
    """The desks from which a party sends a flow; from each of them where nobody says which."""
    if flow.from_service is not None:
        return _of_services(party, many(flow.from_service))
    meant = [service for id in many(flow.for_) if id in transitions for service in many(transitions[id].from_)]
    return (_of_services(party, meant) if _keeps_apart(party) else ()) or tuple(desks(party))


def receiving_desks(flow: Flow, party: Party, transitions: Mapping[str, Transition]) -> tuple[Desk, ...]:
    """The desks of a party to which a flow goes; where nobody says which, to where everybody's post arrives."""
    if flow.to_service is not None:
        return _of_services(party, many(flow.to_service))
    meant = [transitions[id].to for id in many(flow.for_) if id in transitions]
    return (_of_services(party, meant) if _keeps_apart(party) else ()) or (party.id,)


def _of_services(party: Party, services: Sequence[str]) -> tuple[Desk, ...]:
    """The desks of those services that a party does."""
    return tuple(dict.fromkeys(desk(party, service) for service in services if service in many(party.service)))


def _keeps_apart(party: Party) -> bool:
    """Whether each service of a party keeps by itself what it knows."""
    return len(set(many(party.service))) > 1 and not party.one_record
