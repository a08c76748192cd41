"""Governance: cases near to those of the pages."""

from datetime import date

import pytest

from sharecheck.rules.governance.impact_assessment_missing_or_late import impact_assessment_missing_or_late
from sharecheck.rules.governance.missing_contact_role import missing_contact_role
from sharecheck.rules.governance.party_without_controller_status import party_without_controller_status
from sharecheck.rules.governance.processor_without_contract import processor_without_contract
from sharecheck.rules.governance.unsigned_agreement import unsigned_agreement
from tests.rules.examples import FRAGMENT, workspace

AREA = """\
sharecheck: area/1
id: northshire
nation: england
protocols: partial
parties:
  - {id: maternity, service: midwifery}
  - {id: hv, service: health-visiting, contacts: {caldicott-guardian: guardian@hv.example}}
  - {id: host, service: child-health-information, controller: processor}
"""
FLOWS = """\
flows:
  - {id: discharge, from: maternity, to: hv, items: [feeding-status]}
  - {id: review, from: [hv, parent], to: maternity, items: [growth, feeding-status]}
  - {id: address, from: maternity, to: hv, items: [address]}
"""


def test_where_one_party_has_contacts_those_who_send_what_is_sensitive_need_somebody_to_ask() -> None:
    found = missing_contact_role.check(workspace(AREA, FRAGMENT + FLOWS))
    assert [one.message for one in found] == [
        "`maternity` sends special category data in `discharge` and names nobody to ask",
        "`hv` sends special category data in `review` and names nobody to ask",
    ]


def test_the_next_area_is_not_asked_whether_it_is_a_controller() -> None:
    area = AREA + "  - {id: next-hv, service: health-visiting, elsewhere: true}\n"
    found = party_without_controller_status.check(workspace(area))
    assert [one.about for one in found] == [("maternity", "hv")]


def test_a_processor_may_have_its_contract_in_a_protocol_that_is_not_here() -> None:
    partial = workspace(AREA, f"{FRAGMENT}flows: []\n")
    complete = workspace(AREA.replace("partial", "complete"), f"{FRAGMENT}flows: []\n")
    assert list(processor_without_contract.check(partial)) == []
    assert [one.about for one in processor_without_contract.check(complete)] == [("host",)]


def test_a_processor_is_told_once_where_its_contract_is_missing() -> None:
    named = f"{FRAGMENT}flows: []\ngovernance: {{processors: [{{name: Host}}]}}\n"
    (found,) = processor_without_contract.check(workspace(AREA.replace("partial", "complete"), named))
    assert found.place.route == ("governance", "processors", 0, "name")


@pytest.mark.parametrize(
    ("dpia", "route"),
    [
        ("{}", ("governance", "dpia")),
        ("{reference: DPIA-1}", None),
        ("{completed: 2026-04-01}", None),
        ("{completed: 2026-04-02}", ("governance", "dpia", "completed")),
    ],
)
def test_an_assessment_is_named_and_done_by_the_first_day(dpia: str, route: tuple[str, ...] | None) -> None:
    text = f"{FRAGMENT}effective: 2026-04-01\n{FLOWS}governance: {{dpia: {dpia}}}\n"
    found = [one.place.route for one in impact_assessment_missing_or_late.check(workspace(text))]
    assert found == ([route] if route else [])


@pytest.mark.parametrize(("day", "count"), [(date(2026, 3, 31), 0), (date(2026, 4, 1), 1)])
def test_a_signature_is_missed_from_the_first_day_on(day: date, count: int) -> None:
    signatures = "governance: {signatures: [{party: hv, awaited: true}, {party: maternity}]}\n"
    text = f"{FRAGMENT}status: in-force\neffective: 2026-04-01\nflows: []\n{signatures}"
    assert len(list(unsigned_agreement.check(workspace(text, as_of=day)))) == count
