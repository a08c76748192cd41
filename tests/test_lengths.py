"""Lengths of time: which are surely longer, which surely equal, and where only the calendar could say."""

from datetime import date
from itertools import pairwise

import pytest

from sharecheck.model.base import Duration, Limit, WorkingDays
from sharecheck.model.calendar import days_later, years_later
from sharecheck.model.length import limit_words, surely_different, surely_equal, surely_longer

EQUAL = [
    ("P12M", "P1Y"),
    ("P1Y6M", "P18M"),
    ("P24M", "P2Y"),
    ("P4W", "P28D"),
    ("PT24H", "P1D"),
    ("PT60M", "PT1H"),
    ("P1Y1W", "P12M7D"),
    ("P0D", "PT0H"),
    ("P400Y", "P4800M"),
]
LONGER = [
    ("P13M", "P1Y"),
    ("P1Y1D", "P12M"),
    ("P6W", "P1M"),
    ("P32D", "P1M"),
    ("P1M", "P27D"),
    ("P1M", "P3W"),
    ("P2M", "P1M"),
    ("P367D", "P1Y"),
    ("P1Y", "P364D"),
    ("P1Y", "P52W"),
    ("P25Y", "P299M"),
    ("P3M", "P88D"),
    ("P93D", "P3M"),
    ("PT49H", "P2D"),
    ("P2M", "P1M27D"),
]
UNSURE = [
    ("P1M", "P30D"),
    ("P1M", "P31D"),
    ("P1M", "P28D"),
    ("P1M", "P4W"),
    ("P1Y", "P365D"),
    ("P1Y", "P366D"),
    ("P12M", "P365D"),
    ("P3M", "P90D"),
    ("P3M", "P13W"),
    ("P6M", "P26W"),
    ("P18M", "P548D"),
    ("P2M", "P1M30D"),
]


def limit(text: str) -> Limit:
    return WorkingDays.model_validate({"working-days": int(text[2:])}) if text.startswith("W ") else Duration(text)


@pytest.mark.parametrize(("one", "other"), EQUAL)
def test_what_ends_together_on_every_day_is_surely_equal(one: str, other: str) -> None:
    first, second = limit(one), limit(other)
    assert (surely_equal(first, second), surely_different(first, second)) == (True, False)


@pytest.mark.parametrize(("one", "other"), LONGER)
def test_what_ends_later_on_every_day_is_surely_longer(one: str, other: str) -> None:
    first, second = limit(one), limit(other)
    assert (surely_longer(first, second), surely_longer(second, first)) == (True, False)
    assert not surely_equal(first, second)


@pytest.mark.parametrize(("one", "other"), UNSURE)
def test_what_hangs_on_the_calendar_is_neither_longer_nor_equal(one: str, other: str) -> None:
    first, second = limit(one), limit(other)
    assert not surely_different(first, second)
    assert not surely_equal(first, second)


@pytest.mark.parametrize(
    ("one", "other", "longer"),
    [
        ("W 10", "W 5", True),
        ("W 5", "W 5", False),
        ("W 5", "P4D", True),
        ("W 5", "P7D", False),  # from Monday to Monday, but from a Sunday it is five
        ("P7D", "W 5", False),
        ("P1W", "W 3", False),  # over Christmas
        ("P2W", "W 5", True),
        ("W 2", "P1D", True),
        ("W 1", "P1D", True),  # from Friday to Monday, and never less
        ("W 5", "P5D", True),
        ("W 5", "P6D", False),
        ("P12D", "W 5", True),
        ("P11D", "W 5", False),
        ("P1M", "W 10", True),
        ("P1M", "W 20", False),
    ],
)
def test_working_days_are_compared_with_weekends_and_bank_holidays_in_mind(one: str, other: str, longer: bool) -> None:
    assert surely_longer(limit(one), limit(other)) is longer


def test_months_are_compared_as_a_calendar_would_from_every_day() -> None:
    days = [days_later(date(2023, 1, 1), number) for number in range(4 * 366)]
    for months, other in [(1, 28), (1, 30), (1, 31), (2, 59), (2, 62), (3, 89), (3, 92), (6, 181), (6, 184), (11, 334)]:
        lengths = {(_months_later(day, months) - day).days for day in days}
        one, second = Duration(f"P{months}M"), Duration(f"P{other}D")
        assert surely_longer(one, second) == (min(lengths) > other), (months, other)
        assert surely_longer(second, one) == (max(lengths) < other), (months, other)


def _months_later(day: date, months: int) -> date:
    year, month = divmod(day.month - 1 + months, 12)
    first = date(day.year + year, month + 1, 1)
    last = days_later(date(first.year + first.month // 12, first.month % 12 + 1, 1), -1)
    return first.replace(day=min(day.day, last.day))


def test_what_is_surely_longer_is_no_shorter_in_the_network() -> None:
    for one, other in LONGER:
        assert Duration(one).longest_hours >= Duration(other).longest_hours
    for one, other in EQUAL:
        assert Duration(one).longest_hours == Duration(other).longest_hours


def test_the_order_is_one_of_lengths() -> None:
    rising = list(map(limit, ("P0D", "PT1H", "P1D", "P1W", "P2W", "P1M", "P6W", "P2M", "P1Y", "P13M", "P25Y")))
    assert all(surely_longer(later, earlier) for earlier, later in pairwise(rising))


def test_a_length_is_told_as_it_was_agreed() -> None:
    texts = ("P1Y2M", "P12M", "P28D", "P4W", "PT36H", "P1DT1H30M", "P0D", "W 5")
    assert [limit_words(limit(text)) for text in texts] == [
        "1 year 2 months",
        "12 months",
        "28 days",
        "4 weeks",
        "36 hours",
        "1 day 1 hour 30 minutes",
        "no time at all",
        "5 working days",
    ]


def test_days_later_stop_at_the_ends_of_the_calendar() -> None:
    assert days_later(date(2025, 12, 31), 1) == date(2026, 1, 1)
    assert days_later(date(9999, 12, 30), 30) == date.max
    assert days_later(date(1, 1, 2), -30) == date.min


def test_years_later_are_the_same_day_of_the_year() -> None:
    assert years_later(date(2026, 1, 31), 1) == date(2027, 1, 31)
    assert years_later(date(2028, 2, 29), 1) == date(2029, 2, 28)
    assert years_later(date(2028, 2, 29), 4) == date(2032, 2, 29)
    assert (years_later(date(9999, 6, 1), 1), years_later(date(1, 6, 1), -1)) == (date.max, date.min)
