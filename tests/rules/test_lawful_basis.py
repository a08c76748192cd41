"""Lawful basis: cases near to those of the pages."""

import re
from datetime import date
from typing import get_args

import pytest

from sharecheck.finding import Severity
from sharecheck.law.calendar import first_day, last_day
from sharecheck.model.law import Known
from sharecheck.model.party import PartyKind
from sharecheck.rules import find
from sharecheck.rules.lawful_basis.basis_without_power import basis_without_power
from sharecheck.rules.lawful_basis.borrowed_task import borrowed_task
from sharecheck.rules.lawful_basis.confidence_not_considered import confidence_not_considered
from sharecheck.rules.lawful_basis.different_conditions import different_conditions
from sharecheck.rules.lawful_basis.different_readings import different_readings
from sharecheck.rules.lawful_basis.different_readings_of_areas import different_readings_of_areas
from sharecheck.rules.lawful_basis.duty_that_leads_elsewhere import duty_that_leads_elsewhere
from sharecheck.rules.lawful_basis.emergency_ground_for_routine import emergency_ground_for_routine
from sharecheck.rules.lawful_basis.equality_paragraph_for_one_child import equality_paragraph_for_one_child
from sharecheck.rules.lawful_basis.flow_without_lawful_basis import flow_without_lawful_basis
from sharecheck.rules.lawful_basis.grounds_for_every_case import grounds_for_every_case
from sharecheck.rules.lawful_basis.guidance_as_power import guidance_as_power
from sharecheck.rules.lawful_basis.health_condition_without_secrecy import health_condition_without_secrecy
from sharecheck.rules.lawful_basis.law_that_requires_nothing import law_that_requires_nothing
from sharecheck.rules.lawful_basis.legitimate_interest_of_public_authority import (
    legitimate_interest_of_public_authority,
)
from sharecheck.rules.lawful_basis.new_duty_not_considered import new_duty_not_considered
from sharecheck.rules.lawful_basis.offence_data_without_condition import offence_data_without_condition
from sharecheck.rules.lawful_basis.provision_not_in_force import provision_not_in_force
from sharecheck.rules.lawful_basis.provision_that_does_not_apply import provision_that_does_not_apply
from sharecheck.rules.lawful_basis.request_nobody_makes import request_nobody_makes
from sharecheck.rules.lawful_basis.special_category_without_condition import special_category_without_condition
from sharecheck.rules.lawful_basis.unknown_provision import unknown_provision
from sharecheck.rules.lawful_basis.unsupported_condition import unsupported_condition
from sharecheck.standards import law
from tests.rules.examples import FRAGMENT, workspace

AREA = """\
sharecheck: area/1
id: northshire
nation: england
protocols: partial
parties:
  - {id: trust, service: midwifery, kind: nhs-trust, public-authority: true}
  - {id: hv, service: health-visiting, kind: community-interest-company}
  - {id: council, service: [family-hub, early-help], kind: local-authority, public-authority: true}
  - {id: nursery, service: early-years-setting, kind: registered-childcare-provider}
  - {id: welsh-board, service: health-visiting, kind: local-health-board, nation: wales}
  - {id: welsh-council, service: family-hub, kind: local-authority, nation: wales}
  - {id: welsh-school, service: school, kind: school, nation: wales}
  - {id: somebody, service: school-nursing}
  - {id: host, service: child-health-information, controller: processor}
"""


def flow(sender: str, recipient: str, basis: str = "", items: str = "feeding-status", id: str = "it") -> str:
    stated = f", basis: {basis}" if basis else ""
    return f"  - {{id: {id}, from: {sender}, to: {recipient}, items: [{items}]{stated}}}\n"


def protocol(*flows: str, id: str = "example", more: str = "") -> str:
    return f"sharecheck: protocol/1\nid: {id}\n{more}flows:\n{''.join(flows)}"


def powers(sender: str, recipient: str, id: str) -> list[tuple[str, Severity | None]]:
    text = protocol(flow(sender, recipient, f"{{article-6: 6(1)(e), powers: [{id}]}}"))
    return [(one.message, one.severity) for one in provision_that_does_not_apply.check(workspace(AREA, text))]


def test_each_flow_without_a_basis_is_told_at_its_own_place_and_all_are_named_together() -> None:
    flows = [flow("trust", "hv", id=f"flow-{number}") for number in range(5)]
    found = list(flow_without_lawful_basis.check(workspace(protocol(*flows))))
    assert [(one.place.route, one.message) for one in found] == [
        (("flows", number, "id"), f"no lawful basis is stated for `flow-{number}`") for number in range(5)
    ]
    assert len({one.group for one in found}) == 1
    assert found[0].sentence is not None
    together = found[0].sentence([one.about for one in found])
    assert together == "no lawful basis is stated for `flow-0`, `flow-1`, `flow-2` and 2 more"


def test_a_sender_that_states_nothing_beside_others_is_named() -> None:
    basis = "[{party: hv, article-6: 6(1)(e)}, {party: trust, article-9: 9(2)(h)}]"
    text = protocol(flow("[trust, hv]", "council", basis))
    (found,) = flow_without_lawful_basis.check(workspace(AREA, text))
    assert found.message == "no lawful basis is stated for `it` by `trust`"
    (found,) = special_category_without_condition.check(workspace(AREA, text))
    assert found.message == "no condition of Article 9 is stated for `feeding-status` in `it` by `hv`"


@pytest.mark.parametrize("sender", ["parent", "host", "[host, parent]"])
def test_a_parent_and_a_processor_need_no_ground_of_their_own(sender: str) -> None:
    assert list(flow_without_lawful_basis.check(workspace(AREA, protocol(flow(sender, "hv"))))) == []


@pytest.mark.parametrize(("status", "count"), [("processor", 0), ("controller", 1)])
def test_a_processor_has_the_ground_of_the_one_for_whom_it_acts(status: str, count: int) -> None:
    body = f"service: family-hub, controller: {status}, public-authority: true"
    area = f"{AREA}  - {{id: supplier, {body}, kind: registered-childcare-provider}}\n"
    for rule, sender, recipient, basis in (
        (legitimate_interest_of_public_authority, "supplier", "hv", "article-6: 6(1)(f)"),
        (provision_that_does_not_apply, "supplier", "council", "article-6: 6(1)(c), powers: [cfa-23]"),
        (borrowed_task, "supplier", "council", "article-6: 6(1)(e), powers: [cca-1]"),
        (duty_that_leads_elsewhere, "trust", "supplier", "article-6: 6(1)(c), powers: [hsca-251b]"),
    ):
        found = rule.check(workspace(area, protocol(flow(sender, recipient, f"{{{basis}}}"))))
        assert (rule.id, len(list(found))) == (rule.id, count)


def test_many_items_of_one_flow_are_a_finding_each_and_told_as_one() -> None:
    items = "feeding-status, birth-details, smoking, medication, newborn-hearing, address"
    text = protocol(flow("trust", "hv", "{article-6: 6(1)(d)}", items))
    found = list(special_category_without_condition.check(workspace(AREA, text)))
    assert [one.about[-1] for one in found] == [
        "feeding-status",
        "birth-details",
        "smoking",
        "medication",
        "newborn-hearing",
    ]
    assert len({one.group for one in found}) == 1
    sentence = found[0].sentence
    assert sentence is not None
    assert sentence([one.about for one in found]) == (
        "no condition of Article 9 is stated for `feeding-status`, `birth-details`, `smoking` and 2 more in `it`"
    )


@pytest.mark.parametrize(
    ("basis", "said"),
    [
        ("article-9: 9(2)(g), schedule-1: [paragraph-2, paragraph-10]", []),
        ("article-9: 9(2)(g), schedule-1: paragraph-30", ["paragraph"]),
        ("article-9: 9(2)(b), schedule-1: [paragraph-2, paragraph-1]", ["policy-1"]),
        ("article-9: 9(2)(j), schedule-1: paragraph-4", []),
        ("article-9: 9(2)(a)", []),
        ("article-9: 9(2)(a), schedule-1: paragraph-17, policy-document: APD", ["consent-17"]),
        ("schedule-1: [paragraph-6, paragraph-8]", ["policy-6", "policy-8"]),
        ("article-9: 9(2)(g), schedule-1: paragraph-18, policy-document: APD", []),
    ],
)
def test_a_condition_and_what_it_rests_on(basis: str, said: list[str]) -> None:
    found = unsupported_condition.check(workspace(f"{FRAGMENT}basis: {{{basis}}}\nflows: []\n"))
    assert [one.about[-1] for one in found] == said


def test_consent_beside_paragraph_18_is_told_also_of_a_text_that_was_read_in_part() -> None:
    opening = "encoded-from: {title: A protocol, read: opening}\n"
    basis = "basis: {article-6: 6(1)(a), article-9: 9(2)(g), schedule-1: paragraph-18}\n"
    found = unsupported_condition.check(workspace(f"{FRAGMENT}{opening}{basis}flows: []\n"))
    assert [one.about[-1] for one in found] == ["consent-18"]


@pytest.mark.parametrize(
    ("sender", "basis", "count"),
    [
        ("trust", "{article-6: 6(1)(f)}", 1),
        ("trust", "{article-6: 6(1)(e)}", 0),
        ("hv", "{article-6: 6(1)(f)}", 0),
        ("hv", "{party: council, article-6: 6(1)(ea)}", 1),
        ("trust", "{party: hv, article-6: 6(1)(f)}", 0),
    ],
)
def test_a_legitimate_interest_is_judged_by_who_states_it(sender: str, basis: str, count: int) -> None:
    text = protocol(flow(sender, "somebody", basis))
    assert len(list(legitimate_interest_of_public_authority.check(workspace(AREA, text)))) == count


@pytest.mark.parametrize("article", ["6(1)(e)", "6(1)(c)"])
@pytest.mark.parametrize("nation", ["england", "wales"])
@pytest.mark.parametrize("kind", get_args(PartyKind))
def test_no_power_is_listed_that_another_rule_refuses(kind: str, nation: str, article: str) -> None:
    area = f"""\
sharecheck: area/1
id: one
nation: {nation}
parties:
  - {{id: sender, service: midwifery, kind: {kind}}}
  - {{id: council, service: special-educational-needs, kind: local-authority}}
"""
    basis = f"{{article-6: {article}}}"
    text = protocol(flow("sender", "council", basis))
    (found,) = basis_without_power.check(workspace(area, text))
    assert found.help is not None
    listed = [one for one in re.findall(r"`([^`]+)`", found.help) if one in law()]
    for id in listed:
        named = protocol(flow("sender", "council", f"{{article-6: {article}, powers: [{id}]}}"))
        for refuses in (provision_that_does_not_apply, duty_that_leads_elsewhere, law_that_requires_nothing):
            assert list(refuses.check(workspace(area, named))) == [], id
    if kind == "registered-childcare-provider" and article == "6(1)(e)":
        assert listed == []  # a private nursery has no public task, and is offered none


def test_nobody_is_advised_a_point_of_article_6() -> None:
    text = protocol(flow("trust", "council", "{powers: [cfa-23]}"))
    (found,) = flow_without_lawful_basis.check(workspace(AREA, text))
    assert found.help == (
        "agree which point of Article 6 it is, and say so: `basis: {article-6: ..., powers: [...]}`; "
        "the register lists `cfa-23` as a duty to share and what can support a legal obligation, 6(1)(c)"
    )


def test_a_provision_of_the_other_nation_does_not_reach() -> None:
    said = "`cfa-23` (Children and Families Act 2014 s.23) does not reach `welsh-board`"
    assert powers("welsh-board", "council", "cfa-23") == [(said, Severity.ERROR)]
    assert powers("trust", "council", "cfa-23") == []
    assert powers("[welsh-board, trust]", "council", "cfa-23") == [
        (said, Severity.ERROR)
    ]  # a duty is each sender's own


def test_a_provision_that_crosses_the_border_reaches_both_sides() -> None:
    assert powers("trust", "council", "aln-64") == []
    assert powers("welsh-board", "council", "aln-64") == []
    assert [severity for _, severity in powers("nursery", "council", "aln-64")] == [Severity.ERROR]


def test_a_provision_may_reach_bodies_of_one_kind_in_one_nation_only() -> None:
    assert powers("welsh-council", "welsh-board", "cfa-28") == []
    assert [severity for _, severity in powers("welsh-council", "welsh-school", "cfa-28")] == [Severity.ERROR] * 2


def test_what_was_read_in_part_weighs_as_a_warning_and_guidance_too() -> None:
    assert [severity for _, severity in powers("welsh-board", "somebody", "ca2004-16la")] == [Severity.WARNING]
    assert [severity for _, severity in powers("trust", "council", "waspi-accord-5")] == [Severity.WARNING] * 2


def test_a_contracted_provider_may_be_brought_in_by_its_contract() -> None:
    assert powers("hv", "council", "ca2004-11") == []
    assert [severity for _, severity in powers("hv", "council", "cfa-23")] == [Severity.WARNING]


@pytest.mark.parametrize("sender", ["somebody", "nobody", "parent"])
def test_nothing_is_said_of_parties_that_are_not_known_well_enough(sender: str) -> None:
    assert powers(sender, "somebody", "cfa-23") == []


def test_the_nation_of_a_protocol_by_itself_is_not_guessed() -> None:
    parties = "parties: [{id: board, service: health-visiting}, {id: council, service: family-hub}]\n"
    text = protocol(flow("board", "council", "{article-6: 6(1)(c), powers: [nhswa-200, nhsa-269]}"), more=parties)
    assert list(provision_that_does_not_apply.check(workspace(text))) == []


@pytest.mark.parametrize(
    ("day", "effective", "said"),
    [
        (date(2026, 2, 4), "2026-01-01", ["ukgdpr-6-1-e"]),
        (date(2026, 2, 4), "2026-03-01", []),
        (date(2026, 2, 5), "2026-01-01", ["ukgdpr-6-1-e-2018"]),
    ],
)
def test_law_begins_and_ends_on_its_day(day: date, effective: str, said: list[str]) -> None:
    text = f"{FRAGMENT}effective: {effective}\nbasis: {{powers: [ukgdpr-6-1-e-2018, ukgdpr-6-1-e]}}\nflows: []\n"
    assert [one.about[-1] for one in provision_not_in_force.check(workspace(text, as_of=day))] == said


def test_a_date_that_was_not_read_makes_no_error() -> None:
    text = f"{FRAGMENT}basis: {{powers: [dpa-1998, wt-2023, dspt-v8, ca2004-16la]}}\nflows: []\n"
    found = [(one.about[-1], one.severity) for one in provision_not_in_force.check(workspace(text))]
    assert found == [
        ("dpa-1998", Severity.ERROR),
        ("wt-2023", Severity.WARNING),
        ("dspt-v8", Severity.INFORMATION),
    ]


@pytest.mark.parametrize(
    ("on", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-02-05", date(2024, 2, 5), date(2024, 2, 5)),
    ],
)
def test_a_month_or_a_year_has_a_first_and_a_last_day(on: str, first: date, last: date) -> None:
    known = Known(on=on, known="read")
    assert (first_day(known), last_day(known)) == (first, last)


def test_readings_show_who_says_what_and_no_verdict() -> None:
    council = protocol(flow("council", "hv", "{article-6: 6(1)(a)}"), id="one")
    again = protocol(flow("council", "hv", "{article-6: 6(1)(e)}"), id="two")
    (found,) = different_readings.check(workspace(AREA, council, again))
    assert found.message == (
        "`family-hub` sends `health-visiting` the same knowledge on different grounds: "
        "`council` says 6(1)(a); `council` says 6(1)(e)"
    )
    assert [one.label for one in found.elsewhere] == ["`council` says 6(1)(e)"]


def test_a_party_that_does_two_services_is_told_once() -> None:
    texts = [protocol(flow("council", "hv", f"{{article-6: 6(1)({point})}}"), id=f"p{point}") for point in "ae"]
    assert len(list(different_readings.check(workspace(AREA, *texts)))) == 1


@pytest.mark.parametrize(
    ("nursery", "council", "count"),
    [("f", "e", 0), ("ea", "e", 0), ("a", "e", 1), ("e", "e", 0)],
)
def test_a_private_body_cannot_have_a_public_task_but_it_need_not_ask_for_consent(
    nursery: str, council: str, count: int
) -> None:
    bases = f"[{{party: nursery, article-6: 6(1)({nursery})}}, {{party: council, article-6: 6(1)({council})}}]"
    text = protocol(flow("[nursery, council]", "hv", bases))
    assert len(list(different_readings.check(workspace(AREA, text)))) == count


@pytest.mark.parametrize(
    ("trust", "council", "sender", "count"),
    [
        ("c", "e", "trust", 0),
        ("c", "a", "trust", 1),
        ("c", "e", "[trust, council]", 1),
    ],
)
def test_to_send_and_to_receive_may_have_two_grounds(trust: str, council: str, sender: str, count: int) -> None:
    bases = f"[{{party: trust, article-6: 6(1)({trust})}}, {{party: council, article-6: 6(1)({council})}}]"
    text = protocol(flow(sender, "council" if sender == "trust" else "hv", bases))
    assert len(list(different_readings.check(workspace(AREA, text)))) == count


@pytest.mark.parametrize(("point", "count"), [("d", 0), ("c", 1)])
def test_what_is_stated_for_an_emergency_is_no_other_reading(point: str, count: int) -> None:
    routine = protocol(flow("trust", "hv", "{article-6: 6(1)(e)}"), id="routine")
    emergency = protocol(flow("trust", "hv", f"{{article-6: 6(1)({point})}}"), id="emergency")
    assert len(list(different_readings.check(workspace(AREA, routine, emergency)))) == count


def test_one_protocol_may_have_two_grounds_for_two_purposes() -> None:
    text = protocol(
        flow("trust", "hv", "{article-6: 6(1)(e)}", id="routine"),
        flow("trust", "hv", "{article-6: 6(1)(d)}", id="emergency"),
    )
    assert list(different_readings.check(workspace(AREA, text))) == []


def test_who_states_two_points_agrees_with_who_states_one_of_them() -> None:
    both = protocol(flow("trust", "hv", "[{article-6: 6(1)(e)}, {article-6: 6(1)(c)}]"), id="one")
    one = protocol(flow("trust", "hv", "{article-6: 6(1)(c)}"), id="two")
    assert list(different_readings.check(workspace(AREA, both, one))) == []


def test_no_word_of_this_family_says_that_something_is_lawful_or_not() -> None:
    said = [
        text
        for rule in find("LAW")
        for example in rule.examples
        for finding in rule.check(workspace(*example.documents))
        for text in (finding.message, finding.consequence or "", finding.help or "")
    ]
    assert [text for text in said if "lawful" in text.replace("no lawful basis is stated", "") or "legal" in text] == []


def flows(text: str) -> str:
    return f"{FRAGMENT}flows:\n{text}"


def test_offence_data_of_a_public_body_is_for_information() -> None:
    basis = "{article-6: 6(1)(e), powers: [ca2004-11]}"
    for sender, weight in (("trust", Severity.INFORMATION), ("nursery", None)):
        (found,) = offence_data_without_condition.check(
            workspace(AREA, protocol(flow(sender, "hv", basis, "child-protection-plan")))
        )
        assert found.severity is weight


def test_what_is_told_in_confidence_is_asked_of_health_services_only() -> None:
    for sender, count in (("trust", 1), ("council", 0), ("parent", 0)):
        text = protocol(flow(sender, "hv", "{article-6: 6(1)(e)}"))
        assert len(list(confidence_not_considered.check(workspace(AREA, text)))) == count


def test_only_the_health_services_among_the_senders_were_told_in_confidence() -> None:
    stated = "[{party: %s, confidentiality: implied-consent}, {party: nursery, article-6: 6(1)(f)}]"
    text = protocol(flow("[trust, council, nursery]", "hv", stated))
    assert list(confidence_not_considered.check(workspace(AREA, text % "trust"))) == []
    (found,) = confidence_not_considered.check(workspace(AREA, text % "council"))
    assert found.message == (
        "`feeding-status` came in confidence, and nothing is stated about that for `it` by `trust`"
    )


@pytest.mark.parametrize(
    ("basis", "said"),
    [
        ("article-6: 6(1)(c), powers: [cca-1, ca2004-10]", ["article-6"]),
        ("article-6: 6(1)(c), powers: [cca-1, cca-40]", []),
        ("article-6: 6(1)(c), powers: [nobody-knows]", []),
        ("article-6: 6(1)(c), powers: [wt-2026]", ["article-6"]),
        ("article-6: 6(1)(c), powers: [waspi-accord-5]", []),
        ("article-6: 6(1)(e), confidentiality: required-by-law, powers: [ca2004-16lc]", []),
        ("article-6: 6(1)(e), confidentiality: required-by-law, powers: [ca2004-11]", ["confidentiality"]),
        ("article-6: 6(1)(c), confidentiality: required-by-law, powers: [cca-1]", ["article-6", "confidentiality"]),
    ],
)
def test_what_the_law_is_said_to_require_rests_on_a_duty(basis: str, said: list[str]) -> None:
    text = f"{FRAGMENT}basis: {{{basis}}}\nflows: []\n"
    assert [one.about[-1] for one in law_that_requires_nothing.check(workspace(text))] == said


def test_guidance_alone_gives_nothing_to_a_body_of_wales_either() -> None:
    text = protocol(flow("welsh-council", "hv", "{article-6: 6(1)(e), powers: [waspi-accord-5]}"))
    (found,) = guidance_as_power.check(workspace(AREA, text))
    assert found.help == (
        "name the provision of an Act beside it in `powers`; the register lists `ca1989-47`, `ea2002-175`, "
        "`ca2004-25`, `ca2004-28`, `cca-22-30` and `ssww-165` for a body like `welsh-council`: "
        "read whether one of them is meant"
    )


@pytest.mark.parametrize(
    ("when", "powers", "said"),
    [
        ("{event: birth}", "ca2004-16h", [Severity.ERROR]),
        ("{on: request}", "ca2004-16h", []),
        ("[{event: birth}, {on: request}]", "ca2004-16h", []),
        ("{every: P1M}", "aln-65", [Severity.WARNING]),
        ("{event: birth}", "aln-65, cfa-23", []),
        ("{event: birth}", "ca2004-16h, cfa-23", [Severity.ERROR]),
    ],
)
def test_a_duty_on_request_needs_a_request(when: str, powers: str, said: list[Severity]) -> None:
    basis = f"{{article-6: 6(1)(c), powers: [{powers}]}}"
    text = flows(f"  - {{id: it, from: a, to: b, when: {when}, items: [address], basis: {basis}}}\n")
    assert [one.severity for one in request_nobody_makes.check(workspace(text))] == said


@pytest.mark.parametrize(
    ("schedule", "items", "count"),
    [("paragraph-8", "identity", 1), ("[paragraph-8, paragraph-2]", "identity", 0), ("paragraph-8", "smoking", 0)],
)
def test_paragraph_8_is_no_ground_for_what_is_told_of_one_child(schedule: str, items: str, count: int) -> None:
    basis = f"{{article-9: 9(2)(g), schedule-1: {schedule}}}"
    text = flows(f"  - {{id: it, from: a, to: b, when: {{on: change}}, items: [{items}], basis: {basis}}}\n")
    assert len(list(equality_paragraph_for_one_child.check(workspace(text)))) == count


@pytest.mark.parametrize(
    ("beside", "count"), [("article-9: 9(2)(h), schedule-1: paragraph-2", 0), ("party: b, schedule-1: paragraph-2", 1)]
)
def test_a_statement_beside_it_may_name_the_paragraph_for_care(beside: str, count: int) -> None:
    basis = f"[{{article-9: 9(2)(g), schedule-1: paragraph-8}}, {{{beside}}}]"
    text = flows(f"  - {{id: it, from: a, to: b, when: {{on: change}}, items: [identity], basis: {basis}}}\n")
    assert len(list(equality_paragraph_for_one_child.check(workspace(text)))) == count


def test_the_new_duty_may_be_named_beside_the_task() -> None:
    for power, count in (("ca2004-16la", 0), ("ca1989-47", 2)):
        bases = f"[{{article-6: 6(1)(e), powers: [ca2004-11]}}, {{article-6: 6(1)(c), powers: [{power}]}}]"
        text = protocol(flow("council", "trust", bases, "pre-birth-plan"))
        assert len(list(new_duty_not_considered.check(workspace(AREA, text)))) == count


def test_secrecy_is_asked_of_who_handles_what_is_sent_under_9_2_h() -> None:
    party = "parties: [{id: a, service: school}, {id: b, service: school, duty-of-confidentiality: false}]\n"
    for condition, items, count in (("h", "growth", 1), ("g", "growth", 0), ("h", "address", 0)):
        line = f"  - {{id: it, from: a, to: b, items: [{items}], basis: {{article-9: 9(2)({condition})}}}}\n"
        text = f"{FRAGMENT}{party}flows:\n{line}"
        assert len(list(health_condition_without_secrecy.check(workspace(text)))) == count


def test_secrecy_is_asked_of_the_party_by_the_same_flow_in_whatever_order_the_files_come() -> None:
    area = "sharecheck: area/1\nid: northshire\nnation: england\nprotocols: partial\nparties:\n"
    area += "  - {id: a, service: school}\n  - {id: b, service: school, duty-of-confidentiality: false}\n"
    flow = "from: a, to: b, items: [growth], basis: {article-9: 9(2)(h)}"
    texts = [f"sharecheck: protocol/1\nid: {id}\nflows: [{{id: {id}-flow, {flow}}}]\n" for id in ("x", "y")]
    for order in (texts, texts[::-1]):
        (found,) = health_condition_without_secrecy.check(workspace(area, *order))
        assert (found.about, found.elsewhere[0].place.route) == (("b",), ("flows", 0, "id"))
        assert "`x-flow`" in found.message


def test_a_task_had_not_to_be_one_s_own_before_the_law_said_so() -> None:
    text = protocol(flow("nursery", "council", "{article-6: 6(1)(e), powers: [cca-1]}"))
    for day, count in ((date(2026, 2, 4), 0), (date(2026, 2, 5), 1)):
        assert len(list(borrowed_task.check(workspace(AREA, text, as_of=day)))) == count


@pytest.mark.parametrize(
    ("sender", "recipient", "power", "severity"),
    [
        ("trust", "nursery", "hsca-251b", [Severity.WARNING]),
        ("trust", "council", "hsca-251b", [Severity.WARNING]),
        ("trust", "[nursery, hv]", "hsca-251b", []),
        ("trust", "somebody", "hsca-251b", []),
        ("trust", "elsewhere-unknown", "hsca-251b", []),
        ("trust", "welsh-board", "ca2004-16la", [Severity.WARNING]),
        ("trust", "hv", "nhsa-269", []),
        ("welsh-board", "council", "ssww-130", []),
    ],
)
def test_a_duty_to_share_leads_to_some_and_not_to_others(
    sender: str, recipient: str, power: str, severity: list[Severity]
) -> None:
    text = protocol(flow(sender, recipient, f"{{article-6: 6(1)(c), powers: [{power}]}}"))
    assert [one.severity for one in duty_that_leads_elsewhere.check(workspace(AREA, text))] == severity


@pytest.mark.parametrize(
    ("day", "sender", "recipient", "count"),
    [
        (date(2026, 9, 29), "trust", "council", 0),
        (date(2026, 9, 30), "trust", "council", 1),
        (date(2026, 9, 30), "nursery", "council", 0),
        (date(2026, 9, 30), "trust", "nursery", 0),
        (date(2026, 9, 30), "welsh-board", "welsh-council", 0),
    ],
)
def test_a_new_duty_is_looked_for_from_its_day_and_among_those_whom_it_binds(
    day: date, sender: str, recipient: str, count: int
) -> None:
    text = protocol(flow(sender, recipient, "{article-6: 6(1)(e), powers: [ca1989-47]}", "pre-birth-plan"))
    assert len(list(new_duty_not_considered.check(workspace(AREA, text, as_of=day)))) == count


def test_grounds_are_counted_by_party_and_the_same_one_twice_is_one() -> None:
    points = "".join(f"  - {{article-6: 6(1)({point})}}\n" for point in "ccdf")
    (found,) = grounds_for_every_case.check(workspace(f"{FRAGMENT}basis:\n{points}flows: []\n"))
    assert found.message == "3 grounds are stated for `example` at once: 6(1)(c), 6(1)(d), 6(1)(f)"


@pytest.mark.parametrize(
    ("when", "count"),
    [
        ("{every: P1W}", 1),
        ("{event: birth}", 1),
        ("{event: emergency-attendance}", 0),
        ("{event: care-entry}", 0),
        ("{event: pregnancy-loss}", 0),
        ("{on: request}", 0),
    ],
)
def test_vital_interests_are_for_what_nobody_planned(when: str, count: int) -> None:
    text = flows(f"  - {{id: it, from: a, to: b, when: {when}, items: [growth], basis: {{article-6: 6(1)(d)}}}}\n")
    assert len(list(emergency_ground_for_routine.check(workspace(text)))) == count


def test_what_differs_between_two_conditions_is_whether_a_no_stops_it() -> None:
    for one, other, count in (("implied-consent", "explicit-consent", 1), ("implied-consent", "required-by-law", 0)):
        texts = [
            protocol(flow("trust", "hv", f"{{article-9: 9(2)(h), confidentiality: {how}}}"), id=id)
            for id, how in (("first", one), ("second", other))
        ]
        assert len(list(different_conditions.check(workspace(AREA, *texts)))) == count


def neighbour(id: str, point: str, nation: str = "england", kind: str = "local-authority") -> tuple[str, str]:
    parties = f"[{{id: c, service: family-hub, kind: {kind}}}, {{id: v, service: health-visiting, kind: nhs-trust}}]"
    area = f"sharecheck: area/1\nid: {id}\nnation: {nation}\nprotocols: partial\nparties: {parties}\n"
    basis = f"{{article-6: 6(1)({point}), powers: [ca2004-10]}}"
    return area, protocol(flow("c", "v", basis, "setting-attended"), id=f"p-{id}", more=f"area: {id}\n")


def test_areas_of_one_nation_are_laid_side_by_side_with_what_the_register_has() -> None:
    texts = [text for id, point in (("a", "e"), ("b", "e"), ("c", "a")) for text in neighbour(id, point)]
    (found,) = different_readings_of_areas.check(workspace(*texts))
    assert found.message == (
        "areas of England state different grounds for `setting-attended` from `family-hub` to `health-visiting`: "
        "`a` and `b` say 6(1)(e); `c` says 6(1)(a)"
    )
    assert found.help is not None
    assert found.help.startswith(
        "ask the other area what it rests on, and what it told the families; the register has for `c`: for 6(1)(c) "
    )
    assert [one.label for one in found.elsewhere] == ["`c`: `c` says 6(1)(a)"]


@pytest.mark.parametrize(
    ("other", "said"),
    [
        (("b", "e"), []),
        (("b", "c"), [Severity.INFORMATION]),
        (("b", "a"), [None]),
        (("b", "a", "wales"), []),
        (("b", "f", "england", "charity"), []),
    ],
)
def test_areas_differ_where_neither_nation_nor_kind_of_body_explains_it(
    other: tuple[str, ...], said: list[Severity | None]
) -> None:
    texts = (*neighbour("a", "e"), *neighbour(*other))
    assert [one.severity for one in different_readings_of_areas.check(workspace(*texts))] == said


def test_the_register_offers_what_binds_the_sender_and_leads_to_the_recipient() -> None:
    board = protocol(flow("welsh-board", "welsh-council", "{article-6: 6(1)(a)}"), id="one")
    again = protocol(flow("welsh-board", "welsh-council", "{article-6: 6(1)(e)}"), id="two")
    (found,) = different_readings.check(workspace(AREA, board, again))
    assert found.help == (
        "bring them together, and state one `article-6`; while there are two, write down why; the register has for "
        "`welsh-board`: for 6(1)(c) `ca1989-47`, `ssww-130`, `ssww-164` and 2 more; for 6(1)(e) `ca1989-47`, "
        "`ca2004-25` and `ca2004-28`"
    )


def test_areas_that_differ_in_many_items_alike_are_told_once() -> None:
    texts = [text.replace("[setting-attended]", "[setting-attended, growth]") for text in neighbour("a", "e")]
    others = [text.replace("[setting-attended]", "[setting-attended, growth]") for text in neighbour("b", "a")]
    assert len(list(different_readings_of_areas.check(workspace(*texts, *others)))) == 1


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("ca2004-s10", "ca2004-10"),
        ("cfa-section23", "cfa-23"),
        ("ca2004-25a", None),
        ("ca1989-22", None),
        ("mca2005-4", None),
        ("nhsa-83", None),
        ("scheme-of-delegation", None),
    ],
)
def test_a_gap_in_the_register_is_a_warning_and_no_other_section_is_suggested(name: str, meant: str | None) -> None:
    text = protocol(flow("trust", "council", f"{{article-6: 6(1)(e), powers: [{name}]}}"))
    (found,) = unknown_provision.check(workspace(AREA, text))
    assert (found.severity or unknown_provision.severity) is Severity.WARNING
    assert (found.fix is not None, str(found.help).startswith("did you mean")) == (meant is not None,) * 2
    if meant:
        assert found.help == f"did you mean `{meant}`?"


@pytest.mark.parametrize(
    "id", ["cda1998-115", "nhsa-72", "nhsa-82", "ea2002-175", "si-2010-959", "wsi-2015-1818", "fgma-5b", "cca-22-30"]
)
def test_law_that_agreements_name_is_in_the_register(id: str) -> None:
    text = protocol(flow("trust", "council", f"{{article-6: 6(1)(e), powers: [{id}]}}"))
    assert list(unknown_provision.check(workspace(AREA, text))) == []
