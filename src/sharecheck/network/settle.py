"""One pass: from when on each party surely holds an item, whatever happens inside the windows.

A label-setting pass over a directed hypergraph (Knuth 1977, A generalization of Dijkstra's algorithm): each arc is a
superior function, never earlier than what it waits for. A label says "at the latest at this age". A label also
remembers the event that it hangs on: what a visit brings to light goes out with that same visit, whenever in its window
the visit happens, although nobody can say that this was known before the window began. `docs/method.md` has the proof.

Bounds and labels are not frozen, since making them is most of what a pass does; nothing changes them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import count
from typing import TypeAlias

from sharecheck.network.facts import IF_MATCHED, IF_REPEATED, RANK, Arc, Fact, Recording, Sides
from sharecheck.network.network import Part
from sharecheck.network.timeline import Moment

AT_ONCE = 1e-6
"""Hours are floats: three times six minutes are a little more than eighteen."""


@dataclass(slots=True)
class Bound:
    """At `age` hours at the latest; with an `event`, `after` hours after the event at the latest, whenever that is."""

    age: float
    event: str | None
    after: float


@dataclass(slots=True)
class Label:
    """A fact holds at `age` hours at the latest; with an `event`, `after` hours after the event, whenever that is.

    `rank` is that of the worst form in which the item came, or may have come, to anybody on its way: a pass that looks
    for no worse form finds the same label.
    """

    age: float
    event: str | None
    after: float
    fact: Fact
    source: Recording | Arc
    before: "Label | None"
    hops: int
    rank: int

    def chain(self) -> tuple["Label", ...]:
        """The labels from the recording to this one."""
        labels: list[Label] = []
        label: Label | None = self
        while label is not None:
            labels.append(label)
            label = label.before
        return tuple(reversed(labels))


def events_of(labels: Iterable[Label]) -> frozenset[str]:
    """The events at which what labels say was recorded or sent, and those that they hang on: order tells of others."""
    found = {event for label in labels for event in (label.source.event, label.event)}
    return frozenset(event for event in found if event is not None)


Bounds: TypeAlias = Sequence[Bound | Label]
"""What is known of one moment: first the least age, then what is sooner than that after an event."""
Held: TypeAlias = Mapping[Fact, Sequence[Label]]


def settled(moments: Mapping[str, Moment], level: int, rank: int, part: Part, matching: Held | None = None) -> Held:
    """The labels of each fact, the least age first: the least fixpoint, at a level and in a least form (as a rank).

    The pass takes time O(arcs + facts log facts), and a factor for the events that a fact can hang on. `matching` says
    how identifiers are held; without `matching`, the part is that of the identifiers themselves, which wait for each
    other.
    """
    run = _Run(moments, level, rank, matching)
    for recording in part.recordings:
        run.record(recording)
    run.settle(part.by_tail, part.by_match if matching is None else {})
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
            after = recording.change or 0.0
            label = Label(moment.end + after, moment.id, after, recording.fact, recording, None, 0, rank)
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
                self.fire(arcs, held)
            for arc in by_match.get(label.fact, ()):
                if tail := self.labels.get(arc.tail):
                    self.fire((arc,), tail)

    def fire(self, arcs: Iterable[Arc], tail: Sequence[Label]) -> None:
        """Send what arcs from one fact can send, now that one of the facts that they wait for has a new label."""
        moments, labels, level, rank = self.moments, self.labels, self.level, self.rank
        first = _first(tail, moments)
        alone = tail[0] if len(tail) == 1 else None
        worst = alone.rank if alone else max([label.rank for label in tail])
        for arc in arcs:
            if arc.level > level or arc.rank > rank:
                continue
            moment, arrival = None, first + arc.delay
            if arc.event is not None:
                moment = moments.get(arc.event)
                if moment is None:
                    continue
                arrival = moment.start + arc.delay
            known = labels.get(arc.head)
            if known is not None and known[0].age <= arrival:
                continue
            form = arc.rank if arc.rank > worst else worst
            if alone and moment is None and not self.waits(arc.sides, first, arrival):
                if alone.age <= arc.last:
                    self.send(arc, alone, form, alone.age + arc.delay, alone.event, alone.after + arc.delay)
                continue
            for before, bound in self.sent(arc, moment, tail, first):
                self.send(arc, before, form, bound.age, bound.event, bound.after)

    def send(self, arc: Arc, before: Label, rank: int, age: float, event: str | None, after: float) -> None:
        """Let a new label wait for its turn, unless the label clearly adds nothing."""
        label = Label(age, event, after, arc.head, arc, before, before.hops + 1, rank)
        if not _adds_nothing(label, self.labels.get(arc.head, ()), self.moments):
            tie = (age, label.hops, arc.tail.party, arc.flow, event or "", next(self.order), label)
            heappush(self.heap, tie)

    def waits(self, sides: Sides, first: float, arrival: float) -> bool:
        """Whether an identifier is not surely there for the sender at once, or for the recipient on arrival."""
        if self.level >= IF_MATCHED:
            return False
        for fact in sides.signed:
            held = self.matching.get(fact)
            if not held or held[0].age > first:
                return True
        for fact in sides.filed:
            held = self.matching.get(fact)
            if not held or held[0].age > arrival:
                return True
        return False

    def sent(
        self, arc: Arc, moment: Moment | None, tail: Sequence[Label], first: float
    ) -> Iterator[tuple[Label, Bound | Label]]:
        """When what an arc sends is there, each bound with the label that it rests on.

        `first` is the earliest age that `tail` means.
        """
        clock, waiting = None, self.level < IF_MATCHED
        sent = self.all_of(tail, first, arc.sides.signed) if waiting else tail
        if sent is None:
            return
        if moment is None:
            if sent[0].age > arc.last:
                return
        elif hours_after(sent, moment) <= AT_ONCE:
            ready = min(sent, key=lambda bound: _behind(bound, moment)).age  # only of a group may it be after the end
            clock, sent = moment.id, (Bound(max(moment.end, ready) if moment.earlier else moment.end, moment.id, 0.0),)
        elif self.level >= IF_REPEATED:
            sent = self.again(sent, moment)
        else:
            return
        if arc.delay:
            sent = [Bound(bound.age + arc.delay, bound.event, bound.after + arc.delay) for bound in sent]
        if waiting and arc.sides.filed:
            sent = self.all_of(sent, _first(sent, self.moments), arc.sides.filed)
        for bound in sent or ():
            event = clock or bound.event
            yield hanging_on(tail, self.moments[event] if event else None), bound

    def again(self, ready: Bounds, moment: Moment) -> Bounds:
        """When a flow that an event fires has gone out, if the flow goes again once all is ready."""
        if moment.end <= _first(ready, self.moments):
            return ready
        return _both(ready, (Bound(moment.end, moment.id, 0.0),), self.moments)

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
    """The later of two moments, for each event that one of them hangs on."""
    age = max(some[0].age, others[0].age)
    found: list[Bound] = []
    hung = dict.fromkeys(bound.event for bound in (*some, *others) if bound.event is not None)
    following = (id for id, moment in moments.items() if not hung.keys().isdisjoint(moment.earlier))
    for event in dict.fromkeys((*hung, *following)):
        moment = moments[event]
        after = max(hours_after(some, moment), hours_after(others, moment))
        if moment.start + after < age:
            found.append(Bound(moment.end + after, event, after))
    if len(found) > 1:
        found.sort(key=lambda later: later.age)
    return found if found and found[0].age <= age else [Bound(age, None, age), *found]


def hours_after(bounds: Bounds, moment: Moment) -> float:
    """By how many hours after an event the bounds lie at the latest."""
    if not moment.earlier:
        for bound in bounds:
            if bound.event == moment.id:
                return bound.after
        return bounds[0].age - moment.start
    return min(_behind(bound, moment) for bound in bounds)


def hanging_on(labels: Sequence[Label], moment: Moment | None) -> Label:
    """The label that lies the least hours after an event at the latest; without an event that of the least age."""
    if moment is None or len(labels) == 1:
        return labels[0]
    return min(labels, key=lambda label: _behind(label, moment))


def _behind(bound: Bound | Label, moment: Moment) -> float:
    """By how many hours after an event one bound lies at the latest: it may hang on an earlier one."""
    hours = bound.age - moment.start
    if bound.event == moment.id:
        return min(bound.after, hours)
    if bound.event is not None and bound.event in moment.earlier:
        return min(bound.after - moment.earlier[bound.event], hours)
    return hours


def _first(bounds: Bounds, moments: Mapping[str, Moment]) -> float:
    """The earliest age in hours that any of the bounds can mean."""
    if len(bounds) == 1:
        return soonest(bounds[0], moments)
    return min(soonest(bound, moments) for bound in bounds)


def soonest(bound: Bound | Label, moments: Mapping[str, Moment]) -> float:
    """The earliest age in hours that a bound can mean."""
    return bound.age if bound.event is None else moments[bound.event].start + bound.after


def _adds_nothing(label: Label, held: Sequence[Label], moments: Mapping[str, Moment]) -> bool:
    """Whether the fact of a label is already known to hold by then, in every case."""
    if not held:
        return False
    if label.event is None or held[0].age <= soonest(label, moments):
        return True
    return any(other.event == label.event for other in held)
