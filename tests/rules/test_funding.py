"""Funding and capacity: cases near to those of the pages."""

from datetime import date

import pytest

from sharecheck.rule import Severity
from sharecheck.rules.funding.funding_ends_before_review import funding_ends_before_review
from sharecheck.rules.funding.funding_that_has_ended import funding_that_has_ended
from tests.rules.examples import FRAGMENT, workspace

AREA = """\
sharecheck: area/1
id: northshire
nation: england
protocols: partial
parties: [{id: hv, service: health-visiting}]
funding:
  - {id: core}
  - {id: pilot, until: 2027-03-31%s}
"""
FLOWS = """\
review: 2027-03-31
flows:
  - {id: link-worker, from: hv, to: nursery, items: [growth], funded-by: pilot}
  - {id: review-outcome, from: hv, to: nursery, items: [growth], funded-by: core}
"""


@pytest.mark.parametrize(
    ("day", "ends", "ended"),
    [(date(2026, 3, 31), 0, 0), (date(2026, 4, 1), 1, 0), (date(2027, 3, 31), 1, 0), (date(2027, 4, 1), 0, 1)],
)
def test_soon_becomes_past_on_the_day_after_the_last(day: date, ends: int, ended: int) -> None:
    texts = workspace(AREA % "", f"{FRAGMENT}{FLOWS}", as_of=day)
    assert len(list(funding_ends_before_review.check(texts))) == ends
    assert len(list(funding_that_has_ended.check(texts))) == ended


def test_points_to_the_flow_and_to_the_money() -> None:
    texts = workspace(AREA % "", f"{FRAGMENT}{FLOWS}")
    area, protocol = texts.documents
    found = list(funding_ends_before_review.check(texts))
    assert [(one.place, one.also) for one in found] == [
        (
            protocol.place / "flows" / 0 / "funded-by",
            ((area.place / "funding" / 1 / "until", "the money ends here"),),
        )
    ]


def test_a_plan_for_the_time_after_makes_it_weigh_less() -> None:
    texts = workspace(AREA % ', then: "the council pays"', f"{FRAGMENT}{FLOWS}")
    assert [one.severity for one in funding_ends_before_review.check(texts)] == [Severity.INFORMATION]
