"""Slips that change what a file says and that its shape allows: cases near to those of the pages."""

import pytest

from sharecheck.finding import Severity
from sharecheck.rules.consent.item_kept_but_not_sent import item_kept_but_not_sent
from sharecheck.rules.identity.matching_without_identifier import matching_without_identifier
from sharecheck.rules.life_cycle.dates_out_of_order import dates_out_of_order
from sharecheck.rules.structure.empty_list import empty_list
from sharecheck.rules.structure.repeated_id import repeated_id
from sharecheck.rules.structure.repeated_item import repeated_item
from sharecheck.rules.structure.unknown_party import unknown_party
from tests.rules.examples import FRAGMENT, workspace

AREA = "sharecheck: area/1\nid: northshire\nnation: england\nprotocols: complete\n"
PATHWAY = "sharecheck: pathway/1\nid: small\nnation: england\n"


def test_an_area_whose_protocols_bring_their_parties_has_some() -> None:
    brings = f"{FRAGMENT}status: draft\nparties: [{{id: hv, service: health-visiting}}]\nflows: []\n"
    assert list(empty_list.check(workspace(f"{AREA}parties: []\n", brings))) == []
    assert [one.message for one in empty_list.check(workspace(f"{AREA}parties: []\n"))] == [
        "`northshire` has no parties"
    ]


def test_a_party_and_a_transition_can_be_empty_too() -> None:
    area = f"{AREA}parties: [{{id: hv, service: []}}]\n"
    transitions = "transitions: [{id: visit, title: Visit, to: health-visiting, at: birth, needs: []}]\n"
    records = "records: [{service: midwifery, event: birth, items: []}]\n"
    found = [*empty_list.check(workspace(area, f"{PATHWAY}{transitions}{records}"))]
    assert [(one.message, one.place.route, one.severity) for one in found] == [
        ("`hv` does no service", ("parties", 0, "service"), None),
        ("`visit` needs nothing", ("transitions", 0, "needs"), Severity.WARNING),
        ("`midwifery` records nothing", ("records", 0, "items"), Severity.WARNING),
    ]


@pytest.mark.parametrize(
    ("keys", "spoken"),
    [
        ("", True),
        ("status: draft\n", False),
        ("encoded-from: {title: A pathway, read: opening}\n", False),
        ("governance: {complaints: the council}\n", False),
    ],
)
def test_a_protocol_without_flows_is_empty_when_it_says_nothing_else_and_all_of_it_is_here(
    keys: str, spoken: bool
) -> None:
    assert bool(list(empty_list.check(workspace(f"{FRAGMENT}{keys}flows: []\n")))) == spoken


@pytest.mark.parametrize(
    ("items", "twice"),
    [
        ("[growth, growth, growth]", [2, 3]),
        ("[{item: growth, form: coded}, growth]", [2]),
        ("[growth, {item: growth, form: paper}]", [2]),
        ("[{item: growth, form: coded}, {item: growth, form: paper}]", []),
        ("[growth, {item: growth, present: if-known}]", [2]),
    ],
)
def test_an_item_is_repeated_when_one_of_the_two_adds_no_form(items: str, twice: list[int]) -> None:
    flow = f"{FRAGMENT}flows: [{{id: note, from: a, to: b, items: {items}}}]\n"
    routes = [one.place.route for one in repeated_item.check(workspace(flow))]
    assert [int(route[3]) + 1 for route in routes] == twice


def test_a_child_is_told_by_one_identifier_among_the_items_of_a_way() -> None:
    flow = "flows: [{id: note, from: a, to: b, matched-by: [[growth, identity], no-such-item, growth], items: [upn]}]\n"
    (found,) = matching_without_identifier.check(workspace(f"{FRAGMENT}{flow}"))
    assert (found.message, found.place.route) == (
        "`note` is matched by `growth`, and that does not tell which child it is",
        ("flows", 0, "matched-by", 2),
    )


def test_an_item_of_a_local_catalogue_can_be_an_identifier() -> None:
    item = "{id: case-number, title: Case number, about: child, identifier: true, if-missing: nobody finds the record}"
    catalogue = f"sharecheck: catalogue/1\nid: words\nitems: [{item}]\n"
    flow = "flows: [{id: note, from: a, to: b, matched-by: [case-number], items: [upn]}]\n"
    assert list(matching_without_identifier.check(workspace(catalogue, f"{FRAGMENT}{flow}"))) == []


def test_what_is_kept_after_a_refusal_may_be_named_in_the_long_form() -> None:
    flow = "flows: [{id: note, from: a, to: b, agreement: {ask: parent, if-refused: [upn]}, items: [{item: upn}]}]\n"
    assert list(item_kept_but_not_sent.check(workspace(f"{FRAGMENT}{flow}"))) == []


@pytest.mark.parametrize("key", ["expires", "review"])
def test_an_agreement_may_end_on_the_day_on_which_it_begins(key: str) -> None:
    text = f"{FRAGMENT}effective: 2026-04-01\n{key}: %s\nflows: []\n"
    assert list(dates_out_of_order.check(workspace(text % "2026-04-01"))) == []
    assert len(list(dates_out_of_order.check(workspace(text % "2026-03-31")))) == 1


def test_who_is_asked_or_told_has_to_be_a_party() -> None:
    flow = (
        "  - {id: note, from: nursery, to: hv, agreement: {ask: parnet, inform: [parent, grandparnt]}, items: [upn]}\n"
    )
    parties = "parties: [{id: nursery, service: early-years-setting}, {id: hv, service: health-visiting}]\n"
    found = list(unknown_party.check(workspace(f"{FRAGMENT}{parties}flows:\n{flow}")))
    assert [(one.message, one.place.route[3:]) for one in found] == [
        ("`parnet` is not a party", ("ask",)),
        ("`grandparnt` is not a party", ("inform", 1)),
    ]


def test_the_parent_is_described_nowhere() -> None:
    area = f"{AREA}parties: [{{id: parent, service: family}}]\n"
    (found,) = repeated_id.check(workspace(area))
    assert found.place.route == ("parties", 0, "id")
