"""What the README says can be done, can be done."""

import re
import subprocess
import sys
from pathlib import Path

from sharecheck.cli import COMMANDS
from tests.rules.examples import workspace

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README, flags=re.MULTILINE | re.DOTALL)


def test_the_library_example_runs_and_finds_no_gap() -> None:
    (code,) = blocks("python")
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    kept, needs = map(int, re.findall(r"\d+", done.stdout)[:2])
    assert kept == needs > 100
    assert done.stdout.count("\n") == 1


def test_the_first_protocol_loses_what_the_readme_says() -> None:
    (area,) = workspace(blocks("yaml")[0]).areas
    kinds = {(one.need.fact.item, one.kind) for one in area.ladder.gaps() if not one.unknown}
    assert kinds == {
        ("birth-details", "conditional"),
        ("feeding-status", "conditional"),
        ("maternal-mental-health", "conditional"),
    }
    assert any(one.late_by > 0 for one in area.ladder.gaps() if one.need.event == "new-birth-visit")


def test_every_command_is_in_the_readme() -> None:
    assert [name for name in COMMANDS if f"`sharecheck {name}" not in README] == []


def test_links_lead_somewhere() -> None:
    links = re.findall(r"\]\(((?!http)[^)#]+)\)", README)
    assert [link for link in links if not (ROOT / link).exists()] == []
