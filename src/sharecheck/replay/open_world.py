"""What a promise itself does not do, where not all protocols are here: a replay in which all others know the item."""

from dataclasses import replace

from sharecheck.model.pathway import Transition
from sharecheck.network.meant import Purposes
from sharecheck.replay.desks import Desk, desks, party_at
from sharecheck.replay.legs import Leg
from sharecheck.replay.played import Brought, Replay
from sharecheck.replay.run import replay


def best_case(played: Replay, transition: Transition, desk: Desk, item: str) -> Replay:
    """The same days once more, by the flows that are meant for one need alone.

    Each of their senders holds the item before anything happens, as another protocol may bring it about, and the
    recipient can tell which child it is about.
    """
    here = desks(played.area.parties[party_at(desk)])
    meant = tuple(leg for one in here for leg in meant_legs(played, transition, one, item))
    first = min(played.at.values(), default=0)
    brought = [
        Brought(first, sender, item, "coded", "other protocols") for sender in {leg.sender: None for leg in meant}
    ]
    own = [writing for writing in played.writings if writing.desk in here and writing.item == item]
    return replay(played.area, played.at, played.choices, played.day, brought=brought, promised=meant, records=own)


def meant_legs(played: Replay, transition: Transition, desk: Desk, item: str) -> tuple[Leg, ...]:
    """The legs with an item to a desk that are meant for a transition; nothing is matched on them."""
    area = played.area
    purposes = Purposes(area.transitions.values())
    return tuple(
        replace(leg, matched_by=None, cargo=tuple(cargo for cargo in leg.cargo if cargo.item == item))
        for leg in played.legs_to(desk, item)
        if transition.id in purposes.of(leg.flow.shape, area.parties[party_at(leg.sender)])
    )
