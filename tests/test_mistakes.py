"""Known mistakes, made in copies: all are noticed, by the rules that are there for them and by no other."""

from pathlib import Path

import pytest
from tools.mistakes import MISTAKES, UNSEEDED, Mistake, Seeded, Site, made, named, seeded
from tools.mistakes.__main__ import main
from tools.mistakes.mistake import mistake
from tools.mistakes.page import page, text
from tools.mistakes.tree import block, drop, misspelt, tree

from sharecheck import Workspace
from sharecheck.report.style import Style
from sharecheck.rule import FAMILIES
from sharecheck.rules import rulebook
from sharecheck.workspace import UsageError
from tests.rules.examples import TODAY

ROOT = Path(__file__).parent.parent
ENGLAND = ROOT / "protocols" / "model-england"
WORDS = {*FAMILIES, *(rule.id for rule in rulebook())}


def england() -> Workspace:
    return Workspace.open(ENGLAND, as_of=TODAY)


def test_all_are_noticed_and_no_rule_speaks_without_reason() -> None:
    said = (ROOT / "docs" / "mistakes.md").read_text()  # held current by `test_generated`
    assert "0 of them went unnoticed, and 0 made a rule speak that has no reason to" in said


def test_there_are_many_and_each_is_told_apart() -> None:
    names = [one.name for one in MISTAKES]
    assert len(set(names)) == len(names) >= 60


@pytest.mark.parametrize("one", MISTAKES, ids=lambda one: one.name)
def test_each_says_what_somebody_does_and_which_rules_speak(one: Mistake) -> None:
    assert one.what[0].isupper() or one.what[0] == "`"
    assert not one.what.endswith(".")
    assert one.caught_by
    assert {*one.caught_by, *one.also} <= WORDS
    assert all(reason and not reason.endswith(".") for reason in one.also.values())


def test_the_same_seed_makes_the_same_mistakes_at_the_same_places() -> None:
    some = named(["limit-forgotten", "item-misspelt", "review-forgotten"])
    first, again, other = (list(seeded(england(), some, seed)) for seed in (1, 1, 5))
    assert first == again
    assert [one.where for one in first] != [one.where for one in other]


def test_what_is_made_is_one_mistake_in_one_file() -> None:
    before = england()
    after = made(before, *named(["review-forgotten"]))
    assert after is not None
    changed = [(one, two) for one, two in zip(before.documents, after.documents, strict=True) if one is not two]
    assert len(changed) == 1
    [(one, two)] = changed
    assert {**tree(one)} | {"review": None} == {**tree(two), "review": None}
    assert "review" not in tree(two)


def test_a_mistake_can_take_a_file_that_is_new() -> None:
    before = england()
    after = made(before, *named(["promise-tidied-away"]))
    assert after is not None
    *same, old = after.documents
    [(one, two)] = [(one, two) for one, two in zip(before.documents, same, strict=True) if one is not two]
    assert tree(old) == {**tree(one), "status": "withdrawn", "effective": "2024-09-13"}
    assert old.path == one.path.with_name("seeded-old.yaml")
    assert tree(one) != tree(two)


def test_a_mistake_can_be_made_in_all_agreements() -> None:
    before = england()
    after = made(before, *named(["border-that-nobody-thought-of"]))
    assert after is not None
    changed = [(one, two) for one, two in zip(before.documents, after.documents, strict=True) if one.text != two.text]
    said = [(block(tree(one), "governance"), block(tree(two), "governance")) for one, two in changed]
    movers = [one.pop("movers", None) for one, _ in said]
    assert all(one == two for one, two in said)
    assert len(list(filter(None, movers))) == len(before.areas[0].current)


def test_every_rule_is_woken_by_a_mistake_or_has_a_reason_why_none_can() -> None:
    said = (ROOT / "docs" / "mistakes.md").read_text()  # held current by `test_generated`
    assert "has no kind of mistake yet" not in said
    assert [rule for rule in UNSEEDED if f"* [{rule}](rules/{rule}.md) cannot be seeded" not in said] == []


def test_the_page_says_why_a_rule_cannot_be_woken() -> None:
    told = page([], {"STR01": "it is an example"}).splitlines()
    assert "* [STR01](rules/STR01.md) cannot be seeded, because it is an example" in told
    assert "* [STR02](rules/STR02.md) has no kind of mistake yet" in told


@mistake("protocol", "RTS01")
def harmless(site: Site) -> bool:
    """A purpose gets another word."""
    site.here["purpose"] = "So that nobody is missed."
    return True


@mistake("protocol", "LIF01")
def two_at_once(site: Site) -> bool:
    """Review and version are forgotten."""
    return drop(site.here, "version") and drop(site.here, "review")


def test_a_mistake_that_no_rule_notices_is_told() -> None:
    [found] = seeded(england(), [harmless])
    assert (found.missed, found.noise, found.caught) == (("RTS01",), (), False)
    assert text([found], Style()) == (
        "test mistakes\n"
        "  ✗ harmless\n"
        f"      A purpose gets another word, in {found.where}\n"
        "      nothing said by: RTS01\n"
        "\n"
        "0 of 1 kinds of mistake were caught by the rules that should, and by no other; 1\n"
        "not noticed\n"
    )


def test_a_rule_that_speaks_without_reason_is_told() -> None:
    [found] = seeded(england(), [two_at_once])
    assert (found.missed, found.noise, found.caught) == ((), ("STR08",), False)
    assert "noise from: STR08" in text([found], Style())


def test_what_was_found_before_does_not_count() -> None:
    one, other = named(["review-forgotten", "families-not-told"])
    unclean = made(england(), other)
    assert unclean is not None
    assert [found.spoke for found in seeded(unclean, [one])] == [("LIF01",)]


def test_a_mistake_without_a_place_is_neither_caught_nor_missed() -> None:
    wales = Workspace.open(ROOT / "protocols" / "model-wales", as_of=TODAY)
    [found] = seeded(wales, named(["window-forgotten"]))
    assert found == Seeded(found.mistake, None)
    assert found.caught
    assert "no place for it here" in text([found], Style())


def test_the_command_prints_a_line_for_each_and_leaves_the_files_alone(capsys: pytest.CaptureFixture[str]) -> None:
    before = {path: path.read_bytes() for path in ENGLAND.iterdir()}
    assert main(["--only", "TIM01", "--only", "key-twice", "--as-of", str(TODAY)]) == 0
    assert capsys.readouterr().out == (
        "files\n"
        "  ✓ key-twice                              DOC04 +1\n"
        "\n"
        "time limits\n"
        "  ✓ limit-forgotten                        TIM01\n"
        "\n"
        "2 of 2 kinds of mistake were caught by the rules that should, and by no other\n"
    )
    assert {path: path.read_bytes() for path in ENGLAND.iterdir()} == before


def test_an_unknown_mistake_names_the_nearest() -> None:
    with pytest.raises(UsageError, match="did you mean `limit-forgotten`"):
        named(["limit-forgoten"])


def test_the_command_says_what_it_cannot_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for arguments, said in {
        ("--only", "limit-forgoten"): "did you mean",
        (str(tmp_path),): "no area is described",
    }.items():
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        assert ended.value.code == 2
        assert said in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "wrong"), [("health-visiting", "health-visitign"), ("gp", "gpx"), ("aa", "aax"), ("x", "xx")]
)
def test_a_misspelt_name_is_another_name(name: str, wrong: str) -> None:
    assert misspelt(name) == wrong
