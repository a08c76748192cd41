"""Names beside dates of birth are found in English and in Welsh; places, bodies and terms are not taken for names."""

from itertools import cycle, product
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sharecheck.personal import masked, maybe, personal
from sharecheck.personal.lexicon import lexicon
from sharecheck.personal.search import search
from tests.personal.corpus import COHORTS, COLUMNS, DATES, GROUPS, NAMED, NAMES, SINGLE

PHRASES = (Path(__file__).parent / "phrases.txt").read_text(encoding="utf-8").splitlines()
"""What agreements, forms and plans say beside a date of birth."""


def sorts(text: str) -> set[str]:
    return {found.sort for found in personal(text)}


@pytest.mark.parametrize("form", NAMED)
def test_no_name_beside_a_date_of_birth_is_missed(form: str) -> None:
    texts = [form.format(name=name, date=date) for name, date in zip(NAMES, cycle(DATES), strict=False)]
    assert [text for text in texts if sorts(text) != {"name", "birth-date"}] == []


@pytest.mark.parametrize("form", COLUMNS)
def test_no_name_in_a_table_with_dates_of_birth_is_missed(form: str) -> None:
    names = [name for name in NAMES if "," not in name or "," not in form]
    texts = [form.format(name=name, date=date) for name, date in zip(names, cycle(DATES[:9]), strict=False)]
    assert [text for text in texts if sorts(text) != {"name", "birth-date"}] == []


@pytest.mark.parametrize("line", PHRASES)
def test_no_office_hospital_programme_or_form_is_taken_for_a_name(line: str) -> None:
    assert personal(line) == ()


@pytest.mark.parametrize(
    "label", ["name: {}\ndob: {}", "name={} dob={}", "child: {}, dob {}", "| name | dob |\n|{}|{}|"]
)
def test_a_name_in_small_letters_is_found_behind_its_label(label: str) -> None:
    assert sorts(label.format("ella smith", "12/03/2023")) == {"name", "birth-date"}


@pytest.mark.parametrize(
    "text",
    [
        "| area | born on or after |\n| Sunnyside | 01/09/2020 |",
        "name,born from\nSunnyside,01/09/2020",
        "the name and the date of birth, which are agreed\nfrom 01/09/2020 on by Sunny Side Board",
        "items: [childs-name, date-of-birth]\neffective: 2026-09-01",
        "name,dob\nFlying Start,01/09/2020",
        "Flying Start\nDOB from 01/09/2020",
        "Ella Smith\nchildren born 01/09/2020",
    ],
)
def test_a_heading_for_days_of_groups_is_not_one_for_persons(text: str) -> None:
    assert personal(text) == ()


@pytest.mark.parametrize("form", NAMED[:10])
@pytest.mark.parametrize("name", NAMES)
def test_nothing_of_a_name_is_left(form: str, name: str) -> None:
    left = masked(form.format(name=name, date=DATES[0]))
    assert [word for word in name.replace(",", "").split() if word[0].isupper() and word in left] == []
    assert DATES[0] not in left


@pytest.mark.parametrize(("form", "date"), list(product(SINGLE, DATES)))
def test_one_name_is_enough_behind_a_key(form: str, date: str) -> None:
    assert sorts(form.format("Ella", date)) == {"name", "birth-date"}


@pytest.mark.parametrize("form", COHORTS)
def test_no_place_and_no_group_of_children_is_refused(form: str) -> None:
    texts = [form.format(group, date) for group, date in zip(GROUPS, cycle(DATES), strict=False)]
    assert [text for text in texts if personal(text)] == []


def test_no_place_that_is_known_is_refused_in_small_letters_or_in_capitals() -> None:
    places = [place.title() for place in lexicon("places")]
    texts = [f"{place}, born 01/09/2020" for name in places for place in (name, name.upper())]
    assert [text for text in texts if personal(text)] == []


def test_a_group_that_is_not_known_is_called_one_to_be_let_through() -> None:
    assert personal("Bright Sparks, born 01/09/2020")
    assert personal("Bright Sparks children born 01/09/2020") == ()


def test_a_name_beside_a_place_is_found_and_the_place_left() -> None:
    assert masked("Tower Hamlets: Ella Smith, born 01/09/2020") == "Tower Hamlets: xxxx xxxxx, born xx/xx/xxxx"


def test_a_name_that_a_body_is_called_by_is_not_refused() -> None:
    assert personal("Mary Seacole Health Centre, born 01/09/2020") == ()


def test_a_date_without_a_name_is_left_alone() -> None:
    assert personal("children born after 01/09/2020, and those with a date of birth of 2020-09-01") == ()


WORDS = (
    *(
        "born",
        "Born on ",
        "Date of birth",
        "dateOfBirth: ",
        "dob",
        "D.O.B. ",
        "b. ",
        "newborn",
        "birth-details",
        "ganwyd ",
    ),
    *(
        "dyddiad geni: ",
        "eni ",
        " ",
        "\n",
        ":",
        "(",
        '"',
        "'",
        "x",
        "was ",
        "1999",
        "12",
        " " * 30,
        "a" * 30,
        "\t",
        "İ",
        "é",
    ),
    *(
        "12/03/2024",
        "2024-03-12",
        "3rd of March 2024",
        "1.2.24",
        "12 medi, 2024",
        "surname: Jones",
        "name,dob\n",
        "|name|born|\n|--|--|\n|",
        "Ella Smith",
        "SMITH, Ella",
    ),
)


@example("b. 12/03/2024 Ella Smith")
@example("'b. 12/03/2024 Ella Smith'")
@example("childBorn: 12/03/2023 Ella Smith")
@given(st.lists(st.sampled_from(WORDS), max_size=20).map("".join))
def test_the_quick_look_misses_no_birth(text: str) -> None:
    if search(text):
        assert maybe(text.encode())


@given(st.lists(st.sampled_from(WORDS), max_size=20).map("".join))
def test_no_birth_is_found_again_in_what_is_masked(text: str) -> None:
    assert "birth-date" not in sorts(masked(text))
