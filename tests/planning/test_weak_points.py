"""What hangs by a thread is found by looking at one way only, and is what brute force finds."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sharecheck.network import Moment, Need, NeedClassifier, Network, Recording
from sharecheck.network.facts import CERTAIN, IF_CONDITIONS
from sharecheck.planning.element import Element, HangsOn, Step, party
from sharecheck.planning.weak_points import WeakPoint, hanging, weak_points, without
from tests.network.strategies import networks
from tests.planning.given import PROTOCOL, area

pytestmark = pytest.mark.untraced

often = settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
levels = st.sampled_from((CERTAIN, CERTAIN, IF_CONDITIONS))


def tagged(chance: Random) -> HangsOn:
    """Each flow goes by one of three channels, and perhaps by a post; flows and parties are elements as well."""

    @cache
    def of_flow(flow: int) -> frozenset[Element]:
        post = {Element("post", chance.choice(("clerk", "nurse")))} if chance.random() < 0.3 else set[Element]()
        channel = Element("channel", chance.choice(("email", "letter", "portal")))
        return frozenset({Element("flow", str(flow)), channel} | post)

    def of(step: Step) -> frozenset[Element]:
        if isinstance(step, Recording):
            return frozenset({party(step.fact.party), Element("item", step.fact.item)})
        return of_flow(step.flow) | {party(step.tail.party), party(step.head.party)}

    return of


def asked_everywhere(network: Network) -> Network:
    """The network with a need of each item at each party at the latest event, and those that it has."""
    facts = {arc.head for arc in network.arcs} | {recording.fact for recording in network.recordings}
    last = max(network.moments.values(), key=lambda moment: moment.start)
    more = tuple(Need("everywhere", fact, last.id, 2.0, form) for fact in sorted(facts) for form in ("paper", "coded"))
    return replace(network, needs=(*network.needs, *more))


def by_force(network: Network, hangs_on: HangsOn, level: int) -> dict[Element, set[Need]]:
    """Take out each element of the whole network, one after the other."""
    whole = NeedClassifier(network)
    kept = {need for need in network.needs if whole.witnesses(need, level)}
    found: dict[Element, set[Need]] = {}
    for element in {one for step in (*network.arcs, *network.recordings) for one in hangs_on(step)}:
        rest = NeedClassifier(without(network, hangs_on, element))
        for need in kept:
            own = element in (party(need.fact.party), Element("item", need.fact.item))
            if not own and not rest.witnesses(need, level):
                found.setdefault(element, set()).add(need)
    return found


@often
@given(networks(), st.randoms(use_true_random=False), levels)
def test_what_one_way_shows_is_what_taking_out_each_thing_finds(network: Network, chance: Random, level: int) -> None:
    network, hangs_on = asked_everywhere(network), tagged(chance)
    found = {element: set(needs) for element, needs in hanging(network, hangs_on, network.needs, level).items()}
    assert found == by_force(network, hangs_on, level)


@often
@given(networks(), st.randoms(use_true_random=False))
def test_it_is_also_so_for_events_that_happen_to_some_children_only(network: Network, chance: Random) -> None:
    def some(moment: Moment) -> Moment:
        some = frozenset(chance.sample(("early", "twin"), chance.choice((0, 0, 1, 2))))
        return replace(moment, groups=frozenset({some}) - {frozenset()})

    def of_some(need: Need) -> Need:
        return replace(
            need, groups=frozenset({frozenset({chance.choice(("early", "twin"))})} if chance.random() < 0.4 else ())
        )

    network = asked_everywhere(network)
    moments = {id: some(moment) for id, moment in network.moments.items()}
    network = replace(network, moments=moments, needs=tuple(map(of_some, network.needs)))
    hangs_on = tagged(chance)
    found = {element: set(needs) for element, needs in hanging(network, hangs_on, network.needs).items()}
    assert found == by_force(network, hangs_on, CERTAIN)


def told(points: Iterable[WeakPoint]) -> dict[str, tuple[list[str], list[str], bool]]:
    """For each element the items of the needs that hang on it, those it records itself, and whether they are kept."""
    return {
        str(one.element): ([need.fact.item for need in one.needs], [need.fact.item for need in one.recorded], one.sure)
        for one in points
    }


def test_of_a_small_area_all_that_hangs_by_a_thread_is_told() -> None:
    assert told(weak_points(area())) == {
        "flow:births/summary": (["birth-details"], [], True),
        "post:Ward clerk": (["birth-details"], [], True),
        "channel:secure-email": (["feeding-status"], [], True),
        "channel:system-message": (["nhs-number"], [], True),
        "flow:births/feeding": (["feeding-status"], [], True),
        "flow:births/number": (["nhs-number"], [], True),
        "funding:pilot": (["feeding-status"], [], True),
        "party:maternity": ([], ["birth-details", "nhs-number"], True),
        "party:visitors": ([], ["feeding-status"], True),
    }


def test_who_passes_on_what_another_wrote_down_is_no_recorder() -> None:
    relayed = PROTOCOL.replace("    to: visitors\n    when: {event: birth}", "    to: gps\n    when: {event: birth}")
    more = relayed + "  - {id: on, from: gps, to: visitors, when: {on: change}, within: P1D, items: [nhs-number]}\n"
    found = told(weak_points(area(protocol=more), ("party",)))
    assert found["party:gps"] == (["nhs-number"], [], True)


def test_an_identifier_is_a_weak_point_of_what_is_filed_by_it() -> None:
    matched = PROTOCOL.replace("items: [birth-details]", "items: [birth-details]\n    matched-by: [nhs-number]")
    found = told(weak_points(area(protocol=matched)))
    assert found["item:nhs-number"] == (["birth-details"], [], True)
    assert found["flow:births/number"] == (["birth-details", "nhs-number"], [], True)


def test_on_the_parent_hangs_what_would_be_kept_if_the_parent_did_it() -> None:
    asked = PROTOCOL.replace("items: [nhs-number]", "agreement: {ask: parent}\n    items: [nhs-number]")
    assert told(weak_points(area(protocol=asked), ("parent", "post"))) == {
        "post:Ward clerk": (["birth-details"], [], True),
        "parent": (["nhs-number"], [], False),
    }


def test_on_a_post_without_cover_hangs_what_is_kept_while_somebody_is_there() -> None:
    alone = PROTOCOL.replace("cover: true", "cover: false")
    assert told(weak_points(area(protocol=alone), ("post",))) == {"post:Ward clerk": (["birth-details"], [], False)}


def test_with_a_second_way_that_shares_nothing_nothing_hangs_on_the_first() -> None:
    second = "{id: by-letter, from: maternity, to: visitors, when: {event: birth}, items: [birth-details], within: P5D}"
    found = told(weak_points(area(protocol=f"{PROTOCOL}  - {second}\n")))
    assert not {"flow:births/summary", "flow:births/by-letter", "post:Ward clerk"} & set(found)
    assert found["party:maternity"] == ([], ["birth-details", "nhs-number"], True)
