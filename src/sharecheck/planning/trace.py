"""The way of one item to those who need the item, hop by hop."""

from collections.abc import Iterable
from typing import NamedTuple

from sharecheck.brief import brief_repr
from sharecheck.network import Hop, Outcome
from sharecheck.network.way import way
from sharecheck.reading.phrases import hint
from sharecheck.workspace import Area, UsageError, Workspace


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
        return max(ways, key=lambda hops: hops[-1].age)


def trace(workspace: Workspace, item: str, to: str) -> tuple[Trace, ...]:
    """What becomes of each need of an item at a service or party, with its area.

    `UsageError` when nobody knows the item or the service, or no area needs the item there.
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
    if not traces:
        raise UsageError(f"no transition here needs `{item}` at `{to}`; `sharecheck check --coverage` shows them all")
    return traces


def _check_known(what: str, name: str, names: Iterable[str]) -> None:
    every = sorted(names)
    if name not in every:
        raise UsageError(f"no {what} is called `{name}`{hint(name, every)}")
