"""Structure: cases near to those of the pages."""

from importlib.resources import files

import pytest

from sharecheck.finding import related
from sharecheck.rules import find
from sharecheck.rules.structure.counts_that_name_children import counts_that_name_children
from sharecheck.rules.structure.event_without_window import event_without_window
from sharecheck.rules.structure.flow_without_channel import flow_without_channel
from sharecheck.rules.structure.flow_without_trigger import flow_without_trigger
from sharecheck.rules.structure.ground_of_a_bystander import ground_of_a_bystander
from sharecheck.rules.structure.pathway_that_extends_itself import pathway_that_extends_itself
from sharecheck.rules.structure.repeated_id import repeated_id
from sharecheck.rules.structure.template_that_does_not_fit import template_that_does_not_fit
from sharecheck.rules.structure.undescribed_way_back import undescribed_way_back
from sharecheck.rules.structure.unknown_name import unknown_name
from sharecheck.rules.structure.unknown_party import unknown_party
from sharecheck.rules.structure.unused_party import unused_party
from sharecheck.workspace.references import references
from tests.rules.examples import FRAGMENT, workspace

AREA = """\
sharecheck: area/1
id: northshire
nation: england
protocols: complete
parties:
  - {id: maternity, service: midwifery}
  - {id: hv, service: health-visiting}
"""
FLOW = "flows:\n  - {id: birth, from: maternity, to: hv, when: {event: birth}, items: [birth-details]}\n"


def test_names_are_found_wherever_they_stand_with_their_places_and_what_they_belong_to() -> None:
    text = f"""{FRAGMENT}owner: {{party: council}}
flows:
  - id: birth
    from: [maternity, ward]
    to: hv
    when: [{{event: birth}}, {{on: change}}]
    channel: secure-email
    fallback: {{channel: telephone}}
    matched-by: [nhs-number, [identity, address]]
    items: [birth-details, {{item: growth, form: coded}}]
    agreement: {{ask: parent, if-refused: [growth]}}
    basis: {{party: maternity, article-6: 6(1)(e)}}
    funded-by: pilot
governance: {{signatures: [{{party: hv}}]}}
"""
    (document,) = workspace(text).documents
    found = [(one.kind, one.name, one.owner, ".".join(map(str, one.place.route))) for one in references(document)]
    assert found == [
        ("party", "council", "example", "owner.party"),
        ("party", "maternity", "birth", "flows.0.from.0"),
        ("party", "ward", "birth", "flows.0.from.1"),
        ("party", "hv", "birth", "flows.0.to"),
        ("event", "birth", "birth", "flows.0.when.0.event"),
        ("channel", "secure-email", "birth", "flows.0.channel"),
        ("channel", "telephone", "birth", "flows.0.fallback.channel"),
        ("item", "nhs-number", "birth", "flows.0.matched-by.0"),
        ("item", "identity", "birth", "flows.0.matched-by.1.0"),
        ("item", "address", "birth", "flows.0.matched-by.1.1"),
        ("item", "birth-details", "birth", "flows.0.items.0"),
        ("item", "growth", "birth", "flows.0.items.1.item"),
        ("party", "maternity", "birth", "flows.0.basis.party"),
        ("party", "parent", "birth", "flows.0.agreement.ask"),
        ("item", "growth", "birth", "flows.0.agreement.if-refused.0"),
        ("funding stream", "pilot", "birth", "flows.0.funded-by"),
        ("party", "hv", "example", "governance.signatures.0.party"),
    ]


def test_a_slip_of_the_pen_is_answered_with_the_name_that_was_meant() -> None:
    found = list(unknown_party.check(workspace(AREA, f"{FRAGMENT}{FLOW.replace('to: hv', 'to: hvs')}")))
    assert [(one.message, one.help) for one in found] == [("`hvs` is not a party", "did you mean `hv`?")]


def test_the_money_and_the_neighbours_of_an_area_name_parties_too() -> None:
    more = """\
funding: [{id: pilot, supports: [hv, therapy]}]
capacity: [{party: ward, minutes-a-month: 60}]
neighbours: [{area: ceredale, records-go-to: chis}]
"""
    found = unknown_party.check(workspace(AREA + more))
    assert [one.message for one in found] == [
        "`therapy` is not a party",
        "`ward` is not a party",
        "`chis` is not a party",
    ]


def test_where_no_party_is_described_no_party_is_unknown() -> None:
    assert list(unknown_party.check(workspace(f"{FRAGMENT}{FLOW}"))) == []


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("pathway: england\n", ["`eight-week-contact` is not a known event"]),
        ("nation: wales\n", []),
        ("pathway: northshire-pathway\n", ["`northshire-pathway` is not a known pathway"]),
    ],
)
def test_events_are_those_of_the_pathway_and_of_an_unknown_pathway_nothing_is_known(more: str, said: list[str]) -> None:
    area = AREA.replace("nation: england\n", more) if more.startswith("nation") else AREA + more
    flow = FLOW.replace("event: birth", "event: eight-week-contact")
    assert [one.message for one in unknown_name.check(workspace(area, f"{FRAGMENT}{flow}"))] == said


def test_a_protocol_by_itself_may_be_of_either_nation() -> None:
    flow = FLOW.replace("event: birth", "event: eight-week-contact")
    assert list(unknown_name.check(workspace(f"{FRAGMENT}{flow}"))) == []


def test_a_protocol_whose_area_is_not_here_may_use_the_words_of_its_area() -> None:
    flow = FLOW.replace("birth-details", "housing-officer")
    assert list(unknown_name.check(workspace(f"{FRAGMENT}area: northshire\n{flow}"))) == []


def test_pathways_and_journeys_are_looked_at_too() -> None:
    pathway = """\
sharecheck: pathway/1
id: local
nation: england
extends: england
events: [{id: extra-visit, title: Extra visit, window: {after: new-birth-visit, to: P5D}, applies-to: twinns}]
records: [{service: health-visitng, event: extra-visit, items: [grwth]}]
"""
    journey = """\
sharecheck: journey/1
id: mira
title: Mira
shows: what a slip of the pen does
traits: [sen]
happens: [{event: extra-visit, at: P16D}, {event: brith, at: P0D}]
mishaps: [{loses: red-book}]
"""
    found = unknown_name.check(workspace(pathway, journey))
    assert [(one.message, one.help) for one in found] == [
        ("`twinns` is not a known group", "did you mean `twins`?"),
        ("`health-visitng` is not a known service", "did you mean `health-visiting`?"),
        ("`grwth` is not a known item", "did you mean `growth`?"),
        ("`brith` is not a known event", "did you mean `birth`?"),
        ("`red-book` is not a known channel", "did you mean `parent-held-record`?"),
    ]


def test_money_is_only_known_where_the_area_is() -> None:
    flow = FLOW.replace("items:", "funded-by: pilot, items:")
    assert list(unknown_name.check(workspace(f"{FRAGMENT}{flow}"))) == []
    (found,) = unknown_name.check(workspace(AREA, f"{FRAGMENT}{flow}"))
    assert found.message == "`pilot` is not a known funding stream"


def test_two_triggers_in_one_entry_are_named() -> None:
    flow = FLOW.replace("event: birth", "event: birth, on: change, every: P1M")
    (found,) = flow_without_trigger.check(workspace(f"{FRAGMENT}{flow}"))
    assert found.message == "`birth` has `event`, `every` and `on` in one trigger"


def test_a_flow_on_to_a_third_party_is_no_way_back() -> None:
    there = "{id: there, from: maternity, to: hv, vice-versa: true, items: [growth]}"
    on = "{id: on, from: hv, to: gps, items: [growth]}"
    back = "{id: back, from: hv, to: maternity, items: [growth]}"
    assert len(list(undescribed_way_back.check(workspace(f"{FRAGMENT}flows: [{there}, {on}]\n")))) == 1
    assert list(undescribed_way_back.check(workspace(f"{FRAGMENT}flows: [{there}, {on}, {back}]\n"))) == []


def test_a_party_of_which_only_a_withdrawn_protocol_speaks_takes_part_in_nothing() -> None:
    texts = (AREA, f"{FRAGMENT}status: withdrawn\n{FLOW}")
    assert [one.about for one in unused_party.check(workspace(*texts))] == [("maternity",), ("hv",)]


def test_two_files_may_describe_a_party_in_the_same_words_and_not_in_others() -> None:
    same = "parties: [{id: hv, service: health-visiting}]\nflows: []\n"
    other = same.replace("health-visiting", "school-nursing")
    one, two = "sharecheck: protocol/1\nid: one\n", "sharecheck: protocol/1\nid: two\n"
    assert list(repeated_id.check(workspace(AREA, one + same, two + same))) == []
    (found,) = repeated_id.check(workspace(AREA, one + same, two + other))
    assert found.message == "a second party is called `hv`"
    area, _, third = workspace(AREA, one + same, two + other).documents
    assert found.place == third.place / "parties" / 0 / "id"
    assert found.elsewhere == (related(area.place / "parties" / 1 / "id", "the first `hv`"),)


def test_a_party_that_stands_twice_in_one_file_is_told_even_when_both_say_the_same() -> None:
    area = AREA + "  - {id: hv, service: health-visiting}\n"
    assert [one.place.route for one in repeated_id.check(workspace(area))] == [("parties", 2, "id")]


def test_two_protocols_of_one_area_have_two_names() -> None:
    (found,) = repeated_id.check(workspace(AREA, f"{FRAGMENT}{FLOW}", f"{FRAGMENT}flows: []\n"))
    assert found.message == "a second protocol is called `example`"


def test_only_what_holds_without_the_other_files_looks_at_files_alone() -> None:
    alone = {rule.id for rule in find("STR") if rule.alone}
    assert alone == {
        *("STR01", "STR03", "STR04", "STR06", "STR07", "STR08", "STR09", "STR11", "STR12", "STR13"),
        *("STR15", "STR16", "STR17", "STR18", "STR22", "STR23"),
    }


LOCAL = """\
sharecheck: pathway/1
id: {id}
nation: england
extends: {extends}
events:
{events}
"""


def local(*events: str, id: str = "local", extends: str = "england") -> str:
    """A local pathway with events, each told by its id and its window."""
    told = (event.split(": ", 1) for event in events)
    lines = (f"  - {{id: {name}, title: Event, window: {{{window}}}}}" for name, window in told)
    return LOCAL.format(id=id, extends=extends, events="\n".join(lines))


@pytest.mark.parametrize(
    ("window", "said", "help"),
    [
        ("from: P10D, to: P14D", "says neither an age, nor a time in pregnancy, nor after what", "say one"),
        ("age: {from: P1D, to: P2D}, from: P1D", "is told by `age` and `from` at once", "keep one of them"),
        (
            "gestation: {from: P30W, to: P28W}",
            "ends at 28 weeks, before it begins at 30 weeks",
            "write the earlier one first",
        ),
        ("after: birth, from: P4W, to: P1M", None, None),
        (
            "after: birth, from: P1M, to: P4W",
            "ends at 4 weeks, before it begins at 1 month",
            "write the earlier one first",
        ),
        ("after: birth, from: P10D", None, None),
        ("after: birth", None, None),
        ("after: brith", "is after `brith`, which is not an event", "did you mean `birth`?"),
    ],
)
def test_a_window_says_one_thing_in_the_right_order(window: str, said: str | None, help: str | None) -> None:
    found = list(event_without_window.check(workspace(local(f"visit: {window}"))))
    assert [one.message for one in found] == ([f"the window of `visit` {said}"] if said else [])
    assert all((one.help or "").startswith(help or "?") for one in found)


def test_a_limit_is_a_window_too() -> None:
    event = "  - {id: visit, title: Visit, window: {after: birth}, limit: {age: {from: P2M, to: P1M}}}"
    (found,) = event_without_window.check(workspace(LOCAL.format(id="local", extends="england", events=event)))
    assert found.message == "the limit of `visit` ends at 1 month, before it begins at 2 months"
    assert found.place.route == ("events", 0, "limit", "age", "to")


def test_a_circle_is_told_once_and_not_by_those_who_only_lead_into_it() -> None:
    events = ("lead-in: after: one", "one: after: two", "two: after: three", "three: after: one")
    (found,) = event_without_window.check(workspace(local(*events)))
    assert found.message == "`one` follows itself, by way of `two` and `three`"
    assert found.place.route == ("events", 1, "window", "after")


def test_a_circle_may_lead_through_the_pathway_that_is_extended() -> None:
    county = local("first-group: after: second-group", "second-group: after: birth", id="county")
    town = local("second-group: after: first-group", id="town", extends="county")
    texts = workspace(county, town)
    found = list(event_without_window.check(texts))
    assert [(one.place.document, one.about) for one in found] == [(texts.documents[1], ("second-group", "first-group"))]


def test_what_an_event_follows_is_told_by_one_rule_alone() -> None:
    texts = workspace(local("visit: after: brith"))
    assert len([*event_without_window.check(texts), *unknown_name.check(texts)]) == 1


@pytest.mark.parametrize("nation", ["england", "wales"])
def test_the_shipped_pathways_hold_to_the_rules_for_pathways(nation: str) -> None:
    texts = workspace(files("sharecheck.standards").joinpath(f"pathway-{nation}.yaml").read_text(encoding="utf-8"))
    rules = (unknown_name, repeated_id, event_without_window, pathway_that_extends_itself)
    assert [found.message for rule in rules for found in rule.check(texts)] == []


def test_a_circle_of_pathways_is_told_once_with_all_its_places() -> None:
    pathways = [
        local("visit: after: birth", id=id, extends=other)
        for id, other in (("side", "east"), ("east", "west"), ("west", "north"), ("north", "east"))
    ]
    texts = workspace(*pathways)
    (found,) = pathway_that_extends_itself.check(texts)
    assert found.message == "`east` extends itself, by way of `west` and `north`"
    assert [one.place.document for one in found.elsewhere] == [texts.documents[2], texts.documents[3]]
    assert list(unknown_name.check(texts)) == []


def test_an_unknown_pathway_is_told_and_its_events_are_left_open() -> None:
    texts = workspace(local("visit: after: county-visit", extends="county"))
    assert list(pathway_that_extends_itself.check(texts)) == list(event_without_window.check(texts)) == []
    assert [one.message for one in unknown_name.check(texts)] == ["`county` is not a known pathway"]


def test_an_area_that_is_not_here_is_unknown_when_others_are() -> None:
    area = "sharecheck: area/1\nid: northshire\nnation: england\nprotocols: partial\nparties: []\n"
    stray = "sharecheck: protocol/1\nid: stray\narea: northshir\nflows: []\n"
    (found,) = unknown_name.check(workspace(area, stray))
    assert found.message == "`northshir` is none of the areas here, so `stray` stands alone"
    assert found.help == "did you mean `northshire`?"
    assert list(unknown_name.check(workspace(stray))) == []
    alone = stray + "parties: [{id: maternity, service: midwifery}]\n"
    assert list(unknown_name.check(workspace(area, alone))) == []


def test_two_areas_and_two_pathways_need_two_names() -> None:
    area = "sharecheck: area/1\nid: northshire\nnation: england\nprotocols: partial\nparties: []\n"
    pathway = "sharecheck: pathway/1\nid: small\nnation: england\n"
    found = repeated_id.check(workspace(area, pathway, area, pathway))
    assert [one.message for one in found] == [
        "a second area is called `northshire`",
        "a second pathway is called `small`",
    ]


def test_a_template_for_joint_controllers_needs_one() -> None:
    party = "{id: %s, service: health-visiting, controller: %s}"
    flow = "framework: waspi-jca\nflows: [{id: a, from: hv, to: gp, items: [growth]}]\n"
    for status, count in (("controller", 1), ("joint-controller", 0)):
        text = f"{FRAGMENT}parties: [{party % ('hv', 'controller')}, {party % ('gp', status)}]\n{flow}"
        assert len(list(template_that_does_not_fit.check(workspace(text)))) == count


def test_each_flow_without_a_channel_is_told_at_its_own_place() -> None:
    flow = "{id: %s, from: hv, to: gp, items: [growth]%s}"
    text = f"{FRAGMENT}flows: [{flow % ('a', ', channel: letter')}, {flow % ('b', '')}, {flow % ('c', '')}]\n"
    assert [(one.message, one.place.route) for one in flow_without_channel.check(workspace(text))] == [
        ("`b` does not say how it travels", ("flows", 1, "id")),
        ("`c` does not say how it travels", ("flows", 2, "id")),
    ]


def test_who_answers_for_a_flow_may_state_its_ground() -> None:
    text = "flows: [{id: a, from: hv, to: gp, accountable: council, items: [growth], basis: {party: %s}}]\n"
    assert list(ground_of_a_bystander.check(workspace(f"{FRAGMENT}{text % 'council'}"))) == []
    assert [one.about for one in ground_of_a_bystander.check(workspace(f"{FRAGMENT}{text % 'ward'}"))] == [
        ("a", "ward")
    ]


def test_who_sends_counts_may_state_a_ground_at_the_head() -> None:
    flow = "flows: [{id: a, from: council, to: gp, aggregate: true}, {id: b, from: hv, to: gp, items: [growth]}]\n"
    for party, about in (("council", []), ("ward", [("example", "ward")])):
        found = ground_of_a_bystander.check(workspace(f"{FRAGMENT}basis: {{party: {party}}}\n{flow}"))
        assert [one.about for one in found] == about


def test_counts_do_not_carry_what_tells_how_a_family_is_reached() -> None:
    for item, count in (("contact-details", 1), ("father-identity", 1), ("household", 0), ("address", 1)):
        flow = f"flows: [{{id: a, from: hv, to: gp, items: [{item}], aggregate: true}}]\n"
        assert len(list(counts_that_name_children.check(workspace(f"{FRAGMENT}{flow}")))) == count
