"""Timeliness: cases near to those of the pages."""

import pytest

from sharecheck.engine import check
from sharecheck.finding import Severity
from sharecheck.report.groups import groups, message
from sharecheck.rule import Rule
from sharecheck.rules.timeliness.event_outside_its_window import event_outside_its_window
from sharecheck.rules.timeliness.later_than_duty import later_than_duty
from sharecheck.rules.timeliness.later_than_standard import later_than_standard
from sharecheck.rules.timeliness.list_that_does_not_stop import list_that_does_not_stop
from sharecheck.rules.timeliness.no_urgent_route import no_urgent_route
from sharecheck.rules.timeliness.nobody_on_those_days import nobody_on_those_days
from sharecheck.rules.timeliness.second_route_without_limit import second_route_without_limit
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


def said(rule: Rule, *texts: str) -> list[str]:
    return [one.message for one in rule.check(workspace(*texts))]


def sent(flow: str) -> str:
    return f"{FRAGMENT}flows:\n  - {{id: it, from: a, to: b, {flow}}}\n"


def test_of_an_opening_nobody_says_that_its_second_route_has_no_limit() -> None:
    opening = "encoded-from: {title: Pathway, read: opening}\n"
    flow = "channel: secure-email, fallback: {channel: telephone}, items: [growth]"
    assert len(said(second_route_without_limit, sent(flow))) == 1
    assert said(second_route_without_limit, sent(flow).replace("flows:", f"{opening}flows:")) == []


@pytest.mark.parametrize(
    ("nation", "within", "count"), [("england", "P2D", 0), ("england", "P3D", 1), ("wales", "P3D", 0)]
)
def test_a_blood_spot_result_of_england_is_there_at_seventeen_days(nation: str, within: str, count: int) -> None:
    parties = "[{id: a, service: newborn-screening}, {id: b, service: child-health-information}]"
    area = f"sharecheck: area/1\nid: x\nnation: {nation}\nprotocols: partial\nparties: {parties}\n"
    text = sent(f"when: {{event: blood-spot-result}}, within: {within}, items: [blood-spot-results]")
    assert len(said(later_than_standard, area, text)) == count


@pytest.mark.parametrize(
    ("nation", "within", "count"), [("wales", "P3D", 0), ("wales", "P4D", 1), ("england", "P4D", 0)]
)
def test_a_move_of_a_child_on_the_register_of_wales_is_written_in_three_days(
    nation: str, within: str, count: int
) -> None:
    parties = "[{id: a, service: childrens-social-care}, {id: b, service: childrens-social-care, elsewhere: true}]"
    area = f"sharecheck: area/1\nid: x\nnation: {nation}\nprotocols: partial\nparties: {parties}\n"
    text = sent(f"when: {{event: move-in-first-year}}, within: {within}, items: [child-protection-plan]")
    assert len(said(later_than_standard, area, text)) == count


@pytest.mark.parametrize(
    ("flow", "count"),
    [
        ("within: P3D, channel: letter", 1),
        ("within: P4D, channel: letter", 0),
        ("within: {working-days: 1}, channel: letter", 0),
        ("within: P1D, channel: system-message", 0),
        ("within: P1D, channel: letter, relies-on: {post: clerk, cover: true}", 0),
        ("within: P1D, channel: letter, relies-on: {post: clerk}", 1),
        ("within: P1D", 1),
        ("within: P1D, when: {every: P1W}", 0),
        ("within: P1D, when: {every: P6D}", 1),
        ("within: P1D, when: [{every: P1M}, {event: birth}]", 1),
    ],
)
def test_a_promise_that_can_fall_into_a_weekend_needs_somebody(flow: str, count: int) -> None:
    assert len(said(nobody_on_those_days, sent(f"{flow}, items: [growth]"))) == count


def test_a_list_without_a_way_to_reach_the_family_invites_nobody() -> None:
    area = "sharecheck: area/1\nid: x\nnation: england\nprotocols: complete\nparties: [{id: b, service: school}]\n"
    for items, count in (("address", 1), ("growth", 0)):
        text = sent(f"when: [{{on: request}}, {{every: P1M}}], items: [{items}]")
        assert len(said(list_that_does_not_stop, area, text)) == count
    assert said(list_that_does_not_stop, sent("when: {every: P1M}, items: [address]")) == []


@pytest.mark.parametrize(
    ("when", "count"), [("{every: P1M}", 1), ("{every: P1W}", 0), ("[{every: P1M}, {on: change}]", 0)]
)
def test_a_list_as_seldom_as_the_first_stops_nothing(when: str, count: int) -> None:
    area = "sharecheck: area/1\nid: x\nnation: england\nprotocols: complete\nparties: [{id: b, service: school}]\n"
    stop = f"  - {{id: stop, from: a, to: b, when: {when}, items: [death-notice]}}\n"
    text = f"{FRAGMENT}flows:\n  - {{id: it, from: a, to: b, when: {{every: P1M}}, items: [address]}}\n{stop}"
    assert len(said(list_that_does_not_stop, area, text)) == count


UNLIMITED = f"""{FRAGMENT}\
flows:
  - {{id: list, from: chis, to: hv, when: {{every: P1M}}, items: [address]}}
  - {{id: plan, from: social-care, to: hv, when: {{on: change}}, items: [child-protection-plan]}}
"""


def test_what_one_protocol_does_not_limit_is_told_in_one_line() -> None:
    (group,) = groups(check(workspace(UNLIMITED), select=("TIM01",)))
    assert message(group) == "`list` and `plan` have no time limit"
    assert [one.finding.help for one in group] == [
        "agree how long after the end of each period it may take, and say so: for example `within: P5D`",
        "agree how long it may take, and say so: for example `within: PT24H`",
    ]


def test_a_page_that_describes_is_not_told_to_agree() -> None:
    page = f"{UNLIMITED}encoded-from: {{title: A page, read: complete, text: description}}\n"
    (group,) = groups(check(workspace(page), select=("TIM01",)))
    assert message(group) == "nobody says how soon `list` and `plan` arrive"
    assert {one.severity for one in group} == {Severity.WARNING}
