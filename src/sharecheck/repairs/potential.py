"""All that could be: the network with what each change would add, and which needs a choice of changes meets.

A set of changes is a bit mask. Changes only ever add arcs and recordings, or better ones, so a need that a set meets is
met by every larger set.
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, reduce
from itertools import chain
from operator import or_
from typing import NamedTuple

from sharecheck.network import Arc, Fact, Label, Moment, Need, Network, Recording
from sharecheck.network.children import Child, happens
from sharecheck.network.currency import awaited, news
from sharecheck.network.evidence import Evidence, counted
from sharecheck.network.facts import CERTAIN, RANK, WORST
from sharecheck.network.network import Part, Source, Sources
from sharecheck.network.settle import AT_ONCE, Held, hours_after, settled
from sharecheck.repairs.clock import UNHURRIED, Clock

Chosen = int
"""A set of changes, a bit each."""


class Guarded(NamedTuple):
    """An arc that is there, with nothing in its way, when all these changes are made."""

    arc: Arc
    guard: Chosen


class Noted(NamedTuple):
    """A recording that is made when all these changes are made."""

    recording: Recording
    guard: Chosen


def bits(chosen: Chosen) -> Iterator[int]:
    """The numbers of the changes in a set."""
    while chosen:
        low = chosen & -chosen
        yield low.bit_length() - 1
        chosen ^= low


@dataclass(frozen=True)
class Potential:
    """Moments, arcs and recordings with the changes they take, and the needs to be met.

    `children` are those by whom each need is judged, as they are when all changes are made: a change may write an item
    down for children of whom there is nothing to know without it.
    """

    moments: Mapping[str, Moment]
    arcs: tuple[Guarded, ...]
    recordings: tuple[Noted, ...]
    needs: tuple[Need, ...]
    children: Mapping[Need, tuple[Child, ...]]
    clock: Clock = field(default=UNHURRIED, repr=False, compare=False)
    """Looked at before each run: a question may end in `TimeUp`."""
    sources: Sources = field(default_factory=dict)
    _met: dict[Hashable, Held] = field(default_factory=dict, repr=False, compare=False)
    _matching: dict[tuple[Child, str | None, Chosen], Held] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def all(self) -> Chosen:
        """Every change."""
        return _together(self.arcs, self.recordings)

    def network(self, chosen: Chosen) -> Network:
        """The whole network that there is with these changes."""
        left = ~chosen
        recordings = tuple(recording.recording for recording in self.recordings if not recording.guard & left)
        arcs = tuple(arc.arc for arc in self.arcs if not arc.guard & left)
        return Network(self.moments, recordings, arcs, sources=self.sources)

    def meets(self, need: Need, chosen: Chosen) -> bool:
        """Whether a need is surely met with these changes.

        Most often it is met with the identifiers that are there anyway, or fails with all that could be: that is tried
        first, since runs of identifiers are long.
        """
        return all(self.met_of(need, child, chosen) for child in self.children[need])

    def met_of(self, need: Need, child: Child, chosen: Chosen) -> bool:
        """Whether a need is surely met, for one child, with these changes."""
        part = self._part(child, _evidence(need))
        if part.identifying:
            if not self._met_with(need, child, chosen, part.identifying):
                return False
            if self._met_with(need, child, chosen, 0):
                return True
        return self._met_with(need, child, chosen, chosen & part.identifying)

    def _met_with(self, need: Need, child: Child, chosen: Chosen, identifying: Chosen) -> bool:
        told_by = (None, *awaited(self.sources, need))
        held = (self.held(need, child, chosen, identifying=identifying, source=source) for source in told_by)
        moment = self.moments[need.event]
        return all(labels and hours_after(labels, moment) - need.plus <= AT_ONCE for labels in held)

    def held(  # two more say which of several questions is asked
        self,
        need: Need,
        child: Child,
        chosen: Chosen,
        rank: int | None = None,
        identifying: Chosen | None = None,
        source: Source | None = None,
    ) -> Sequence[Label]:
        """From when on the item of a need is surely held of a child, in the form needed or another one.

        `identifying` are the changes for identifiers, where they are others. With a `source`, from when on the news of
        a change is held that is known there first.
        """
        evidence = _evidence(need)
        part = self._part(child, evidence)
        rank = RANK[need.form] if rank is None else rank
        known = (chosen if identifying is None else identifying) & part.identifying
        asked = (source, need.event, need.plus, need.current_within) if source else None
        key = self._alike(child, need.fact.item), evidence, rank, chosen & part.own, known, asked
        if key not in self._met:
            self.clock.check()
            matching = self._identified(child, evidence.before, known) if part.matched else {}
            there = part.there(chosen)
            spreading = news(there, need, source) if source else there
            self._met[key] = settled(part.moments, CERTAIN, rank, spreading, matching)
        return self._met[key].get(need.fact, ())

    def relevant(self, need: Need) -> Chosen:
        """The changes that have to do with a need."""
        parts = [self._part(child, _evidence(need)) for child in self.children[need]]
        return reduce(or_, (part.own | part.identifying for part in parts))

    def identifying(self, need: Need) -> Chosen:
        """The changes for the identifiers by which the item of a need is matched."""
        return reduce(or_, (self._part(child, _evidence(need)).identifying for child in self.children[need]))

    def _identified(self, child: Child, before: str | None, chosen: Chosen) -> Held:
        part = self._identifiers(child, before)
        key = self._alike(child, ""), before, chosen & part.own
        if key not in self._matching:
            self.clock.check()
            self._matching[key] = settled(part.moments, CERTAIN, WORST, part.there(chosen))
        return self._matching[key]

    @cached_property
    def _parts(self) -> dict[tuple[Child, Evidence], "_Part"]:
        return {}

    def _part(self, child: Child, evidence: Evidence) -> "_Part":
        key = self._alike(child, evidence.item), evidence
        if key not in self._parts:
            self.clock.check()
            part = self._cut(child, frozenset({evidence.item}), evidence)
            more = self._identifiers(child, evidence.before).own if part.matched else 0
            self._parts[key] = replace(part, identifying=more)
        return self._parts[key]

    def _identifiers(self, child: Child, before: str | None) -> "_Part":
        every = Evidence("", None, before)
        key = self._alike(child, ""), every
        if key not in self._parts:
            self._parts[key] = self._cut(child, self._identifying, every)
        return self._parts[key]

    @cached_property
    def _identifying(self) -> frozenset[str]:
        return frozenset(fact.item for arc, _ in self.arcs for fact in arc.matched)

    def _alike(self, child: Child, item: str) -> Child:
        """The groups of a child that matter for an item (`` for identifiers) and what it is filed by."""
        if item not in self._mattering:
            items = self._identifying | {item}
            events = {arc.arc.event for arc in self.arcs if arc.arc.head.item in items}
            events |= {
                recording.recording.event for recording in self.recordings if recording.recording.fact.item in items
            }
            groups = (self.moments[event].groups for event in events if event is not None)
            self._mattering[item] = frozenset[str]().union(*(each for some in groups for each in some))
        return child & self._mattering[item]

    @cached_property
    def _mattering(self) -> dict[str, frozenset[str]]:
        return {}

    def _cut(self, child: Child, items: frozenset[str], evidence: Evidence) -> "_Part":
        """The part in which these items travel, over what happens to a child, as far as it counts."""
        moments = {id: moment for id, moment in self.moments.items() if happens(moment, child)}
        silent = evidence.silent(self.moments)
        arcs = tuple(
            arc
            for arc in self.arcs
            if arc.arc.head.item in items
            and (arc.arc.event is None or arc.arc.event in moments)
            and evidence.admits(arc.arc, silent)
        )
        recordings = tuple(
            recording
            for recording in self.recordings
            if recording.recording.fact.item in items
            and recording.recording.event in moments
            and evidence.admits(recording.recording, silent)
        )
        own = _together(arcs, recordings)
        return _Part(moments, arcs, recordings, own, any(arc.arc.matched for arc in arcs))


def _evidence(need: Need) -> Evidence:
    """What counts for a need, for its item alone."""
    return counted(need)._replace(item=need.fact.item)


def _together(arcs: Iterable[Guarded], recordings: Iterable[Noted]) -> Chosen:
    """All changes of arcs and recordings."""
    return reduce(or_, chain((arc.guard for arc in arcs), (recording.guard for recording in recordings)), 0)


@dataclass(frozen=True, slots=True)
class _Part:
    moments: Mapping[str, Moment]
    arcs: tuple[Guarded, ...]
    recordings: tuple[Noted, ...]
    own: Chosen
    matched: bool
    identifying: Chosen = 0
    """The changes for the identifiers by which an item is matched."""

    def there(self, chosen: Chosen) -> Part:
        """What of it is there with these changes."""
        left = ~chosen
        recordings = [recording.recording for recording in self.recordings if not recording.guard & left]
        return Part(recordings, [arc.arc for arc in self.arcs if not arc.guard & left])


def at_least_as_good(arc: Arc, other: Arc) -> bool:
    """Whether an arc brings the same at least as soon, in at least as good a form, waiting for no more."""
    return (
        arc.tail == other.tail
        and arc.head == other.head
        and arc.event in (None, other.event)
        and arc.delay <= other.delay
        and arc.rank <= other.rank
        and set(arc.matched) <= set(other.matched)
    )


def undominated(arcs: Iterable[Guarded], clock: Clock = UNHURRIED) -> tuple[Guarded, ...]:
    """The arcs without those for which another one, with no more changes, is at least as good; or `TimeUp`."""
    between: dict[tuple[Fact, Fact], list[Guarded]] = {}
    for guarded in sorted(arcs, key=lambda guarded: guarded.guard.bit_count()):
        clock.check()
        known = between.setdefault((guarded.arc.tail, guarded.arc.head), [])
        if not any(not other.guard & ~guarded.guard and at_least_as_good(other.arc, guarded.arc) for other in known):
            known.append(guarded)
    return tuple(guarded for known in between.values() for guarded in known)
