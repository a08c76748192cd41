"""`check` asked again about the same files answers at once, and never with what no longer holds."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from sharecheck.cli import _status, cache, group
from sharecheck.cli.cache import asked

FLOW = """\
sharecheck: protocol/1
id: midwifery-to-health-visiting
parties: [{id: maternity, service: midwifery}, {id: visitors, service: health-visiting}]
flows:
  - {id: birth-summary, from: maternity, to: visitors, when: {event: birth}, items: [birth-details]}
"""

Asking = Callable[..., tuple[int, str, str]]


class Runs(list[tuple[str, ...]]):
    """The words of each run that was worked out."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = tmp_path / "protocols"
    folder.mkdir()
    (folder / "flow.yaml").write_text(FLOW, encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> Runs:
    runs, run = Runs(), group.run
    monkeypatch.setattr(sys, "argv", ["sharecheck"])

    def noted(question: cache.Asked | None) -> int:
        runs.append(tuple(sys.argv[1:]))
        return run(question)

    monkeypatch.setattr(group, "run", noted)
    return runs


@pytest.fixture
def ask(folder: Path, runs: Runs, capsys: pytest.CaptureFixture[str]) -> Asking:
    def ask(*words: str) -> tuple[int, str, str]:
        sys.argv = ["sharecheck", "check", *words]
        status = _status(sys.argv[1:])
        return status, *capsys.readouterr()

    return ask


def kept(folder: Path) -> list[Path]:
    return sorted((folder.parent / "cache" / "sharecheck").glob("*"))


@pytest.mark.parametrize("words", [(), ("--output-format", "json"), ("--select", "TIM", "flow.yaml"), ("--each", ".")])
def test_says_the_same_again_and_works_it_out_once(ask: Asking, runs: Runs, words: tuple[str, ...]) -> None:
    first = ask(*words)
    assert (ask(*words), len(runs)) == (first, 1)
    assert ask(*words, "--no-cache") == first


def test_keeps_nothing_when_asked_not_to(ask: Asking, runs: Runs, folder: Path) -> None:
    first = ask("--no-cache")
    assert (ask("--no-cache"), len(runs), kept(folder)) == (first, 2, [])


def test_what_writes_a_file_is_done_each_time(ask: Asking, folder: Path) -> None:
    for _ in range(2):
        ask("--write-baseline", "../known.json")
        (folder.parent / "known.json").unlink()
    assert [asked(("check", word)) for word in ("--write-baseline=known.json", "--output-file", "--no-cache")] == [
        None,
        None,
        None,
    ]


def changed_byte(folder: Path) -> None:
    path = folder / "flow.yaml"
    before = path.stat()
    path.write_text(FLOW.replace("birth-summary", "birth-summery"), encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))  # as some tools do


def new_file(folder: Path) -> None:
    (folder / "more.yaml").write_text(FLOW.replace("birth-summary", "more"), encoding="utf-8")


def other_name(folder: Path) -> None:
    (folder / "flow.yaml").rename(folder / "other.yaml")


def settings(folder: Path) -> None:
    (folder.parent / "sharecheck.toml").write_text('ignore = ["TIM01"]', encoding="utf-8")


@pytest.mark.parametrize("change", [changed_byte, new_file, other_name, settings])
def test_looks_again_when_a_file_has_changed(
    ask: Asking, runs: Runs, folder: Path, change: Callable[[Path], None]
) -> None:
    before = ask()
    change(folder)
    after = ask()
    assert after != before
    assert (ask("--no-cache"), ask(), len(runs)) == (after, after, 3)


def test_looks_again_when_settings_that_others_extend_or_a_baseline_have_changed(ask: Asking, folder: Path) -> None:
    (folder / "sharecheck.toml").write_text('extend = "../shared.toml"', encoding="utf-8")
    shared = folder.parent / "shared.toml"
    shared.write_text('severity = {TIM01 = "error"}', encoding="utf-8")
    ask("--write-baseline", "../known.json")
    assert (ask()[0], ask("--baseline", "../known.json")[0]) == (1, 0)
    shared.write_text('severity = {TIM01 = "warning"}', encoding="utf-8")
    assert ask() == ask("--no-cache")
    assert ask("--baseline", "../known.json")[0] == 0
    (folder.parent / "known.json").write_text('{"schema_version": 1, "known": {}}', encoding="utf-8")
    assert ask("--baseline", "../known.json") == ask("--baseline", "../known.json", "--no-cache")
    assert ask("--baseline", "../known.json")[1] == ask()[1]


def test_keeps_nothing_when_a_file_changes_while_it_is_looked_at(
    ask: Asking, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sharecheck.cli import check

    look = check.run
    monkeypatch.setattr(check, "run", lambda *words: (changed_byte(folder), look(*words))[1])
    ask()
    assert kept(folder) == []


def test_keeps_nothing_of_a_run_that_could_not_read_a_file_or_has_a_bug(ask: Asking, folder: Path) -> None:
    (folder / "flow.yaml").write_bytes(b"sharecheck: protocol/1\nid: \xff\n")
    assert (ask()[0], kept(folder)) == (2, [])


def test_another_day_version_place_or_look_is_another_question(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def path() -> Path:
        question = asked(("check", "."))
        assert question
        return question.path

    found = [path()]
    monkeypatch.setattr(cache, "__version__", "0.0.0")
    found.append(path())
    monkeypatch.setattr(time, "strftime", lambda _: "2027-04-01")
    found.append(path())
    monkeypatch.setenv("FORCE_COLOR", "1")
    found.append(path())
    monkeypatch.setenv("SHARECHECK_CHECK_FAIL_ON", "warning")
    found.append(path())
    monkeypatch.chdir(folder.parent)
    found.append(path())
    assert (len(set(found)), path()) == (6, found[-1])


def test_who_works_on_the_program_is_never_told_what_it_said_before(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "sharecheck" / "cli" / "cache.py"
    program.parent.mkdir(parents=True)
    program.write_text("one = 1", encoding="utf-8")
    monkeypatch.setattr(cache, "__file__", str(program))
    before, stat = asked(("check",)), program.stat()
    program.write_text("one = 2", encoding="utf-8")
    os.utime(program, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert asked(("check",)) != before


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[" * 100_000,
        "[]",
        '{"roots": ["."], "files": [], "digest": 1, "answer": ["fine", "", 0]}',
        '{"roots": [1], "files": [], "digest": "", "answer": ["fine", "", 0]}',
        '{"roots": ["/"], "files": [], "digest": "", "answer": ["fine", "", 0]}',
        '{"roots": ["."], "files": [], "digest": "", "answer": ["fine", "", 0]}',
        '{"roots": ["."], "files": [], "digest": "", "answer": ["fine", "", "import os"]}',
    ],
)
def test_what_is_not_an_answer_is_passed_over(ask: Asking, runs: Runs, folder: Path, text: str) -> None:
    first = ask()
    (answer,) = kept(folder)
    answer.write_text(text, encoding="utf-8")
    assert (ask(), ask(), len(runs)) == (first, first, 2)


def test_does_not_look_where_the_words_did_not_say(ask: Asking, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ask()
    (answer,) = kept(folder)
    answer.write_text(answer.read_text().replace('["."]', '["/"]'), encoding="utf-8")
    monkeypatch.setattr(cache, "find", lambda roots: pytest.fail(f"looked below {list(roots)}"))
    question = asked(("check",))
    assert question
    assert question.answer() is None


def test_an_exit_status_that_no_answer_has_is_passed_over(ask: Asking, runs: Runs, folder: Path) -> None:
    first = ask()
    (answer,) = kept(folder)
    answer.write_text(answer.read_text().replace(", 1]}", ", 7]}"), encoding="utf-8")
    assert (ask(), len(runs)) == (first, 2)


def test_a_place_that_others_can_write_to_is_not_used(ask: Asking, runs: Runs, folder: Path) -> None:
    ask()
    kept(folder)[0].parent.chmod(0o777)
    ask()
    assert len(runs) == 2


def test_goes_without_where_nothing_can_be_written(ask: Asking, runs: Runs, folder: Path) -> None:
    (folder.parent / "cache").write_text("a file, not a folder", encoding="utf-8")
    assert ask() == ask()
    assert len(runs) == 2


def test_keeps_only_so_many(ask: Asking, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "_MOST", 2)
    for rule in ("TIM01", "TIM02", "TIM03", "TIM05"):
        ask("--select", rule)
    assert len(kept(folder)) == 2


def test_two_at_once_say_the_same_and_leave_one_whole_answer(folder: Path) -> None:
    command = [sys.executable, "-W", "error", "-m", "sharecheck", "check"]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    said = [process.communicate()[0] for process in both]
    again = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
    assert {*said, again.stdout} == {said[0]}
    assert [path.suffix for path in kept(folder)] == [".json"]
    assert {process.returncode for process in (*both, again)} == {1}


def test_an_answer_that_was_kept_starts_neither_models_nor_rules(folder: Path) -> None:
    command = [sys.executable, "-X", "importtime", "-m", "sharecheck", "check"]
    first, again = (subprocess.run(command, stderr=subprocess.PIPE, text=True, check=False) for _ in range(2))
    heavy = [name for name in ("click", "pydantic", "sharecheck.rule", "yaml") if f" {name}\n" in again.stderr]
    assert (heavy, " pydantic\n" in first.stderr) == ([], True)
