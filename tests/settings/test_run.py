"""What holds for a whole run, what the environment says, and what a run says of its settings."""

import json
from pathlib import Path

import pytest

from tests.settings.files import files, run, tree


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_keys_of_a_run_come_from_above_the_first_common_folder(folder: Path) -> None:
    tree(folder, {"sharecheck.toml": "as-of = 2026-01-01", "a/p.yaml": "", "b/q.yaml": ""})
    tree(folder, {"a/sharecheck.toml": 'as-of = 2020-02-02\noutput-format = "json"'})
    for words in (("a/p.yaml", "b/q.yaml"), ("b/q.yaml", "a/p.yaml"), (".",)):
        done = run("check", *words)
        assert (
            "`as-of` holds for a whole run: `2020-02-02` of a/sharecheck.toml does not count, and `2026-01-01` of "
            "sharecheck.toml does; name just that folder\n"
        ) in done.told
        assert "`output-format` holds for a whole run: `json` of a/sharecheck.toml does not count" in done.told
        assert not done.stdout.startswith("{")
    alone = run("check", "a/p.yaml")
    assert (alone.stdout[0], "holds for a whole run" in alone.told) == ("{", False)


def test_a_baseline_stands_where_the_settings_say(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree(folder, {"area/p.yaml": "", "area/sharecheck.toml": 'baseline = "known/all.json"', "area/known/x": ""})
    assert run("check", "area").exit_code == 2
    run("check", "area", "--write-baseline", "area/known/all.json")
    assert run("check", "area").exit_code == 0
    monkeypatch.chdir(folder / "area" / "known")
    assert run("check", "..").exit_code == 0
    monkeypatch.chdir(folder)
    tree(folder, {"none.json": run("check", "area", "--output-format", "json").stdout})
    assert run("check", "area", "--baseline", "none.json").exit_code == 2
    tree(folder, {"other/p.yaml": "", "other/sharecheck.toml": 'extend = "../area/sharecheck.toml"'})
    assert run("check", "other").exit_code == 0


def test_what_must_be_kept_stands_in_the_settings(folder: Path) -> None:
    tree(folder, {"p.yaml": "", "sharecheck.toml": 'fail-under = 90\nselect = ["TIM03"]'})
    done = run("check", "p.yaml")
    assert (done.exit_code, "of the needs are kept, fewer than 90 %" in done.told) == (1, True)
    assert run("check", "p.yaml", "--fail-under", "0").exit_code == 0
    assert run("check", "--each", "p.yaml").exit_code == 0


def test_exclude_on_the_command_line_adds(folder: Path) -> None:
    tree(folder, {"sharecheck.toml": 'exclude = ["a.yaml"]', "a.yaml": "", "b.yaml": "", "c/d.yaml": "", "e.yaml": ""})
    assert files(".", "--exclude", "b.yaml", "--exclude", "c/") == ["e.yaml"]
    assert run("check", ".", "--show-files", SHARECHECK_CHECK_EXCLUDE="b.yaml c/").stdout == "e.yaml\n"
    assert run("themes", ".", "--exclude", "*.yaml").exit_code == 3


class TestPatternsThatFitNothing:
    def test_are_told_when_all_was_looked_at(self, folder: Path) -> None:
        settings = (
            'exclude = ["old/", "gone.yaml", "!x.yaml"]\nper-file-ignores = {"q.yaml" = ["TIM"], "p.yaml" = ["TIM"]}'
        )
        tree(folder, {"sharecheck.toml": settings, "p.yaml": "", "old/p.yaml": ""})
        for words in ((".",), (str(folder),), (".", "--settings", "sharecheck.toml")):
            told = [line for line in run("check", *words).told.splitlines() if "fits no file" in line]
            assert told == [
                "`gone.yaml` in `exclude` of sharecheck.toml fits no file that is here",
                "`!x.yaml` in `exclude` of sharecheck.toml fits no file that is here",
                "`q.yaml` in `per-file-ignores` of sharecheck.toml fits no file that is here",
            ]
        for words in (("p.yaml",), ("old", "p.yaml"), ("--each", "p.yaml")):
            assert "fits no file" not in run("check", *words).told

    def test_are_not_told_when_there_is_such_a_file(self, folder: Path) -> None:
        tree(folder, {"sharecheck.toml": 'exclude = [".venv", "node_modules/", "notes.md"]', "p.yaml": ""})
        tree(folder, {".venv/x": "", "node_modules/x.json": "", "notes.md": ""})
        assert "fits no file" not in run("check", ".").told

    def test_of_the_command_line_are_told_too(self, folder: Path) -> None:
        tree(folder, {"p.yaml": ""})
        assert "`--exclude gone/` fits no file that is here\n" in run("check", ".", "--exclude", "gone/").told


class TestEnvironment:
    def test_an_empty_variable_says_nothing(self, folder: Path) -> None:
        tree(folder, {"p.yaml": ""})
        without = run("check", "p.yaml", "--each")
        names = ("FAIL_ON", "SELECT", "IGNORE", "OUTPUT_FORMAT", "AS_OF", "SETTINGS", "BASELINE", "FAIL_UNDER", "FIX")
        empty = {f"SHARECHECK_CHECK_{name}": "" for name in (*names, "EACH", "RESPECT_GITIGNORE", "EXCLUDE", "SICNE")}
        assert run("check", "p.yaml", "--each", **empty) == without

    @pytest.mark.parametrize(
        ("name", "value"), [("FAIL_ON", "eror"), ("EACH", "maybe"), ("AS_OF", "soon"), ("SELECT", "TIM99")]
    )
    def test_a_value_that_cannot_be_names_the_variable(self, name: str, value: str, folder: Path) -> None:
        tree(folder, {"p.yaml": ""})
        done = run("check", "p.yaml", **{f"SHARECHECK_CHECK_{name}": value})
        assert (done.exit_code, f"`SHARECHECK_CHECK_{name}`" in done.told) == (2, True)

    @pytest.mark.parametrize(
        ("name", "hint"),
        [
            ("SHARECHECK_CHECK_FAILON", "did you mean `SHARECHECK_CHECK_FAIL_ON`?"),
            ("SHARECHECK_CHECK_NO_CACHE", "a variable is `SHARECHECK_`, the command and the option"),
            ("SHARECHECK_FAIL_ON", "a variable is `SHARECHECK_`, the command and the option"),
            ("SHARECHECK_WHAT_IF_SETTING", "did you mean `SHARECHECK_WHAT_IF_SETTINGS`?"),
        ],
    )
    def test_a_variable_that_nobody_reads_is_told_once(self, name: str, hint: str, folder: Path) -> None:
        tree(folder, {"p.yaml": ""})
        lines = run("check", "p.yaml", **{name: "1"}).told.splitlines()
        assert [line for line in lines if name in line] == [f"nobody reads `{name}` in the environment; {hint}"]

    def test_each_option_has_a_variable_that_is_read(self, folder: Path) -> None:
        tree(folder, {"p.yaml": "", "none.toml": 'output-format = "json"'})
        variables = {"SHARECHECK_CHECK_EACH": "1", "SHARECHECK_CHECK_SETTINGS": "none.toml"}
        variables |= {"SHARECHECK_CHECK_EXTEND_SELECT": "GAP", "SHARECHECK_CHECK_SELECT": "TIM01 LAW03,GOV01"}
        done = run("check", "p.yaml", **variables, SHARECHECK_THEMES_SETTINGS="none.toml", SHARECHECK_DEBUG="1")
        assert {one["rule"] for one in json.loads(done.stdout)["diagnostics"]} == {"TIM01", "LAW03", "GOV01"}
        assert "nobody reads" not in done.told


def test_show_settings_says_of_each_key_where_it_stands(folder: Path) -> None:
    tree(folder, {"base.toml": 'fail-on = "warning"\nignore = ["LAW03"]', "p.yaml": "", "a/q.yaml": ""})
    tree(folder, {"sharecheck.toml": 'extend = "base.toml"\nexclude = ["drafts/"]\n[repair]\ncosts = {flow = 7}'})
    tree(folder, {"a/sharecheck.toml": 'select = ["TIM01"]\nas-of = 2020-01-01'})
    done = run("check", "--show-settings", "--ignore", "TIM08", SHARECHECK_CHECK_IGNORE="GOV01")
    assert [" ".join(line.split()) for line in done.stdout.splitlines()] == [
        "sharecheck.toml: of the run, and of 1 file",
        "extend base.toml sharecheck.toml",
        "ignore TIM08 --ignore",
        "ignore GOV01 SHARECHECK_CHECK_IGNORE",
        "ignore LAW03 base.toml",
        "fail-on warning base.toml",
        "exclude drafts/ sharecheck.toml",
        "respect-gitignore true as it comes",
        "output-format full as it comes",
        "as-of today as it comes",
        "repair {costs = {flow = 7}} sharecheck.toml",
        done.stdout.splitlines()[11].strip(),
        "",
        "a/sharecheck.toml: of 1 file",
        "select TIM01 a/sharecheck.toml",
        "ignore TIM08 --ignore",
        "ignore GOV01 SHARECHECK_CHECK_IGNORE",
        "fail-on error as it comes",
        "respect-gitignore true as it comes",
        done.stdout.splitlines()[19].strip(),
        "",
    ]
    assert "3 left out: GOV01, LAW03, TIM08" in done.stdout
    assert "  1 of " in done.stdout


def test_show_files_says_what_is_left_out_and_why(folder: Path) -> None:
    tree(folder, {"sharecheck.toml": 'exclude = ["drafts/"]', "p.yaml": "", "drafts/q.yaml": "", "r.yaml": ""})
    done = run("check", "--show-files", "--exclude", "r.*")
    assert (done.exit_code, done.stdout) == (0, "p.yaml\n")
    assert done.stderr == (
        "drafts/q.yaml is left out: `exclude` in sharecheck.toml names `drafts/`\n"
        "r.yaml is left out: `--exclude` names `r.*`\n"
    )


def test_settings_that_are_passed_over_beside_others_are_told(folder: Path) -> None:
    tree(folder, {"a/p.yaml": "", "a/sharecheck.toml": 'ignore = ["GOV"]'})
    beside = (
        "a/pyproject.toml has `[tool.sharecheck]`, and a/sharecheck.toml beside it counts alone: nothing of the other "
        "holds; put all of it in one of them"
    )
    tree(folder, {"a/pyproject.toml": '[tool.sharecheck]\nselect = ["TIM"]'})
    assert beside in run("check", "a").told
    for text in ('[tool.ruff]\nselect = ["TIM"]', "[tool.sharecheck"):
        tree(folder, {"a/pyproject.toml": text})
        assert "pyproject.toml" not in run("check", "a").told


@pytest.mark.parametrize(
    "option", ["--output-file", "--write-baseline", "--baseline", "--settings", "--stdin-filename"]
)
def test_an_empty_name_of_a_file_is_a_mistake_and_not_the_current_folder(folder: Path, option: str) -> None:
    tree(folder, {"p.yaml": ""})
    done = run("check", "p.yaml", option, "")
    assert (done.exit_code, "an empty text names no file; write its name" in done.stderr) == (2, True)
    assert run("check", "").exit_code == 2


def test_a_link_out_of_the_folder_is_told_and_not_followed(folder: Path) -> None:
    tree(folder, {"in/p.yaml": "", "out/q.yaml": ""})
    (folder / "in" / "q.yaml").symlink_to(folder / "out" / "q.yaml")
    why = "links out of a folder are not followed; name the file itself"
    assert f"`in/q.yaml` is not looked at: {why}\n" in run("check", "in").told
    shown = run("check", "in", "--show-files")
    assert (shown.stdout, shown.stderr) == ("in/p.yaml\n", f"in/q.yaml is left out: {why}\n")
    assert why not in run("check", "in", "out").told.replace(f"`in/q.yaml` is not looked at: {why}", "", 1)


def test_a_document_of_another_program_under_a_name_of_ours_is_told(folder: Path) -> None:
    tree(folder, {"p.yaml": ""})
    (folder / "isp.yaml").write_bytes(b"PK\x03\x04 word/document.xml")
    (folder / "flows.xlsx").write_bytes(b"PK\x03\x04 xl/")
    told = run("check", ".").told
    assert "`isp.yaml` was not looked at: whatever its name says, it is a Word document\n" in told
    assert "not looked at: 1 Excel workbook; sharecheck reads YAML and JSON\n" in told
    for more in ((), ("--fix",)):
        summary = json.loads(run("check", ".", "--output-format", "json", *more).stdout)["summary"]
        assert summary["passed_over"] == [
            {"path": "flows.xlsx", "what": "Excel workbook", "rename": None},
            {"path": "isp.yaml", "what": "Word document", "rename": None},
        ]
