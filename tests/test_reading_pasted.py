"""Text from a word processor: its quotes, spaces and dashes look right, and are told by name, with what to type."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharecheck.reading import pasted
from tests.test_reading import document, told

NBSP, HYPHEN = "\u00a0", "\u2011"
SPACE_HELP = "replace it with a space: some editors show it when they show white space"
PASTED = " in it, from a word processor"
A_NAME = " (a name has lower-case letters from a to z, digits and hyphens)"
TYPE_ANEW = "type it anew: straight double quotes, a plain space, or a hyphen"


def test_spaces_and_dashes_that_hold_the_file_together_are_told_once_each_and_nothing_that_follows_from_them() -> None:
    text = f"sharecheck:{NBSP}protocol/1\nid:{NBSP}x\nflows:\n{NBSP}{NBSP}– id: a\n{NBSP * 4}from: b\n{NBSP * 4}to: c\n"
    assert told(text) == [
        "1:12 syntax: a no-break space, as word processors write it, where a space has to be, here and in 4 other "
        f"places; {SPACE_HELP}",
        "4:3 syntax: a dash or a dot, as word processors write it, where an entry of a list begins; "
        "write a hyphen and a space: `- `",
    ]
    assert document(text).kind == "protocol/1"


def test_what_is_wrong_besides_is_told_with_it() -> None:
    assert told(f"sharecheck: protocol/1\nid: x\ntilte:{NBSP}y\nflows: []\n") == [
        "3:1 unknown-key: `tilte` is not a key; did you mean `title`?",
        f"3:7 syntax: a no-break space, as word processors write it, where a space has to be; {SPACE_HELP}",
    ]


def test_curly_quotes_do_not_hold_a_text_with_a_colon_together() -> None:
    assert told("sharecheck: protocol/1\nid: x\ntitle: “One: two”\nflows: []\n") == [
        "3:8 syntax: curly quotes, as word processors write them, where straight ones have to be; "
        'type straight quotes: `"`'
    ]


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (
            "area: “northshire”",
            f"`“northshire”`, which is not a name: it has curly quotes{PASTED}; did you mean `northshire`?{A_NAME}",
        ),
        (
            "area: north–shire",
            f"`north–shire`, which is not a name: it has an en dash{PASTED}; did you mean `north-shire`?{A_NAME}",
        ),
        (
            f"area: north{HYPHEN}shire",
            f"`north{HYPHEN}shire`, which is not a name: it has a non-breaking hyphen{PASTED}; "
            f"did you mean `north-shire`?{A_NAME}",
        ),
        (
            f"area: northshire{NBSP}",
            f"`northshire{NBSP}`, which is not a name: it has a no-break space{PASTED}; "
            f"did you mean `northshire`?{A_NAME}",
        ),
        (
            "area: north\u200bshire",
            f"`north\u200bshire`, which is not a name: it has a character that cannot be seen{PASTED}; "
            f"did you mean `northshire`?{A_NAME}",
        ),
        (
            "review: “2027-03-31”",
            f"`“2027-03-31”`, which is not a date: it has curly quotes{PASTED}; did you mean `2027-03-31`?",
        ),
        ("area: Santé", f"`Santé`, which is not a name; did you mean `sante`?{A_NAME}"),
        ("area: Ynys Môn", f"`Ynys Môn`, which is not a name; did you mean `ynys-mon`?{A_NAME}"),
        (
            "area: King’s Lynn",
            f"`King’s Lynn`, which is not a name: it has curly quotes{PASTED}; did you mean `kings-lynn`?{A_NAME}",
        ),
    ],
)
def test_a_value(value: str, said: str) -> None:
    key = value.partition(":")[0]
    (line,) = told(f"sharecheck: protocol/1\nid: x\n{value}\nflows: []\n")
    assert line.partition(": ")[2] == f"`{key}` is {said}"


def test_a_word_of_a_list_of_words_and_a_key() -> None:
    assert told(f"sharecheck: protocol/1\nid: x\nstatus: ‘in{HYPHEN}force’\nflows: []\nencoded–from: y\n") == [
        f"3:9 wrong-shape: `status` cannot be `‘in{HYPHEN}force’`: it has curly quotes in it, from a word processor; "
        "did you mean `in-force`?",
        "5:1 unknown-key: `encoded–from` is not a key: it has an en dash in it, from a word processor; "
        "did you mean `encoded-from`?",
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            '{"sharecheck": "protocol/1", “id”: "x"}',
            f"1:30 syntax: curly quotes, as word processors write them; {TYPE_ANEW}",
        ),
        ('{"sharecheck": “protocol/1”}', f"1:16 syntax: curly quotes, as word processors write them; {TYPE_ANEW}"),
        (
            f'{{"sharecheck": "protocol/1",{NBSP}"id": "x"}}',
            f"1:29 syntax: a no-break space, as word processors write it; {TYPE_ANEW}",
        ),
    ],
)
def test_json(text: str, said: str) -> None:
    assert told(text, "x.json") == [said]


@pytest.mark.parametrize(
    "text",
    [
        "title: “Births”",
        "title: “Births”, and what follows",
        f"title: 10{NBSP}mg – or more",
        f"purpose: |\n  {NBSP}– a list in a text",
    ],
)
def test_what_an_author_writes_in_a_text_is_no_mistake(text: str) -> None:
    assert told(f"sharecheck: protocol/1\nid: x\n{text}\nflows: []\n") == []


def test_and_none_when_something_else_is_wrong() -> None:
    text = f"sharecheck: protocol/1\nid: x\npurpose: |\n  {NBSP}– a list in a text\nstatus: xyz\nflows: []\n"
    assert [line.partition(":")[0] for line in told(text)] == ["5"]


@given(st.text("ab:-“”‘’\u00a0\u2003 \n–•[]{},#'\"", max_size=60))
def test_no_place_moves(text: str) -> None:
    without, _ = pasted.quotes(pasted.signs(text)[0])
    assert len(without) == len(text)
    assert [index for index, sign in enumerate(without) if sign == "\n"] == [
        index for index, sign in enumerate(text) if sign == "\n"
    ]
