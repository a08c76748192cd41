"""The picture of one item's way."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from sharecheck.network import KINDS
from sharecheck.planning.trace import trace as needed
from sharecheck.report.axis import age_names, places
from sharecheck.report.picture import WIDTH, pictures
from sharecheck.report.style import Style
from sharecheck.report.trace import becomes
from sharecheck.rules import find
from sharecheck.workspace import Workspace
from tests.rules.examples import TODAY, workspace

LEAKY = Path(__file__).parent.parent / "protocols" / "leaky"
NAME = "{http://www.w3.org/2000/svg}"
HOSTILE = """
sharecheck: protocol/1
id: example
area: example
flows: [{id: f, from: maternity, to: hv, when: {event: birth}, items: [birth-details]}]
---
sharecheck: area/1
id: example
nation: england
pathway: local
protocols: complete
parties: [{id: maternity, service: midwifery}, {id: hv, service: health-visiting}]
---
sharecheck: pathway/1
id: local
nation: england
extends: england
transitions:
  - id: t
    title: "<script>alert(1)</script> & \u202e"
    to: health-visiting
    at: new-birth-visit
    needs: [{item: birth-details, weight: critical}]
"""


@pytest.fixture(scope="module")
def leaky() -> Workspace:
    return Workspace.open(LEAKY, as_of=TODAY)


def outdated() -> Workspace:
    """The area of the first example of `GAP11`, in which a change is known too late."""
    (rule,) = find("GAP11")
    return workspace(*rule.examples[0].documents)


def words_of(picture: str) -> list[str]:
    return [each.text or "" for each in ElementTree.fromstring(picture).iter(f"{NAME}text")]


def test_every_way_can_be_drawn_and_stays_in_its_frame(leaky: Workspace) -> None:
    every = [(area, outcome) for area in (*leaky.areas, *outdated().areas) for outcome in area.outcomes]
    assert {outcome.kind for _, outcome in every} == set(KINDS)
    for area, outcome in every:
        picture = pictures(((area, outcome),), Style())
        root = ElementTree.fromstring(picture)
        assert all(0 <= float(one) <= WIDTH for one in re.findall(r"\bc?x1?=\"(-?[0-9.]+)\"", picture))
        assert root.get("width") == str(WIDTH)
        assert becomes(outcome) in words_of(picture)


def test_a_picture_says_what_is_sent_when_and_how_and_where_it_breaks(leaky: Workspace) -> None:
    assert words_of(pictures(needed(leaky, "language-screen", "nurseries"), Style())) == [
        "language-screen \u2192 nurseries",
        "T14 Review at two, health visitor to setting (leaky)",
        "unmatched",
        "health-visiting",
        "nurseries",
        "written down at two-year-review",
        "needed 4 weeks after two-year-review",
        "by 2 years 6 months",
        "coded",
        "not surely",
        "review-to-nursery",
        "once, at two-year-review",
        "within 10 days, by secure-email",
        "nurseries does not hold nhs-number",
        "2 years 7 months",
        "+ 10 days",
        "2 years 6 months",
        "2 years",
        "age, not to scale",
    ]


def test_a_picture_of_what_is_out_of_date_counts_from_the_change() -> None:
    assert words_of(pictures(needed(outdated(), "safety-plan", "visitors"), Style())) == [
        "safety-plan \u2192 visitors",
        "Social care to health visiting (southshire)",
        "out-of-date: a change is known up to 5 weeks too late",
        "social-care",
        "hub",
        "visitors",
        "learns of a change",
        "to be known within 1 day",
        "at once",
        "coded",
        "5 weeks later",
        "coded",
        "5 weeks later",
        "coded",
        "monthly-list",
        "every month",
        "within 5 days",
        "handed-on",
        "when it is known",
        "within 1 hour",
        "out of date for up to 5 weeks",
        "1 day",
        "5 weeks",
        "5 weeks",
        "a change",
        "after a change, not to scale",
    ]


def test_who_cannot_see_it_is_told_the_way_in_words(leaky: Workspace) -> None:
    root = ElementTree.fromstring(pictures(needed(leaky, "hearing-outcome", "general-practice"), Style()))
    assert root.findtext(f"{NAME}title") == "How hearing-outcome reaches general-practice"
    assert root.findtext(f"{NAME}desc") == (
        "leaky: hearing-outcome to general-practice not-recorded needed for T05 Hearing assessment, audiology to GP, "
        "at 4 weeks, as paper or better nobody here records it"
    )


def test_what_a_file_says_is_words_and_never_part_of_the_picture() -> None:
    picture = pictures(needed(workspace(*HOSTILE.split("---\n")), "birth-details", "hv"), Style())
    assert "<script" not in picture
    assert "\u202e" not in picture
    assert any("<script>alert(1)</script> & \\u202e" in said for said in words_of(picture))


def test_nothing_is_fetched_or_run(leaky: Workspace) -> None:
    picture = pictures(needed(leaky, "identity", "family-hub"), Style())
    assert re.findall(r"https?://[^\"]+", picture) == ["http://www.w3.org/2000/svg"]
    assert not re.search(r"<(script|image|use|foreignObject|a)\b|\bon[a-z]+=|url\(|@import", picture)


def test_ages_stand_in_their_order_and_a_long_time_is_wider() -> None:
    found = places([0.0, 36.0, 24.0 * 42, 24.0 * 40], 100, 800)
    assert list(found) == sorted(found)
    assert found[0.0] == 100
    birth, notice, due, there = sorted(found.values())
    assert there - due < notice - birth + 60 < due - notice
    assert places([5.0], 100, 800) == {5.0: 100}


def test_ages_that_would_be_called_the_same_are_so_much_later() -> None:
    year = 8766.0
    assert list(age_names([-24.0 * 196, 0.0, 240.0, 3 * year, 3 * year + 240, 3 * year + 336]).values()) == [
        "week 12",
        "birth",
        "10 days",
        "3 years",
        "+ 10 days",
        "+ 14 days",
    ]
