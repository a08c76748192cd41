"""Feedback and responsibility: cases near to those of the pages."""

from sharecheck.rules.feedback.unacknowledged_flow import unacknowledged_flow
from tests.rules.examples import FRAGMENT, workspace


def test_what_a_child_can_do_without_is_not_chased() -> None:
    flows = """\
flows:
  - {id: setting, from: nursery, to: hv, channel: secure-email, items: [setting-attended]}
  - {id: copy, from: hv, to: parent, channel: letter, items: [health-review-summary]}
"""
    assert list(unacknowledged_flow.check(workspace(f"{FRAGMENT}{flows}"))) == []


def test_the_flows_of_a_protocol_are_told_as_one() -> None:
    flows = """\
flows:
  - {id: plan, from: social-care, to: hv, channel: letter, items: [child-protection-plan, smoking]}
  - {id: scores, from: hv, to: nursery, receipt: {acknowledged: false}, items: [developmental-scores]}
"""
    found = list(unacknowledged_flow.check(workspace(f"{FRAGMENT}{flows}")))
    assert [one.message for one in found] == [
        "nobody learns when `plan` does not arrive with `child-protection-plan` and `smoking`",
        "nobody learns when `scores` does not arrive with `developmental-scores`",
    ]
    assert len({one.group for one in found}) == 1
