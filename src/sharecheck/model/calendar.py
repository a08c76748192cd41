"""Days of the calendar so many days or years away; at either end of the calendar, its last day and its first."""

from datetime import date


def days_later(day: date, days: int) -> date:
    """The day so many days later, or earlier where `days` is negative; never beyond the ends of the calendar."""
    return date.fromordinal(min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal()))


def years_later(day: date, years: int) -> date:
    """The same day so many years later, or earlier; 28 February where the year has no 29th."""
    year = day.year + years
    if year < date.min.year:
        return date.min
    if year > date.max.year:
        return date.max
    try:
        return day.replace(year=year)
    except ValueError:  # 29 February, in a year that has none
        return date(year, 2, 28)
