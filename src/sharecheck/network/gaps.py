"""Gaps: needs that are not surely met, the kind of each, and the way on which it goes wrong.

The kind is the smallest relaxation of the truth that would meet the need, tried in a fixed order; see `docs/method.md`.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache, cached_property
from itertools import pairwise

from sharecheck.model.base import FORMS
from sharecheck.network.facts import (
    CERTAIN,
    IF_CONDITIONS,
    IF_DATED,
    IF_IN_FORCE,
    IF_MATCHED,
    IF_REPEATED,
    RANK,
    WORST,
    Arc,
    Fact,
    Groups,
    Need,
    Network,
    happens,
)
from sharecheck.network.outcome import Hop, Kind, Outcome
from sharecheck.network.spread import Held, Label, Spread, spread

_LEVELS: tuple[tuple[int, Kind], ...] = (
    (IF_DATED, "undated"),
    (IF_CONDITIONS, "conditional"),
    (IF_IN_FORCE, "blocked"),
    (IF_REPEATED, "mistimed"),
    (IF_MATCHED, "unmatched"),
)
_DEGRADED: Kind = "degraded"


class Ladder:
    """The runs of one network, each made only when asked for, and once for all that open the same arcs."""

    def __init__(self, network: Network, matching: Callable[[int], Held] | None = None) -> None:
        self.network = network
        self._runs: dict[tuple[int, int], Spread] = {}
        self._others: dict[Fact, Ladder] = {}
        self._parts: dict[Groups, Ladder] = {}
        self._matching = matching or cache(lambda level: spread(self._open.identifiers, level).labels)

    def run(self, level: int, rank: int) -> Spread:
        """The spread at a level of what is taken as given and in a least form."""
        level = max(one for one in self._levels if one <= level)
        rank = min((one for one in self._ranks if one > rank), default=WORST + 1) - 1
        if (level, rank) not in self._runs:
            self._runs[level, rank] = spread(self._open, level, rank, self._matching(level))
        return self._runs[level, rank]

    @cached_property
    def _open(self) -> Network:
        return self.network.only(need.fact.item for need in self.network.needs)

    @cached_property
    def _levels(self) -> frozenset[int]:
        """The levels that open something that the one before does not."""
        found = {CERTAIN}
        for arc in self._open.arcs:
            found.add(arc.level)
            if arc.event is not None:
                found.add(IF_REPEATED)
            if arc.matched:
                found.add(IF_MATCHED)
        return frozenset(found)

    @cached_property
    def _ranks(self) -> frozenset[int]:
        """The forms in which something is recorded or sent."""
        recorded = {RANK[recording.form] for recording in self._open.recordings}
        return frozenset(recorded | {arc.rank for arc in self._open.arcs})

    @cached_property
    def _recorded(self) -> frozenset[Fact]:
        return frozenset(recording.fact for recording in self.network.recordings)

    def _told(self, fact: Fact) -> "Ladder":
        """The runs in which a party learns an item from others only.

        Who has to find it out by itself, later than it was needed, has not been told late: it was not told.
        """
        if fact not in self._others:
            part = self.network.only((fact.item,))
            recordings = tuple(recording for recording in part.recordings if recording.fact != fact)
            identifying = any(fact.item == one.item for arc in part.arcs for one in arc.matched)
            self._others[fact] = Ladder(replace(part, recordings=recordings), None if identifying else self._matching)
        return self._others[fact]

    def outcomes(self) -> tuple[Outcome, ...]:
        """What becomes of each need of the network, in their order."""
        return tuple(self.outcome(need) for need in self.network.needs)

    def gaps(self) -> tuple[Outcome, ...]:
        """The needs that are not kept, in their order; those of which nothing can be known are marked `unknown`."""
        return tuple(outcome for outcome in self.outcomes() if not outcome.kept)

    def outcome(self, need: Need) -> Outcome:
        """What becomes of a need."""
        where = self._judged(need)
        if where is not self:
            return where.outcome(need)
        return Outcome(need, "kept") if self._keeps(need) else self._hard._gap(need)

    def keeps(self, need: Need) -> bool:
        """Whether a need is surely met."""
        return self._judged(need)._keeps(need)

    def witness(self, need: Need, level: int = CERTAIN) -> tuple[Spread, Label] | None:
        """The run in which a need is met with as much taken as given as at a level, and its label there; else None."""
        run = self._judged(need, level).run(level, RANK[need.form])
        found = run.late(need)
        return (run, found[1]) if found is not None and found[0] <= 0 else None

    def _judged(self, need: Need, level: int = CERTAIN) -> "Ladder":
        """The runs in which a need is judged: these, or those over what happens to every child of whom it is needed."""
        if self._keeps(need, level) and not self._through_others(need, level):
            return self
        part = self._of(need.groups)
        happens_there = part is not self and need.event in part.network.moments
        return part if happens_there and part.recorded_by_others(need.fact) else self

    def _through_others(self, need: Need, level: int) -> bool:
        """Whether the way that keeps a need goes through what does not happen to every child of whom it is needed."""
        found = self.run(level, RANK[need.form]).late(need)
        events = (step.source.event for step in found[1].chain()) if found else ()
        return any(event is not None and not happens(self.network.moments[event], need.groups) for event in events)

    def _of(self, groups: Groups) -> "Ladder":
        """The runs over what is there for every child of these groups.

        What happens only to others keeps no need of theirs. What is written down only when it happens, such as how a
        neonatal stay went, is there for no child but those: then all events count.
        """
        if groups not in self._parts:
            part = self.network.of(groups)
            self._parts[groups] = self if part is self.network else Ladder(part)
        return self._parts[groups]

    def recorded_by_others(self, fact: Fact) -> bool:
        """Whether another party comes to know the item by itself."""
        return bool(self._recorders.get(fact.item, frozenset()) - {fact.party})

    @cached_property
    def _recorders(self) -> Mapping[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for recording in self.network.recordings:
            found.setdefault(recording.fact.item, set()).add(recording.fact.party)
        return {item: frozenset(parties) for item, parties in found.items()}

    def _keeps(self, need: Need, level: int = CERTAIN) -> bool:
        sure = self.run(level, RANK[need.form]).late(need)
        return sure is not None and sure[0] <= 0

    @cached_property
    def _hard(self) -> "Ladder":
        """The runs of what has to do with needs that are not kept; in a good area that is little."""
        hard = tuple(need for need in self.network.needs if not self._keeps(need))
        part = self._open.only(need.fact.item for need in hard)
        return Ladder(replace(part, needs=hard), self._matching) if len(part.arcs) < len(self._open.arcs) // 2 else self

    def _gap(self, need: Need) -> Outcome:
        rank = RANK[need.form]
        sure = self.run(CERTAIN, rank).late(need)
        if need.fact in self._recorded:
            return self._told(need.fact).outcome(need)
        if sure is not None:
            return self._outcome(need, "late", CERTAIN, rank)
        if self.run(IF_MATCHED, WORST).late(need) is None:
            holders = self._holders(need)
            lost: Kind = "not-shared" if holders else "not-recorded"
            return Outcome(need, lost, holders=holders, unknown=not self.network.complete)
        worse = range(rank + 1, WORST + 1)
        in_time = (*((CERTAIN, least, _DEGRADED) for least in worse), *((level, rank, kind) for level, kind in _LEVELS))
        ever = ((level, least, kind) for level, kind in ((CERTAIN, _DEGRADED), *_LEVELS) for least in (rank, *worse))
        for level, least, kind in in_time:
            found = self.run(level, least).late(need)
            if found is not None and found[0] <= 0:
                return self._outcome(need, kind, level, least)
        level, least, kind = next(one for one in ever if self.run(one[0], one[1]).late(need) is not None)
        return self._outcome(need, kind, level, least)

    def _holders(self, need: Need) -> tuple[tuple[Fact, float], ...]:
        most = self.run(IF_MATCHED, WORST)
        found = [(fact, labels[0].age) for fact, labels in most.labels.items() if fact.item == need.fact.item]
        return tuple(sorted(found, key=lambda held: (held[1], held[0].party)))

    def _outcome(self, need: Need, kind: Kind, level: int, rank: int) -> Outcome:
        run = self.run(level, rank)
        found = run.late(need)
        assert found is not None, need
        hours, label = found
        below = self.run(level - 1, WORST) if level > CERTAIN else None
        way = tuple(self._hops(label, run, below, later=False))
        if below is not None and not any(hop.closed(level) for hop in way):
            way = tuple(self._hops(label, run, below, later=True))
        unread = kind == "undated" and any(one.obstacle == "unread" for hop in way for one in hop.hindrances)
        # What is written down only after it was needed was hardly meant for this; another protocol may well be.
        unmeant = not self.network.complete and _recorded_late(way[0], need, run)
        blame = _blame(kind, level, way, need, run)
        return Outcome(need, kind, max(hours, 0.0), way[-1].form, way, blame, unknown=unread or unmeant)

    def hops(self, label: Label) -> tuple[Hop, ...]:
        """The steps of the way that a label has come."""
        return tuple(self._hops(label, None, None, later=False))

    def _hops(
        self, label: Label, run: Spread | None, below: Spread | None, later: bool, told: frozenset[Fact] = frozenset()
    ) -> Iterator[Hop]:
        """`later`: an identifier that comes later in the run below is missing, too; `told` are those told already."""
        worst = 0
        for step in label.chain():
            arc = step.source if isinstance(step.source, Arc) else None
            worst = max(worst, RANK[step.source.form])
            missing = run.missing(step, below, later) if run and below else ()
            missed = arc is not None and run is not None and not run.in_time(arc)
            found = dict.fromkeys(arc.hindrances if arc else ())
            if arc and run and run.level < IF_MATCHED:
                for fact in (one for one in missing if one not in told):
                    known = run.matched(fact, arc.event or step.event)
                    behind = self._hops(known, run, below, later, told | {fact})
                    found |= dict.fromkeys(one for hop in behind for one in hop.hindrances)
            yield Hop(step.fact, step.age, step.source, FORMS[worst], missing, missed, tuple(found))


def _blame(kind: Kind, level: int, way: tuple[Hop, ...], need: Need, run: Spread) -> int:
    """The step that goes wrong, the first of equals; for lateness a recording that is late, else the longest wait."""
    if kind == "late":
        if _recorded_late(way[0], need, run):
            return 0
        waits = [hop.age - before.age for before, hop in pairwise(way)]
        return 1 + waits.index(max(waits)) if waits else 0
    if kind == "degraded":
        return next(i for i, hop in enumerate(way) if RANK[hop.form] > RANK[need.form])
    return next((i for i, hop in enumerate(way) if hop.closed(level)), len(way) - 1)


def _recorded_late(first: Hop, need: Need, run: Spread) -> bool:
    """Whether it may be written down only after it is needed."""
    return first.via.event != need.event and first.age > run.network.moments[need.event].start + need.plus


def outcomes(network: Network) -> tuple[Outcome, ...]:
    """What becomes of each need of the network, in their order."""
    return Ladder(network).outcomes()
