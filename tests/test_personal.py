"""What looks like data of a real person is found, refused, and never repeated; what is something else is left alone."""

import os
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from sharecheck import Workspace, check, reading
from sharecheck.cli import cli
from sharecheck.personal import masked, maybe, personal
from sharecheck.personal.search import search

ROOT = Path(__file__).parent.parent
TODAY = date(2026, 11, 22)
HEAD = "sharecheck: protocol/1\nid: x\nflows: []\n"


def with_check_digit(nine: int) -> str | None:
    """An NHS number, if these nine digits can begin one."""
    digits = f"{nine:09d}"
    last = -sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=True)) % 11
    return None if last == 10 else f"{digits}{last}"


NHS_NUMBERS = st.integers(400_000_000, 999_999_999).map(with_check_digit).filter(bool)
LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
DATES = st.dates(date(1990, 1, 1), date(2030, 12, 31))


@given(
    NHS_NUMBERS, st.sampled_from(["{}{}{}", "{} {} {}", "{}-{}-{}", "{}–{}–{}", "{} {} {}", "{}  {}  {}", "{}{} {}"])
)
def test_an_nhs_number_is_crossed_out_however_it_is_grouped(number: str, form: str) -> None:
    written = form.format(number[:3], number[3:6], number[6:])
    before = "purpose: as in the case of "
    assert masked(f"{before}{written}, 2 days late") == f"{before}{form.format('xxx', 'xxx', 'xxxx')}, 2 days late"


@given(st.integers(0, 9_999_999_999).map(lambda number: f"{number:010d}"))
def test_ten_digits_are_found_if_and_only_if_the_last_one_checks_the_others(digits: str) -> None:
    given_out = digits[0] >= "3" or ("01" <= digits[:2] <= "31" and "01" <= digits[2:4] <= "12")  # or a Scottish one
    hour = digits[:2] in ("19", "20")
    if not hour:
        found = [one.sort for one in personal(f"number: {digits}")]
        right = given_out and with_check_digit(int(digits[:9])) == digits
        assert found == (["nhs-number"] if right else [])


@given(st.integers(0, 99_999_999_999), st.sampled_from([*"0123456789", *LETTERS]), st.booleans())
def test_a_pupil_number_is_found_by_its_check_letter_alone(digits: int, last: str, small: bool) -> None:
    middle = f"{digits:011d}"
    value = int(last) if last.isdigit() else LETTERS.index(last)
    right = LETTERS[(sum(int(one) * weight for weight, one in enumerate(middle, 2)) + value * 13) % 23]
    for letter in LETTERS:
        number = f"{letter}{middle}{last}"
        text = f"upn: {number.lower() if small else number}"
        assert [one.sort for one in personal(text)] == (["pupil-number"] if letter == right else [])


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("# Ella Smith, born 12/03/2023", "# xxxx xxxxx, born xx/xx/xxxx"),
        ("Ella Smith (DOB 2023-03-12)", "xxxx xxxxx (DOB xxxx-xx-xx)"),
        ("Baby Smith, born 12/03/2023", "xxxx xxxxx, born xx/xx/xxxx"),
        ("12 March 2023 (date of birth), Ella Mae Smith", "xx xxxxx xxxx (date of birth), xxxx xxx xxxxx"),
        ("child: Ella\ndate-of-birth: 2023-03-12", "child: xxxx\ndate-of-birth: xxxx-xx-xx"),
        ('"dob": "12.3.23",\n"surname": "O\'Neil"', '"dob": "xx.x.xx",\n"surname": "x\'xxxx"'),
        ("id: child-9434765919", "id: child-xxxxxxxxxx"),
        ("9434765919: a key", "xxxxxxxxxx: a key"),
        ('"nhs-number": 9434765919', '"nhs-number": xxxxxxxxxx'),
        ("https://records.example/?nhs=9434765919", "https://records.example/?nhs=xxxxxxxxxx"),
        ("NHS9434765919", "NHSxxxxxxxxxx"),
        ("two: 943 476 5919, 943 476 5870", "two: xxx xxx xxxx, xxx xxx xxxx"),
        ('"943\\u2011476\\u20115919"', '"xxx\\xxxxxxxx\\xxxxxxxxx"'),
        ("2026-09-28 943 476 5919 2026-09-28", "2026-09-28 xxx xxx xxxx 2026-09-28"),
        ("9434765919,9434765870", "xxxxxxxxxx,xxxxxxxxxx"),  # a table with commas
        ("999 000 0018 943 476 5919", "xxx xxx xxxx xxx xxx xxxx"),  # `0018 ` is no beginning of a telephone number
        ("NHS no. 943 476 5919\t943 476 5870.943 476 5919", "NHS no. xxx xxx xxxx\txxx xxx xxxx.xxx xxx xxxx"),
    ],
)
def test_what_is_found_is_crossed_out_and_nothing_else(text: str, left: str) -> None:
    assert masked(text) == left


def test_where_looking_again_does_not_end_all_is_crossed_out(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "9434765919.4505577104 nhs number, of Ann"
    assert masked(text) == "xxxxxxxxxx.xxxxxxxxxx nhs number, of Ann"
    monkeypatch.setattr("sharecheck.personal._MAX_LOOKS", 1)
    assert masked(text) == "xxxxxxxxxx.xxxxxxxxxx xxx xxxxxx, xx xxx"


@pytest.mark.parametrize(
    "text",
    [
        "telephone 0161 496 0000",
        "+44 (0)161 496 0000",
        "tel: +44 9434765919",
        "fax 943 476 5919",
        "ISBN 0198526636",
        "DPIA-9434765919 and ISA-9434765919",
        "https://www.example.org/documents/9434765919.pdf",
        "ICO registration Z1234567",
        "0000000000",
        "2026112207",
        "card 4929 4347 6591 9012",
        "version 1.9434765919",
        "550e8400-e29b-41d4-a716-446655440000",
        "a9434765919f",
        "for children born after 2027-03-05, says the Early Years Board",
        "born 1 September 2020 to 31 August 2021",
        "Northshire Council decided on 12/03/2023",
        "Birth Notification Service, date of birth 2023-03-12",
        "Jane Brown signed on 2026-09-28",
        "newborn 2026-09-28 Mary Brown",
        "Flying Start is for children born on 1 September 2024 or later",
        "Healthy Child Programme, North Wales: children born on 2024-09-01",
        "children born on 2023-04-01 (Summer Term)",
    ],
)
def test_what_is_something_else_is_left_alone(text: str) -> None:
    assert masked(text) == text


@given(DATES, DATES, st.datetimes(datetime(2000, 1, 1), datetime(2099, 1, 1)), st.integers(0, 99), st.integers(0, 9999))
def test_days_hours_and_versions_are_left_alone(one: date, two: date, when: datetime, major: int, minor: int) -> None:
    days = f"{one} {two}\n{one:%d/%m/%Y}-{two:%d/%m/%Y}\n{one:%Y%m%d} {when:%Y%m%d%H}\n{when.isoformat()}"
    assert search(f"{days}\n{major}.{minor}.{minor}") == ()


@given(
    st.integers(0, 999_999_999), st.sampled_from(["0{} {} {}", "0{}{}{}", "+44 {} {} {}", "+44{}{}{}", "0044 {}{}{}"])
)
def test_telephone_numbers_are_left_alone(number: int, form: str) -> None:
    digits = f"1{number:09d}"
    assert search("ring " + form.format(digits[:3], digits[3:6], digits[6:])) == ()


@given(st.text(alphabet="0123456789 -abN\nborn/:.,\\u", max_size=80))
def test_the_quick_look_misses_nothing(text: str) -> None:
    if search(text):
        assert maybe(text.encode())


@given(st.text(alphabet="0123456789 -", max_size=60))
def test_a_text_keeps_its_length_and_what_was_crossed_out_is_gone(text: str) -> None:
    left = masked(text)
    assert len(left) == len(text)
    assert personal(left) == ()


def test_nothing_is_found_in_what_is_here() -> None:
    folders = (ROOT / "protocols", ROOT / "schemas", ROOT / "src/sharecheck/standards")
    paths = (path for folder in folders for path in folder.rglob("*.*") if path.is_file() and path.suffix != ".pyc")
    texts = {path: path.read_text() for path in paths}
    assert [(path, found) for path, text in texts.items() if (found := personal(text))] == []


SECRETS = ("943 476 5919", "9434765919", "Ella", "Smith", "12/03/2023", "476")
TEXTS = {
    "a value": f'{HEAD}purpose: "943 476 5919"\n',
    "a comment": f"{HEAD}# 943 476 5919\n",
    "a key": f"{HEAD}943-476-5919: x\n",
    "a file that is broken": f"{HEAD}title: [943 476 5919\n",
    "a file of another shape": f"{HEAD}titel: 9434765919\nflows: 9434765919\n",
    "an exception": f"{HEAD}# sharecheck: file-ignore[DOC07] 9434765919 agreed by the board, until 2027-03-31\n",
    "a name": f"{HEAD}purpose: Ella Smith, born 12/03/2023\n",
    "json": '{"sharecheck": "protocol/1", "id": "x", "flows": [], "purpose": "943 476 5919"}',
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("output", ["full", "concise", "json"])
def test_a_file_with_real_data_is_refused_and_nothing_repeats_it(text: str, output: str, tmp_path: Path) -> None:
    path = tmp_path / "children.yaml"
    path.write_text(text)
    result = CliRunner().invoke(cli, ["check", str(path), "--output-format", output], standalone_mode=False)
    assert result.return_value == 1
    assert "DOC07" in result.output
    assert [secret for secret in SECRETS if secret in result.output] == []


def test_a_refused_file_says_nothing_else() -> None:
    document = reading.read_bytes(Path("x.yaml"), f"{HEAD}wrong: 9434765919\n".encode())
    result = check(Workspace([document], TODAY))
    assert [one.rule.id for one in result.diagnostics] == ["DOC07"]
    assert "943" not in repr(vars(document))


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "9434765919.yaml"],
        ["check", "--select", "9434765919"],
        ["check", "--settings", "9434765919.toml"],
        ["check", "--9434765919"],
        ["check", "folder"],
        ["trace", "9434765919", "--to", "9434765919", "folder"],
        ["what-if", "--without", "party:9434765919", "folder"],
        ["cliffs", "folder"],
        ["weak-points", "folder"],
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("debug", ["", "1"])
def test_no_command_repeats_it(arguments: list[str], debug: str, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "child-943-476-5919.yaml").write_text(f"{HEAD}purpose: 943 476 5919\n")
    environment = os.environ | {"SHARECHECK_DEBUG": debug}
    done = subprocess.run(
        [sys.executable, "-m", "sharecheck", *arguments],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    said = done.stdout + done.stderr
    assert said
    assert [secret for secret in SECRETS if secret in said] == []


def test_no_setting_and_no_baseline_lets_it_pass(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text(f"{HEAD}purpose: 943 476 5919\n")
    (tmp_path / "sharecheck.toml").write_text('ignore = ["DOC07"]\nper-file-ignores = {"*" = ["DOC07"]}\n')
    known = tmp_path / "known.json"
    run = CliRunner().invoke
    assert run(cli, ["check", str(tmp_path)], standalone_mode=False).return_value == 1
    refused = run(cli, ["check", str(tmp_path), "--write-baseline", str(known)])
    assert "no baseline was written" in refused.output
    assert not known.exists()
