"""What a move carries over: who in the next area holds what was held in the last one."""

from collections.abc import Iterator

from sharecheck.model.base import many
from sharecheck.model.party import Party
from sharecheck.network.build import PARENT
from sharecheck.replay.desks import Desk, desk, desk_words, desks, party_at
from sharecheck.replay.legs import worse
from sharecheck.replay.played import Brought, Replay
from sharecheck.workspace import Area


def _within(party: Party, other: Area) -> bool:
    """Whether a party is of this area, or can stand for the other area."""
    return not party.elsewhere or party.nation in (None, other.nation)


def doing(area: Area, service: str, elsewhere: bool = False) -> list[Party]:
    """The parties of an area that do a service, here or in the next area; the parent is none of them."""
    return [
        party
        for party in area.parties.values()
        if party.id != PARENT and service in many(party.service) and bool(party.elsewhere) == elsewhere
    ]


def carried_over(run: Replay, to: Area, moved: int) -> Iterator[Brought]:
    """What a move brings to the parties of another area.

    What reached a party that stands for the next area (`elsewhere`) is held by who does that service there; who stands
    for the last area there holds what its service held here; and the parent is the same. Who stands for one nation does
    so for no other.
    """
    for (here, item), learned in run.known.items():
        for heir, there in _heirs(run.area, here, to):
            on_paper = heir.system is not None and heir.system.medium == "paper"
            for news in learned:
                form = worse(news.form, "paper") if on_paper else news.form
                source = f"{desk_words(here)} of {run.area.id}"
                yield Brought(max(news.minute, moved), there, item, form, source, news.of)


def _heirs(area: Area, here: Desk, to: Area) -> Iterator[tuple[Party, Desk]]:
    """The parties of another area that hold after a move what was held at a desk of this one, each with its desk."""
    if here == PARENT:
        yield to.parties[PARENT], PARENT
        return
    party, seen = area.parties[party_at(here)], set[Desk]()
    for service in desks(party)[here]:
        for heir in doing(to, service, elsewhere=not party.elsewhere):
            there = desk(heir, service)
            if there not in seen and _within(party, to) and _within(heir, area):
                seen.add(there)
                yield heir, there
