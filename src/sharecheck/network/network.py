"""A network: what is promised in one area, and its parts that have to do with one item each."""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain
from typing import TypeAlias

from sharecheck.brief import brief
from sharecheck.network.children import Child, happens, judged_children
from sharecheck.network.evidence import Evidence
from sharecheck.network.facts import CERTAIN, IF_MATCHED, IF_REPEATED, RANK, Arc, BarrierKind, Fact, Need, Recording
from sharecheck.network.timeline import Groups, Moment

Source: TypeAlias = frozenset[Fact]
"""Those who know of a change of an item first, all at once."""
Sources: TypeAlias = Mapping[str, tuple[Source, ...]]
"""The sources of the changes of each item."""


@brief
@dataclass(frozen=True, repr=False)
class Network:
    """Moments, recordings, arcs and needs of one area. Nothing is there that nobody promised.

    What hangs on an event that is not among the moments never comes.
    With `complete` false, nobody may conclude from what is not here that it does not happen, but for the transitions
    that it is `complete_for`. With `too_large`, there were more arcs than are worked out, and the network has none.
    """

    moments: Mapping[str, Moment]
    recordings: tuple[Recording, ...]
    arcs: tuple[Arc, ...]
    needs: tuple[Need, ...] = ()
    complete: bool = True
    too_large: bool = False
    complete_for: frozenset[str] = frozenset()
    sources: Sources = field(default_factory=dict)
    silent: frozenset[str] = frozenset()
    """Events of which nothing counts: what was recorded or sent at one of these is not here."""

    def closed(self, need: Need) -> bool:
        """Whether all ways for a need are here, so that what is not here does not happen."""
        return self.complete or (need.transition in self.complete_for and not self.too_large)

    def happening(self, events: Set[str]) -> bool:
        """Whether all these events happen here, and what comes of them counts."""
        return events <= self.moments.keys() and events.isdisjoint(self.silent)

    @cached_property
    def parts(self) -> Mapping[str, "Part"]:
        """What has to do with each item."""
        found: dict[str, tuple[list[Recording], list[Arc]]] = {}
        for recording in self.recordings:
            found.setdefault(recording.fact.item, ([], []))[0].append(recording)
        for arc in self.arcs:
            found.setdefault(arc.head.item, ([], []))[1].append(arc)
        return {item: Part(*both) for item, both in found.items()}

    @cached_property
    def as_part(self) -> "Part":
        """The network as one part."""
        return Part(self.recordings, self.arcs)

    @cached_property
    def identifiers(self) -> "Network":
        """The part of the network in which what others are matched by travels; the network itself if that is all."""
        part = self.only(item for part in self.parts.values() for item in part.identifiers)
        return self if len(part.parts) == len(self.parts) else part

    @cached_property
    def arcs_by_tail(self) -> Mapping[Fact, Sequence[Arc]]:
        """Arcs by the fact that they hand on."""
        return {tail: arcs for part in self.parts.values() for tail, arcs in part.by_tail.items()}

    def children(self, need: Need) -> tuple[Child, ...]:
        """The children by whom a need is judged: a need is kept if each of these children is served."""
        groups = need.groups | self.moments[need.event].groups
        return judged_children(groups, self._recording_groups.get((need.fact.item, need.of), ()))

    @cached_property
    def _recording_groups(self) -> Mapping[tuple[str, str | None], tuple[Groups, ...]]:
        """To which children the events happen at which each item is recorded, on any occasion and on each."""
        found: dict[tuple[str, str | None], dict[Groups, None]] = {}
        for recording in self.recordings:
            if recording.event in self.moments:
                for of in (None, recording.occasion):
                    found.setdefault((recording.fact.item, of), {})[self.moments[recording.event].groups] = None
        return {subject: tuple(groups) for subject, groups in found.items()}

    def records_in_time(self, need: Need) -> bool:
        """Whether the party of a need comes to know the item by itself, in whatever form, before the need falls due."""
        own = (
            recording.event
            for recording in self.parts.get(need.fact.item, EMPTY_PART).recordings
            if recording.fact == need.fact
        )
        needed = self.moments[need.event]
        return any(self.moments[event].behind(needed) <= need.plus for event in own if event in self.moments)

    @cached_property
    def recording_events(self) -> frozenset[str]:
        """The events at which somebody comes to know something by itself."""
        return frozenset(recording.event for recording in self.recordings)

    @cached_property
    def leading(self) -> Mapping[str, Mapping[int, Set[str]]]:
        """The flows that lead to each party, with the items that they bring."""
        found: dict[str, dict[int, set[str]]] = {}
        for arc in (arc for arc in self.arcs if not arc.internal):
            found.setdefault(arc.head.party, {}).setdefault(arc.flow, set()).add(arc.tail.item)
        return found

    @cached_property
    def grouped(self) -> frozenset[str]:
        """The events that happen to some children only."""
        return frozenset(id for id, moment in self.moments.items() if moment.groups)

    def of(self, child: Child) -> "Network":
        """The part of the network that is there for a child."""
        part = self.seen_by(child)
        if part is self:
            return self
        recordings = tuple(recording for recording in self.recordings if recording.event in part.moments)
        arcs = tuple(arc for arc in self.arcs if arc.event is None or arc.event in part.moments)
        return replace(part, recordings=recordings, arcs=arcs)

    def seen_by(self, child: Child) -> "Network":
        """The same as `of`, for who only runs the network: what never comes stays, which spares the sorting."""
        moments = {id: moment for id, moment in self.moments.items() if happens(moment, child)}
        if len(moments) == len(self.moments):
            return self
        return self._sharing(self.parts, replace(self, moments=moments, needs=()))

    def counting(self, evidence: Evidence) -> "Network":
        """The part that counts as evidence: the network itself, unless only some of what leads to the item counts."""
        if evidence.everything:
            return self
        silent = evidence.silent(self.moments)
        base = self if evidence.of is None else self.only((evidence.item,))
        parts = {item: part.counting(evidence, silent) for item, part in base.parts.items()}
        recordings = tuple(recording for part in parts.values() for recording in part.recordings)
        arcs = tuple(arc for part in parts.values() for arc in part.arcs)
        counting = replace(base, recordings=recordings, arcs=arcs, needs=(), silent=self.silent | silent)
        self._sharing(parts, counting)
        vars(counting)["_recording_groups"] = self._recording_groups  # of whom something is asked stays the same
        return counting

    def only(self, items: Iterable[str]) -> "Network":
        """The part of the network in which these items, and the identifiers they are filed by, travel."""
        wanted = dict.fromkeys(items)
        coming = list(wanted)
        while coming:
            part = self.parts.get(coming.pop(), EMPTY_PART)
            more = [item for item in part.identifiers if item not in wanted]
            wanted.update(dict.fromkeys(more))
            coming += more
        parts = {item: part for item, part in self.parts.items() if item in wanted}
        return self._sharing(
            parts,
            replace(
                self,
                recordings=tuple(recording for part in parts.values() for recording in part.recordings),
                arcs=tuple(arc for part in parts.values() for arc in part.arcs),
                needs=tuple(need for need in self.needs if need.fact.item in wanted),
            ),
        )

    def changed(self, parts: Mapping[str, "Part"], *needs: Need) -> "Network":
        """The same with other parts for some items, and with these needs."""
        every = {**self.parts, **parts}
        arcs = tuple(chain.from_iterable(part.arcs for part in every.values()))
        return self._sharing(every, replace(self, arcs=arcs, needs=needs))

    @staticmethod
    def _sharing(parts: Mapping[str, "Part"], network: "Network") -> "Network":
        """A network that need not find its parts again."""
        vars(network)["parts"] = parts
        return network


def hindered(network: Network, kind: BarrierKind) -> bool:
    """Whether a barrier of this kind stands in the way of anything."""
    return any(barrier.kind == kind for each in {arc.barriers for arc in network.arcs} for barrier in each)


def without(network: Network, kind: BarrierKind) -> Network:
    """The same, if no barrier of this kind stood in the way of anything."""
    return replace(network, arcs=tuple(arc_without(arc, kind) for arc in network.arcs))


def arc_without(arc: Arc, kind: BarrierKind) -> Arc:
    """The arc as it is if no barrier of this kind stood in its way."""
    left = tuple(barrier for barrier in arc.barriers if barrier.kind != kind)
    return arc if len(left) == len(arc.barriers) else replace(arc, barriers=left)


@brief
@dataclass(frozen=True, eq=False, repr=False)
class Part:
    """What of a network has to do with one item: with its identifiers, all that says who holds it."""

    recordings: Sequence[Recording]
    arcs: Sequence[Arc]

    def counting(self, evidence: Evidence, silent: Set[str]) -> "Part":
        """What of it counts as evidence: the part itself, where all of it does."""
        recordings = [recording for recording in self.recordings if evidence.admits(recording, silent)]
        arcs = self.arcs if silent.isdisjoint(self.events) else [arc for arc in self.arcs if arc.event not in silent]
        same = len(recordings) == len(self.recordings) and len(arcs) == len(self.arcs)
        return self if same else Part(recordings, arcs)

    @cached_property
    def events(self) -> frozenset[str | None]:
        """The events that fire its arcs; None for arcs that no event fires."""
        return frozenset(arc.event for arc in self.arcs)

    @cached_property
    def by_tail(self) -> Mapping[Fact, Sequence[Arc]]:
        """Its arcs by the fact that they hand on."""
        found: dict[Fact, list[Arc]] = {}
        for arc in self.arcs:
            found.setdefault(arc.tail, []).append(arc)
        return found

    @cached_property
    def by_match(self) -> Mapping[Fact, Sequence[Arc]]:
        """Its arcs by the facts that they wait for besides."""
        found: dict[Fact, list[Arc]] = {}
        for arc in self.arcs:
            for fact in dict.fromkeys(arc.matched):
                if fact != arc.tail:
                    found.setdefault(fact, []).append(arc)
        return found

    @cached_property
    def by_head(self) -> Mapping[Fact, Sequence[Arc]]:
        """Its arcs by the fact that they lead to."""
        found: dict[Fact, list[Arc]] = {}
        for arc in self.arcs:
            found.setdefault(arc.head, []).append(arc)
        return found

    @cached_property
    def by_fact(self) -> Mapping[Fact, Sequence[Recording]]:
        """Its recordings by the fact that they record."""
        found: dict[Fact, list[Recording]] = {}
        for recording in self.recordings:
            found.setdefault(recording.fact, []).append(recording)
        return found

    @cached_property
    def identifiers(self) -> frozenset[str]:
        """The items that the items of this part are filed by."""
        return frozenset[str]().union(*{arc.sides.items for arc in self.arcs})

    @cached_property
    def _levels(self) -> tuple[int, ...]:
        """The levels that open something that the level before does not, the last first."""
        levels = {CERTAIN, *(arc.level for arc in self.arcs)}
        if any(arc.event is not None for arc in self.arcs):
            levels.add(IF_REPEATED)
        if any(arc.matched for arc in self.arcs):
            levels.add(IF_MATCHED)
        return tuple(sorted(levels, reverse=True))

    @cached_property
    def _ranks(self) -> tuple[int, ...]:
        """The forms in which something is recorded or sent, the worst first."""
        recorded = {RANK[recording.form] for recording in self.recordings}
        return tuple(sorted(recorded.union([arc.rank for arc in self.arcs]), reverse=True))

    def level(self, level: int) -> int:
        """The least level at which no less is open than at this level."""
        return next(opening for opening in self._levels if opening <= level) if level > CERTAIN else CERTAIN

    def rank(self, rank: int) -> int:
        """The best form for which no less is open than for this form, as a rank; -1 where nothing is."""
        return next((form for form in self._ranks if form <= rank), -1)


EMPTY_PART = Part((), ())
"""What has to do with an item of which nothing is said."""
