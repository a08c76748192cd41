"""Cross-area and cross-border: cases near to those of the pages."""

from sharecheck.rules.cross_area.border_without_rule import border_without_rule
from sharecheck.rules.cross_area.no_way_out_for_movers import no_way_out_for_movers
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
