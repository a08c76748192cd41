"""The spread against two other ways to the truth: plain loops over the same bounds, and replays of single children."""

from itertools import product
from math import inf

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sharecheck.network import Arc, Fact, Moment, Need, Network, Recording, spread
from sharecheck.network.facts import CERTAIN, IF_MATCHED, IF_REPEATED, RANK, WORST
from tests.network.reference import lucky, replay, settled, without_luck, worst
from tests.network.strategies import delays, networks, times

pytestmark = pytest.mark.untraced

often = settings(max_examples=500, deadline=None, suppress_health_check=list(HealthCheck))
levels = st.sampled_from((CERTAIN, CERTAIN, *range(CERTAIN, IF_MATCHED + 1)))
ranks = st.sampled_from((WORST, RANK["paper"], RANK["paper"], *range(WORST + 1)))

some_networks = st.booleans().flatmap(lambda ordered: networks(ordered=ordered))
few_events = st.booleans().flatmap(lambda ordered: networks(most_events=4 - ordered, ordered=ordered))
"""In some of them events stand in an order besides."""


@often
@given(some_networks, levels, ranks)
def test_is_what_plain_loops_find_when_nothing_changes_any_more(network: Network, level: int, rank: int) -> None:
    found, expected = spread(network, level, rank), settled(network, level, rank)
    assert {fact: found.age(fact) for fact in found.labels} == {fact: bound[None] for fact, bound in expected.items()}
    for fact, moment in product(expected, network.moments.values()):
        for plus in (0.0, 2.0):
            late = found.late(Need("handover", fact, moment.id, plus))
            assert late is not None
            assert late[0] == expected[fact][moment.id] - plus


@often
@given(some_networks, levels, ranks, st.data())
def test_never_promises_more_than_a_child_gets(network: Network, level: int, rank: int, data: st.DataObject) -> None:
    """Wherever in its window each event happens, and however quick each flow is."""
    found = spread(network, level, rank)
    at = data.draw(times(network), label="at")
    held = replay(network, level, rank, at, data.draw(delays(network), label="delays"))
    for fact, moment in product(found.labels, network.moments.values()):
        late = found.late(Need("handover", fact, moment.id))
        assert late is not None
        assert held.get(fact, inf) <= at[moment.id] + late[0]
    assert all(held[fact] <= (found.age(fact) or 0) for fact in found.labels)


@often
@given(few_events, levels, ranks)
def test_promises_all_that_every_child_gets_without_luck(network: Network, level: int, rank: int) -> None:
    """Kept in each replay at the ends of the windows means kept, and the worst lateness is the one that is named.

    Luck is a flow whose event finds its sender ready in some replays only. The spread does not count on it: what it
    finds is exactly the worst of all replays of the network without such flows. See `test_*_lucky_*` for what it
    misses that way.
    """
    found = spread(network, level, rank)
    filing = without_luck(network, level, WORST)
    for (fact, event), hours in worst(without_luck(network, level, rank, filing), level, rank, filing).items():
        late = found.late(Need("handover", fact, event))
        assert (late[0] if late else inf) == hours


@often
@given(few_events, ranks, st.data())
def test_the_worst_is_at_the_ends_of_the_windows_without_luck(network: Network, rank: int, data: st.DataObject) -> None:
    filing = without_luck(network, CERTAIN, WORST)
    network = without_luck(network, CERTAIN, rank, filing)
    at = data.draw(times(network), label="at")
    held = replay(network, CERTAIN, rank, at, filing=filing)
    for (fact, event), hours in worst(network, CERTAIN, rank, filing).items():
        assert held.get(fact, inf) - at[event] <= hours


ANN, BEA, CAT = (Fact(party, "growth") for party in ("ann", "bea", "cat"))


def moments(**windows: tuple[float, float]) -> dict[str, Moment]:
    return {id: Moment(id, *window) for id, window in windows.items()}


def arc(tail: Fact, head: Fact, event: str | None = None, delay: float = 0, matched: tuple[Fact, ...] = ()) -> Arc:
    return Arc(tail, head, event, delay, "coded", 0, 0, matched)


def late(network: Network, need: Need, level: int = CERTAIN, rank: int = WORST) -> float | None:
    found = spread(network, level, rank).late(need)
    return found[0] if found else None


def test_two_lucky_ways_are_not_one_sure_way() -> None:
    """Ann weighs the child at the visit and tells Cat at the review; Bea weighs it then and tells Cat at the visit.

    Whichever comes first, what it brings to light goes out with the other one. The spread relies on neither.
    """
    network = Network(
        moments(visit=(0, 10), review=(0, 10), start=(10, 10)),
        (Recording(ANN, "visit"), Recording(BEA, "review")),
        (
            Arc(ANN, CAT, "review", 0, "coded", 0),  # goes only if the visit was not after the review
            Arc(BEA, CAT, "visit", 0, "coded", 1),  # goes only if the review was not after the visit
        ),
    )
    assert worst(network, CERTAIN, WORST)[CAT, "start"] == 0
    assert late(network, Need("handover", CAT, "start")) is None
    assert lucky(network, CERTAIN, WORST) == {0, 1}


def test_a_lucky_way_can_fail_between_the_ends_of_the_windows_only() -> None:
    """Of three events with one window, at the ends two coincide: only in between do they come one after another."""
    network = Network(
        moments(booking=(0, 2), visit=(0, 2), review=(0, 2), start=(2, 2)),
        (Recording(ANN, "booking"), Recording(BEA, "visit")),
        (
            Arc(ANN, CAT, "visit", 0, "coded", 0),  # fails if the visit is before the booking
            Arc(BEA, CAT, "review", 0, "coded", 1),  # fails if the review is before the visit
        ),
    )
    assert worst(network, CERTAIN, WORST)[CAT, "start"] == 0
    between = {"booking": 2.0, "visit": 1.0, "review": 0.0, "start": 2.0}
    assert CAT not in replay(network, CERTAIN, WORST, between)
    assert late(network, Need("handover", CAT, "start")) is None


def test_what_waits_for_two_events_is_told_after_each_of_them() -> None:
    """The weight is known at the visit, the number at the registration; their windows overlap."""
    number = Fact("bea", "number")
    network = Network(
        moments(visit=(0, 10), registration=(4, 6)),
        (Recording(ANN, "visit"), Recording(number, "registration")),
        (arc(ANN, BEA, matched=(number,)),),
    )
    assert spread(network).age(BEA) == 10
    assert late(network, Need("handover", BEA, "visit")) == 6
    assert late(network, Need("handover", BEA, "registration")) == 6
    assert worst(network, CERTAIN, WORST)[BEA, "visit"] == 6


def test_what_an_event_brings_to_light_goes_out_with_it() -> None:
    network = Network(
        moments(visit=(0, 10)), (Recording(ANN, "visit"),), (arc(ANN, BEA, "visit", 2), arc(BEA, CAT, "visit"))
    )
    assert spread(network).age(BEA) == 12
    assert late(network, Need("handover", BEA, "visit", 2)) == 0
    assert late(network, Need("handover", BEA, "visit")) == 2
    assert late(network, Need("handover", CAT, "visit", 9)) is None, "it went out before Bea had heard"
    assert late(network, Need("handover", CAT, "visit", 9), IF_REPEATED) == -7


def test_a_flow_that_fires_again_waits_for_its_event_and_for_its_sender() -> None:
    """A sender that learns sooner, but not surely in time, must not make it later: it did, and no pass was right."""
    network = Network(moments(visit=(0, 10), review=(1, 1)), (Recording(ANN, "review"),), (arc(ANN, BEA, "visit", 2),))
    assert late(network, Need("handover", BEA, "review"), IF_REPEATED) == 11
    assert worst(network, IF_REPEATED, WORST)[BEA, "review"] == 11


def test_what_arrives_is_filed_as_soon_as_the_recipient_can_tell_which_child_it_is() -> None:
    mine, theirs = Fact("ann", "number"), Fact("bea", "number")
    network = Network(
        moments(birth=(0, 0), visit=(48, 48)),
        (Recording(ANN, "birth"), Recording(mine, "birth")),
        (arc(mine, theirs, "birth", 24), arc(ANN, BEA, "birth", 12, matched=(mine, theirs))),
    )
    assert spread(network).age(BEA) == 24


def test_a_sender_without_the_number_sends_nothing_that_is_matched_by_it() -> None:
    mine = Fact("ann", "number")
    network = Network(
        moments(birth=(0, 0), visit=(48, 48)),
        (Recording(ANN, "birth"), Recording(mine, "visit")),
        (arc(ANN, BEA, "birth", 12, matched=(mine,)),),
    )
    assert spread(network).age(BEA) is None
    assert spread(network, IF_REPEATED).age(BEA) == 60
    assert spread(network, IF_MATCHED).age(BEA) == 12


def test_an_identifier_helps_in_whichever_form_it_is_held() -> None:
    number = Fact("bea", "number")
    network = Network(
        moments(birth=(0, 0)),
        (Recording(ANN, "birth"), Recording(number, "birth", "verbal")),
        (arc(ANN, BEA, matched=(number,)), arc(number, Fact("cat", "number"))),
    )
    assert spread(network, CERTAIN, RANK["coded"]).age(BEA) == 0
    assert spread(network, CERTAIN, RANK["coded"]).age(number) is None
    assert set(spread(network, CERTAIN, RANK["paper"]).labels) == {ANN, BEA}


def test_three_times_six_minutes_are_eighteen() -> None:
    """As floats they are a little more: nobody is late by that."""
    dot = Fact("dot", "growth")
    network = Network(
        moments(birth=(0, 0), visit=(0.3, 0.3)),
        (Recording(ANN, "birth"),),
        (
            arc(ANN, BEA, delay=0.1),
            arc(BEA, CAT, delay=0.1),
            arc(CAT, dot, delay=0.1),
            arc(dot, Fact("eve", "growth"), "visit"),
        ),
    )
    assert 0.1 + 0.1 + 0.1 > 0.3
    assert late(network, Need("handover", dot, "visit")) == 0
    assert late(network, Need("handover", Fact("eve", "growth"), "visit")) == 0


def test_the_way_leads_from_the_recording_to_the_recipient() -> None:
    network = Network(
        moments(birth=(0, 0), visit=(5, 9)),
        (Recording(ANN, "birth"),),
        (arc(ANN, BEA, delay=3), arc(BEA, CAT, "visit", 1), arc(CAT, ANN)),
    )
    found = spread(network).late(Need("handover", CAT, "visit"))
    assert found is not None
    assert [(step.fact, step.age, step.source) for step in found[1].chain()] == [
        (ANN, 0, network.recordings[0]),
        (BEA, 3, network.arcs[0]),
        (CAT, 10, network.arcs[1]),
    ]
