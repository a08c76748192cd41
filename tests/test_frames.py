"""The lines of a file that a report shows, and what is underlined in them."""

from pathlib import Path

import pytest

from sharecheck import check
from sharecheck.report import full
from sharecheck.report.style import Style, safe
from sharecheck.report.width import columns, fitting
from sharecheck.workspace import Workspace
from tests.rules.examples import TODAY


def frame(folder: Path, title: str) -> tuple[str, str]:
    """The line that is shown for an unknown key behind a title, and what stands under it."""
    (folder / "p.yaml").write_text(
        "sharecheck: protocol/1\nid: x\nparties:\n"
        f"  - {{id: a, service: midwifery, name: {title}, wrongg: b}}\nflows: []\n",
        encoding="utf-8",
    )
    lines = full.render(check(Workspace.open(folder, as_of=TODAY)), Style(width=100)).splitlines()
    number = next(number for number, line in enumerate(lines) if line.startswith("4 | "))
    return lines[number], lines[number + 1]


@pytest.mark.parametrize(
    "title", ["Mothers", "産科と助産", "'👶 👩‍👧'", "cafe\u0301 Zoe\u0308", "'\u202e \u2028 x'", "産" * 60]
)
def test_the_mark_stands_under_the_key_whatever_stands_before_it(tmp_path: Path, title: str) -> None:
    line, under = frame(tmp_path, title)
    assert columns(line[: line.index("wrongg")]) == columns(under[: under.index("^")])
    assert under.strip(" |") == "^" * 6
    assert columns(line) <= 100


def test_no_more_of_a_long_line_is_looked_at_than_is_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lengths = []
    monkeypatch.setattr(full, "safe", lambda text: (lengths.append(len(str(text))), safe(text))[1])
    frame(tmp_path, "a" * 100_000)
    assert max(lengths) <= 400


def test_a_text_is_cut_between_signs() -> None:
    assert [fitting("a産科e\u0301", most) for most in range(1, 7)] == ["a", "a", "a産", "a産", "a産科", "a産科e\u0301"]
