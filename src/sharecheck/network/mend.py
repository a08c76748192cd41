"""What would meet one need: small changes of what is promised, tried one by one.

The arcs of a flow are made anew from what would stand there.
"""

from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TypeAlias

from sharecheck.model.base import many
from sharecheck.model.party import Party
from sharecheck.model.protocol import Flow, Protocol
from sharecheck.network.build import MAX_ARCS, arcs_of, recordings_of, sources_of
from sharecheck.network.facts import Arc, Fact, Need, Recording
from sharecheck.network.gaps import NeedClassifier
from sharecheck.network.input import NetworkInput
from sharecheck.network.network import EMPTY_PART, Network, Part
from sharecheck.network.nodes import internal_arcs, learned, node_of
from sharecheck.network.spread import SpreadCache


@dataclass(frozen=True, slots=True)
class Trial:
    """What would stand there: flows by their numbers, new flows, and parties by their ids."""

    flows: Mapping[int, Flow] = field(default_factory=dict)
    new: tuple[Flow, ...] = ()
    parties: Mapping[str, Party] = field(default_factory=dict)


NO_CHANGE = Trial()
_AGREED = Protocol.model_construct(sharecheck="protocol/1", id="agreed", flows=())
"""Where a new flow is written: a protocol that is in force and whose ground is not consent."""

MAX_STEPS = 300_000
"""Arcs that are looked at for the mends of one network: a few seconds. A real area takes a hundredth of it."""
MAX_TRIALS = 200
"""Changes that are tried for one need, so that none uses up what others may look at. A real area takes a tenth."""
TRIAL = 50
"""What making one change takes, in arcs looked at."""
_ITEM = "\0"
"""Stands for any item: no name of one."""

StatedFlow: TypeAlias = tuple[Protocol, Flow]
"""A flow, in its protocol."""


class Mends:
    """Tries changes of a network, within bounds: of how much is looked at, and of how much for one need."""

    def __init__(self, network: Network, local: NetworkInput, steps: int = MAX_STEPS, trials: int = MAX_TRIALS) -> None:
        self.network = network
        self._local = local
        self._steps = steps
        self._trials: dict[Need, int] = {}
        self._most = trials
        self._stopped: set[Need] = set()
        self._parts: dict[frozenset[str], Network] = {}
        self._runs = SpreadCache(network)

    def stopped(self, need: Need) -> bool:
        """Whether a change for this need was not tried, because a bound was reached."""
        return need in self._stopped

    def keeps(self, need: Need, change: Trial = NO_CHANGE) -> bool:
        """Whether the need would surely be met after a change; never, where it was not tried: see `stopped`."""
        trials = self._trials[need] = self._trials.get(need, 0) + 1
        if self._steps < 0 or trials > self._most:
            self._stopped.add(need)
            return False
        flows = self._changed(change)
        matched = {item for _, flow in flows.values() for item in identifiers(flow)}
        part = self._part(frozenset({need.fact.item, *matched}))
        items = {need.fact.item, *matched, *part.parts}
        made = self._made(change.parties, flows.values(), items)
        runs = None
        if change.parties:
            recordings = tuple(self._recorded(part.recordings, change.parties))
            promised = (*(arc for arc in part.arcs if not arc.internal and arc.flow not in flows), *made)
            changed = self._with(change.parties)
            sources = sources_of(changed)
            known = learned(recordings, promised, (source for item in items for source in sources.get(item, ())))
            arcs = (*promised, *internal_arcs(changed.parties, known))
            need = _placed(need, change.parties)
            tried = replace(part, recordings=recordings, arcs=arcs, needs=(need,), sources=sources)
        else:
            renewed = _different(self._made({}, [self._local.flows[key] for key in flows if key >= 0], items), made)
            tried = part.changed({item: self._renewed(part, item, flows, made) for item in renewed}, need)
            if matched <= self._identifiers and renewed.isdisjoint(self._identifiers):
                runs = SpreadCache(tried, identified=self._runs)
        looked_at = tried.parts[need.fact.item].arcs if runs and need.fact.item in tried.parts else tried.arcs
        self._steps -= TRIAL + len(looked_at)
        if self._steps < 0:
            self._stopped.add(need)
            return False
        return NeedClassifier(tried, runs).keeps(need)

    @cached_property
    def _identifiers(self) -> Set[str]:
        """What flows of the network are matched by, and what that is matched by."""
        return self.network.identifiers.parts.keys()

    def _changed(self, change: Trial) -> dict[int, StatedFlow]:
        """The flows that are not what they were, by their numbers; those of new ones are below 0."""
        theirs = sorted({key for party in change.parties for key in self._flows_of.get(party, ())})
        flows = {key: self._local.flows[key] for key in theirs}
        flows |= {key: (self._local.flows[key][0], flow) for key, flow in change.flows.items()}
        return flows | {-1 - number: (_AGREED, flow) for number, flow in enumerate(change.new)}

    @cached_property
    def _flows_of(self) -> Mapping[str, Sequence[int]]:
        """The flows that each party sends or receives, by their numbers."""
        found: dict[str, list[int]] = {}
        for key, (_, flow) in enumerate(self._local.flows):
            for party in dict.fromkeys((*many(flow.from_), *many(flow.to))):
                found.setdefault(party, []).append(key)
        return found

    def _made(
        self, parties: Mapping[str, Party], flows: Iterable[StatedFlow], items: Collection[str]
    ) -> tuple[Arc, ...]:
        """What these flows promise of some items; nothing where that is too much for a network."""
        stated = [(protocol, only(flow, items)) for protocol, flow in flows]
        arcs = arcs_of(self._with(parties, stated), self.network.moments)
        return arcs if len(arcs) <= MAX_ARCS else ()

    def _with(self, parties: Mapping[str, Party], flows: Sequence[StatedFlow] = ()) -> NetworkInput:
        """The area with these flows, and with parties that are not what they were."""
        return replace(
            self._local, parties={**self._local.parties, **parties} if parties else self._local.parties, flows=flows
        )

    def _recorded(self, recordings: Iterable[Recording], parties: Mapping[str, Party]) -> Iterator[Recording]:
        """What is recorded of the same items where these parties are not what they were."""
        items = {recording.fact.item for recording in recordings}
        yield from (recording for recording in recordings if recording.fact.party not in parties)
        for recording in recordings_of(self._with(parties), self.network.moments):
            if recording.fact.party in parties and recording.fact.item in items:
                yield recording

    def _renewed(self, part: Network, item: str, flows: Collection[int], made: Iterable[Arc]) -> Part:
        """What has to do with an item, where some flows are not what they were."""
        before = part.parts.get(item, EMPTY_PART)
        kept = (arc for arc in before.arcs if not arc.internal and arc.flow not in flows)
        arcs = (*kept, *(arc for arc in made if arc.head.item == item))
        known = learned(before.recordings, arcs, self.network.sources.get(item, ()))
        return Part(before.recordings, (*arcs, *internal_arcs(self._local.parties, known)))

    def _part(self, items: frozenset[str]) -> Network:
        """The part in which these items travel; looking for the part counts, too."""
        if items not in self._parts:
            part = self._parts[items] = self.network.only(items)
            self._steps -= len(part.arcs)
        return self._parts[items]

    def leading(self, to: str, holders: Iterable[Fact]) -> tuple[int, ...]:
        """The flows that lead to a party, by their numbers, first those of who holds an item first.

        Of flows that promise the same, only the first.
        """
        senders = self._leading.get(to, {})
        return tuple(dict.fromkeys(key for holder in holders for key in senders.get(holder.party, ())))

    @cached_property
    def _leading(self) -> Mapping[str, Mapping[str, Iterable[int]]]:
        """The flows that lead to each party, from each other one; of those that promise the same, the first."""
        found: dict[str, dict[str, dict[int, None]]] = {}
        first: dict[Hashable, int] = {}
        same: dict[int, int] = {}
        for arc in (arc for arc in self.network.arcs if not arc.internal):
            if arc.flow not in same:
                same[arc.flow] = first.setdefault(self._promise(arc.flow), arc.flow)
            found.setdefault(arc.head.party, {}).setdefault(arc.tail.party, {})[same[arc.flow]] = None
        return found

    def _promise(self, key: int) -> Hashable:
        """What a flow promises of any item."""
        protocol, flow = self._local.flows[key]
        bare = flow.model_copy(update={"items": (_ITEM, *(only(flow, identifiers(flow)).items or ()))})
        arcs = arcs_of(self._with({}, [(protocol, bare)]), self.network.moments)
        kept = frozenset(flow.agreement.if_refused or ()) if flow.agreement else frozenset()
        return kept, tuple(map(_promised, arcs))


def _promised(arc: Arc) -> Hashable:
    """What an arc promises, whichever flow says so."""
    return arc.tail, arc.head, arc.event, arc.delay, arc.form, arc.matched, arc.barriers, arc.route


def _different(some: Iterable[Arc], others: Iterable[Arc]) -> Set[str]:
    """The items of which not the same is promised."""
    promised: tuple[dict[str, list[Hashable]], ...] = ({}, {})
    for found, arcs in zip(promised, (some, others), strict=True):
        for arc in arcs:
            found.setdefault(arc.head.item, []).append(_promised(arc))
    before, after = promised
    return {item for item in before.keys() | after.keys() if before.get(item) != after.get(item)}


def _placed(need: Need, parties: Mapping[str, Party]) -> Need:
    """A need at the node that asks for it where some parties are not what they were."""
    party = parties.get(need.fact.party)
    return need if party is None else replace(need, fact=need.fact._replace(service=node_of(party, need.fact.service)))


def identifiers(flow: Flow) -> Set[str]:
    """All that a flow is matched by."""
    return {item for alternative in flow.matched_by or () for item in many(alternative)}


def only(flow: Flow, items: Collection[str]) -> Flow:
    """A flow with no more than these of its items."""
    kept = [item for item in flow.items or () if (item if isinstance(item, str) else item.item) in items]
    return flow.model_copy(update={"items": tuple(kept)})
