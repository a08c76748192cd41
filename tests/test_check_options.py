"""What `check` takes beside paths: a threshold of never, counts, silence, and a text on standard input."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sharecheck.cli import cli
from tests.test_cli import AREA, PATHWAY
from tests.test_since import PROTOCOL

BROKEN = "sharecheck: protocol/1\nid: x\nflwos: []\n"
LATE = PROTOCOL.replace("within: P2D", "within: P30D")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, text in {"area": AREA, "pathway": PATHWAY, "handover": LATE}.items():
        (tmp_path / f"{name}.yaml").write_text(text)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def check(*words: str, text: str = "") -> tuple[int, Result]:
    done = CliRunner().invoke(cli, ["check", "--as-of", "2026-11-22", *words], input=text, standalone_mode=False)
    return getattr(done.exception, "exit_code", done.return_value), done


def test_no_finding_fails_a_run_that_never_fails(folder: Path) -> None:
    assert check("--select", "GAP")[0] == 1
    assert check("--select", "GAP", "--fail-on", "never")[0] == 0
    (folder / "sharecheck.toml").write_text('fail-on = "never"\n')
    assert check("--select", "GAP")[0] == 0
    assert check("--select", "GAP", "--fail-on", "error")[0] == 1


def test_a_file_that_is_not_understood_fails_it_all_the_same(folder: Path) -> None:
    (folder / "broken.yaml").write_text(BROKEN)
    assert check("--fail-on", "never")[0] == 1


def test_statistics_count_findings_by_rule(folder: Path) -> None:
    status, done = check("--select", "GAP", "--statistics")
    assert (status, done.stdout.splitlines()) == (
        1,
        ["     2 error       GAP01 Knowledge arrives too late", "3 files checked: 1 error, 1 information"],
    )


def test_quiet_prints_findings_alone_and_nothing_where_there_are_none(folder: Path) -> None:
    loud = check("--select", "GAP", "--output-format", "concise")[1]
    quiet = check("--select", "GAP", "--output-format", "concise", "--quiet")[1]
    assert (quiet.stdout, quiet.stderr) == (loud.stdout, "")
    assert check("--select", "GAP08", "-q")[1].output == ""


def test_quiet_still_says_what_was_not_looked_at(folder: Path) -> None:
    (folder / "broken.yaml").write_text(BROKEN)
    assert "1 file was not looked at: broken.yaml (DOC06)" in check("-q")[1].output


def test_a_text_on_standard_input_is_looked_at_by_itself(folder: Path) -> None:
    status, done = check("-", "--output-format", "concise", text=BROKEN)
    assert (status, done.stdout) == (1, "<stdin>:3:1: DOC06 `flwos` is not a key\n")


@pytest.mark.parametrize("name", ["handover.yaml", "./handover.yaml"])
def test_a_text_on_standard_input_takes_the_place_of_its_file(folder: Path, name: str) -> None:
    """As an editor asks, which has not saved yet."""
    words = ("-", ".", "--select", "GAP", "--stdin-filename", name)
    assert check(*words, text=PROTOCOL)[0] == 0
    assert check(*words, text=LATE)[0] == 1


def test_the_name_of_the_text_decides_on_its_format_and_settings(folder: Path) -> None:
    (folder / "drafts").mkdir()
    (folder / "drafts" / "sharecheck.toml").write_text('ignore = ["GOV", "TIM", "RTS", "LIF", "LAW", "FBK", "SEC"]\n')
    text = '{"sharecheck": "protocol/1", "id": "x", "flows": []}'
    assert check("-", "--stdin-filename", "drafts/x.json", "--output-format", "concise", text=text)[0] == 0
    excluded = check("-", "--stdin-filename", "drafts/x.json", "--exclude", "drafts/", text=text)
    assert (excluded[0], "excluded" in excluded[1].output) == (3, True)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            ("-", "--fix"),
            "`-` is the text on standard input, and does not go together with `--fix`: leave one of them out",
        ),
        (("--stdin-filename", "x.yaml"), "`--stdin-filename` names the text on standard input: add `-` to the paths"),
        (
            ("--statistics", "--output-format", "json"),
            "`--statistics` is for people, and does not go together with `--output-format json`: leave one of them out",
        ),
    ],
)
def test_what_does_not_go_together_is_told(folder: Path, words: tuple[str, ...], message: str) -> None:
    status, done = check(*words)
    assert (status, getattr(done.exception, "message", "")) == (2, message)


def test_a_need_that_was_kept_when_the_baseline_was_written_is_a_new_loss(folder: Path) -> None:
    (folder / "handover.yaml").write_text(PROTOCOL)
    useful = PATHWAY.replace("weight: critical", "weight: useful")
    (folder / "pathway.yaml").write_text(useful)
    assert check("--write-baseline", "known.json")[0] == 0
    words = (".", "--baseline", "known.json", "--output-format", "concise", "--ignore", "GOV,LAW,RTS,LIF,SEC,FBK,TIM")
    assert check(*words)[0] == 0
    (folder / "handover.yaml").write_text(LATE)
    status, done = check(*words)
    assert (status, done.output.count("WKR26")) == (1, 2)
    assert "WKR" not in check("handover.yaml", *words[1:])[1].output, "one file says nothing of the whole area"
    (folder / "handover.yaml").unlink()
    (line,) = [line for line in check(*words)[1].output.splitlines() if "WKR26" in line]
    assert line.endswith("(and 1 more: `growth`)")
    (folder / "area.yaml").unlink()
    status, done = check(*words)
    assert (status, "WKR28" in done.output) == (1, True)


def test_a_baseline_takes_the_place_of_a_baseline_and_of_nothing_else(folder: Path) -> None:
    before = (folder / "pathway.yaml").read_text()
    status, done = check("--write-baseline", "pathway.yaml")
    assert (status, "is there and is no baseline" in str(done.exception)) == (2, True)
    assert (folder / "pathway.yaml").read_text() == before
    (folder / "known.json").touch()
    assert check("--write-baseline", "known.json")[0] == 0
    assert check("--write-baseline", "known.json")[0] == 0
