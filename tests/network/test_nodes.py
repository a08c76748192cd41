"""The services of one party: what each of them knows, and what it takes until another one does."""

from sharecheck.network import Arc, Barrier, Fact, Network, Recording, build, outcomes
from tests.network.given import local

AREA = """
parties:
  - {{id: trust, service: [midwifery, health-visiting]{trust}}}
  - {{id: laboratory, service: newborn-screening}}
  - {{id: practice, service: general-practice}}
events:
  - {{id: birth, window: {{age: {{from: P0D, to: P0D}}}}}}
  - {{id: visit, window: {{age: {{from: P10D, to: P14D}}}}}}
records:
  - {{service: midwifery, event: birth, items: [growth]}}
  - {{service: newborn-screening, event: birth, items: [blood-spots]}}
transitions:
  - {{id: to-hv, from: midwifery, to: health-visiting, at: visit, needs: [{{item: growth, weight: critical}}]}}
  - {{id: results, to: health-visiting, at: visit, needs: [{{item: blood-spots, weight: critical}}]}}
  - {{id: to-gp, from: midwifery, to: general-practice, at: visit, needs: [{{item: growth, weight: critical}}]}}
flows: [{flows}]
"""
INSIDE = Barrier("internal", "trust")
RESULTS = "{{id: results, from: laboratory, to: trust, when: {{on: change}}, within: P2D, items: [blood-spots]{}}}"
LETTER = "{{id: letter, from: trust, to: practice, when: {{on: change}}, within: P2D, items: [growth]{}}}"


def network(trust: str = "", flows: str = "") -> Network:
    """A trust that does two services, a laboratory and a practice."""
    return build(local(AREA.format(trust=trust, flows=flows)))


def kinds(found: Network) -> dict[str, str]:
    """What becomes of the one need of each transition."""
    return {one.need.transition: one.kind for one in outcomes(found)}


def sent(found: Network) -> set[tuple[str, str]]:
    """From which service to which service flows go; nothing stands for a party as one."""
    return {(arc.tail.service, arc.head.service) for arc in found.arcs if not arc.internal}


def test_what_the_midwives_know_the_health_visitors_of_the_same_trust_do_not() -> None:
    (outcome, *_) = outcomes(network())
    assert (outcome.kind, [hop.fact for hop in outcome.hops]) == (
        "conditional",
        [Fact("trust", "growth", "midwifery"), Fact("trust", "growth", "health-visiting")],
    )
    assert [hop.barriers for hop in outcome.hops] == [(), (INSIDE,)]


def test_in_one_record_they_do_and_the_trust_is_one_node() -> None:
    found = network(", one-record: true")
    assert kinds(found)["to-hv"] == "kept"
    assert found.recordings[0] == Recording(Fact("trust", "growth"), "birth")
    assert {need.fact.service for need in found.needs} == {""}
    assert [arc for arc in found.arcs if arc.internal] == []


def test_one_service_told_twice_is_one_service() -> None:
    found = build(
        local(AREA.format(trust="", flows="").replace("[midwifery, health-visiting]", "[midwifery, midwifery]"))
    )
    assert {recording.fact.service for recording in found.recordings} == {""}


def test_a_letter_without_a_service_is_left_at_the_front_door() -> None:
    found = network(flows=RESULTS.format(""))
    assert sent(found) == {("", "")}
    assert kinds(found)["results"] == "conditional"


def test_a_letter_to_a_service_reaches_that_one() -> None:
    found = network(flows=RESULTS.format(", to-service: health-visiting"))
    assert sent(found) == {("", "health-visiting")}
    assert kinds(found)["results"] == "kept"


def test_a_letter_to_another_service_does_not() -> None:
    assert kinds(network(flows=RESULTS.format(", to-service: midwifery")))["results"] == "conditional"


def test_a_letter_for_a_handover_reaches_the_service_that_takes_over() -> None:
    assert kinds(network(flows=RESULTS.format(", for: results")))["results"] == "kept"


def test_a_handover_that_names_no_service_of_the_party_tells_nothing() -> None:
    assert sent(network(flows=RESULTS.format(", for: to-gp"))) == {("", "")}


def test_a_service_that_is_named_goes_before_the_handover() -> None:
    assert sent(network(flows=RESULTS.format(", for: results, to-service: midwifery"))) == {("", "midwifery")}


def test_whichever_service_knows_sends_where_nobody_says_which() -> None:
    found = network(flows=LETTER.format(""))
    assert sent(found) == {("", ""), ("midwifery", ""), ("health-visiting", "")}
    assert kinds(found)["to-gp"] == "kept"


def test_a_service_that_does_not_know_sends_nothing() -> None:
    found = network(flows=LETTER.format(", from-service: health-visiting"))
    assert sent(found) == {("health-visiting", "")}
    assert kinds(found)["to-gp"] == "conditional"


def test_a_handover_tells_which_service_sends() -> None:
    assert sent(network(flows=LETTER.format(", for: [to-gp]"))) == {("midwifery", "")}


def test_a_service_that_a_party_does_not_do_sends_and_receives_nothing() -> None:
    assert sent(network(flows=LETTER.format(", from-service: general-practice"))) == set()
    assert sent(network(flows=LETTER.format(", to-service: midwifery"))) == set()
    assert sent(network(", one-record: true", LETTER.format(", from-service: midwifery"))) == {("", "")}


def test_what_a_party_writes_down_by_itself_no_service_knows_for_sure() -> None:
    found = network(", records: [{event: birth, items: [blood-spots]}]")
    assert found.recordings[0] == Recording(Fact("trust", "blood-spots"), "birth")
    assert kinds(found)["results"] == "conditional"


def test_what_is_passed_on_inside_is_no_better_than_what_the_party_keeps() -> None:
    found = network(", system: {medium: paper}")
    assert {arc.form for arc in found.arcs if arc.internal} == {"paper"}


def test_an_identifier_that_one_service_holds_is_not_there_for_the_other() -> None:
    """The midwives know the number; the results are for the health visitors, who do not."""
    number = ", records: [{event: birth, items: [number]}]"
    flows = RESULTS.format(", to-service: SERVICE, matched-by: [number]")
    text = AREA.format(trust="", flows="FLOWS").replace(
        "service: newborn-screening}", f"service: newborn-screening{number}}}"
    )
    text = text.replace("items: [growth]}", "items: [growth, number]}")
    found = {
        service: build(local(text.replace("FLOWS", flows.replace("SERVICE", service))))
        for service in ("midwifery", "health-visiting")
    }
    matched = {service: {arc.matched for arc in each.arcs if arc.matched} for service, each in found.items()}
    assert matched == {
        service: {(Fact("laboratory", "number"), Fact("trust", "number", service))} for service in matched
    }
    # at the midwives' it can be filed at once, at the health visitors' only if the midwives tell the number
    assert [kinds(each)["results"] for each in found.values()] == ["conditional", "conditional"]
    hops = [outcomes(each)[1].hops[-1] for each in found.values()]
    assert [hop.via.internal for hop in hops if isinstance(hop.via, Arc)] == [True, False]


def test_there_is_one_arc_inside_from_each_place_where_something_is_learned() -> None:
    inside = {(arc.tail.service, arc.head.service) for arc in network().arcs if arc.tail.item == "growth"}
    assert inside == {("midwifery", ""), ("midwifery", "health-visiting")}


def test_what_a_flow_may_leave_empty_files_nothing() -> None:
    """The number is on the message only if the midwife knows it; without it nobody can tell which child it is."""
    number = "records: [{event: birth, items: [number]}]"
    text = """
parties: [{id: maternity, service: midwifery, %s}, {id: visitors, service: health-visiting, %s}]
events: [{id: birth, window: {age: {from: P0D, to: P0D}}}]
flows:
  - {id: notice, from: maternity, to: visitors, when: {event: birth}, within: P1D, matched-by: [%s], items: [%s],
     fallback: {channel: letter, within: P2D}}
"""
    empty = Barrier("filled-in", "maternity", "number")
    known = "{item: number, present: if-known}"

    def barriers(matched: str, items: str) -> dict[str, set[tuple[Barrier, ...]]]:
        found: dict[str, set[tuple[Barrier, ...]]] = {}
        for arc in build(local(text % (number, number, matched, items))).arcs:
            found.setdefault(arc.tail.item, set()).add(arc.barriers)
        return found

    assert barriers("number", f"growth, {known}") == {
        "growth": {(empty,)},
        "number": {(Barrier("filled-in", "maternity"),)},
    }
    assert barriers("number", "growth, number") == {"growth": {()}, "number": {()}}
    assert barriers("number, address", f"growth, {known}")["growth"] == {(empty,), ()}
    assert barriers("[number, address]", f"growth, {known}")["growth"] == {(empty,)}
    assert barriers("number", f"growth, {known}, number")["growth"] == {()}
    assert barriers("number", "growth, {item: number, present: always}")["growth"] == {()}
