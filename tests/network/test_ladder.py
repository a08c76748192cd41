"""The ladder of kinds: total, in order, and with the blame on a step that is really closed."""

from dataclasses import replace
from itertools import pairwise, product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sharecheck.network import (
    KINDS,
    Arc,
    Barrier,
    Fact,
    Hop,
    Kind,
    Moment,
    Need,
    NeedClassifier,
    Network,
    Outcome,
    Recording,
    facts,
    outcomes,
    spread,
)
from sharecheck.network.facts import CERTAIN, IF_MATCHED, RANK, WORST
from tests.network import reference
from tests.network.strategies import networks

pytestmark = pytest.mark.untraced

often = settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
LEVEL = {kind: level for level, kind in reference.LEVELS.items()}


@often
@given(networks())
def test_each_need_has_the_kind_and_the_lateness_of_the_definition(network: Network) -> None:
    found = [(reference.told(outcome), outcome.late_by) for outcome in outcomes(network)]
    assert found == [reference.outcome(network, need) for need in network.needs]


@often
@given(networks(), st.data())
def test_what_hangs_on_a_channel_that_nobody_could_describe_is_unknown(network: Network, data: st.DataObject) -> None:
    chosen = data.draw(st.sets(st.sampled_from(network.arcs))) if network.arcs else set()
    hidden = Barrier("undescribed", "pouch")
    arcs = tuple(replace(arc, barriers=(*arc.barriers, hidden)) if arc in chosen else arc for arc in network.arcs)
    without = replace(network, arcs=tuple(arc for arc in network.arcs if arc not in chosen))
    found = outcomes(replace(network, arcs=arcs))
    for outcome, best, least in zip(found, outcomes(network), outcomes(without), strict=True):
        assert outcome.kept == least.kept
        if not least.kept:
            told = ("unknown", 0.0) if best.kept else (best.verdict, best.late_by)
            assert (outcome.verdict, outcome.late_by) == told


@often
@given(networks(), st.integers(0, WORST))
def test_each_level_holds_what_the_one_before_holds_and_no_later(network: Network, rank: int) -> None:
    runs = [spread(network, level, rank) for level in range(CERTAIN, IF_MATCHED + 1)]
    for run, more in pairwise(runs):
        for fact, moment in product(run.labels, network.moments):
            need = Need("handover", fact, moment)
            sure, surer = run.late(need), more.late(need)
            assert sure is not None
            assert surer is not None
            assert surer[0] <= sure[0]
            assert (more.age(fact) or 0) <= (run.age(fact) or 0)


@often
@given(networks(), st.integers(CERTAIN, IF_MATCHED))
def test_each_form_holds_what_a_better_one_holds_and_no_later(network: Network, level: int) -> None:
    for run, more in pairwise(spread(network, level, rank) for rank in range(WORST + 1)):
        assert all((more.age(fact) or 0) <= (run.age(fact) or 0) for fact in run.labels)
        assert set(run.labels) <= set(more.labels)


@often
@given(networks())
def test_the_runs_of_a_ladder_are_those_of_the_whole_network(network: Network) -> None:
    """Although it leaves out what no need asks for, and makes equal runs once."""
    ladder = NeedClassifier(network)
    for need, level, rank in product(network.needs, range(IF_MATCHED + 1), range(WORST + 1)):
        here, there = ladder.run(level, rank).late(need), spread(network, level, rank).late(need)
        assert (here and here[0]) == (there and there[0])


@often
@given(networks())
def test_the_way_is_a_chain_of_steps_and_the_blame_is_on_a_closed_one(network: Network) -> None:
    for outcome in outcomes(network):
        assert outcome.kind in KINDS
        _check(network, outcome)


def _leads_to(source: Recording | Arc, fact: Fact) -> bool:
    return (source.head if isinstance(source, Arc) else source.fact) == fact


def _check(network: Network, outcome: Outcome) -> None:
    need, way, blamed = outcome.need, outcome.hops, outcome.blamed
    assert (outcome.news is not None) == (outcome.kind == "out-of-date")
    if outcome.news:
        assert all(hop.via.event is None for hop in way if isinstance(hop.via, Arc))
        _check(network, replace(outcome, kind=outcome.news, news=None))
        return
    if outcome.kind in ("kept", "not-shared", "not-recorded"):
        assert (way, blamed, outcome.form, outcome.late_by) == ((), None, None, 0)
        assert bool(outcome.holders) == (outcome.kind == "not-shared")
        assert all(fact != need.fact and fact.item == need.fact.item for fact, *_ in outcome.holders)
        assert all(one.standing != "perhaps" for one in outcome.surest)
        return
    assert isinstance(way[0].via, Recording)
    assert way[0].via.fact == way[0].fact
    for before, hop in pairwise(way):
        assert isinstance(hop.via, Arc)
        assert (hop.via.tail, hop.via.head) == (before.fact, hop.fact)
        other_ways = [source for source in (*network.recordings, *network.arcs) if _leads_to(source, hop.fact)]
        assert hop.age >= before.age + hop.via.delay or hop.via.event is not None or len(other_ways) > 1
        assert RANK[hop.form] == max(RANK[before.form], RANK[hop.via.form])
        assert set(hop.via.barriers) <= set(hop.barriers)
    assert (way[-1].fact, way[-1].form) == (need.fact, outcome.form)
    assert blamed is not None
    if outcome.kind in LEVEL:
        assert blamed.closed(LEVEL[outcome.kind])
    if outcome.kind in ("undated", "conditional", "blocked"):
        level = LEVEL[outcome.kind]
        assert level in [facts.LEVEL[barrier.kind] for barrier in blamed.barriers], (
            "who reads of it wants to know of what"
        )
    if outcome.kind == "degraded":
        assert RANK[blamed.form] > RANK[need.form]
    if outcome.kind == "unmatched":
        assert blamed.missing
    if outcome.kind == "mistimed":
        assert blamed.missed or blamed.missing
    if outcome.kind == "late":
        assert outcome.late_by > 0
        assert not any(hop.missing or hop.missed or hop.barriers for hop in way)


def test_who_is_told_nothing_is_not_told_by_what_it_finds_out_itself() -> None:
    """Bea finds the number out at the review, too late; from her Cat has it, and sends her the address by it.

    So what Dot sends her by the address comes only if she has found the number out by herself.
    """
    bea, cat, dot = (Fact(party, "number") for party in ("bea", "cat", "dot"))
    there, here = Fact("cat", "address"), Fact("bea", "address")
    network = Network(
        {id: Moment(id, hours, hours) for id, hours in (("birth", 0.0), ("visit", 10.0), ("review", 20.0))},
        (Recording(dot, "birth"), Recording(there, "birth"), Recording(bea, "review")),
        (
            Arc(bea, cat, None, 0, "coded", 0),
            Arc(there, here, None, 0, "coded", 1, 0, (cat,)),
            Arc(dot, bea, None, 0, "coded", 2, 0, (here,)),
        ),
        (Need("handover", bea, "visit"),),
    )
    (outcome,) = outcomes(network)
    assert (outcome.kind, outcome.late_by) == ("unmatched", 0)
    assert outcome.blamed is not None
    assert outcome.blamed.missing == (here,)


GROWTH, GROWTH_THERE = Fact("ann", "growth"), Fact("bea", "growth")
NUMBER, OF_CAT, OF_DOT = (Fact(party, "number") for party in ("ann", "cat", "dot"))


def blamed(moments: dict[str, tuple[float, float]], recordings: dict[Fact, str], *arcs: Arc) -> tuple[Kind, Hop]:
    """The kind of Bea's need of the growth by the start, and the step on which the blame lies."""
    network = Network(
        {id: Moment(id, *window) for id, window in moments.items()},
        tuple(Recording(fact, event) for fact, event in recordings.items()),
        arcs,
        (Need("handover", GROWTH_THERE, "start"),),
    )
    (outcome,) = outcomes(network)
    assert outcome.blamed is not None
    return outcome.kind, outcome.blamed


def test_a_flow_goes_too_early_also_when_only_its_sender_s_number_comes_later() -> None:
    kind, hop = blamed(
        {"birth": (0, 0), "visit": (5, 5), "start": (10, 10)},
        {GROWTH: "birth", NUMBER: "visit"},
        Arc(GROWTH, GROWTH_THERE, "birth", 1, "coded", 0, 0, (NUMBER,)),
    )
    assert (kind, hop.missed, hop.missing) == ("mistimed", True, ())


def test_a_number_that_comes_too_late_for_any_firing_is_missing() -> None:
    kind, hop = blamed(
        {"birth": (0, 0), "visit": (5, 5), "start": (10, 10), "review": (20, 20)},
        {GROWTH: "birth", NUMBER: "review"},
        Arc(GROWTH, GROWTH_THERE, "visit", 1, "coded", 0, 0, (NUMBER,)),
    )
    assert (kind, hop.fact, hop.missing) == ("unmatched", GROWTH_THERE, (NUMBER,))


def test_a_number_that_comes_soon_enough_only_on_a_condition_is_missing() -> None:
    """It comes at the review in any case, and at birth if the parent agrees."""
    agrees = Barrier("agrees", "parent")
    kind, hop = blamed(
        {"birth": (0, 0), "visit": (5, 5), "start": (10, 10), "review": (20, 20)},
        {GROWTH: "birth", OF_CAT: "birth"},
        Arc(GROWTH, GROWTH_THERE, "visit", 1, "coded", 0, 0, (NUMBER,)),
        Arc(OF_CAT, NUMBER, "review", 0, "coded", 1),
        Arc(OF_CAT, NUMBER, "birth", 0, "coded", 2, 0, (), (agrees,)),
    )
    assert (kind, hop.fact, hop.missing, hop.barriers) == ("conditional", GROWTH_THERE, (NUMBER,), (agrees,))


def test_a_number_that_comes_at_the_very_visit_only_on_a_condition_is_missing() -> None:
    """By age it comes no sooner than the one that comes in any case."""
    agrees = Barrier("agrees", "parent")
    kind, hop = blamed(
        {"birth": (0, 0), "visit": (5, 9), "discharge": (9, 9), "start": (20, 20)},
        {GROWTH: "birth", OF_CAT: "discharge", OF_DOT: "visit"},
        Arc(GROWTH, GROWTH_THERE, "visit", 1, "coded", 0, 0, (NUMBER,)),
        Arc(OF_CAT, NUMBER, None, 0, "coded", 1),
        Arc(OF_DOT, NUMBER, None, 0, "coded", 2, 0, (), (agrees,)),
    )
    assert (kind, hop.fact, hop.missing, hop.barriers) == ("conditional", GROWTH_THERE, (NUMBER,), (agrees,))


def test_a_network_of_nothing_has_no_outcomes() -> None:
    assert outcomes(Network({}, (), ())) == ()
    assert spread(Network({"birth": Moment("birth", 0, 0)}, (), ())).labels == {}
