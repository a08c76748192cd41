"""Findings that are one for people are one in every format, and each is still counted and keeps its fingerprint."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from sharecheck import check
from sharecheck.engine import Result
from sharecheck.report.formats import REPORTS
from sharecheck.report.groups import groups
from sharecheck.report.style import Style
from sharecheck.workspace import Workspace
from tests.rules.examples import FRAGMENT, TODAY, workspace

LEAKY = Path(__file__).parent.parent / "protocols" / "leaky"


@pytest.fixture(scope="module")
def leaky() -> Result:
    return check(Workspace.open(LEAKY, as_of=TODAY))


def concise(result: Result) -> list[str]:
    return REPORTS["report"].render("concise", result, Style()).splitlines()


def place(line: str) -> str:
    """`path:line:column: RULE`."""
    found = re.match(r"\S+:\d+:\d+: [A-Z]{3}\d\d", line)
    assert found
    return found[0]


def test_json_has_the_groups_that_people_see(leaky: Result) -> None:
    report = json.loads(REPORTS["report"].render("json", leaky, Style()))
    members: dict[str, list[str]] = {}
    for one in report["diagnostics"]:
        members.setdefault(one["group"], []).append(one["fingerprint"])
    assert sorted(map(sorted, members.values())) == sorted(
        sorted(one.fingerprint for one in group) for group in groups(leaky)
    )
    assert [key for key, each in members.items() if key not in each] == []
    assert max(map(len, members.values())) > 5


def test_two_things_of_one_name_are_two_groups() -> None:
    flow = "{id: a, from: a, to: b, within: P1D, items: [growth]}"
    result = check(workspace(f"{FRAGMENT}flows: [{flow}, {flow}]\n"), select=("STR04",))
    report = json.loads(REPORTS["report"].render("json", result, Style()))
    assert len({one["fingerprint"] for one in report["diagnostics"]}) == 1
    assert len({one["group"] for one in report["diagnostics"]}) == len(report["diagnostics"]) == 2


def test_a_line_says_for_how_many_more_it_is_and_what_they_are_about(leaky: Result) -> None:
    (line,) = [line for line in concise(leaky) if ":146:" in line and "GAP09" in line]
    assert line.endswith("`school-start` (at 4 years) (and 1 more: `sen-plan`)")


def test_a_sentence_that_names_its_members_is_the_line(leaky: Result) -> None:
    (line,) = [line for line in concise(leaky) if "FUN03" in line]
    assert line.endswith("and `family-hub`, `maternity` and `pregnancy-to-family-hub` still hang on it")


def test_each_place_and_each_rule_keeps_its_line(leaky: Result) -> None:
    style = Style()
    every = {f"{style.path(one.path)}:{one.span.line}:{one.span.column}: {one.rule.id}" for one in leaky.diagnostics}
    assert set(map(place, concise(leaky))) == every


def test_the_lines_tell_of_all_findings(leaky: Result) -> None:
    in_words = Counter[str]()
    for line in concise(leaky):
        more = re.search(r"\(and (\d+) more(?:: [^()]*)?\)$", line)
        in_words[place(line)] += 1 + int(more[1] if more else 0)
    sentences = Counter(
        f"{one.path}:{one.span.line}:{one.span.column}: {one.rule.id}"
        for one in leaky.diagnostics
        if not one.finding.sentence
    )
    assert {key: number for key, number in in_words.items() if key in sentences} == sentences
