"""Whatever a file says, no command prints it raw: here each text of each kind of document is hostile."""

import json
import re
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from sharecheck.cli.group import run
from sharecheck.model import KINDS, Shape
from sharecheck.report.formats import REPORTS
from sharecheck.report.style import without_commands
from tests.planting import (
    CONTROL,
    DOCUMENTS,
    KEPT,
    NUMBER,
    hostile_names,
    planted_keys,
    text_keys,
    write,
    write_earlier,
)
from tests.settings.files import run as run_words

DAY = "2026-11-22"
SHARED = ("pathway.json", "catalogue.json", "sources.json", "law.json", "clauses.json")

WORDS: dict[str, list[list[str]]] = {
    "report": [["check"], ["check", "--coverage"], ["check", "--each"]],
    "trace": [["trace", item, "--to", "hv"] for item in ("birth-details", "local-item")],
    "journeys": [["journey"]],
    "story": [["journey", "ann", "--all", "--area", "north"]],
    "witness": [["journey", "--witness", item, "--to", "hv"] for item in ("birth-details", "growth")],
    "what-if": [["what-if", "--without", "flow:handover/summary"], ["what-if", "--as-of", "2027-05-01"]],
    "weak-points": [["weak-points", "--all"]],
    "cliffs": [["cliffs"]],
    "border": [["border", "north", "south"]],
    "borders": [["border", "--all"]],
    "diff": [["diff", "before", "north"]],
    "themes": [["themes"]],
    "repair": [["repair", "--diff", "--time-limit", "5"]],
    "capacity": [["capacity", "--channels"]],
}
"""Command lines for each report of the registry."""
COMMANDS = [
    *(
        [*words, "--output-format", output_format]
        for name, report in REPORTS.items()
        for words in WORDS[name]
        for output_format in report.renderers
    ),
    ["check", "--diff", "--unsafe-fixes"],
    ["check", "--statistics"],
    ["check", "--write-baseline", "known.json"],
    ["check", "--output-file", "report.txt"],
]


@pytest.mark.parametrize("before", ["", " ", "\t", "\u00a0", "\u2003", "\u3000", "\u00a0 \x1b[1m"])
def test_no_line_is_a_command_whatever_blanks_are_before_it(before: str) -> None:
    """The runner of GitHub takes away blanks of any kind before it looks for `::`."""
    assert without_commands(f"a\n{before}::error::x") == f"a\n{before}\\x3a:error::x"


@pytest.fixture(params=[CONTROL, NUMBER], ids=["control characters", "a number"])
def folder(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Documents in which each text is hostile, with an older version of the area `north` in `before`.

    A number is refused where it is read; here the guard sees none, as of a form that nobody has thought of yet.
    """
    monkeypatch.setattr("sharecheck.reading.documents.real_data", lambda *_: [])
    monkeypatch.setattr("sharecheck.reading.documents.real_values", lambda *_: [])
    write(tmp_path, request.param)
    write_earlier(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def hostile(text: str) -> list[str]:
    """What of the planted texts stands raw in a text."""
    raw = "\x1b\\[31;34m|\x1b\\]|[\x07\x9b\u202e\u2028\u200b\r]|##\\[error\\]|999 000 0018|9990000018"
    lines = [line for line in text.split("\n") if re.match(r"(?:\s|\x1b\[[0-9;]*m)*::error", line)]
    return [*re.findall(raw, text), *lines]


def paths(words: list[str]) -> list[str]:
    """The arguments of a command: all files of one area, of two where it looks at two, none where it names its own."""
    if words[0] == "diff" or words[:2] == ["journey", "--output-format"]:
        return []
    both = words[0] in ("border", "themes") or "ann" in words
    return [*SHARED, "north", *(["south", "journey.json"] if both else [])]


def test_each_free_text_of_each_kind_of_document_is_planted() -> None:
    seen: set[type[Shape]] = set()
    every = {found for shape in KINDS.values() for found in text_keys(shape, seen)}
    tried = {found for one in DOCUMENTS.values() for found in planted_keys(KINDS[one["sharecheck"]], one)}
    assert {one["sharecheck"] for one in DOCUMENTS.values()} == set(KINDS)
    assert {found for found in every - tried if found[1] not in KEPT} == set()


@pytest.mark.parametrize("output_format", REPORTS["report"].renderers)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_no_refused_file_has_a_name_or_a_key_that_is_printed_raw(
    name: str, output_format: str, folder: Path, request: pytest.FixtureRequest
) -> None:
    plant = NUMBER if "a number" in request.node.name else CONTROL
    text = json.dumps(hostile_names(DOCUMENTS[name], plant))
    (folder / f"{name}.json").write_text(text.replace("000 0018", "000 00\\u00318"))
    done = run_words("check", ".", "--as-of", DAY, "--output-format", output_format, "--color", "never")
    assert done.exit_code == 1
    assert (hostile(done.stdout), hostile(done.stderr)) == ([], [])
    assert Path(f"{name}.json").name in done.stdout, "the file is told of"


@pytest.mark.parametrize("color", ["always", "never"])
@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_no_command_prints_a_text_raw(
    words: list[str], color: str, folder: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = set(folder.rglob("*.*"))
    monkeypatch.setattr(sys, "argv", ["sharecheck", *words, *paths(words), "--as-of", DAY, "--color", color])
    status = run()
    out, err = capfd.readouterr()
    written = [path.read_text(encoding="utf-8") for path in folder.rglob("*.*") if path not in before]
    assert (status in (0, 1), err if status not in (0, 1) else "") == (True, "")
    assert [hostile(text) for text in (out, err, *written)] == [[] for _ in (out, err, *written)]
    assert color == "always" or "\x1b" not in out + err
    if words[-1] == "json":
        json.loads(out)
    if words[-1] == "svg":
        ElementTree.fromstring(out)


@pytest.mark.parametrize("words", [words for words in COMMANDS if words[-1] not in ("json", "svg")], ids=" ".join)
def test_each_part_of_a_report_makes_its_texts_safe_itself(
    words: list[str], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The last writer would mend what a part forgets, but no longer knows where a text begins and ends."""
    monkeypatch.setattr("sharecheck.cli.streams.printable", lambda text, colour: without_commands(text))
    done = run_words(*words, *paths(words), "--as-of", DAY, "--color", "never")
    assert done.exit_code in (0, 1), done.stderr
    assert (hostile(done.stdout), hostile(done.stderr)) == ([], [])
