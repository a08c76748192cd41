"""The spread: from when on each party surely holds each item, whatever happens inside the windows.

One label-setting pass over a directed hypergraph (Knuth 1977, A generalization of Dijkstra's algorithm): each arc is a
superior function, never earlier than what it waits for. A label says "at the latest at this age". It also remembers
the event that it hangs on: what a visit brings to light goes out with that same visit, whenever in its window the
visit happens, although nobody can say that it was known before the window began. `docs/method.md` has the proof.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import count
from typing import NamedTuple, TypeAlias

from sharecheck.network.facts import IF_MATCHED, IF_REPEATED, RANK, WORST, Arc, Fact, Need, Network, Recording
from sharecheck.network.timeline import Moment

_AT_ONCE = 1e-6
"""Hours are floats: three times six minutes are a little more than eighteen."""


class Bound(NamedTuple):
    """At `age` hours at the latest; with an `event`, `after` hours after it at the latest, whenever that is."""

    age: float
    event: str | None
    after: float


class Label(NamedTuple):
    """A fact holds at `age` hours at the latest; with an `event`, `after` hours after it, whenever that is."""

    age: float
    event: str | None
    after: float
    fact: Fact
    source: Recording | Arc
    before: "Label | None"
    hops: int

    def chain(self) -> tuple["Label", ...]:
        """The labels from the recording to this one."""
        labels: list[Label] = []
        label: Label | None = self
        while label is not None:
            labels.append(label)
            label = label.before
        return tuple(reversed(labels))


Bounds: TypeAlias = Sequence[Bound | Label]
"""What is known of one moment: first the least age, then what is sooner than that after an event."""
Held: TypeAlias = Mapping[Fact, Sequence[Label]]


@dataclass(frozen=True, slots=True)
class Spread:
    """Who surely holds what from when on, at a level of what is taken as given and in a least form (as a rank)."""

    network: Network
    level: int
    rank: int
    labels: Held
    matching: Held
    """The same for what others are matched by, in whichever form: who reads it knows which child it is."""

    def age(self, fact: Fact) -> float | None:
        """The age in hours at which the fact surely holds, or None."""
        labels = self.labels.get(fact)
        return labels[0].age if labels else None

    def late(self, need: Need) -> tuple[float, Label] | None:
        """By how many hours the need is missed at the worst (0 or less: it is met), and the way; None if never met."""
        labels = self.labels.get(need.fact)
        if not labels:
            return None
        moment = self.network.moments[need.event]
        hours = _after(labels, moment) - need.plus
        return hours if abs(hours) > _AT_ONCE else 0.0, _hanging_on(labels, need.event)

    def in_time(self, arc: Arc) -> bool:
        """Whether the event that fires an arc surely finds its sender ready."""
        if arc.event is None:
            return True
        moment = self.network.moments[arc.event]
        held = [self.labels.get(arc.tail), *(self.matching.get(fact) for fact in arc.signed if self.level < IF_MATCHED)]
        return all(bounds is not None and _after(bounds, moment) <= _AT_ONCE for bounds in held)

    def missing(self, step: Label, below: "Spread", later: bool) -> tuple[Fact, ...]:
        """What a step is matched by that is held nowhere below; with `later`, also what comes later there."""
        facts = step.source.matched if isinstance(step.source, Arc) else ()
        return tuple(fact for fact in facts if self._lacks(step, fact, below.matching.get(fact), later))

    def matched(self, fact: Fact, event: str | None) -> Label:
        """How an identifier comes to be held, as soon after an event as can be told."""
        return _hanging_on(self.matching[fact], event)

    def _lacks(self, step: Label, fact: Fact, there: Sequence[Label] | None, later: bool) -> bool:
        if not there or not later:
            return not there
        moments = self.network.moments
        if self.level >= IF_MATCHED:  # here nothing waits for it, so there it is late if it is not first of all
            return step.before is not None and there[0].age > _soonest(step.before, moments)
        here = self.matching[fact]
        hung = ((one, moments[one.event]) for one in here if one.event is not None)
        return here[0].age < there[0].age or any(one.after < _after(there, moment) for one, moment in hung)


def spread(network: Network, level: int = 0, rank: int = WORST, matching: Held | None = None) -> Spread:
    """The least fixpoint, in time O(arcs + facts log facts) and a factor for the events that a fact can hang on.

    `matching` are the labels of its `identifiers` at that level, where they are known already.
    """
    run = _Run(network, level, rank, matching)
    run.settle()
    return Spread(network, level, rank, run.labels, run.matching)


class _Run:
    """The state of one pass."""

    def __init__(self, network: Network, level: int, rank: int, matching: Held | None) -> None:
        self.network = network
        self.moments = network.moments
        self.level = level
        self.rank = rank
        self.labels: dict[Fact, list[Label]] = {}
        self.matched = level < IF_MATCHED
        self.alone = rank == WORST and matching is None and network.identifiers is network
        self.matching: Held = self.labels
        if self.matched and not self.alone:
            self.matching = spread(network.identifiers, level).labels if matching is None else matching
        self.heap: list[tuple[float, int, str, int, str, int, Label]] = []
        self.order = count()
        for recording in network.recordings:
            moment = self.moments.get(recording.event)
            if moment is not None and RANK[recording.form] <= rank:
                self.push(Label(moment.end, moment.id, 0.0, recording.fact, recording, None, 0))

    def push(self, label: Label) -> None:
        """Ties go to fewer steps, then to the first sender in the alphabet, the first flow, the best form recorded."""
        source = label.source
        party, first = (source.tail.party, source.flow) if isinstance(source, Arc) else ("", RANK[source.form])
        heappush(self.heap, (label.age, label.hops, party, first, label.event or "", next(self.order), label))

    def settle(self) -> None:
        by_tail = self.network.arcs_by_tail
        by_match = self.network.arcs_by_match if self.alone and self.matched else {}
        while self.heap:
            label = heappop(self.heap)[-1]
            held = self.labels.setdefault(label.fact, [])
            if _adds_nothing(label, held, self.moments):
                continue
            held.append(label)
            for arc in by_tail.get(label.fact, ()):
                self.fire(arc, held)
            for arc in by_match.get(label.fact, ()):
                if arc.tail in self.labels:
                    self.fire(arc, self.labels[arc.tail])

    def fire(self, arc: Arc, tail: Sequence[Label]) -> None:
        """Send what an arc can send now that one of the facts it waits for has a new label."""
        if arc.level > self.level or arc.rank > self.rank:
            return
        known = self.labels.get(arc.head)
        if known is not None:
            first = self.moments[arc.event].start if arc.event is not None else _first(tail, self.moments)
            if known[0].age <= first + arc.delay:
                return
        sent: Bounds | None = tail
        if self.matched:
            sent = self.all_of(tail, arc.signed)
        if sent is not None and arc.event is not None:
            sent = self.fired(self.moments[arc.event], sent)
        elif sent is not None and sent[0].age > arc.last:
            return
        if sent is not None and arc.delay:
            sent = [Bound(one.age + arc.delay, one.event, one.after + arc.delay) for one in sent]
        if sent is not None and self.matched:
            sent = self.all_of(sent, arc.filed)
        for age, event, after, *_ in sent or ():
            before = _hanging_on(tail, arc.event or event)
            label = Label(age, event, after, arc.head, arc, before, before.hops + 1)
            if not (known and _adds_nothing(label, known, self.moments)):
                self.push(label)

    def fired(self, moment: Moment, ready: Bounds) -> Bounds | None:
        """When a flow that an event fires has gone out, or None when it goes without what was not ready."""
        happened = (Bound(moment.end, moment.id, 0.0),)
        if _after(ready, moment) <= _AT_ONCE:
            return happened
        return _both(ready, happened, self.moments) if self.level >= IF_REPEATED else None

    def all_of(self, bounds: Bounds, facts: tuple[Fact, ...]) -> Bounds | None:
        """When these facts hold as well; None if one never does."""
        for fact in facts:
            others = self.matching.get(fact)
            if not others:
                return None
            bounds = _both(bounds, others, self.moments)
        return bounds


def _both(some: Bounds, others: Bounds, moments: Mapping[str, Moment]) -> Bounds:
    """The later of two, told for each event that one of them hangs on."""
    if others[0].age <= _first(some, moments):
        return some
    age = max(some[0].age, others[0].age)
    found: list[Bound] = []
    for event in dict.fromkeys(one.event for one in (*some, *others) if one.event is not None):
        moment = moments[event]
        after = max(_after(some, moment), _after(others, moment))
        if moment.start + after < age:
            found.append(Bound(moment.end + after, event, after))
    found.sort(key=lambda bound: bound.age)
    return found if found and found[0].age <= age else [Bound(age, None, age), *found]


def _after(bounds: Bounds, moment: Moment) -> float:
    """Hours after an event at the latest."""
    for bound in bounds:
        if bound.event == moment.id:
            return bound.after
    return bounds[0].age - moment.start


def _hanging_on(labels: Sequence[Label], event: str | None) -> Label:
    return next((label for label in labels if label.event == event), labels[0])


def _first(bounds: Bounds, moments: Mapping[str, Moment]) -> float:
    """The earliest age that any of them can mean."""
    if len(bounds) == 1:
        return _soonest(bounds[0], moments)
    return min(_soonest(bound, moments) for bound in bounds)


def _soonest(bound: Bound | Label, moments: Mapping[str, Moment]) -> float:
    """The earliest age that it can mean."""
    return bound.age if bound.event is None else moments[bound.event].start + bound.after


def _adds_nothing(label: Label, held: Sequence[Label], moments: Mapping[str, Moment]) -> bool:
    """Whether the fact is already known to hold by then, in every case."""
    if not held:
        return False
    if label.event is None or held[0].age <= _soonest(label, moments):
        return True
    return any(other.event == label.event for other in held)
