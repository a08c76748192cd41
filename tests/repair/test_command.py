"""`sharecheck repair` at the command line."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.repair.town import FLOW, HEAD, flow, town


def run(*words: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "sharecheck", "repair", *map(str, words), "--as-of", "2026-11-22"]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=60, check=False)


@pytest.fixture
def broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A town with a flow that may take for ever and does not carry what is needed."""
    town(tmp_path, flow("birth-details", "nhs-number").replace("    within: P2D\n", ""))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_tells_the_changes_the_proof_and_what_is_unavoidable(broken: Path) -> None:
    result = run()
    assert (
        result.stdout
        == """\
town: 2 changes close the gap, for a cost of 3

letters.yaml  (line, cost, change)
  line 4      1  give `summary` a time limit: `P10D`
                closes 1 gap: `birth-details` for `visitors` (handover)
  line 9      2  add `birth-details` to what `summary` carries
                closes 1 gap: `birth-details` for `visitors` (handover)

proved: no choice of the 4 changes thought of closes these gaps for less than 3

unavoidable, of the changes thought of
  `birth-details` for `visitors` (handover):
    - add `birth-details` to what `summary` carries

town: 1 of 1 needs would be kept; it was 0
"""
    )
    assert result.stderr.startswith("`sharecheck check` then has more to say: ")
    assert result.stderr.endswith("`--diff` shows the changes to the files, `--apply` writes them\n")
    assert result.returncode == 0


def test_writes_nothing_unless_told_to(broken: Path) -> None:
    before = (broken / "letters.yaml").read_text()
    run("--diff")
    assert (broken / "letters.yaml").read_text() == before
    result = run("--apply")
    assert (broken / "letters.yaml").read_text() == before.replace(
        "    channel: secure-email\n    items: [nhs-number]\n",
        "    within: P10D\n    channel: secure-email\n    items: [nhs-number, birth-details]\n",
    )
    assert result.stderr.endswith("1 file written\n")
    again = run()
    assert (again.stdout, again.stderr, again.returncode) == (
        "nothing to mend: all needs that are known are kept\n"
        "`sharecheck check` still tells of 1 error; repairs close gaps only\n",
        "",
        0,
    )


def test_shows_a_patch(broken: Path) -> None:
    assert (
        run("--diff").stdout.split("\n\n")[-1]
        == """\
--- a/letters.yaml
+++ b/letters.yaml
@@ -5,5 +5,6 @@
     from: maternity
     to: visitors
     when: {event: birth}
+    within: P10D
     channel: secure-email
-    items: [nhs-number]
+    items: [nhs-number, birth-details]
"""
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("when: {event: birth}", "when:\t{event: birth}"),
        ("\n", "\r\n"),
        ("items: [nhs-number]\n", "items: [nhs-number]"),
        ("[nhs-number]", f"[nhs-number]  # {'very ' * 500}few"),
    ],
    ids=["tabs", "carriage returns", "no last line feed", "a long line"],
)
def test_a_patch_can_be_applied(old: str, new: str, broken: Path) -> None:
    file = broken / "letters.yaml"
    text = file.read_text().replace(old, new)
    file.write_text(text, newline="")
    shown = subprocess.run(
        [sys.executable, "-m", "sharecheck", "repair", "--diff"], capture_output=True, timeout=60, check=False
    ).stdout
    patch = shown[shown.index(b"--- a/letters.yaml") :]
    subprocess.run(["git", "apply", "-"], input=patch, check=True, timeout=60)
    patched = file.read_bytes()
    file.write_text(text, newline="")
    run("--apply")
    assert patched == file.read_bytes()


def test_gives_json(broken: Path) -> None:
    [plan] = json.loads(run("--output-format", "json").stdout)["plans"]
    need = {"transition": "handover", "party": "visitors", "item": "birth-details", "weight": "critical"}
    assert plan["changes"][0] == {
        "id": "item:letters/summary/birth-details",
        "kind": "item",
        "cost": 2,
        "what": "add `birth-details` to what `summary` carries",
        "to_be_agreed": None,
        "path": "letters.yaml",
        "line": 9,
        "closes": [need],
    }
    assert {key: plan[key] for key in ("gaps", "closed", "cost", "bound", "proof")} == {
        "gaps": 1,
        "closed": 1,
        "cost": 3,
        "bound": 3,
        "proof": "least",
    }


def test_with_too_small_a_budget_says_what_stays_open(broken: Path) -> None:
    result = run("--budget", "2")
    assert result.returncode == 1
    assert "the budget does not reach for\n  `birth-details` for `visitors` (handover)\n" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "first"),
    [
        (["--budget", "0"], "town: a budget of 0 does not reach for the gap"),
        (["--time-limit", "0"], "town: time was up before a change was found for the gap"),
        (
            ["--budget", "9", "--time-limit", "0"],
            "town: time was up before a change was found for the gap",
        ),
    ],
)
def test_does_not_say_that_nothing_helps_when_money_or_time_was_short(
    arguments: list[str], first: str, broken: Path
) -> None:
    assert run(*arguments).stdout.splitlines()[0] == first


def test_looks_only_at_what_was_named(broken: Path) -> None:
    assert run("--only", "item:birth-details").returncode == 0
    assert run("--only", "kind:late").stdout == (
        "nothing to mend: none of the needs named has a gap; without `--only` the gaps of others are told\n"
    )


def test_of_one_area_without_gaps_it_says_which_that_is(broken: Path) -> None:
    run("--apply")
    assert run("--area", "town", "--only", "kind:late").stdout == (
        "nothing to mend in `town`: all needs that are known are kept\n"
    )


@pytest.mark.parametrize(
    ("arguments", "trouble"),
    [
        (
            ["--only", "birth-detail"],
            "Error: no need here has to do with `birth-detail`; did you mean `birth-details`?\n",
        ),
        (["--area", "city"], "Error: no area is called `city` here; there is: `town`\n"),
    ],
)
def test_a_name_that_means_nothing_is_told(arguments: list[str], trouble: str, broken: Path) -> None:
    result = run(*arguments)
    assert (result.stdout, result.stderr, result.returncode) == ("", trouble, 2)


def test_a_gap_that_nothing_closes_is_told_and_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "sharecheck.toml").write_text('[repair]\nforbid = ["kind:record"]\n')
    before = HEAD + FLOW
    town(tmp_path, before, "smoking")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path)
        result = run("--apply")
    assert result.returncode == 1
    assert result.stdout.startswith("town: no change closes the gap\n")
    assert "no change closes\n  `smoking` for `visitors` (handover): " in result.stdout
    assert (tmp_path / "letters.yaml").read_text() == before


def test_without_anything_to_plan_with_says_so(tmp_path: Path) -> None:
    (tmp_path / "words.yaml").write_text("sharecheck: catalogue/1\nid: words\n")
    result = run(tmp_path)
    assert (result.stdout, result.stderr, result.returncode) == (
        "",
        "Error: nothing to plan with: no area here has a party that needs anything\n",
        2,
    )
