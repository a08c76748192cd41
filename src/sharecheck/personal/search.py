"""The search for data of a real person; what is found, and what is passed over, the package says."""

from collections.abc import Iterator

from sharecheck.personal import Personal, heads_columns, holds_digits, names_hospital
from sharecheck.personal.births import birth_dates
from sharecheck.personal.view import View, view


def search(text: str) -> tuple[Personal, ...]:
    """All that is found in a text, in its order, none within another."""
    kept: list[Personal] = []
    for found in sorted(_all(view(text))):
        if not kept or found.start >= kept[-1].end:
            kept.append(found)
    return tuple(kept)


def _all(seen: View) -> Iterator[Personal]:
    """All that is found; patterns for what cannot be there are not even compiled."""
    data = seen.text.encode(errors="surrogatepass")
    if holds_digits(data, 10):
        yield from _numbers(seen)
    if names_hospital(data.lower()) and holds_digits(data, 6):
        from sharecheck.personal.pupils import hospital_numbers

        for start, end in hospital_numbers(seen.text):
            yield Personal(*seen.span(start, end), "hospital-number")
    births = list(birth_dates(seen.text))
    if heads_columns(data):
        from sharecheck.personal.tables import births_in_columns

        births += births_in_columns(seen.text)
    for date, name in births:
        yield Personal(*seen.span(*date), "birth-date")
        yield Personal(*seen.span(*name), "name")


def _numbers(seen: View) -> Iterator[Personal]:
    from sharecheck.personal.numbers import nhs_numbers
    from sharecheck.personal.pupils import learner_numbers, pupil_numbers

    for start, end in nhs_numbers(seen.text):
        yield Personal(*seen.span(start, end), "nhs-number")
    for start, end in pupil_numbers(seen.text):
        yield Personal(*seen.span(start, end), "pupil-number")
    for start, end in learner_numbers(seen.text):
        yield Personal(*seen.span(start, end), "learner-number")
