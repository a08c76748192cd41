"""Living with findings: settings, exceptions and a baseline."""

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sharecheck.cli import cli
from sharecheck.reading import read_bytes
from sharecheck.settings import Resolver, Settings
from sharecheck.suppression import suppressions
from sharecheck.workspace import UsageError

PROTOCOL = """\
sharecheck: protocol/1
id: birth
parties:
  - {id: maternity, service: midwifery}
  - {id: visitors, service: health-visiting}
flows:
  - id: summary
    from: maternity
    to: visitors
    when: {event: birth}
    items: [birth-details]
"""


def run(folder: Path, *words: str, protocol: str = PROTOCOL) -> Result:
    (folder / "birth.yaml").write_text(protocol)
    return CliRunner().invoke(cli, ["check", str(folder), "--output-format", "concise", *words], standalone_mode=False)


def told(folder: Path, *words: str, protocol: str = PROTOCOL) -> list[str]:
    out = run(folder, "--select", "TIM01", *words, protocol=protocol).stdout
    return [line.split(": ", 1)[1].split()[0] for line in out.splitlines()]


def exception(text: str) -> str:
    return PROTOCOL.replace("id: summary", f"id: summary  # sharecheck: {text}")


def test_speaks_without_any_settings(tmp_path: Path) -> None:
    assert told(tmp_path) == ["TIM01"]


class TestExceptions:
    @pytest.mark.parametrize("word", ["TIM01", "TIM", "flow-without-time-limit", "GOV01, TIM01"])
    def test_leaves_out_what_an_exception_on_the_line_names(self, tmp_path: Path, word: str) -> None:
        result = run(tmp_path, "--select", "TIM01,GOV01", protocol=exception(f"ignore[{word}] agreed"))
        assert "TIM01" not in result.stdout
        assert "1 left out by exceptions" in result.stderr

    def test_leaves_out_on_the_next_line_that_says_something(self, tmp_path: Path) -> None:
        above = PROTOCOL.replace("  - id: summary", "  # sharecheck: ignore[TIM01] agreed\n\n  # so\n  - id: summary")
        assert told(tmp_path, protocol=above) == []

    def test_leaves_out_in_the_whole_file(self, tmp_path: Path) -> None:
        assert told(tmp_path, protocol=f"# sharecheck: file-ignore[TIM01] agreed\n{PROTOCOL}") == []

    def test_leaves_out_nothing_else_and_nowhere_else(self, tmp_path: Path) -> None:
        protocol = PROTOCOL.replace("id: birth\n", "id: birth  # sharecheck: ignore[TIM01] agreed\n")
        assert sorted(told(tmp_path, protocol=protocol)) == ["DOC13", "TIM01"]
        assert sorted(told(tmp_path, protocol=exception("ignore[DOC06] agreed"))) == ["DOC13", "TIM01"]

    @pytest.mark.parametrize(
        ("text", "id"),
        [
            ("ignore[TIM01]", "DOC11"),
            ("ignore agreed", "DOC11"),
            ("ignore[] agreed", "DOC11"),
            ("ignore[TIM99] agreed", "DOC11"),
            ("ignore[TIM01] agreed, until 2020-01-01", "DOC12"),
            ("ignore[TIM01] agreed, until 2027-02-30", "DOC12"),
            ("ignore[TIM01] agreed, until 31 March 2099", "DOC12"),
            ("ignore[TIM01] agreed, until 31/03/2099", "DOC12"),
        ],
    )
    def test_leaves_out_nothing_when_it_says_too_little_or_is_over(self, tmp_path: Path, text: str, id: str) -> None:
        assert sorted(told(tmp_path, protocol=exception(text))) == [id, "TIM01"]

    def test_an_exception_holds_on_its_last_day(self, tmp_path: Path) -> None:
        protocol = exception("ignore[TIM01] agreed, until 2026-11-22")
        assert told(tmp_path, "--as-of", "2026-11-22", protocol=protocol) == []
        assert told(tmp_path, "--as-of", "2026-11-23", protocol=protocol) == ["TIM01", "DOC12"]

    def test_is_not_called_unused_when_its_rule_was_not_asked(self, tmp_path: Path) -> None:
        protocol = exception("ignore[TIM01] agreed")
        assert "DOC13" not in run(tmp_path, "--select", "GOV01", protocol=protocol).stdout

    def test_a_word_in_a_text_is_no_exception(self, tmp_path: Path) -> None:
        assert told(
            tmp_path,
            protocol=PROTOCOL.replace("id: summary", 'id: summary\n    title: "x#sharecheck: ignore[TIM01] y"'),
        ) == ["TIM01"]

    def test_reads_who_answers_and_until_when(self) -> None:
        text = exception("ignore[TIM01] ward closes, owner: head of midwifery, until 2027-03-31")
        (one,) = suppressions(read_bytes(Path("a.yaml"), text.encode(), named=True))
        assert (one.rules, one.reason, one.owner, one.ends) == (
            ("TIM01",),
            "ward closes",
            "head of midwifery",
            date(2027, 3, 31),
        )

    def test_a_comment_about_the_program_is_no_exception(self) -> None:
        text = exception("ignored until the pilot ended")
        assert list(suppressions(read_bytes(Path("a.yaml"), text.encode(), named=True))) == []

    def test_json_says_it_with_a_key(self, tmp_path: Path) -> None:
        agreed = {"rules": "TIM01", "reason": "agreed", "until": "2027-03-31"}
        shape = {
            "sharecheck": "protocol/1",
            "id": "birth",
            "effective": "2025-04-01",
            "flows": [
                {"id": "a", "from": "x", "to": "y", "x-sharecheck-ignore": agreed},
                {"id": "b", "from": "x", "to": "y"},
            ],
        }
        (tmp_path / "birth.json").write_text(json.dumps(shape))
        command = ["check", str(tmp_path), "--select", "TIM01", "--as-of", "2026-11-22", "--output-format", "json"]
        report = json.loads(CliRunner().invoke(cli, command, standalone_mode=False).stdout)
        assert [one["route"] for one in report["diagnostics"]] == [["flows", 1, "id"]]
        assert [(one["finding"]["rule"], one["reason"]) for one in report["suppressed"]] == [("TIM01", "agreed")]


class TestBaseline:
    def test_only_what_is_new_is_told(self, tmp_path: Path) -> None:
        known = str(tmp_path / "known.json")
        assert run(tmp_path, "--write-baseline", known).return_value == 0
        assert run(tmp_path, "--baseline", known).return_value == 0
        moved = "# moved\n\n" + PROTOCOL
        assert told(tmp_path, "--baseline", known, protocol=moved) == []
        more = PROTOCOL + "  - {id: second, from: maternity, to: visitors, when: {event: birth}, items: [growth]}\n"
        assert told(tmp_path, "--baseline", known, protocol=more) == ["TIM01"]

    def test_says_what_is_gone(self, tmp_path: Path) -> None:
        known = str(tmp_path / "known.json")
        run(tmp_path, "--select", "TIM01", "--write-baseline", known)
        mended = PROTOCOL.replace("when:", "within: P2D\n    when:")
        assert (
            "1 that the baseline knows of are gone"
            in run(tmp_path, "--select", "TIM01", "--baseline", known, protocol=mended).stderr
        )

    @pytest.mark.parametrize("text", ["", "[]", "{}", '{"schema_version": 1}', "{" * 100_000])
    def test_refuses_what_is_no_baseline(self, tmp_path: Path, text: str) -> None:
        (tmp_path / "known.txt").write_text(text)
        error = run(tmp_path, "--baseline", str(tmp_path / "known.txt")).exception
        assert "is no baseline" in str(error)

    def test_is_not_written_when_a_file_cannot_be_read(self, tmp_path: Path) -> None:
        (tmp_path / "bad.yaml").write_bytes(b"sharecheck: protocol/1\nid: \xff\n")
        error = run(tmp_path, "--write-baseline", str(tmp_path / "known.json")).exception
        assert "no baseline was written" in str(error)
        assert not (tmp_path / "known.json").exists()


class TestSettings:
    def said(self, folder: Path, text: str, name: str = "sharecheck.toml") -> Settings:
        (folder / name).write_text(text)
        return Resolver((folder,)).run

    def test_select_ignore_and_weigh(self, tmp_path: Path) -> None:
        self.said(tmp_path, 'select = ["TIM01", "GOV01"]\nignore = ["GOV01"]\nseverity = {TIM01 = "warning"}\n')
        result = run(tmp_path)
        assert result.return_value == 0
        assert [line.split(": ", 1)[1].split()[0] for line in result.stdout.splitlines()] == ["TIM01"]
        assert run(tmp_path, "--fail-on", "warning").return_value == 1

    def test_the_command_line_comes_before_the_environment_and_that_before_the_file(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        self.said(tmp_path, 'select = ["TIM01"]\nseverity = {TIM01 = "warning"}\nfail-on = "error"\n')
        monkeypatch.setenv("SHARECHECK_CHECK_FAIL_ON", "warning")
        assert run(tmp_path).return_value == 1
        assert run(tmp_path, "--fail-on", "error").return_value == 0

    def test_stand_in_pyproject_too_and_the_nearest_wins(self, tmp_path: Path) -> None:
        (tmp_path / "pyproject.toml").write_text('[tool.sharecheck]\nignore = ["TIM01"]\n')
        inner = tmp_path / "area"
        inner.mkdir()
        (inner / "pyproject.toml").write_text("[tool.other]\n")
        assert "TIM01" not in run(inner).stdout
        self.said(inner, "")
        assert Resolver((inner,)).run.keys.ignore is None

    def test_leave_out_rules_by_file_and_files(self, tmp_path: Path) -> None:
        self.said(tmp_path, 'per-file-ignores = {"birth.yaml" = ["TIM"]}\n')
        assert told(tmp_path) == []
        self.said(tmp_path, 'exclude = ["birth.yaml"]\n')
        assert run(tmp_path).return_value == 3

    def test_extend_others(self, tmp_path: Path) -> None:
        (tmp_path / "base.toml").write_text('ignore = ["GOV01"]\nseverity = {TIM01 = "warning", TIM02 = "warning"}\n')
        settings = self.said(tmp_path, 'extend = "base.toml"\nseverity = {TIM02 = "information"}\n')
        assert settings.keys.ignore == ("GOV01",)
        assert {key: str(value) for key, value in settings.severity.items()} == {
            "TIM01": "warning",
            "TIM02": "information",
        }

    def test_a_pack_can_be_tightened_and_is_not_loosened_in_silence(self, tmp_path: Path) -> None:
        assert self.said(tmp_path, 'extend = "pack:strict"\n').loosened == ()
        loose = 'extend = "pack:strict"\nignore = ["TIM01"]\nfail-on = "error"\nbecause = {TIM01 = "agreed in May"}\n'
        lines = (
            "the pack `strict` is loosened: TIM01 is not asked, because agreed in May",
            "the pack `strict` is loosened: only error makes a run fail, and nobody says why",
        )
        assert self.said(tmp_path, loose).loosened == lines
        assert all(line in run(tmp_path).stderr for line in lines)
        fewer = self.said(tmp_path, 'extend = "pack:strict"\nselect = ["TIM"]\nfail-on = "warning"\n').loosened
        assert not any("WKR" in line for line in fewer)  # a `select` that names none of them speaks of the others
        assert "the pack `strict` is loosened: GOV01 is not asked, and nobody says why" in fewer

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ("selct = []", "there is no setting `selct`; did you mean `select`?"),
            ('select = ["TIM99"]', "no rule is called `TIM99`"),
            ('select = "TIM01"', "`select` cannot be `TIM01`: it is a list"),
            ('fail-on = "erorr"', "it is `error`, `warning` or `information`"),
            ("as-of = 2026-13-01", "cannot be read"),
            ('extend = "nowhere.toml"', "`extend` names `nowhere.toml`, which is not there"),
            ('extend = "pack:loose"', "no pack is called `loose`; there is `strict`"),
            ('extend = "sharecheck.toml"', "extends itself"),
            ("[", "cannot be read"),
            ('severity = {TIM01 = "fatal"}', "it is `error`, `warning` or `information`"),
        ],
    )
    def test_a_mistake_in_them_is_one_line(self, tmp_path: Path, text: str, message: str) -> None:
        with pytest.raises(UsageError) as trouble:
            self.said(tmp_path, text)
        assert message in str(trouble.value)
        assert "\n" not in str(trouble.value)

    def test_pin_the_day(self, tmp_path: Path) -> None:
        assert str(self.said(tmp_path, "as-of = 2026-03-01\n").keys.as_of) == "2026-03-01"
