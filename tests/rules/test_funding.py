"""Funding and capacity: cases near to those of the pages."""

from datetime import date

import pytest

from sharecheck.finding import Severity
from sharecheck.rules.funding.funding_ends_before_review import funding_ends_before_review
from sharecheck.rules.funding.funding_that_has_ended import funding_that_has_ended
from sharecheck.rules.funding.more_asked_than_there_is import more_asked_than_there_is
from sharecheck.rules.funding.service_on_money_that_ends import service_on_money_that_ends
from sharecheck.rules.funding.service_that_hangs_on_one_post import service_that_hangs_on_one_post
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
    assert [(one.place, [(other.place, other.label) for other in one.elsewhere]) for one in found] == [
        (
            protocol.place / "flows" / 0 / "funded-by",
            [(area.place / "funding" / 1 / "until", "the money ends here")],
        )
    ]


def test_a_plan_for_the_time_after_makes_it_weigh_less() -> None:
    texts = workspace(AREA % ', then: "the council pays"', f"{FRAGMENT}{FLOWS}")
    assert [one.severity for one in funding_ends_before_review.check(texts)] == [Severity.INFORMATION]


BUSY = """\
sharecheck: area/1
id: northshire
nation: england
protocols: partial
births-a-year: 1200
parties: [{id: maternity, service: midwifery}, {id: hv, service: health-visiting}]
capacity: [{party: maternity, minutes-a-month: 1000}, {party: hv, minutes-a-month: 999}]
"""


def test_exactly_the_time_that_there_is_suffices() -> None:
    call = "flows: [{id: call, from: maternity, to: hv, when: {event: birth}, channel: telephone, items: [growth]}]\n"
    found = list(more_asked_than_there_is.check(workspace(BUSY, FRAGMENT + call)))
    assert [(one.message, one.place.route) for one in found] == [
        (
            "`hv` has 999 minutes a month for sending and reading, and flows ask it for about 1,000",
            ("capacity", 1, "minutes-a-month"),
        )
    ]


@pytest.mark.parametrize(
    ("streams", "count"),
    [
        ("{id: pilot, until: 2027-03-31, supports: [hv]}", 1),
        ("{id: pilot, until: 2027-03-31, supports: [hv]}, {id: core, supports: [hv]}", 0),
        ("{id: pilot, until: 2027-03-31, supports: [hv]}, {id: other, until: 2027-04-30, supports: [hv]}", 2),
        ("{id: pilot, until: 2027-11-22, supports: [hv]}", 0),
        ("{id: pilot, until: 2026-11-21, supports: [hv]}", 0),
        ("{id: pilot, until: 2027-03-31, supports: [ward]}", 0),
    ],
)
def test_a_service_loses_its_money_when_no_other_outlasts_it(streams: str, count: int) -> None:
    area = AREA.replace("  - {id: core}\n  - {id: pilot, until: 2027-03-31%s}\n", f"  [{streams}]\n")
    found = service_on_money_that_ends.check(workspace(area, f"{FRAGMENT}{FLOWS}"))
    assert len({one.group for one in found}) == count


@pytest.mark.parametrize(
    ("second", "count"),
    [
        ("relies-on: {post: clerk}", 1),
        ("relies-on: {post: clerk, cover: true}", 0),
        ("relies-on: {post: nurse}", 0),
        ("within: P1D", 0),
    ],
)
def test_a_service_hangs_on_a_post_when_all_it_sends_does(second: str, count: int) -> None:
    flow = "{id: %s, from: ward, to: hv, items: [growth], %s}"
    flows = f"flows: [{flow % ('a', 'relies-on: {post: clerk}')}, {flow % ('b', second)}]\n"
    assert len(list(service_that_hangs_on_one_post.check(workspace(f"{FRAGMENT}{flows}")))) == count
