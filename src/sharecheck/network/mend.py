"""What would meet one need: small changes of the arcs of a network, tried one by one."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from typing import TypeAlias

from sharecheck.network.facts import Arc, Fact, Need
from sharecheck.network.gaps import Ladder
from sharecheck.network.network import Network

Trial: TypeAlias = Callable[[Arc], Iterable[Arc]]
"""A change: what stands in the place of an arc, itself where it stays as it is."""


def of_flow(flow: int, route: int | None, change: Trial) -> Trial:
    """The change of all arcs of one flow, or of one route of it."""
    return lambda arc: change(arc) if arc.flow == flow and route in (None, arc.route) else (arc,)


MOST = 300_000
"""Arcs that are looked at for the mends of one network: a few seconds. A real area takes a hundredth of it."""


class Mends:
    """Tries changes of a network. Once it has looked at as much as it may, it is `tired`, and finds nothing more."""

    def __init__(self, network: Network, most: int = MOST) -> None:
        self.network = network
        self.tired = False
        self._left = most
        self._parts: dict[frozenset[str], Network] = {}

    def keeps(
        self, need: Need, change: Trial | None = None, also: Iterable[Arc] = (), items: Iterable[str] = ()
    ) -> bool:
        """Whether the need would surely be met after a change, and with further arcs.

        `items` are further ones that have to travel for it: by which something is matched that was not before.
        """
        if self.tired:
            return False
        more = tuple(also)
        matched = {fact.item for arc in more for fact in arc.matched}
        part = self._part(frozenset({need.fact.item, *items, *matched}))
        self._left -= len(part.arcs)
        self.tired = self._left < 0
        if self.tired:
            return False
        arcs = (new for arc in part.arcs for new in (change(arc) if change else (arc,)))
        return Ladder(replace(part, arcs=(*arcs, *more), needs=(need,))).keeps(need)

    def _part(self, items: frozenset[str]) -> Network:
        """The part in which these items travel; looking for it counts, too."""
        if items not in self._parts:
            self._left -= len(self.network.arcs)
            self._parts[items] = self.network.only(items)
        return self._parts[items]

    def carried(self, need: Need, holders: Collection[Fact]) -> Iterator[Arc]:
        """What would meet a need if a flow carried it as well, first by those of who holds its item first."""
        tried: set[tuple[int, str]] = set()
        for holder in holders:
            for arc in self._between.get((holder.party, need.fact.party), ()):
                if (arc.flow, holder.party) not in tried:
                    tried.add((arc.flow, holder.party))
                    more = replace_item(arc, need.fact.item)
                    if self.keeps(need, also=(more,)):
                        yield more

    @cached_property
    def _between(self) -> dict[tuple[str, str], list[Arc]]:
        between: dict[tuple[str, str], list[Arc]] = {}
        for arc in self.network.arcs:
            between.setdefault((arc.tail.party, arc.head.party), []).append(arc)
        return between


def replace_item(arc: Arc, item: str) -> Arc:
    """The same arc for another item."""
    return replace(arc, tail=Fact(arc.tail.party, item), head=Fact(arc.head.party, item))
