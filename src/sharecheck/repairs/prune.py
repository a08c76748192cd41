"""Less to choose from, with the same cheapest repair: what cannot matter, and what another does as well, goes."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from math import inf
from operator import or_

from sharecheck.network import Arc, Fact, Label, Spread, spread
from sharecheck.network.currency import awaited
from sharecheck.network.facts import CERTAIN, WORST
from sharecheck.repairs.edits import Edit
from sharecheck.repairs.potential import Chosen, Guarded, Noted, Potential, at_least_as_good, bits


@dataclass(frozen=True, slots=True)
class Pruned:
    """A part of a potential, and by change those that were left out because the change does as well."""

    potential: Potential
    equals: Mapping[int, Chosen]

    def widened(self, landmark: Chosen) -> Chosen:
        """A landmark of the part as one of the whole: whoever makes a change that was left out could make its equal."""
        return reduce(or_, (self.equals.get(number, 0) for number in bits(landmark)), landmark)


def pruned(potential: Potential, edits: Sequence[Edit]) -> Pruned:
    """The part of a potential in which the same needs can be met, at the same least cost."""
    return _undominated(_of_use(potential), edits)


def _of_use(potential: Potential) -> Potential:
    """Without arcs that lie on no way to a need, or come too late on every one, though all changes were made.

    What tells of a change is of use at any age, and whether or not its sender has learned the item in another way.
    """
    every = potential.all
    network = potential.network(every)
    most = spread(network, CERTAIN, WORST)
    last = _deadlines(potential)
    wanted = {need.fact for need in potential.needs}
    changing = {need.fact.item for need in potential.needs if any(awaited(potential.sources, need))}
    into: dict[Fact, list[Guarded]] = defaultdict(list)
    for guarded in potential.arcs:
        potential.clock.check()
        arc = guarded.arc
        filed = all(fact in most.labels for fact in arc.matched)
        in_time = arc.tail in most.labels and _soonest(arc, most) <= last.get(arc.head.item, inf)
        if filed and (in_time or (arc.event is None and arc.head.item in changing)):
            into[arc.head].append(guarded)
    waiting = list(wanted)
    kept: dict[int, Guarded] = {}
    while waiting:
        for guarded in into[waiting.pop()]:
            kept[id(guarded)] = guarded
            for fact in (guarded.arc.tail, *guarded.arc.matched):
                if fact not in wanted:
                    wanted.add(fact)
                    waiting.append(fact)
    recordings = tuple(recording for recording in potential.recordings if recording.recording.fact in wanted)
    return _cut(potential, tuple(arc for arc in potential.arcs if id(arc) in kept), recordings)


def _deadlines(potential: Potential) -> dict[str, float]:
    """By item: the last age at which the item can still help; identifiers help whatever is matched by them."""
    last: dict[str, float] = {}
    moments = potential.moments
    for need in potential.needs:
        needed = moments[need.event]
        after = (moments[first].start + hours for first, hours in needed.earlier.items())
        by = max([needed.start, *after]) + need.plus
        last[need.fact.item] = max(last.get(need.fact.item, -inf), by)
    latest = max(last.values(), default=inf)
    for item in {fact.item for arc in potential.arcs for fact in arc.arc.matched}:
        last[item] = latest
    return last


def _soonest(arc: Arc, most: Spread) -> float:
    """The earliest age that can be meant by what an arc brings."""
    moments = most.network.moments
    if arc.event is not None:
        return moments[arc.event].start + arc.delay
    return min(_first(label, most) for label in most.labels[arc.tail]) + arc.delay


def _first(label: Label, most: Spread) -> float:
    return label.age if label.event is None else most.network.moments[label.event].start + label.after


def _undominated(potential: Potential, edits: Sequence[Edit]) -> Pruned:
    """Without items added to one flow where adding them to another, no dearer, does as well."""
    arcs: dict[int, list[Guarded]] = defaultdict(list)
    for guarded in potential.arcs:
        for number in bits(guarded.guard):
            arcs[number].append(guarded)
    by_item: dict[str, list[int]] = defaultdict(list)
    recording = reduce(or_, (recording.guard for recording in potential.recordings), 0)
    for number, edit in enumerate(edits):
        item = edit.change.item
        if edit.kind == "item" and item is not None and number in arcs and not recording >> number & 1:
            by_item[item].append(number)
    gone = 0
    equals: dict[int, Chosen] = {}
    for numbers in by_item.values():
        for worse in numbers:
            for better in numbers:
                potential.clock.check()
                if better == worse or gone >> better & 1 or edits[better].cost > edits[worse].cost:
                    continue
                if _covers(better, worse, arcs):
                    gone |= 1 << worse
                    equals[better] = equals.get(better, 0) | 1 << worse | equals.pop(worse, 0)
                    break
    less = _cut(potential, tuple(arc for arc in potential.arcs if not arc.guard & gone), potential.recordings)
    return Pruned(less, equals)


def _covers(better: int, worse: int, arcs: dict[int, list[Guarded]]) -> bool:
    """Whether each arc that takes one change has its match among those that take another instead."""
    return all(any(_no_more(other, better, arc, worse) for other in arcs[better]) for arc in arcs[worse])


def _no_more(other: Guarded, better: int, guarded: Guarded, worse: int) -> bool:
    left = other.guard & ~(1 << better) & ~(guarded.guard & ~(1 << worse))
    return not left and at_least_as_good(other.arc, guarded.arc)


def _cut(potential: Potential, arcs: tuple[Guarded, ...], recordings: tuple[Noted, ...]) -> Potential:
    return Potential(
        potential.moments, arcs, recordings, potential.needs, potential.children, potential.clock, potential.sources
    )
