"""Which files are looked at: all of ours below a folder, and none outside of it."""

import os
import subprocess
from pathlib import Path

import pytest

from sharecheck.reading import find, read
from sharecheck.reading.files import Passing


def tree(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("sharecheck: protocol/1\nid: x\nflows: []\n")


def found(root: Path, passing: Passing | None = None) -> list[str]:
    return [path.relative_to(root).as_posix() for path in find([root], passing)]


def test_finds_yaml_and_json_sorted_and_passes_over_what_others_keep(tmp_path: Path) -> None:
    tree(
        tmp_path,
        "b.yaml",
        "a/c.yml",
        "a/B.JSON",
        "a.yaml",
        "a/d/e.json",
        "a-b/f.yaml",
        "x.txt",
        "yaml",
        "a/.hidden.yaml",
    )
    tree(
        tmp_path,
        ".git/x.yaml",
        "node_modules/x.yaml",
        "a/__pycache__/x.json",
        "venv/x.yaml",
        "venv/pyvenv.cfg",
        ".venv/x.yaml",
    )
    assert found(tmp_path) == ["a/B.JSON", "a/c.yml", "a/d/e.json", "a-b/f.yaml", "a.yaml", "b.yaml"]


def test_finds_below_a_hidden_folder_that_was_named(tmp_path: Path) -> None:
    tree(tmp_path, ".config/x.yaml")
    assert find([tmp_path / ".config"]) == (tmp_path / ".config" / "x.yaml",)


def test_does_not_go_where_somebody_passes_over(tmp_path: Path) -> None:
    tree(tmp_path, "x.yaml", "a/x.yaml", "a/drafts/x.yaml", "b/old.yaml")
    seen = []

    def passing(path: Path, folder: bool, root: Path) -> bool:
        seen.append((path.relative_to(root).as_posix(), folder))
        return path.name in ("drafts", "old.yaml")

    assert found(tmp_path, passing) == ["a/x.yaml", "x.yaml"]
    assert sorted(seen) == [
        ("a", True),
        ("a/drafts", True),
        ("a/x.yaml", False),
        ("b", True),
        ("b/old.yaml", False),
        ("x.yaml", False),
    ]


@pytest.mark.parametrize("names", [("link", "real"), ("real", "link")])
def test_calls_a_file_by_the_name_without_a_link_in_whatever_order(
    names: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tree(tmp_path, "real/x.yaml")
    (tmp_path / "link").symlink_to("real")
    monkeypatch.chdir(tmp_path)
    assert find(map(Path, names)) == (Path("real/x.yaml"),)


def test_a_file_that_was_named_is_taken_whatever_it_is_called(tmp_path: Path) -> None:
    tree(tmp_path, "notes.txt", "a.yaml")
    gone = tmp_path / "gone.yaml"
    named = [tmp_path / "notes.txt", gone, tmp_path / "a.yaml", tmp_path]
    assert find(named, lambda path, folder, root: True) == (tmp_path / "a.yaml", gone, tmp_path / "notes.txt")


def test_takes_a_file_once_even_if_it_was_named_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree(tmp_path, "a.yaml")
    monkeypatch.chdir(tmp_path)
    assert find([Path("a.yaml"), Path("./a.yaml"), Path(), tmp_path]) == (Path("a.yaml"),)


def test_does_not_follow_links_out_of_the_tree_or_in_circles(tmp_path: Path) -> None:
    inside, outside = tmp_path / "inside", tmp_path / "outside"
    tree(inside, "a.yaml", "deep/b.yaml")
    tree(outside, "secret.yaml")
    (inside / "circle").symlink_to(inside)
    (inside / "other.yaml").symlink_to(outside / "secret.yaml")
    (inside / "folder.yaml").symlink_to(outside)
    (inside / "same.yaml").symlink_to("deep/b.yaml")
    (inside / "nowhere.yaml").symlink_to("gone.yaml")
    (inside / "itself.yaml").symlink_to("itself.yaml")
    assert found(inside) == ["a.yaml", "deep/b.yaml", "itself.yaml", "nowhere.yaml"]
    assert read(inside / "nowhere.yaml").problems[0].kind == "unreadable"


def test_a_folder_that_is_called_like_a_file_is_a_folder(tmp_path: Path) -> None:
    tree(tmp_path, "x.yaml/y.yaml")
    assert found(tmp_path) == ["x.yaml/y.yaml"]


def test_a_tree_may_be_deeper_than_the_stack_of_python(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for _ in range(1500):
        os.mkdir("d")
        os.chdir("d")
    tree(Path(), "x.yaml")
    os.chdir(tmp_path)
    try:
        (path,) = find([Path()])
        assert (path.name, len(path.parts), read(path).kind) == ("x.yaml", 1501, "protocol/1")
    finally:
        subprocess.run(["rm", "-rf", "d"], check=True)  # shutil.rmtree is not up to it
