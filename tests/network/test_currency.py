"""Knowledge that changes: what is kept is asked further, whether the news of a change comes soon enough."""

from dataclasses import replace
from math import inf
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sharecheck.network import Fact, Moment, Need, NeedClassifier, Network, Outcome, Recording, build, outcomes
from sharecheck.network.facts import CERTAIN, RANK, WORST
from sharecheck.network.proof import proof
from tests.network import reference
from tests.network.given import local
from tests.network.strategies import CHANCE, PARTIES, delays, networks, times

DAY = 24

AREA = """
parties:
  - {id: social-care, service: childrens-social-care}
  - {id: hub, service: family-hub}
  - {id: visitors, service: health-visiting}
channels:
  - {id: system-message, form: coded}
  - {id: telephone, form: verbal}
  - {id: portal, form: structured, needs-looking: true}
events:
  - {id: birth, window: {age: {from: P0D, to: P0D}}}
  - {id: registration, window: {age: {from: P7M, to: P10M}}}
  - {id: review, window: {age: {from: P9M, to: P12M}}}
records:
  - {service: childrens-social-care, event: birth, items: [plan]}
authoritative: {plan: childrens-social-care}
transitions:
  - id: handover
    from: childrens-social-care
    to: health-visiting
    at: review
    needs: [{item: plan, weight: critical, current-within: P1D}]
flows:
"""
UPLOAD = "  - {id: upload, from: social-care, to: hub, when: {every: P1M}, within: P3M, items: [plan]}\n"
ONWARD = "  - {id: onward, from: hub, to: visitors, when: {on: change}, within: P0D, items: [plan]}\n"
ONCE = "  - {id: once, from: social-care, to: visitors, when: {event: birth}, within: P1D, items: [plan]}\n"
TELEPHONE = """\
  - {id: call, from: social-care, to: visitors, when: {on: change}, within: PT4H, channel: telephone, items: [plan]}
"""
CALL = TELEPHONE.replace("telephone", "system-message")


def found(text: str) -> Outcome:
    (outcome,) = outcomes(build(local(text)))
    return outcome


def told(outcome: Outcome) -> tuple[str, str | None, float, int | None]:
    """The kind, what becomes of the news of a change, by how many hours that is late, and the step to blame."""
    return outcome.kind, outcome.news, outcome.late_by, outcome.blame


def test_a_quick_last_hop_does_not_make_a_slow_chain_current() -> None:
    """A list once a month, three months on the way, and then at once: four times 31 days, where one is asked for."""
    outcome = found(AREA + UPLOAD + ONWARD)
    assert told(outcome) == ("out-of-date", "late", (4 * 31 - 1) * DAY, 1)
    assert [hop.fact.party for hop in outcome.hops] == ["social-care", "hub", "visitors"]


def test_what_nobody_asks_to_be_current_is_kept_for_ever() -> None:
    assert found((AREA + UPLOAD + ONWARD).replace(", current-within: P1D", "")).kept


@pytest.mark.parametrize(("asked", "kind"), [("PT4H", "kept"), ("PT3H", "out-of-date")])
def test_a_change_may_take_as_long_as_the_need_says_and_no_longer(asked: str, kind: str) -> None:
    assert found((AREA + UPLOAD + ONWARD + CALL).replace("within: P1D}]", f"within: {asked}}}]")).kind == kind


def test_what_is_sent_once_passes_on_no_change() -> None:
    outcome = found(AREA + ONCE)
    assert told(outcome) == ("out-of-date", "not-shared", 0.0, None)
    assert [holder.fact.party for holder in outcome.holders] == ["social-care"]


def test_a_change_that_only_a_voice_tells_is_degraded_news() -> None:
    assert told(found(AREA + ONCE + TELEPHONE)) == ("out-of-date", "degraded", 0.0, 1)


def test_who_has_to_look_is_not_told() -> None:
    looked = CALL.replace("call", "shown").replace("system-message", "portal")
    assert told(found(AREA + ONCE + looked)) == ("out-of-date", "conditional", 0.0, 1)


def test_the_worst_of_several_sources_counts() -> None:
    other = "  - {id: police, service: childrens-social-care}\nchannels:"
    outcome = found(AREA.replace("channels:", other, 1) + UPLOAD + ONWARD + CALL)
    assert told(outcome) == ("out-of-date", "not-shared", 0.0, None)
    assert [holder.fact.party for holder in outcome.holders] == ["police"]


def test_a_source_needs_no_news_of_its_own_changes() -> None:
    text = AREA.replace("authoritative: {plan: childrens-social-care}", "authoritative: {plan: health-visiting}")
    assert found(text + ONCE).kept


@pytest.mark.parametrize("authoritative", ["{}", "{plan: police}", "{plan: family}"])
def test_where_no_party_here_knows_first_nothing_is_asked(authoritative: str) -> None:
    """Nobody promises for a family, either: a change counts from when the first service knows."""
    text = AREA.replace("{plan: childrens-social-care}", authoritative)
    assert found(text + UPLOAD + ONWARD).kept


MATCHED = CALL.replace("items:", "matched-by: [number], items:") + ONCE


def test_a_change_waits_for_the_identifier_it_is_filed_by() -> None:
    """The recipient holds the number only from a registration on, which may come after the review."""
    number = "  - {service: childrens-social-care, event: birth, items: [number]}\nauthoritative:"
    text = AREA.replace("authoritative:", number)
    late = text.replace(
        "authoritative:", "  - {service: health-visiting, event: registration, items: [number]}\nauthoritative:"
    )
    early = late.replace("event: registration", "event: birth")
    assert told(found(text + MATCHED)) == ("out-of-date", "unmatched", 0.0, 1)
    assert told(found(late + MATCHED))[:2] == ("out-of-date", "late")
    assert found(early + MATCHED).kept


PARTIAL = "complete: false\n"


@pytest.mark.parametrize(
    ("flows", "verdict"),
    [
        (UPLOAD + ONWARD, "unknown"),  # another protocol may tell the hub at once
        (ONCE, "unknown"),  # another protocol may tell of changes
        (ONCE + UPLOAD.replace("hub", "visitors").replace("upload", "list"), "out-of-date"),
        (ONCE + UPLOAD.replace("hub", "visitors").replace("items", "for: [other], items"), "unknown"),
    ],
)
def test_where_not_all_protocols_are_here_only_a_meant_flow_breaks_a_promise(flows: str, verdict: str) -> None:
    assert found(PARTIAL + AREA + flows).verdict == verdict


often = settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))


def known_anyway(network: Network) -> Network:
    """The network in which each recipient has held what it needs from long ago: only news is awaited."""
    long_ago = Moment("long-ago", -1000.0, -1000.0)
    held = tuple(Recording(need.fact, "long-ago") for need in network.needs)
    needs = tuple(replace(need, current_within=need.current_within or 2.0) for need in network.needs)
    moments = {**network.moments, "long-ago": long_ago}
    return replace(network, moments=moments, recordings=(*network.recordings, *held), needs=needs)


def places(network: Network, need: Need) -> list[frozenset[Fact]]:
    return [source for source in network.sources.get(need.fact.item, ()) if need.fact not in source]


def heard(
    network: Network, need: Need, source: frozenset[Fact], at: dict[str, float], change: float, **how: Any
) -> float:
    """When the recipient hears of a change that its source knows of at an hour; what an event fires tells of none."""
    item = need.fact.item
    spreading = replace(
        network,
        recordings=tuple(Recording(fact, "change") for fact in source),
        arcs=tuple(arc for arc in network.arcs if arc.event is None and arc.head.item == item),
    )
    every = {**at, "change": change}
    held = reference.replay(spreading, CERTAIN, RANK[need.form], every, filing=network, **how)
    return held.get(need.fact, inf)


@pytest.mark.untraced
@often
@given(networks().map(known_anyway), st.data())
def test_no_change_is_heard_of_later_than_the_need_allows_once_it_has_fallen_due(
    network: Network, data: st.DataObject
) -> None:
    """Whenever the change comes, before the need falls due or long after, and however quick each flow is."""
    for outcome in outcomes(network):
        need, allowed = outcome.need, outcome.need.current_within or 0.0
        if outcome.kept:
            at, slow = data.draw(times(network)), data.draw(delays(network))
            due = at[need.event] + need.plus
            for source in places(network, need):
                for change in (due - 50, due - allowed - 1, due - allowed, due - allowed / 2, due, due + 3, due + 50):
                    hours = heard(network, need, source, at, change, delays=slow)
                    assert hours <= max(due, change + allowed) + 1e-6


@pytest.mark.untraced
@often
@given(networks().map(known_anyway))
def test_without_luck_the_worst_change_is_heard_of_exactly_as_late_as_is_said(network: Network) -> None:
    fair = reference.without_luck(network, CERTAIN, WORST)
    for outcome in outcomes(fair):
        need, allowed = outcome.need, outcome.need.current_within or 0.0
        late = [
            heard(fair, need, source, at, at[need.event] + need.plus - allowed) - at[need.event] - need.plus
            for source in places(fair, need)
            for at in reference.ends(fair)
        ]
        worst = max(late, default=-inf)
        assert (outcome.kept, outcome.news == "late") == (worst <= 0, 0 < worst < inf)
        assert not 0 < worst < inf or outcome.late_by == pytest.approx(worst)


@pytest.mark.untraced
@often
@given(networks().map(known_anyway), CHANCE)
def test_a_flow_more_never_makes_anything_older(network: Network, chance: Random) -> None:
    if not network.arcs:
        return
    more = chance.choice(network.arcs)
    without = replace(network, arcs=tuple(arc for arc in network.arcs if arc is not more))
    for before, after in zip(outcomes(without), outcomes(network), strict=True):
        assert after.kept or not before.kept


@pytest.mark.untraced
@often
@given(networks().map(known_anyway), CHANCE)
def test_a_source_more_and_a_shorter_time_never_make_anything_newer(network: Network, chance: Random) -> None:
    sources = {
        item: (*places, frozenset((Fact(chance.choice(PARTIES), item),))) for item, places in network.sources.items()
    }
    needs = tuple(replace(need, current_within=(need.current_within or 0.0) / 2) for need in network.needs)
    stricter = [outcomes(replace(network, sources=sources)), outcomes(replace(network, needs=needs))]
    for found in stricter:
        for before, after in zip(outcomes(network), found, strict=True):
            assert before.kept or not after.kept


@pytest.mark.untraced
@often
@given(networks().map(known_anyway))
def test_what_keeps_a_need_current_is_among_its_witnesses(network: Network) -> None:
    """The network of what the witnesses rest on keeps the need as well."""
    ladder = NeedClassifier(network)
    for need in network.needs:
        found = ladder.witnesses(need)
        assert bool(found) == ladder.outcome(need).kept
        rests = [label.source for run, label in found for label in proof(run, label)]
        recordings = tuple(recording for recording in network.recordings if recording in rests)
        arcs = tuple(arc for arc in network.arcs if arc in rests)
        if found:
            assert NeedClassifier(replace(network, recordings=recordings, arcs=arcs)).keeps(need)
