"""Retention and rights: cases near to those of the pages."""

from datetime import date

import pytest

from sharecheck.finding import Severity
from sharecheck.rules.retention.different_periods import different_periods
from sharecheck.rules.retention.period_without_end import period_without_end
from sharecheck.rules.retention.recipient_without_period import recipient_without_period
from sharecheck.rules.rights.no_way_to_complain import no_way_to_complain
from sharecheck.rules.rights.no_way_to_see_the_record import no_way_to_see_the_record
from sharecheck.rules.rights.request_nobody_answers import request_nobody_answers
from sharecheck.rules.rights.telling_that_may_harm import telling_that_may_harm
from tests.rules.examples import FRAGMENT, workspace

FLOWS = "flows: [{id: birth, from: maternity, to: [hv, host, next-hv, parent], items: [birth-details]}]\n"
PARTIES = """\
parties:
  - {id: maternity, service: midwifery}
  - {id: hv, service: health-visiting}
  - {id: host, service: child-health-information, controller: processor}
  - {id: next-hv, service: health-visiting, elsewhere: true}
"""


def test_neither_a_processor_nor_the_next_area_nor_the_family_has_a_period_of_its_own() -> None:
    text = f"{FRAGMENT}{PARTIES}{FLOWS}governance: {{retention: [{{party: maternity, period: P25Y}}]}}\n"
    assert [one.message for one in recipient_without_period.check(workspace(text))] == [
        "`hv` receives information by `example`, which does not say how long it keeps it"
    ]


def test_where_no_period_is_stated_at_all_that_is_told_by_another_rule() -> None:
    assert list(recipient_without_period.check(workspace(f"{FRAGMENT}{PARTIES}{FLOWS}"))) == []


@pytest.mark.parametrize(
    ("second", "count"),
    [
        ("period: P24M, trigger: The child leaves", 0),
        ("period: P7Y, trigger: The child leaves", 1),
        ("period: P7Y, trigger: the child leaves, schedule: of the council", 0),
        ("period: P7Y, trigger: the file is closed", 0),
        ("period: P7Y", 0),
    ],
)
def test_two_periods_of_a_party_differ_only_for_the_same_record(second: str, count: int) -> None:
    clause = "area: a\nflows: []\ngovernance: {retention: {party: nursery, %s}}\n"
    first = f"{FRAGMENT}{clause % 'period: P2Y, trigger: the child leaves'}"
    other = f"sharecheck: protocol/1\nid: other\n{clause % second}"
    area = "sharecheck: area/1\nid: a\nnation: england\nprotocols: partial\nparties: [{id: nursery, service: school}]\n"
    assert len(list(different_periods.check(workspace(area, first, other)))) == count


def test_of_what_was_read_in_part_no_clause_is_missed() -> None:
    read = f"{FRAGMENT}encoded-from: {{title: A protocol, read: opening}}\n{PARTIES}{FLOWS}"
    text = read + "governance: {retention: [{party: maternity, period: P25Y}], rights: {privacy-notice: here}}\n"
    for rule in (recipient_without_period, period_without_end, no_way_to_complain, no_way_to_see_the_record):
        assert list(rule.check(workspace(text))) == []


@pytest.mark.parametrize(
    ("day", "severity"), [(date(2026, 6, 18), Severity.INFORMATION), (date(2026, 6, 19), None)], ids=str
)
def test_a_way_to_complain_weighs_more_from_the_day_of_the_duty_on(day: date, severity: Severity | None) -> None:
    (found,) = no_way_to_complain.check(workspace(f"{FRAGMENT}{FLOWS}", as_of=day))
    assert found.severity == severity


def test_counts_without_personal_data_need_no_rights() -> None:
    counts = f"{FRAGMENT}flows: [{{id: births, from: maternity, to: hv, when: {{every: P1M}}, aggregate: true}}]\n"
    assert list(no_way_to_see_the_record.check(workspace(counts))) == []


def test_who_is_no_public_authority_is_asked_nothing_under_the_freedom_of_information_act() -> None:
    said = PARTIES.replace("service: midwifery", "service: midwifery, public-authority: %s")
    for authority, count in (("true", 1), ("false", 0)):
        text = f"{FRAGMENT}{said % authority}{FLOWS}"
        assert len(list(request_nobody_answers.check(workspace(text)))) == count


def test_a_promise_to_tell_names_what_must_not_be_told() -> None:
    items = "[birth-details, domestic-abuse-enquiry, domestic-abuse-enquiry]"
    flows = f"flows: [{{id: a, from: maternity, to: hv, items: {items}}}]\n"
    text = f"{FRAGMENT}{flows}governance: {{rights: {{privacy-notice: a copy}}}}\n"
    assert [one.message for one in telling_that_may_harm.check(workspace(text))] == [
        "`example` says where families are told, and not when they are not; it carries `domestic-abuse-enquiry`"
    ]


def test_the_period_that_differs_from_the_others_is_told_in_whatever_order_the_files_come() -> None:
    area = "sharecheck: area/1\nid: northshire\nnation: england\nprotocols: partial\nparties: []\n"
    kept = "governance: {retention: {party: hv, period: %s, trigger: the child's birth}}"
    texts = [
        f"sharecheck: protocol/1\nid: {id}\nflows: []\n{kept % period}\n"
        for id, period in (("a", "P3Y"), ("b", "P25Y"), ("c", "P25Y"))
    ]
    for order in (texts, texts[::-1]):
        assert [one.message for one in different_periods.check(workspace(area, *order))] == [
            "`hv` keeps it for 3 years by `a`, and for 25 years by `b`"
        ]


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ("kind: nhs-trust", 1),
        ("kind: charity", 0),
        ("kind: charity, public-authority: true", 1),
        ("covers: residents", 0),
    ],
)
def test_who_does_not_say_whether_it_is_a_public_authority_is_taken_for_one_by_its_kind(said: str, count: int) -> None:
    parties = PARTIES.replace("service: midwifery", f"service: midwifery, {said}")
    assert len(list(request_nobody_answers.check(workspace(f"{FRAGMENT}{parties}{FLOWS}")))) == count
