"""What is advised for one need and what a repair would be made of agree: neither knows a cheaper single change."""

import re
from datetime import date
from functools import lru_cache
from pathlib import Path

import pytest

from sharecheck import Workspace, check
from sharecheck.changes.change import Kind
from sharecheck.changes.costs import COSTS
from sharecheck.changes.trial import trial
from sharecheck.explain import Gap
from sharecheck.network import Outcome
from sharecheck.network.mend import Mends
from sharecheck.repairs import Settings, gaps
from sharecheck.repairs.candidates import candidates
from sharecheck.workspace import Area

pytestmark = pytest.mark.untraced

LEAKY = Path(__file__).parents[2] / "protocols" / "leaky"
ADVISED: dict[str, Kind] = {
    r"shorten |agree how long ": "limit",
    r"let `\S+` send ": "trigger",
    r"let the recipient of ": "receipt",
    r"let `\S+` (carry it|record it) as ": "form",
    r"let `\S+` keep it in electronic records": "record",
    r"promise in ": "always",
    r"name in ": "cover",
    r"say in ": "refusal",
    r"send |add to `\S+` a route ": "channel",
    r"add `\S+` to the items of |match ": "item",
    r"agree a flow, for example ": "protocol",
}
"""How advice begins, for each kind of change of which it is made."""
UNTRIED = ("blocked",)
"""Gaps whose advice is to bring a protocol into force: of that no change of the network is tried."""


@lru_cache
def leaky() -> tuple[Area, dict[tuple[str, ...], str]]:
    """The area, and what is advised for each gap by what the finding is about."""
    workspace = Workspace.open(LEAKY, as_of=date(2026, 11, 30))
    found = (diagnostic.finding for diagnostic in check(workspace, select=("GAP",)).diagnostics)
    return workspace.areas[0], {finding.about: finding.help or "" for finding in found}


def kinds(advice: str) -> list[Kind]:
    """The kinds of the changes that are advised; none where people have to find one."""
    made: list[Kind] = []
    for part in advice.split("; and "):
        kind = next((kind for start, kind in ADVISED.items() if re.match(start, part)), None)
        if kind is None:
            return []
        made += [kind, "limit"] if " and `within: " in part else [kind]
    return made


def cheapest_repair(area: Area, gap: Outcome) -> int | None:
    """What the cheapest single change costs that a repair thinks of and that mends the gap; None for none."""
    mends = Mends(area.network, area.mends._local, steps=10**9, trials=10**6)
    edits = candidates(area, (gap.need,), Settings()).edits
    costs = [
        edit.cost
        for edit in edits
        if edit.draft is None and edit.change.target is not None and mends.keeps(gap.need, trial(area, (edit.change,)))
    ]
    return min(costs, default=None)


def test_for_each_gap_of_the_leaky_area_advice_is_no_dearer_than_the_cheapest_change_of_a_repair() -> None:
    area, advice = leaky()
    dearer = []
    mended = 0
    for gap in gaps(area):
        repair = cheapest_repair(area, gap)
        made = kinds(advice[Gap(area, gap).about])
        if repair is None or gap.kind in UNTRIED or (gap.news and made == ["protocol"]):
            continue
        mended += 1
        if not made or sum(COSTS[kind] for kind in made) != repair:
            dearer.append((gap.need, made, repair))
    assert dearer == []
    assert mended > 50


def test_where_a_single_change_is_advised_that_a_repair_does_not_know_the_kind_is_one_of_which_it_does_not_think() -> (
    None
):
    """Another identifier to match by, and a new flow: in a repair the flow and what it carries are two changes."""
    area, advice = leaky()
    alone = set()
    for gap in gaps(area):
        text = advice[Gap(area, gap).about]
        if len(kinds(text)) == 1 and "not enough" not in text and cheapest_repair(area, gap) is None:
            alone.add(text.split("`")[0])
    assert alone == {"match ", "agree a flow, for example "}
