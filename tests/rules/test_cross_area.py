"""Cross-area and cross-border: cases near to those of the pages."""

from sharecheck.rule import Rule
from sharecheck.rules.cross_area.body_of_other_nation import body_of_other_nation
from sharecheck.rules.cross_area.border_without_rule import border_without_rule
from sharecheck.rules.cross_area.children_on_one_list_only import children_on_one_list_only
from sharecheck.rules.cross_area.framework_of_other_nation import framework_of_other_nation
from sharecheck.rules.cross_area.neighbours_that_disagree import neighbours_that_disagree
from sharecheck.rules.cross_area.no_way_out_for_movers import no_way_out_for_movers
from sharecheck.rules.cross_area.pathway_of_other_nation import pathway_of_other_nation
from sharecheck.rules.cross_area.plan_between_two_authorities import plan_between_two_authorities
from sharecheck.rules.cross_area.powers_of_one_side import powers_of_one_side
from sharecheck.rules.cross_area.records_nobody_sends_on import records_nobody_sends_on
from tests.rules.examples import FRAGMENT, workspace

AREA = """\
sharecheck: area/1
id: northshire
nation: england
protocols: complete
parties:
  - {id: hv, service: health-visiting}
  - {id: nursery, service: early-years-setting}
neighbours: [{area: ceredale, nation: wales, records-go-to: hv}]
"""
FLOW = "flows: [{id: note, from: hv, to: nursery, items: [growth]}]\n"


def test_only_services_that_are_done_here_and_hand_over_at_a_move_leave_something_behind() -> None:
    found = no_way_out_for_movers.check(workspace(AREA))
    assert [one.message for one in found] == [
        "what `health-visiting` may know stays behind when a child moves away from `northshire`: "
        "no party stands for the next area"
    ]


def test_a_rule_of_a_withdrawn_protocol_is_no_rule() -> None:
    rule = (
        "sharecheck: protocol/1\nid: old\nstatus: withdrawn\nflows: []\ngovernance: {movers: sent on within a week}\n"
    )
    assert len(list(border_without_rule.check(workspace(AREA, f"{FRAGMENT}{FLOW}", rule)))) == 1


def test_where_a_protocol_was_read_in_part_the_rule_may_stand_in_the_rest() -> None:
    opening = "sharecheck: protocol/1\nid: old\nencoded-from: {title: Old, read: opening}\nflows: []\n"
    assert list(border_without_rule.check(workspace(AREA, f"{FRAGMENT}{FLOW}", opening))) == []


def said(rule: Rule, *texts: str) -> list[str]:
    return [one.message for one in rule.check(workspace(*texts))]


BORDER = """\
sharecheck: area/1
id: northshire
nation: england
protocols: partial
parties:
  - {id: trust, service: audiology, kind: nhs-trust, covers: registered}
  - {id: board, service: audiology, kind: local-health-board, nation: wales}
  - {id: council, service: childrens-social-care, kind: local-authority, covers: residents}
  - {id: next-council, service: childrens-social-care, kind: local-authority, elsewhere: true}
"""


def sent(flow: str, more: str = "") -> str:
    return f"{FRAGMENT}{more}flows:\n  - {{id: it, {flow}}}\n"


def test_a_framework_is_looked_at_where_all_nations_are_known() -> None:
    flow = "from: trust, to: council, items: [growth]"
    assert said(framework_of_other_nation, BORDER, sent(flow, "framework: waspi-dda\n")) == [
        "`waspi-dda` is a framework of Wales, and no party of `example` is there"
    ]
    assert said(framework_of_other_nation, BORDER, sent(flow, "framework: local\n")) == []
    assert said(framework_of_other_nation, sent(flow, "framework: waspi-dda\n")) == []
    over = "from: trust, to: board, items: [growth]"
    assert said(framework_of_other_nation, BORDER, sent(over, "framework: waspi-dda\n")) == []


def test_a_power_of_both_nations_serves_both_sides() -> None:
    for powers, count in (("cfa-23", 1), ("cfa-23, aln-64", 0), ("common-law-confidence", 0), ("nobody-knows", 0)):
        flow = f"from: [trust, board], to: council, items: [growth], basis: {{powers: [{powers}]}}"
        assert len(said(powers_of_one_side, BORDER, sent(flow))) == count


def test_a_neighbour_that_is_not_here_cannot_disagree() -> None:
    assert said(neighbours_that_disagree, AREA) == []


def test_who_is_named_for_records_and_is_no_party_is_told_elsewhere() -> None:
    assert said(records_nobody_sends_on, AREA, f"{FRAGMENT}{FLOW}") == [
        "`hv` is named for records of children who move to `ceredale`, and sends nothing to anybody elsewhere in Wales"
    ]
    assert said(records_nobody_sends_on, AREA.replace("records-go-to: hv", "records-go-to: nobody")) == []
    assert said(records_nobody_sends_on, AREA.replace("complete", "partial")) == []


def test_an_area_without_a_pathway_follows_that_of_its_nation() -> None:
    for pathway, count in (("", 0), ("pathway: wales\n", 1), ("pathway: england\n", 0)):
        assert len(said(pathway_of_other_nation, AREA.replace("parties:", f"{pathway}parties:"))) == count


def test_the_kind_of_a_party_of_the_area_is_judged_by_the_nation_of_the_area() -> None:
    for nation, kind, count in (
        ("england", "local-health-board", 1),
        ("wales", "local-health-board", 0),
        ("wales", "nhs-foundation-trust", 1),
        ("wales", "nhs-trust", 0),
    ):
        party = f"parties: [{{id: a, service: school, kind: {kind}}}]\n"
        area = f"sharecheck: area/1\nid: x\nnation: {nation}\nprotocols: partial\n{party}"
        assert len(said(body_of_other_nation, area)) == count


def test_two_lists_that_differ_are_told_from_either_side() -> None:
    for ends in ("from: trust, to: council", "from: council, to: trust"):
        assert len(said(children_on_one_list_only, BORDER, sent(f"{ends}, items: [growth]"))) == 1
    assert said(children_on_one_list_only, BORDER, sent("from: board, to: council, items: [growth]")) == []


def test_a_plan_is_between_two_authorities_only_at_a_move() -> None:
    plan = "items: [child-protection-plan]"
    assert len(said(plan_between_two_authorities, BORDER, sent(f"from: council, to: next-council, {plan}"))) == 1
    assert said(plan_between_two_authorities, BORDER, sent(f"from: council, to: trust, {plan}")) == []
    assert said(plan_between_two_authorities, BORDER, sent("from: council, to: next-council, items: [growth]")) == []
