"""What would meet one need: small changes of what is promised, tried one by one.

A change is made in the flow as it is written, and its arcs are made anew: what is tried is what would be typed.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TypeAlias

from sharecheck.model.base import Form, many
from sharecheck.model.party import Party
from sharecheck.model.protocol import Flow, Protocol
from sharecheck.network.build import Local, build
from sharecheck.network.facts import Arc, Fact, Need, Recording
from sharecheck.network.gaps import Ladder
from sharecheck.network.network import Network

Edit: TypeAlias = Callable[[Flow], Flow]
"""What is typed into a flow."""


@dataclass(frozen=True)
class Change:
    """What is typed: into flows, by their numbers in the network, as new flows, under parties and their records."""

    flows: tuple[tuple[int, Edit], ...] = ()
    new: tuple[Flow, ...] = ()
    parties: Mapping[str, Party] = field(default_factory=dict)
    recorded: Mapping[Fact, Form] = field(default_factory=dict)

    def __add__(self, other: "Change") -> "Change":
        return Change(
            self.flows + other.flows,
            self.new + other.new,
            {**self.parties, **other.parties},
            {**self.recorded, **other.recorded},
        )


NOTHING = Change()
_AGREED = Protocol.model_construct(sharecheck="protocol/1", id="agreed", flows=())
"""Where a new flow is written: a protocol that is in force and whose ground is not consent."""

MOST = 300_000
"""Arcs that are looked at for the mends of one network: a few seconds. A real area takes a hundredth of it."""


class Mends:
    """Tries changes of a network. Once it has looked at as much as it may, it is `tired`, and finds nothing more."""

    def __init__(self, network: Network, local: Local, most: int = MOST) -> None:
        self.network = network
        self.tired = False
        self._local = local
        self._left = most
        self._parts: dict[frozenset[str], Network] = {}

    def keeps(self, need: Need, change: Change = NOTHING) -> bool:
        """Whether the need would surely be met after a change."""
        if self.tired:
            return False
        flows = self._changed(change)
        matched = [item for _, flow in flows.values() for way in flow.matched_by or () for item in many(way)]
        part = self._part(frozenset({need.fact.item, *matched}))
        self._left -= len(part.arcs)
        self.tired = self._left < 0
        if self.tired:
            return False
        made = self._built(change.parties, flows.values(), {need.fact.item, *matched, *part.parts})
        self._left -= len(made.arcs)
        arcs = (*(arc for arc in part.arcs if arc.flow not in flows), *made.arcs)
        recordings = tuple(self._recorded(part.recordings, change))
        return Ladder(replace(part, recordings=recordings, arcs=arcs, needs=(need,))).keeps(need)

    def _changed(self, change: Change) -> dict[int, tuple[Protocol, Flow]]:
        """The flows that are not what they were, by their numbers; those of new ones are below 0."""
        flows: dict[int, tuple[Protocol, Flow]] = {}
        for key, (protocol, flow) in enumerate(self._local.flows) if change.parties else ():
            if not change.parties.keys().isdisjoint(many(flow.from_)):
                flows[key] = protocol, flow
        for key, edit in change.flows:
            protocol, flow = flows.get(key, self._local.flows[key])
            flows[key] = protocol, edit(flow)
        return flows | {-1 - number: (_AGREED, flow) for number, flow in enumerate(change.new)}

    def _built(
        self, parties: Mapping[str, Party], flows: Iterable[tuple[Protocol, Flow]], items: Collection[str]
    ) -> Network:
        """What these flows promise of some items."""
        told = [(protocol, _only(flow, items)) for protocol, flow in flows]
        bare = {"transitions": ()} if parties else {"transitions": (), "records": ()}
        pathway = self._local.pathway.model_copy(update=bare)
        return build(replace(self._local, parties={**self._local.parties, **parties}, flows=told, pathway=pathway))

    def _recorded(self, recordings: Iterable[Recording], change: Change) -> Iterator[Recording]:
        """What is recorded after a change."""
        if change.parties:
            kept = {one.fact.item for one in recordings}
            others = (one for one in recordings if one.fact.party not in change.parties)
            again = self._built(change.parties, (), ()).recordings
            theirs = (one for one in again if one.fact.party in change.parties and one.fact.item in kept)
            recordings = (*others, *theirs)
        for one in recordings:
            yield replace(one, form=change.recorded.get(one.fact, one.form))

    def _part(self, items: frozenset[str]) -> Network:
        """The part in which these items travel; looking for it counts, too."""
        if items not in self._parts:
            self._left -= len(self.network.arcs)
            self._parts[items] = self.network.only(items)
        return self._parts[items]

    def carried(self, need: Need, holders: Collection[Fact]) -> Iterator[int]:
        """The flows that would meet a need if they carried it as well, first those of who holds its item first."""
        tried: set[int] = set()
        for holder in holders:
            for arc in self._between.get((holder.party, need.fact.party), ()):
                if arc.flow not in tried:
                    tried.add(arc.flow)
                    if self.keeps(need, Change(((arc.flow, carrying(need.fact.item)),))):
                        yield arc.flow

    @cached_property
    def _between(self) -> dict[tuple[str, str], list[Arc]]:
        between: dict[tuple[str, str], list[Arc]] = {}
        for arc in self.network.arcs:
            between.setdefault((arc.tail.party, arc.head.party), []).append(arc)
        return between


def carrying(item: str) -> Edit:
    """To add an item to those of a flow."""
    return lambda flow: flow.model_copy(update={"items": (*(flow.items or ()), item)})


def _only(flow: Flow, items: Collection[str]) -> Flow:
    """A flow with no more than these of its items."""
    kept = [one for one in flow.items or () if (one if isinstance(one, str) else one.item) in items]
    return flow.model_copy(update={"items": tuple(kept)})
