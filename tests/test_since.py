"""`check --since`: what was surely kept and is no longer fails a run, whatever the weight of the loss."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click import ClickException
from click.testing import CliRunner

from sharecheck.cli import cli
from sharecheck.cli.since import named_revision
from tests.test_cli import AREA, PATHWAY

DAY = ("--as-of", "2026-11-22")
WHO = ("-c", "user.name=a", "-c", "user.email=a@example.org")
USEFUL = PATHWAY.replace("weight: critical", "weight: useful")
"""A pathway whose losses are information, so that no run fails by them."""
PROTOCOL = """\
sharecheck: protocol/1
id: handover
flows:
  - id: summary
    from: maternity
    to: hv
    when: {event: birth}
    within: P2D
    channel: secure-email
    items: [birth-details, growth]
"""


def git(*words: str, at: Path) -> str:
    return subprocess.run(("git", *WHO, *words), cwd=at, capture_output=True, text=True, check=True).stdout


def check(*words: str) -> tuple[int, str]:
    """Exit status and output of a run that asks for gaps and for what two versions say."""
    rules = () if "--select" in words else ("--select", "GAP,WKR")
    done = CliRunner().invoke(cli, ["check", *DAY, "--output-format", "concise", *rules, *words], standalone_mode=False)
    if isinstance(done.exception, ClickException):
        return done.exception.exit_code, done.exception.message
    assert done.exception is None
    return done.return_value, done.output


def ids(output: str) -> list[str]:
    return sorted({word for word in output.split() if word.startswith("WKR2")})


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository in which every need is kept, and the folder in which the program runs."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    for name in ("GITHUB_BASE_REF", "PRE_COMMIT_FROM_REF", "CI_COMMIT_BEFORE_SHA"):
        monkeypatch.delenv(name, raising=False)
    top = tmp_path / "northshire"
    (top / "agreed").mkdir(parents=True)
    for name, text in {"area": AREA, "pathway": USEFUL, "handover": PROTOCOL}.items():
        (top / "agreed" / f"{name}.yaml").write_text(text)
    git("init", "-q", "-b", "main", at=top)
    git("add", "-A", at=top)
    git("commit", "-qm", "agreed", at=top)
    monkeypatch.chdir(top)
    return top


Change = Callable[[Path], None]


def replaced(file: str, old: str, new: str) -> Change:
    def change(top: Path) -> None:
        path = top / "agreed" / file
        text = path.read_text()
        assert old in text
        path.write_text(text.replace(old, new))

    return change


def together(*changes: Change) -> Change:
    def change(top: Path) -> None:
        for one in changes:
            one(top)

    return change


def removed(*files: str) -> Change:
    def change(top: Path) -> None:
        for file in files:
            (top / "agreed" / file).unlink()

    return change


def test_nothing_has_changed_and_nothing_is_told(repository: Path) -> None:
    status, output = check("--since", "HEAD")
    assert (status, ids(output)) == (0, [])
    assert "compared with `HEAD` (" in output


@pytest.mark.parametrize(
    ("change", "rules"),
    [
        pytest.param(replaced("handover.yaml", "within: P2D", "within: P30D"), ["WKR26"], id="a longer time"),
        pytest.param(removed("handover.yaml"), ["WKR26"], id="a protocol deleted"),
        pytest.param(
            together(removed("handover.yaml"), replaced("area.yaml", "complete", "partial")),
            ["WKR27"],
            id="a protocol deleted and the list called partial",
        ),
        pytest.param(
            replaced("area.yaml", "service: health-visiting", "service: general-practice"),
            ["WKR28"],
            id="a service that nobody does any more",
        ),
        pytest.param(removed("area.yaml"), ["WKR28"], id="the area deleted"),
        pytest.param(removed("area.yaml", "pathway.yaml", "handover.yaml"), ["WKR28"], id="everything deleted"),
        pytest.param(removed("pathway.yaml"), ["WKR28"], id="the pathway deleted"),
    ],
)
def test_a_new_loss_fails_whatever_it_weighs(repository: Path, change: Change, rules: list[str]) -> None:
    change(repository)
    assert (check("--since", "HEAD", "--select", "WKR26,WKR27,WKR28")[0], ids(check("--since", "HEAD")[1])) == (
        1,
        rules,
    )


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(replaced("handover.yaml", "within: P2D", "within: P3D"), id="later and still in time"),
        pytest.param(
            lambda top: (top / "agreed" / "handover.yaml").rename(top / "agreed" / "births.yaml"), id="a file renamed"
        ),
        pytest.param(
            together(
                replaced("area.yaml", "id: hv", "id: hv-team"), replaced("handover.yaml", "to: hv", "to: hv-team")
            ),
            id="a party renamed",
        ),
        pytest.param(
            together(
                replaced("area.yaml", "id: northshire", "id: north-shire"),
            ),
            id="an area renamed",
        ),
        pytest.param(replaced("area.yaml", "complete", "partial"), id="kept also in a partial list"),
    ],
)
def test_what_is_still_kept_is_no_loss(repository: Path, change: Change) -> None:
    change(repository)
    assert ids(check("--since", "HEAD")[1]) == []


def test_taking_back_that_all_protocols_are_here_fails(repository: Path) -> None:
    replaced("area.yaml", "complete", "partial")(repository)
    status, output = check("--since", "HEAD")
    assert (status, "WKR05" in output) == (1, True)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(replaced("area.yaml", "complete", "partial"), id="the list called partial"),
        pytest.param(removed("area.yaml"), id="the area deleted"),
        pytest.param(replaced("area.yaml", "service: health-visiting", "service: housing"), id="the service taken out"),
    ],
)
def test_a_loss_that_was_known_must_not_be_hidden(repository: Path, change: Change) -> None:
    removed("handover.yaml")(repository)
    git("commit", "-qam", "nothing is promised", at=repository)
    change(repository)
    assert check("--since", "HEAD", "--select", "WKR27,WKR28")[0] == 1


def test_who_asks_for_some_rules_still_hears_what_is_lost(repository: Path) -> None:
    removed("handover.yaml")(repository)
    assert check("--since", "HEAD", "--select", "TIM")[0] == 1


def test_an_exception_in_the_new_text_says_that_the_loss_is_agreed(repository: Path) -> None:
    line = "items: [birth-details, growth]"
    late = together(
        replaced("handover.yaml", "within: P2D", "within: P30D"),
        replaced("handover.yaml", line, f"{line}  # sharecheck: ignore[WKR26, GAP] agreed by the board in May"),
    )
    late(repository)
    assert ids(check("--since", "HEAD")[1]) == []
    git("commit", "-qam", "agreed again", at=repository)
    status, output = check("--since", "HEAD")
    assert (status, "DOC13" in output) == (0, False), "the exception was for one change and is not called unused"


def test_a_folder_is_compared_as_well_as_a_revision(repository: Path, tmp_path: Path) -> None:
    (repository / "agreed").rename(tmp_path / "last-year")
    (repository / "agreed").mkdir()
    for path in (tmp_path / "last-year").iterdir():
        text = path.read_text().replace("within: P2D", "within: P30D")
        (repository / "agreed" / path.name).write_text(text)
    assert ids(check("agreed", "--since", str(tmp_path / "last-year"))[1]) == ["WKR26"]


def test_a_committed_folder_does_not_take_the_place_of_a_revision(repository: Path) -> None:
    (repository / "HEAD").mkdir()
    (repository / "HEAD" / "area.yaml").write_text(AREA)
    (repository / "agreed" / "handover.yaml").unlink()
    status, output = check("agreed", "--since", "HEAD")
    assert status == 2
    assert output == (
        "`HEAD` is a revision, and a file or folder here as well: write `./HEAD` for what is here, "
        "`HEAD~0` for the revision"
    )
    for revision in ("HEAD~0", "auto"):
        assert check("agreed", "--since", revision)[0] == 1


def test_of_a_branch_it_is_where_this_one_set_out(repository: Path) -> None:
    """What was won on the other branch in the meantime is no loss here."""
    replaced("handover.yaml", "within: P2D", "within: P30D")(repository)
    git("commit", "-qam", "late", at=repository)
    git("checkout", "-qb", "ours", at=repository)
    git("checkout", "-q", "main", at=repository)
    replaced("handover.yaml", "within: P30D", "within: P2D")(repository)
    git("commit", "-qam", "in time again", at=repository)
    git("checkout", "-q", "ours", at=repository)
    assert ids(check("--since", "main")[1]) == []


def test_files_that_were_broken_before_can_be_mended(repository: Path) -> None:
    replaced("handover.yaml", "within: P2D", "witihn: P2D")(repository)
    git("commit", "-qam", "broken", at=repository)
    replaced("handover.yaml", "witihn: P2D", "within: P2D")(repository)
    status, output = check("--since", "HEAD")
    assert status == 0
    assert "`HEAD:agreed/handover.yaml` was not understood then: what it promised is not compared" in output


def test_files_that_are_broken_now_are_told_and_not_a_hundred_losses(repository: Path) -> None:
    replaced("handover.yaml", "within: P2D", "witihn: P2D")(repository)
    status, output = check("--since", "HEAD")
    assert (status, ids(output), "DOC06" in output) == (1, [], True)


def test_a_repository_without_a_commit_has_nothing_to_compare_with(repository: Path) -> None:
    git("update-ref", "-d", "HEAD", at=repository)
    status, output = check("--since", "HEAD")
    assert (status, "there is nothing to compare with: this repository has no commit yet" in output) == (0, True)


def test_an_unknown_revision_is_a_mistake_and_a_shallow_clone_gets_a_hint(repository: Path, tmp_path: Path) -> None:
    assert check("--since", "v9") == (2, "there is no file, folder or revision `v9` here")
    git("commit", "-q", "--allow-empty", "-m", "two", at=repository)
    git("clone", "-q", "--depth=1", repository.as_uri(), str(tmp_path / "shallow"), at=tmp_path)
    os.chdir(tmp_path / "shallow")
    hint = "this clone is shallow: fetch its history first (`git fetch --unshallow`, or `fetch-depth: 0` in CI)"
    assert check("--since", "HEAD~1") == (2, f"there is no file, folder or revision `HEAD~1` here; {hint}")


def test_a_submodule_is_told(repository: Path, tmp_path: Path) -> None:
    git("clone", "-q", str(repository), str(tmp_path / "other"), at=tmp_path)
    git(
        "-c",
        "protocol.file.allow=always",
        "submodule",
        "--quiet",
        "add",
        str(tmp_path / "other"),
        "theirs",
        at=repository,
    )
    git("commit", "-qm", "theirs", at=repository)
    assert "`theirs` is a submodule: its files are not compared" in check("agreed", ".", "--since", "HEAD")[1]


def test_from_a_folder_below_and_with_a_path_from_elsewhere(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    removed("handover.yaml")(repository)
    for folder, path in (
        (repository / "agreed", "."),
        (repository.parent, "northshire/agreed"),
        (Path("/"), repository),
    ):
        monkeypatch.chdir(folder)
        assert ids(check(str(path), "--since", "HEAD")[1]) == ["WKR26"]


def test_each_and_since_do_not_go_together(repository: Path) -> None:
    assert check("--each", "--since", "HEAD")[0] == 2


@pytest.mark.parametrize(
    ("variables", "revision"),
    [
        ({}, "HEAD"),
        ({"GITHUB_BASE_REF": "main"}, "origin/main"),
        ({"GITHUB_BASE_REF": ""}, "HEAD"),
        ({"SYSTEM_PULLREQUEST_TARGETBRANCH": "refs/heads/main"}, "origin/main"),
        ({"CI_MERGE_REQUEST_DIFF_BASE_SHA": "abc", "CI_COMMIT_BEFORE_SHA": "def"}, "abc"),
        ({"CI_COMMIT_BEFORE_SHA": "0" * 40}, "HEAD"),
        ({"PRE_COMMIT_FROM_REF": "v1", "GITHUB_BASE_REF": "main"}, "v1"),
    ],
)
def test_auto_is_what_the_change_set_out_from(variables: dict[str, str], revision: str) -> None:
    assert named_revision("auto", variables) == revision
    assert named_revision("main", variables) == "main"


def test_auto_is_never_a_folder_that_is_called_like_the_branch(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git("clone", "-q", "--bare", str(repository), str(tmp_path / "server"), at=tmp_path)
    git("remote", "add", "origin", (tmp_path / "server").as_uri(), at=repository)
    shutil.copytree(repository / "agreed", repository / "origin" / "main")
    removed("handover.yaml")(repository)
    removed("../origin/main/handover.yaml")(repository)  # nothing would be lost from one to the other
    monkeypatch.setenv("GITHUB_BASE_REF", "main")
    fetch = "git fetch origin main:refs/remotes/origin/main"
    missing = "there is no file, folder or revision `origin/main` here; fetch that branch first"
    assert check("agreed", "--since", "auto") == (2, f"{missing} (`{fetch}`)")
    git(*fetch.split()[1:], at=repository)
    assert ids(check("agreed", "--since", "auto")[1]) == ["WKR26"]


def test_a_shallow_clone_of_a_branch_says_what_to_type(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git("switch", "-qc", "ours", at=repository)
    removed("handover.yaml")(repository)
    git("commit", "-qam", "gone", at=repository)
    git("clone", "-q", "--depth=1", "-b", "ours", repository.as_uri(), str(tmp_path / "shallow"), at=tmp_path)
    monkeypatch.chdir(tmp_path / "shallow")
    monkeypatch.setenv("GITHUB_BASE_REF", "main")
    fetch = "git fetch --unshallow origin main:refs/remotes/origin/main"
    status, output = check("--since", "auto")
    assert (status, f"(`{fetch}`, or `fetch-depth: 0` in CI)" in output) == (2, True)
    git("fetch", "-q", "--depth=1", "origin", "main:refs/remotes/origin/main", at=tmp_path / "shallow")
    status, output = check("--since", "auto")  # both are here, and nothing that they have in common
    assert (status, "have no commit in common" in output, f"(`{fetch}`" in output) == (2, True, True)
    git(*fetch.split()[1:], at=tmp_path / "shallow")
    assert ids(check("--since", "auto")[1]) == ["WKR26"]


def test_settings_above_the_repository_are_those_of_today_on_both_sides(repository: Path) -> None:
    (repository.parent / "sharecheck.toml").write_text('ignore = ["GOV"]\nfail-under = 50\n')
    (repository / "sharecheck.toml").write_text('ignore = ["GOV01"]\nfail-under = 50\n')
    assert "ask for less" not in check("--since", "HEAD")[1], "more is asked than by those above"
    (repository / "sharecheck.toml").write_text('ignore = ["GOV", "CON"]\nfail-under = 40\n')
    status, output = check("--since", "HEAD")
    assert status == 1
    assert "`fail-under` is 40, and was 50" in output
    assert "CON01, CON02, CON03 and" in output
    git("add", "-A", at=repository)
    git("commit", "-qm", "settings", at=repository)
    (repository / "sharecheck.toml").unlink()
    assert "ask for less" not in check("--since", "HEAD")[1]


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ('exclude = ["agreed/handover.yaml"]', "`exclude` names `agreed/handover.yaml` now"),
        ('ignore = ["WKR"]', "WKR01, WKR02, WKR03 and 25 more are not asked any more"),
        ('select = ["GAP", "WKR"]', "are not asked any more"),
        ('per-file-ignores = {"agreed/" = ["GAP"]}', "GAP is not asked in `agreed/`"),
        ('severity = {WKR26 = "information"}', "WKR26 weighs only information"),
        ('fail-on = "never"', "`fail-on` is `never`, and was `error`"),
    ],
)
def test_settings_that_ask_for_less_fail_unless_they_say_why(repository: Path, settings: str, words: str) -> None:
    (repository / "sharecheck.toml").write_text(f"{settings}\n")
    status, output = check("--since", "HEAD")
    assert (status, f"{words}; take that back, or say why under `because` in the settings" in output) == (1, True)
    key = "WKR26" if "severity" in settings else settings.partition(" ")[0].replace("select", "ignore")
    (repository / "sharecheck.toml").write_text(f'{settings}\nbecause = {{{key} = "agreed in May"}}\n')
    assert f"{words}, because agreed in May" in check("--since", "HEAD")[1]
    git("add", "-A", at=repository)
    git("commit", "-qm", "settings", at=repository)
    assert "ask for less" not in check("--since", "HEAD")[1]


def test_settings_that_extend_a_file_outside_of_the_repository_cannot_be_compared(repository: Path) -> None:
    (repository.parent / "common.toml").write_text('ignore = ["GOV"]\n')
    (repository / "sharecheck.toml").write_text('extend = "../common.toml"\n')
    git("add", "-A", at=repository)
    git("commit", "-qm", "settings", at=repository)
    assert check("--since", "HEAD")[0] == 0
    (repository / "sharecheck.toml").write_text('extend = "../common.toml"\nignore = ["CON"]\n')
    assert check("--since", "HEAD") == (
        2,
        "nobody can say what the settings asked for before: sharecheck.toml: `extend` names `../common.toml`, which is "
        "not there; a commit knows only files of its own repository",
    )


def test_settings_that_ask_for_more_are_no_loss(repository: Path) -> None:
    (repository / "sharecheck.toml").write_text('ignore = ["GOV"]\nfail-under = 50\n')
    git("add", "-A", at=repository)
    git("commit", "-qm", "settings", at=repository)
    (repository / "sharecheck.toml").write_text('fail-on = "information"\nfail-under = 60\n')
    assert "ask for less" not in check("--since", "HEAD")[1]
    (repository / "sharecheck.toml").unlink()
    assert "`fail-under` is 0, and was 50" in check("--since", "HEAD")[1]


def test_a_file_that_git_is_to_ignore_from_now_on_is_gone_and_was_there(repository: Path) -> None:
    (repository / ".gitignore").write_text("handover.yaml\n")
    status, output = check("--since", "HEAD")
    assert (status, ids(output)) == (1, ["WKR26"])
