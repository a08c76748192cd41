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


@dataclass(frozen=True, slots=True)
class Spread:
    """Who surely holds what from when on, at a level of what is taken as given and in a least form (as a rank)."""

    network: Network
    level: int
    rank: int
    labels: Mapping[Fact, Sequence[Label]]
    matching: Mapping[Fact, Sequence[Label]]
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

    def sooner(self, arc: Arc, than: "Spread") -> bool:
        """Whether something that an arc is matched by is held sooner here."""
        held = ((self.matching.get(fact), than.matching.get(fact)) for fact in arc.matched)
        return any(here and (not there or here[0].age < there[0].age) for here, there in held)


def spread(network: Network, level: int = 0, rank: int = WORST) -> Spread:
    """The least fixpoint, in time O(arcs + facts log facts) and a factor for the events that a fact can hang on."""
    run = _Run(network, level, rank)
    run.settle()
    return Spread(network, level, rank, run.labels, run.matching)


class _Run:
    """The state of one pass."""

    def __init__(self, network: Network, level: int, rank: int) -> None:
        self.network = network
        self.moments = network.moments
        self.level = level
        self.rank = rank
        self.labels: dict[Fact, list[Label]] = {}
        self.matched = level < IF_MATCHED
        self.settled = rank < WORST and self.matched
        self.matching: Mapping[Fact, Sequence[Label]] = (
            spread(network.identifiers, level).labels if self.settled else self.labels
        )
        self.heap: list[tuple[float, int, str, int, int, Label]] = []
        self.order = count()
        for recording in network.recordings:
            moment = self.moments.get(recording.event)
            if moment is not None and RANK[recording.form] <= rank:
                self.push(Label(moment.end, moment.id, 0.0, recording.fact, recording, None, 0))

    def push(self, label: Label) -> None:
        """Ties go to fewer steps, then to the sender that is first in the alphabet, then to the flow that is first."""
        source = label.source
        party, flow = (source.tail.party, source.flow) if isinstance(source, Arc) else (source.fact.party, -1)
        heappush(self.heap, (label.age, label.hops, party, flow, next(self.order), label))

    def settle(self) -> None:
        by_tail = self.network.arcs_by_tail
        by_match = self.network.arcs_by_match if self.matched and not self.settled else {}
        while self.heap:
            label = heappop(self.heap)[-1]
            held = self.labels.setdefault(label.fact, [])
            if _adds_nothing(label, held, self.moments):
                continue
            held.append(label)
            for arcs in (by_tail.get(label.fact, ()), by_match.get(label.fact, ())):
                for arc in arcs:
                    if arc.level <= self.level and arc.rank <= self.rank:
                        self.fire(arc)

    def fire(self, arc: Arc) -> None:
        """Send what an arc can send now that one of the facts it waits for has a new label."""
        tail = self.labels.get(arc.tail)
        if tail is None:
            return
        known = self.labels.get(arc.head)
        if known is not None:
            moments = self.moments
            first = moments[arc.event].start if arc.event is not None else min(_soonest(one, moments) for one in tail)
            if known[0].age <= first + arc.delay:
                return
        sent: Bounds | None = tail
        if self.matched:
            sent = self.all_of(tail, arc.signed)
        if sent is not None and arc.event is not None:
            sent = self.fired(self.moments[arc.event], sent)
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
    if all(others[0].age <= _soonest(one, moments) for one in some):
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
