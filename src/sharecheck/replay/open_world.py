"""What a promise itself does not do, where not all protocols are here: a replay in which all others know the item."""

from collections.abc import Iterator, Set
from dataclasses import replace

from sharecheck.model.pathway import Need, Transition
from sharecheck.network.meant import Purposes
from sharecheck.replay.desks import Desk, desks, party_at
from sharecheck.replay.legs import Cargo, Leg
from sharecheck.replay.played import Brought, Replay
from sharecheck.replay.run import replay


def best_case(played: Replay, transition: Transition, desk: Desk, need: Need) -> Replay:
    """The same days once more, by the flows that are meant for one need alone.

    Each of their senders holds the item before anything happens, or as soon as it is made on the occasion that is asked
    for, and what it writes on its messages, as another protocol may bring it about; and the recipient can tell which
    child each is about.
    """
    item = need.item
    here = desks(played.area.parties[party_at(desk)])
    meant = tuple(leg for one in here for leg in meant_legs(played, transition, one, item))
    first = min(played.at.values(), default=0)
    made = first if need.of is None else played.at.get(need.of)
    known = {(leg.sender, id): None for leg in meant for id in _identifiers(leg)}
    brought = [Brought(first, sender, id, "coded", "other protocols") for sender, id in known if id != item]
    if made is not None:
        senders = {leg.sender: None for leg in meant}
        brought += [Brought(made, sender, item, "coded", "other protocols", need.of) for sender in senders]
    own = [writing for writing in played.writings if writing.desk in here and writing.item == item]
    return replay(played.area, played.at, played.choices, played.day, brought=brought, promised=meant, records=own)


def meant_legs(played: Replay, transition: Transition, desk: Desk, item: str) -> tuple[Leg, ...]:
    """The legs with an item to a desk that are meant for a transition, by which the desk can tell each child."""
    area = played.area
    purposes = Purposes(area.transitions.values())
    return tuple(
        replace(leg, opens_record=True, cargo=tuple(_carried(leg, {item, *_identifiers(leg)})))
        for leg in played.legs_to(desk, item)
        if transition.id in purposes.of(leg.flow.shape, area.parties[party_at(leg.sender)])
    )


def _identifiers(leg: Leg) -> frozenset[str]:
    """What the sender of a leg may write on its messages, so that their recipient can tell whose they are."""
    return frozenset[str]().union(*(leg.matched_by or ()))


def _carried(leg: Leg, items: Set[str]) -> Iterator[Cargo]:
    """What a leg carries of some items."""
    return (cargo for cargo in leg.cargo if cargo.item in items)
