"""From what the files say to recordings, arcs and needs."""

from dataclasses import replace
from datetime import date

import pytest

from sharecheck.network import Arc, Barrier, Fact, Need, Network, Recording, build, outcomes, spread
from sharecheck.network.facts import BarrierKind
from tests.network.given import TODAY, local

AREA = """
parties:
  - {id: maternity, service: midwifery}
  - {id: visitors, service: health-visiting}
  - {id: gps, service: general-practice}
  - {id: nursery, service: early-years-setting}
events:
  - {id: birth, window: {age: {from: P0D, to: P0D}}}
  - {id: visit, window: {age: {from: P10D, to: P14D}}}
channels:
  - {id: secure-email, form: free-text}
  - {id: system-message, form: coded}
  - {id: letter, form: paper}
  - {id: red-book, form: paper, carried-by-parent: true}
  - {id: portal, form: structured, needs-looking: true}
"""


def network(text: str, as_of: date = TODAY) -> Network:
    """The network of `AREA` and what is added to it."""
    return build(local(AREA + text, as_of))


def arcs(flow: str, area: str = AREA) -> list[Arc]:
    """The arcs of one flow from the midwives to the health visitors, of which some keys are given."""
    given = f"flows: [{{id: summary, from: maternity, to: visitors, items: [growth], within: P2D, {flow}}}]"
    return list(build(local(area + given)).arcs)


def told(arcs: list[Arc]) -> list[tuple[str | None, float, str, list[str]]]:
    """What fires each arc, how long it takes, its form, and what stands in the way."""
    return [(arc.event, arc.delay, arc.form, [one.kind for one in arc.barriers]) for arc in arcs]


def test_one_arc_an_item_with_its_position() -> None:
    found = network("flows: [{id: summary, from: maternity, to: visitors, items: [growth, {item: feeding}]}]").arcs
    assert [(arc.tail, arc.head, arc.flow, arc.step) for arc in found] == [
        (Fact("maternity", "growth"), Fact("visitors", "growth"), 0, 0),
        (Fact("maternity", "feeding"), Fact("visitors", "feeding"), 0, 1),
    ]


def test_flows_are_numbered_over_all_protocols_also_those_that_carry_nothing() -> None:
    found = network("""
protocols:
  - flows:
      - {id: counts, from: maternity, to: visitors, items: [growth], aggregate: true}
      - {id: nothing, from: maternity, to: visitors}
  - flows:
      - {id: summary, from: maternity, to: visitors, items: [growth]}
""").arcs
    assert [arc.flow for arc in found] == [2]


def test_each_sender_sends_to_each_recipient_but_not_to_itself() -> None:
    found = network("flows: [{id: all, from: [maternity, visitors], to: [visitors, gps], items: [growth]}]").arcs
    assert [(arc.tail.party, arc.head.party) for arc in found] == [
        ("maternity", "visitors"),
        ("maternity", "gps"),
        ("visitors", "gps"),
    ]


def test_what_nobody_declared_is_left_out() -> None:
    found = network("""
flows:
  - {id: to-nobody, from: maternity, to: strangers, items: [growth], when: {on: change}, within: P1D}
  - {id: from-nobody, from: strangers, to: maternity, items: [growth], when: {on: change}, within: P1D}
  - {id: at-no-time, from: maternity, to: visitors, items: [growth], when: {event: jubilee}, within: P1D}
records:
  - {service: midwifery, event: jubilee, items: [growth]}
  - {service: astrology, event: birth, items: [growth]}
transitions:
  - {id: handover, to: health-visiting, at: jubilee, needs: [{item: growth, weight: useful}]}
  - {id: other, to: astrology, at: birth, needs: [{item: growth, weight: useful}]}
""")
    assert (found.arcs, found.recordings, found.needs) == ((), (), ())


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("{event: birth}", [("birth", 48, [])]),
        ("{on: change}", [(None, 48, [])]),
        ("{every: P1M}", [(None, 744 + 48, [])]),
        ("{every: P1W}", [(None, 168 + 48, [])]),
        ("{on: request}", [(None, 48, ["asks"])]),
        ("{on: access}", [(None, 48, ["looks"])]),
        ("[{event: birth}, {event: visit}, {every: P1W}]", [("birth", 48, []), ("visit", 48, []), (None, 216, [])]),
    ],
)
def test_each_trigger_makes_an_arc(when: str, expected: list[tuple[str | None, float, list[str]]]) -> None:
    assert [(event, delay, hung) for event, delay, _, hung in told(arcs(f"when: {when}"))] == expected


def test_who_asks_and_who_looks_is_the_recipient() -> None:
    barriers: dict[str, BarrierKind] = {"request": "asks", "access": "looks"}
    for when, kind in barriers.items():
        assert [arc.barriers for arc in arcs(f"when: {{on: {when}}}")] == [(Barrier(kind, "visitors"),)]


def test_no_trigger_and_no_limit_are_undated() -> None:
    assert told(arcs("channel: letter")) == [(None, 48, "paper", ["undated"])]
    found = network("flows: [{id: summary, from: maternity, to: visitors, items: [growth], when: {event: birth}}]").arcs
    assert told(list(found)) == [("birth", 0, "coded", ["undated"])]


def test_what_was_not_read_is_not_said_to_be_undated() -> None:
    found = network("""
protocols:
  - encoded-from: {title: An agreement, read: opening}
    flows:
      - {id: a, from: maternity, to: visitors, items: [growth], when: {event: birth}}
      - {id: b, from: maternity, to: visitors, items: [growth], within: P1D}
  - encoded-from: {title: An agreement, read: complete}
    flows: [{id: c, from: maternity, to: visitors, items: [growth], when: {event: birth}}]
""").arcs
    assert [hung for *_, hung in told(list(found))] == [["unread"], ["unread"], ["undated"]]


def test_who_looks_when_it_likes_needs_no_limit() -> None:
    found = network("flows: [{id: see, from: maternity, to: visitors, items: [growth], when: {on: access}}]").arcs
    assert told(list(found)) == [(None, 0, "coded", ["looks"])]


def test_a_channel_that_must_be_looked_at_is_sure_only_with_an_acknowledgement() -> None:
    assert told(arcs("when: {on: change}, channel: portal")) == [(None, 48, "structured", ["looks"])]
    assert told(arcs("when: {on: access}, channel: portal")) == [(None, 48, "structured", ["looks"])]
    confirmed = arcs("when: {on: change}, channel: portal, receipt: {acknowledged: true}")
    assert told(confirmed) == [(None, 48, "structured", [])]


def test_a_fallback_is_a_second_way_with_its_own_limit_and_form() -> None:
    found = arcs("when: {event: birth}, channel: red-book, fallback: {channel: secure-email, within: P5D}")
    assert told(found) == [("birth", 48, "paper", ["carries"]), ("birth", 120, "free-text", [])]
    found = arcs("when: {event: birth}, channel: red-book, fallback: {channel: secure-email}")
    assert told(found) == [("birth", 48, "paper", ["carries"]), ("birth", 0, "free-text", ["undated"])]


def test_a_condition_of_one_channel_does_not_hang_on_the_other() -> None:
    found = arcs("when: {event: birth}, channel: secure-email, fallback: {channel: red-book, within: P5D}")
    assert told(found) == [("birth", 48, "free-text", []), ("birth", 120, "paper", ["carries"])]


def test_working_days_are_counted_at_their_longest() -> None:
    found = network("""
flows: [{id: summary, from: maternity, to: visitors, items: [growth], when: {on: change}, within: {working-days: 5}}]
""").arcs
    assert found[0].delay == 7 * 24


def test_the_worst_of_item_channel_and_sender_s_paper_is_the_form() -> None:
    assert [arc.form for arc in arcs("when: {on: change}, channel: no-such-channel")] == ["coded"]
    assert [arc.form for arc in arcs("when: {on: change}, channel: secure-email")] == ["free-text"]
    carried = (
        "flows: [{id: a, from: maternity, to: visitors, channel: secure-email, items: [{item: growth, form: %s}]}]"
    )
    assert [arc.form for arc in network(carried % "coded").arcs] == ["free-text"]
    assert [arc.form for arc in network(carried % "verbal").arcs] == ["verbal"]
    on_paper = AREA.replace("service: midwifery", "service: midwifery, system: {medium: paper}")
    assert [arc.form for arc in arcs("when: {on: change}, channel: system-message", on_paper)] == ["paper"]
    mixed = AREA.replace("service: midwifery", "service: midwifery, system: {medium: mixed}")
    assert [arc.form for arc in arcs("when: {on: change}, channel: system-message", mixed)] == ["coded"]


@pytest.mark.parametrize(
    ("keys", "barriers"),
    [
        ("agreement: {ask: parent}", [Barrier("agrees", "parent")]),
        ("basis: {article-6: 6(1)(a)}", [Barrier("agrees", "parent")]),
        ("basis: [{party: maternity, article-6: 6(1)(e)}, {article-6: 6(1)(a)}]", [Barrier("agrees", "parent")]),
        ("agreement: {ask: parent, if-refused: [growth]}", []),
        ("agreement: {ask: parent, if-refused: [feeding]}", [Barrier("agrees", "parent")]),
        ("agreement: {if-refused: [growth]}, basis: {article-6: 6(1)(a)}", []),
        ("agreement: {inform: parent}", []),
        ("basis: {article-6: 6(1)(e)}", []),
        ("relies-on: {post: liaison nurse}", []),
        ("relies-on: {post: liaison nurse, cover: true}", []),
        ("relies-on: {post: liaison nurse, cover: false}", [Barrier("at-work", "liaison nurse")]),
        ("channel: red-book", [Barrier("carries", "parent")]),
    ],
)
def test_what_nobody_promises_is_a_condition(keys: str, barriers: list[Barrier]) -> None:
    assert [list(arc.barriers) for arc in arcs(f"when: {{event: birth}}, {keys}")] == [barriers]


def test_a_field_that_may_stay_empty_is_filled_in_by_the_sender() -> None:
    found = network("""
flows:
  - {id: a, from: maternity, to: visitors, when: {on: change}, within: P1D,
     items: [{item: growth, present: if-known}, {item: feeding, present: always}]}
""").arcs
    assert [arc.barriers for arc in found] == [(Barrier("filled-in", "maternity"),), ()]


def test_the_ground_of_the_protocol_counts_where_the_flow_states_none() -> None:
    found = network("""
protocols:
  - basis: {article-6: 6(1)(a)}
    flows:
      - {id: a, from: maternity, to: visitors, when: {on: change}, within: P1D, items: [growth]}
      - {id: b, from: maternity, to: gps, when: {on: change}, within: P1D, items: [growth], basis: {article-6: 6(1)(e)}}
""").arcs
    assert [[one.kind for one in arc.barriers] for arc in found] == [["agrees"], []]


def test_the_ground_of_who_takes_no_part_in_a_flow_is_none_of_it() -> None:
    found = network("""
protocols:
  - basis: [{party: gps, article-6: 6(1)(a)}, {party: visitors, article-6: 6(1)(e)}]
    flows:
      - {id: a, from: maternity, to: visitors, when: {on: change}, within: P1D, items: [growth]}
      - {id: b, from: maternity, to: gps, when: {on: change}, within: P1D, items: [growth]}
""").arcs
    assert [[one.kind for one in arc.barriers] for arc in found] == [[], ["agrees"]]


GATES = """
funding:
  - {id: grant, until: "2026-03-31"}
  - {id: endless}
protocols:
  - %s
    flows: [{id: a, from: maternity, to: visitors, when: {on: change}, within: P1D, items: [growth], funded-by: %s}]
"""


@pytest.mark.parametrize(
    ("keys", "as_of", "barriers"),
    [
        ("status: in-force", "2026-11-22", []),
        ("status: draft", "2026-11-22", [Barrier("draft")]),
        ("status: withdrawn", "2026-11-22", [Barrier("withdrawn")]),
        ('effective: "2026-04-01"', "2026-03-31", [Barrier("not-yet", "2026-04-01")]),
        ('effective: "2026-04-01"', "2026-04-01", []),
        ('expires: "2026-04-01"', "2026-04-01", []),
        ('expires: "2026-04-01"', "2026-04-02", [Barrier("expired", "2026-04-01")]),
        ('review: "2020-01-01"', "2026-11-22", []),
        ("governance: {signatures: [{party: gps, awaited: true}]}", "2026-11-22", []),
        ("governance: {signatures: [{party: visitors, awaited: false}]}", "2026-11-22", []),
        (
            "governance: {signatures: [{party: visitors, awaited: true}]}",
            "2026-11-22",
            [Barrier("unsigned", "visitors")],
        ),
        (
            "governance: {signatures: [{party: maternity, awaited: true}]}",
            "2026-11-22",
            [Barrier("unsigned", "maternity")],
        ),
    ],
)
def test_what_is_not_in_force_on_the_day_is_gated(keys: str, as_of: str, barriers: list[Barrier]) -> None:
    found = network(GATES % (keys, "endless"), date.fromisoformat(as_of)).arcs
    assert [list(arc.barriers) for arc in found] == [barriers]


@pytest.mark.parametrize(
    ("fund", "as_of", "barriers"),
    [
        ("grant", "2026-03-31", []),
        ("grant", "2026-04-01", [Barrier("unfunded", "grant")]),
        ("endless", "2026-04-01", []),
        ("unheard-of", "2026-04-01", []),
    ],
)
def test_what_is_paid_for_stops_after_the_last_day(fund: str, as_of: str, barriers: list[Barrier]) -> None:
    found = network(GATES % ("status: in-force", fund), date.fromisoformat(as_of)).arcs
    assert [list(arc.barriers) for arc in found] == [barriers]


def test_alternatives_of_matching_are_arcs_of_their_own() -> None:
    found = arcs("when: {on: change}, matched-by: [nhs-number, [identity, address]]")
    assert [[(fact.party, fact.item) for fact in arc.matched] for arc in found] == [
        [("maternity", "nhs-number"), ("visitors", "nhs-number")],
        [("maternity", "identity"), ("visitors", "identity"), ("maternity", "address"), ("visitors", "address")],
    ]


def test_a_parent_knows_which_child_it_is() -> None:
    found = network("""
flows:
  - {id: told, from: maternity, to: parent, when: {on: change}, within: P1D, items: [growth], matched-by: [nhs-number]}
  - {id: tells, from: parent, to: gps, when: {on: change}, within: P1D, items: [growth], matched-by: [nhs-number]}
""").arcs
    assert [(arc.matched, arc.barriers) for arc in found] == [((), ()), ((), (Barrier("carries", "parent"),))]


def test_any_one_alternative_of_matching_is_enough() -> None:
    text = """
records:
  - {service: midwifery, event: birth, items: [growth, identity, address, nhs-number]}
  - {service: health-visiting, event: birth, items: [%s]}
flows:
  - {id: a, from: maternity, to: visitors, when: {event: birth}, within: P2D, items: [growth],
     matched-by: [nhs-number, [identity, address]]}
"""
    growth = Fact("visitors", "growth")
    assert spread(network(text % "identity, address")).age(growth) == 48
    assert spread(network(text % "nhs-number")).age(growth) == 48
    assert spread(network(text % "address")).age(growth) is None


def test_who_records_what_comes_from_the_pathway_and_from_the_party() -> None:
    found = build(
        local("""
parties:
  - {id: maternity, service: [midwifery, newborn-screening], records: [{event: birth, items: [smoking], form: paper}]}
  - {id: on-paper, service: midwifery, system: {medium: paper},
     records: [{event: birth, items: [smoking], form: verbal}]}
  - {id: next-door, service: midwifery, elsewhere: true}
events: [{id: birth, window: {age: {from: P0D, to: P0D}}}]
records:
  - {service: midwifery, event: birth, items: [growth], form: free-text}
  - {service: newborn-screening, event: birth, items: [newborn-hearing]}
""")
    )
    assert set(found.recordings) == {
        Recording(Fact("maternity", "smoking"), "birth", "paper"),
        Recording(Fact("maternity", "growth", "midwifery"), "birth", "free-text"),
        Recording(Fact("maternity", "newborn-hearing", "newborn-screening"), "birth", "coded"),
        Recording(Fact("on-paper", "smoking"), "birth", "verbal"),
        Recording(Fact("on-paper", "growth"), "birth", "paper"),
    }


def test_every_party_of_the_service_needs_what_the_transition_asks_for() -> None:
    found = network("""
transitions:
  - id: to-nursery
    to: early-years-setting
    at: visit
    plus: P1M
    needs: [{item: growth, weight: critical, form: coded}, {item: feeding, weight: useful}]
""")
    assert found.needs == (
        Need("to-nursery", Fact("nursery", "growth"), "visit", 744, "coded", "critical", 0),
        Need("to-nursery", Fact("nursery", "feeding"), "visit", 744, "paper", "useful", 1),
    )


def test_the_same_service_elsewhere_is_another_one() -> None:
    text = (
        AREA.replace("parties:", "parties:\n  - {id: next-door, service: health-visiting, elsewhere: true}")
        + """
transitions:
  - {id: here, to: health-visiting, at: visit, needs: [{item: growth, weight: useful}]}
  - {id: there, to: health-visiting, elsewhere: true, at: visit, needs: [{item: growth, weight: useful}]}
"""
    )
    needs = build(local(text)).needs
    assert [(need.transition, need.fact.party) for need in needs] == [("here", "visitors"), ("there", "next-door")]


def test_an_item_passes_through_four_hands_and_each_adds_its_time() -> None:
    found = network("""
records: [{service: midwifery, event: birth, items: [growth]}]
flows:
  - {id: first, from: maternity, to: gps, when: {event: birth}, within: PT12H, items: [growth]}
  - {id: second, from: gps, to: visitors, when: {every: P1W}, within: P1D, channel: secure-email, items: [growth]}
  - {id: third, from: visitors, to: parent, when: {event: visit}, within: P0D, channel: letter, items: [growth]}
  - {id: fourth, from: parent, to: nursery, when: {on: change}, within: P5D, channel: system-message, items: [growth]}
transitions:
  - {id: a, to: early-years-setting, at: visit, plus: P10D, needs: [{item: growth, weight: useful}]}
""")
    run = spread(found)
    ages = {party: run.age(Fact(party, "growth")) for party in ("maternity", "gps", "visitors", "parent", "nursery")}
    assert ages == {"maternity": 0, "gps": 12, "visitors": 12 + 168 + 24, "parent": 14 * 24, "nursery": None}
    (outcome,) = outcomes(found)
    assert (outcome.kind, outcome.late_by, outcome.form, outcome.blame) == ("conditional", 0, "paper", 4)
    assert [hop.fact.party for hop in outcome.hops] == ["maternity", "gps", "visitors", "parent", "nursery"]
    assert [hop.form for hop in outcome.hops] == ["coded", "coded", "free-text", "paper", "paper"]


def test_it_says_whether_all_protocols_are_here() -> None:
    assert network("").complete
    assert not build(replace(local(AREA), complete=False)).complete
