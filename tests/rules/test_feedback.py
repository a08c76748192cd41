"""Feedback and responsibility: cases near to those of the pages."""

from sharecheck.rule import Rule
from sharecheck.rules.feedback.chased_too_late import chased_too_late
from sharecheck.rules.feedback.handover_without_owner import handover_without_owner
from sharecheck.rules.feedback.nobody_counts_the_children import nobody_counts_the_children
from sharecheck.rules.feedback.nobody_looks_whether_it_works import nobody_looks_whether_it_works
from sharecheck.rules.feedback.referral_without_answer import referral_without_answer
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
        "nobody learns when `plan` does not arrive with `child-protection-plan`",
        "nobody learns when `plan` does not arrive with `smoking`",
        "nobody learns when `scores` does not arrive with `developmental-scores`",
    ]
    assert len({one.group for one in found}) == 1
    sentence = found[0].sentence
    assert sentence is not None
    assert sentence([one.about for one in found]) == "nobody learns when one of `plan` and `scores` does not arrive"
    assert sentence([one.about for one in found[:2]]) == (
        "nobody learns when `plan` does not arrive with `child-protection-plan` and `smoking`"
    )


def said(rule: Rule, *texts: str) -> list[str]:
    return [one.message for one in rule.check(workspace(*texts))]


AREA = """\
sharecheck: area/1
id: northshire
nation: england
protocols: complete
parties:
  - {id: unit, service: neonatal-care}
  - {id: hv, service: health-visiting}
  - {id: help, service: early-help}
  - {id: nursery, service: early-years-setting}
"""


def sent(*flows: str) -> str:
    lines = "".join(f"  - {{id: f{number}, {flow}}}\n" for number, flow in enumerate(flows))
    return f"{FRAGMENT}flows:\n{lines}"


def test_a_referral_is_answered_by_who_takes_referrals_and_to_who_still_has_the_child() -> None:
    refers = "to: help, items: [referral]"
    assert len(said(referral_without_answer, AREA, sent(f"from: hv, {refers}"))) == 1
    assert said(referral_without_answer, AREA, sent(f"from: unit, {refers}")) == []
    assert said(referral_without_answer, AREA, sent("from: hv, to: nursery, items: [referral]")) == []
    assert said(referral_without_answer, AREA.replace("complete", "partial"), sent(f"from: hv, {refers}")) == []
    assert said(referral_without_answer, AREA, sent(f"from: parent, {refers}")) == []
    away = AREA.replace("service: early-help", "service: early-help, elsewhere: true")
    assert said(referral_without_answer, away, sent(f"from: hv, {refers}")) == []
    back = "from: help, to: hv, items: [referral-outcome]"
    assert said(referral_without_answer, AREA, sent(f"from: hv, {refers}", back)) == []


def test_babies_are_counted_where_results_are_new_and_not_where_they_are_passed_on() -> None:
    for event, count in (("newborn-hearing-screen", 1), ("move-in-first-year", 0)):
        flow = f"from: unit, to: hv, when: {{event: {event}}}, items: [newborn-hearing]"
        assert len(said(nobody_counts_the_children, sent(flow))) == count


def test_counts_without_personal_data_need_no_look_whether_it_works() -> None:
    assert said(nobody_looks_whether_it_works, sent("from: unit, to: hv, aggregate: true")) == []


def test_one_flow_of_a_handover_says_who_is_responsible_for_all_of_it() -> None:
    leaves = "from: unit, when: {event: neonatal-discharge}, items: [discharge-summary]"
    assert len(said(handover_without_owner, sent(f"{leaves}, to: hv", f"{leaves}, to: help"))) == 1
    says = "responsibility: stays-with-sender"
    assert said(handover_without_owner, sent(f"{leaves}, to: hv, {says}", f"{leaves}, to: help")) == []
    asked = "from: unit, to: hv, when: {on: request}, items: [discharge-summary]"
    assert said(handover_without_owner, sent(asked)) == []


def test_a_chase_is_late_when_the_need_lies_between_the_promise_and_the_chase() -> None:
    for within, chase, count in (("P2D", "P14D", 1), ("P2D", "P5D", 0), ("P14D", "P14D", 0)):
        receipt = f"receipt: {{acknowledged: true, chase-after: {chase}}}"
        flow = f"from: unit, to: hv, when: {{event: birth}}, within: {within}, items: [birth-details], {receipt}"
        assert len(said(chased_too_late, AREA, sent(flow))) == count


def test_where_nobody_chases_or_nothing_is_promised_there_is_no_chase_that_is_late() -> None:
    born = "from: unit, to: hv, when: {event: birth}, items: [birth-details]"
    late = "receipt: {acknowledged: true, chase-after: P14D}"
    for flow in (f"{born}, within: P2D", f"{born}, within: P2D, receipt: {{acknowledged: true}}", f"{born}, {late}"):
        assert said(chased_too_late, AREA, sent(flow)) == []


def test_a_chase_is_late_where_the_recipient_needs_it_of_some_children_only() -> None:
    nurses = AREA + "  - {id: nurses, service: family-nurse-partnership}\n"
    for to, chase, count in (("nurses", "P180D", 1), ("nurses", "P5D", 0), ("help", "P180D", 0)):
        receipt = f"receipt: {{acknowledged: true, chase-after: {chase}}}"
        flow = f"from: unit, to: {to}, when: {{event: booking}}, within: P5D, items: [sibling-history], {receipt}"
        assert len(said(chased_too_late, nurses, sent(flow))) == count


def test_what_the_next_area_needs_is_not_needed_by_the_same_service_here() -> None:
    late = "receipt: {acknowledged: true, chase-after: P90D}"
    moves = f"from: hv, to: other, when: {{event: move-in-first-year}}, within: P2D, items: [growth], {late}"
    for elsewhere, count in (("true", 1), ("false", 0)):
        area = AREA + f"  - {{id: other, service: health-visiting, elsewhere: {elsewhere}}}\n"
        assert len(said(chased_too_late, area, sent(moves))) == count
