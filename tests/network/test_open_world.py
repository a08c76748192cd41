"""Where not all protocols are here: what is kept, what is a broken promise, and what nobody can say."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sharecheck.network import Arc, Fact, Moment, Need, Network, Outcome, Recording, build, outcomes
from tests.network import reference
from tests.network.given import local
from tests.network.strategies import CHANCE, IDENTIFIERS, networks

often = settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
MEANT = (None, None, frozenset({"handover"}), frozenset({"another"}))


def opened(network: Network, chance: Random) -> Network:
    """The network where not all protocols are here, and each flow is meant for this or that."""
    arcs = tuple(replace(arc, meant_for=chance.choice(MEANT)) for arc in network.arcs)
    return replace(network, arcs=arcs, complete=False)


partial = st.tuples(networks(), CHANCE).map(lambda drawn: opened(*drawn))


@pytest.mark.untraced
@often
@given(partial)
def test_the_verdict_is_that_of_the_definition(network: Network) -> None:
    found = [
        (outcome.verdict if outcome.unknown else reference.told(outcome), outcome.late_by)
        for outcome in outcomes(network)
    ]
    assert found == [defined(network, need) for need in network.needs]


def defined(network: Network, need: Need) -> tuple[str, float]:
    """The verdict as `docs/method.md` defines it, over the whole network and by the reference."""
    unread = {arc.flow for arc in network.arcs if any(barrier.kind == "unread" for barrier in arc.barriers)}
    if reference.outcome(network, need)[0] == "kept":
        return "kept", 0.0
    quick = tuple(
        replace(arc, barriers=tuple(barrier for barrier in arc.barriers if barrier.kind != "unread"))
        for arc in network.arcs
    )
    if reference.outcome(given_all(replace(network, arcs=quick), need), need)[0] == "kept":
        return "unknown", 0.0
    due = network.moments[need.event].start + need.plus
    meant = tuple(
        arc
        for arc in network.arcs
        if arc.head != need.fact
        or (
            (arc.meant_for is None or "handover" in arc.meant_for)
            and (arc.event is None or starts(network, arc) <= due)
        )
    )
    if not any(arc.head == need.fact for arc in meant):
        return "unknown", 0.0
    kind, late = reference.outcome(given_all(replace(network, arcs=meant), need), need)
    hidden = kind in ("undated", "out-of-date, undated") and unread & {
        arc.flow for arc in meant if arc.head == need.fact
    }
    unwritten = kind in ("out-of-date, not-shared", "out-of-date, not-recorded")
    return ("unknown", 0.0) if hidden or unwritten else (kind, late)


def starts(network: Network, arc: Arc) -> float:
    return network.moments[arc.event or ""].start


def given_all(network: Network, need: Need) -> Network:
    """The network in which all but the recipient hold everything from long ago, and the recipient what it files by."""
    parties = {fact.party for arc in network.arcs for fact in (arc.tail, arc.head, *arc.matched)} - {need.fact.party}
    items = (need.fact.item, *IDENTIFIERS)
    asked = any(need.fact not in source for source in network.sources.get(need.fact.item, ()))
    long_ago = Moment("long-ago", -24 * 7 * 40.0, -24 * 7 * 40.0)
    given_ = [Recording(Fact(party, item), "long-ago") for party in parties for item in items]
    free = tuple(
        replace(arc, matched=tuple(fact for fact in arc.matched if fact.party != need.fact.party))
        if arc.head == need.fact
        else arc
        for arc in network.arcs
    )
    return replace(
        network,
        moments={**network.moments, "long-ago": long_ago},
        recordings=(*network.recordings, *given_),
        arcs=free,
        complete=True,
        sources={need.fact.item: (frozenset(Fact(party, need.fact.item) for party in parties),)} if asked else {},
    )


@pytest.mark.untraced
@often
@given(partial, st.randoms(use_true_random=True))
def test_a_flow_more_takes_nothing_away(network: Network, chance: Random) -> None:
    """Kept stays kept; and a flow that is not meant for a need makes no broken promise of what was unknown."""
    if not network.arcs:
        return
    more = chance.choice(network.arcs)
    without = replace(network, arcs=tuple(arc for arc in network.arcs if arc is not more))
    unmeant = replace(without, arcs=(*without.arcs, replace(more, meant_for=frozenset({"another"}))))
    for before, after, besides in zip(outcomes(without), outcomes(network), outcomes(unmeant), strict=True):
        assert after.kept or not before.kept
        assert besides.kept or not before.kept
        assert besides.verdict in ("unknown", "kept") or before.verdict != "unknown"


@pytest.mark.untraced
@often
@given(partial)
def test_what_is_lost_where_not_all_is_here_is_lost_where_nothing_else_is(network: Network) -> None:
    """And what is kept in the one case is kept in the other: hiding protocols mends nothing."""
    for partly, closed in zip(outcomes(network), outcomes(replace(network, complete=True)), strict=True):
        assert partly.kept == closed.kept
        assert not (partly.lost and closed.kept)


@pytest.mark.untraced
@often
@given(partial)
def test_what_all_ways_are_here_for_is_judged_as_where_all_protocols_are_here(network: Network) -> None:
    def verdicts_of(network: Network) -> list[tuple[str, float]]:
        return [(outcome.verdict, outcome.late_by) for outcome in outcomes(network)]

    named, another = (replace(network, complete_for=frozenset({id})) for id in ("handover", "another"))
    assert verdicts_of(named) == verdicts_of(replace(network, complete=True))
    assert verdicts_of(another) == verdicts_of(network)


AREA = """
complete: false
parties:
  - {id: maternity, service: midwifery}
  - {id: laboratory, service: laboratory, records: [{event: screen, items: [blood-spot-results]}]}
  - {id: visitors, service: health-visiting}
events:
  - {id: booking, window: {gestation: {from: P8W, to: P10W}}}
  - {id: birth, window: {age: {from: P0D, to: P0D}}}
  - {id: screen, window: {age: {from: P5D, to: P8D}}}
  - {id: transfer, window: {age: {from: P10D, to: P28D}}}
  - {id: stay, window: {age: {from: P1D, to: P9D}}, applies-to: neonatal}
  - {id: review, window: {age: {from: P6W, to: P8W}}}
transitions:
  - {id: at-booking, from: midwifery, to: health-visiting, at: booking, plus: P14D, needs: [%(need)s]}
  - {id: at-transfer, from: [midwifery, gp], to: health-visiting, at: transfer, plus: P1D, needs: [%(need)s]}
  - {id: from-laboratory, from: laboratory, to: health-visiting, at: review, needs: [%(need)s]}
  - {id: from-anybody, to: health-visiting, at: review, needs: [%(need)s]}
flows: [%(flow)s]
"""


def verdicts(flow: str, item: str = "growth") -> dict[str, str]:
    return {one.need.transition: one.verdict for one in found(flow, item)}


def found(flow: str, item: str = "growth") -> tuple[Outcome, ...]:
    return outcomes(build(local(filled(AREA, flow, item))))


def filled(area: str, flow: str, item: str = "growth") -> str:
    return area % {"flow": flow, "need": f"{{item: {item}, weight: useful}}"}


def test_a_flow_that_is_filed_by_what_nobody_here_holds_is_unknown() -> None:
    flow = """{id: results, from: laboratory, to: visitors, when: {on: change}, within: P2D,
               matched-by: [nhs-number], items: [blood-spot-results]}"""
    assert set(verdicts(flow, "blood-spot-results").values()) == {"unknown"}
    opening = flow.replace("matched-by", "opens-record: true, matched-by")
    assert set(verdicts(opening, "blood-spot-results").values()) == {"unknown"}, (
        "who sends it has no number to write on it"
    )


def test_a_flow_opens_a_record_where_its_sender_can_say_whose_it_is() -> None:
    flow = """{id: results, from: laboratory, to: visitors, when: {on: change}, within: P2D,
               matched-by: [nhs-number], items: [blood-spot-results]}"""
    area = AREA.replace("[blood-spot-results]}]}", "[blood-spot-results, nhs-number]}]}", 1)

    def at_review(flow: str) -> str:
        found = outcomes(build(local(filled(area, flow, "blood-spot-results"))))
        return next(one.verdict for one in found if one.need.transition == "from-laboratory")

    assert at_review(flow) == "unknown"
    assert at_review(flow.replace("matched-by", "opens-record: true, matched-by")) == "kept"


def test_a_summary_at_the_transfer_is_late_for_the_transfer_and_for_nothing_else() -> None:
    flow = "{id: summary, from: maternity, to: visitors, when: {event: transfer}, within: P14D, items: [growth]}"
    late = next(one for one in found(flow) if one.need.transition == "at-transfer")
    assert verdicts(flow) == {
        "at-booking": "unknown",  # it goes out when that is long past
        "at-transfer": "late",
        "from-laboratory": "unknown",  # the laboratory is meant to send that, by a protocol that is not here
        "from-anybody": "unknown",  # it may be there by 42 days: what this one brings is known to its sender in time
    }
    assert (late.late_by, [hop.fact.party for hop in late.hops], late.blame) == (13 * 24, ["maternity", "visitors"], 1)


def test_a_flow_is_meant_for_the_transitions_that_it_names_and_for_no_others() -> None:
    flow = "{id: summary, from: maternity, to: visitors, %s when: {event: transfer}, within: P10W, items: [growth]}"
    named = verdicts(flow % "for: [from-laboratory],")
    assert [id for id, verdict in verdicts(flow % "").items() if verdict == "late"] == ["at-transfer", "from-anybody"]
    assert [id for id, verdict in named.items() if verdict == "late"] == ["from-laboratory"]


def test_a_flow_for_some_children_is_meant_for_no_need_of_all() -> None:
    flow = "{id: after-the-stay, from: maternity, to: visitors, when: {event: stay}, within: P14D, items: [growth]}"
    assert verdicts(flow)["at-transfer"] == "unknown"
    asked = AREA.replace("plus: P1D,", "plus: P1D, applies-to: neonatal,")
    found = outcomes(build(local(filled(asked, flow))))
    assert next(one.verdict for one in found if one.need.transition == "at-transfer") == "late"


@pytest.mark.parametrize(
    ("keys", "verdict"),
    [
        ("when: {on: change}, within: P1M, items: [growth]", "unknown"),
        ("when: {on: change}, items: [growth]", "undated"),
        ("when: {on: request}, within: P1D, items: [growth]", "conditional"),
        ("when: {on: change}, within: P1D, items: [{item: growth, present: if-known}]", "conditional"),
        ("when: {every: P1M}, within: P1D, items: [growth], agreement: {ask: parent}", "conditional"),
    ],
)
def test_a_promise_is_broken_by_what_it_hangs_on_itself(keys: str, verdict: str) -> None:
    """Not by what its sender may not know: another protocol may tell it that."""
    found = verdicts(f"{{id: sent, from: maternity, to: visitors, {keys}}}")
    assert (found["at-transfer"], found["from-anybody"], found["from-laboratory"]) == (verdict, verdict, "unknown")
