"""The cheapest repair is the cheapest: held against trying all sets of changes, on small random networks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sharecheck.changes.change import Change
from sharecheck.document import Document, Place
from sharecheck.network import Arc, Fact, Moment, Need, NeedClassifier, Network, Recording
from sharecheck.network.coverage import WEIGHTS
from sharecheck.network.network import Sources
from sharecheck.repairs.clock import Clock
from sharecheck.repairs.edits import Edit
from sharecheck.repairs.hitting import Search, Solution
from sharecheck.repairs.plan import Problem
from sharecheck.repairs.potential import Guarded, Noted, Potential, bits, undominated
from sharecheck.repairs.prune import pruned
from tests.network.strategies import networks

pytestmark = pytest.mark.untraced

MOST = 6
"""Changes that are tried in all sets."""


def over(
    moments: Mapping[str, Moment],
    arcs: tuple[Guarded, ...],
    recordings: tuple[Noted, ...],
    needs: tuple[Need, ...],
    sources: Sources | None = None,
) -> Potential:
    """A potential in which everything happens to every child."""
    return Potential(moments, arcs, recordings, needs, dict.fromkeys(needs, (frozenset(),)), sources=sources or {})


@dataclass
class Case:
    """A network of which a part is there only with some changes, and what these cost."""

    network: Network
    arcs: tuple[Guarded, ...]
    recordings: tuple[Noted, ...]
    costs: Sequence[int]

    @property
    def potential(self) -> Potential:
        network = self.network
        return over(network.moments, undominated(self.arcs), self.recordings, network.needs, network.sources)

    def meets(self, need: Need, chosen: int) -> bool:
        """Worked out from the whole network, without anything that is remembered or left out."""
        recordings = tuple(one.recording for one in self.recordings if not one.guard & ~chosen)
        arcs = tuple(one.arc for one in self.arcs if not one.guard & ~chosen)
        return NeedClassifier(replace(self.network, recordings=recordings, arcs=arcs)).keeps(need)

    def cost(self, chosen: int) -> int:
        return sum(self.costs[number] for number in bits(chosen))


def cases() -> st.SearchStrategy[Case]:
    return st.builds(_case, networks(barred=False), st.randoms(use_true_random=True))


def _case(network: Network, chance: Random) -> Case:
    size = chance.randint(1, MOST)

    def guard() -> int:
        return sum(1 << number for number in chance.sample(range(size), min(size, chance.choice((0, 1, 1, 1, 2)))))

    twins = tuple(_twin(chance, arc) for arc in network.arcs if chance.random() < 0.7)
    arcs = tuple(Guarded(arc, guard()) for arc in (*network.arcs, *twins))
    recordings = tuple(Noted(one, guard() if chance.random() < 0.3 else 0) for one in network.recordings)
    return Case(network, arcs, recordings, [chance.randint(1, 5) for _ in range(size)])


def _twin(chance: Random, arc: Arc) -> Arc:
    """Nearly the same arc: of two like these one is often as good as the other."""
    way = chance.choice(("delay", "form", "matched", "event"))
    delay = chance.choice((0.0, 1.0, 5.0)) if way == "delay" else arc.delay
    form = "verbal" if way == "form" else arc.form
    matched = () if way == "matched" else arc.matched
    event = None if way == "event" else arc.event
    return replace(arc, delay=delay, form=form, matched=matched, event=event)


def _can(case: Case, potential: Potential) -> tuple[int, ...]:
    every = (1 << len(case.costs)) - 1
    return tuple(number for number, need in enumerate(potential.needs) if case.meets(need, every))


@settings(max_examples=150, deadline=None)
@given(cases())
def test_finds_the_cheapest_repair(case: Case) -> None:
    potential = case.potential
    can = _can(case, potential)
    found = Search(Problem(potential, case.costs), can).solution()
    sets = range(1 << len(case.costs))
    best = min(case.cost(one) for one in sets if all(case.meets(potential.needs[need], one) for need in can))
    met = all(case.meets(potential.needs[need], found.chosen) for need in can)
    assert (found.cost, found.bound, found.proved, met) == (best, best, True, True)


@settings(max_examples=100, deadline=None)
@given(cases(), st.integers(0, 12))
def test_meets_the_most_for_a_budget(case: Case, budget: int) -> None:
    potential = case.potential
    can = _can(case, potential)
    found = Search(Problem(potential, case.costs), can, budget).solution()

    def weight(chosen: int) -> int:
        needs = (potential.needs[need] for need in can)
        return sum(WEIGHTS[need.weight] for need in needs if case.meets(need, chosen))

    best = max(weight(one) for one in range(1 << len(case.costs)) if case.cost(one) <= budget)
    assert (weight(found.chosen), found.bound, found.proved) == (best, best, True)
    assert found.cost <= budget


@settings(max_examples=100, deadline=None)
@given(cases())
def test_one_of_each_landmark_is_in_every_repair(case: Case) -> None:
    potential = case.potential
    found = Search(Problem(potential, case.costs), _can(case, potential)).solution()
    for number, landmarks in found.landmarks.items():
        for one in range(1 << len(case.costs)):
            if case.meets(potential.needs[number], one):
                assert all(one & landmark for landmark in landmarks)


@settings(max_examples=150, deadline=None)
@given(cases())
def test_what_is_left_out_beforehand_makes_no_repair_dearer(case: Case) -> None:
    potential, edits = case.potential, [_edit(number, cost) for number, cost in enumerate(case.costs)]
    can = _can(case, potential)
    less = pruned(potential, edits).potential
    whole = Search(Problem(potential, case.costs), can).solution()
    part = Search(Problem(less, case.costs), can).solution()
    assert part.cost == whole.cost
    assert all(case.meets(potential.needs[need], part.chosen) for need in can)


@settings(max_examples=150, deadline=None)
@given(cases())
def test_a_landmark_holds_what_was_left_out_beforehand_as_well(case: Case) -> None:
    """One of two equal changes was said to be unavoidable: the other one had been left out, and would have done."""
    potential, edits = case.potential, [_edit(number, cost) for number, cost in enumerate(case.costs)]
    less = pruned(potential, edits)
    found = Search(Problem(less.potential, case.costs), _can(case, potential)).solution()
    for number, landmarks in found.landmarks.items():
        for one in range(1 << len(case.costs)):
            if case.meets(potential.needs[number], one):
                assert all(one & less.widened(landmark) for landmark in landmarks)


def _edit(number: int, cost: int) -> Edit:
    place = Place(Document("", ""))  # type: ignore[arg-type]  # nobody looks at it
    return Edit(Change("item", None, place, (), place, None, "", str(number), item="growth"), cost)


@pytest.mark.parametrize(
    ("change", "cost"),
    [
        ({}, 1),
        ({"delay": 30.0}, 3),
        ({"form": "verbal"}, 3),
        ({"matched": (Fact("bea", "number"),)}, 3),
        ({"event": "early"}, 3),
    ],
)
def test_a_cheaper_change_stands_for_a_dearer_one_only_if_it_does_as_well(change: dict[str, object], cost: int) -> None:
    """Two changes each bring the item, one for 1 and one for 3; the cheaper one may come late, spoken or unfiled."""
    moments = {id: Moment(id, at, at) for id, at in (("birth", 0.0), ("need", 24.0), ("early", -24.0))}
    good = Arc(Fact("ann", "growth"), Fact("bea", "growth"), "birth", 5.0, "coded", 0)
    cheap = replace(good, **change)  # type: ignore[arg-type]
    need = Need("handover", good.head, "need")
    recordings = (Noted(Recording(good.tail, "birth"), 0),)
    potential = over(moments, (Guarded(cheap, 1), Guarded(good, 2)), recordings, (need,))
    costs = [1, 3]
    less = pruned(potential, [_edit(number, cost) for number, cost in enumerate(costs)]).potential
    assert Search(Problem(less, costs), (0,)).solution().cost == cost


def test_a_dearer_change_never_stands_for_a_cheaper_one() -> None:
    moments = {"birth": Moment("birth", 0.0, 9.0), "need": Moment("need", 14.0, 24.0)}
    arc = Arc(Fact("ann", "growth"), Fact("bea", "growth"), "birth", 5.0, "coded", 0)
    need, recordings = Need("handover", arc.head, "need"), (Noted(Recording(arc.tail, "birth"), 0),)
    potential = over(moments, (Guarded(arc, 1), Guarded(replace(arc), 2)), recordings, (need,))
    less = pruned(potential, [_edit(0, 3), _edit(1, 1)]).potential
    assert Search(Problem(less, [3, 1]), (0,)).solution().chosen == 2


def test_what_comes_with_the_event_by_which_it_is_needed_is_not_left_out() -> None:
    """It comes 5 hours after a visit, and is needed 6 hours after it: whenever in its window the visit is."""
    moments = {"visit": Moment("visit", 0.0, 100.0)}
    arc = Arc(Fact("ann", "growth"), Fact("bea", "growth"), "visit", 5.0, "coded", 0)
    recordings = (Noted(Recording(arc.tail, "visit"), 0),)
    potential = over(moments, (Guarded(arc, 1),), recordings, (Need("handover", arc.head, "visit", 6.0),))
    assert pruned(potential, [_edit(0, 1)]).potential.meets(potential.needs[0], 1)


def test_a_landmark_is_as_small_as_it_can_be() -> None:
    """Either of two changes does: each landmark has just these two, not the third."""
    found = Search(_Sets((0b001, 0b010)), (0,)).solution()
    assert found.landmarks == {0: (0b011,)}


class _Sets:
    """Needs that are met by any of some sets of changes."""

    def __init__(self, *needs: tuple[int, ...]) -> None:
        self.needs = needs
        self.costs = [1, 2, 3]
        self.weights = [1] * len(needs)

    def meets(self, need: int, chosen: int) -> bool:
        return any(not one & ~chosen for one in self.needs[need])

    def relevant(self, need: int) -> int:
        return 0b111

    def remote(self, need: int) -> int:
        return 0


def test_says_what_is_not_proved_when_time_is_up() -> None:
    found = Search(_Sets((0b001, 0b110), (0b010,)), (0, 1), clock=Clock(0)).solution()
    assert (found.chosen, found.bound, found.proved) == (0, 0, False)


def test_without_needs_there_is_nothing_to_do() -> None:
    assert Search(_Sets(), ()).solution() == Solution(0, 0, 0, True, {})
