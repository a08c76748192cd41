"""Security and transport: cases near to those of the pages."""

import pytest

from sharecheck.rule import Severity
from sharecheck.rules.security.insecure_channel import insecure_channel
from sharecheck.rules.security.no_assurance import no_assurance
from sharecheck.rules.security.no_breach_notice import no_breach_notice
from tests.rules.examples import FRAGMENT, workspace


def test_what_goes_to_the_parent_alone_weighs_less() -> None:
    flows = """\
flows:
  - {id: result, from: screening, to: parent, channel: text-message, items: [newborn-hearing]}
  - {id: both, from: screening, to: [parent, health-visiting], channel: text-message, items: [newborn-hearing]}
"""
    found = insecure_channel.check(workspace(f"{FRAGMENT}{flows}"))
    assert [(one.about, one.severity) for one in found] == [
        (("result", "text-message"), Severity.WARNING),
        (("both", "text-message"), None),
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
