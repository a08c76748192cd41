"""What is not understood is never in order: nothing hides it, nothing lowers it, and the run says what it missed."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sharecheck import check
from sharecheck.cli import cli
from sharecheck.report.style import Style
from sharecheck.report.summary import run_summary
from tests.rules.examples import workspace

GOOD = """\
sharecheck: protocol/1
id: hand-over
parties:
  - {id: maternity, service: midwifery, nation: england}
  - {id: health-visitors, service: health-visiting}
flows:
  - {id: a, from: maternity, to: health-visitors, when: {on: change}, channel: secure-email, items: [birth-details]}
"""
MISSPELT = GOOD.replace("channel", "witihn: P5D, channel")
REFUSED = {
    "DOC01": "sharecheck: protocol/1\nid: deep\nflows: " + "[" * 200,
    "DOC02": "sharecheck: protocol/1\nid: [\n",
    "DOC03": "sharecheck: prtcl/9\nid: a\nflows: []\n",
    "DOC04": GOOD + "id: again\n",
    "DOC05": GOOD.replace("items: [", "items: &all ["),
    "DOC06": MISSPELT,
    "DOC07": GOOD.replace("channel", 'purpose: "as with 999 000' + ' 0018", channel'),
    "DOC08": MISSPELT.removeprefix("sharecheck: protocol/1\n").replace("flows:", "title: Hand-over\nflows:"),
}


def run(folder: Path, *words: str) -> Result:
    return CliRunner().invoke(cli, ["check", str(folder), *words], standalone_mode=False)


def settings(rule: str) -> dict[str, str]:
    return {
        "per-file-ignores": f'per-file-ignores = {{"*" = ["DOC", "{rule}"]}}',
        "severity": f'severity = {{{rule} = "information"}}',
        "severity of the family": 'severity = {DOC = "information"}',
        "ignore": f'ignore = ["DOC", "{rule}"]',
        "select": 'select = ["TIM01"]',
        "fail-on": f'severity = {{{rule} = "warning"}}\nfail-on = "error"',
    }


@pytest.mark.parametrize("what", settings("DOC06"))
@pytest.mark.parametrize("rule", REFUSED)
def test_no_setting_hides_or_lowers_what_stops_a_file_from_being_understood(
    tmp_path: Path, rule: str, what: str
) -> None:
    (tmp_path / "sharecheck.toml").write_text(settings(rule)[what])
    (tmp_path / "p.yaml").write_text(REFUSED[rule])
    result = run(tmp_path, "--output-format", "json")
    report = json.loads(result.stdout)
    assert {(one["rule"], one["severity"]) for one in report["diagnostics"]} == {(rule, "error")}
    assert report["summary"]["not_looked_at"] == [{"path": str(tmp_path / "p.yaml"), "rules": [rule]}]
    assert result.return_value == (2 if rule == "DOC01" else 1)
    assert "nothing found" not in result.output


@pytest.mark.parametrize("rule", REFUSED)
@pytest.mark.parametrize(
    "exception", ["# sharecheck: file-ignore[{}] agreed by the board\n", "# sharecheck: ignore[{}] agreed\n"]
)
def test_no_exception_hides_it(tmp_path: Path, rule: str, exception: str) -> None:
    (tmp_path / "p.yaml").write_text(exception.format(rule) + REFUSED[rule])
    result = run(tmp_path, "--output-format", "concise")
    assert rule in result.stdout
    assert result.return_value in (1, 2)


@pytest.mark.parametrize("rule", [rule for rule in REFUSED if rule not in ("DOC01", "DOC07")])
def test_no_baseline_knows_it_and_what_comes_to_light_is_new(tmp_path: Path, rule: str) -> None:
    known = tmp_path / "known.json"
    (tmp_path / "p.yaml").write_text(REFUSED[rule])
    assert run(tmp_path, "--write-baseline", str(known)).return_value == 1
    assert run(tmp_path, "--baseline", str(known)).return_value == 1
    (tmp_path / "p.yaml").write_text(GOOD)
    assert "TIM01" in run(tmp_path, "--baseline", str(known), "--output-format", "concise").stdout


@pytest.mark.parametrize("output_format", ["full", "concise", "json"])
def test_the_summary_names_the_files_and_the_rules(tmp_path: Path, output_format: str) -> None:
    (tmp_path / "p.yaml").write_text(MISSPELT)
    (tmp_path / "q.yaml").write_text("sharecheck: protocol/1\nid: {{\n")
    (tmp_path / "good.yaml").write_text(GOOD)
    output = run(tmp_path, "--output-format", output_format).output
    p, q = tmp_path / "p.yaml", tmp_path / "q.yaml"
    assert f"2 files were not looked at: {p} (DOC06), {q} (DOC02); no other rule was asked of them\n" in output


def test_many_files_are_counted_and_some_are_named() -> None:
    lines = list(run_summary(check(workspace(*[MISSPELT] * 7)), Style()))
    named = ", ".join(f"example/{number}.yaml (DOC06)" for number in range(1, 6))
    assert lines[1] == f"7 files were not looked at: {named} and 2 more; no other rule was asked of them"


def test_a_file_that_says_nothing_of_being_ours_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "compose.yaml").write_text("services: {web: {image: nginx}}\n")
    (tmp_path / "good.yaml").write_text(GOOD)
    output = run(tmp_path).output
    assert "file was not looked at" not in output
    assert "\n1 file checked: " in output


def test_an_exception_in_a_file_that_was_not_understood_is_not_called_unused(tmp_path: Path) -> None:
    (tmp_path / "p.yaml").write_text(MISSPELT + "# sharecheck: file-ignore[TIM01] agreed by the board\n")
    assert "DOC13" not in run(tmp_path, "--output-format", "concise").stdout


def test_what_does_not_stop_a_file_from_being_understood_may_be_known(tmp_path: Path) -> None:
    (tmp_path / "p.yaml").write_text(GOOD + "# sharecheck: file-ignore[STR03] agreed by the board\n")
    known = str(tmp_path / "known.json")
    assert "DOC13" in run(tmp_path, "--output-format", "concise").stdout
    run(tmp_path, "--write-baseline", known)
    assert run(tmp_path, "--baseline", known).return_value == 0


class TestFailUnder:
    def test_fails_where_nobody_knows_of_any_need_whether_it_is_kept(self, tmp_path: Path) -> None:
        parties = "parties: [{id: schools, service: school}]\n"
        area = f"sharecheck: area/1\nid: x\nnation: england\nprotocols: partial\n{parties}"
        (tmp_path / "area.yaml").write_text(area)
        result = run(tmp_path, "--fail-under", "95", "--select", "STR")
        assert result.return_value == 1
        assert "it is not known of any need here whether it is kept, so nobody can say that 95 % are\n" in result.output

    def test_fails_where_there_is_no_need_at_all(self, tmp_path: Path) -> None:
        (tmp_path / "p.yaml").write_text("sharecheck: protocol/1\nid: a\nstatus: draft\nflows: []\n")
        assert run(tmp_path, "--fail-under", "1", "--select", "STR03").return_value == 1
