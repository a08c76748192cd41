"""Days as people write them: which day is meant, and whether it can be no other."""

import pytest

from sharecheck.reading.dates import day
from sharecheck.reading.forms import FORMS, meant_surely
from tests.rules.examples import workspace

PATTERN = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
NO_DAY = (None, False)

DAYS = {
    "2027-03-31": ("2027-03-31", True),
    "2027/03/31": ("2027-03-31", True),
    "20270331": ("2027-03-31", True),
    "2027-4-1": ("2027-04-01", True),
    "31/3/2027": ("2027-03-31", True),
    "31.03.2027": ("2027-03-31", True),
    "01/09/2025": ("2025-09-01", False),  # or 9 January
    "1 September 2025": ("2025-09-01", True),
    "1st  Sept. 2025": ("2025-09-01", True),
    "30-Jun-2025": ("2025-06-30", True),
    "22nd of March 2026": ("2026-03-22", True),
    "September 1, 2025": ("2025-09-01", True),
    "1 Medi 2025": ("2025-09-01", True),
    "12 Rhagfyr 2025": ("2025-12-12", True),
    "31 June 2025": NO_DAY,
    "1 Septembre 2025": NO_DAY,
    "September 2025": NO_DAY,
    "1/9/25": NO_DAY,
    "2025-04-01 to 2026-03-31": NO_DAY,
    "2025-04-01 (to be confirmed)": NO_DAY,
    # a time of day would be lost
    "2025-06-30T00:00:00": ("2025-06-30", True),
    "2025-06-30 00:00": ("2025-06-30", True),
    "2025-06-30T09:30": ("2025-06-30", False),
    "2025-06-30 23:00:00": ("2025-06-30", False),
    # midnight in Britain is 23:00 in UTC while it is summer
    "2025-06-30T23:00:00Z": NO_DAY,
    "2025-06-30T23:00:00.000Z": NO_DAY,
    "2025-06-30T23:59:59+00:00": NO_DAY,
    "2025-01-15T23:30:00Z": NO_DAY,
    "2025-07-01T00:00:00+01:00": NO_DAY,
    "2025-06-30T23:30:00-05:00": NO_DAY,
    "2025-06-30T00:00:00Z": ("2025-06-30", False),
    "2025-06-30T22:59:00Z": ("2025-06-30", False),
    "2025-01-15T00:00:00Z": ("2025-01-15", False),
    "2025-06-30T12:00:00+0200": ("2025-06-30", False),
    "0001-01-01T00:00:00+14:00": NO_DAY,
    "9999-12-31T23:30:00Z": NO_DAY,
}


@pytest.mark.parametrize("text", DAYS)
def test_which_day_is_meant(text: str) -> None:
    assert meant_surely({"pattern": PATTERN}, text) == DAYS[text]
    assert day(text) == DAYS[text][0]


def test_who_writes_a_time_with_its_zone_is_told_why_no_day_is_offered() -> None:
    assert FORMS[PATTERN].help("2025-06-30T23:00:00Z") == (
        "write the day alone, such as `2027-03-31`: which day this was hangs on the time zone"
    )


def test_a_midnight_that_was_exported_as_utc_is_never_mended_without_a_look() -> None:
    (document,) = workspace("sharecheck: protocol/1\nid: example\nflows: []\nreview: 2025-06-30T00:00:00Z\n").documents
    (problem,) = document.problems
    assert (problem.message, problem.help, problem.sure) == (
        "`review` is `2025-06-30T00:00:00Z`, which is not a date",
        "did you mean `2025-06-30`?",
        False,
    )
