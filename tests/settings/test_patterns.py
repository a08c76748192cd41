"""Patterns fit what git says that they fit, and never take long."""

import random
import re
import subprocess
from pathlib import Path

import pytest

from sharecheck.settings.patterns import decisive, parse_line, parse_pattern
from tests.settings.files import files, run, tree

AREA = dict.fromkeys(("archive/a.yaml", "b/archive/c.yaml", "keep.yaml", "old.draft.yaml", "archive.yaml"), "")
PAGE = Path(__file__).parents[2] / "docs" / "settings.md"


@pytest.mark.parametrize(
    ("exclude", "left"),
    [
        ('"archive"', ["archive.yaml", "keep.yaml", "old.draft.yaml"]),
        ('"archive/"', ["archive.yaml", "keep.yaml", "old.draft.yaml"]),
        ('"**/archive/**"', ["archive.yaml", "keep.yaml", "old.draft.yaml"]),
        ('"/archive/"', ["archive.yaml", "b/archive/c.yaml", "keep.yaml", "old.draft.yaml"]),
        ('"./archive/"', ["archive.yaml", "b/archive/c.yaml", "keep.yaml", "old.draft.yaml"]),
        ('"archive/*"', ["archive.yaml", "b/archive/c.yaml", "keep.yaml", "old.draft.yaml"]),
        ('"./archive/*"', ["archive.yaml", "b/archive/c.yaml", "keep.yaml", "old.draft.yaml"]),
        ('"b/../archive"', ["archive.yaml", "b/archive/c.yaml", "keep.yaml", "old.draft.yaml"]),
        ('"*.draft.yaml", "/b"', ["archive/a.yaml", "archive.yaml", "keep.yaml"]),
        ('"*.yaml", "!keep.yaml"', ["keep.yaml"]),
        ('"archive/", "!archive/a.yaml"', ["archive.yaml", "keep.yaml", "old.draft.yaml"]),
        ('"archive/*", "!archive/a.yaml", "/b/"', ["archive/a.yaml", "archive.yaml", "keep.yaml", "old.draft.yaml"]),
        ('"."', []),
    ],
)
def test_exclude_leaves_out_what_a_gitignore_would(
    exclude: str, left: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tree(tmp_path, {**AREA, "sharecheck.toml": f"exclude = [{exclude}]"})
    monkeypatch.chdir(tmp_path)
    assert files() == left


def test_the_patterns_of_the_page_fit_what_it_says(tmp_path: Path) -> None:
    tree(tmp_path, AREA)
    rows = re.search(r"^\| pattern \| fits \|\n\|[-|]+\n((?:\|.*\n)+)", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert rows
    patterns = re.findall("`([^`]+)`", " ".join(row.split("|")[1] for row in rows[1].splitlines()))
    assert len(patterns) == 8
    for pattern in patterns:
        (tmp_path / "sharecheck.toml").write_text(f'exclude = ["{pattern}"]')
        assert "fits no file" not in run("check", str(tmp_path)).told


@pytest.mark.parametrize("pattern", ["[[a].yaml", "[a&&b].yaml", "[a||b].yaml", "[a~~b].yaml"])
def test_a_class_of_which_python_warns_is_one_without_a_word(pattern: str, tmp_path: Path) -> None:
    """Warnings are errors in tests; to users they were shown with the place in a library."""
    tree(tmp_path, {"a.yaml": "", "c.yaml": ""})
    assert files(str(tmp_path), "--exclude", pattern) == [str(tmp_path / "c.yaml")]


SEGMENTS = ("a", "b", "*", "**", "a*", "*b", "?", "[ab]", "[!a]", "*.y", "a*b", "*a*", "a?y", "b.y", "**a")


@pytest.mark.parametrize("seed", range(40))
def test_git_agrees_on_patterns_made_at_random(seed: int, tmp_path: Path) -> None:
    pick = random.Random(seed)
    names = ("a", "b", "ab", "a.y", "b.y")
    paths = [f"{one}{end}/{two}{end}/{three}" for end in ("", "d") for one in names for two in names for three in names]
    for path in paths:
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).touch()
    subprocess.run(("git", "init", "-q"), cwd=tmp_path, check=True)
    for _ in range(5):
        bodies = ["/".join(pick.choices(SEGMENTS, k=pick.randint(1, 4))) for _ in range(pick.randint(1, 3))]
        lines = [f"{pick.choice(('', '', '!'))}{pick.choice(('', '/'))}{one}{pick.choice(('', '/'))}" for one in bodies]
        (tmp_path / ".gitignore").write_text("\n".join(lines))
        command = ("git", "check-ignore", "--no-index", "--stdin")
        done = subprocess.run(
            command, input="\n".join(paths), cwd=tmp_path, capture_output=True, text=True, check=False
        )
        patterns = [pattern for pattern in map(parse_line, lines) if pattern]
        assert (lines, {path for path in paths if decisive(patterns, path)}) == (lines, set(done.stdout.split()))


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("*a" * 100 + "b", "a" * 250),
        ("*?" * 100 + "b", "a" * 250),
        ("*[!b]" * 100 + "c", "a" * 250),
        ("**/a/" * 60 + "b", "a/" * 1000 + "c"),
        ("x/" + "**/a/" * 60 + "b", "x/" + "a/" * 1000 + "c"),
        ("**/*a*a/" * 30 + "b", "aa/" * 700 + "c"),
        ("**/" * 300 + "x", "a/" * 1000 + "c"),
        ("*" * 900 + "x", "a" * 250),
        ("*a*/" * 100 + "b", "aa/" * 700 + "c"),
    ],
)
def test_a_pattern_that_goes_back_and_forth_takes_no_longer(pattern: str, path: str) -> None:
    found = parse_pattern(pattern)
    assert found is not None
    assert decisive([found], path) is None  # with an expression that goes back, this takes years


@pytest.mark.parametrize("pattern", ["foo[", "!", "/", "a" * 1001])
def test_what_can_fit_nothing_is_a_mistake(pattern: str, tmp_path: Path) -> None:
    tree(tmp_path, {"p.yaml": "", "sharecheck.toml": f'exclude = ["{pattern}"]'})
    done = run("check", str(tmp_path))
    assert done.exit_code == 2
    assert "in `exclude` is no pattern of a path" in done.told
    assert run("check", str(tmp_path), "--exclude", pattern).exit_code == 2


def test_a_name_that_begins_like_a_comment_is_a_name_in_settings(tmp_path: Path) -> None:
    tree(tmp_path, {"#p.yaml": "", "q.yaml": "", "sharecheck.toml": 'exclude = ["#p.yaml"]'})
    assert [Path(path).name for path in files(str(tmp_path))] == ["q.yaml"]
