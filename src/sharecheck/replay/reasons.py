"""Why a service did not know something when a need fell due."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sharecheck import words
from sharecheck.network.build import PARENT
from sharecheck.replay.choices import LEFT_EMPTY
from sharecheck.replay.desks import Desk, desk_words, desks, party_at
from sharecheck.replay.handovers import Answer
from sharecheck.replay.legs import HOUR, Leg
from sharecheck.replay.life import Life
from sharecheck.replay.played import Message, Replay
from sharecheck.replay.windows import happens_to
from sharecheck.workspace import Flow

_NO_WAY = 6
"""Ranks from here on say that no way leads there, or that nobody knew."""
MAX_HOPS = 40
"""Senders, one behind the other, whose not knowing is looked into; the last just did not know."""


@dataclass(frozen=True)
class Why:
    """A reason in words, without the item, so that the same reason of several items can be told once."""

    text: str
    flow: Flow | None = None
    rank: int = 0
    """How near the reason is to the need; the nearest one is told."""
    unknown: bool = False
    """Nobody can call the item lost: see `Stage`."""


class Reasons:
    """The reasons of one replay."""

    def __init__(self, played: Replay, life: Life) -> None:
        self.replay, self.traits, self.past = played, life.traits, life.past
        self.planned = {**life.would, **life.at}
        self.found: dict[tuple[str, str, int], Why] = {}
        """By party, item and minute why the party did not know: many ways lead over the same senders."""

    def why(self, party: str, answer: Answer) -> Why:
        """Why a need was not met."""
        item = answer.need.item
        if answer.at_the_event is not None:
            source = answer.at_the_event.source
            flow = source.leg.flow if isinstance(source, Message) else None
            return Why(f"`{flow.id}` brought it only then" if flow else "it was written down only then", flow)
        if answer.ever is not None and answer.ever.minute <= answer.by:
            brought = answer.ever.source
            flow = brought.leg.flow if isinstance(brought, Message) else None
            least = answer.need.form or "paper"
            form = answer.ever.form
            return Why(f"it came {_as(form)}, and {least} is needed" + (f" (`{flow.id}`)" if flow else ""), flow)
        if answer.held is not None and isinstance(answer.held.source, Message):
            message = answer.held.source
            flow = message.leg.flow
            if message.leg.event is not None and message.ready > answer.by:
                return Why(f"`{flow.id}` goes out only at {message.leg.event}", flow)
            return Why(f"`{flow.id}` brought it {words.span((answer.held.minute - answer.by) / HOUR)} late", flow)
        return self.missing(party, item, answer.by)

    def missing(self, party: str, item: str, by: int, seen: frozenset[str] = frozenset()) -> Why:
        """Why a party did not hold an item at that minute."""
        key = party, item, by
        if key not in self.found:
            self.found[key] = self._nearest(party, item, by, seen | {party})
        return self.found[key]

    def _nearest(self, party: str, item: str, by: int, seen: frozenset[str]) -> Why:
        found = list(self._reasons(party, item, by, seen))
        if found:
            return min(found, key=lambda why: why.rank)
        holders = [
            (holder == PARENT, learned.minute, holder)
            for holder, learned in self.replay.holders(item)
            if learned.minute <= by and holder != party
        ]
        if holders:
            *_, holder = min(holders)
            text = f"{self._source_of(holder, item)} knew, and no flow brings it to {desk_words(party)}"
            return Why(text, rank=_NO_WAY)
        return self._unrecorded(item, by)

    def _reasons(self, party: str, item: str, by: int, seen: frozenset[str]) -> Iterator[Why]:
        for message in self.replay.messages_to(party, item):
            if not (message.filed or by + 1) <= by:
                flow = message.leg.flow
                if message.arrives <= by:
                    wanted = sorted({id for identifiers in message.matched_by or () for id in identifiers})
                    lacks = [id for id in wanted if not self._held(party, id, by)]
                    yield Why(
                        f"`{flow.id}` came, but {desk_words(party)} could not tell whose it is: no {_listed(lacks)}",
                        flow,
                        0,
                    )
                elif message.leaves <= by:
                    yield Why(f"`{flow.id}` was still on its way", flow, 1)
        for leg in self.replay.legs_to(party, item):
            yield from self._of_leg(leg, item, by, seen)
        for other in desks(self.replay.area.parties[party_at(party)]):
            yield from self._inside(party, other, item, by, seen)

    def _inside(self, desk: Desk, other: Desk, item: str, by: int, seen: frozenset[str]) -> Iterator[Why]:
        """Why another service of the same party did not tell this one."""
        if other in seen or len(seen) > MAX_HOPS:
            return
        if self._held(other, item, by):
            party = party_at(desk)
            yield Why(f"{desk_words(other)} knew, and nobody says that `{party}` works in one record", rank=2)
        else:
            behind = self.missing(other, item, by, seen)
            if behind.rank < _NO_WAY:
                yield replace(behind, rank=max(behind.rank, 4))

    def _of_leg(self, leg: Leg, item: str, by: int, seen: frozenset[str]) -> Iterator[Why]:
        if not_sent := self._not_sent(leg, by):
            yield Why(not_sent, leg.flow, 5)
            return
        flow, now = leg.flow, by if leg.event is None else self.replay.at[leg.event]
        held = self.replay.held(leg.sender, item)
        if held is None or held.minute > now:
            if held is not None and held.minute <= by:
                yield Why(f"`{flow.id}` went out at {leg.event}, before {desk_words(leg.sender)} knew", flow, 3)
            elif leg.sender not in seen and len(seen) <= MAX_HOPS:
                behind = self.missing(leg.sender, item, now, seen)
                if behind.rank >= _NO_WAY:
                    text = f"`{flow.id}` would bring it, but {desk_words(leg.sender)} did not know"
                    yield Why(text, flow, behind.rank - 1)
                else:
                    yield replace(behind, rank=max(behind.rank, 4))
            return
        hindered = self.replay.hindered(leg, item, max(now if leg.event else held.minute, held.minute))
        if hindered == LEFT_EMPTY:
            yield Why(f"in `{flow.id}` {hindered}", flow, 2)
        elif hindered:
            went = any(message.leg is leg for message in self.replay.messages)
            yield Why(f"`{flow.id}` {'went without it' if went else 'did not go'}: {hindered}", flow, 2)
        else:
            yield from self._unlabelled(leg, now)

    def _unlabelled(self, leg: Leg, now: int) -> Iterator[Why]:
        """Why nothing could be written on a leg by which its recipient files what comes."""
        flow, filled, every = leg.flow, self.replay.choices.labels(leg), leg.matched_by or ()
        held = [ids for ids in every if all(self._held(leg.sender, id, now) for id in ids)]
        if filled and not held:
            lacks = sorted({id for ids in every for id in ids if not self._held(leg.sender, id, now)})
            sender = desk_words(leg.sender)
            yield Why(f"`{flow.id}` did not go: {sender} had no {_listed(lacks)} to find the child by", flow, 2)
        elif filled is not None and not set(held) & set(filled):
            left = sorted({cargo.item for cargo in leg.cargo if cargo.may_be_empty} & frozenset().union(*every))
            yield Why(f"`{flow.id}` did not go: {_listed(left)}, by which it is filed, was left empty", flow, 2)

    def _not_sent(self, leg: Leg, by: int) -> str:
        """Why a leg that goes out at an event has not gone out by then."""
        event = leg.event
        if event is None:
            return ""
        at = self.replay.at.get(event)
        if event in self.past:
            return f"`{leg.flow.id}` goes out at {event}, and that was before the child came"
        if at is None and event not in self.planned:
            return f"`{leg.flow.id}` goes out at {event}, which did not happen to this child"
        return f"`{leg.flow.id}` goes out only at {event}" if at is None or at > by else ""

    def _held(self, party: str, item: str, by: int) -> bool:
        held = self.replay.held(party, item)
        return held is not None and held.minute <= by

    def _source_of(self, holder: str, item: str) -> str:
        """Who knew; of another area the service there, not the party that stands for that service here."""
        source = self.replay.known[holder, item][0].source
        here = isinstance(source, Message) or source in self.replay.area.events
        return desk_words(holder) if here else str(source)

    def _unrecorded(self, item: str, by: int) -> Why:
        events = self.replay.recorders(item)
        if not events:
            return Why("nobody here writes it down", rank=_NO_WAY + 3)
        later = [event for event in events if self.planned.get(event.id, by) > by]
        if later:
            first = min(later, key=lambda event: self.planned[event.id])
            return Why(f"it is written down only at {first.id}", rank=_NO_WAY + 2)
        missed = [event for event in events if happens_to(event, self.traits, self.replay.area.events)]
        return Why(f"nobody wrote it down: {(missed or events)[0].id} did not happen", rank=_NO_WAY + 2)


def _listed(names: list[str]) -> str:
    return " or ".join(f"`{name}`" for name in names) or "identifier"


def _as(form: str) -> str:
    return {"paper": "on paper", "verbal": "by word of mouth", "free-text": "as free text"}.get(form, form)
