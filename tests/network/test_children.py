"""A need is kept if it is kept for each child of whom it is asked: held against trying all children."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sharecheck.network import Arc, Fact, Moment, Need, NeedClassifier, Network, Recording, spread
from sharecheck.network.children import among, happens
from sharecheck.network.facts import CERTAIN, RANK
from sharecheck.network.timeline import Groups
from tests.network.strategies import PARTIES, networks

TRAITS = ("early", "twin", "sen")
often = settings(deadline=None, suppress_health_check=list(HealthCheck))


def grouped(network: Network, chance: Random) -> Network:
    """The same, of which some happens to some children, and some is asked of some, filed by a number in half."""

    def groups(odds: float) -> Groups:
        some = (frozenset(chance.sample(TRAITS, chance.choice((1, 1, 2)))) for _ in range(chance.choice((1, 1, 2))))
        return frozenset(some) if chance.random() < odds else frozenset()

    def moment(one: Moment) -> Moment:
        return replace(one, groups=groups(0.4))

    def need(one: Need) -> Need:
        return replace(one, groups=groups(0.3))

    def arc(one: Arc) -> Arc:
        by = (Fact(one.tail.party, "number"), Fact(one.head.party, "number"))
        return replace(one, matched=by) if one.tail.item != "number" and chance.random() < 0.5 else one

    moments = {id: moment(one) for id, one in network.moments.items()}
    numbers = (Recording(Fact(party, "number"), chance.choice(list(moments))) for party in PARTIES)
    return Network(
        moments, (*network.recordings, *numbers), tuple(map(arc, network.arcs)), tuple(map(need, network.needs))
    )


def children() -> Iterator[frozenset[str]]:
    """All children."""
    return (frozenset(one) for size in range(len(TRAITS) + 1) for one in combinations(TRAITS, size))


def asked(network: Network, need: Need, child: frozenset[str]) -> bool:
    """Whether an item is asked of a child: it is one of those who are meant, and there is something to know."""
    recorded = [network.moments[one.event] for one in network.recordings if one.fact.item == need.fact.item]
    known = not recorded or any(happens(moment, child) for moment in recorded)
    return known and among(child, need.groups | network.moments[need.event].groups)


def met(network: Network, need: Need, child: frozenset[str]) -> bool:
    """Whether it is met for a child, by what happens to it."""
    late = spread(network.of(child), CERTAIN, RANK[need.form]).late(need)
    return late is not None and late[0] <= 0


@often
@given(networks(barred=False), st.randoms(use_true_random=False))
def test_a_need_is_kept_if_it_is_kept_for_each_child_of_whom_it_is_asked(plain: Network, chance: Random) -> None:
    network = grouped(plain, chance)
    ladder = NeedClassifier(network)
    for need in network.needs:
        every = [met(network, need, child) for child in children() if asked(network, need, child)]
        assert ladder.keeps(need) == ladder.outcome(need).kept == all(every)


@often
@given(networks(), st.randoms(use_true_random=False))
def test_more_happens_to_who_is_in_more_groups(plain: Network, chance: Random) -> None:
    network = grouped(plain, chance)
    for need in network.needs:
        for child in children():
            more = child | {chance.choice(TRAITS)}
            if need.event in network.of(child).moments:
                assert met(network, need, more) >= met(network, need, child)


def test_children_of_a_network_without_groups_are_one() -> None:
    need = Need("handover", Fact("gp", "growth"), "birth")
    assert Network({"birth": Moment("birth", 0, 0)}, (), (), (need,)).children(need) == (frozenset(),)
