"""The search for data of a real person; what is found, and what is passed over, the package says."""

from collections.abc import Iterator
from itertools import chain

from sharecheck.personal import Personal
from sharecheck.personal.births import birth_dates
from sharecheck.personal.numbers import nhs_numbers
from sharecheck.personal.pupils import hospital_numbers, learner_numbers, pupil_numbers
from sharecheck.personal.tables import births_in_columns
from sharecheck.personal.view import View, view


def search(text: str) -> tuple[Personal, ...]:
    """All that is found in a text, in its order, none within another."""
    kept: list[Personal] = []
    for found in sorted(_all(view(text))):
        if not kept or found.start >= kept[-1].end:
            kept.append(found)
    return tuple(kept)


def _all(seen: View) -> Iterator[Personal]:
    for start, end in nhs_numbers(seen.text):
        yield Personal(*seen.span(start, end), "nhs-number")
    for start, end in pupil_numbers(seen.text):
        yield Personal(*seen.span(start, end), "pupil-number")
    for start, end in learner_numbers(seen.text):
        yield Personal(*seen.span(start, end), "learner-number")
    for start, end in hospital_numbers(seen.text):
        yield Personal(*seen.span(start, end), "hospital-number")
    for date, name in chain(birth_dates(seen.text), births_in_columns(seen.text)):
        yield Personal(*seen.span(*date), "birth-date")
        yield Personal(*seen.span(*name), "name")
