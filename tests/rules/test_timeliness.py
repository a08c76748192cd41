"""Timeliness: cases near to those of the pages."""

import pytest

from sharecheck.rule import Severity
from sharecheck.rules.timeliness.event_outside_its_window import event_outside_its_window
from sharecheck.rules.timeliness.later_than_duty import later_than_duty
from sharecheck.rules.timeliness.no_urgent_route import no_urgent_route
from tests.rules.examples import FRAGMENT, workspace

LOCAL = """\
sharecheck: pathway/1
id: {id}
nation: england
extends: {extends}
events:
  - {{id: {event}, title: Event, window: {window}}}
"""


@pytest.mark.parametrize(("within", "spoken"), [("PT36H", False), ("PT37H", True), ("{working-days: 1}", True)])
def test_a_working_day_may_be_a_weekend_away(within: str, spoken: bool) -> None:
    flow = f"""\
basis: {{article-6: 6(1)(c), powers: [nhsa-269]}}
flows:
  - {{id: notice, from: maternity, to: chis, when: {{event: birth}}, within: {within}, items: [birth-details]}}
"""
    assert bool(list(later_than_duty.check(workspace(f"{FRAGMENT}{flow}")))) == spoken


def test_where_flows_share_a_basis_nobody_can_say_which_of_them_is_the_notice() -> None:
    flows = """\
basis: {article-6: 6(1)(c), powers: [nhsa-269]}
flows:
  - {id: notice, from: maternity, to: chis, when: {event: birth}, within: PT36H, items: [birth-details]}
  - {id: summary, from: maternity, to: hv, when: {event: birth}, within: P5D, items: [birth-details]}
"""
    assert list(later_than_duty.check(workspace(f"{FRAGMENT}{flows}"))) == []


@pytest.mark.parametrize(
    ("event", "window", "severities"),
    [
        ("new-birth-visit", "{age: {from: P1D, to: P14D}}", []),
        ("new-birth-visit", "{age: {from: P10D, to: P15D}}", [None]),
        ("new-birth-visit", "{after: birth, from: P10D, to: P21D}", [None]),
        ("antenatal-review", "{gestation: {from: P27W, to: P30W}}", [None]),
        ("progress-check-at-two", "{age: {from: P2Y, to: P3Y}}", []),
        ("progress-check-at-two", "{age: {from: P22M, to: P30M}}", [Severity.WARNING]),
        ("midwife-discharge", "{age: {from: P5D, to: P28D}}", []),
    ],
)
def test_only_a_statute_that_was_read_makes_an_error(
    event: str, window: str, severities: list[Severity | None]
) -> None:
    text = LOCAL.format(id="northshire", extends="england", event=event, window=window)
    assert [one.severity for one in event_outside_its_window.check(workspace(text))] == severities


def test_a_limit_holds_through_a_pathway_that_repeats_the_event_without_it() -> None:
    county = LOCAL.format(
        id="county", extends="england", event="two-year-review", window="{age: {from: P24M, to: P30M}}"
    )
    town = LOCAL.format(id="town", extends="county", event="two-year-review", window="{age: {from: P24M, to: P31M}}")
    texts = workspace(county, town)
    found = event_outside_its_window.check(texts)
    assert [(one.place.document, one.about) for one in found] == [(texts.documents[1], ("two-year-review", "england"))]


def test_who_leaves_a_narrower_limit_is_told_of_that_one_and_of_a_wider_one_only_when_it_is_left_too() -> None:
    county = LOCAL.format(
        id="county",
        extends="england",
        event="two-year-review",
        window="{age: {from: P25M, to: P26M}}, limit: {age: {from: P25M, to: P28M}}",
    )
    town = LOCAL.format(id="town", extends="county", event="two-year-review", window="{age: {from: P25M, to: %s}}")
    found = [
        [one.about[1] for one in event_outside_its_window.check(workspace(county, town % to))]
        for to in ("P28M", "P29M", "P31M")
    ]
    assert found == [[], ["county"], ["england", "county"]]


def test_a_circle_of_pathways_ends() -> None:
    window = "{age: {from: P24M, to: P31M}}"
    texts = [
        LOCAL.format(id=id, extends=other, event="two-year-review", window=window)
        for id, other in (("east", "west"), ("west", "east"), ("north", "nowhere"))
    ]
    assert list(event_outside_its_window.check(workspace(*texts))) == []


def test_a_quick_flow_of_something_else_is_no_urgent_route() -> None:
    flows = """\
flows:
  - {id: plans, from: social-care, to: hv, when: {on: change}, within: P5D, items: [child-protection-plan]}
  - {id: births, from: maternity, to: hv, when: {event: birth}, within: PT12H, items: [birth-details]}
"""
    found = no_urgent_route.check(workspace(f"{FRAGMENT}{flows}"))
    assert [one.message for one in found] == ["`example` has no route within a day for `child-protection-plan`"]
