"""What must hold whatever the network is: more never worsens, less never improves, names and order mean nothing."""

from collections.abc import Callable
from dataclasses import replace
from itertools import product
from math import inf
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sharecheck.network import (
    Arc,
    Barrier,
    Fact,
    Moment,
    Need,
    NeedClassifier,
    Network,
    Outcome,
    Recording,
    outcomes,
    spread,
)
from sharecheck.network.facts import IF_MATCHED, WORST, BarrierKind
from tests.network.strategies import BARRIERS, networks

pytestmark = pytest.mark.untraced

often = settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
chances = st.randoms(use_true_random=True)
levels = st.integers(0, IF_MATCHED)
ranks = st.integers(0, WORST)

Lateness = dict[tuple[Fact, str], float]


def lateness(network: Network, level: int, rank: int) -> Lateness:
    """For each fact that could hold and each event the hours after the event at the latest."""
    run = spread(network, level, rank)
    facts = {arc.head for arc in network.arcs} | {recording.fact for recording in network.recordings}
    late = {(fact, event): run.late(Need("", fact, event)) for fact, event in product(facts, network.moments)}
    return {key: found[0] if found else inf for key, found in late.items()}


def no_later(some: Lateness, others: Lateness) -> bool:
    return all(hours <= others.get(key, inf) for key, hours in some.items())


def with_arc(network: Network, key: int, change: Callable[[Arc], Arc | None]) -> Network:
    changed = [change(arc) if number == key else arc for number, arc in enumerate(network.arcs)]
    return replace(network, arcs=tuple(arc for arc in changed if arc))


@often
@given(networks(), levels, ranks)
def test_an_arc_more_never_worsens(network: Network, level: int, rank: int) -> None:
    whole = lateness(network, level, rank)
    for key in range(len(network.arcs)):
        assert no_later(whole, lateness(with_arc(network, key, lambda _: None), level, rank))


@often
@given(networks(), levels, ranks)
def test_a_recording_more_never_worsens(network: Network, level: int, rank: int) -> None:
    whole = lateness(network, level, rank)
    for recording in network.recordings:
        fewer = tuple(one for one in network.recordings if one is not recording)
        assert no_later(whole, lateness(replace(network, recordings=fewer), level, rank))


@often
@given(networks(), levels, ranks, st.sampled_from((0.5, 1.0, 24.0)))
def test_a_longer_delay_never_arrives_earlier(network: Network, level: int, rank: int, more: float) -> None:
    whole = lateness(network, level, rank)
    for key in range(len(network.arcs)):
        slower = with_arc(network, key, lambda arc: replace(arc, delay=arc.delay + more))
        assert no_later(whole, lateness(slower, level, rank))


@often
@given(networks(), levels, ranks, st.sampled_from(BARRIERS))
def test_one_thing_more_in_the_way_never_improves(network: Network, level: int, rank: int, kind: BarrierKind) -> None:
    whole = lateness(network, level, rank)
    barrier = Barrier(kind, "somebody")
    for key in range(len(network.arcs)):
        barred = with_arc(network, key, lambda arc: replace(arc, barriers=(*arc.barriers, barrier)))
        assert no_later(whole, lateness(barred, level, rank))


@often
@given(networks(), levels, ranks)
def test_one_identifier_fewer_to_match_by_never_worsens(network: Network, level: int, rank: int) -> None:
    whole = lateness(network, level, rank)
    for key in range(len(network.arcs)):
        assert no_later(
            lateness(with_arc(network, key, lambda arc: replace(arc, matched=arc.matched[1:])), level, rank), whole
        )


@often
@given(networks(), levels, ranks)
def test_a_wider_window_never_improves(network: Network, level: int, rank: int) -> None:
    """For what happens in the narrow window happens in the wide one."""
    whole = lateness(network, level, rank)
    for moment in network.moments.values():
        wide = Moment(moment.id, moment.start - 1, moment.end + 1)
        wider = replace(network, moments={**network.moments, moment.id: wide})
        assert no_later(whole, lateness(wider, level, rank))


@often
@given(networks(), levels, ranks, st.integers(-100, 100))
def test_it_means_nothing_when_the_clock_starts(network: Network, level: int, rank: int, by: int) -> None:
    moved = {id: Moment(id, moment.start + by, moment.end + by) for id, moment in network.moments.items()}
    assert lateness(replace(network, moments=moved), level, rank) == lateness(network, level, rank)


@often
@given(networks(), chances)
def test_order_means_nothing(network: Network, chance: Random) -> None:
    """Not even to the way that is printed: ties go by names and by the numbers of flows."""
    moments, recordings, arcs = list(network.moments.items()), list(network.recordings), list(network.arcs)
    chance.shuffle(moments)
    chance.shuffle(recordings)
    chance.shuffle(arcs)
    again = replace(network, moments=dict(moments), recordings=tuple(recordings), arcs=tuple(arcs))
    assert [_told(outcome) for outcome in outcomes(again)] == [_told(outcome) for outcome in outcomes(network)]


@often
@given(networks(), chances)
def test_the_order_of_needs_and_questions_means_nothing(network: Network, chance: Random) -> None:
    ladder, expected = NeedClassifier(network), [_told(outcome) for outcome in outcomes(network)]
    order = list(range(len(network.needs)))
    chance.shuffle(order)
    assert [_told(ladder.outcome(network.needs[at])) for at in order] == [expected[at] for at in order]


@often
@given(networks(), chances)
def test_names_mean_nothing(network: Network, chance: Random) -> None:
    """But for which of equal ways is shown."""
    words = [
        "zoe",
        "amy",
        "max",
        "ida",
        "kim",
        "one",
        "two",
        "six",
        "ten",
        "red",
        "sun",
        "sea",
        "sky",
        "oak",
        "elm",
        "ash",
    ]
    chance.shuffle(words)
    names: dict[str, str] = {}

    def name(old: str) -> str:
        return names.setdefault(old, words[len(names)])

    def fact(old: Fact) -> Fact:
        return Fact(name(old.party), name(old.item))

    renamed = Network(
        {name(one.id): Moment(name(one.id), one.start, one.end) for one in network.moments.values()},
        tuple(Recording(fact(one.fact), name(one.event), one.form) for one in network.recordings),
        tuple(
            replace(
                arc,
                tail=fact(arc.tail),
                head=fact(arc.head),
                event=arc.event and name(arc.event),
                matched=tuple(fact(one) for one in arc.matched),
            )
            for arc in network.arcs
        ),
        tuple(replace(need, fact=fact(need.fact), event=name(need.event)) for need in network.needs),
        sources={
            name(item): tuple(frozenset(map(fact, source)) for source in sources)
            for item, sources in network.sources.items()
        },
    )
    expected = [(one.kind, one.late_by, len(one.holders)) for one in outcomes(network)]
    assert [(one.kind, one.late_by, len(one.holders)) for one in outcomes(renamed)] == expected


@often
@given(networks(), levels, ranks)
def test_other_items_mean_nothing(network: Network, level: int, rank: int) -> None:
    """The part of a network in which an item and its identifiers travel says all about it."""
    whole = lateness(network, level, rank)
    for item in {fact.item for fact, _ in whole}:
        part = lateness(network.only((item,)), level, rank)
        assert {key: hours for key, hours in part.items() if key[0].item == item} == {
            key: hours for key, hours in whole.items() if key[0].item == item
        }


def _told(outcome: Outcome) -> object:
    """All of an outcome by value: arcs are told by their flow."""
    way = [(hop.fact, hop.age, getattr(hop.via, "flow", -1), hop.form, hop.missing, hop.missed) for hop in outcome.hops]
    barriers = [set(hop.barriers) for hop in outcome.hops]
    return outcome.need, outcome.kind, outcome.late_by, outcome.form, way, barriers, outcome.blame, outcome.holders
