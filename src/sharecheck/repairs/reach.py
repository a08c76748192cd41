"""Which changes could help at all: the items that are missed, backwards from who needs them to who could know them."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product
from math import inf

from sharecheck.model.base import many
from sharecheck.network import Fact, Need, Network, Spread, spread
from sharecheck.network.build import PARENT
from sharecheck.network.nodes import nodes_of
from sharecheck.repairs.clock import UNHURRIED, Clock
from sharecheck.repairs.recorders import Recorder, Recorders
from sharecheck.workspace import Area, Flow

MOST_SENDERS = 4
"""Parties that are thought of as senders of a new flow, for one item and one recipient."""


@dataclass(frozen=True, slots=True)
class Scope:
    """How far is looked.

    On the way of an item one flow may be new to it, or two of an item that is `far`; a `new` one may get a flow that is
    not there yet. With `early`, identifiers are looked for also where they come only after the item could.
    """

    far: frozenset[str] = frozenset()
    new: frozenset[str] = frozenset()
    early: bool = False


NEAR = Scope()
"""No further than one flow that does not carry the item yet."""


@dataclass
class Reach:
    """What could help: by item, the parties that lack and those that could know the item, and the flows between."""

    area: Area
    needs: tuple[Need, ...]
    scope: Scope = NEAR
    clock: Clock = UNHURRIED
    """Looked at for each need and each flow: `TimeUp` when time is over."""
    lacking: dict[str, set[str]] = field(default_factory=dict)
    """By item: the parties that need the item, be it as an identifier."""
    recorders: dict[Recorder, None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for need in self.needs:
            self.clock.check()
            self.lacking.setdefault(need.fact.item, set()).add(need.fact.party)
            for recorder in self._recorders.of(need):
                self.recorders[recorder] = None
        waiting = list(self.lacking)
        while waiting:
            item = waiting.pop()
            for party, identifier in self._unidentified(item):
                if identifier not in self.lacking or party not in self.lacking[identifier]:
                    self.lacking.setdefault(identifier, set()).add(party)
                    waiting.append(identifier)

    @cached_property
    def network(self) -> Network:
        """The network as it is."""
        return self.area.network

    @cached_property
    def flows(self) -> tuple[tuple[int, Flow], ...]:
        """The flows that can be changed, with their numbers: those of protocols that are not history."""
        return tuple(
            (number, flow)
            for number, flow in enumerate(self.area.all_flows)
            if not flow.shape.aggregate and not flow.protocol.withdrawn and flow.senders and flow.recipients
        )

    @cached_property
    def _recorders(self) -> Recorders:
        return Recorders(self.area, [flow for _, flow in self.flows])

    def carried(self, flow: Flow) -> tuple[str, ...]:
        """The missed items that a flow carries and is of use for."""
        items = {carried.id for carried in flow.items}
        return tuple(item for item in self.lacking if item in items and self._between(item, flow, 0))

    def added(self, flow: Flow) -> tuple[str, ...]:
        """The missed items that a flow could carry as well."""
        items = {carried.id for carried in flow.items}
        return tuple(
            item
            for item in self.lacking
            if item not in items and self._between(item, flow, 1) and self._fit(item, flow)
        )

    def new(self) -> Iterator[tuple[str, str, tuple[str, ...]]]:
        """Flows that are not there: sender, recipient, and the missed items that each could carry.

        A notice that stops contact goes by itself.
        """
        found: dict[tuple[str, str, str], dict[str, None]] = {}
        notices = self.area.vocabulary.items_with("stops-contact")
        for item in self.lacking:
            for sender, recipient in self._recipients(item):
                found.setdefault((sender, recipient, item if item in notices else ""), {})[item] = None
        for (sender, recipient, _), items in found.items():
            yield sender, recipient, tuple(items)

    def _recipients(self, item: str) -> Iterator[tuple[str, str]]:
        """From whom to whom a new flow could bring an item: from those who know or could know the item."""
        if item not in self.scope.new:
            return
        knowing = _steps(self._knowing(item), self._edges(item), 0)
        for recipient in sorted(self.lacking[item] - {PARENT}):
            senders = [party for party in knowing if party not in (recipient, PARENT)]
            senders.sort(key=lambda party: (not self.linked(party, recipient), self._age(party, item), party))
            for sender in senders[:MOST_SENDERS]:
                yield sender, recipient

    def linked(self, sender: str, recipient: str) -> bool:
        """Whether a flow leads from one to the other."""
        return recipient in self._linked.get(sender, ())

    @cached_property
    def _linked(self) -> Mapping[str, set[str]]:
        found: dict[str, set[str]] = {}
        for _, flow in self.flows:
            for sender in many(flow.shape.from_):
                found.setdefault(sender, set()).update(many(flow.shape.to))
        return found

    def _travels(self, item: str, flow: Flow) -> bool:
        """Whether an item travels by a flow, or could."""
        more = 0 if any(carried.id == item for carried in flow.items) else 1
        return self._between(item, flow, more) and (not more or self._fit(item, flow))

    def _fit(self, item: str, flow: Flow) -> bool:
        """Whether a flow may carry an item by what is known of its channel: not where others at home can see it."""
        known = self.area.vocabulary.items.get(item)
        channels = [channel for channel, _ in flow.routes]
        if known and known.special_category and not all(channel.secure for channel in channels):
            return False
        seen = any(channel.household_can_see or channel.carried_by_parent for channel in channels)
        parent = PARENT in (*many(flow.shape.from_), *many(flow.shape.to))
        return not (known and known.unsafe_to_show and (seen or parent))

    def _between(self, item: str, flow: Flow, more: int) -> bool:
        """Whether a flow lies on a way of an item that takes few flows that do not carry the item."""
        self.clock.check()
        forward, backward, most = self._forward(item), self._backward(item), self._most(item)
        return any(
            forward.get(sender.id, inf) + more + backward.get(recipient.id, inf) <= most
            for sender in flow.senders
            for recipient in flow.recipients
            if sender is not recipient and not (more and sender.id == PARENT)
        )

    def _most(self, item: str) -> int:
        """How many flows on the way of an item may not carry the item yet."""
        return 1 + (item in self.scope.far)

    def _forward(self, item: str) -> Mapping[str, int]:
        """By party: how many flows that are there would also have to carry the item, until the party knows the item."""
        if item not in self._forwards:
            recipients = {recipient for _, recipient in self._recipients(item)}
            self._forwards[item] = _steps(self._knowing(item) | recipients, self._edges(item), self._most(item))
        return self._forwards[item]

    def _knowing(self, item: str) -> set[str]:
        """The parties that write an item down, or could."""
        known = {recording.fact.party for recording in self._recorders.of_item.get(item, ())}
        return known | {recorder.party for recorder in self.recorders if recorder.item == item}

    def _backward(self, item: str) -> Mapping[str, int]:
        """By party: how many flows would have to carry the item as well, until the item came to who needs the item."""
        if item not in self._backwards:
            edges = [(recipient, sender, more) for sender, recipient, more in self._edges(item)]
            telling = {sender for sender, _ in self._recipients(item)}
            self._backwards[item] = _steps(self.lacking[item] | telling, edges, self._most(item))
        return self._backwards[item]

    @cached_property
    def _forwards(self) -> dict[str, Mapping[str, int]]:
        return {}

    @cached_property
    def _backwards(self) -> dict[str, Mapping[str, int]]:
        return {}

    def _edges(self, item: str) -> Iterator[tuple[str, str, int]]:
        for _, flow in self.flows:
            self.clock.check()
            more = 0 if any(carried.id == item for carried in flow.items) else 1
            for sender, recipient in product(flow.senders, flow.recipients):
                yield sender.id, recipient.id, more

    def _unidentified(self, item: str) -> Iterator[tuple[str, str]]:
        """Parties and identifiers by which flows of an item are matched, and which they do not hold soon enough."""
        self._forwards.pop(item, None)
        self._backwards.pop(item, None)
        for _, flow in self.flows:
            if not (flow.shape.matched_by and self._travels(item, flow)):
                continue
            for sender, recipient in product(flow.senders, flow.recipients):
                matches = [
                    [
                        (party.id, identifier)
                        for identifier in many(match)
                        for party in (sender, recipient)
                        if party.id != PARENT
                        and self._age(party.id, identifier) > self._by(item, flow, party is sender)
                    ]
                    for match in flow.shape.matched_by
                ]
                if all(matches):  # what is matched in one way already needs no other
                    yield from (fact for match in matches for fact in match)

    def _by(self, item: str, flow: Flow, sends: bool) -> float:
        """The age by which an identifier is soon enough: for who sends, when it is sent; else when the item is needed.

        When that does not do, no later than anybody could know the item: then nothing ever waits for the identifier.
        """
        moments = self.network.moments
        if self.scope.early:
            known = (moments[recording.event].start for recording in self._recorders.of_item.get(item, ()))
            return min(known, default=-inf)
        needs = [need for need in self.needs if need.fact.item == item] or self.needs
        last = max(moments[need.event].start + need.plus for need in needs)
        events = [moments[when.event].start for when in flow.when if when.event is not None and when.event in moments]
        return min(last, max(events)) if sends and events else last

    def _age(self, party: str, item: str) -> float:
        known = self.area.parties.get(party)
        nodes = nodes_of(known) if known else ("",)
        ages = [age for node in nodes if (age := self._sure.age(Fact(party, item, node))) is not None]
        return min(ages, default=inf)

    @cached_property
    def _sure(self) -> Spread:
        return spread(self.network)


def _steps(sources: Iterable[str], edges: Iterable[tuple[str, str, int]], most: int) -> Mapping[str, int]:
    """The least sum of steps, 0 or 1 each, from any source, as far as the most; each edge is seen twice at most."""
    beyond: dict[str, list[tuple[str, int]]] = {}
    for start, end, more in edges:
        beyond.setdefault(start, []).append((end, more))
    found = dict.fromkeys(sorted(sources), 0)
    waiting = deque((party, 0) for party in found)
    while waiting:
        party, steps = waiting.popleft()
        if steps > found[party]:
            continue
        for end, more in beyond.get(party, ()):
            if steps + more <= most and steps + more < found.get(end, inf):
                found[end] = steps + more
                (waiting.append if more else waiting.appendleft)((end, steps + more))
    return found
