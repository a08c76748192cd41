"""Lengths of time, compared as far as the comparison hangs on no calendar.

A year is twelve months and a week seven days, but a month has 28 to 31 days, and a weekend or a bank holiday may fall
among working days. So one length is *surely* longer than another only when it is longer from whatever day both are
counted. `docs/method.md` has the table.
"""

from dataclasses import dataclass
from datetime import date
from functools import cache

from sharecheck.model.base import DAY, Duration, Limit, WorkingDays

CYCLE = 400 * 12
"""Months after which the lengths of months recur, in the Gregorian calendar."""

Days = tuple[int, int]
"""The fewest days and the most."""


@dataclass(frozen=True, slots=True)
class _Difference:
    """What one length has more than another; negative where it has less."""

    months: int
    working_days: int
    minutes: int

    @property
    def least(self) -> int:
        """Minutes, counted from the day from which the difference is smallest."""
        return (_months(self.months)[0] + _working_days(self.working_days)[0]) * DAY * 60 + self.minutes

    @property
    def most(self) -> int:
        """Minutes, counted from the day from which the difference is largest."""
        return (_months(self.months)[1] + _working_days(self.working_days)[1]) * DAY * 60 + self.minutes


def surely_longer(first: Limit, other: Limit) -> bool:
    """Whether one length is longer than another from whatever day both are counted.

    There is a weekend in each week: so of working days it is enough that they are never shorter, and at times longer.
    """
    difference = _difference(first, other)
    return difference.least > 0 or (difference.working_days != 0 and difference.least == 0 < difference.most)


def surely_equal(first: Limit, other: Limit) -> bool:
    """Whether two lengths end together from whatever day both are counted: `P4W` and `P28D`, `P12M` and `P1Y`."""
    difference = _difference(first, other)
    return difference.least == difference.most == 0


def surely_different(first: Limit, other: Limit) -> bool:
    """Whether one of two lengths is longer than the other from whatever day both are counted."""
    return surely_longer(first, other) or surely_longer(other, first)


def _difference(limit: Limit, other: Limit) -> _Difference:
    return _Difference(*(a - b for a, b in zip(_parts(limit), _parts(other), strict=True)))


def _parts(limit: Limit) -> tuple[int, int, int]:
    """Months, working days and minutes, which no calendar can turn into each other."""
    return (0, limit.working_days, 0) if isinstance(limit, WorkingDays) else (limit.months, 0, limit.minutes)


def _months(count: int) -> Days:
    """The days of so many months that follow each other."""
    if count < 0:
        least, most = _months(-count)
        return -most, -least
    return _consecutive(count)


@cache
def _consecutive(count: int) -> Days:
    cycles, rest = divmod(count, CYCLE)
    firsts = _first_days()
    lengths = [firsts[start + rest] - firsts[start] for start in range(CYCLE)] if rest else [0]
    return cycles * firsts[CYCLE] + min(lengths), cycles * firsts[CYCLE] + max(lengths)


@cache
def _first_days() -> tuple[int, ...]:
    """The day on which each month of two cycles begins, counted from the first."""
    firsts = [date(month // 12 + 1, month % 12 + 1, 1).toordinal() - 1 for month in range(CYCLE)]
    days = date(CYCLE // 12 + 1, 1, 1).toordinal() - 1
    return (*firsts, *(days + first for first in firsts))


def _working_days(count: int) -> Days:
    """The days in which so many working days pass: none of them, or weekends and bank holidays, may fall in between.

    At the least five begin on a Monday and end on the Friday, counted from the Sunday. At the most three bank holidays
    fall together, as at Christmas and New Year, and one more in each four weeks.
    """
    if count < 0:
        least, most = _working_days(-count)
        return -most, -least
    if count == 0:
        return 0, 0
    with_holidays = count + 3 + count // 20
    return count + 2 * ((count - 1) // 5), with_holidays + 2 * -(-with_holidays // 5)


def limit_words(limit: Limit) -> str:
    """A length as it was agreed, in words: `1 year 2 months`, `36 hours`, `5 working days`."""
    if not isinstance(limit, Duration):
        return str(limit)
    units = ("year", "month", "week", "day", "hour", "minute")
    parts = [
        f"{count} {unit}{'' if count == 1 else 's'}" for count, unit in zip(limit.parts, units, strict=True) if count
    ]
    return " ".join(parts) or "no time at all"
