"""The spread: from when on each party surely holds each item, whatever happens inside the windows.

One label-setting pass over a directed hypergraph (Knuth 1977, A generalization of Dijkstra's algorithm): each arc is a
superior function, never earlier than what it waits for. A label says "at the latest at this age". It also remembers
the event that it hangs on: what a visit brings to light goes out with that same visit, whenever in its window the
visit happens, although nobody can say that it was known before the window began. `docs/method.md` has the proof.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import count
from typing import NamedTuple

from sharecheck.network.facts import IF_MATCHED, IF_REPEATED, RANK, WORST, Arc, Fact, Need, Network, Recording
from sharecheck.network.timeline import Moment


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


@dataclass(frozen=True, slots=True)
class Spread:
    """Who surely holds what from when on, at a level of what is taken as given and in a least form (as a rank)."""

    network: Network
    level: int
    rank: int
    labels: Mapping[Fact, tuple[Label, ...]]

    def age(self, fact: Fact) -> float | None:
        """The age in hours at which the fact surely holds, or None."""
        labels = self.labels.get(fact)
        return labels[0].age if labels else None

    def late(self, need: Need) -> tuple[float, Label] | None:
        """By how many hours the need is missed at the worst (0 or less: it is met), and the way; None if never met."""
        moment = self.network.moments[need.event]
        best: tuple[float, Label] | None = None
        for label in self.labels.get(need.fact, ()):
            hours = label.after - need.plus if label.event == need.event else label.age - moment.start - need.plus
            if best is None or hours < best[0]:
                best = hours, label
        return best


def spread(network: Network, level: int = 0, rank: int = WORST) -> Spread:
    """The least fixpoint, in time O(arcs + facts log facts) and a factor for the events that a fact can hang on."""
    run = _Run(network, level, rank)
    run.settle()
    return Spread(network, level, rank, {fact: tuple(labels) for fact, labels in run.labels.items()})


class _Run:
    """The state of one pass."""

    def __init__(self, network: Network, level: int, rank: int) -> None:
        self.moments = network.moments
        self.arcs_by_tail = network.arcs_by_tail
        self.level = level
        self.rank = rank
        self.labels: dict[Fact, list[Label]] = {}
        self.heap: list[tuple[float, int, int, Label]] = []
        self.order = count()  # ties are broken by the number of hops, then by order of arrival
        for recording in network.recordings:
            moment = self.moments.get(recording.event)
            if moment is not None and RANK[recording.form] <= rank:
                self.push(Label(moment.end, moment.id, 0.0, recording.fact, recording, None, 0))

    def push(self, label: Label) -> None:
        heappush(self.heap, (label.age, label.hops, next(self.order), label))

    def settle(self) -> None:
        while self.heap:
            label = heappop(self.heap)[3]
            held = self.labels.setdefault(label.fact, [])
            if _adds_nothing(label, held, self.moments):
                continue
            held.append(label)
            for arc in self.arcs_by_tail.get(label.fact, ()):
                if arc.level <= self.level and arc.rank <= self.rank:
                    self.fire(arc, label)

    def fire(self, arc: Arc, new: Label) -> None:
        """Send what an arc can send now that one of the facts it waits for has a new label."""
        for known in (new,) if new.fact == arc.tail else self.labels.get(arc.tail, ()):
            ready: Label | None = known
            if self.level < IF_MATCHED:
                for fact in arc.matched:
                    ready = ready and self.join(ready, self.labels.get(fact, ()))
            if ready is not None and (sent := self.sent(arc, ready)) is not None:
                age, event, after = sent
                self.push(Label(age, event, after, arc.head, arc, known, known.hops + 1))

    def join(self, label: Label, others: "list[Label] | tuple[Label, ...]") -> Label | None:
        """The label of "both": the later of two, as far as it can be told which is later."""
        if not others:
            return None
        if others[0].age <= _soonest(label, self.moments):
            return label
        for other in others:
            if other.event is not None and other.event == label.event:
                return label if other.after <= label.after else label._replace(age=other.age, after=other.after)
        for other in others:
            if label.age <= _soonest(other, self.moments):
                return label._replace(age=other.age, event=other.event, after=other.after)
        age = max(label.age, others[0].age)
        return label._replace(age=age, event=None, after=age)

    def sent(self, arc: Arc, ready: Label) -> tuple[float, str | None, float] | None:
        """When it arrives at the latest, or None when it misses the only firing."""
        if arc.event is not None:
            moment = self.moments[arc.event]
            if ready.age <= moment.start or (ready.event == arc.event and ready.after <= 0):
                return moment.end + arc.delay, moment.id, arc.delay
            if self.level < IF_REPEATED:
                return None
        return ready.age + arc.delay, ready.event, ready.after + arc.delay


def _soonest(label: Label, moments: Mapping[str, Moment]) -> float:
    """The earliest age that "at this label" can mean."""
    return label.age if label.event is None else moments[label.event].start + label.after


def _adds_nothing(label: Label, held: list[Label], moments: Mapping[str, Moment]) -> bool:
    """Whether the fact is already known to hold by then, in every case."""
    if not held:
        return False
    if label.event is None or held[0].age <= _soonest(label, moments):
        return True
    return any(other.event == label.event for other in held)
