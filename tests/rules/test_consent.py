"""Consent: cases near to those of the pages."""

from sharecheck.rules.consent.consent_of_public_body import consent_of_public_body
from sharecheck.rules.consent.consent_without_withdrawal import consent_without_withdrawal
from sharecheck.rules.consent.refusal_stops_everything import refusal_stops_everything
from tests.rules.examples import FRAGMENT, workspace

PARTIES = """\
parties:
  - {id: maternity, service: midwifery, kind: nhs-trust}
  - {id: playgroup, service: early-years-setting, kind: charity}
  - {id: health-visiting, service: health-visiting, kind: local-authority}
"""
TWO_FLOWS = """\
flows:
  - {id: booking-form, from: maternity, to: health-visiting, items: [smoking]}
  - {id: observations, from: playgroup, to: health-visiting, items: [parents-view, child-protection-plan]}
"""


def test_one_statement_of_a_protocol_is_told_once_with_all_its_flows() -> None:
    found = list(
        consent_of_public_body.check(workspace(f"{FRAGMENT}{PARTIES}basis: {{article-6: 6(1)(a)}}\n{TWO_FLOWS}"))
    )
    assert [one.message for one in found] == [
        "`maternity` is a public body and states consent, 6(1)(a), for `booking-form` and `observations`"
    ]
    assert found[0].place.route == ("basis", "article-6")


def test_a_statement_of_one_party_is_judged_by_that_party() -> None:
    bases = "basis: [{party: playgroup, article-6: 6(1)(a)}, {party: maternity, article-6: 6(1)(e)}]\n"
    assert list(consent_of_public_body.check(workspace(f"{FRAGMENT}{PARTIES}{bases}{TWO_FLOWS}"))) == []


def test_where_consent_is_the_basis_a_refusal_stops_each_flow_also_without_an_agreement_step() -> None:
    found = refusal_stops_everything.check(workspace(f"{FRAGMENT}basis: {{article-6: 6(1)(a)}}\n{TWO_FLOWS}"))
    assert [(one.place.route, one.message) for one in found] == [
        (("flows", 0, "id"), "a parent's no to `booking-form` stops all that it carries"),
        (("flows", 1, "id"), "a parent's no to `observations` stops `child-protection-plan`"),
    ]


def test_a_minimum_with_what_safety_hangs_on_is_enough() -> None:
    flow = """\
flows:
  - id: plan
    from: maternity
    to: health-visiting
    items: [smoking, pre-birth-plan]
    agreement: {ask: parent, if-refused: [pre-birth-plan]}
"""
    assert list(refusal_stops_everything.check(workspace(f"{FRAGMENT}{flow}"))) == []


def test_of_an_opening_nobody_says_that_it_lacks_a_way_to_say_no() -> None:
    opening = "encoded-from: {title: Pathway, read: opening}\nbasis: {article-6: 6(1)(a)}\n"
    texts = workspace(f"{FRAGMENT}{opening}{TWO_FLOWS}")
    assert [*refusal_stops_everything.check(texts), *consent_without_withdrawal.check(texts)] == []
