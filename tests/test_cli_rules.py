"""Each rule, seen to speak at the command line: on the first bad example of its page, at the place that is marked."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from sharecheck.cli import cli
from sharecheck.rule import Rule
from sharecheck.rules import rulebook
from tests.rules.examples import TODAY, marked


def write(folder: Path, documents: tuple[str, ...]) -> Path:
    """The documents of an example as files of a folder, without the marks."""
    folder.mkdir()
    for number, text in enumerate(documents, 1):
        (folder / f"{number}.yaml").write_text(text.replace("  # <-", ""), encoding="utf-8")
    return folder


@pytest.mark.parametrize("rule", rulebook(False), ids=lambda rule: rule.id)
def test_check_tells_what_a_rule_finds(rule: Rule, tmp_path: Path) -> None:
    bad = next(example for example in rule.examples if example.kind == "bad")
    folder = write(tmp_path / "files", bad.documents)
    day = f"--as-of={TODAY}"
    done = CliRunner().invoke(cli, ["check", str(folder), "--select", rule.id, "--output-format", "json", day])
    told = [one for one in json.loads(done.stdout)["diagnostics"] if one["rule"] == rule.id]
    assert {(int(Path(one["path"]).stem), one["line"]) for one in told} == set(marked(bad)), done.output


@pytest.mark.parametrize("rule", rulebook(True), ids=lambda rule: rule.id)
def test_diff_tells_what_a_rule_finds(rule: Rule, tmp_path: Path) -> None:
    bad = next(example for example in rule.examples if example.kind == "bad")
    old, new = write(tmp_path / "old", bad.before), write(tmp_path / "new", bad.documents)
    done = CliRunner().invoke(
        cli, ["diff", str(old), str(new), "--select", rule.id, "--output-format", "json", f"--as-of={TODAY}"]
    )
    assert {one["rule"] for one in json.loads(done.stdout)["diagnostics"]} == {rule.id}, done.output
