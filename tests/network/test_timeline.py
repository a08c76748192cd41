"""The child's clock."""

from math import isclose

import pytest

from sharecheck.model.base import DAY, WEEK, YEAR, Duration, WorkingDays
from sharecheck.network import Moment
from tests.network.given import moments


def test_age_counts_from_birth_and_gestation_to_forty_weeks() -> None:
    assert moments("""
        - {id: booking, window: {gestation: {from: P8W, to: P10W}}}
        - {id: overdue, window: {gestation: {from: P40W, to: P42W}}}
        - {id: birth, window: {age: {from: P0D, to: P0D}}}
        - {id: new-birth-visit, window: {age: {from: P10D, to: P14D}}}
    """) == {
        "booking": Moment("booking", -32 * WEEK, -30 * WEEK),
        "overdue": Moment("overdue", 0, 2 * WEEK),
        "birth": Moment("birth", 0, 0),
        "new-birth-visit": Moment("new-birth-visit", 10 * DAY, 14 * DAY),
    }


def test_what_follows_another_event_adds_the_earliest_and_the_latest() -> None:
    assert moments("""
        - {id: discharge, window: {after: referral, from: P1W, to: P3W}}
        - {id: referral, window: {after: review, from: P0D, to: P5D}}
        - {id: review, window: {age: {from: P2Y, to: P2Y6M}}}
    """) == {
        "review": Moment("review", 2 * YEAR, 2.5 * YEAR),
        "referral": Moment("referral", 2 * YEAR, 2.5 * YEAR + 5 * DAY, earlier={"review": 0}),
        "discharge": Moment(
            "discharge",
            2 * YEAR + WEEK,
            2.5 * YEAR + 5 * DAY + 3 * WEEK,
            earlier={"referral": WEEK, "review": WEEK},
        ),
    }


@pytest.mark.parametrize(
    ("window", "start", "end"),
    [
        ("{after: birth}", 0, 0),
        ("{after: birth, to: P5D}", 0, 120),
        ("{after: birth, from: P2D}", 48, 48),
        ("{after: birth, from: PT36H, to: P5D}", 36, 120),
    ],
)
def test_what_is_not_said_after_an_event_is_at_once(window: str, start: float, end: float) -> None:
    found = moments(f"[{{id: birth, window: {{age: {{from: P0D, to: P0D}}}}}}, {{id: sample, window: {window}}}]")
    assert found["sample"] == Moment("sample", start, end, earlier={"birth": start})


@pytest.mark.parametrize(
    "events",
    [
        "[{id: a, window: {after: a, from: P1D}}]",
        "[{id: a, window: {after: b}}, {id: b, window: {after: a}}]",
        "[{id: a, window: {after: b}}, {id: b, window: {after: c}}, {id: c, window: {after: a}}]",
        "[{id: a, window: {after: nowhere}}]",
        "[{id: a, window: {}}]",
        "[{id: a, window: {from: P1D, to: P2D}}]",
        "[{id: a, window: {age: {from: P2D, to: P1D}}}]",
        "[{id: a, window: {age: {from: P2D, to: P1D}}}, {id: b, window: {after: a}}]",
    ],
)
def test_a_window_of_which_nobody_can_tell_when_it_is_makes_no_moment(events: str) -> None:
    assert moments(events) == {}


def test_events_beside_a_circle_are_placed_whatever_their_order() -> None:
    events = [
        "{id: a, window: {after: b}}",
        "{id: b, window: {after: a}}",
        "{id: c, window: {after: birth, to: P1D}}",
        "{id: birth, window: {age: {from: P0D, to: P0D}}}",
        "{id: d, window: {after: a}}",
    ]
    for shift in range(len(events)):
        found = moments(f"[{', '.join(events[shift:] + events[:shift])}]")
        assert found == {"birth": Moment("birth", 0, 0), "c": Moment("c", 0, 24, earlier={"birth": 0})}


def test_a_window_that_ends_before_it_begins_after_another_makes_no_moment() -> None:
    found = moments("""
        - {id: birth, window: {age: {from: P0D, to: P3D}}}
        - {id: visit, window: {after: birth, from: P5D, to: P1D}}
    """)
    assert found == {"birth": Moment("birth", 0, 72)}


@pytest.mark.parametrize(
    ("text", "hours", "longest"),
    [
        ("P5D", 120, 120),
        ("PT36H", 36, 36),
        ("P1M", 730.5, 744),
        ("P2M", 1461, 1488),
        ("P1Y", 8766, 8784),
        ("P1Y6M", 8766 + 6 * 730.5, 8784 + 6 * 744),
        ("P8W", 1344, 1344),
        ("P1DT12H30M", 36.5, 36.5),
        ("PT18M", 0.3, 0.3),
    ],
)
def test_a_month_is_a_twelfth_of_a_year_as_an_age_and_has_31_days_as_a_delay(
    text: str, hours: float, longest: float
) -> None:
    assert isclose(Duration(text).hours, hours)
    assert isclose(Duration(text).longest_hours, longest)


@pytest.mark.parametrize(("days", "at_most"), [(0, 0), (1, 3), (2, 4), (3, 5), (5, 7), (6, 10), (10, 14), (11, 17)])
def test_working_days_count_the_weekends_that_may_lie_in_between(days: int, at_most: int) -> None:
    limit = WorkingDays.model_validate({"working-days": days})
    assert limit.longest_hours == at_most * DAY
    assert limit.hours == at_most * DAY
