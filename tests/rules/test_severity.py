"""A rule's page, its head and what is printed agree on what a finding weighs; the page says on what that hangs."""

import ast
import inspect
import sys
from functools import cache
from pathlib import Path

import pytest

from sharecheck import Workspace, check
from sharecheck.finding import Severity
from sharecheck.report.page import markdown
from sharecheck.rule import WEIGHT, Example, Rule
from sharecheck.rules import rulebook
from tests.rules.examples import TODAY, said
from tests.rules.test_cases import cases

PROTOCOLS = Path(__file__).parents[2] / "protocols"
RULES = pytest.mark.parametrize("rule", rulebook(), ids=lambda rule: rule.id)
VARYING = pytest.mark.parametrize("rule", [rule for rule in rulebook() if rule.varies], ids=lambda rule: rule.id)


def on_the_page(rule: Rule) -> set[Severity]:
    """How much the findings of the examples weigh."""
    return {one.severity for example in rule.examples for one in said(rule, example)}


@cache
def elsewhere() -> dict[str, set[Severity]]:
    """How much the findings of each rule weigh in the near misses and in the example areas."""
    seen: dict[str, set[Severity]] = {}
    for case in cases():
        page = case.rule.examples[0]
        for text in case.wrong:
            found = said(case.rule, Example("bad", text, page.setting, page.earlier))
            seen.setdefault(case.rule.id, set()).update(one.severity for one in found)
    for one in check(Workspace.open(PROTOCOLS, as_of=TODAY)).diagnostics:
        seen.setdefault(one.rule.id, set()).add(one.severity)
    return seen


def chooses(rule: Rule) -> bool:
    """Whether the code of a rule decides how much a finding weighs: it names a severity outside of its decorator."""
    look = rule.review or rule.compare or rule.check
    tree = ast.parse(inspect.getsource(sys.modules[look.__module__]))
    heads = {id(node) for made in ast.walk(tree) if isinstance(made, ast.FunctionDef) for head in made.decorator_list
             for node in ast.walk(head)}  # fmt: skip
    named = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and id(node) not in heads}
    return bool(named & {"Severity", "weight", "ceiling", "gaps"})


@RULES
def test_a_page_says_on_what_the_weight_hangs_exactly_where_it_hangs_on_something(rule: Rule) -> None:
    assert rule.varies == chooses(rule)
    seen = on_the_page(rule) | elsewhere().get(rule.id, set())
    assert rule.varies or seen == {rule.severity}


@RULES
def test_the_examples_show_the_weight_that_stands_in_the_head(rule: Rule) -> None:
    assert rule.severity in on_the_page(rule)
    head = markdown(rule).splitlines()[2].split(" · ")[0]
    assert head == (f"{rule.severity} at most" if rule.varies else rule.severity)


@VARYING
def test_the_page_names_each_weight_that_a_finding_was_seen_with(rule: Rule) -> None:
    _, _, section = rule.page.partition(WEIGHT)
    words = section.split("\n## ")[0].lower()
    seen = on_the_page(rule) | elsewhere().get(rule.id, set())
    assert [one for one in (rule.severity, *seen) if one not in words] == []
