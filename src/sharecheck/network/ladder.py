"""The ladder of kinds over the runs of one network: which is the least that has to be taken as given for a need."""

from sharecheck.network.blame import blame
from sharecheck.network.facts import CERTAIN, IF_MATCHED, RANK, WORST, Need
from sharecheck.network.outcome import LEVELS, Holder, Kind, Outcome
from sharecheck.network.settle import Label
from sharecheck.network.spread import LACKING, Spread, SpreadCache
from sharecheck.network.way import way

_DEGRADED: Kind = "degraded"


class Ladder:
    """What the runs of one network say of a need; what counts for the need, and for which child, is settled above."""

    def __init__(self, runs: SpreadCache) -> None:
        self.network = runs.network
        self._runs = runs

    def run(self, level: int, rank: int) -> Spread:
        """The spread at a level of what is taken as given and in a least form."""
        return self._runs.spread(level, rank)

    def _arrives(self, need: Need, level: int, rank: int) -> tuple[Spread, float, Label] | None:
        """A run in which an item comes in a form, by how many hours too late, and its label there; None if never.

        That is the run over all forms, which serves all needs, where that run finds a way in that form.
        """
        run = self.run(level, WORST)
        found = run.late(need)
        if found is not None and found[1].rank > rank:
            run = self.run(level, rank)
            found = run.late(need)
        return found and (run, *found)

    def _ever(self, need: Need, level: int, rank: int) -> bool:
        return self._arrives(need, level, rank) is not None

    def _in_time(self, need: Need, level: int, rank: int) -> bool:
        found = self._arrives(need, level, rank)
        return found is not None and found[1] <= 0

    def _keeps(self, need: Need, level: int) -> bool:
        return self._in_time(need, level, RANK[need.form])

    def _witness(self, need: Need, level: int) -> tuple[Spread, Label]:
        found = self._arrives(need, level, RANK[need.form])
        assert found is not None, need
        run, _, label = found
        return run, label

    def _relaxed(self, need: Need, rank: int) -> tuple[Kind, int, int]:
        """The kind that meets the need, with its level and form; each level is tried only if the last one does."""
        worse = range(rank + 1, WORST + 1)
        if self._in_time(need, CERTAIN, WORST):
            return self._degraded(need, rank)
        if self._in_time(need, IF_MATCHED, rank):
            return next((kind, level, rank) for level, kind in LEVELS if self._in_time(need, level, rank))
        levels = ((CERTAIN, _DEGRADED), *LEVELS)
        level, kind = next((level, kind) for level, kind in levels if self._ever(need, level, WORST))
        return kind, level, next(least for least in (rank, *worse) if self._ever(need, level, least))

    def _degraded(self, need: Need, rank: int) -> tuple[Kind, int, int]:
        worse = range(rank + 1, WORST + 1)
        return _DEGRADED, CERTAIN, next(least for least in worse if self._in_time(need, CERTAIN, least))

    def _outcome(self, need: Need, kind: Kind, level: int, rank: int) -> Outcome:
        run = self.run(level, rank)
        found = run.late(need)
        assert found is not None, need
        hours, label = found
        below = self.run(level - 1, WORST) if level > CERTAIN else None
        hops = tuple(way(label, run, below))
        for lacking in LACKING[1:] if below else ():
            if any(hop.closed(level) for hop in hops):
                break
            hops = tuple(way(label, run, below, lacking))
        unread = kind == "undated" and any(barrier.kind == "unread" for hop in hops for barrier in hop.barriers)
        guilty = blame(kind, level, hops, need, run)
        return Outcome(need, kind, max(hours, 0.0), hops[-1].form, hops, guilty, unknown=unread)

    def _holder(self, need: Need, soonest: float) -> Holder:
        """How surely somebody holds an item when a need falls due; `soonest` if all goes as well as can be."""
        run = self.run(CERTAIN, WORST)
        age, late = run.age(need.fact), run.late(need)
        if age is None or late is None:
            return Holder(need.fact, soonest, "perhaps")
        return Holder(need.fact, age, "in time" if late[0] <= 0 else "later")
