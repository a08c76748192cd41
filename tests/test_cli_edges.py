"""What a user may ask for and cannot have: said in a line, never passed over."""

import sys
from pathlib import Path

import pytest

from sharecheck.cli.common import NOTHING_TO_CHECK, style
from tests.test_cli import AREA, LEAKY, PATHWAY, run


@pytest.fixture
def area(tmp_path: Path) -> Path:
    for name, text in {"area": AREA, "pathway": PATHWAY, "handover": LEAKY}.items():
        (tmp_path / f"{name}.yaml").write_text(text)
    return tmp_path


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ("--each", "--fail-under", "50"),
            "`--each` looks at each file by itself, and does not go together with `--fail-under`",
        ),
        (("--each", "--coverage"), "`--each` looks at each file by itself, and does not go together with `--coverage`"),
        (("--fail-under", "nan"), "'nan' is not a number of percent"),
        (("--fail-under", "inf"), "inf is not in the range"),
    ],
)
def test_what_cannot_be_had_together_is_refused(area: Path, words: tuple[str, ...], said: str) -> None:
    done = run("check", *words, cwd=area)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


@pytest.mark.parametrize("output_format", ["concise", "json"])
def test_the_tables_go_to_stderr_beside_what_other_programs_read(area: Path, output_format: str) -> None:
    words = ("check", "--select", "GAP07", "--output-format", output_format)
    plain, with_tables = run(*words, cwd=area), run(*words, "--coverage", cwd=area)
    assert with_tables.stdout == plain.stdout
    assert "0 of 2 needs are kept" not in plain.stderr
    assert "0 of 2 needs are kept" in with_tables.stderr


def test_the_way_of_an_item_in_a_folder_that_is_not_there(area: Path) -> None:
    done = run("trace", "growth", "--to", "hv", "missing", cwd=area)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", "Error: missing: there is no such file\n")


def test_the_way_of_an_item_in_an_empty_folder(area: Path) -> None:
    (area / "empty").mkdir()
    done = run("trace", "growth", "--to", "hv", "empty", cwd=area)
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr == f"{NOTHING_TO_CHECK}\n"


def test_the_way_of_an_item_says_which_files_it_does_without(area: Path) -> None:
    (area / "handover.yaml").write_text("sharecheck: protocol/1\nid: [\n")
    done = run("trace", "growth", "--to", "hv", cwd=area)
    assert done.returncode == 1
    assert done.stderr == "handover.yaml is left out: `sharecheck check` says what is wrong with it\n"


@pytest.mark.parametrize(
    ("environment", "terminal", "coloured"),
    [
        ({}, True, True),
        ({}, False, False),
        ({"NO_COLOR": "1"}, True, False),
        ({"NO_COLOR": ""}, True, True),
        ({"FORCE_COLOR": "1"}, False, True),
        ({"FORCE_COLOR": "0"}, True, False),
        ({"FORCE_COLOR": "false"}, True, False),
        ({"FORCE_COLOR": ""}, False, False),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, True, False),
        ({"TERM": "dumb"}, True, False),
        ({"TERM": "dumb", "FORCE_COLOR": "3"}, False, True),
    ],
)
def test_colours_by_convention(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], terminal: bool, coloured: bool
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal)
    assert style("auto").colour is coloured
    assert (style("always").colour, style("never").colour) == (True, False)


def test_nobody_plans_with_the_needs_of_another_pathway(area: Path) -> None:
    (area / "pathway.yaml").unlink()
    done = run("weak-points", cwd=area)
    assert (done.returncode, done.stdout) == (2, "")
    assert "the pathway of `northshire` is not here" in done.stderr
