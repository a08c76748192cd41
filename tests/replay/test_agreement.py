"""The spread and the replay hold each other."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, product
from math import inf
from random import Random

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from sharecheck.model.base import FORMS
from sharecheck.network import Fact, Need, spread
from sharecheck.network.facts import CERTAIN, IF_CONDITIONS, IF_DATED
from sharecheck.replay import (
    BEST,
    WORST,
    Choices,
    Leg,
    Replay,
    calendar,
    choices,
    handovers,
    legs,
    life,
    replay,
    window,
    witness,
)
from sharecheck.replay.mistakes import Names, mistakes
from sharecheck.workspace import Area
from tests.replay.strategies import CHANCE, GROUPS, TODAY, all_choices, areas, paces, placed, times

pytestmark = pytest.mark.untraced

often = settings(deadline=None, suppress_health_check=list(HealthCheck))
as_of = calendar(None, TODAY)
EVERY = frozenset(GROUPS)


def fact_at(desk: str, item: str) -> Fact:
    """What the network calls that an item is held at a desk."""
    party, _, service = desk.partition(":")
    return Fact(party, item, service)


def desk_of(fact: Fact) -> str:
    """The desk at which a fact of the network holds."""
    return f"{fact.party}:{fact.service}" if fact.service else fact.party


def corners(area: Area) -> Iterator[dict[str, int]]:
    """Every way to put each event at the one end of its window or the other."""
    spans = {event.id: window(event.window, {}) for event in area.events.values()}
    ends = [sorted(set(span)) for span in spans.values() if span]
    return (dict(zip(spans, one, strict=True)) for one in product(*ends))


def lucky(played: list[Replay], promised: tuple[Leg, ...]) -> bool:
    """Whether an event finds a sender with more in some replays than in others."""

    def ready(one: Replay, leg: Leg, item: str) -> tuple[object, ...]:
        now = one.at[leg.event or ""]
        forms = [learned.form for learned in one.known.get((leg.sender, item), ()) if learned.minute <= now]
        labels = {
            id for by in leg.matched_by or () for id in by if (held := one.held(leg.sender, id)) and held.minute <= now
        }
        return tuple(forms[-1:]), frozenset(labels)

    at_events = [(leg, cargo.item) for leg in promised if leg.event for cargo in leg.cargo]
    return any(len({ready(one, leg, item) for one in played}) > 1 for leg, item in at_events)


@often
@given(st.booleans().flatmap(lambda hindered: areas(most_events=4, hindered=hindered, following=False)))
def test_what_every_child_at_the_ends_of_the_windows_gets_is_kept_without_luck(area: Area) -> None:
    """And by as many hours as the spread says; luck is a flow that finds its sender ready for some children only."""
    promised = tuple(legs(area))
    played = [replay(area, at, WORST, as_of, promised=promised) for at in corners(area)]
    assume(not lucky(played, promised))
    for form in FORMS:
        run = spread(area.network, CERTAIN, FORMS.index(form))
        for (desk, item), event in product(played[0].known, area.events):
            held = [(one.held(desk, item, form), one.at[event]) for one in played]
            found = run.late(Need("", fact_at(desk, item), event))
            worst = max((one.minute - at if one else inf) for one, at in held)
            assert (found[0] * 60 if found else inf) == pytest.approx(worst)


@often
@given(areas(), st.data())
def test_what_is_kept_is_there_for_every_child_inside_the_windows(area: Area, data: st.DataObject) -> None:
    """Whenever in its window each event happens, however quick each flow is, and whatever people do."""
    kept = {(one.need.transition, one.need.fact.party, one.need.index) for one in area.outcomes if one.kept}
    assume(kept)
    pace = data.draw(paces(area), label="pace")
    at = data.draw(times(area), label="at")
    played = replay(area, at, data.draw(all_choices(area), label="choices"), as_of, pace.__getitem__, promised=pace)
    missed = {
        (one.transition.id, one.party, index)
        for one in handovers(played, EVERY)
        for index, answer in enumerate(one.answers)
        if not answer.met
    }
    assert kept & missed == set()


@often
@given(areas(), st.sampled_from((CERTAIN, IF_DATED, IF_CONDITIONS)), st.sampled_from(FORMS), st.data())
def test_nobody_learns_later_than_the_spread_says(area: Area, level: int, form: str, data: st.DataObject) -> None:
    """At each level of what is taken as given, in each form, and on the clock of each event."""
    pace = data.draw(paces(area), label="pace")
    at = data.draw(times(area), label="at")
    quick = replace(data.draw(all_choices(area), label="choices"), quick=True)
    done: Choices = {CERTAIN: replace(quick, quick=False), IF_DATED: quick, IF_CONDITIONS: BEST}[level]
    played = replay(area, at, done, as_of, pace.__getitem__, promised=pace)
    run = spread(area.network, level, FORMS.index(form))
    for fact, event in product(run.labels, at):
        late = run.late(Need("", fact, event))
        held = played.held(desk_of(fact), fact.item, form)
        assert late is not None
        assert held is not None, (fact, event)
        assert held.minute <= at[event] + round(late[0] * 60), (fact, event)


@often
@given(areas(groups=True))
def test_every_gap_has_a_child_that_shows_it(area: Area) -> None:
    """But for needs that hang on luck; and what is told of that child can be replayed as any journey."""
    for outcome in area.outcomes:
        found = None if outcome.kept else witness(area, outcome, tries=300)
        if found is None:
            continue
        assert list(mistakes(found.journey, area.events, Names({}), area.order)) == []
        lived = life(found.journey, area.events, order=area.order)
        assert lived == found.life
        played = replay(area, lived.at, choices(found.journey), as_of)
        need = outcome.need
        taken = [one for one in handovers(played, lived.traits) if one.party == need.fact.party]
        (over,) = [one for one in taken if one.transition.id == need.transition]
        assert not over.answers[need.index].met


@often
@given(st.booleans().flatmap(lambda groups: areas(most_events=4, following=False, groups=groups)))
def test_no_gap_goes_without_a_child_where_no_luck_is(area: Area) -> None:
    promised = tuple(legs(area))
    assume(not lucky([replay(area, at, WORST, as_of, promised=promised) for at in corners(area)], promised))
    assert [one.need for one in area.outcomes if not one.kept and witness(area, one) is None] == []


@often
@given(areas(groups=True), CHANCE)
def test_what_is_kept_is_there_for_the_children_of_whom_it_is_asked(area: Area, chance: Random) -> None:
    """Unless there was nothing to know of this one."""
    kept = {(one.need.transition, one.need.fact.party, one.need.index) for one in area.outcomes if one.kept}
    for number in range(len(GROUPS) + 1):
        for traits in map(frozenset, combinations(GROUPS, number)):
            played = replay(area, placed(area, chance, traits), WORST, as_of)
            missed = {
                (one.transition.id, one.party, index)
                for one in handovers(played, traits)
                for index, answer in enumerate(one.answers)
                if not (answer.met or answer.nothing)
            }
            assert kept & missed == set()


@often
@given(areas(groups=True))
def test_both_judge_the_same_needs(area: Area) -> None:
    played = replay(area, placed(area, Random(0)), WORST, as_of)
    taken = {
        (one.transition.id, one.desk, index, answer.need.item)
        for one in handovers(played, EVERY)
        for index, answer in enumerate(one.answers)
    }
    assert taken == {(one.transition, desk_of(one.fact), one.index, one.fact.item) for one in area.network.needs}
