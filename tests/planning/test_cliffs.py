"""A child is followed through the calendar: what is said of its day of birth is so for it, and on the right day."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from math import floor, inf
from random import Random

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from sharecheck.model.base import DAY
from sharecheck.network import Arc, Need, NeedClassifier, Network
from sharecheck.network.facts import CERTAIN, IF_IN_FORCE, RANK, WORST
from sharecheck.planning.cliffs import edges, kept_days
from sharecheck.planning.cohort import Dated, Gate, earliest
from tests.network.reference import replay
from tests.network.strategies import networks
from tests.planning.test_weak_points import asked_everywhere

pytestmark = pytest.mark.untraced

often = settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # it would take minutes to shrink
)
HOURS = 30.0
"""What is an hour in the small networks is so long here: gates close on days."""
MIDDLE = 730_000


def gated(network: Network, chance: Random) -> Dated:
    """A network stretched over some weeks, with gates on half of its flows, and a wait in some."""
    network = asked_everywhere(network)
    moments = {
        id: replace(moment, start=moment.start * HOURS, end=moment.end * HOURS)
        for id, moment in network.moments.items()
    }
    arcs = tuple(replace(arc, delay=arc.delay * HOURS) for arc in network.arcs)
    needs = tuple(replace(need, plus=need.plus * HOURS) for need in network.needs)
    network = replace(network, moments=moments, arcs=arcs, needs=needs)
    gates = {arc.flow: tuple(_gate(chance) for _ in range(chance.choice((0, 1, 1, 2)))) for arc in arcs}
    within = {(arc.flow, 0): chance.choice((arc.delay, arc.delay / 2, 0.0)) for arc in arcs}
    return Dated(network, {flow: each for flow, each in gates.items() if each}, within, earliest(network))


def _gate(chance: Random) -> Gate:
    day = date.fromordinal(MIDDLE + chance.randint(-10, 10))
    return Gate(day, *chance.choice((("begins", "x"), ("expires", "x"), ("expires", "x"))))


@often
@given(networks(), st.randoms(use_true_random=False))
def test_halving_the_days_finds_what_each_day_by_itself_shows(network: Network, chance: Random) -> None:
    found = gated(network, chance)
    needs = tuple(dict.fromkeys(found.network.needs))
    first, last = MIDDLE - 30, MIDDLE + 30
    kept = kept_days(found, needs, first, last)
    for born in range(first, last + 1):
        ladder = NeedClassifier(found.cohort(born, born))
        told = {need: [state for start, state in kept[need] if start <= born][-1] for need in needs}
        assert told == {need: ladder.keeps(need) for need in needs}


@often
@given(networks(), st.randoms(use_true_random=False))
def test_a_need_falls_and_rises_because_of_the_gates_that_are_named(network: Network, chance: Random) -> None:
    found = gated(network, chance)
    for need, days in kept_days(found, dict.fromkeys(found.network.needs), MIDDLE - 30, MIDDLE + 30).items():
        for cliff in edges(found, need, days):
            gates = {
                flow: tuple(gate for gate in each if flow not in cliff.flows or gate not in cliff.gates)
                for flow, each in found.gates.items()
            }
            other = cliff.born.toordinal() - cliff.kept
            assert cliff.gates
            assert NeedClassifier(replace(found, gates=gates).cohort(other, other)).keeps(need)


@often
@given(networks(), st.randoms(use_true_random=False))
def test_what_is_kept_for_a_day_of_birth_is_held_by_each_child_born_then(network: Network, chance: Random) -> None:
    found = gated(network, chance)
    kept = kept_days(found, dict.fromkeys(found.network.needs), MIDDLE - 30, MIDDLE + 30)
    edges: dict[int, list[Need]] = {}
    for need, days in kept.items():
        for start, state in days:
            edges.setdefault(start if state else start - 1, []).append(need)
    for born, needs in edges.items():
        sure = [need for need in needs if NeedClassifier(found.cohort(born, born)).keeps(need)]
        for _ in range(6):
            at = {one.id: chance.choice((one.start, one.end)) for one in found.network.moments.values()}
            in_force = calendar(found, born, chance)
            delays = {arc.flow: chance.choice((0, 1, 1)) * arc.delay for arc in found.network.arcs}
            for rank in {RANK[need.form] for need in sure}:
                held = replay(found.network, CERTAIN, rank, at, delays, None, in_force)
                for need in (need for need in sure if RANK[need.form] == rank):
                    assert held.get(need.fact, inf) <= at[need.event] + need.plus + 1e-6, (need, born)


@often
@given(networks(), st.randoms(use_true_random=False))
def test_nothing_is_ever_held_before_the_earliest_age_at_which_it_can_be(network: Network, chance: Random) -> None:
    at = {one.id: chance.choice((one.start, one.end)) for one in network.moments.values()}
    quick = dict.fromkeys((arc.flow for arc in network.arcs), 0.0)
    held = replay(network, IF_IN_FORCE, WORST, at, quick)
    assert {fact: hours for fact, hours in held.items() if hours < earliest(network).get(fact, inf)} == {}


def calendar(found: Dated, born: int, chance: Random) -> Callable[[Arc, float], bool]:
    """Whether a flow that is set off at an hour is in force when it goes, for a child born early or late on a day."""
    hour, waited = chance.choice((0.0, 23.999)), chance.choice((0, 1))

    def in_force(arc: Arc, now: float) -> bool:
        wait = arc.delay - found.within[arc.flow, 0] if arc.event is None else 0.0
        day = born + floor((hour + now + waited * wait) / DAY)
        gates = found.gates.get(arc.flow, ())
        return all(gate.day.toordinal() <= day if gate.opens else day <= gate.day.toordinal() for gate in gates)

    return in_force
