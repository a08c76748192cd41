"""One child's days: what is sent, when it comes, and what it hangs on. Parties, events and hours as short as can be."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from sharecheck.replay import Choices, Replay, calendar, replay
from sharecheck.workspace import Area
from tests.rules.examples import TODAY, workspace

PATHWAY = """\
sharecheck: pathway/1
id: small
nation: england
events:
  - {id: booking, title: Booking, window: {age: {from: PT0H, to: PT0H}}}
  - {id: visit, title: Visit, window: {age: {from: PT10H, to: PT10H}}}
  - {id: review, title: Review, window: {age: {from: PT20H, to: PT20H}}}
"""
AREA = """\
sharecheck: area/1
id: town
nation: england
pathway: small
protocols: complete
parties:
  - {id: ann, service: midwifery, records: [{event: visit, items: [growth]}]}
  - {id: bea, service: health-visiting}
  - {id: cat, service: school}
funding: [{id: grant, until: 2026-11-22}]
"""
AT = {"booking": 0, "visit": 600, "review": 1200}
"""Minutes of age."""


def area(flows: str, parties: str = "", protocol: str = "") -> Area:
    """A town with these flows; `parties` are lines instead of Ann's, Bea's and Cat's."""
    described = AREA
    if parties:
        before, rest = AREA.split("parties:\n")
        described = f"{before}parties:\n{parties}funding{rest.split('funding')[1]}"
    text = f"sharecheck: protocol/1\nid: agreement\narea: town\n{protocol}flows:\n{flows}"
    found = workspace(PATHWAY, described, text)
    assert [problem.message for document in found.documents for problem in document.problems] == []
    return found.area("town")


def played(where: Area, choices: Choices | None = None, born: date | None = None, **at: int) -> Replay:
    return replay(where, {**AT, **at}, choices or Choices(), calendar(born, TODAY))


def learned(run: Replay) -> Mapping[str, list[tuple[int, str]]]:
    """By party, the hours at which it learned of the child's growth, and in which form."""
    known = {party: each for (party, item), each in run.known.items() if item == "growth"}
    return {party: [(one.minute // 60, one.form) for one in each] for party, each in known.items() if party != "ann"}


def flow(rest: str, when: str = "{event: visit}", to: str = "bea", item: str = "growth", within: str = "PT2H") -> str:
    limit = f"    within: {within}\n" if within else ""
    return f"  - id: {to}s-letter\n    from: ann\n    to: {to}\n    when: {when}\n{limit}    items: [{item}]\n{rest}"


def test_what_an_event_brings_to_light_goes_out_with_it() -> None:
    assert learned(played(area(flow("")))) == {"bea": [(12, "coded")]}


def test_a_flow_at_an_event_goes_without_what_its_sender_learns_later() -> None:
    assert learned(played(area(flow("", "{event: booking}")))) == {}


def test_a_change_is_sent_when_it_is_known_and_a_batch_has_always_just_gone() -> None:
    assert learned(played(area(flow("", "{on: change}")))) == {"bea": [(12, "coded")]}
    assert learned(played(area(flow("", "{every: P1D}")))) == {"bea": [(36, "coded")]}


def test_what_comes_goes_on_at_the_same_minute() -> None:
    relay = "  - {id: relay, from: bea, to: cat, when: {on: change}, within: PT0H, items: [growth]}\n"
    assert learned(played(area(flow("", within="PT0H") + relay))) == {"bea": [(10, "coded")], "cat": [(10, "coded")]}


def test_a_flow_can_be_quicker_than_it_promises() -> None:
    run = replay(area(flow("", "{every: P1D}")), AT, Choices(), calendar(None, TODAY), lambda leg: 30)
    assert [(message.ready, message.leaves, message.arrives) for message in run.messages] == [(600, 630, 630)]


def test_an_event_that_does_not_happen_sends_nothing() -> None:
    where = area(flow("", "{event: review}"))
    run = replay(where, {"visit": 600}, Choices(), calendar(None, TODAY))
    assert learned(run) == {}


@pytest.mark.parametrize(
    ("rest", "choices", "without"),
    [
        ("    agreement: {ask: parent}\n", Choices(refuses=frozenset({"bees", "beas-letter"})), "the parent said no"),
        ("    agreement: {ask: parent}\n", Choices(refuses=frozenset({"all"})), "the parent said no"),
        ("    basis: {article-6: 6(1)(a)}\n", Choices(refuses=frozenset({"all"})), "the parent said no"),
        ("    channel: parent-held-record\n", Choices(forgets=frozenset({"all"})), "the parent did not pass it on"),
        (
            "    channel: parent-held-record\n",
            Choices(lost={"parent-held-record": 600}),
            "the parent-held-record was lost",
        ),
        (
            "    relies-on: {post: liaison nurse, cover: false}\n",
            Choices(away=frozenset({"liaison nurse"})),
            "the liaison nurse was away, and nobody covers",
        ),
    ],
)
def test_what_a_flow_hangs_on_is_for_the_journey_to_say(rest: str, choices: Choices, without: str) -> None:
    where = area(flow(rest))
    run = played(where, choices)
    assert list(learned(played(where))) == ["bea"]
    assert learned(run) == {}
    (leg,) = run.legs_to("bea", "growth")
    assert run.hindered(leg, "growth", 600) == without


def test_what_is_lost_later_is_not_lost_yet() -> None:
    where = area(flow("    channel: parent-held-record\n"))
    assert list(learned(played(where, Choices(lost={"parent-held-record": 601})))) == ["bea"]


def test_a_refusal_leaves_what_flows_all_the_same() -> None:
    where = area(flow("    agreement: {ask: parent, if-refused: [growth]}\n"))
    assert list(learned(played(where, Choices(refuses=frozenset({"all"}))))) == ["bea"]


def test_what_may_stay_empty_is_filled_in_unless_the_journey_says_so() -> None:
    where = area(flow("", item="{item: growth, present: if-known}"))
    assert list(learned(played(where))) == ["bea"]
    assert learned(played(where, Choices(left_empty=frozenset({"growth"})))) == {}
    assert list(learned(played(area(flow("")), Choices(left_empty=frozenset({"growth"}))))) == ["bea"]


def test_nobody_asks_or_looks_unless_the_journey_says_so() -> None:
    for when, key in (("{on: request}", "asks"), ("{on: access}", "looks")):
        where = area(flow("", when))
        assert learned(played(where)) == {}
        choices = Choices(**{key: frozenset({"beas-letter"})})  # type: ignore[arg-type]
        assert learned(played(where, choices)) == {"bea": [(12, "coded")]}


def test_what_has_no_time_limit_counts_on_nobody_unless_the_journey_says_that_it_is_quick() -> None:
    where = area(flow("", within=""))
    assert learned(played(where)) == {}
    assert learned(played(where, Choices(quick=True))) == {"bea": [(10, "coded")]}


def test_a_worse_form_stays_worse_and_a_better_one_is_sent_again() -> None:
    parties = (
        "  - {id: ann, service: midwifery, records: [{event: booking, items: [growth], form: verbal},"
        " {event: visit, items: [growth]}]}\n"
        "  - {id: bea, service: health-visiting, system: {medium: paper}}\n"
        "  - {id: cat, service: school}\n"
    )
    relay = "  - {id: relay, from: bea, to: cat, when: {on: change}, within: PT1H, items: [growth]}\n"
    run = played(area(flow("", "{on: change}") + relay, parties))
    assert learned(run) == {"bea": [(2, "verbal"), (12, "coded")], "cat": [(3, "verbal"), (13, "paper")]}


def test_what_cannot_be_filed_waits_until_its_recipient_can_tell_whose_it_is() -> None:
    parties = (
        "  - {id: ann, service: midwifery, records: [{event: visit, items: [growth, nhs-number]}]}\n"
        "  - {id: bea, service: health-visiting, records: [{event: review, items: [nhs-number]}]}\n"
        "  - {id: cat, service: school}\n"
    )
    run = played(area(flow("    matched-by: [nhs-number]\n"), parties))
    assert learned(run) == {"bea": [(20, "coded")]}
    assert [(message.arrives // 60, message.filed) for message in run.messages] == [(12, 1200)]


def test_a_sender_without_the_number_sends_nothing_that_is_matched_by_it() -> None:
    parties = (
        "  - {id: ann, service: midwifery, records: [{event: visit, items: [growth]}]}\n"
        "  - {id: bea, service: health-visiting, records: [{event: booking, items: [nhs-number]}]}\n"
        "  - {id: cat, service: school}\n"
    )
    assert played(area(flow("    matched-by: [nhs-number]\n"), parties)).messages == ()


def test_a_second_route_goes_where_the_first_is_lost() -> None:
    where = area(flow("    channel: parent-held-record\n    fallback: {channel: letter, within: PT9H}\n"))
    lost = Choices(lost={"parent-held-record": 0})
    assert learned(played(where)) == {"bea": [(12, "paper")]}
    assert learned(played(where, lost)) == {"bea": [(19, "paper")]}


@pytest.mark.parametrize(
    ("protocol", "rest", "day", "goes"),
    [
        ("status: draft\n", "", "2026-11-22", False),
        ("status: withdrawn\n", "", "2026-11-22", False),
        ("effective: 2026-11-22\n", "", "2026-11-22", True),
        ("effective: 2026-11-23\n", "", "2026-11-22", False),
        ("expires: 2026-11-22\n", "", "2026-11-22", True),
        ("expires: 2026-11-22\n", "", "2026-11-23", False),
        ("", "    funded-by: grant\n", "2026-11-22", True),
        ("", "    funded-by: grant\n", "2026-11-23", False),
        ("governance: {signatures: [{party: bea, awaited: true}]}\n", "", "2026-11-22", False),
        ("governance: {signatures: [{party: cat, awaited: true}]}\n", "", "2026-11-22", True),
    ],
)
def test_gates_are_looked_at_on_the_day_on_which_it_is_sent(protocol: str, rest: str, day: str, goes: bool) -> None:
    where = area(flow(rest), protocol=protocol)
    assert bool(learned(played(where, born=date.fromisoformat(day)))) == goes


def test_without_a_birth_date_all_is_as_on_the_day_of_the_run() -> None:
    where = area(flow("    funded-by: grant\n"))
    late = replay(where, AT, Choices(), calendar(None, date(2026, 11, 23)))
    assert (bool(learned(played(where))), bool(learned(late))) == (True, False)


def test_a_batch_that_leaves_after_the_money_has_ended_does_not_leave() -> None:
    where = area(flow("    funded-by: grant\n", "{every: P1D}"))
    assert learned(played(where, born=date(2026, 11, 22))) == {}
    assert list(learned(played(where, born=date(2026, 11, 21)))) == ["bea"]


def test_the_parent_is_there_and_needs_no_number() -> None:
    given = (
        "  - {id: book, from: ann, to: parent, when: {on: change}, within: PT0H, matched-by: [upn], items: [growth]}\n"
    )
    brought = (
        "  - {id: told, from: parent, to: bea, when: {on: change}, within: PT1H, matched-by: [upn], items: [growth]}\n"
    )
    where = area(given + brought)
    assert learned(played(where)) == {"parent": [(10, "coded")], "bea": [(11, "coded")]}
    assert list(learned(played(where, Choices(forgets=frozenset({"told"}))))) == ["parent"]


def test_counts_without_personal_data_tell_nobody_anything() -> None:
    assert played(area(flow("    aggregate: true\n"))).messages == ()


def test_a_party_elsewhere_records_nothing_of_its_service() -> None:
    parties = (
        "  - {id: ann, service: midwifery, elsewhere: true}\n  - {id: bea, service: health-visiting}\n"
        "  - {id: cat, service: school}\n"
    )
    recording = PATHWAY + "records: [{service: midwifery, event: visit, items: [growth]}]\n"
    text = f"sharecheck: protocol/1\nid: agreement\narea: town\nflows:\n{flow('')}"
    before, rest = AREA.split("parties:\n")
    found = workspace(recording, f"{before}parties:\n{parties}funding{rest.split('funding')[1]}", text).area("town")
    assert played(found).known == {}
    here = workspace(recording, AREA, text).area("town")
    assert ("ann", "growth") in replace(played(here)).known


TRUST = """\
  - {id: ann, service: midwifery, records: [{event: visit, items: [growth, nhs-number]}]}
  - {id: bea, service: [health-visiting, school-nursing]}
  - {id: cat, service: school}
"""


def test_a_letter_to_a_party_with_several_services_is_at_no_desk_of_theirs() -> None:
    assert learned(played(area(flow(""), TRUST))) == {"bea": [(12, "coded")]}
    to_service = flow("    to-service: school-nursing\n")
    assert learned(played(area(to_service, TRUST))) == {"bea:school-nursing": [(12, "coded")]}


def test_whichever_desk_knows_sends_where_nobody_says_which() -> None:
    relay = "  - {id: relay, from: bea, to: cat, when: {on: change}, within: PT1H, items: [growth]}\n"
    to_service = flow("    to-service: school-nursing\n") + relay
    assert learned(played(area(to_service, TRUST)))["cat"] == [(13, "coded")]
    other = to_service.replace("from: bea,", "from: bea, from-service: health-visiting,")
    assert "cat" not in learned(played(area(other, TRUST)))


def test_services_tell_each_other_only_where_a_journey_says_so() -> None:
    told = learned(played(area(flow(""), TRUST), Choices(one_record=frozenset(("bea",)))))
    assert told == {key: [(12, "coded")] for key in ("bea", "bea:health-visiting", "bea:school-nursing")}
    one = TRUST.replace("school-nursing]", "school-nursing], one-record: true")
    assert learned(played(area(flow("    to-service: school-nursing\n"), one))) == {"bea": [(12, "coded")]}


def test_what_is_on_paper_is_passed_on_inside_on_paper() -> None:
    paper = TRUST.replace("school-nursing]", "school-nursing], system: {medium: paper}")
    told = learned(played(area(flow(""), paper), Choices(one_record=frozenset(("all",)))))
    assert told["bea:health-visiting"] == [(12, "paper")]


def test_by_an_identifier_that_was_left_empty_nothing_is_filed() -> None:
    known = TRUST.replace("school-nursing]", "school-nursing], records: [{event: booking, items: [nhs-number]}]")
    matched = flow("    matched-by: [nhs-number]\n", item="growth, {item: nhs-number, present: if-known}")
    here = area(matched, known)
    assert learned(played(here)) == {"bea": [(12, "coded")]}
    assert learned(played(here, Choices(left_empty=frozenset(("nhs-number",))))) == {}
    either = area(matched.replace("[nhs-number]", "[nhs-number, growth]"), known)
    assert played(either, Choices(left_empty=frozenset(("nhs-number",)))).messages[0].matched_by == (
        frozenset({"growth"}),
    )
