"""Dates of birth and names in columns: a line of headings, and lines with one person each, in the view of a text."""

import re
from collections.abc import Iterator

from sharecheck.personal.births import BIRTH, DATE
from sharecheck.personal.names import NAME_KEYS, Stretch, is_name_of_person, names_beside

_HEADING = 300
"""Characters of a line of headings, at most."""
_ROW = 400
"""Characters of a line below it that are looked at."""
_SIGNS = "|;,"
"""What stands between columns; in the view, a tab is a blank."""
_BIRTH = re.compile(BIRTH, re.IGNORECASE)
_DATE = re.compile(DATE, re.IGNORECASE)
_NAME = re.compile(rf"[\W_]*(?:(?:the|y|yr) )?(?:{NAME_KEYS})[\W_]*", re.IGNORECASE)
_COLUMNS_OF_BLANKS = re.compile(
    rf"[\W_]*(?:(?:{NAME_KEYS})[ ]+(?:{BIRTH})|(?:{BIRTH})[ ]+(?:{NAME_KEYS}))[\W_]*", re.IGNORECASE
)
_COHORT = re.compile(r"\b(?:after|before|from|since|between|until|range|or later|ar ôl|cyn)\b", re.IGNORECASE)
"""Words in the heading of a column of days that are no one's birthday."""


def births_in_columns(text: str) -> Iterator[tuple[Stretch, Stretch]]:
    """Dates of birth and the names in the same line, below headings that say what both are."""
    done = 0
    for word in _BIRTH.finditer(text):
        if word.start() < done:
            continue
        first = max(text.rfind("\n", max(0, word.start() - _HEADING), word.start()) + 1, word.start() - _HEADING, 0)
        last = text.find("\n", word.end(), word.end() + _HEADING)
        if last < 0:
            continue
        done = last
        heading = text[first:last]
        sign = next((sign for sign in _SIGNS if sign in heading), "")
        if any(letter.isdigit() for letter in heading) or _COHORT.search(heading):
            continue
        columns = [number for number, cell in enumerate(heading.split(sign)) if _NAME.fullmatch(cell)] if sign else []
        if columns or (not sign and _COLUMNS_OF_BLANKS.fullmatch(heading)):
            yield from _rows(text, last + 1, sign, columns)


def _rows(text: str, at: int, sign: str, columns: list[int]) -> Iterator[tuple[Stretch, Stretch]]:
    """What stands in the lines from `at` on, up to the first one without a date."""
    while at < len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        row = text[at : min(end, at + _ROW)]
        date = _DATE.search(row)
        if date is None and any(letter.isalnum() for letter in row):
            return
        if date is not None:
            born = (at + date.start(), at + date.end())
            names = _cells(row, at, sign, columns) if sign else names_beside(text, at, *born, min(end, at + _ROW))
            yield from ((born, name) for name in names)
        at = end + 1


def _cells(row: str, at: int, sign: str, columns: list[int]) -> Iterator[Stretch]:
    """The names in the columns for names of one line."""
    start = 0
    for number, cell in enumerate(row.split(sign)):
        name = cell.strip(" \"'`*")
        if number in columns and name and is_name_of_person(name):
            begin = at + start + cell.index(name)
            yield begin, begin + len(name)
        start += len(cell) + len(sign)
