"""Each file has the settings nearest to it, whatever it is called and wherever the run was started."""

import os
import subprocess
from pathlib import Path

import pytest

from sharecheck import Workspace, check
from sharecheck.settings import Resolver
from tests.settings.files import files, found, run, tree
from tests.test_cli import AREA

TWO = {
    "a/p.yaml": "",
    "a/sharecheck.toml": 'ignore = ["GAP", "FID", "LAW", "TIM", "IDM"]\nseverity = {GOV = "information"}\n',
    "b/q.yaml": "",
    "b/sharecheck.toml": 'fail-on = "warning"\nselect = ["GOV01"]\n',
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def git(*words: str) -> None:
    subprocess.run(
        ("git", "-c", "user.email=a@b.example", "-c", "user.name=a", *words), check=True, capture_output=True
    )


@pytest.mark.parametrize("words", [("a/p.yaml", "b/q.yaml"), ("b/q.yaml", "a/p.yaml"), ("a", "b"), ("b", "a"), (".",)])
@pytest.mark.parametrize("each", [(), ("--each",)])
def test_the_order_of_arguments_does_not_matter(words: tuple[str, ...], each: tuple[str, ...], folder: Path) -> None:
    tree(folder, TWO)
    done = run("check", *each, *words)
    assert (done.exit_code, done.stdout) == (1, run("check", *each, "a", "b").stdout)
    assert [one for one in found(*each, *words) if one.startswith("b/")] == ["b/q.yaml GOV01"] * 2
    assert not [one for one in found(*each, *words) if one.startswith("a/") and one[9:12] in ("GAP", "LAW")]


def test_each_file_fails_by_its_own_threshold(folder: Path) -> None:
    tree(folder, TWO)
    assert (run("check", "a").exit_code, run("check", "b").exit_code, run("check", "a", "b").exit_code) == (0, 1, 1)
    assert run("check", "a", "b", "--fail-on", "error").exit_code == 0


def test_a_file_of_settings_further_up_does_not_add_to_a_nearer_one(folder: Path) -> None:
    tree(folder, {"sharecheck.toml": 'select = ["TIM01"]', "p.yaml": "", "a/q.yaml": "", "a/sharecheck.toml": ""})
    assert found("p.yaml") == ["p.yaml TIM01"]
    assert "a/q.yaml LAW03" in found("a/q.yaml")


def test_fix_writes_no_file_that_its_own_settings_exclude(folder: Path) -> None:
    wrong = "sharecheck: protocol/1\nid: x\ntitel: X\nflows: []\n"
    tree(folder, {"a/p.yaml": wrong, "b/q.yaml": wrong, "b/sharecheck.toml": 'exclude = ["q.yaml"]'})
    run("check", "--fix", "a/p.yaml", "b/q.yaml")
    assert ((folder / "a/p.yaml").read_text(), (folder / "b/q.yaml").read_text()) == (
        wrong.replace("titel", "title"),
        wrong,
    )


def test_exceptions_for_rules_that_a_file_does_not_ask_are_not_called_unused(folder: Path) -> None:
    text = "sharecheck: protocol/1\nid: x  # sharecheck: ignore[LAW03] agreed by the board\nflows: []\n"
    tree(folder, {"a/p.yaml": text, "a/sharecheck.toml": 'ignore = ["LAW03"]', "b/q.yaml": text})
    assert [one for one in found(".") if one.endswith("DOC13")] == ["b/q.yaml DOC13"]


@pytest.mark.parametrize("words", [("link",), ("real",), ("real/../real",), ("x/../link",), ("./real/",)])
@pytest.mark.parametrize("named", [(), ("--settings", "real/sharecheck.toml"), ("--settings", "link/sharecheck.toml")])
def test_links_and_steps_back_lead_to_the_same_settings(
    words: tuple[str, ...], named: tuple[str, ...], folder: Path
) -> None:
    settings = 'exclude = ["/archive/"]\nper-file-ignores = {"p.yaml" = ["TIM01"]}\nselect = ["TIM01"]\n'
    tree(folder, {"real/p.yaml": "", "real/q.yaml": "", "real/archive/r.yaml": "", "real/sharecheck.toml": settings})
    (folder / "x").mkdir()
    (folder / "link").symlink_to("real")
    assert [one.split("/")[-1] for one in found(*words, *named)] == ["q.yaml TIM01"]


def test_patterns_hold_from_another_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree(folder, {"x/protocols/archive/p.yaml": "", "x/protocols/q.yaml": "", "y/keep": ""})
    monkeypatch.chdir(folder / "y")
    (folder / "x/sharecheck.toml").write_text('exclude = ["protocols/archive/"]')
    assert files("../x/protocols") == files("../x") == ["../x/protocols/q.yaml"]
    (folder / "x/sharecheck.toml").unlink()
    for pattern in ("archive", "../x/protocols/archive/", "/archive"):
        assert files("../x/protocols", "--exclude", pattern) == ["../x/protocols/q.yaml"]


def test_patterns_of_settings_that_stand_elsewhere_count_from_the_current_folder(folder: Path) -> None:
    tree(folder, {"ci/sharecheck.toml": 'exclude = ["protocols/archive/"]', "protocols/archive/p.yaml": ""})
    tree(folder, {"protocols/q.yaml": ""})
    assert files("protocols", "--settings", "ci/sharecheck.toml") == ["protocols/q.yaml"]
    assert files("protocols/archive/p.yaml", "--settings", "ci/sharecheck.toml") == []


def test_a_folder_that_outer_settings_leave_out_stays_left_out(folder: Path) -> None:
    tree(folder, {"sharecheck.toml": 'exclude = ["old/"]', "old/p.yaml": "", "old/sharecheck.toml": "", "q.yaml": ""})
    assert (files("."), files("old"), files("old/p.yaml")) == (["q.yaml"], [], [])


def test_a_named_file_that_is_excluded_is_told(folder: Path) -> None:
    tree(folder, {"sharecheck.toml": 'exclude = ["drafts/"]', "drafts/p.yaml": "", "q.yaml": ""})
    why = "`exclude` in sharecheck.toml names `drafts/`"
    assert f"`drafts/p.yaml` is not looked at: {why}\n" in run("check", "--each", "drafts/p.yaml", "q.yaml").told
    done = run("check", "drafts/p.yaml")
    assert (done.exit_code, done.stderr) == (3, f"nothing to check: all that is here is left out, as {why}\n")
    assert run("themes", "drafts").exit_code == 3


def test_hidden_folders_are_looked_at_when_they_are_named(folder: Path) -> None:
    tree(folder, {".sharing/p.yaml": "", ".sharing/.old/q.yaml": ""})
    assert files(".sharing") == [".sharing/p.yaml"]
    assert run("check", ".").exit_code == 3


def test_an_area_counts_for_protocols_that_are_named_in_another_way(folder: Path) -> None:
    tree(folder, {"x/y": "", "a/area.yaml": AREA.replace("northshire", "town"), "a/p.yaml": ""})
    names = ["a/area.yaml", "x/../a/p.yaml"]
    assert [area.id for area in Workspace.open(*names).areas] == ["town"]
    assert [area.id for area in Workspace.open(str(folder / "a" / "area.yaml"), "a/p.yaml").areas] == ["town"]


def test_a_resolver_is_the_way_of_the_library_too(folder: Path) -> None:
    tree(folder, TWO | {"b/archive/r.yaml": "", "b/sharecheck.toml": 'select = ["GOV01"]\nexclude = ["archive"]\n'})
    resolver = Resolver((folder,))
    workspace = Workspace.open(folder, find=resolver.files)
    told = {(one.path.name, one.rule.id) for one in check(workspace, settings=resolver).diagnostics}
    assert {rule for name, rule in told if name == "q.yaml"} == {"GOV01"}
    assert {name for name, _ in told} == {"p.yaml", "q.yaml"}
    without = {(one.path.name, one.rule.id) for one in check(workspace).diagnostics}
    assert ("p.yaml", "LAW03") in without


def test_settings_are_looked_for_once_in_each_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree(folder, {f"f{number % 50}/p{number}.yaml": "" for number in range(500)} | {"sharecheck.toml": ""})
    reads: list[str] = []
    exists = os.path.lexists
    monkeypatch.setattr("os.path.lexists", lambda path: reads.append(str(path)) or exists(path))
    resolver = Resolver((folder,))
    assert len({resolver.settings(path).file for path in resolver.files([folder])}) == 1
    looked_for = [path for path in reads if path.endswith("sharecheck.toml")]
    assert len(looked_for) == 50 + 1 + len(folder.parents)


class TestGit:
    def test_what_git_ignores_is_passed_over_in_folders_and_told(self, folder: Path) -> None:
        git("init", "-q")
        tree(folder, {".gitignore": "build/\n*.local.yaml\n", "area/.gitignore": "/tmp.yaml\n!keep.local.yaml\n"})
        tree(folder, dict.fromkeys(("build/p.yaml", "area/q.yaml", "area/tmp.yaml", "area/sub/tmp.yaml"), ""))
        tree(folder, dict.fromkeys(("area/x.local.yaml", "area/keep.local.yaml"), ""))
        kept = ["area/keep.local.yaml", "area/q.yaml", "area/sub/tmp.yaml"]
        assert files(".") == kept
        assert files("area") == kept
        assert len(files(".", "--no-respect-gitignore")) == 6
        told = run("check", ".").told
        assert "`area/tmp.yaml` is not looked at: git ignores that, by area/.gitignore; `--no-respect" in told
        assert "are not looked at: git ignores that, by .gitignore; `--no-respect-gitignore` looks at them\n" in told
        tree(folder, {"sharecheck.toml": "respect-gitignore = false"})
        assert len(files(".")) == 6
        assert files(".", "--respect-gitignore") == kept

    def test_what_is_named_is_looked_at_though_git_ignores_it(self, folder: Path) -> None:
        git("init", "-q")
        tree(folder, {".gitignore": "build/\nx.yaml\n", "build/p.yaml": "", "x.yaml": ""})
        assert files("build", "x.yaml") == ["build/p.yaml", "x.yaml"]

    def test_links_that_lead_out_of_a_folder_are_judged_where_they_stand(self, folder: Path) -> None:
        git("init", "-q", "ours")
        tree(folder, {"ours/.gitignore": "kept.yaml\n", "ours/p.yaml": "", "elsewhere/q.yaml": "", "r.yaml": ""})
        for name, target in {"kept.yaml": "../r.yaml", "out.yaml": "../r.yaml", "linked": "../elsewhere"}.items():
            (folder / "ours" / name).symlink_to(target)
        done = run("check", "--show-files", "ours")
        assert done.stdout.splitlines() == ["ours/p.yaml"]
        assert "ours/kept.yaml is left out: git ignores that" in done.stderr

    def test_a_repository_in_a_repository_begins_anew(self, folder: Path) -> None:
        git("init", "-q")
        tree(folder, {".gitignore": "*.yaml\n", "sub/.gitignore": "", "sub/p.yaml": "", "q.yaml": ""})
        git("init", "-q", "sub")
        assert files(".") == ["sub/p.yaml"]

    def test_without_a_repository_it_counts_from_the_folder_that_is_named(self, folder: Path) -> None:
        tree(folder, {".gitignore": "*.yaml\n", "a/.gitignore": "x.yaml\n", "a/x.yaml": "", "a/y.yaml": ""})
        assert files("a") == ["a/y.yaml"]
        assert files(".") == []

    @pytest.mark.parametrize("text", ["*.yaml\n" * 100_000, "\\\n", "foo[\n", "\0\n"])
    def test_a_strange_one_hides_nothing(self, text: str, folder: Path) -> None:
        tree(folder, {".gitignore": text, "p.yaml": ""})
        assert files(".") == ["p.yaml"]


class TestRevisions:
    def test_settings_and_patterns_hold_for_the_path_inside_the_repository(self, folder: Path) -> None:
        git("init", "-q")
        settings = 'per-file-ignores = {"p.yaml" = ["WKR"]}\nexclude = ["archive/"]\n'
        tree(folder, {"real/p.yaml": "", "real/archive/old.yaml": "", "real/sharecheck.toml": settings})
        text = (folder / "real/p.yaml").read_text()
        (folder / "real/p.yaml").write_text(text.replace("channel:", "within: P2D, channel:"))
        git("add", "-A")
        git("commit", "-qm", "one")
        (folder / "real/p.yaml").write_text(text.replace("channel:", "within: P9D, channel:"))
        git("commit", "-qam", "two")
        done = run("diff", "HEAD~1:real", "HEAD:real", "--output-format", "json")
        assert '"WKR' not in done.stdout
        assert '"old"' not in done.stdout
        tree(folder, {"none.toml": ""})
        other = run("diff", "HEAD~1:real", "HEAD:real", "--output-format", "json", "--settings", "none.toml").stdout
        assert '"WKR' in other
        assert '"old"' in other

    def test_hidden_folders_that_are_named_are_looked_at_on_both_sides(self, folder: Path) -> None:
        git("init", "-q")
        tree(folder, {".sharing/p.yaml": ""})
        git("add", "-A")
        git("commit", "-qm", "one")
        done = run("diff", "HEAD:.sharing", ".sharing")
        assert (done.exit_code, done.stdout) == (0, "`p`: nothing is known more or less than before\n")

    def test_submodules_and_links_out_of_a_folder_are_told(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        tree(folder, {"other/p.yaml": "", "ours/q.yaml": "", "ours/area/r.yaml": ""})
        for name in ("other", "ours"):
            git("-C", name, "init", "-q")
            if name == "ours":
                git(
                    "-C",
                    name,
                    "-c",
                    "protocol.file.allow=always",
                    "submodule",
                    "add",
                    "-q",
                    str(folder / "other"),
                    "sub",
                )
                (folder / "ours/far.yaml").symlink_to("../other/p.yaml")
                (folder / "ours/near.yaml").symlink_to("q.yaml")
            git("-C", name, "add", "-A")
            git("-C", name, "commit", "-qm", "one")
        monkeypatch.chdir(folder / "ours")
        told = run("diff", "HEAD", "HEAD").told
        assert "`sub` is a submodule: its files are not compared" in told
        assert "`far.yaml` was a link out of its folder: it is not compared" in told
        assert "near.yaml" not in told
        assert "`sub` is a submodule" in run("diff", "HEAD:sub", "sub").told
        assert "`sub` is a submodule" in run("diff", "HEAD:sub/deep", "sub").told
