"""Days as people write them: day first, with the name of the month, with a time and its zone."""

import re

from sharecheck.reading.verdict import is_date

_DAY_FIRST = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})")
_YEAR_FIRST = re.compile(
    r"(?P<year>[0-9]{4})[/.-]?(?P<month>[0-9]{1,2})[/.-]?(?P<day>[0-9]{1,2})"
    r"(?:[Tt ](?P<time>[0-9]{2}(?::?[0-9]{2}(?::?[0-9]{2}(?:[.,][0-9]{1,9})?)?)?)"
    r" ?(?P<zone>Z|z|[+-][0-9]{2}(?::?[0-9]{2})?)?)?"
)
_DAY_AND_WORD = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)?(?: of)?[ -]([a-z]{3,10})[.,]?[ -]([0-9]{4})")
_WORD_AND_DAY = re.compile(r"([a-z]{3,10})\.? ([0-9]{1,2})(?:st|nd|rd|th)?,? ([0-9]{4})")
_MONTHS = (
    ("january", "jan", "ionawr"),
    ("february", "feb", "chwefror"),
    ("march", "mar", "mawrth"),
    ("april", "apr", "ebrill"),
    ("may", "mai"),
    ("june", "jun", "mehefin"),
    ("july", "jul", "gorffennaf"),
    ("august", "aug", "awst"),
    ("september", "sept", "sep", "medi"),
    ("october", "oct", "hydref"),
    ("november", "nov", "tachwedd"),
    ("december", "dec", "rhagfyr"),
)
"""What each month is called, in English, short, and in Welsh."""


def day(text: str) -> str | None:
    """Days first, as they are written in Britain; none where the day hangs on the time zone."""
    text = text.strip()
    if match := _DAY_FIRST.fullmatch(text):
        number, month, year = match.groups()
    elif (match := _YEAR_FIRST.fullmatch(text)) and _is_on_that_day(match["time"], match["zone"]):
        year, month, number = match["year"], match["month"], match["day"]
    elif not match and (found := _worded(text)):
        year, month, number = found
    else:
        return None
    meant = f"{year}-{int(month):02}-{int(number):02}"
    return meant if is_date(meant) else None


def is_sure(text: str) -> bool:
    """Whether one number is plainly the day, none has lost a digit, and no time of day would be lost."""
    if day_first := _DAY_FIRST.fullmatch(text):
        return int(day_first[1]) > 12 or day_first[1] == day_first[2]
    if year_first := _YEAR_FIRST.fullmatch(text):
        full_width = len(year_first["month"]) == len(year_first["day"])
        return full_width and not year_first["zone"] and not (year_first["time"] or "").strip("0:.,")
    return _worded(text) is not None


def has_zone(text: str) -> bool:
    """Whether a text is a time with its zone."""
    match = _YEAR_FIRST.fullmatch(text.strip())
    return match is not None and match["zone"] is not None


def _worded(text: str) -> tuple[str, str, str] | None:
    """Year, month and day of a date with the name of its month: `1st September 2025`."""
    text = " ".join(text.lower().split())
    if match := _DAY_AND_WORD.fullmatch(text):
        number, name, year = match.groups()
    elif match := _WORD_AND_DAY.fullmatch(text):
        name, number, year = match.groups()
    else:
        return None
    month = next((place for place, names in enumerate(_MONTHS, 1) if name in names), None)
    return (year, str(month), number) if month else None


def _is_on_that_day(time: str | None, zone: str | None) -> bool:
    """Whether a time is on the day that is written with it: there, in UTC, and in Britain in summer and in winter.

    A midnight of a summer's day that was exported as UTC is 23:00 of the day before.
    """
    if zone is None or time is None:
        return True
    digits = re.sub("[^0-9]", "", time.partition(".")[0].partition(",")[0]).ljust(4, "0")
    offset = re.sub("[^0-9]", "", zone).ljust(4, "0")
    away = (int(offset[:2]) * 60 + int(offset[2:])) * (-1 if zone[0] == "-" else 1)
    utc = int(digits[:2]) * 60 + int(digits[2:4]) - away
    return utc >= 0 and utc + 60 < 24 * 60
