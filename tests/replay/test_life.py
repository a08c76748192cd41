"""When each event happens to a child."""

import pytest

from sharecheck.model import Journey
from sharecheck.model.pathway import Pathway
from sharecheck.replay import Life, Mistake, Names, life, mistakes
from sharecheck.standards import journeys, pathway
from tests.network.given import pathway as given
from tests.replay.keys import keys

WEEK = 7 * 24 * 60
TOWN = given(
    keys(
        """\
events:
  - {id: booking, window: {gestation: {from: P8W, to: P12W}}}
  - {id: antenatal, window: {gestation: {from: P26W, to: P40W}}}
  - {id: birth, window: {age: {from: P0D, to: P0D}}}
  - {id: home-visit, window: {after: home, from: PT0H, to: PT4H}}
  - {id: home, window: {age: {from: PT10H, to: PT20H}}}
  - {id: plan, window: {age: {from: P1M, to: P3M}}, applies-to: sen}
  - {id: move, window: {age: {from: P2M, to: P4M}}, applies-to: [movers, border]}
  - {id: late-move, window: {age: {from: P6M, to: P8M}}, applies-to: movers}
  - {id: death, window: {age: {from: P1M, to: P5M}}, applies-to: child-death}
  - {id: review, window: {age: {from: P3M, to: P3M}}}
"""
    )
)
EVENTS = {event.id: event for event in TOWN.events or ()}
MONTH = 43830


def journey(text: str = "") -> Journey:
    said = "sharecheck: journey/1\nid: child\ntitle: A child\nshows: What it shows.\n" + text
    return Journey.model_validate(keys(said))


def lived(text: str = "") -> Life:
    return life(journey(text), EVENTS)


def wrong(text: str, at: Pathway = TOWN) -> list[tuple[str, str]]:
    """Where something is wrong, and what."""
    events = {event.id: event for event in at.events or ()}
    names = Names({"event": events, "channel": ["parent-held-record"], "flow": ["progress-check"], "group": ["sen"]})
    return [(".".join(map(str, one.route)), one.message) for one in mistakes(journey(text), events, names)]


def test_all_happens_in_the_middle_of_its_window_but_to_children_of_other_groups_nothing() -> None:
    assert lived().at == {
        "booking": -30 * WEEK,
        "antenatal": -7 * WEEK,
        "birth": 0,
        "home": 900,
        "home-visit": 1020,
        "review": 3 * MONTH,
    }


def test_what_happens_on_a_day_of_its_own_takes_what_follows_it_along() -> None:
    found = lived("happens: [{event: home, at: PT12H}, {event: booking, gestation: P12W}]\n").at
    assert (found["booking"], found["home"], found["home-visit"]) == (-28 * WEEK, 720, 840)


def test_a_short_pregnancy_moves_what_is_planned_by_its_weeks() -> None:
    found = lived("gestation: P28W\n").at
    assert (found["booking"], found["antenatal"]) == (-18 * WEEK, -WEEK)


def test_what_is_planned_for_weeks_that_never_come_does_not_happen() -> None:
    assert "antenatal" not in lived("gestation: P26W\n").at


def test_what_does_not_happen_does_not_set_off_what_follows_it() -> None:
    assert lived("does-not-happen: [home]\n").at.keys() & {"home", "home-visit"} == set()


def test_after_a_death_nothing_happens_any_more() -> None:
    found = lived("traits: [child-death]\nhappens: [{event: death, at: P2M}]\n")
    assert (found.ended, found.would, "review" in found.at) == ("death", {"review": 3 * MONTH}, False)


def test_who_moves_is_moved_once_at_that_age() -> None:
    found = lived("moves: [{at: P3M}]\n")
    assert (found.traits, found.at["move"], "late-move" in found.at) == ({"movers"}, 3 * MONTH, False)


def test_who_moves_to_another_nation_crosses_the_border() -> None:
    assert lived("nation: england\nmoves: [{at: P3M, nation: wales}]\n").traits == {"movers", "border"}


def test_an_age_outside_the_window_counts_with_a_reason_only() -> None:
    late = "happens: [{event: home, at: P3D%s}]\n"
    assert lived(late % "").at["home"] == 900
    assert lived(late % ", outside: the mother was ill").at["home"] == 4320
    assert lived(late % ", outside: the mother was ill").why == {"home": "the mother was ill"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("happens: [{event: home, at: PT12H}]\n", []),
        (
            "happens: [{event: home, at: P3D}]\n",
            [("happens.0.at", "`home` happens at 3 days, outside its window, from 10 hours to 20 hours")],
        ),
        (
            "gestation: P26W\nhappens: [{event: antenatal, gestation: P25W}]\n",
            [
                (
                    "happens.0.gestation",
                    "`antenatal` happens at 25 weeks of pregnancy, "
                    "outside its window, which does not come for this child",
                )
            ],
        ),
        (
            "gestation: P27W\nhappens: [{event: antenatal, gestation: P30W}]\n",
            [("happens.0.gestation", "`antenatal` happens in week 30 of a pregnancy that lasted 27 weeks")],
        ),
        ("happens: [{event: home}]\n", [("happens.0", "`home` happens at no age")]),
        ("happens: [{event: home, at: PT12H, gestation: P3W}]\n", [("happens.0", "`home` happens at two ages")]),
        ("happens: [{event: hone, at: PT12H}]\n", [("happens.0.event", "`hone` is not a known event")]),
        (
            "happens: [{event: plan, at: P2M}]\n",
            [("happens.0.event", "`plan` does not happen to this child, but to children of `sen`")],
        ),
        ("traits: [sen]\nhappens: [{event: plan, at: P2M}]\n", []),
        (
            "happens: [{event: home, at: PT12H}, {event: home, at: PT13H}]\n",
            [(f"happens.{one}.event", "`home` is told more than once") for one in (0, 1)],
        ),
        (
            "happens: [{event: home, at: PT12H}]\ndoes-not-happen: [home, birht]\n",
            [
                ("does-not-happen.1", "`birht` is not a known event"),
                ("happens.0.event", "`home` happens and does not happen"),
            ],
        ),
        (
            "traits: [child-death]\nhappens: [{event: death, at: P2M}, {event: review, at: P3M}]\n",
            [("happens.1", "`review` comes after `death`"), ("traits.0", "`child-death` is not a known group")],
        ),
        ("moves: [{at: P0D}]\n", [("moves.0.at", "the child moves before it is born")]),
        ("moves: [{at: P3M}, {at: P2M}]\n", [("moves.1.at", "it comes before the move above it")]),
        ("gestation: P12W\n", [("gestation", "a pregnancy of 12 weeks does not end in a birth")]),
        ("mishaps: [{loses: red-book}]\n", [("mishaps.0.loses", "`red-book` is not a known channel")]),
        ("refuses: all\n", []),
        ("refuses: progres-check\n", [("refuses", "`progres-check` is not a known flow")]),
        ("refuses: [progress-check, vote]\n", [("refuses.1", "`vote` is not a known flow")]),
        ("babies: [{title: the only one}]\n", [("babies", "one baby alone is no twin")]),
        (
            f"babies: [{', '.join(['{title: another}'] * 3000)}]\n",
            [("babies", "no pregnancy has 3,000 babies: 10 at most are played, each by itself")],
        ),
        (
            "babies: [{title: one}, {title: two, happens: [{event: home, at: P1D}]}]\n",
            [("babies.1.happens.0.at", "`home` happens at 1 day, outside its window, from 10 hours to 20 hours")],
        ),
    ],
)
def test_tells_what_cannot_be(text: str, expected: list[tuple[str, str]]) -> None:
    assert wrong(text) == expected


def test_means_the_nearest_name() -> None:
    names = Names({"flow": ["progress-check"]})
    (found,) = mistakes(journey("refuses: progres-check\n"), EVENTS, names)
    assert found == Mistake(
        ("refuses",), "`progres-check` is not a known flow", "did you mean `progress-check`?", "flow"
    )


@pytest.mark.parametrize("shipped", journeys().values(), ids=lambda one: one.id)
def test_the_cast_contradicts_nothing_in_either_nation(shipped: Journey) -> None:
    for nation in (shipped.nation,) if shipped.nation else ("england", "wales"):
        assert list(mistakes(shipped, {one.id: one for one in pathway(nation).events or ()}, Names({}))) == []


def test_the_cast_is_there() -> None:
    assert len(journeys()) >= 16
    assert [one for one in journeys().values() if not one.shows.endswith(".")] == []
