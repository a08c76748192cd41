"""Lawful basis: cases near to those of the pages."""

from datetime import date

import pytest

from sharecheck.model.law import Known
from sharecheck.rule import Severity
from sharecheck.rulebook import find
from sharecheck.rules.lawful_basis.basis_without_power import basis_without_power
from sharecheck.rules.lawful_basis.calendar import first_day, last_day
from sharecheck.rules.lawful_basis.different_readings import different_readings
from sharecheck.rules.lawful_basis.flow_without_lawful_basis import flow_without_lawful_basis
from sharecheck.rules.lawful_basis.legitimate_interest_of_public_authority import (
    legitimate_interest_of_public_authority,
)
from sharecheck.rules.lawful_basis.provision_not_in_force import provision_not_in_force
from sharecheck.rules.lawful_basis.provision_that_does_not_apply import provision_that_does_not_apply
from sharecheck.rules.lawful_basis.special_category_without_condition import special_category_without_condition
from sharecheck.rules.lawful_basis.unsupported_condition import unsupported_condition
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


def test_flows_without_any_basis_are_told_together() -> None:
    flows = [flow("trust", "hv", id=f"flow-{number}") for number in range(5)]
    (found,) = flow_without_lawful_basis.check(workspace(protocol(*flows)))
    assert found.message == "no lawful basis is stated for `flow-0`, `flow-1`, `flow-2` and 2 more"
    assert found.place.route == ("flows", 0, "id")
    assert len(found.also) == 4


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


def test_many_items_of_one_flow_are_one_finding() -> None:
    items = "feeding-status, birth-details, smoking, medication, newborn-hearing, address"
    text = protocol(flow("trust", "hv", "{article-6: 6(1)(d)}", items))
    (found,) = special_category_without_condition.check(workspace(AREA, text))
    assert found.message == (
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


@pytest.mark.parametrize(("sender", "such_as"), [("council", "cca-1"), ("welsh-council", "ca2004-25")])
def test_a_missing_power_is_shown_by_one_of_the_sender_s_nation(sender: str, such_as: str) -> None:
    text = protocol(flow(sender, "somebody", "{article-6: 6(1)(e)}"))
    (found,) = basis_without_power.check(workspace(AREA, text))
    assert found.help == f"name the provision, for example `powers: [{such_as}]`"
    assert powers(sender, "somebody", such_as) == []


def test_a_provision_of_the_other_nation_does_not_reach() -> None:
    said = "`cfa-23` (Children and Families Act 2014 s.23) does not reach `welsh-board`"
    assert powers("welsh-board", "council", "cfa-23") == [(said, Severity.ERROR)]
    assert powers("trust", "council", "cfa-23") == []
    assert powers("[welsh-board, trust]", "council", "cfa-23") == []


def test_a_provision_that_crosses_the_border_reaches_both_sides() -> None:
    assert powers("trust", "council", "aln-64") == []
    assert powers("welsh-board", "council", "aln-64") == []
    assert [severity for _, severity in powers("nursery", "council", "aln-64")] == [Severity.ERROR]


def test_a_provision_may_reach_bodies_of_one_kind_in_one_nation_only() -> None:
    assert powers("welsh-council", "welsh-board", "cfa-28") == []
    assert [severity for _, severity in powers("welsh-council", "welsh-school", "cfa-28")] == [Severity.ERROR]


def test_what_was_read_in_part_weighs_as_a_warning_and_guidance_too() -> None:
    assert [severity for _, severity in powers("welsh-board", "somebody", "ca2004-16la")] == [Severity.WARNING]
    assert [severity for _, severity in powers("trust", "council", "waspi-accord-5")] == [Severity.WARNING]


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
    assert [text for _, text in found.also] == ["`council` says 6(1)(e)"]


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
