"""Minimisation: cases near to those of the pages."""

from sharecheck.finding import Severity
from sharecheck.rule import Rule
from sharecheck.rules.minimisation.birth_notice_beyond_health import birth_notice_beyond_health
from sharecheck.rules.minimisation.list_that_says_too_much import list_that_says_too_much
from sharecheck.rules.minimisation.no_limit_to_passing_on import no_limit_to_passing_on
from sharecheck.rules.minimisation.third_party_item_without_reason import third_party_item_without_reason
from sharecheck.rules.minimisation.unsafe_item_in_view_of_household import unsafe_item_in_view_of_household
from tests.rules.examples import FRAGMENT, workspace


def test_a_mother_may_write_into_her_own_app() -> None:
    flow = "flows: [{id: note, from: parent, to: maternity, channel: parent-app, items: [domestic-abuse-enquiry]}]\n"
    assert list(unsafe_item_in_view_of_household.check(workspace(f"{FRAGMENT}{flow}"))) == []


def test_a_channel_of_a_local_catalogue_is_known() -> None:
    catalogue = """\
sharecheck: catalogue/1
id: local
channels:
  - {id: family-tablet, title: Family tablet, form: structured, secure: true, household-can-see: true}
"""
    flow = "flows: [{id: note, from: maternity, to: health-visiting, channel: family-tablet, items: [staff-safety]}]\n"
    found = unsafe_item_in_view_of_household.check(workspace(catalogue, f"{FRAGMENT}{flow}"))
    assert [one.message for one in found] == [
        "`note` sends `staff-safety` by `family-tablet`, which others at home can see"
    ]


def test_what_the_parent_gets_in_writing_weighs_less_than_what_is_in_view_by_nature() -> None:
    flow = "flows: [{id: copy, from: social-care, to: parent, channel: secure-email, items: [pre-birth-plan]}]\n"
    found = unsafe_item_in_view_of_household.check(workspace(f"{FRAGMENT}{flow}"))
    assert [one.severity for one in found] == [Severity.WARNING]


def test_a_flow_with_a_purpose_of_its_own_has_said_why() -> None:
    text = """\
parties: [{id: nursery, service: early-years-setting}]
flows:
  - {id: plan, from: hv, to: nursery, purpose: It is part of the family's plan., items: [paternal-mental-health]}
"""
    assert list(third_party_item_without_reason.check(workspace(f"{FRAGMENT}{text}"))) == []


def said(rule: Rule, *texts: str) -> list[str]:
    return [one.message for one in rule.check(workspace(*texts))]


PARTIES = """\
parties:
  - {id: trust, service: midwifery}
  - {id: hub, service: family-hub, kind: local-authority}
  - {id: visitors, service: health-visiting, kind: local-authority}
"""


def sent(flow: str) -> str:
    return f"{FRAGMENT}{PARTIES}flows:\n  - {{id: it, from: trust, {flow}}}\n"


def test_a_list_to_those_who_care_for_the_child_may_say_more() -> None:
    assert len(said(list_that_says_too_much, sent("to: hub, when: {every: P1W}, items: [smoking]"))) == 1
    assert said(list_that_says_too_much, sent("to: visitors, when: {every: P1W}, items: [smoking]")) == []
    assert said(list_that_says_too_much, sent("to: hub, when: {every: P1W}, items: [address]")) == []
    both = "to: hub, when: [{every: P1W}, {on: request}], items: [smoking]"
    assert said(list_that_says_too_much, sent(both)) == []


def test_the_notice_of_a_birth_may_go_to_the_health_functions_of_a_council() -> None:
    basis = "items: [address], basis: {powers: [nhsa-269]}"
    assert len(said(birth_notice_beyond_health, sent(f"to: hub, {basis}"))) == 1
    assert said(birth_notice_beyond_health, sent(f"to: visitors, {basis}")) == []
    assert said(birth_notice_beyond_health, sent("to: hub, items: [address], basis: {powers: [cca-1]}")) == []


def test_of_a_description_nobody_says_that_it_sets_no_limit() -> None:
    described = "encoded-from: {title: A page, read: complete, text: description}\n"
    flow = "flows: [{id: it, from: a, to: b, items: [growth]}]\n"
    assert said(no_limit_to_passing_on, f"{FRAGMENT}{described}{flow}") == []
    assert len(said(no_limit_to_passing_on, f"{FRAGMENT}{flow}")) == 1


def test_a_ground_of_all_flows_is_that_of_the_only_one() -> None:
    shared = sent("to: hub, items: [address]") + "basis: {powers: [nhsa-269]}\n"
    more = "  - {id: other, from: trust, to: visitors, items: [address]}\nbasis:"
    assert len(said(birth_notice_beyond_health, shared)) == 1
    assert said(birth_notice_beyond_health, shared.replace("basis:", more)) == []


def test_what_an_agreement_says_of_an_offence_may_not_be_passed_on_at_will() -> None:
    for items, count in (("sibling-history", 1), ("child-protection-plan", 1), ("setting-attended", 0)):
        assert len(said(no_limit_to_passing_on, sent(f"to: hub, items: [{items}]"))) == count
