"""NHS numbers and pupil numbers are found however they are written, and never refused for what they are not."""

import sys
from itertools import product
from pathlib import Path
from random import Random
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharecheck.personal import masked, maybe, personal
from sharecheck.personal.search import search
from sharecheck.personal.view import view
from tests.personal.corpus import (
    BARE_SURROUNDINGS,
    LABELLED,
    LABELS,
    SURROUNDINGS,
    USUAL,
    nhs_number,
    references,
    ten,
    things,
    upn,
)

SEED = 20261130


@pytest.mark.parametrize("form", LABELLED)
def test_no_number_behind_its_label_is_missed(form: str) -> None:
    random = Random(SEED)
    texts = [random.choice(SURROUNDINGS).format(label.format(LABELLED[form](nhs_number(random)))) for label in LABELS]
    assert [text for text in texts if not personal(text)] == []


@pytest.mark.parametrize("form", USUAL)
def test_no_number_in_a_usual_form_is_missed_without_a_label(form: str) -> None:
    random = Random(SEED)
    texts = [around.format(USUAL[form](nhs_number(random))) for around in BARE_SURROUNDINGS]
    assert [text for text in texts if not personal(text)] == []


def test_no_ordinary_reference_with_its_label_is_refused() -> None:
    assert [text for text in references(SEED, 4_000) if personal(text)] == []


def test_nothing_is_refused_that_says_by_its_form_what_it_is() -> None:
    assert [text for text in things(SEED, 4_000) if personal(text)] == []


@pytest.mark.parametrize(
    "label",
    ["tel.", "Telephone (office hours):", "ref", "ref:", "UPRN", "created:", "invoice no.", "SNOMED", "REF-", "Ffôn:"],
)
def test_the_way_out_of_a_wrong_refusal_is_to_say_what_the_number_is(label: str) -> None:
    digits = ten(Random(SEED))
    assert personal(f"purpose: see {digits}")
    assert personal(f"purpose: see {label} {digits}".replace("REF- ", "REF-")) == ()


def test_a_grid_reference_is_no_number_of_a_person() -> None:
    digits = nhs_number(Random(SEED), "4")
    assert personal(f"grid ref SD {digits[:3]} {digits[3:6]} {digits[6:]}") == ()
    assert personal(f"as for SD {digits[:3]} {digits[3:6]} {digits[6:]}")


@pytest.mark.parametrize(
    "before",
    [
        *("ref for Ella:", "patient ref", "child's reference", "NHS reference:", "phone the ward about", "ring\n#"),
        *("as the fax said of", "order of the child", "tel. 12, and then", "tel: none\n-"),
    ],
)
def test_a_label_of_something_else_does_not_reach_over_other_words(before: str) -> None:
    assert personal(f"{before} {nhs_number(Random(SEED))}")


@pytest.mark.parametrize(
    "form", ["{}", "upn: {}", "UPN {}", "unique pupil number: {}", "pupil{}", "id: child-{}", "Rhif disgybl unigryw {}"]
)
def test_a_pupil_number_is_found_behind_letters_and_labels(form: str) -> None:
    assert [found.sort for found in personal(form.format(upn(Random(SEED))))] == ["pupil-number"]


def uln(random: Random) -> str:
    """A unique learner number of those that were never given out."""
    while True:
        nine = "9999" + "".join(random.choice("0123456789") for _ in range(5))
        if rest := sum(int(digit) * weight for digit, weight in zip(nine, range(10, 1, -1), strict=True)) % 11:
            return f"{nine}{10 - rest}"


@pytest.mark.parametrize(
    "form",
    ["ULN: {}", "uln {}", '"uln": "{}"', "Unique Learner Number {}", "learner no. {}", "Rhif dysgwr unigryw: {}"],
)
def test_a_learner_number_is_found_behind_its_name(form: str) -> None:
    number = uln(Random(SEED))
    for written in (number, f"{number[:4]} {number[4:7]} {number[7:]}", "-".join(number)):
        assert "learner-number" in {found.sort for found in personal(form.format(written))}
    assert personal(form.format("1234567890")) == ()


@pytest.mark.parametrize(
    "text",
    [
        "MRN: 1234567",
        "mrn 1234567",
        "hospital number: H1234567",
        "Hospital No. 123456",
        "rhif ysbyty 1234567",
        "hospital number of the baby: A123456",
        "Medical record number 12345678",
        "Case note no: 123456",
    ],
)
def test_the_number_of_a_hospital_is_found_behind_its_name(text: str) -> None:
    assert [found.sort for found in personal(text)] == ["hospital-number"]


@pytest.mark.parametrize(
    "text",
    [
        "hospital number 01632960123",
        "hospital number: 12 beds",
        "hospital no. 2023/1234567",
        "case note: see 123456",
        "the hospital, 1234567 km away",
        "MRN",
        "hospital number 1234567 89",
        "unit number 1234567",
    ],
)
def test_what_is_not_surely_the_number_of_a_hospital_is_left_alone(text: str) -> None:
    assert personal(text) == ()


@pytest.mark.parametrize("sign", [" ", "-", ".", "/", "\u00a0", "_"])
def test_behind_its_label_a_pupil_number_may_have_any_signs_in_it(sign: str) -> None:
    number = upn(Random(SEED))
    written = sign.join((number[0], number[1:4], number[4:8], number[8:12], number[12]))
    assert masked(f"UPN: {written}") == f"UPN: {sign.join(('x', 'xxx', 'xxxx', 'xxxx', 'x'))}"


def test_a_reference_that_passes_as_a_pupil_number_can_be_labelled() -> None:
    assert personal(f"ref {upn(Random(SEED))}") == ()
    assert personal(f"on form {upn(Random(SEED))}")


NUMBERS = st.integers(0, 999_999).map(lambda seed: nhs_number(Random(seed)))
TEXT = st.text(alphabet="ab N:,.-/()|#\n\t\"'é–\u00a0\u200b12", max_size=30)


@given(TEXT, st.sampled_from(LABELS), st.sampled_from(sorted(LABELLED)), NUMBERS, TEXT)
def test_what_is_masked_is_not_found_again(before: str, label: str, form: str, number: str, behind: str) -> None:
    text = f"{before}\n{label.format(LABELLED[form](number))}\n{behind}"
    left = masked(text)
    assert len(left) == len(text)
    assert left != text
    assert personal(left) == ()
    assert masked(left) == left


@given(TEXT, st.sampled_from(sorted(USUAL)), NUMBERS, TEXT)
def test_a_number_in_a_usual_form_is_found_in_a_line_of_its_own(
    before: str, form: str, number: str, behind: str
) -> None:
    text = f"{before}\nsee {USUAL[form](number)} now\n{behind}"
    assert personal(text)
    assert personal(masked(text)) == ()


SIGNS = st.text(alphabet=" -./_:|,;()[]\"'·–\t\u00a0\u2011\u200b\u202f", max_size=3)


@given(st.lists(SIGNS, min_size=9, max_size=9), NUMBERS)
def test_behind_a_label_any_signs_may_stand_between_the_digits(signs: list[str], number: str) -> None:
    written = number[0] + "".join(sign + digit for sign, digit in zip(signs, number[1:], strict=True))
    assert personal(f"NHS number: {written}"), written


@given(
    st.lists(st.sampled_from(["NHS ", "no. ", "tel ", "born ", "9", "0", "1", "8", " ", "\\u0039", "％", "９", "\n"]))
)
def test_the_quick_look_misses_nothing(parts: list[str]) -> None:
    text = "".join(parts)
    if search(text):
        assert maybe(text.encode())


def test_every_form_passes_the_quick_look() -> None:
    random = Random(SEED)
    for label, form in product(LABELS, LABELLED.values()):
        assert maybe(label.format(form(nhs_number(random))).encode())


def refused(prefix: str, number: int) -> float:
    """Of ten digits that begin so and have no label, how many in a hundred are refused."""
    room = 10 ** (10 - len(prefix))
    tails = (index * 6_180_339_887 % room for index in range(number))  # spread evenly, whatever the number of them
    return 100 * sum(bool(personal(f"see {prefix}{tail:0{10 - len(prefix)}d}")) for tail in tails) / number


def test_the_page_says_how_much_was_tried() -> None:
    page = " ".join((Path(__file__).parents[2] / "docs/rules/DOC07.md").read_text(encoding="utf-8").split())
    tried = f"none of {len(LABELS) * len(LABELLED):,} labelled numbers in {len(LABELLED)} written forms was missed"
    assert tried in page
    assert "none of 4,000 ordinary references with their labels was refused" in page
    assert "of a hundred such numbers 7 are refused, 9 of those that begin with 3 to 9, and 1 of the others" in page


def test_how_often_a_bare_number_is_refused_is_as_the_page_says() -> None:
    rates = {prefix: round(refused(prefix, 6_000)) for prefix in ("", "0", "17", "2", "3", "4", "9")}
    assert rates == {"": 7, "0": 1, "17": 1, "2": 1, "3": 9, "4": 9, "9": 9}


@pytest.mark.parametrize("number", ["0123456789", "1234567881", "2034567890"])
def test_behind_its_label_the_check_digit_alone_decides(number: str) -> None:
    """Which numbers are given out today may change; who writes `NHS number` beside one means one."""
    nine = number[:9]
    last = -sum(int(digit) * weight for digit, weight in zip(nine, range(10, 1, -1), strict=True)) % 11
    labelled = f"NHS number: {nine}{last}"
    assert last < 10
    assert masked(labelled) != labelled
    assert masked("NHS number: 0000000000") == "NHS number: 0000000000"


def signs_read_in_another_way() -> list[str]:
    """All signs that a reader takes for another one, or that cannot be seen."""
    signs = (chr(code) for code in range(sys.maxunicode + 1))
    likely = (sign for sign in signs if category(sign)[0] in "CMPZNS" and category(sign) not in ("Cn", "Co", "Cs"))
    fillers = ("\u115f", "\u1160")  # letters that cannot be seen
    return [sign for sign in (*likely, *fillers) if view(f"a{sign}{sign}a").text != f"a{sign}{sign}a"]


def test_the_quick_look_knows_each_sign_that_is_read_in_another_way() -> None:
    texts = (
        "943{0}476{0}5919",
        "9{0}434765919",
        "943476591{0}",
        "bo{0}rn 12/03/2020 Ella Smith",
        "born 12{0}03{0}2020 Ella Smith",
        "born 12/03/20{0}20 Ella Smith",
        "born 12 March{0}20 Ella Smith",
        "date{0}of{0}birth: 12/03/2020 Ella Smith",
        "birth{0}date: 12/03/2020 Ella Smith",
        "d{0}o{0}b 12/03/2020 Ella Smith",
        "born" + "{0}" * 200 + "12/03/2020 Ella Smith",
    )
    written = (text.format(sign) for sign in signs_read_in_another_way() for text in texts)
    assert [text for text in written if not maybe(text.encode()) and search(text)] == []


def test_the_quick_look_reaches_over_the_longest_words_between_birth_and_date() -> None:
    there = f"in Llanfair{'ŵ' * 17} on "
    assert personal(f"born {there * 3}12th of November 2020, Ella Smith")
