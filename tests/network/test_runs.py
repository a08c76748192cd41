"""A pass is made once for all that open the same, and only for what somebody asks."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharecheck.network import Arc, Barrier, Fact, Moment, Network, Recording, SpreadCache, spread
from sharecheck.network.facts import CERTAIN, IF_IN_FORCE, IF_MATCHED, RANK, WORST
from tests.network.strategies import EVENTS, networks
from tests.network.test_laws import levels, often, ranks

pytestmark = pytest.mark.untraced

MOMENTS = {"birth": Moment("birth", 0, 0), "stay": Moment("stay", 0, 48, frozenset({frozenset({"neonatal"})}))}
ANN, BEA, CAT = (Fact(party, "growth") for party in ("ann", "bea", "cat"))
FEEDING = Fact("ann", "feeding")


def network(*arcs: Arc) -> Network:
    return Network(MOMENTS, (Recording(ANN, "birth"), Recording(FEEDING, "stay")), arcs)


@often
@given(networks(), levels, ranks, st.sets(st.sampled_from(EVENTS), min_size=1))
def test_what_hangs_on_no_event_of_others_is_the_same_without_them(
    network: Network, level: int, rank: int, others: set[str]
) -> None:
    moments = {
        id: replace(moment, groups=frozenset({frozenset({"twin"})})) if id in others else moment
        for id, moment in network.moments.items()
    }
    whole = replace(network, moments=moments)
    child = frozenset({"sen"})
    part = whole.seen_by(child)
    shared = SpreadCache(part, larger=SpreadCache(whole)).spread(level, rank)
    assert shared.labels == spread(part, level, rank).labels == spread(whole.of(child), level, rank).labels


def test_a_pass_over_what_hangs_on_no_event_of_others_is_not_made_again() -> None:
    whole = network(Arc(ANN, BEA, None, 1, "coded", 0))
    runs = SpreadCache(whole)
    part = SpreadCache(whole.seen_by(frozenset({"sen"})), larger=runs)
    assert part.of("growth", CERTAIN, WORST) is runs.of("growth", CERTAIN, WORST)
    assert (part.of("feeding", CERTAIN, WORST), len(runs.of("feeding", CERTAIN, WORST))) == ({}, 1)


def test_levels_and_forms_that_open_the_same_are_one_pass() -> None:
    draft = (Barrier("draft"),)
    runs = SpreadCache(
        network(Arc(ANN, BEA, None, 1, "structured", 0), Arc(BEA, CAT, None, 1, "coded", 1, 0, (), draft))
    )
    sure, blocked = runs.of("growth", CERTAIN, RANK["paper"]), runs.of("growth", IF_IN_FORCE, RANK["paper"])
    assert runs.of("growth", IF_IN_FORCE - 1, RANK["structured"]) is sure
    assert runs.of("growth", IF_MATCHED, WORST) is blocked
    assert (set(sure), set(blocked)) == ({ANN, BEA}, {ANN, BEA, CAT})
