"""Governance: cases near to those of the pages."""

from datetime import date

import pytest

from sharecheck.finding import Severity
from sharecheck.rules.governance.impact_assessment_missing_or_late import impact_assessment_missing_or_late
from sharecheck.rules.governance.impact_assessment_that_is_old import impact_assessment_that_is_old
from sharecheck.rules.governance.joint_controllers_without_arrangement import joint_controllers_without_arrangement
from sharecheck.rules.governance.missing_contact_role import missing_contact_role
from sharecheck.rules.governance.no_caldicott_guardian import no_caldicott_guardian
from sharecheck.rules.governance.owner_without_mailbox import owner_without_mailbox
from sharecheck.rules.governance.party_that_has_not_signed import party_that_has_not_signed
from sharecheck.rules.governance.party_without_controller_status import party_without_controller_status
from sharecheck.rules.governance.processor_without_contract import processor_without_contract
from sharecheck.rules.governance.signature_that_says_nothing import signature_that_says_nothing
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
    assert [one.about for one in found] == [("controller", "maternity"), ("controller", "hv")]


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


SIGNED = """\
status: in-force
parties:
  - {id: ward, service: neonatal-care, contacts: {information-governance: ig@trust.example}}
  - {id: maternity, service: midwifery, contacts: {information-governance: ig@trust.example}}
  - {id: hv, service: health-visiting, contacts: {information-governance: ig@community.example}}
  - {id: council, service: family-hub}
flows:
  - {id: a, from: [ward, maternity], to: [hv, council, parent], items: [feeding-status]}
governance: {signatures: [%s]}
"""


@pytest.mark.parametrize(
    ("signatures", "missing"),
    [
        ("", ["ward", "maternity", "hv", "council"]),
        ("{party: maternity}, {party: hv}", ["council"]),
        ("{party: ward}, {party: hv, awaited: true}, {party: council}", []),
    ],
)
def test_one_signature_of_an_organisation_is_for_all_its_teams(signatures: str, missing: list[str]) -> None:
    found = list(party_that_has_not_signed.check(workspace(FRAGMENT + SIGNED % signatures)))
    assert [one.about for one in found] == [("signatures", party) for party in missing]


@pytest.mark.parametrize(
    ("council", "about"),
    [
        ("controller: controller", [("signatures", "council")]),
        ("controller: processor", []),
        ("elsewhere: true", []),
        ("kind: family", []),
    ],
)
def test_those_sign_who_are_parties_to_agreements_here(council: str, about: list[tuple[str, ...]]) -> None:
    text = SIGNED.replace("service: family-hub", f"service: family-hub, {council}") % "{party: ward}, {party: hv}"
    assert [one.about for one in party_that_has_not_signed.check(workspace(FRAGMENT + text))] == about


@pytest.mark.parametrize(("day", "count"), [(date(2026, 3, 31), 0), (date(2026, 4, 1), 4)])
def test_nobody_has_to_have_signed_before_the_first_day(day: date, count: int) -> None:
    text = f"{FRAGMENT}effective: 2026-04-01\n{SIGNED % ''}"
    assert len(list(party_that_has_not_signed.check(workspace(text, as_of=day)))) == count


@pytest.mark.parametrize(
    ("says", "about"),
    [("awaited: true", []), ("awaited: false", ["signed"]), ("awaited: false, signed: 2026-03-02", [])],
)
def test_what_is_awaited_no_longer_has_a_day(says: str, about: list[str]) -> None:
    signature = f"{{party: maternity, role: Caldicott Guardian, {says}}}"
    text = f"{FRAGMENT}flows: []\ngovernance: {{signatures: [{signature}]}}\n"
    assert [one.about[-1] for one in signature_that_says_nothing.check(workspace(text))] == about


@pytest.mark.parametrize(("elsewhere", "count"), [("true", 0), ("false", 1)])
def test_the_next_area_names_its_own_contracts_and_arrangements(elsewhere: str, count: int) -> None:
    for status, rule in (
        ("processor", processor_without_contract),
        ("joint-controller", joint_controllers_without_arrangement),
    ):
        party = f"{{id: next-hv, service: health-visiting, controller: {status}, elsewhere: {elsewhere}}}"
        area = f"sharecheck: area/1\nid: x\nnation: england\nprotocols: complete\nparties: [{party}]\n"
        assert len(list(rule.check(workspace(area, f"{FRAGMENT}flows: []\n")))) == count


def test_nobody_has_to_have_signed_a_draft() -> None:
    assert list(party_that_has_not_signed.check(workspace(FRAGMENT + (SIGNED % "").replace("in-force", "draft")))) == []


@pytest.mark.parametrize(
    ("kind", "nation", "severity"),
    [
        ("nhs-trust", "england", [None]),
        ("gp-practice", "england", [Severity.INFORMATION]),
        ("nhs-trust", "wales", []),
        ("local-authority", "england", []),
    ],
)
def test_a_guardian_is_missed_where_there_has_to_be_one(
    kind: str, nation: str, severity: list[Severity | None]
) -> None:
    area = AREA.replace("id: hv,", f"id: hv, kind: {kind}, nation: {nation},").replace(
        "caldicott-guardian", "information-governance"
    )
    assert [one.severity for one in no_caldicott_guardian.check(workspace(area, FRAGMENT + FLOWS))] == severity


def test_an_arrangement_between_joint_controllers_may_stand_in_any_protocol_of_the_area() -> None:
    area = AREA.replace("partial", "complete").replace("midwifery}", "midwifery, controller: joint-controller}")
    other = "sharecheck: protocol/1\nid: other\nflows: []\ngovernance: {joint-controllers: JCA-1}\n"
    assert [one.message for one in joint_controllers_without_arrangement.check(workspace(area, FRAGMENT + FLOWS))] == [
        "`maternity` is a joint controller, and no protocol names the arrangement"
    ]
    for named, count in (("JCA-1", 0), ("none", 1), ('"None; each has its own record"', 1), ("none but JCA-1", 0)):
        texts = (area, FRAGMENT + FLOWS, other.replace("JCA-1", named))
        assert len(list(joint_controllers_without_arrangement.check(workspace(*texts)))) == count


@pytest.mark.parametrize(
    ("dpia", "count"),
    [
        ("completed: 2025-04-01", 1),
        ("completed: 2025-04-02", 0),
        ("completed: 2020-04-01, reviewed: 2026-01-01", 0),
        ("reference: DPIA-1", 1),
        ("completed: 2026-03-01, reviewed: 2025-03-01", 1),
        ("reference: DPIA-1, completed: 2026-01-01", 0),
    ],
)
def test_an_assessment_is_old_a_year_before_the_first_day(dpia: str, count: int) -> None:
    text = f"{FRAGMENT}effective: 2026-04-02\nflows: []\ngovernance: {{dpia: {{{dpia}}}}}\n"
    assert len(list(impact_assessment_that_is_old.check(workspace(text)))) == count


def test_whether_the_owner_has_a_mailbox_is_not_said_of_a_party_that_is_not_here() -> None:
    text = f"{FRAGMENT}owner: {{party: council, role: lead}}\n{FLOWS}"
    assert list(owner_without_mailbox.check(workspace(text))) == []
    assert len(list(owner_without_mailbox.check(workspace(text.replace("party: council, ", ""))))) == 1
