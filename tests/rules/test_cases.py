"""Near misses: each rule is silent on what only looks like its mistake, and speaks when that little is changed."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from sharecheck.rule import Example, Rule
from sharecheck.rules import rulebook
from tests.rules.examples import said, workspace

CASES = Path(__file__).parent.parent / "cases"
RULES = {rule.id: rule for rule in rulebook()}
MARK = re.compile(r"^(?P<indent> *(?:- )?)(?P<good>.*?) +# bad:(?: (?P<bad>.*))?$")


class Case(NamedTuple):
    """A near miss: a sentence, the text, and that text as it would be a mistake."""

    rule: Rule
    sentence: str
    near: str
    wrong: tuple[str, ...]


def cases() -> Iterator[Case]:
    """The near misses of all rules."""
    for path in sorted(CASES.glob("*.yaml")):
        _, *parts = re.split(r"^# === ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
        for part in parts:
            sentence, text = part.split("\n", 1)
            lines = text.split("\n")
            found = [(number, match) for number, line in enumerate(lines) if (match := MARK.match(line))]
            plain = lines.copy()
            for number, match in found:
                plain[number] = f"{match['indent']}{match['good']}"
            wrong = tuple(_with(plain, number, match) for number, match in found)
            yield Case(RULES[path.stem], sentence, "\n".join(plain), wrong)


def _with(lines: list[str], number: int, match: re.Match[str]) -> str:
    bad = [f"{match['indent']}{match['bad']}"] if match["bad"] else []
    return "\n".join((*lines[:number], *bad, *lines[number + 1 :]))


def _messages(rule: Rule, text: str) -> list[str]:
    page = rule.examples[0]
    return [one.finding.message for one in said(rule, Example("good", text, page.setting, page.earlier))]


EVERY = [pytest.param(case, id=f"{case.rule.id}-{number}") for number, case in enumerate(cases())]


@pytest.mark.parametrize("case", EVERY)
def test_is_silent_on_a_near_miss_and_speaks_when_that_little_is_changed(case: Case) -> None:
    assert _messages(case.rule, case.near) == [], case.sentence
    assert case.wrong, f"{case.sentence}: shows not how near it is"
    assert [one for one in case.wrong if not _messages(case.rule, one)] == [], case.sentence


@pytest.mark.parametrize("case", [one for one in EVERY if one.values[0].rule.family != "DOC"])
def test_a_near_miss_is_understood_so_that_silence_means_something(case: Case) -> None:
    for text in (case.near, *case.wrong):
        documents = workspace(*Example("good", text, case.rule.examples[0].setting).documents).documents
        assert [problem for document in documents for problem in document.problems] == [], case.sentence
        assert len(documents) >= len(re.findall("^---$", text, re.MULTILINE)) + 1, "two of them begin alike"


def test_every_rule_has_a_near_miss() -> None:
    assert {path.stem for path in CASES.glob("*.yaml")} == set(RULES)
