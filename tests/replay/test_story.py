"""A journey told to its end: what was not known and why, moves, twins, and contact that has to stop."""

from pathlib import Path

import pytest

from sharecheck.model import Journey
from sharecheck.replay import Story, contacts, mixed_up, stories
from sharecheck.report.journey import journey as told
from sharecheck.report.style import Style
from sharecheck.standards import journeys
from sharecheck.workspace import Workspace
from tests.replay.keys import keys
from tests.rules.examples import workspace

PATHWAY = """\
sharecheck: pathway/1
id: small
nation: england
events:
  - {id: booking, title: Booking, window: {gestation: {from: P8W, to: P8W}}}
  - {id: birth, title: Birth, window: {age: {from: P0D, to: P0D}}}
  - {id: visit, title: Visit, window: {age: {from: P10D, to: P10D}}}
  - {id: plan, title: Plan, window: {age: {from: P20D, to: P20D}}, applies-to: sen}
  - {id: move, title: Move, window: {age: {from: P1M, to: P4M}}, applies-to: movers}
  - {id: death, title: Death, window: {age: {from: P1M, to: P3M}}, applies-to: child-death}
  - {id: review, title: Review, window: {age: {from: P6M, to: P6M}}}
records:
  - {service: midwifery, event: booking, items: [mother-identity]}
  - {service: midwifery, event: birth, items: [nhs-number, birth-details, growth]}
  - {service: health-visiting, event: visit, items: [feeding-status]}
  - {service: health-visiting, event: plan, items: [sen-plan]}
  - {service: midwifery, event: death, items: [death-notice]}
  - {service: health-visiting, event: review, items: [health-review-summary]}
transitions:
  - id: to-visit
    title: To the visit
    to: health-visiting
    at: visit
    needs:
      - {item: birth-details, weight: critical}
      - {item: growth, weight: important, form: coded}
      - {item: sen-plan, weight: useful}
      - {item: staff-safety, weight: useful}
  - id: over-there
    title: Over there
    to: health-visiting
    elsewhere: true
    at: move
    plus: P2D
    applies-to: movers
    needs: [{item: birth-details, weight: critical}, {item: feeding-status, weight: useful}]
  - id: to-review
    title: To the review
    to: health-visiting
    at: review
    needs: [{item: birth-details, weight: critical}, {item: feeding-status, weight: useful}]
"""
AREA = """\
sharecheck: area/1
id: %s
nation: england
pathway: small
protocols: %s
parties:
  - {id: maternity, service: midwifery}
  - {id: visitors, service: health-visiting}
  - {id: next-visitors, service: health-visiting, elsewhere: true}
neighbours: [{area: %s}]
"""
PROTOCOL = """\
sharecheck: protocol/1
id: %s-protocol
area: %s
flows:
  - {id: birth-letter, from: maternity, to: visitors, when: {event: birth}, within: P5D, items: [birth-details]}
  - {id: weight, from: maternity, to: visitors, when: {event: birth}, within: P2D, channel: letter, items: [growth]}
  - {id: out, from: visitors, to: next-visitors, when: {event: move}, within: P1D, items: [birth-details, sen-plan]}
%s"""


def town(flows: str = "", protocols: str = "complete", *others: str) -> Workspace:
    """A town with three flows and these, and what other documents say."""
    texts = (PATHWAY, AREA % ("town", protocols, "valley"), PROTOCOL % ("town", "town", flows), *others)
    found = workspace(*texts)
    assert [problem.message for document in found.documents for problem in document.problems] == []
    return found


VALLEY = (AREA % ("valley", "complete", "town"), PROTOCOL % ("valley", "valley", ""))


def story(found: Workspace, text: str = "", into: str | None = None) -> tuple[Story, ...]:
    said = "sharecheck: journey/1\nid: child\ntitle: A child\nshows: What it shows.\n" + text
    area = found.area(into) if into else None
    return stories(found, Journey.model_validate(keys(said)), found.area("town"), area)


def known(one: Story) -> list[tuple[str, str, str, int, int]]:
    """Each handover: in which area, of what, to whom, how much was known of how much."""
    return [
        (stage.area.id, taken.transition.id, taken.party, taken.met, len(taken.judged))
        for stage in one.stages
        for taken in stage.handovers
    ]


def reasons(one: Story) -> dict[str, str]:
    """By item, why it was not known."""
    return {
        item: why.text
        for stage in one.stages
        for taken in stage.handovers
        for why, items in stage.lacking(taken).items()
        for item in items
    }


def test_says_what_was_known_and_why_the_rest_was_not() -> None:
    (found,) = story(town())
    assert known(found) == [("town", "to-visit", "visitors", 1, 3), ("town", "to-review", "visitors", 2, 2)]
    assert reasons(found) == {
        "growth": "it came on paper, and coded is needed (`weight`)",
        "staff-safety": "nobody here writes it down",
    }


def test_what_comes_to_light_with_other_children_only_is_nothing_to_know() -> None:
    (found,) = story(town(), "traits: [sen]\n")
    assert known(found)[0] == ("town", "to-visit", "visitors", 1, 4)
    assert reasons(found)["sen-plan"] == "it is written down only at plan"


def test_of_what_may_stand_in_another_protocol_nothing_is_said() -> None:
    (found,) = story(town(protocols="partial"))
    assert (found.met, found.judged, [stage.open for stage in found.stages]) == (3, 4, [1])


@pytest.mark.parametrize(
    ("flow", "text", "why"),
    [
        ("when: {event: booking}, within: P1D", "", "`staff-letter` went out at booking, before `maternity` knew"),
        ("when: {event: visit}, within: P1D", "", "`staff-letter` brought it 1 day late"),
        ("when: {event: birth}, within: P11D", "", "`staff-letter` brought it 1 day late"),
        ("when: {event: review}, within: P1D", "", "`staff-letter` goes out only at review"),
        ("when: {event: plan}, within: P1D", "", "`staff-letter` goes out at plan, which did not happen to this child"),
        ("when: {event: birth}", "", "`staff-letter` did not go: nobody says how long it may take"),
        (
            "when: {event: birth}, within: P1D, agreement: {ask: parent}",
            "refuses: all\n",
            "`staff-letter` did not go: the parent said no",
        ),
        (
            "when: {event: birth}, within: P1D, matched-by: [nhs-number]",
            "",
            "`staff-letter` came, but `visitors` could not tell whose it is: no `nhs-number`",
        ),
        (
            "when: {event: birth}, within: P1D, matched-by: [upn]",
            "",
            "`staff-letter` did not go: `maternity` had no `upn` to find the child by",
        ),
        (
            "when: {event: birth}, within: P1D",
            "does-not-happen: [birth]\n",
            "nobody wrote it down: birth did not happen",
        ),
    ],
)
def test_tells_apart_why_something_was_not_known(flow: str, text: str, why: str) -> None:
    recording = PATHWAY.replace("birth-details, growth]", "birth-details, growth, staff-safety]")
    letter = f"  - {{id: staff-letter, from: maternity, to: visitors, {flow}, items: [staff-safety]}}\n"
    texts = (recording, AREA % ("town", "complete", "valley"), PROTOCOL % ("town", "town", letter))
    (found,) = story(workspace(*texts), text)
    expected = "`staff-letter` goes out at birth, which did not happen to this child" if "birth]" in text else why
    assert reasons(found)["staff-safety"] in (why, expected)


def test_a_move_hands_over_by_the_protocols_of_both() -> None:
    """What reached those who stand for the next area is there; what nobody sent stays behind."""
    (found,) = story(town("", "complete", *VALLEY), "moves: [{to: valley, at: P2M}]\n")
    assert known(found) == [
        ("town", "to-visit", "visitors", 1, 3),
        ("valley", "over-there", "visitors", 1, 2),
        ("valley", "to-review", "visitors", 1, 2),
    ]
    assert reasons(found)["feeding-status"] == "`visitors` of town knew, and no flow brings it to `visitors`"
    assert [stage.begins for stage in found.stages] == [None, 2 * 43830]


def test_a_move_leads_to_a_neighbour_that_is_among_the_files_or_where_it_is_asked_for() -> None:
    both = town("", "complete", *VALLEY)
    assert [stage.area.id for stage in story(both, "moves: [{at: P2M}]\n")[0].stages] == ["town", "valley"]
    assert [stage.area.id for stage in story(both, "moves: [{at: P2M}]\n", "valley")[0].stages] == ["town", "valley"]
    (alone,) = story(town(), "moves: [{at: P2M}]\n")
    assert (alone.lost_at, known(alone)[-1]) == (2 * 43830, ("town", "over-there", "next-visitors", 1, 2))


def test_who_stands_for_another_nation_brings_nothing_here() -> None:
    welsh = AREA.replace("elsewhere: true}", "elsewhere: true, nation: wales}") % ("town", "complete", "valley")
    found = workspace(PATHWAY, welsh, PROTOCOL % ("town", "town", ""), *VALLEY)
    assert ("valley", "over-there", "visitors", 0, 2) in known(story(found, "moves: [{at: P2M}]\n")[0])


def test_after_a_death_who_was_not_told_would_still_plan_and_send() -> None:
    batch = "  - {id: list, from: visitors, to: maternity, when: {every: P1M}, within: P1D, items: [birth-details]}\n"
    (found,) = story(town(batch), "traits: [child-death]\nhappens: [{event: death, at: P2M}]\n")
    (stage,) = found.stages
    assert [(one.party, one.minute // 1440, one.event, [flow.id for flow in one.flows]) for one in contacts(stage)] == [
        ("visitors", 91, None, ["list"])
    ]
    alert = (
        "  - {id: alert, from: maternity, to: visitors, when: {event: death}, within: PT12H, items: [death-notice]}\n"
    )
    (found,) = story(town(batch + alert), "traits: [child-death]\nhappens: [{event: death, at: P2M}]\n")
    assert list(contacts(found.stages[0])) == []


def test_of_twins_each_is_told_and_what_does_not_tell_them_apart_is_named() -> None:
    by_mother = (
        "  - {id: hers, from: maternity, to: visitors, when: {event: booking}, within: P1D, items: [mother-identity]}\n"
        "  - {id: scales, from: maternity, to: visitors, when: {event: birth}, within: P1D,"
        " matched-by: [mother-identity], items: [growth]}\n"
        "  - {id: number, from: maternity, to: visitors, when: {event: birth}, within: P1D,"
        " matched-by: [mother-identity], items: [growth, nhs-number]}\n"
    )
    twins = "traits: [twins]\nbabies: [{title: one}, {title: two, does-not-happen: [visit]}]\n"
    first, second = story(town(by_mother), twins)
    assert [flow.id for flow in mixed_up(first.stages[0])] == ["scales"]
    assert [len(known(one)) for one in (first, second)] == [2, 1]


def test_a_story_is_told_as_a_timeline() -> None:
    text = told(story(town("", "complete", *VALLEY), "moves: [{to: valley, at: P2M}]\n"), Style())
    assert (
        text
        == """\
A child
What it shows.

town, as of 2026-11-22
  birth        Birth
               passed on: 2 to visitors
  10 days      Visit
               visitors, on the day: knows 1 of 3
                 not `growth`: it came on paper, and coded is needed
                   (`weight`)
                 not `staff-safety`: nobody here writes it down
  9 weeks      Move
               passed on: 1 to next-visitors

Moves at 9 weeks to valley, as of 2026-11-22
  9 weeks      Move
               visitors, 2 days later: knows 1 of 2
                 not `feeding-status`: `visitors` of town knew, and no flow
                   brings it to `visitors`
  6 months     Review
               visitors, on the day: knows 1 of 2
                 not `feeding-status`: `visitors` of town knew, and no flow
                   brings it to `visitors`

  1 moment at which nothing was passed on: `--all` shows them

  In all, 3 of 7 things were known when they were needed
"""
    )


def test_in_the_model_area_all_is_known_of_every_child_of_the_cast() -> None:
    """But of those for whom what is planned comes too late or not at all."""
    root = Path(__file__).parents[2] / "protocols"
    found = Workspace.open(root / "model-england")
    (area,) = found.areas
    missed = {
        one.id: sum(each.judged - each.met for each in stories(found, one, area))
        for one in journeys().values()
        if one.nation != "wales"
    }
    assert sorted(id for id, number in missed.items() if number) == ["arrives-without-records", "born-at-27-weeks"]
