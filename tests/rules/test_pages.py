"""Every rule's page: its examples are its tests."""

from itertools import pairwise
from pathlib import Path

import pytest

from sharecheck import rules
from sharecheck.rule import FAMILIES, Example, Rule
from sharecheck.rules import rulebook
from sharecheck.standards import law, sources
from tests.rules.examples import marked, mended, result_of, said, spoken, workspace

EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.id}-{example.kind}-{number}")
    for rule in rulebook()
    for number, example in enumerate(rule.examples, 1)
]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_speaks_on_the_marked_lines_and_nowhere_else(rule: Rule, example: Example) -> None:
    assert spoken(rule, example) == marked(example)
    assert bool(marked(example)) == (example.kind == "bad")


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_an_example_has_the_right_shape_unless_shape_is_its_subject(rule: Rule, example: Example) -> None:
    if rule.family != "DOC":
        documents = workspace(*example.documents, *example.before).documents
        problems = [problem for document in documents for problem in document.problems]
        assert problems == []


@pytest.mark.parametrize("rule", rulebook(), ids=lambda rule: rule.id)
def test_has_a_page_with_a_bad_and_a_good_example(rule: Rule) -> None:
    kinds = {example.kind for example in rule.examples}
    assert "bad" in kinds
    assert kinds & {"good", "fixed"}
    assert kinds <= {"bad", "good", "fixed"}
    assert "## Why it matters" in rule.page
    assert "## What to do" in rule.page
    assert rule.title
    assert rule.page.split("\n", 1)[0].endswith(".")


@pytest.mark.parametrize("rule", rulebook(), ids=lambda rule: rule.id)
def test_names_sources_that_are_in_the_registers(rule: Rule) -> None:
    assert rule.sources or rule.family in ("DOC", "WKR"), "but for what the files alone tell"
    assert [key for key in rule.sources if key not in sources() and key not in law()] == []


def test_ids_and_names_are_unique() -> None:
    ids = [rule.id for rule in rulebook()]
    names = [rule.name for rule in rulebook()]
    assert len(set(ids)) == len(ids)
    assert len(set(names)) == len(names)


def test_every_family_has_a_rule() -> None:
    assert {rule.family for rule in rulebook()} == set(FAMILIES)


def test_a_rule_speaks_in_the_house_style() -> None:
    for rule in rulebook():
        for example in rule.examples:
            for finding in (one.finding for one in result_of(rule, example).diagnostics):
                for words in (finding.message, finding.consequence, finding.help):
                    if words:
                        assert not words.endswith("."), (rule.id, words)
                        assert words[0] == "`" or not words[0].isupper(), (rule.id, words)
                assert finding.about, f"{rule.id} does not say what a finding is about"


PAIRS = [
    pytest.param(rule, bad, fixed, id=f"{rule.id}-{number}")
    for rule in rulebook()
    for number, (bad, fixed) in enumerate(pairwise(rule.examples), 1)
    if fixed.kind == "fixed"
]


@pytest.mark.parametrize(("rule", "bad", "after"), PAIRS)
def test_a_bad_example_with_its_fixes_made_is_the_fixed_one(rule: Rule, bad: Example, after: Example) -> None:
    assert bad.kind == "bad"
    assert mended(rule, bad) == after.documents


def test_at_least_twenty_rules_offer_a_fix() -> None:
    assert sum(rule.fixable for rule in rulebook()) >= 20


@pytest.mark.parametrize("rule", rulebook(), ids=lambda rule: rule.id)
def test_a_rule_with_a_fix_shows_it_on_its_page(rule: Rule) -> None:
    fixes = [one.finding.fix for example in rule.examples for one in said(rule, example) if one.finding.fix]
    assert bool(fixes) == rule.fixable


def test_folders_of_rules_hold_one_rule_a_file_and_nothing_else() -> None:
    root = Path(rules.__path__[0])
    files = {path.relative_to(root).with_suffix("").as_posix() for path in root.glob("*/*.py")}
    of_rules = {path for path in files if not path.endswith("__init__")}
    homes = (
        (rule.review or rule.compare or rule.check).__module__.removeprefix("sharecheck.rules.") for rule in rulebook()
    )
    assert sorted(home.replace(".", "/") for home in homes) == sorted(of_rules)
