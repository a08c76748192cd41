"""What is said of texts that the program had not seen: all of it judged, nothing wrong, what was expected found."""

from pathlib import Path

import pytest
import yaml
from tools.truth import (
    Figures,
    Judgement,
    Text,
    Words,
    blocks,
    figures,
    folders,
    load_text,
    sheet,
    table,
    troubles,
)

from sharecheck import Workspace, check

FOLDERS = folders()
JUDGED = [folder for folder in FOLDERS if (folder / "judged.yaml").exists()]

LATE, LOST = Words("f1", "warning: it is late", "send it sooner"), Words("f2", "error: it is lost")
JUDGEMENTS = {LATE: Judgement("useful", "a day counts", ("is-late",)), LOST: Judgement("noise", "known")}
TEXT = Text("a-form", ("is-late",), ("not-lost",), JUDGEMENTS, {})
FOUND = [[LATE], [LOST]]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_text_is_read_without_trouble(folder: Path) -> None:
    assert check(Workspace.open(folder), select=("DOC",)).diagnostics == ()


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_what_is_expected_says_what_it_is_about_how_serious_it_is_and_why(folder: Path) -> None:
    data = yaml.safe_load((folder / "expected.yaml").read_text(encoding="utf-8"))
    assert list(data) == ["text", "read", "statement", "needs", "expected", "must-not", "cannot-say"]
    assert list(data["needs"]) == ["kept", "broken", "unknown"]
    assert {tuple(one) for one in data["expected"]} == {("id", "about", "kind", "severity", "why")}
    assert {one["severity"] for one in data["expected"]} <= {"error", "warning", "information"}
    assert {tuple(one) for one in data["must-not"]} == {("id", "about", "not", "why")}
    names = [one["id"] for one in (*data["expected"], *data["must-not"])]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("folder", JUDGED, ids=lambda folder: folder.name)
def test_all_that_is_said_is_judged_nothing_is_wrong_and_what_was_expected_is_found(folder: Path) -> None:
    assert list(troubles(load_text(folder), blocks(folder))) == []


def test_three_in_four_of_all_that_is_said_are_useful() -> None:
    of_all = sum((figures(load_text(folder), blocks(folder)) for folder in JUDGED), Figures())
    assert of_all.useful_enough, of_all


def test_judgements_that_are_complete_and_good_are_no_trouble() -> None:
    assert list(troubles(TEXT, FOUND)) == []


@pytest.mark.parametrize(
    ("text", "found", "trouble"),
    [
        (TEXT, [*FOUND, [Words("f3", "error: new")]], "nobody judged: error: new"),
        (TEXT, [[LATE]], "judged, and no longer said: error: it is lost"),
        (
            TEXT._replace(judgements={**JUDGEMENTS, LOST: Judgement("wrong", "it is not")}),
            FOUND,
            "wrong, it is not: error: it is lost",
        ),
        (
            TEXT._replace(judgements={**JUDGEMENTS, LOST: Judgement("noise", "known", against=("not-lost",))}),
            FOUND,
            "must not be said, and is judged noise: error: it is lost",
        ),
        (
            TEXT._replace(judgements={**JUDGEMENTS, LOST: Judgement("noise", "")}),
            FOUND,
            "judged without a reason: error: it is lost",
        ),
        (
            TEXT._replace(judgements={**JUDGEMENTS, LOST: Judgement("", "known")}),  # type: ignore[arg-type]
            FOUND,
            "no verdict, ``: error: it is lost",
        ),
        (
            TEXT._replace(judgements={**JUDGEMENTS, LOST: Judgement("useful", "so", ("is-lost",))}),
            FOUND,
            "no expectation: is-lost",
        ),
        (
            TEXT._replace(expected=("is-late", "is-lost")),
            FOUND,
            "expected, not found, and nobody says why: is-lost",
        ),
        (TEXT._replace(not_met={"is-late": "so"}), FOUND, "both met and not met: is-late"),
    ],
)
def test_what_is_not_judged_or_not_good_is_told(text: Text, found: list[list[Words]], trouble: str) -> None:
    assert list(troubles(text, found)) == [trouble]


def test_the_same_finding_in_other_words_is_judged_anew() -> None:
    said_now = LATE._replace(advice="ask the parent")
    assert list(troubles(TEXT, [[said_now], [LOST]])) == [
        "nobody judged: warning: it is late",
        "judged, and no longer said: warning: it is late",
    ]


def test_an_expectation_that_is_not_met_for_a_reason_is_no_trouble_and_is_not_found() -> None:
    text = TEXT._replace(expected=("is-late", "is-lost"), not_met={"is-lost": "the text does not say it"})
    assert list(troubles(text, FOUND)) == []
    assert figures(text, FOUND) == Figures(findings=2, useful=1, noise=1, expected=2, found=1)


def test_noise_meets_no_expectation() -> None:
    text = TEXT._replace(judgements={**JUDGEMENTS, LATE: Judgement("noise", "told twice", ("is-late",))})
    assert list(troubles(text, FOUND)) == ["expected, not found, and nobody says why: is-late"]


def test_findings_that_are_told_as_one_count_once_and_as_the_worst_of_them() -> None:
    assert figures(TEXT, [[LATE, LOST]]) == Figures(findings=1, noise=1, expected=1, found=1)


@pytest.mark.parametrize(("useful", "enough"), [(3, True), (2, False)])
def test_at_least_three_in_four_have_to_be_useful(useful: int, enough: bool) -> None:
    assert Figures(findings=4, useful=useful).useful_enough is enough


def test_the_table_has_a_row_for_each_text_and_one_for_all() -> None:
    row = figures(TEXT, FOUND)
    assert table({"a-form": row, "another": row}) == (
        "| text | findings | useful | noise | wrong | expected | found |\n"
        "|---|---|---|---|---|---|---|\n"
        "| a-form | 2 | 1 | 1 | 0 | 1 | 1 |\n"
        "| another | 2 | 1 | 1 | 0 | 1 | 1 |\n"
        "| **all** | 4 | 2 | 2 | 0 | 2 | 2 |\n"
    )


def test_a_sheet_that_was_filled_in_is_what_is_judged(tmp_path: Path) -> None:
    (tmp_path / "expected.yaml").write_text("expected: [{id: is-late}]\nmust-not: []\n")
    nobody = load_text(tmp_path)
    assert nobody.judgements is None
    filled = yaml.safe_load(sheet(nobody, FOUND))
    for entry in filled["findings"]:
        entry.update(verdict="useful", reason="a day counts", meets=["is-late"])
    (tmp_path / "judged.yaml").write_text(yaml.safe_dump(filled))
    assert list(troubles(load_text(tmp_path), FOUND)) == []
    assert figures(load_text(tmp_path), FOUND) == Figures(findings=2, useful=2, expected=1, found=1)
