"""Minimisation: cases near to those of the pages."""

from sharecheck.rule import Severity
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
