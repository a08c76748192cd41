"""A child moves from one area to another."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import event, given, settings

from sharecheck.network import Fact
from sharecheck.planning.border import border
from sharecheck.planning.crossing import Crossing, arrived, crossings
from sharecheck.planning.differences import differences
from sharecheck.planning.pairs import departures, pairs
from sharecheck.workspace import Area, Workspace
from tests.planning import areas as random_areas
from tests.rules.examples import TODAY, workspace

pytestmark = pytest.mark.untraced

PROTOCOLS = Path(__file__).parents[2] / "protocols"

PATHWAY = """\
sharecheck: pathway/1
id: {nation}-small
nation: {nation}
events:
  - {{id: birth, title: Birth, window: {{age: {{from: P0D, to: P0D}}}}}}
  - {{id: move, title: A move, window: {{age: {{from: P4M, to: P12M}}}}, applies-to: [movers, border]}}
  - {{id: review, title: A review, window: {{age: {{from: P24M, to: P30M}}}}}}
records:
  - {{service: health-visiting, event: birth, items: [growth, home-language]}}
  - {{service: health-visiting, event: review, items: [developmental-scores]}}
transitions:
  - id: arrival
    title: The next health visitor
    to: health-visiting
    elsewhere: true
    at: move
    plus: P7D
    applies-to: movers
    needs: [{{item: growth, weight: critical}}, {{item: home-language, weight: useful}}]
  - id: setting
    title: The setting
    to: early-years-setting
    at: review
    plus: P7D
    needs:
      - {{item: growth, weight: useful}}
      - {{item: home-language, weight: important}}
      - {{item: developmental-scores, weight: important}}
"""
AREA = """\
sharecheck: area/1
id: {id}
nation: {nation}
pathway: {nation}-small
protocols: complete
parties:
  - {{id: hv, service: health-visiting{paper}}}
  - {{id: next-hv, service: health-visiting, elsewhere: true}}
  - {{id: nursery, service: early-years-setting}}
"""
FLOWS = """\
sharecheck: protocol/1
id: {id}
area: {id}
flows:
  - {{id: record, from: hv, to: next-hv, when: {{event: move}}, within: {within}, items: [{items}],
     basis: {{article-6: 6(1)(e), powers: [{power}]}}}}
  - {{id: to-setting, from: hv, to: nursery, when: {{event: review}}, within: P5D,
     items: [growth, home-language, developmental-scores]}}
"""


def small(
    nations: tuple[str, str] = ("england", "england"),
    within: str = "P5D",
    items: str = "growth, home-language",
) -> tuple[Area, Area]:
    """Two areas that differ in what they send to the next one."""
    here, there = nations
    texts = [PATHWAY.format(nation=nation) for nation in dict.fromkeys(nations)]
    texts += [AREA.format(id="here", nation=here, paper=""), AREA.format(id="there", nation=there, paper="")]
    texts += [FLOWS.format(id="here", within=within, items=items, power="ca2004-11")]
    texts += [FLOWS.format(id="there", within="P5D", items="growth", power="ca2004-28")]
    made = workspace(*texts)
    return made.area("here"), made.area("there")


def changed(*changes: tuple[str, str]) -> tuple[Area, Area]:
    """The two small areas with other words in their files."""
    texts = [PATHWAY.format(nation="england")]
    texts += [AREA.format(id=id, nation="england", paper="") for id in ("here", "there")]
    texts += [FLOWS.format(id="here", within="P5D", items="growth", power="ca2004-11")]
    texts += [FLOWS.format(id="there", within="P5D", items="growth", power="ca2004-11")]
    for old, new in changes:
        assert any(old in text for text in texts)
        texts = [text.replace(old, new) for text in texts]
    made = workspace(*texts)
    return made.area("here"), made.area("there")


def fates(pair: tuple[Area, Area]) -> list[tuple[str, str, str, str]]:
    return [
        (one.mover.side, one.mover.need.transition, one.mover.need.fact.item, one.outcome.kind)
        for one in border(*pair).survivals
    ]


def test_what_is_sent_in_time_arrives_and_goes_on_from_there() -> None:
    assert fates(small()) == [
        ("arrival", "arrival", "growth", "kept"),
        ("arrival", "arrival", "home-language", "kept"),
        ("later", "setting", "growth", "kept"),
        ("later", "setting", "home-language", "kept"),
        ("later", "setting", "developmental-scores", "kept"),
    ]


def test_what_is_not_sent_is_lost_for_those_who_move_and_not_for_those_who_stay() -> None:
    here, there = small(items="growth")
    lost = [one for one in border(here, there).survivals if not one.outcome.kept]
    assert [(one.mover.need.fact, one.outcome.kind, one.by_move) for one in lost] == [
        (Fact("hv", "home-language"), "not-shared", False),
        (Fact("nursery", "home-language"), "not-shared", True),
    ]


def test_the_two_ways_round_differ() -> None:
    here, there = small()
    assert [one.outcome.kind for one in border(there, here).survivals].count("kept") == 3


def test_what_comes_late_arrives_late_and_may_still_be_there_for_later_needs() -> None:
    found = border(*small(within="P9D"))
    assert [(one.mover.side, one.outcome.kind, one.outcome.late_by) for one in found.survivals] == [
        ("arrival", "late", 48.0),
        ("arrival", "late", 48.0),
        ("later", "kept", 0.0),
        ("later", "kept", 0.0),
        ("later", "kept", 0.0),
    ]


def test_a_form_is_no_better_than_the_records_of_those_who_receive_it() -> None:
    coded = PATHWAY.replace("item: growth, weight: critical", "item: growth, form: coded, weight: critical")
    kinds = []
    for paper in ("", ", system: {medium: paper}"):
        texts = [coded.format(nation="england"), AREA.format(id="here", nation="england", paper="")]
        texts += [AREA.format(id="there", nation="england", paper=paper)]
        texts += [FLOWS.format(id="here", within="P5D", items="growth", power="ca2004-11")]
        made = workspace(*texts)
        kinds.append(border(made.area("here"), made.area("there")).survivals[0].outcome.kind)
    assert kinds == ["kept", "degraded"]


def test_what_may_be_recorded_after_the_move_is_not_handed_out() -> None:
    """A visit at 3 to 6 months may come when the child has gone; one at 3 to 4 months comes before."""
    visits = ("P3M, to: P4M", "P3M, to: P6M")
    kinds = []
    for window in visits:
        visit = f"  - {{id: visit, title: A visit, window: {{age: {{from: {window}}}}}}}\n"
        pair = changed(
            ("  - {id: move,", visit + "  - {id: move,"),
            ("event: birth, items: [growth, home-language]", "event: visit, items: [growth, home-language]"),
            ("when: {event: move}, within: P5D", "when: {on: change}, within: P0D"),
        )
        kinds.append(border(*pair).survivals[0].outcome.kind)
    assert kinds == ["kept", "not-recorded"]


def test_what_is_held_before_the_move_waits_for_it() -> None:
    """The next health visitor was told at birth; but nobody tells the nursery before there is a child to speak of."""
    pair = changed(
        ("when: {event: move}, within: P5D", "when: {on: change}, within: P0D"),
        ("when: {event: review}, within: P5D", "when: {on: change}, within: P20D"),
        ("{from: P24M, to: P30M}", "{from: P12M, to: P30M}"),
    )
    (growth,) = (one.outcome for one in border(*pair).survivals if one.mover.need.fact == Fact("nursery", "growth"))
    assert (growth.kind, growth.late_by) == ("late", 13 * 24)
    hold_each_other(pair)


def test_what_the_new_area_says_that_others_send_is_not_counted() -> None:
    pair = changed(
        ("service: health-visiting, elsewhere: true}", "service: health-visiting, elsewhere: true,\n"
         "     records: [{event: review, items: [home-language]}]}"),
        ("from: hv, to: nursery, when: {event: review}", "from: [hv, next-hv], to: nursery, when: {event: review}"),
    )  # fmt: skip
    here, there = pair
    outcomes = {one.mover.need.fact: one for one in border(here, there).survivals}
    home = outcomes[Fact("nursery", "home-language")]
    assert (home.mover.stays is not None and home.mover.stays.kept, home.outcome.kind) == (True, "not-shared")


def test_what_happened_before_the_move_did_not_happen_there() -> None:
    """The new area's own record at birth knows nothing of a child who came later."""
    here, there = small(items="identity")
    arriving = [one.outcome.kind for one in border(here, there).survivals]
    assert arriving == ["not-shared", "not-shared", "not-shared", "not-shared", "kept"]


def test_an_event_that_may_come_before_the_move_is_told_for_the_earliest_move_alone() -> None:
    model = Workspace.open(PROTOCOLS / "model-england", as_of=TODAY).areas[0]
    found = border(model, model)
    whenever, soonest = (
        {one.mover.need.transition for one in every if one.mover.crossing.event == "move-in-first-year"}
        for every in (found.survivals, found.soonest)
    )
    assert whenever < soonest
    assert "t13-one-year-review" in soonest - whenever


def test_the_model_areas_lose_nothing_on_arrival() -> None:
    both = Workspace.open(PROTOCOLS / "model-england", PROTOCOLS / "model-wales", as_of=TODAY)
    england, wales = both.areas
    for here, there in ((england, wales), (wales, england)):
        arriving = [one for one in border(here, there).survivals if one.mover.side == "arrival"]
        assert {one.outcome.kind for one in arriving} == {"kept"}
        assert len(arriving) > 50


def test_children_cross_at_the_events_of_movers_and_where_something_is_handed_over() -> None:
    both = Workspace.open(PROTOCOLS / "model-england", as_of=TODAY)
    (area,) = both.areas
    assert [(one.event, one.moves) for one in crossings(area, "england")] == [
        ("move-in-first-year", True),
        ("move-in-pregnancy", True),
        ("move-after-two-year-review", True),
    ]
    assert [(one.event, one.moves) for one in crossings(area, "wales")] == [
        ("sen-identified", False),
        ("move-in-first-year", True),
        ("move-in-pregnancy", True),
        ("move-after-two-year-review", True),
    ]
    assert isinstance(crossings(area, "wales")[0], Crossing)


def test_differences_of_law_come_from_the_register() -> None:
    here, there = small(("england", "wales"))
    assert [(one.provision.id, [flow.id for flow in one.flows]) for one in differences(here, there).laws] == [
        ("ca2004-11", ["record"])
    ]
    assert [one.provision.id for one in differences(there, here).laws] == ["ca2004-28"]
    assert differences(*small()).laws == ()


def test_a_service_that_only_one_side_has_is_told() -> None:
    both = Workspace.open(PROTOCOLS / "model-england", PROTOCOLS / "model-wales", as_of=TODAY)
    england, wales = both.areas
    assert differences(england, wales).services == (("family-hub", False), ("family-nurse-partnership", False))
    assert differences(wales, england).services == (("flying-start", False),)


def test_parties_that_stand_for_others_are_not_there_for_who_comes() -> None:
    (area,) = Workspace.open(PROTOCOLS / "model-england", as_of=TODAY).areas
    network = arrived(area, crossings(area, "england")[0])
    named = {fact.party for arc in network.arcs for fact in (arc.tail, arc.head)}
    assert [party for party in named if area.parties[party].elsewhere] == []


@given(random_areas.pairs())
@settings(max_examples=500, deadline=None)
def test_all_pairs_at_once_and_one_network_of_both_areas_count_the_same(pair: tuple[Area, Area]) -> None:
    for fate in hold_each_other(pair):
        event(fate)


def hold_each_other(pair: tuple[Area, Area]) -> set[str]:
    """Compare the two ways to count, both ways round; what becomes of needs there."""
    fast = {(one.here, one.there): one for one in pairs(dict(departures(pair)))}
    found: set[str] = set()
    for here, there in (pair, pair[::-1]):
        slow = border(here, there).survivals
        fates = Counter(one.fate for one in slow)
        found |= fates.keys()
        count = fast[here.id, there.id]
        assert (count.needs, count.kept, count.lost, count.not_recorded, count.unknown, count.by_move) == (
            len(slow),
            fates["kept"],
            fates["lost"],
            fates["not-recorded"],
            fates["unknown"],
            sum(one.by_move for one in slow),
        )
    return found
