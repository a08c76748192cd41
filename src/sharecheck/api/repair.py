"""The cheapest changes that close the gaps, for programs."""

from collections.abc import Iterable
from dataclasses import dataclass

from sharecheck import repairs
from sharecheck.api.source import SomeSettings, Source, plannable, resolver_of
from sharecheck.brief import brief
from sharecheck.edit.files import Rewrite
from sharecheck.repairs import Plan
from sharecheck.workspace import Workspace


@brief
@dataclass(frozen=True, repr=False)
class Repair:
    """The cheapest changes of each area, and what the files would say then; nothing is written to disk."""

    plans: tuple[Plan, ...]
    """A plan for each area that has gaps to close."""
    rewrites: tuple[Rewrite, ...]
    """Each file that changes, with its text before and after."""
    after: Workspace
    """The workspace with the changes made."""


def repair(
    source: Source,
    *,
    area: str | None = None,
    only: Iterable[str] = (),
    budget: int | None = None,
    time_limit: float = 60,
    settings: SomeSettings = None,
) -> Repair:
    """The cheapest changes that close the gaps, tried: the new texts are read again before they are returned.

    `only` names the transitions, items, parties, services, kinds or needs whose gaps are closed; `time_limit` is in
    seconds for each area.
    """
    workspace, words = plannable(source, settings), tuple(only)
    repairs.check_selection(workspace, words)
    costs = resolver_of(source, settings).run.repair
    plans: list[Plan] = []
    for each in (workspace.area(area),) if area else workspace.areas:
        if gaps := repairs.selected(each, words):
            plans.append(repairs.plan(each, gaps, costs, budget, time_limit))
    rewritten = repairs.rewrite(workspace, plans)
    repairs.check_sound(plans, rewritten)
    return Repair(tuple(plans), rewritten.rewrites, rewritten.after)
