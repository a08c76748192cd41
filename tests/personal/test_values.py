"""A file is refused also for what becomes whole only when it is read, and nothing of it is kept."""

from pathlib import Path

import pytest

from sharecheck import reading

HEAD = "sharecheck: protocol/1\nid: x\nflows: []\n"
NUMBER = "999" + "000" + "0018"
PAIR = r"\ud835\udfd7"  # a bold nine, as JSON may write it
TEXTS = {
    "an escape": rf'{HEAD}purpose: "\x39{NUMBER[1:3]} {NUMBER[3:6]} {NUMBER[6:]}"',
    "a continued string": f'{HEAD}purpose: "{NUMBER[:3]} {NUMBER[3:6]} \\\n   {NUMBER[6:]}"',
    "a folded scalar": f"{HEAD}purpose: >\n  {NUMBER[:3]} {NUMBER[3:6]}\n\n  {NUMBER[6:]}",
    "a plain scalar over lines": f"{HEAD}purpose: seen {NUMBER[:3]}\n  {NUMBER[3:6]}\n  {NUMBER[6:]}",
    "quotes in quotes": f"{HEAD}nhs-number: '{NUMBER[:4]}''{NUMBER[4:7]}''{NUMBER[7:]}'",
    "a number of base 16": f"{HEAD}nhs-number: {int(NUMBER):#x}",
    "a number of base 8": f"{HEAD}nhs-number: {int(NUMBER):#o}",
    "a number with an exponent": f"{HEAD}nhs-number: {NUMBER[0]}.{NUMBER[1:]}e9",
    "a number with a point": f"{HEAD}nhs-number: {NUMBER}.0",
    "a key": rf'{HEAD}"\x39{NUMBER[1:]}": seen',
    "a number in a word": f"{HEAD}id: child{NUMBER}",
    "a broken file": rf'{HEAD}title: [ "\x39{NUMBER[1:]}"',
    "a comment": f"{HEAD}# child{NUMBER}",
}
JSON = {
    "escapes": '"purpose": "' + "".join(f"\\u{ord(digit):04x}" for digit in NUMBER) + '"',
    "half characters": f'"purpose": "{PAIR}{NUMBER[1:]}"',
    "a key": f'"{PAIR}{NUMBER[1:]}": 1',
    "an exponent": f'"nhs-number": {NUMBER[:5]}.{NUMBER[5:]}E5',
}


@pytest.mark.parametrize(
    ("name", "text"),
    [("x.yaml", text) for text in TEXTS.values()]
    + [("x.json", f'{{"sharecheck": "protocol/1", "id": "x", "flows": [], {text}}}') for text in JSON.values()],
    ids=[*TEXTS, *JSON],
)
def test_a_file_is_refused_for_what_is_read(name: str, text: str) -> None:
    document = reading.read_bytes(Path(name), text.encode())
    assert {problem.kind for problem in document.problems} == {"real-data"}
    assert document.shape is None
    assert NUMBER[6:] not in document.text
    assert reading.read_bytes(Path(name), document.text.encode()).problems != document.problems


def test_a_file_that_lost_its_first_line_is_refused_as_well() -> None:
    text = f'id: x\ntitle: y\nnhs-number: "\\x39{NUMBER[1:]}"\nflows:\n  - {{from: a, to: b, within: P1D}}\n'
    document = reading.read_bytes(Path("x.yaml"), text.encode(), named=True)
    assert {problem.kind for problem in document.problems} == {"real-data"}


def test_a_label_in_a_key_counts_for_its_value() -> None:
    document = reading.read_bytes(Path("x.yaml"), f'{HEAD}uprn: "\\x39{NUMBER[1:]}"'.encode())
    assert "real-data" not in {problem.kind for problem in document.problems}


def test_escapes_alone_do_no_harm() -> None:
    text = f'{HEAD}title: "caf\\xe9 \\u2013 0x10, 0e1"\n'
    assert reading.read_bytes(Path("x.yaml"), text.encode()).problems == ()


def test_of_a_value_in_which_a_number_stands_as_it_is_only_the_number_is_crossed_out() -> None:
    document = reading.read_bytes(Path("x.yaml"), f'{HEAD}purpose: "as for {NUMBER}, late"'.encode())
    assert document.text == f'{HEAD}purpose: "as for xxxxxxxxxx, late"'


def test_what_is_written_in_another_way_is_crossed_out_beside_a_number_that_is_not() -> None:
    document = reading.read_bytes(Path("x.yaml"), f"{HEAD}a: {NUMBER}\nnhs-number: {int(NUMBER):#x}\n".encode())
    assert document.text == f"{HEAD}a: xxxxxxxxxx\nnhs-number: {'x' * len(f'{int(NUMBER):#x}')}\n"
