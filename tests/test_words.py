"""Spans of time in words."""

import pytest

from sharecheck import words


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        (0.25, "15 minutes"),
        (1 / 60, "1 minute"),
        (1, "1 hour"),
        (1.5, "1 hour 30 minutes"),
        (3 * 0.1, "18 minutes"),
        (5.75, "5 hours 45 minutes"),
        (7.5, "8 hours"),
        (36, "36 hours"),
        (48, "2 days"),
        (0, "0 days"),
    ],
)
def test_a_short_span_is_told_to_the_minute(hours: float, said: str) -> None:
    assert words.span(hours) == said


@pytest.mark.parametrize(
    ("hours", "written"),
    [(0.5, "PT30M"), (1, "PT1H"), (1.5, "PT90M"), (1 / 3, "PT20M"), (2.5, "PT2H"), (36, "PT36H"), (0, "PT0H")],
)
def test_a_duration_below_two_hours_is_written_in_minutes(hours: float, written: str) -> None:
    assert words.duration(hours) == written
