"""What was withdrawn is history, a draft is looked at, and no text that was read in part is said to lack something."""

import pytest

from sharecheck.rule import Example, Rule
from sharecheck.rulebook import selected
from tests.rules.examples import workspace

OF_FLOWS = ("CON", "MIN", "SEC", "IDM", "TIM02", "TIM05", "FID", "FBK", "FUN01", "FUN02")
OF_WHAT_IS_MISSING = ("CON02", "CON03", "MIN02", "IDM01", "TIM05", "FID01", "FBK01")
OPENING = "encoded-from: {title: A text of which the opening was read, read: opening}"


def bad(ids: tuple[str, ...]) -> list[object]:
    return [
        pytest.param(rule, example, id=f"{rule.id}-{number}")
        for rule in selected(ids)
        for number, example in enumerate(rule.examples, 1)
        if example.kind == "bad"
    ]


def spoken(rule: Rule, example: Example, line: str) -> bool:
    """Whether the rule speaks when each protocol has this line too."""
    texts = (text.replace("\nflows:", f"\n{line}\nflows:") for text in example.documents)
    return bool(list(rule.check(workspace(*texts))))


@pytest.mark.parametrize(("rule", "example"), bad(OF_FLOWS))
def test_a_withdrawn_protocol_is_not_looked_at(rule: Rule, example: Example) -> None:
    assert not spoken(rule, example, "status: withdrawn")


@pytest.mark.parametrize(("rule", "example"), bad(OF_FLOWS))
def test_a_draft_is_looked_at(rule: Rule, example: Example) -> None:
    assert spoken(rule, example, "status: draft")


@pytest.mark.parametrize(("rule", "example"), bad(OF_WHAT_IS_MISSING))
def test_nobody_says_that_an_opening_lacks_something(rule: Rule, example: Example) -> None:
    assert not spoken(rule, example, OPENING)
