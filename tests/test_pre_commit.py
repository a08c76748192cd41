"""The hooks in the real pre-commit: a clean commit passes, a broken protocol stops it."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent
PACKAGE = ("src", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml")

CONFIG = """\
repos:
  - repo: {hooks}
    rev: v1
    hooks:
      - id: sharecheck-fix
      - id: sharecheck
      - id: sharecheck-area
"""
SETTINGS = 'select = ["DOC", "TIM", "STR01", "GAP", "WKR"]\n'

AREA = """\
sharecheck: area/1
id: northshire
nation: england
pathway: small
protocols: complete
parties:
  - {id: maternity, service: midwifery, controller: controller}
  - {id: hv, service: health-visiting, controller: controller}
"""

PATHWAY = """\
sharecheck: pathway/1
id: small
nation: england
events:
  - {id: birth, title: Birth, window: {age: {from: P0D, to: P0D}}}
  - {id: new-birth-visit, title: New birth visit, window: {age: {from: P10D, to: P14D}}}
records:
  - {service: midwifery, event: birth, items: [contact-details]}
transitions:
  - id: handover
    title: Midwifery to health visiting
    to: health-visiting
    at: new-birth-visit
    source: qs37-1
    strength: national-standard
    verified: "yes"
    needs: [{item: contact-details, weight: critical}]
"""

HANDOVER = """\
sharecheck: protocol/1
id: handover
status: draft
flows:
  - id: summary
    from: maternity
    to: hv
    when: {event: birth}
    within: P5D
    channel: secure-email
    items: [contact-details]
    basis: {article-6: 6(1)(e), powers: [ca2004-11]}
"""


class Repository:
    """A scratch repository."""

    def __init__(self, folder: Path, home: Path) -> None:
        self.folder = folder
        names = {"GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example", "GIT_CONFIG_GLOBAL": os.devnull}
        names |= {"GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@example", "PRE_COMMIT_HOME": str(home)}
        hidden = ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE")
        self.environment = {**{k: v for k, v in os.environ.items() if k not in hidden}, **names}
        folder.mkdir()
        self.run("git", "init", "-q", "-b", "main")

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command, cwd=self.folder, env=self.environment, capture_output=True, text=True, timeout=400, check=False
        )

    def commit(self, message: str) -> subprocess.CompletedProcess[str]:
        self.run("git", "add", "--all")
        return self.run("git", "commit", "-q", "-m", message)


@pytest.fixture(scope="module")
def area(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    if not shutil.which("git"):
        pytest.skip("git is not on this machine")
    top = tmp_path_factory.mktemp("pre-commit")
    hooks = Repository(top / "hooks", top / "home")
    for name in PACKAGE:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, hooks.folder / name)
    assert hooks.commit("hooks").returncode == 0
    assert hooks.run("git", "tag", "v1").returncode == 0
    area = Repository(top / "area", top / "home")
    (area.folder / ".pre-commit-config.yaml").write_text(CONFIG.format(hooks=hooks.folder))
    (area.folder / "sharecheck.toml").write_text(SETTINGS)
    installed = area.run(sys.executable, "-m", "pre_commit", "install", "--install-hooks")
    assert installed.returncode == 0, installed.stdout + installed.stderr
    for name, text in {"area": AREA, "pathway": PATHWAY, "handover": HANDOVER}.items():
        (area.folder / f"{name}.yaml").write_text(text)
    return area


def test_a_clean_commit_passes_and_a_broken_protocol_stops_it(area: Repository) -> None:
    (area.folder / "handover.yaml").write_text(HANDOVER.replace("status: draft\n", ""))
    clean = area.commit("clean")
    assert clean.returncode == 0, clean.stdout + clean.stderr
    (area.folder / "handover.yaml").write_text(HANDOVER.replace("within: P5D", "within: P5D\n    wihtout: x"))
    broken = area.commit("broken")
    assert broken.returncode == 1
    assert "`wihtout` is not a key" in " ".join((broken.stdout + broken.stderr).split())
    assert re.search(r"sharecheck \(mend what is mechanical\)\.+Failed", broken.stdout + broken.stderr)


def test_what_is_mechanical_is_mended_and_the_commit_stops_for_a_look(area: Repository) -> None:
    sound = HANDOVER.replace("status: draft\n", "")
    (area.folder / "handover.yaml").write_text(sound.replace("within", "witihn"))
    stopped = area.commit("misspelt")
    assert stopped.returncode == 1
    assert (area.folder / "handover.yaml").read_text() == sound


SOUND = HANDOVER.replace("status: draft\n", "")
USEFUL = PATHWAY.replace("weight: critical", "weight: useful")


def _only_deleted(folder: Path) -> None:
    (folder / "handover.yaml").unlink()


def _later(folder: Path) -> None:
    (folder / "handover.yaml").write_text(SOUND.replace("within: P5D", "within: P30D"))


def _excluded(folder: Path) -> None:
    (folder / "sharecheck.toml").write_text(f'{SETTINGS}exclude = ["handover.yaml"]\n')


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (_only_deleted, "does no more"),
        (_later, "does no more"),
        (_excluded, "`exclude` names `handover.yaml` now"),
    ],
)
def test_what_is_lost_since_the_last_commit_stops_it_though_it_is_no_error_by_itself(
    area: Repository, change: Callable[[Path], None], words: str
) -> None:
    """A need that is only useful: its loss by itself is for information, and a deletion leaves nothing to look at."""
    (area.folder / "pathway.yaml").write_text(USEFUL)
    (area.folder / "handover.yaml").write_text(SOUND)
    area.run("git", "add", "--all")
    area.run("git", "commit", "-q", "--no-verify", "--allow-empty", "-m", "agreed")
    change(area.folder)
    stopped = area.commit("less")
    (area.folder / "sharecheck.toml").write_text(SETTINGS)
    (area.folder / "pathway.yaml").write_text(PATHWAY)
    assert stopped.returncode == 1
    assert words in " ".join((stopped.stdout + stopped.stderr).split())


def test_a_loss_in_the_network_stops_it_though_each_file_is_sound(area: Repository) -> None:
    (area.folder / "handover.yaml").write_text(HANDOVER)
    lossy = area.commit("lossy")
    assert lossy.returncode == 1
    said = lossy.stdout + lossy.stderr
    assert re.search(r"sharecheck \(each file\)\.+Passed", said)
    assert re.search(r"sharecheck \(whole area\)\.+Failed", said)
    assert "it is a draft" in " ".join(said.split())


def test_a_committed_file_is_never_taken_for_an_option() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    assert {hook["id"] for hook in hooks if hook["entry"].split()[-1] != "--"} == set()


@pytest.mark.parametrize("name", ["--help.yaml", "--select=X.yaml", "-h.yaml", "--version.yml", "--ignore=DOC.yaml"])
def test_a_file_named_like_an_option_is_checked_as_any_other(name: str, tmp_path: Path) -> None:
    [hook] = (one for one in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text()) if one["id"] == "sharecheck")
    (tmp_path / name).write_text("sharecheck: protocol/1\nid: a\nflwos: []\n")
    command = [sys.executable, "-m", *hook["entry"].split(), name]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, "did you mean `flows`" in " ".join(done.stdout.split())) == (1, True)


def test_a_committed_file_named_like_an_option_stops_a_commit(area: Repository) -> None:
    (area.folder / "handover.yaml").write_text(HANDOVER.replace("status: draft\n", ""))
    (area.folder / "--ignore=DOC.yaml").write_text("sharecheck: protocol/1\nid: a\nxyzzy: []\nflows: []\n")
    stopped = area.commit("named like an option")
    (area.folder / "--ignore=DOC.yaml").unlink()
    assert stopped.returncode == 1
    assert "`xyzzy` is not a key" in " ".join((stopped.stdout + stopped.stderr).split())


def test_options_behind_the_dashes_are_told_where_they_belong(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "sharecheck", "check", "--each", "--", "--select", "TIM", "a.yaml"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 2
    assert "options go before `--`" in done.stdout
