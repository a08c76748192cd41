"""Life cycle, retention and rights: cases near to those of the pages."""

from datetime import date

import pytest

from sharecheck.rules.life_cycle.review_missing_or_overdue import review_missing_or_overdue
from sharecheck.rules.retention.no_retention_period import no_retention_period
from sharecheck.rules.rights.no_privacy_notice import no_privacy_notice
from tests.rules.examples import FRAGMENT, workspace

FLOWS = "flows: [{id: birth, from: maternity, to: hv, items: [birth-details]}]\n"


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ("review: 2026-11-22", []),
        ("review: 2026-11-21", ["`example` was due for review 1 day ago"]),
        ("review: 2025-11-22", ["`example` was due for review 12 months ago"]),
        ("status: draft\nreview: 2025-11-22", []),
        (
            "status: in-force\nexpires: 2026-11-21",
            ["`example` says that it is in force, and that it ran out on 2026-11-21"],
        ),
        ("expires: 2026-11-21", []),
        ("status: draft", ["`example` has no day of review"]),
        (
            "encoded-from: {title: A protocol, read: opening}\nreview: 2026-11-21",
            ["`example` was due for review 1 day ago"],
        ),
    ],
)
def test_a_review_is_due_on_its_day_and_overdue_on_the_next(keys: str, said: list[str]) -> None:
    found = review_missing_or_overdue.check(workspace(f"{FRAGMENT}{keys}\nflows: []\n", as_of=date(2026, 11, 22)))
    assert [one.message for one in found] == said


@pytest.mark.parametrize(
    ("retention", "routes"),
    [
        ("{trigger: birth}", [("governance", "retention")]),
        ("{schedule: the code}", []),
        ("[{party: hv, period: P25Y}, {party: nursery}]", [("governance", "retention", 1)]),
        ("[]", [("id",)]),
    ],
)
def test_each_who_keeps_something_says_how_long(retention: str, routes: list[tuple[str | int, ...]]) -> None:
    text = f"{FRAGMENT}{FLOWS}governance: {{retention: {retention}}}\n"
    assert [one.place.route for one in no_retention_period.check(workspace(text))] == routes


def test_counts_without_personal_data_need_neither_period_nor_notice() -> None:
    counts = FRAGMENT + "flows: [{id: births, from: maternity, to: council, when: {every: P1M}, aggregate: true}]\n"
    assert list(no_retention_period.check(workspace(counts))) == []
    assert list(no_privacy_notice.check(workspace(counts))) == []
