"""The spread: from when on each party surely holds each item, worked out as far as somebody asks."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, get_args

from sharecheck.network.evidence import Evidence
from sharecheck.network.facts import IF_MATCHED, WORST, Arc, Fact, Need
from sharecheck.network.network import EMPTY_PART, Network, Part
from sharecheck.network.settle import AT_ONCE, Held, Label, events_of, hanging_on, hours_after, settled, soonest

Lacking = Literal["nowhere", "too late", "later"]
"""An identifier is held nowhere; or not by the time when a step needs it; or only later than where more is given."""
LACKING: tuple[Lacking, ...] = get_args(Lacking)


@dataclass(frozen=True, eq=False)
class _Settled:
    """What came of one pass."""

    held: Held

    @cached_property
    def events(self) -> frozenset[str]:
        """The events that anything of what is held has to do with."""
        return events_of(label for labels in self.held.values() for label in labels)


_NO_PASS = _Settled({})


class SpreadCache:
    """The passes over one network, each made on demand, and once for all levels and forms that open the same arcs.

    Items are worked out one by one: no other item has to do with an item but identifiers, which are worked out
    together. With `identified`, these are as in other runs. With `larger`, the network is what is left of a larger one
    when fewer events happen: what came of none of the other events is the same in both.
    """

    def __init__(
        self, network: Network, identified: "SpreadCache | None" = None, larger: "SpreadCache | None" = None
    ) -> None:
        self.network = network
        self._identified = identified
        self._larger = larger
        self._spreads: dict[tuple[int, int], Spread] = {}
        self._matching: dict[int, _Settled] = {}
        self._items: dict[tuple[str, int, int, _Settled], _Settled] = {}
        self._counted: dict[Evidence, SpreadCache] = {}

    def counting(self, evidence: Evidence) -> "SpreadCache":
        """The passes over what counts as evidence; identifiers are those that there are, whatever they were made at."""
        if evidence.everything:
            return self
        if evidence not in self._counted:
            network = self.network.counting(evidence)
            if evidence.of is None:
                self._counted[evidence] = SpreadCache(network, larger=self)
            else:
                self._counted[evidence] = SpreadCache(network, identified=self.counting(evidence._replace(of=None)))
        return self._counted[evidence]

    def spread(self, level: int, rank: int) -> "Spread":
        """The spread at a level of what is taken as given and in a least form."""
        if (level, rank) not in self._spreads:
            self._spreads[level, rank] = Spread(self, level, rank)
        return self._spreads[level, rank]

    def matching(self, level: int) -> _Settled:
        """How identifiers are held at a level, in whichever form: who reads an identifier knows the child."""
        if self._identified is not None:
            return self._identified.matching(level)
        if level >= IF_MATCHED:
            return _NO_PASS  # they are taken as given
        part = self.network.identifiers.as_part
        least = part.level(level)
        if least not in self._matching:
            same = self._same(self._larger.matching(level)) if self._larger else None
            self._matching[least] = same or self._settled(least, WORST, part)
        return self._matching[least]

    def of(self, item: str, level: int, rank: int) -> Held:
        """Who holds an item, at a level and in a least form."""
        return self._of(item, level, rank).held

    def events(self, item: str, level: int, rank: int) -> frozenset[str]:
        """The events at which anything of an item, or of what the item is filed by, was recorded or sent."""
        identifiers = self.network.parts.get(item, EMPTY_PART).identifiers
        matching = self.matching(level).events if identifiers else frozenset()
        return self._of(item, level, rank).events | matching

    def _of(self, item: str, level: int, rank: int) -> _Settled:
        part = self.network.parts.get(item, EMPTY_PART)
        matching = self.matching(level) if part.identifiers else _NO_PASS
        least, form = part.level(level), part.rank(rank)
        key = item, least, form, matching
        if key not in self._items:
            larger = self._larger
            if larger and part.identifiers and larger.matching(level) is not matching:
                larger = None
            same = self._same(larger._of(item, level, rank)) if larger else None
            self._items[key] = same or self._settled(least, form, part, matching.held)
        return self._items[key]

    def _settled(self, level: int, rank: int, part: Part, matching: Held | None = None) -> _Settled:
        return _Settled(settled(self.network.moments, level, rank, part, matching))

    def _same(self, there: _Settled) -> _Settled | None:
        """What came of the other pass, if none of that came at an event that does not happen here."""
        return there if self.network.happening(there.events) else None


class Spread:
    """Who surely holds what from when on, at a level of what is taken as given and in a least form (as a rank)."""

    def __init__(self, runs: SpreadCache, level: int, rank: int) -> None:
        self.network = runs.network
        self.level = level
        self.rank = rank
        self._runs = runs
        self._items: dict[str, Held] = {}
        self._events: dict[str, frozenset[str]] = {}

    @property
    def labels(self) -> Held:
        """All that is surely held."""
        return {fact: labels for item in self.network.parts for fact, labels in self.of(item).items()}

    @cached_property
    def matching(self) -> Held:
        """How identifiers are held."""
        return self._runs.matching(self.level).held

    def of(self, item: str) -> Held:
        """Who surely holds an item."""
        if item not in self._items:
            self._items[item] = self._runs.of(item, self.level, self.rank)
        return self._items[item]

    def events(self, item: str) -> frozenset[str]:
        """The events at which anything of an item, or of what the item is filed by, was recorded or sent."""
        if item not in self._events:
            self._events[item] = self._runs.events(item, self.level, self.rank)
        return self._events[item]

    def held(self, fact: Fact) -> Sequence[Label]:
        """From when on the fact surely holds: the least age first; nothing if it never does."""
        return self.of(fact.item).get(fact, ())

    def age(self, fact: Fact) -> float | None:
        """The age in hours at which the fact surely holds, or None."""
        labels = self.held(fact)
        return labels[0].age if labels else None

    def late(self, need: Need) -> tuple[float, Label] | None:
        """By how many hours a need is missed at the worst (0 or less: met), and the label; None if never met."""
        labels = self.held(need.fact)
        if not labels:
            return None
        moment = self.network.moments[need.event]
        hours = hours_after(labels, moment) - need.plus
        return hours if abs(hours) > AT_ONCE else 0.0, hanging_on(labels, moment)

    def missed(self, step: Label) -> bool:
        """Whether the event that fires a step may come before its sender has all that the step rests on."""
        arc, before = step.source, step.before
        if before is None or not isinstance(arc, Arc) or arc.event is None:
            return False
        moment = self.network.moments[arc.event]
        signed = arc.sides.signed if self.level < IF_MATCHED else ()
        held = [(before,), *(self.matching.get(fact, ()) for fact in signed)]
        return not all(bounds and hours_after(bounds, moment) <= AT_ONCE for bounds in held)

    def missing(self, step: Label, below: "Spread", lacking: Lacking) -> tuple[Fact, ...]:
        """What a step is matched by that is lacking below."""
        facts = step.source.matched if isinstance(step.source, Arc) else ()
        return tuple(fact for fact in facts if self._lacks(step, fact, below.matching.get(fact), lacking))

    def matched(self, fact: Fact, event: str | None) -> Label:
        """How an identifier comes to be held, as soon after an event as can be told."""
        return hanging_on(self.matching[fact], self.network.moments[event] if event is not None else None)

    def _lacks(self, step: Label, fact: Fact, there: Sequence[Label] | None, lacking: Lacking) -> bool:
        if not there or lacking == "nowhere":
            return not there
        if lacking == "too late":
            return self._late_for(step, fact, there)
        moments = self.network.moments
        if self.level >= IF_MATCHED:  # nothing waits for identifiers here: one that is not first of all is late
            return step.before is not None and there[0].age > soonest(step.before, moments)
        here = self.matching[fact]
        hung = ((label, moments[label.event]) for label in here if label.event is not None)
        return here[0].age < there[0].age or any(label.after < hours_after(there, moment) for label, moment in hung)

    def _late_for(self, step: Label, fact: Fact, there: Sequence[Label]) -> bool:
        """Whether an identifier surely comes too late for a step: the sender has to have it when it sends it, the
        recipient when it has come."""
        arc, before = step.source, step.before
        assert isinstance(arc, Arc)
        assert before is not None, step
        wait = 0.0 if fact in arc.sides.signed else arc.delay
        if arc.event is not None and not self.missed(step):
            return hours_after(there, self.network.moments[arc.event]) > wait + AT_ONCE
        late = there[0].age > before.age + wait + AT_ONCE
        if before.event is None or not late:
            return late
        return hours_after(there, self.network.moments[before.event]) > before.after + wait + AT_ONCE


def spread(network: Network, level: int = 0, rank: int = WORST) -> Spread:
    """Who surely holds what from when on; see `Spread`."""
    return SpreadCache(network).spread(level, rank)
