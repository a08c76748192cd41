"""The way of one item to those who need the item, hop by hop."""

from collections.abc import Iterable
from typing import NamedTuple

from sharecheck.brief import brief_repr
from sharecheck.network import Fact, Hop, Outcome
from sharecheck.network.facts import IF_MATCHED, WORST
from sharecheck.network.network import EMPTY_PART
from sharecheck.network.way import way
from sharecheck.reading.phrases import hint
from sharecheck.workspace import Area, Flow, UsageError, Workspace


class Trace(NamedTuple):
    """What becomes of one need, with its area."""

    area: Area
    outcome: Outcome

    def __repr__(self) -> str:
        return brief_repr(self, f"area={self.area.id!r}", repr(self.outcome))

    @property
    def hops(self) -> tuple[Hop, ...]:
        """The way of the item; that of a kept need is computed now, for the child to whom the item comes last."""
        if not self.outcome.kept:
            return self.outcome.hops
        ways = [tuple(way(label, run)) for run, label in self.area.ladder.witnesses(self.outcome.need)]
        return max((hops for hops in ways if not hops[0].changed), key=lambda hops: hops[-1].age)


class Delivery(NamedTuple):
    """How an item comes to a party that needs it at no transition: by which flows, and the surest way, if any."""

    area: Area
    party: str
    flows: tuple[Flow, ...]
    hops: tuple[Hop, ...]


def trace(workspace: Workspace, item: str, to: str) -> tuple[Trace, ...]:
    """What becomes of each need of an item at a service or party, with its area; none where flows bring it unasked.

    `UsageError` when nobody knows the item or the service, or no area needs the item there and no flow brings it.
    """
    _check_known("item", item, workspace.vocabulary.items)
    parties = {id for area in workspace.areas for id in area.parties}
    _check_known("service or party", to, [*workspace.vocabulary.services, *parties])
    traces = tuple(
        Trace(area, outcome)
        for area in workspace.areas
        for outcome in area.outcomes
        if outcome.need.fact.item == item
        and (to == outcome.need.fact.party or to in area.services_of(outcome.need.fact.party))
    )
    if not (traces or deliveries(workspace, item, to)):
        raise UsageError(f"no transition here needs `{item}` at `{to}`; `sharecheck check --coverage` shows them all")
    return traces


def deliveries(workspace: Workspace, item: str, to: str) -> tuple[Delivery, ...]:
    """How an item comes to a service or party by flows, whether or not it is needed there."""
    return tuple(
        Delivery(area, party, flows, _surest_way(area, Fact(party, item)))
        for area in workspace.areas
        for party in area.parties
        if to == party or to in area.services_of(party)
        if (flows := _bringing(area, party, item))
    )


def _bringing(area: Area, party: str, item: str) -> tuple[Flow, ...]:
    arcs = area.network.parts.get(item, EMPTY_PART).arcs
    return tuple(area.all_flows[key] for key in dict.fromkeys(arc.flow for arc in arcs if arc.head.party == party))


def _surest_way(area: Area, fact: Fact) -> tuple[Hop, ...]:
    """The way of an item with as little taken as given as can be; none where nobody here comes to hold the item."""
    for level in range(IF_MATCHED + 1):
        run = area.ladder.run(level, WORST)
        if labels := run.held(fact):
            return tuple(way(labels[0], run))
    return ()


def _check_known(what: str, name: str, names: Iterable[str]) -> None:
    every = sorted(names)
    if name not in every:
        raise UsageError(f"no {what} is called `{name}`{hint(name, every)}")
