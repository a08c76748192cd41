"""The smallest change that meets one need: an item that an existing flow could carry as well."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache, cached_property

from sharecheck.network.facts import CERTAIN, RANK, Arc, Fact, Need, Network
from sharecheck.network.spread import spread


class Mends:
    """Looks for flows of a network that would meet a need if they also carried its item."""

    def __init__(self, network: Network) -> None:
        self.network = network
        self._part = cache(lambda item, groups: network.of(groups).only((item,)))

    def flows(self, need: Need, holders: tuple[Fact, ...]) -> Iterator[int]:
        """The keys of such flows, first those of who holds the item first."""
        tried: set[tuple[int, str]] = set()
        for holder in holders:
            for arc in self._between.get((holder.party, need.fact.party), ()):
                if (arc.flow, holder.party) not in tried:
                    tried.add((arc.flow, holder.party))
                    if self.would_meet(need, replace_item(arc, need.fact.item)):
                        yield arc.flow

    def would_meet(self, need: Need, arc: Arc) -> bool:
        """Whether the need would surely be met with one more arc."""
        part: Network = self._part(need.fact.item, need.groups)
        found = spread(replace(part, arcs=(*part.arcs, arc)), CERTAIN, RANK[need.form]).late(need)
        return found is not None and found[0] <= 0

    @cached_property
    def _between(self) -> dict[tuple[str, str], list[Arc]]:
        between: dict[tuple[str, str], list[Arc]] = {}
        for arc in self.network.arcs:
            between.setdefault((arc.tail.party, arc.head.party), []).append(arc)
        return between


def replace_item(arc: Arc, item: str) -> Arc:
    """The same arc for another item."""
    tail, head = Fact(arc.tail.party, item), Fact(arc.head.party, item)
    return Arc(tail, head, arc.event, arc.delay, arc.form, arc.flow, arc.step, arc.matched, arc.hindrances, arc.route)
