"""Withdrawn protocols are history, drafts are looked at, and what was read in part is not said to lack something."""

import re

import pytest

from sharecheck.rule import Example, Rule
from sharecheck.rules import find, rulebook
from sharecheck.rules.gaps.blocked_knowledge import blocked_knowledge
from sharecheck.rules.structure.repeated_id import repeated_id
from tests.rules.examples import FRAGMENT, workspace

OF_OTHER_FILES = (
    *(
        "DOC",
        "GAP",
        "STR05",
        "STR09",
        "STR10",
        "STR11",
        "STR13",
        "STR19",
        "STR24",
        "STR25",
        "GOV01",
        "GOV02",
        "GOV05",
        "GOV06",
    ),
    *("SEC03", "TIM03", "XAR", "FUN03", "WKR"),
)
"""Rules that look at any file, or that speak of an area, a pathway or a party."""
OF_WHAT_IS_IN_FORCE = ("GOV04", "GOV08", "GOV09", "GOV14", "LIF01", "LIF08", "LIF09")
"""Rules that ask whether an agreement is in force, or which one was before it."""
OF_A_FIRST_DAY = ("GOV03-2", "LAW05-3")
"""Examples of what came too late for the first day in force, which a draft has not had."""
OF_AN_AREA = ("STR02-3", "STR20-3", "TIM10-1")
"""Examples of what an area says of itself, whatever becomes of its agreements."""
OF_WHAT_IS_MISSING = (
    *("STR03", "STR07", "STR08", "LAW01", "LAW02", "LAW03", "CON02", "CON03", "MIN02", "IDM01", "TIM01", "TIM05"),
    *("FID01", "FBK01", "RTS01", "RTS02", "RTS03", "RTS04", "RTS05", "RTS06", "RTS07", "RET01", "RET02", "RET03"),
    *("RET04", "RET06", "GOV08", "GOV10", "GOV11", "GOV12", "GOV13", "GOV14", "GOV15", "GOV17", "LIF03", "LIF04"),
    *("FUN06", "FUN07", "STR14", "STR16", "CON04"),
)


def all_but(*words: str) -> tuple[Rule, ...]:
    without = {rule.id for word in ("DOC", *words) for rule in find(word)}
    return tuple(rule for rule in rulebook() if rule.id not in without)


def bad(rules: tuple[Rule, ...], *without: str) -> list[object]:
    return [
        pytest.param(rule, example, id=f"{rule.id}-{number}")
        for rule in rules
        for number, example in enumerate(rule.examples, 1)
        if example.kind == "bad" and f"{rule.id}-{number}" not in without
    ]


def with_line(example: Example, line: str) -> list[str]:
    """Its documents, with a line in place of `status` in each protocol."""
    texts = (re.sub(r"^status: .*\n", "", text, flags=re.MULTILINE) for text in example.documents)
    return [re.sub(r"^flows:", f"{line}\nflows:", text, flags=re.MULTILINE) for text in texts]


@pytest.mark.parametrize(("rule", "example"), bad(all_but(*OF_OTHER_FILES), *OF_AN_AREA))
def test_a_withdrawn_protocol_is_not_looked_at(rule: Rule, example: Example) -> None:
    assert list(rule.check(workspace(*with_line(example, "status: withdrawn")))) == []


@pytest.mark.parametrize(("rule", "example"), bad(all_but(*OF_OTHER_FILES, *OF_WHAT_IS_IN_FORCE), *OF_A_FIRST_DAY))
def test_a_draft_is_looked_at(rule: Rule, example: Example) -> None:
    assert list(rule.check(workspace(*with_line(example, "status: draft"))))


@pytest.mark.parametrize(("rule", "example"), bad(tuple(rule for rule in rulebook() if rule.id in OF_WHAT_IS_MISSING)))
def test_nobody_says_that_an_opening_lacks_something(rule: Rule, example: Example) -> None:
    opening = "encoded-from: {title: A text of which only the opening was read, read: opening}"
    assert list(rule.check(workspace(*with_line(example, opening)))) == []


def test_the_network_knows_withdrawn_flows_and_calls_them_blocked() -> None:
    draft = next(example for example in blocked_knowledge.examples if example.kind == "bad")
    (found,) = blocked_knowledge.check(workspace(*with_line(draft, "status: withdrawn")))
    assert found.message.endswith("with `birth-summary`, but it was withdrawn")


def test_a_withdrawn_version_may_describe_its_parties_in_other_words() -> None:
    parties = "parties: [{id: hv, service: %s}]\nflows: []\n"
    area = "sharecheck: area/1\nid: northshire\nnation: england\nprotocols: partial\nparties: []\n"
    old = f"{FRAGMENT}status: withdrawn\n{parties % 'school-nursing'}"
    new = f"{FRAGMENT}{parties % 'health-visiting'}"
    texts = workspace(area, old, new)
    assert list(repeated_id.check(texts)) == []
    assert texts.areas[0].parties["hv"].service == "health-visiting"
