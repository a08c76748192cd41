"""A plan held against what somebody else would have done: other changes, and its own without one of them."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sharecheck.network import Need
from sharecheck.repairs import COSTS, Plan, Settings, gaps, plan, rewrite
from sharecheck.repairs.plan import Step
from sharecheck.workspace import Workspace
from tests.repair.small import AREA, PATHWAY, small

RECORDS = """\
records:
  - {service: midwifery, event: birth, items: [feeding-status]}
  - {service: health-visiting, event: visit, items: [growth]}
transitions:
  - id: to-visit
    title: To the visitor
    to: health-visiting
    at: visit
    needs: [{item: feeding-status, form: free-text, weight: useful}]
  - id: to-gp
    title: To the doctor
    to: general-practice
    at: check
    needs: [{item: feeding-status, form: free-text, weight: useful}, {item: growth, form: free-text, weight: useful}]
"""
NOTE = """\
sharecheck: protocol/1
id: notes
flows:
  - id: note
    from: visitors
    to: gps
    when: {event: visit}
    channel: secure-email
    items: [feeding-status, growth]
"""
LETTER = """\
sharecheck: protocol/1
id: letters
flows:
  - id: letter
    from: maternity
    to: visitors
    when: {on: change}
    within: P2D
    channel: secure-email
    items: [feeding-status]
"""


def planned(workspace: Workspace) -> Plan:
    [area] = workspace.areas
    return plan(area, gaps(area), Settings())


def opened(folder: Path, **protocols: str) -> Workspace:
    for name, text in {"area": AREA, "pathway": PATHWAY + RECORDS, **protocols}.items():
        (folder / f"{name}.yaml").write_text(text)
    return Workspace.open(folder)


def test_what_a_new_flow_brings_is_passed_on_by_a_flow_that_is_there(tmp_path: Path) -> None:
    """Two new protocols were said to be the cheapest, since nobody looked further than where the first of them ends."""
    found = planned(opened(tmp_path, notes=NOTE))
    limited = NOTE.replace("    channel", "    within: P2D\n    channel")
    by_hand = opened(tmp_path, notes=limited, letters=LETTER)
    assert gaps(by_hand.areas[0]) == ()
    assert found.cost == COSTS["protocol"] + COSTS["item"] + COSTS["limit"]


def test_what_a_new_flow_brings_is_added_to_a_flow_that_is_there(tmp_path: Path) -> None:
    less = NOTE.replace("[feeding-status, growth]", "[growth]")
    found = planned(opened(tmp_path, notes=less))
    assert [step.edit.kind for step in found.steps] == ["item", "limit", "protocol", "item"]


def test_what_a_new_flow_is_to_bring_reaches_its_sender_by_a_mended_flow(tmp_path: Path) -> None:
    """A new flow from the midwives was said to be unavoidable: the doctors could pass it on, had they it in time."""
    letter = LETTER.replace("to: visitors", "to: gps").replace("    within: P2D\n", "")
    [area] = opened(tmp_path, letters=letter).areas
    missed = [gap for gap in gaps(area) if (gap.need.fact.party, gap.need.fact.item) == ("visitors", "feeding-status")]
    [shown] = plan(area, missed, Settings()).unavoidable.values()
    assert {edit.id for edit in shown} == {"protocol:gps-to-visitors", "protocol:maternity-to-visitors"}


def test_of_two_changes_that_do_the_same_neither_is_unavoidable(tmp_path: Path) -> None:
    """The first of two letters was said to be, and the other one not thought of."""
    letter = LETTER.replace("feeding-status", "birth-details")
    _, _, flow = letter.partition("flows:\n")
    alert = flow.replace("letter", "alert").replace("P2D", "PT4H").replace("secure-email", "system-message")
    found = planned(
        opened(tmp_path, letters=letter + alert, notes=NOTE.replace("    channel", "    within: P2D\n    channel"))
    )
    assert [step.edit.what for step in found.steps] == ["add `feeding-status` to what `alert` carries"]
    shown = {tuple(edit.what for edit in edits) for edits in found.unavoidable.values()}
    assert shown == {("add `feeding-status` to what `letter` carries", "add `feeding-status` to what `alert` carries")}
    assert found.considered > 1


@pytest.mark.parametrize("file", ["maternity-to-visitors", "old"])
def test_a_new_protocol_takes_neither_the_name_nor_the_file_of_a_withdrawn_one(file: str, tmp_path: Path) -> None:
    """It was proposed under the same name: into a file that is there, or beside one that has its id already."""
    withdrawn = LETTER.replace("id: letters", "id: maternity-to-visitors\nstatus: withdrawn")
    workspace = opened(tmp_path, notes=NOTE, **{file: withdrawn})
    found = planned(workspace)
    [new] = [rewrite for rewrite in rewrite(workspace, [found]).rewrites if rewrite.before is None]
    assert new.path == tmp_path / "maternity-to-visitors-2.yaml"
    assert "id: maternity-to-visitors-2\n" in new.after


def test_a_new_protocol_does_not_take_a_file_that_says_something_else(tmp_path: Path) -> None:
    workspace = opened(tmp_path, notes=NOTE)
    (tmp_path / "maternity-to-visitors.yaml").write_text("# minutes of the meeting\n")
    [path] = {step.edit.draft.path for step in planned(workspace).steps if step.edit.draft}
    assert path == tmp_path / "maternity-to-visitors-2.yaml"


@pytest.mark.parametrize("seed", [*range(60), 260, 521])
def test_nothing_in_a_plan_can_be_left_out(seed: int, tmp_path: Path) -> None:
    workspace = small(tmp_path / "area", seed)
    found = planned(workspace)
    assert workspace.areas[0].network.needs
    assert rewrite(workspace, [found]).left(found) == ()
    for left_out, fewer in _without_one(found):
        assert set(found.closed) - _kept(workspace, fewer), left_out


def _without_one(found: Plan) -> Iterator[tuple[str, Plan]]:
    """The plan without each of its steps; a new flow goes with all that it carries."""
    for step in found.steps:
        draft = step.edit.draft.id if step.edit.draft else None
        kept = [one for one in found.steps if one is not step and (not draft or _draft(one) != draft)]
        yield step.edit.id, replace(found, steps=tuple(kept))


def _draft(step: Step) -> str | None:
    return step.edit.draft.id if step.edit.draft else None


def _kept(workspace: Workspace, found: Plan) -> set[Need]:
    area = rewrite(workspace, [found]).after.area(found.area.id)
    return {outcome.need for outcome in area.outcomes if outcome.kept}
