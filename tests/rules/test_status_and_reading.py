"""Withdrawn protocols are history, drafts are looked at, and what was read in part is not said to lack something."""

import re

import pytest

from sharecheck.rule import Example, Rule
from sharecheck.rulebook import selected
from tests.rules.examples import workspace

OF_PROTOCOLS = (
    "STR01",
    "STR02",
    "STR03",
    "STR04",
    "STR06",
    "STR07",
    "STR08",
    "GOV03",
    "GOV04",
    "LAW",
    "RTS",
    "RET",
    "LIF",
)
OF_DRAFTS = tuple(id for id in (rule.id for rule in selected(OF_PROTOCOLS)) if id not in ("GOV04", "LIF01"))
OF_WHAT_IS_MISSING = ("STR03", "STR07", "STR08", "LAW01", "LAW02", "LAW03", "RTS01", "RET01")


def bad(ids: tuple[str, ...]) -> list[object]:
    return [
        pytest.param(rule, example, id=f"{rule.id}-{number}")
        for rule in selected(ids)
        for number, example in enumerate(rule.examples, 1)
        if example.kind == "bad"
    ]


def with_line(example: Example, line: str) -> list[str]:
    """Its documents, with a line in place of `status` in each protocol."""
    texts = (re.sub(r"^status: .*\n", "", text, flags=re.MULTILINE) for text in example.documents)
    return [re.sub(r"^flows:", f"{line}\nflows:", text, flags=re.MULTILINE) for text in texts]


@pytest.mark.parametrize(("rule", "example"), bad(OF_PROTOCOLS))
def test_a_withdrawn_protocol_is_not_looked_at(rule: Rule, example: Example) -> None:
    assert list(rule.check(workspace(*with_line(example, "status: withdrawn")))) == []


@pytest.mark.parametrize(("rule", "example"), bad(OF_DRAFTS))
def test_a_draft_is_looked_at(rule: Rule, example: Example) -> None:
    assert list(rule.check(workspace(*with_line(example, "status: draft"))))


@pytest.mark.parametrize(("rule", "example"), bad(OF_WHAT_IS_MISSING))
def test_nobody_says_that_an_opening_lacks_something(rule: Rule, example: Example) -> None:
    opening = "encoded-from: {title: A text of which only the opening was read, read: opening}"
    assert list(rule.check(workspace(*with_line(example, opening)))) == []
