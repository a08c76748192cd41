"""Security and transport: cases near to those of the pages."""

import pytest

from sharecheck.finding import Severity
from sharecheck.rule import Rule
from sharecheck.rules.security.address_given_away import address_given_away
from sharecheck.rules.security.breach_nobody_to_tell import breach_nobody_to_tell
from sharecheck.rules.security.encryption_that_is_not_there import encryption_that_is_not_there
from sharecheck.rules.security.insecure_channel import insecure_channel
from sharecheck.rules.security.no_assurance import no_assurance
from sharecheck.rules.security.no_breach_notice import no_breach_notice
from sharecheck.rules.security.nobody_sees_who_looked import nobody_sees_who_looked
from sharecheck.rules.security.plan_by_insecure_channel import plan_by_insecure_channel
from tests.rules.examples import FRAGMENT, workspace


def test_what_goes_to_the_parent_alone_weighs_less() -> None:
    flows = """\
flows:
  - {id: result, from: screening, to: parent, channel: text-message, items: [newborn-hearing]}
  - {id: both, from: screening, to: [parent, health-visiting], channel: text-message, items: [newborn-hearing]}
"""
    found = insecure_channel.check(workspace(f"{FRAGMENT}{flows}"))
    assert [(one.about, one.severity) for one in found] == [
        (("result", "text-message", "newborn-hearing"), Severity.WARNING),
        (("both", "text-message", "newborn-hearing"), None),
    ]


@pytest.mark.parametrize("limit", ["PT72H", "P3D", "P1DT48H"])
def test_72_hours_are_not_longer_than_72_hours(limit: str) -> None:
    flow = "flows: [{id: note, from: maternity, to: health-visiting, items: [smoking]}]\n"
    governance = f"governance: {{breach: {{notify-partners-within: {limit}}}}}\n"
    assert list(no_breach_notice.check(workspace(f"{FRAGMENT}{flow}{governance}"))) == []


@pytest.mark.parametrize(
    ("nation", "kind", "severity"),
    [
        ("england", "nhs-trust", None),
        ("england", "local-authority", None),
        ("england", "registered-childcare-provider", Severity.INFORMATION),
        ("wales", "local-health-board", None),
        ("wales", "local-authority", Severity.INFORMATION),
    ],
)
def test_a_missing_assurance_weighs_as_much_as_the_nation_asks_for(
    nation: str, kind: str, severity: Severity | None
) -> None:
    area = f"""\
sharecheck: area/1
id: northshire
nation: {nation}
protocols: complete
parties: [{{id: recipient, service: health-visiting, kind: {kind}}}]
"""
    flow = "flows: [{id: note, from: maternity, to: recipient, items: [smoking]}]\n"
    assert [one.severity for one in no_assurance.check(workspace(area, f"{FRAGMENT}{flow}"))] == [severity]


@pytest.mark.parametrize(("nation", "scheme"), [("england", "dspt"), ("wales", "welsh-ig-toolkit")])
def test_a_missing_assurance_is_shown_by_that_of_the_nation(nation: str, scheme: str) -> None:
    area = f"""\
sharecheck: area/1
id: northshire
nation: england
protocols: complete
parties: [{{id: recipient, service: health-visiting, nation: {nation}}}]
"""
    flow = "flows: [{id: note, from: maternity, to: recipient, items: [smoking]}]\n"
    (found,) = no_assurance.check(workspace(area, f"{FRAGMENT}{flow}"))
    assert f"scheme: {scheme}," in found.help


def test_who_receives_no_special_category_data_is_not_asked() -> None:
    text = """\
parties: [{id: family-hub, service: family-hub, assurance: []}]
flows: [{id: births, from: maternity, to: family-hub, items: [contact-details]}]
"""
    assert list(no_assurance.check(workspace(f"{FRAGMENT}{text}"))) == []


def test_an_assurance_without_a_last_day_is_taken_to_hold() -> None:
    text = """\
parties:
  - {id: hv, service: health-visiting, assurance: [{scheme: dspt, until: 2020-03-31}, {scheme: iso-27001}]}
flows: [{id: note, from: maternity, to: hv, items: [smoking]}]
"""
    assert list(no_assurance.check(workspace(f"{FRAGMENT}{text}"))) == []


def said(rule: Rule, *texts: str) -> list[str]:
    return [one.message for one in rule.check(workspace(*texts))]


def sent(flow: str, governance: str = "") -> str:
    return f"{FRAGMENT}flows:\n  - {{id: it, {flow}}}\n" + (f"governance: {governance}\n" if governance else "")


@pytest.mark.parametrize(
    ("nation", "severity"), [("england", None), ("wales", Severity.WARNING), (None, None)], ids=str
)
def test_a_fax_is_out_of_use_by_what_was_said_in_england(nation: str | None, severity: Severity | None) -> None:
    stated = f", nation: {nation}" if nation else ""
    text = f"""\
parties:
  - {{id: hv, service: health-visiting{stated}}}
  - {{id: nursery, service: early-years-setting, nation: england}}
flows:
  - {{id: both, from: hv, to: nursery, channel: fax, items: [growth, child-protection-plan]}}
"""
    for rule, item in ((insecure_channel, "growth"), (plan_by_insecure_channel, "child-protection-plan")):
        found = rule.check(workspace(f"{FRAGMENT}{text}"))
        assert [(one.about, one.severity) for one in found] == [(("both", "fax", item), severity)]


def test_a_plain_email_is_unfit_in_both_nations() -> None:
    text = """\
parties: [{id: hv, service: health-visiting, nation: wales}]
flows: [{id: note, from: hv, to: nursery, channel: plain-email, items: [growth]}]
"""
    assert [one.severity for one in insecure_channel.check(workspace(f"{FRAGMENT}{text}"))] == [None]


def test_what_is_special_category_data_as_well_is_told_once() -> None:
    for items, count in (("child-protection-plan", 1), ("child-protection-plan, growth", 1), ("pre-birth-plan", 0)):
        assert len(said(plan_by_insecure_channel, sent(f"from: a, to: b, channel: fax, items: [{items}]"))) == count


def test_a_text_message_with_a_plan_is_told_as_seen_at_home() -> None:
    flow = "from: a, to: b, channel: text-message, items: [domestic-abuse-enquiry]"
    assert said(plan_by_insecure_channel, sent(flow)) == []


def test_what_is_on_paper_is_not_encrypted_and_what_goes_to_parents_is_their_choice() -> None:
    claims = "{security: {encrypted-in-transit: true}}"
    for way, count in (
        ("from: a, to: b, channel: plain-email", 1),
        ("from: a, to: b, channel: fax", 0),
        ("from: a, to: parent, channel: text-message", 0),
        ("from: a, to: b, channel: secure-email, fallback: {channel: plain-email}", 1),
    ):
        assert len(said(encryption_that_is_not_there, sent(f"{way}, items: [address]", claims))) == count


def test_access_and_audit_are_asked_for_each_by_itself() -> None:
    flow = "from: a, to: b, items: [growth]"
    assert said(nobody_sees_who_looked, sent(flow)) == [
        "`example` does not say who can open what was received",
        "`example` does not say how it is found out who has",
    ]
    assert said(nobody_sees_who_looked, sent("from: a, to: b, items: [address]")) == []


def test_an_address_that_goes_to_the_parent_or_from_it_is_not_given_away() -> None:
    assert len(said(address_given_away, sent("from: a, to: b, items: [contact-details]"))) == 1
    assert said(address_given_away, sent("from: a, to: parent, items: [address]")) == []


def test_who_has_not_agreed_how_soon_is_told_of_that_alone() -> None:
    flow = "from: a, to: b, items: [growth]"
    assert said(breach_nobody_to_tell, sent(flow, "{breach: {contact: duty desk}}")) == []
    assert len(said(breach_nobody_to_tell, sent(flow, "{breach: {notify-partners-within: PT24H}}"))) == 1


def test_a_plan_in_a_text_message_is_told_though_it_is_not_unsafe_to_show() -> None:
    flow = "from: a, to: b, channel: text-message, items: [child-protection-plan, domestic-abuse-enquiry]"
    assert said(plan_by_insecure_channel, sent(flow)) == [
        "`it` sends `child-protection-plan` by `text-message`, which is not fit for it"
    ]


def test_who_read_of_an_offence_is_to_be_found_out_too() -> None:
    assert len(said(nobody_sees_who_looked, sent("from: a, to: b, items: [staff-safety]"))) == 2
