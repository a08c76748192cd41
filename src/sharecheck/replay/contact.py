"""What must not happen any more: contact after a loss or a death. And which of two babies a message is about."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sharecheck.model.base import many
from sharecheck.network.build import PARENT
from sharecheck.replay.desks import Desk, desks, party_at
from sharecheck.replay.legs import Leg
from sharecheck.replay.life import is_ending
from sharecheck.replay.played import Replay
from sharecheck.replay.recordings import writings
from sharecheck.replay.story import Stage
from sharecheck.workspace import Area, Flow


@dataclass(frozen=True)
class Contact:
    """Something that would still reach a family after its loss, because its sender was not told."""

    desk: Desk
    minute: int
    """The age that the child would have had."""
    event: str | None
    """What the party would still plan; None for a batch."""
    flows: tuple[Flow, ...] = ()
    """What it would still send about the child."""

    @property
    def party(self) -> str:
        """Who would still do so."""
        return party_at(self.desk)


def stop_items(area: Area, ended: str) -> frozenset[str]:
    """The items written down when a life ends, and at no other event: who knows one of these knows to stop."""
    every = tuple(writings(area))
    here = {writing.item for writing in every if writing.event == ended}
    endings = {event.id for event in area.events.values() if is_ending(event)}
    return frozenset(here - {writing.item for writing in every if writing.event not in endings})


def told_of_end(replay: Replay, desk: Desk, items: Iterable[str]) -> int | None:
    """When somebody came to know that contact has to stop."""
    found = [learned.minute for item in items if (learned := replay.held(desk, item))]
    return min(found, default=None)


def contacts(stage: Stage) -> Iterator[Contact]:
    """Who would still contact the family, or send something about the child: for each party the first time."""
    ended = stage.life.ended
    if ended is None:
        return
    run, last = stage.replay, stage.life.at[ended]
    stop = stop_items(stage.area, ended)
    every = ((party, *place) for party in stage.area.parties.values() for place in desks(party).items())
    for party, desk, services in every:
        if party.id == PARENT or not _knows(run, desk):
            continue
        known = told_of_end(run, desk, stop)
        own = [] if party.elsewhere else [*_planned(stage, services)]
        sends = [(minute, event, leg.flow) for minute, event, leg in _sends(stage, desk, last)]
        due = sorted(
            [
                contact
                for contact in {(minute, event) for minute, event, _ in sends} | set(own)
                if known is None or known > contact[0]
            ],
            key=lambda contact: (contact[0], contact[1] or ""),
        )
        if due:
            minute, event = due[0]
            flows = {flow.id: flow for when, _, flow in sends if known is None or known > when}
            yield Contact(desk, minute, event, tuple(flows.values()))


def _knows(run: Replay, desk: Desk) -> bool:
    return any(holder == desk for holder, _ in run.known)


def _planned(stage: Stage, services: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """What these services would do later: the events at which they see the child."""
    for records in stage.area.pathway.records or ():
        if records.service in services and records.event in stage.life.would:
            yield stage.life.would[records.event], records.event


def _sends(stage: Stage, desk: Desk, last: int) -> Iterator[tuple[int, str | None, Leg]]:
    """What would still be sent: at events that were planned, and in its next batch."""
    for leg in stage.replay.promised:
        held = [cargo.item for cargo in leg.cargo if stage.replay.held(desk, cargo.item)] if leg.sender == desk else []
        batch = last + leg.wait if leg.wait else None
        minute = batch if leg.event is None else stage.life.would.get(leg.event)
        if minute is not None and any(not stage.replay.hindered(leg, item, minute) for item in held):
            yield minute, leg.event, leg


def mixed_up(stage: Stage) -> Iterator[Flow]:
    """Flows about a baby that was born that neither are matched by nor bring what tells the baby from its twin."""
    items = stage.area.vocabulary.items
    found: dict[str, Flow] = {}
    for message in stage.replay.messages:
        alike = [
            by
            for by in message.matched_by or ()
            if all(id in items and "child" not in many(items[id].about) for id in by)
        ]
        about = [items[item] for item in message.items if item in items and "child" in many(items[item].about)]
        named = any(item.identifier for item in about)
        if alike and about and not named and message.leaves >= 0:
            found[message.leg.flow.id] = message.leg.flow
    yield from found.values()
