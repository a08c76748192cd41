"""One pass: from when on each party surely holds an item, whatever happens inside the windows.

A label-setting pass over a directed hypergraph (Knuth 1977, A generalization of Dijkstra's algorithm): each arc is a
superior function, never earlier than what it waits for. A label says "at the latest at this age". It also remembers
the event that it hangs on: what a visit brings to light goes out with that same visit, whenever in its window the
visit happens, although nobody can say that it was known before the window began. `docs/method.md` has the proof.
"""

from collections.abc import Iterable, Mapping, Sequence
from heapq import heappop, heappush
from itertools import count
from typing import NamedTuple, TypeAlias

from sharecheck.network.facts import IF_MATCHED, IF_REPEATED, RANK, Arc, Fact, Part, Recording
from sharecheck.network.timeline import Moment

AT_ONCE = 1e-6
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


def settled(
    moments: Mapping[str, Moment], level: int, rank: int, parts: Iterable[Part], matching: Held | None = None
) -> Held:
    """The labels of each fact, the least age first: the least fixpoint, at a level and in a least form (as a rank).

    It takes time O(arcs + facts log facts), and a factor for the events that a fact can hang on. `matching` says how
    identifiers are held; without it, the parts are those of the identifiers themselves, which wait for each other.
    """
    run = _Run(moments, level, rank, matching)
    by_tail: dict[Fact, Sequence[Arc]] = {}
    by_match: dict[Fact, list[Arc]] = {}
    for part in parts:
        by_tail.update(part.by_tail)
        for recording in part.recordings:
            run.record(recording)
        for arc in part.arcs if matching is None else ():
            for fact in dict.fromkeys(arc.matched):
                if fact != arc.tail:
                    by_match.setdefault(fact, []).append(arc)
    run.settle(by_tail, by_match)
    return run.labels


class _Run:
    """The state of one pass."""

    def __init__(self, moments: Mapping[str, Moment], level: int, rank: int, matching: Held | None) -> None:
        self.moments = moments
        self.level = level
        self.rank = rank
        self.labels: dict[Fact, list[Label]] = {}
        self.matching: Held = self.labels if matching is None else matching
        self.heap: list[tuple[float, int, str, int, str, int, Label]] = []
        """Ties go to fewer steps, then to the first sender in the alphabet, the first flow, the best form recorded."""
        self.order = count()

    def record(self, recording: Recording) -> None:
        """Let a party come to know an item by itself."""
        moment, rank = self.moments.get(recording.event), RANK[recording.form]
        if moment is not None and rank <= self.rank:
            label = Label(moment.end, moment.id, 0.0, recording.fact, recording, None, 0)
            heappush(self.heap, (label.age, 0, "", rank, moment.id, next(self.order), label))

    def settle(self, by_tail: Mapping[Fact, Sequence[Arc]], by_match: Mapping[Fact, Sequence[Arc]]) -> None:
        """Take labels in order of age, and send on what they allow."""
        while self.heap:
            label = heappop(self.heap)[-1]
            held = self.labels.setdefault(label.fact, [])
            if _adds_nothing(label, held, self.moments):
                continue
            held.append(label)
            if arcs := by_tail.get(label.fact):
                first = _first(held, self.moments)
                for arc in arcs:
                    self.fire(arc, held, first)
            for arc in by_match.get(label.fact, ()):
                if tail := self.labels.get(arc.tail):
                    self.fire(arc, tail, _first(tail, self.moments))

    def fire(self, arc: Arc, tail: Sequence[Label], first: float) -> None:
        """Send what an arc can send now that one of the facts it waits for has a new label.

        `first` is the earliest age at which its sender can hold the item.
        """
        if arc.level > self.level or arc.rank > self.rank:
            return
        moment = None
        if arc.event is not None:
            moment = self.moments.get(arc.event)
            if moment is None:
                return
        known = self.labels.get(arc.head)
        if known is not None and known[0].age <= (first if moment is None else moment.start) + arc.delay:
            return
        sent: Bounds | None = tail
        if self.level < IF_MATCHED and arc.signed:
            sent = self.all_of(tail, first, arc.signed)
        if sent is not None and moment is not None:
            sent = self.fired(moment, sent)
        elif sent is not None and sent[0].age > arc.last:
            return
        if sent is not None and arc.delay:
            sent = [Bound(one.age + arc.delay, one.event, one.after + arc.delay) for one in sent]
        if sent is not None and self.level < IF_MATCHED and arc.filed:
            sent = self.all_of(sent, _first(sent, self.moments), arc.filed)
        for one in sent or ():
            before = hanging_on(tail, arc.event or one.event)
            hops = before.hops + 1
            label = Label(one.age, one.event, one.after, arc.head, arc, before, hops)
            if not (known and _adds_nothing(label, known, self.moments)):
                tie = (one.age, hops, arc.tail.party, arc.flow, one.event or "", next(self.order), label)
                heappush(self.heap, tie)

    def fired(self, moment: Moment, ready: Bounds) -> Bounds | None:
        """When a flow that an event fires has gone out, or None when it goes without what was not ready."""
        happened = (Bound(moment.end, moment.id, 0.0),)
        if hours_after(ready, moment) <= AT_ONCE:
            return happened
        if self.level < IF_REPEATED:
            return None
        return ready if moment.end <= _first(ready, self.moments) else _both(ready, happened, self.moments)

    def all_of(self, bounds: Bounds, first: float, facts: tuple[Fact, ...]) -> Bounds | None:
        """When these facts hold as well; None if one never does. `first` is the earliest age that the bounds mean."""
        for fact in facts:
            others = self.matching.get(fact)
            if not others:
                return None
            if others[0].age > first:
                bounds = _both(bounds, others, self.moments)
                first = _first(bounds, self.moments)
        return bounds


def _both(some: Bounds, others: Bounds, moments: Mapping[str, Moment]) -> Bounds:
    """The later of two, told for each event that one of them hangs on."""
    age = max(some[0].age, others[0].age)
    found: list[Bound] = []
    told: list[str] = []
    for one in (*some, *others):
        event = one.event
        if event is not None and event not in told:
            told.append(event)
            moment = moments[event]
            after = max(hours_after(some, moment), hours_after(others, moment))
            if moment.start + after < age:
                found.append(Bound(moment.end + after, event, after))
    if len(found) > 1:
        found.sort(key=lambda bound: bound.age)
    return found if found and found[0].age <= age else [Bound(age, None, age), *found]


def hours_after(bounds: Bounds, moment: Moment) -> float:
    """By how many hours after an event at the latest."""
    for bound in bounds:
        if bound.event == moment.id:
            return bound.after
    return bounds[0].age - moment.start


def hanging_on(labels: Sequence[Label], event: str | None) -> Label:
    """The label that hangs on an event, or the one of the least age."""
    for label in labels:
        if label.event == event:
            return label
    return labels[0]


def _first(bounds: Bounds, moments: Mapping[str, Moment]) -> float:
    """The earliest age that any of them can mean."""
    if len(bounds) == 1:
        return soonest(bounds[0], moments)
    return min(soonest(bound, moments) for bound in bounds)


def soonest(bound: Bound | Label, moments: Mapping[str, Moment]) -> float:
    """The earliest age that it can mean."""
    return bound.age if bound.event is None else moments[bound.event].start + bound.after


def _adds_nothing(label: Label, held: Sequence[Label], moments: Mapping[str, Moment]) -> bool:
    """Whether the fact is already known to hold by then, in every case."""
    if not held:
        return False
    if label.event is None or held[0].age <= soonest(label, moments):
        return True
    return any(other.event == label.event for other in held)
