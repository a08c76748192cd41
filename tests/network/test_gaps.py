"""One area in which each kind of gap occurs, and what is said of it."""

from dataclasses import replace

import pytest

from sharecheck.network import (
    KINDS,
    Arc,
    Barrier,
    Fact,
    Kind,
    Moment,
    Need,
    NeedClassifier,
    Network,
    Outcome,
    Recording,
    build,
    coverage,
    outcomes,
)
from sharecheck.network.children import least
from sharecheck.network.timeline import Groups
from tests.network.given import local

AREA = """
parties:
  - {id: maternity, service: midwifery}
  - {id: neonatal, service: neonatal-care}
  - {id: visitors, service: health-visiting}
  - {id: gps, service: general-practice}
channels:
  - {id: secure-email, form: free-text}
  - {id: system-message, form: coded}
  - {id: letter, form: paper}
  - {id: red-book, form: paper, carried-by-parent: true}
  - {id: portal, form: structured, needs-looking: true}
funding:
  - {id: liaison-money, until: "2026-03-31"}
events:
  - {id: booking, window: {gestation: {from: P8W, to: P10W}}}
  - {id: birth, window: {age: {from: P0D, to: P0D}}}
  - {id: transfer-home, window: {after: birth, from: PT6H, to: P5D}}
  - {id: new-birth-visit, window: {age: {from: P10D, to: P14D}}}
  - {id: review, window: {age: {from: P6W, to: P8W}}}
records:
  - service: midwifery
    event: booking
    items: [nhs-number, smoking, home-language, address, upn, placement]
  - service: midwifery
    event: birth
    items: [birth-details, growth, alcohol-and-drugs, household, medication, missed-contacts, father-identity,
            newborn-examination, staff-safety, social-circumstances, parents-view, looked-after-status, ethnicity,
            child-protection-plan, sibling-history, interpreter-need, early-help-plan, disability, allergies]
  - service: midwifery
    event: transfer-home
    items: [feeding-status, blood-spot-results]
  - service: health-visiting
    event: review
    items: [maternal-mental-health, paternal-mental-health]
  - service: general-practice
    event: review
    items: [paternal-mental-health]
authoritative: {placement: midwifery}
transitions:
  - id: handover
    to: health-visiting
    at: new-birth-visit
    needs:
      - {item: birth-details, weight: critical}
      - {item: home-language, weight: important}
      - {item: placement, weight: important, current-within: P1D}
      - {item: newborn-examination, weight: critical}
      - {item: growth, form: coded, weight: important}
      - {item: alcohol-and-drugs, weight: important}
      - {item: household, weight: important}
      - {item: social-circumstances, weight: useful}
      - {item: medication, weight: critical}
      - {item: missed-contacts, weight: important}
      - {item: father-identity, weight: useful}
      - {item: staff-safety, weight: critical}
      - {item: sibling-history, weight: useful}
      - {item: parents-view, weight: useful}
      - {item: looked-after-status, weight: critical}
      - {item: ethnicity, weight: useful}
      - {item: child-protection-plan, weight: critical}
      - {item: interpreter-need, weight: important}
      - {item: early-help-plan, weight: important}
      - {item: feeding-status, weight: important}
      - {item: blood-spot-results, weight: important}
      - {item: disability, weight: important}
      - {item: allergies, weight: critical}
      - {item: smoking, weight: important}
      - {item: maternal-mental-health, weight: important}
      - {item: paternal-mental-health, weight: important}
      - {item: developmental-scores, weight: useful}
protocols:
  - flows:
      - {id: birth-summary, from: maternity, to: visitors, when: {event: birth}, within: P2D, items: [birth-details]}
      - {id: antenatal, from: maternity, to: gps, when: {event: booking}, within: P5D, items: [home-language]}
      - {id: placed, from: maternity, to: visitors, when: {event: booking}, within: P5D, items: [placement]}
      - {id: weekly, from: maternity, to: visitors, when: {every: P1W}, within: P2D, items: [placement]}
      - {id: onward, from: gps, to: visitors, when: {every: P1M}, within: P1D, items: [home-language]}
      - {id: examination, from: maternity, to: visitors, when: {event: birth}, within: P14D,
         items: [newborn-examination]}
      - {id: typed, from: maternity, to: neonatal, when: {on: change}, within: P1D, channel: secure-email,
         items: [growth]}
      - {id: printed, from: neonatal, to: visitors, when: {on: change}, within: P1D, channel: letter, items: [growth]}
      - {id: some-day, from: maternity, to: visitors, when: {event: birth}, items: [alcohol-and-drugs]}
      - {id: no-trigger, from: maternity, to: visitors, within: P1D, items: [household]}
      - {id: asked, from: maternity, to: visitors, when: {event: birth}, within: P1D, items: [social-circumstances],
         agreement: {ask: parent}}
      - {id: consented, from: maternity, to: visitors, when: {event: birth}, within: P1D, items: [medication],
         basis: {article-6: 6(1)(a)}}
      - {id: carried, from: maternity, to: visitors, when: {event: birth}, within: P1D, channel: red-book,
         items: [missed-contacts]}
      - {id: requested, from: maternity, to: visitors, when: {on: request}, within: P1D, items: [father-identity]}
      - {id: viewed, from: maternity, to: visitors, when: {on: access}, items: [staff-safety]}
      - {id: left-there, from: maternity, to: visitors, when: {event: birth}, within: P1D, channel: portal,
         items: [sibling-history]}
      - {id: if-known, from: maternity, to: visitors, when: {event: birth}, within: P1D,
         items: [{item: parents-view, present: if-known}]}
      - {id: one-nurse, from: maternity, to: visitors, when: {event: birth}, within: P1D, items: [looked-after-status],
         relies-on: {post: liaison nurse, cover: false}}
      - {id: paid-for, from: maternity, to: visitors, when: {event: birth}, within: P1D, items: [ethnicity],
         funded-by: liaison-money}
      - {id: after-transfer, from: maternity, to: neonatal, when: {event: birth}, within: P1D, items: [feeding-status]}
      - {id: back, from: neonatal, to: visitors, when: {on: change}, within: P1D, items: [feeding-status]}
      - {id: results, from: maternity, to: visitors, when: {on: change}, within: P1D, items: [blood-spot-results],
         matched-by: [upn]}
      - {id: upn, from: maternity, to: gps, when: {on: change}, within: P1D, items: [upn]}
      - {id: number, from: maternity, to: visitors, when: {event: birth}, within: P1D, items: [nhs-number],
         agreement: {ask: parent}}
      - {id: by-number, from: maternity, to: visitors, when: {event: birth}, within: P1D, items: [disability],
         matched-by: [nhs-number]}
      - {id: address, from: maternity, to: visitors, when: {event: review}, within: P1D, items: [address]}
      - {id: by-address, from: maternity, to: visitors, when: {event: birth}, within: P1D, items: [allergies],
         matched-by: [[address, upn]]}
      - {id: to-the-doctor, from: maternity, to: gps, when: {event: birth}, within: P1D, items: [smoking]}
  - status: draft
    flows:
      - {id: drafted, from: maternity, to: visitors, when: {event: birth}, within: P1D, items: [child-protection-plan]}
  - status: withdrawn
    flows:
      - {id: withdrawn, from: maternity, to: visitors, when: {event: birth}, within: P1D, items: [interpreter-need]}
  - effective: "2027-01-01"
    flows:
      - {id: coming, from: maternity, to: visitors, when: {event: birth}, within: P1D, items: [early-help-plan]}
"""
DAY = 24.0


def area(text: str = AREA) -> Network:
    return build(local(text))


def flows(text: str = AREA) -> list[str]:
    return [flow.id for _, flow in local(text).flows]


def told(outcome: Outcome, names: list[str]) -> tuple[Kind, float, str | None, list[Barrier]]:
    """Its kind, by how many hours it is late, the flow on which the blame lies, and what stands in the way there."""
    hop = outcome.blamed
    flow = None if hop is None else names[hop.via.flow] if hasattr(hop.via, "flow") else "recorded"
    return outcome.kind, outcome.late_by, flow, list(hop.barriers) if hop else []


EXPECTED: dict[str, tuple[Kind, float, str | None, list[Barrier]]] = {
    "birth-details": ("kept", 0, None, []),
    "home-language": ("kept", 0, None, []),
    # it is told at birth, and a change of it comes with a weekly list
    "placement": ("out-of-date", 8 * DAY, "weekly", []),
    "newborn-examination": ("late", 4 * DAY, "examination", []),
    "growth": ("degraded", 0, "typed", []),
    "alcohol-and-drugs": ("undated", 0, "some-day", [Barrier("undated")]),
    "household": ("undated", 0, "no-trigger", [Barrier("undated")]),
    "social-circumstances": ("conditional", 0, "asked", [Barrier("agrees", "parent")]),
    "medication": ("conditional", 0, "consented", [Barrier("agrees", "parent")]),
    "missed-contacts": ("conditional", 0, "carried", [Barrier("carries", "parent")]),
    "father-identity": ("conditional", 0, "requested", [Barrier("asks", "visitors")]),
    "staff-safety": ("conditional", 0, "viewed", [Barrier("looks", "visitors")]),
    "sibling-history": ("conditional", 0, "left-there", [Barrier("looks", "visitors")]),
    "parents-view": ("conditional", 0, "if-known", [Barrier("filled-in", "maternity")]),
    "looked-after-status": ("conditional", 0, "one-nurse", [Barrier("at-work", "liaison nurse")]),
    # the number that it is filed by hangs on the parent
    "disability": ("conditional", 0, "by-number", [Barrier("agrees", "parent")]),
    "ethnicity": ("blocked", 0, "paid-for", [Barrier("unfunded", "liaison-money")]),
    "child-protection-plan": ("blocked", 0, "drafted", [Barrier("draft")]),
    "interpreter-need": ("blocked", 0, "withdrawn", [Barrier("withdrawn")]),
    "early-help-plan": ("blocked", 0, "coming", [Barrier("not-yet", "2027-01-01")]),
    # it is sent at birth and known at the transfer home
    "feeding-status": ("mistimed", 0, "after-transfer", []),
    # it is filed by a number that the recipient never holds, and by an address that comes too late
    "blood-spot-results": ("unmatched", 0, "results", []),
    "allergies": ("unmatched", 0, "by-address", []),
    "smoking": ("not-shared", 0, None, []),
    # the health visitors find it out by themselves, after it is needed; the doctors, too
    "maternal-mental-health": ("not-recorded", 0, None, []),
    "paternal-mental-health": ("not-shared", 0, None, []),
    "developmental-scores": ("not-recorded", 0, None, []),
}


def test_each_kind_of_gap_is_told_with_its_lateness_its_flow_and_what_stands_in_the_way() -> None:
    found = {outcome.need.fact.item: told(outcome, flows()) for outcome in outcomes(area())}
    assert found == EXPECTED


def test_no_kind_is_left_out_of_this_area() -> None:
    assert {kind for kind, *_ in EXPECTED.values()} == set(KINDS)


@pytest.mark.parametrize(
    ("keys", "barrier"),
    [
        ('expires: "2026-11-21"', Barrier("expired", "2026-11-21")),
        ("governance: {signatures: [{party: maternity, awaited: true}]}", Barrier("unsigned", "maternity")),
    ],
)
def test_the_other_gates_block_as_well(keys: str, barrier: Barrier) -> None:
    (outcome,) = (
        one
        for one in outcomes(area(AREA.replace("status: draft", keys)))
        if one.need.fact.item == "child-protection-plan"
    )
    assert told(outcome, flows()) == ("blocked", 0, "drafted", [barrier])


def test_where_not_all_protocols_are_here_only_what_its_own_flow_does_not_do_is_lost() -> None:
    """Not what nobody here passes on, nor what comes from who may know it sooner, nor what cannot be filed."""
    elsewhere = ("not-shared", "not-recorded", "mistimed", "unmatched", "late")
    known = {item for item, (kind, *_) in EXPECTED.items() if kind not in elsewhere} - {"disability"}
    known |= {"newborn-examination"}  # its flow takes too long from the event that sets it off
    found = {outcome.need.fact.item: outcome for outcome in outcomes(area(AREA + "complete: false"))}
    assert {item for item, outcome in found.items() if not outcome.unknown} == known
    assert {item: found[item].kind for item in known} == {item: EXPECTED[item][0] for item in known}


def test_lost_is_what_somebody_held() -> None:
    lost = {outcome.need.fact.item for outcome in outcomes(area()) if outcome.lost}
    assert lost == {item for item, (kind, *_) in EXPECTED.items() if kind not in ("kept", "not-recorded")}


def test_the_way_is_told_hop_by_hop() -> None:
    found = {outcome.need.fact.item: outcome for outcome in outcomes(area())}
    growth = [(hop.fact.party, hop.age, hop.form) for hop in found["growth"].hops]
    assert growth == [("maternity", 0, "coded"), ("neonatal", DAY, "free-text"), ("visitors", 2 * DAY, "paper")]
    assert (found["growth"].form, found["growth"].blame) == ("paper", 1)
    feeding = [(hop.fact.party, hop.age, hop.missed) for hop in found["feeding-status"].hops]
    assert feeding == [("maternity", 5 * DAY, False), ("neonatal", 6 * DAY, True), ("visitors", 7 * DAY, False)]
    assert [fact.item for fact in found["blood-spot-results"].hops[1].missing] == ["upn"]
    assert [fact.item for fact in found["disability"].hops[1].missing] == ["nhs-number"]
    assert [fact.party for fact in found["disability"].hops[1].missing] == ["visitors"]


def test_who_holds_what_is_not_shared_is_told_the_first_first() -> None:
    found = {outcome.need.fact.item: outcome for outcome in outcomes(area())}
    smoking = [(fact.party, age) for fact, age, _ in found["smoking"].holders]
    assert smoking == [("maternity", -30 * 7 * DAY), ("gps", DAY)]
    assert [one.standing for one in found["smoking"].holders] == ["in time", "in time"]
    assert [fact.party for fact, *_ in found["paternal-mental-health"].holders] == ["gps"]


def test_an_identifier_that_comes_too_late_is_missing_as_well() -> None:
    """With the school number nobody would be too late: there the address is all that is missing."""
    text = AREA.replace("{id: upn, from: maternity, to: gps,", "{id: upn, from: maternity, to: [gps, visitors],")
    found = {outcome.need.fact.item: outcome for outcome in outcomes(area(text))}
    assert found["blood-spot-results"].kind == "kept"
    assert (found["allergies"].kind, found["allergies"].late_by) == ("late", (7 * 8 + 1 - 10) * DAY)


SMALL = """
parties:
  - {id: maternity, service: midwifery}
  - {id: gps, service: general-practice}
  - {id: visitors, service: health-visiting}
events:
  - {id: birth, window: {age: {from: P0D, to: P0D}}}
  - {id: discharge, window: {age: {from: P8D, to: P12D}}}
  - {id: visit, window: {age: {from: P10D, to: P14D}}}
records: [{service: midwifery, event: %s, items: [growth]}]
transitions: [{id: handover, to: health-visiting, at: visit, needs: [{item: growth, weight: important}]}]
flows:
  - {id: first, from: maternity, to: gps, when: {on: change}, within: %s, items: [growth]}
  - {id: second, from: gps, to: visitors, when: {on: change}, within: %s, items: [growth]}
"""


@pytest.mark.parametrize(
    ("event", "first", "second", "late", "blame"),
    [
        ("birth", "P1D", "P20D", 11, 2),
        ("birth", "P20D", "P1D", 11, 1),
        ("birth", "P8D", "P8D", 6, 1),  # the first of two that take as long
        ("discharge", "P1D", "P5D", 8, 0),  # written down on day 12 and needed on day 10: no flow can mend that
        ("visit", "P1D", "P5D", 6, 2),  # written down at the visit itself, which is soon enough
    ],
)
def test_late_is_blamed_on_the_longest_wait_or_on_who_wrote_it_down_too_late(
    event: str, first: str, second: str, late: int, blame: int
) -> None:
    (outcome,) = outcomes(area(SMALL % (event, first, second)))
    assert (outcome.kind, outcome.late_by, outcome.blame) == ("late", late * DAY, blame)


def test_late_and_conditional_is_both_told() -> None:
    text = SMALL % ("birth", "P1D", "P20D")
    (outcome,) = outcomes(area(text.replace("id: first,", "id: first, agreement: {ask: parent},")))
    assert (outcome.kind, outcome.late_by, outcome.blame) == ("conditional", 11 * DAY, 1)


def test_late_comes_before_degraded_and_degraded_before_a_condition() -> None:
    """The smallest relaxation that meets the need names the kind, in the order of the ladder."""
    channel = "channels: [{id: letter, form: paper}]"
    need = "needs: [{item: growth, form: coded, weight: important}]"
    text = (SMALL % ("birth", "P1D", "P1D")).replace("needs: [{item: growth, weight: important}]", need) + channel
    by_letter = text.replace("id: second,", "id: second, channel: letter,")
    slowly = "  - {id: slow, from: maternity, to: visitors, when: {event: birth}, within: P20D, items: [growth]}\n"
    asked = "  - {id: asked, from: maternity, to: visitors, when: {event: birth}, within: P1D, items: [growth],\n"
    asked += "     agreement: {ask: parent}}\n"
    kinds = []
    for more in ("", asked, slowly, slowly + asked):
        (outcome,) = outcomes(area(by_letter.replace("channels:", more + "channels:")))
        kinds.append(outcome.kind)
    assert kinds == ["degraded", "degraded", "late", "late"]


def test_coverage_counts_what_is_kept_among_what_is_known() -> None:
    found = coverage(outcomes(area()))
    assert (found.needs, found.kept, found.lost, found.not_recorded, found.unknown) == (27, 2, 23, 2, 0)
    assert found.share == 2 / 27
    assert found.weighted == (5 + 2) / (7 * 5 + 14 * 2 + 6)
    partial = coverage(outcomes(area(AREA + "complete: false")))
    assert (partial.needs, partial.kept, partial.lost, partial.not_recorded, partial.unknown) == (27, 2, 17, 0, 8)
    assert partial.share == 2 / 19
    nothing = coverage(())
    assert (nothing.share, nothing.weighted) == (None, None)


def test_a_ladder_tells_its_gaps() -> None:
    network = area()
    ladder = NeedClassifier(network)
    assert {one.need.fact.item for one in ladder.gaps()} == {
        item for item, (kind, *_) in EXPECTED.items() if kind != "kept"
    }
    assert ladder.outcomes() == outcomes(network)


def test_what_happens_only_to_other_children_keeps_no_need() -> None:
    """The summary of the neonatal unit tells of the medicine, but most children have never been there."""
    moments = {
        "birth": Moment("birth", 0, 0),
        "discharge": Moment("discharge", 24, 48, only("neonatal")),
        "review": Moment("review", 100, 100),
    }
    ward, unit, gp = (Fact(party, "medication") for party in ("ward", "unit", "gp"))
    recordings = (Recording(ward, "birth"), Recording(unit, "discharge"))
    arcs = (Arc(unit, gp, "discharge", 1, "coded", 0),)
    of_all = Need("handover", gp, "review")
    of_some = Need("handover", gp, "review", groups=only("neonatal"))
    network = Network(moments, recordings, arcs, (of_all, of_some))
    assert [one.kind for one in outcomes(network)] == ["not-shared", "kept"]
    elsewhere = Network(moments, recordings[1:], arcs, (of_all, of_some))
    assert [one.kind for one in outcomes(elsewhere)] == ["kept", "kept"], "no other child has a summary to lose"


def only(*groups: str) -> Groups:
    """Children of each of these groups."""
    return frozenset(frozenset({group}) for group in groups)


TWO_WARDS = {
    "birth": Moment("birth", 0, 0),
    "discharge": Moment("discharge", 24, 48, only("neonatal")),
    "plan": Moment("plan", 24, 48, only("sen")),
    "both": Moment("both", 24, 48, frozenset({frozenset({"neonatal", "sen"})})),
    "review": Moment("review", 100, 100),
}
UNIT, SCHOOL, GP = (Fact(party, "medication") for party in ("unit", "school", "gp"))
WRITTEN = (Recording(UNIT, "discharge"), Recording(SCHOOL, "plan"))
BOTH_TELL = (Arc(UNIT, GP, "discharge", 1, "coded", 0), Arc(SCHOOL, GP, "plan", 1, "coded", 1))


@pytest.mark.parametrize(
    ("arcs", "kinds"),
    [
        (BOTH_TELL, ["kept", "kept", "kept"]),
        (BOTH_TELL[:1], ["not-shared", "kept", "not-shared"]),
        ((replace(BOTH_TELL[0], event="plan"), BOTH_TELL[1]), ["not-shared", "not-shared", "kept"]),
        ((), ["not-shared"] * 3),
    ],
)
def test_what_is_written_down_for_two_groups_reaches_who_needs_it_for_each(
    arcs: tuple[Arc, ...], kinds: list[str]
) -> None:
    """Who of the two has something to tell hangs on the child: that one tells is no help for children of the other."""
    needs = (
        Need("handover", GP, "review"),
        Need("handover", GP, "review", groups=only("neonatal")),
        Need("handover", GP, "review", groups=only("sen")),
    )
    assert [one.kind for one in outcomes(Network(TWO_WARDS, WRITTEN, arcs, needs))] == kinds


def test_children_of_either_group_are_looked_at_one_by_one() -> None:
    """The address is known of all; of a child of either group, one of two flows brings it, each of one group alone."""
    ann, gp = Fact("ann", "address"), Fact("gp", "address")
    need = Need("handover", gp, "review", groups=frozenset({frozenset({"neonatal", "sen"})}))
    arcs = tuple(Arc(ann, gp, event, 1, "coded", number) for number, event in enumerate(("discharge", "plan", "both")))
    recordings = (Recording(ann, "birth"),)
    for some, kept in ((arcs[:2], True), (arcs[:1], False), (arcs[2:], True)):
        assert NeedClassifier(Network(TWO_WARDS, recordings, some, (need,))).keeps(need) == kept


def test_a_number_that_comes_to_some_children_only_files_nothing_of_others() -> None:
    """The medicine of all is told, and filed by a number that the practice has of those from the unit alone."""
    ward, gp = Fact("ward", "medication"), Fact("gp", "medication")
    number, told = Fact("ward", "nhs-number"), Fact("gp", "nhs-number")
    recordings = (Recording(ward, "birth"), Recording(number, "birth"))
    arcs = (
        Arc(ward, gp, None, 1, "coded", 0, matched=(number, told)),
        Arc(number, told, "discharge", 1, "coded", 1),
    )
    needs = (Need("handover", gp, "review"), Need("handover", gp, "review", groups=only("neonatal")))
    assert [one.kind for one in outcomes(Network(TWO_WARDS, recordings, arcs, needs))] == ["unmatched", "kept"]


def test_children_who_could_be_in_very_many_groups_are_one_child_in_all() -> None:
    groups = frozenset(frozenset(f"{side}-{number}" for number in range(40)) for side in "ab")
    assert least(groups) == (frozenset().union(*groups),)
    assert len(least(frozenset(list(groups)[:1]))) == 40


def moments(**windows: tuple[float, float]) -> dict[str, Moment]:
    return {name: Moment(name, *window) for name, window in windows.items()}


def test_what_is_sent_again_rests_on_what_was_there_on_the_same_clock() -> None:
    """Told again after `f`, the sender knows it at hour 50; by itself it knows it at `g`, when it is needed."""
    ann, bea, cat = (Fact(party, "growth") for party in ("ann", "bea", "cat"))
    when = moments(e=(-10, -10), f=(-5, -5), g=(0, 100), later=(50, 50))
    recordings = (Recording(ann, "later"), Recording(bea, "g", "paper"))
    arcs = (Arc(ann, bea, "f", 0, "coded", 0), Arc(bea, cat, "e", 0, "coded", 1))
    (found,) = outcomes(Network(when, recordings, arcs, (Need("handover", cat, "g"),)))
    assert (found.kind, found.form, [hop.fact for hop in found.hops]) == ("mistimed", "paper", [bea, cat])
    assert [hop.missed for hop in found.hops] == [False, True]
    assert found.blame == 1


def test_a_step_misses_its_event_by_what_it_rests_on_itself() -> None:
    """Pat is told at `e2` by quin, and knows it at `e1` alone: what follows `e1` is sent again."""
    pat, quin, hal = (Fact(party, "growth") for party in ("pat", "quin", "hal"))
    when = moments(zero=(6, 6), e1=(6, 7), e2=(6, 8))
    recordings = (Recording(pat, "e1"), Recording(quin, "e2"))
    arcs = (Arc(pat, hal, "e2", 2, "coded", 0), Arc(quin, pat, "zero", 0, "coded", 1))
    (found,) = outcomes(Network(when, recordings, arcs, (Need("handover", hal, "e1", 4.0),)))
    assert found.kind == "mistimed"
    assert found.blamed is not None
    assert found.blamed.missed


def test_who_records_it_in_time_in_a_worse_form_has_it_degraded() -> None:
    need = Need("handover", GP, "review", form="coded")
    recordings = (Recording(GP, "birth", "paper"),)
    (found,) = outcomes(Network(TWO_WARDS, recordings, (), (need,)))
    assert (found.kind, found.form, found.blame) == ("degraded", "paper", 0)


PEOPLE = ("ann", "bea", "cat")
GROWTH = tuple(Fact(person, "growth") for person in PEOPLE)
NUMBER = tuple(Fact(person, "number") for person in PEOPLE)


@pytest.mark.parametrize(
    "first",
    [
        Arc(GROWTH[0], GROWTH[1], None, 10, "coded", 0, matched=(NUMBER[1],)),  # there at 5, filed at 10
        Arc(GROWTH[0], GROWTH[1], "visit", 0, "coded", 0, matched=(NUMBER[0],)),  # there at 6, sent at 8
    ],
)
def test_an_identifier_that_is_there_when_it_is_needed_is_not_missing(first: Arc) -> None:
    """The last one learns the number too late, by which it could file what comes if the parent agrees."""
    when = moments(birth=(0, 0), five=(5, 5), six=(6, 6), visit=(8, 8), need=(20, 20), school=(100, 100))
    known = ((GROWTH[0], "birth"), (NUMBER[1], "five"), (NUMBER[0], "six"), (NUMBER[2], "school"))
    recordings = tuple(Recording(*one) for one in known)
    last = Arc(GROWTH[1], GROWTH[2], None, 0, "coded", 1, 0, (NUMBER[2],), (Barrier("agrees", "parent"),))
    (found,) = outcomes(Network(when, recordings, (first, last), (Need("handover", GROWTH[2], "need"),)))
    assert (found.kind, found.hops[1].missing, found.hops[2].missing) == ("unmatched", (), (NUMBER[2],))
    assert found.blame == 2
