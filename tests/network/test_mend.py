"""Which flow could carry an item as well."""

from collections.abc import Iterator

from sharecheck.network import Fact, Need, NetworkInput, build
from sharecheck.network.mend import Mends, Trial
from tests.network.given import local

AREA = """
parties: [{id: maternity, service: midwifery}, {id: visitors, service: health-visiting}]
events:
  - {id: birth, window: {age: {from: P0D, to: P0D}}}
  - {id: stay, window: {age: {from: P1D, to: P2D}}, applies-to: neonatal}
  - {id: visit, window: {age: {from: P10D, to: P14D}}}
records:
  - {service: midwifery, event: birth, items: [growth, medication]}
transitions:
  - {id: visit, to: health-visiting, at: visit, needs: [{item: growth, weight: critical}]}
flows:
  - {id: birth-notice, from: maternity, to: visitors, when: {event: EVENT}, within: P1D, items: [medication]}
"""


def carried(search: Mends, given: NetworkInput, need: Need, holder: Fact) -> Iterator[int]:
    """The flows that would meet a need if they carried its item as well."""
    for key in search.leading(need.fact.party, (holder,)):
        flow = given.flows[key][1]
        more = flow.model_copy(update={"items": (*(flow.items or ()), need.fact.item)})
        if search.keeps(need, Trial({key: more})):
            yield key


def mends(event: str) -> list[int]:
    given = local(AREA.replace("EVENT", event))
    network = build(given)
    (need,) = network.needs
    holder = next(one.fact for one in network.recordings if one.fact.item == need.fact.item)
    return list(carried(Mends(network, given), given, need, holder))


def test_a_flow_of_what_happens_to_all_children_could_carry_what_all_need() -> None:
    assert mends("birth") == [0]


def test_a_flow_of_what_happens_to_some_children_only_mends_no_need_of_all() -> None:
    """In an area with an alert after a loss, the search for a mend once failed over its event."""
    assert mends("stay") == []


def test_a_search_that_has_looked_at_as_much_as_it_may_stops_and_says_so() -> None:
    given = local(AREA.replace("EVENT", "birth"))
    network = build(given)
    (need,) = network.needs
    search = Mends(network, given, steps=0)
    holder = next(one.fact for one in network.recordings if one.fact.item == need.fact.item)
    assert (list(carried(search, given, need, holder)), search.stopped(need)) == ([], True)
    rested = Mends(network, given)
    assert (len(list(carried(rested, given, need, holder))), rested.stopped(need)) == (1, False)


def test_tries_no_more_for_one_need_than_it_may_and_says_so() -> None:
    given = local(AREA.replace("EVENT", "stay"))
    network = build(given)
    (need,) = network.needs
    search = Mends(network, given, trials=0)
    holder = next(one.fact for one in network.recordings if one.fact.item == need.fact.item)
    assert (list(carried(search, given, need, holder)), search.stopped(need)) == ([], True)


def test_tries_one_of_many_flows_that_promise_the_same() -> None:
    sent = "from: maternity, to: visitors, when: {event: stay}, within: P1D, items: [medication]"
    flows = "\n".join(f"  - {{id: n-{number}, {sent}}}" for number in range(50))
    given = local(AREA.replace("EVENT", "stay") + flows)
    network = build(given)
    (need,) = network.needs
    search = Mends(network, given, trials=1)
    holder = next(one.fact for one in network.recordings if one.fact.item == need.fact.item)
    assert (list(carried(search, given, need, holder)), search.stopped(need)) == ([], False)
