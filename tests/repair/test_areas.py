"""Each kind of change: what is proposed, what it does to the files, and that the gap is closed then."""

from datetime import date
from pathlib import Path

import pytest

from sharecheck.edit.files import write
from sharecheck.engine import check
from sharecheck.model.base import Duration
from sharecheck.repairs import COSTS, Plan, Settings, gaps, plan, rewrite
from sharecheck.workspace import Workspace
from tests.repair.damage import damaged
from tests.repair.town import FLOW, HEAD, flow, town

PROTOCOLS = Path(__file__).parents[2] / "protocols"


def planned(workspace: Workspace, settings: Settings | None = None, budget: int | None = None) -> Plan:
    [area] = workspace.areas
    return plan(area, gaps(area), settings or Settings(), budget)


CASES = {
    "no limit": (flow("    within: P2D\n"), ["give `summary` a time limit: `P10D`"], "    within: P10D\n"),
    "too slow": (flow("P2D", "P3W"), ["give `summary` a shorter time limit: `P10D`"], "    within: P10D\n"),
    "not carried": (
        flow("birth-details", "nhs-number"),
        ["add `birth-details` to what `summary` carries"],
        "    items: [nhs-number, birth-details]\n",
    ),
    "perhaps empty": (
        flow("[birth-details]", "[{item: birth-details, present: if-known}]"),
        ["always fill in `birth-details` in `summary`"],
        "    items: [{item: birth-details, present: always}]\n",
    ),
    "spoken": (
        flow("[birth-details]", "[{item: birth-details, form: verbal}]"),
        ["send `birth-details` with `summary` in the form that its channel carries, not as verbal"],
        "    items: [{item: birth-details}]\n",
    ),
    "too soon": (
        flow("event: birth", "event: booking"),
        ["send `summary` whenever the sender learns of something as well"],
        "    when: [{event: booking}, {on: change}]\n",
    ),
    "no trigger": (
        flow("    when: {event: birth}\n"),
        ["send `summary` whenever the sender learns of something"],
        "    when: {on: change}\n",
    ),
    "post without cover": (
        HEAD + FLOW + "    relies-on: {post: liaison nurse, cover: false}\n",
        ["cover the liaison nurse when the post is empty, so that `summary` is still sent"],
        "    relies-on: {post: liaison nurse, cover: true}\n",
    ),
    "has to be looked at": (
        flow("secure-email", "secure-portal"),
        ["have `summary` acknowledged by who receives it"],
        "    receipt: {acknowledged: true}\n",
    ),
    "a worse channel": (
        flow("secure-email", "letter"),
        ["send `summary` by `system-message` instead of `letter`"],
        "    channel: system-message\n",
    ),
    "parent asked": (
        HEAD + FLOW + "    agreement: {ask: parent}\n",
        ["send `birth-details` with `summary` also when the parent refuses"],
        "    agreement: {ask: parent, if-refused: [birth-details]}\n",
    ),
    "draft": (HEAD + "status: draft\n" + FLOW, ["agree it, and put it in force (`letters`)"], "status: in-force\n"),
    "expired": (
        HEAD + "expires: 2025-01-31  # then\n" + FLOW,
        ["renew it: it expired on 2025-01-31 (`letters`)"],
        "expires: 2027-11-22  # then\n",
    ),
    "not yet": (
        HEAD + "effective: 2030-01-01\n" + FLOW,
        ["begin it by 2026-11-22 instead of 2030-01-01 (`letters`)"],
        "effective: 2026-11-22\n",
    ),
    "unsigned": (
        HEAD + FLOW + "governance:\n  signatures:\n    - party: visitors\n      awaited: true  # soon\n",
        ["have `visitors` sign `letters`"],
        "    - party: visitors\n      # soon\n",
    ),
    "unfunded": (
        HEAD + FLOW + "    funded-by: grant\n",
        ["fund `grant` for longer: it ended on 2026-03-31"],
        "  - {id: grant, until: 2027-11-22}  # ended\n",
    ),
    "no identifier": (
        HEAD + FLOW + "    matched-by: [nhs-number]\n",
        ["add `nhs-number` to what `booked` carries"],
        "    items: [contact-details, nhs-number]\n",
    ),
    "nobody sends it": (
        flow("to: visitors", "to: gps"),
        ["agree a flow from `maternity` to `visitors` under a new protocol",
         "carry `birth-details` in a new flow from `maternity` to `visitors`"],
        "    from: maternity\n    to: visitors\n    when: {on: change}\n    within: P10D\n    channel: system-message\n"
        "    items: [birth-details]\n",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_proposes_this_and_closes_the_gap(name: str, tmp_path: Path) -> None:
    protocol, what, lines = CASES[name]
    if name == "no identifier":
        protocol += (
            FLOW.removeprefix("flows:\n")
            .replace("summary", "booked")
            .replace("birth-details", "contact-details")
            .replace("event: birth", "event: booking")
        )
    workspace = town(tmp_path / "town", protocol, form="free-text" if name != "a worse channel" else "structured")
    workspace = Workspace(workspace.documents, date(2026, 11, 22))
    found = planned(workspace)
    assert [step.edit.what for step in found.steps] == what
    assert (found.proof, found.bound, found.hopeless, found.open) == ("least", found.cost, {}, ())
    after = rewrite(workspace, [found])
    assert (after.left(found), after.lost(found)) == ((), ())
    write(after.rewrites)
    assert any(lines in path.read_text() for path in (tmp_path / "town").iterdir())
    again = Workspace.open(tmp_path / "town", as_of=date(2026, 11, 22))
    assert [outcome.kind for outcome in again.areas[0].outcomes] == ["kept"]


def test_a_record_is_asked_of_who_hands_over(tmp_path: Path) -> None:
    workspace = town(tmp_path, flow("birth-details", "smoking"), item="smoking")
    found = planned(workspace)
    assert [step.edit.what for step in found.steps] == [
        "have `maternity` find out `smoking` and write it down at `birth`"
    ]
    after = rewrite(workspace, [found])
    assert after.left(found) == ()
    assert after.rewrites[0].after.splitlines()[6] == (
        "  - {id: maternity, service: midwifery, records: [{event: birth, items: [smoking]}]}"
    )


def test_says_why_a_gap_cannot_be_closed(tmp_path: Path) -> None:
    alone = flow().replace("from: maternity", "from: gps")
    workspace = town(tmp_path, alone.replace("birth-details", "birth-details, smoking"), "smoking")
    found = planned(workspace, Settings(forbid=frozenset({"kind:record"})))
    assert list(found.hopeless.values()) == ["what would bring it is forbidden by the settings"]
    assert found.steps == ()


def test_forbidden_changes_are_not_proposed(tmp_path: Path) -> None:
    workspace = town(tmp_path, flow("birth-details", "nhs-number"))
    found = planned(workspace, Settings(forbid=frozenset({"flow:summary"})))
    assert [step.edit.kind for step in found.steps] == ["flow", "item"]


def test_costs_decide(tmp_path: Path) -> None:
    workspace = town(tmp_path, flow("secure-email", "secure-portal"))
    found = planned(workspace, Settings({**COSTS, "receipt": 9}))
    assert [step.edit.kind for step in found.steps] == ["channel"]


def test_no_limit_is_shorter_than_the_settings_say(tmp_path: Path) -> None:
    workspace = town(tmp_path, flow("P2D", "P3W"))
    found = planned(workspace, Settings(shortest=Duration("P2W")))
    assert [step.edit.kind for step in found.steps] == ["trigger"] or found.hopeless


def test_a_budget_closes_what_weighs_most(tmp_path: Path) -> None:
    workspace = town(tmp_path, flow("birth-details", "nhs-number"))
    found = planned(workspace, budget=1)
    assert (found.steps, len(found.open), found.proof, found.bound) == ((), 1, "most", 0)


@pytest.mark.parametrize("seed", [4, 9, 10, 11])
def test_a_damaged_area_is_whole_again(seed: int, tmp_path: Path) -> None:
    workspace = damaged(tmp_path / "area", seed, 10)
    found = planned(workspace)
    after = rewrite(workspace, [found])
    assert (found.hopeless, found.open, after.left(found), after.lost(found)) == ({}, (), (), ())
    write(after.rewrites)
    result = check(Workspace.open(tmp_path / "area"), ["GAP"])
    assert [one.finding.message for one in result.diagnostics] == []


def test_what_published_texts_lose_can_be_mended(tmp_path: Path) -> None:
    workspace = Workspace.open(PROTOCOLS / "published", as_of=date(2026, 11, 22))
    plans = [plan(area, gaps(area), Settings()) for area in workspace.areas if gaps(area)]
    after = rewrite(workspace, plans)
    left = [(one.proof, set(one.hopeless) - set(one.decided), one.open) for one in plans]
    assert left == [("least", set(), ())] * len(plans)
    assert [(after.left(one), after.lost(one)) for one in plans] == [((), ())] * len(plans)
    decided = {need for found in plans for need in found.decided}
    assert {outcome.need for area in after.after.areas for outcome in gaps(area)} == decided


def test_no_repair_changes_a_lawful_basis(tmp_path: Path) -> None:
    """Which ground something is sent on is for people to decide; what rests on consent stays at home after a no."""
    workspace = town(tmp_path, HEAD + "basis: {article-6: 6(1)(a), article-9: 9(2)(a)}\n" + FLOW)
    found = planned(workspace)
    assert found.steps == ()
    assert list(found.hopeless.values()) == [
        "a parent's no to it is respected: a decision that was taken, and nothing to mend"
    ]


def test_a_no_that_is_respected_is_a_decision_and_is_counted_apart(tmp_path: Path) -> None:
    protocol = flow("items:", "agreement: {ask: parent, to: service}\n    items:")
    [area] = town(tmp_path / "town", protocol).areas
    found = plan(area, gaps(area), Settings())
    assert [need.fact.item for need in found.decided] == ["birth-details"]
    assert found.steps == ()
    (finding,) = (one.finding for one in check(Workspace.open(tmp_path / "town"), select=("GAP04",)).diagnostics)
    assert finding.help is not None
    assert finding.help.startswith("respect the parent's no to `summary`: that is a decision")
