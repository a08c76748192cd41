"""Fidelity and paper: cases near to those of the pages."""

from sharecheck.rules.fidelity.parent_is_the_only_carrier import parent_is_the_only_carrier
from tests.rules.examples import FRAGMENT, workspace

BOOK = """\
flows:
  - id: book
    from: nursery
    to: [hv, gp, parent]
    channel: parent-held-record
    items: [growth, progress-check-summary]
"""


def test_says_which_items_have_no_other_way_to_which_recipient() -> None:
    other = "  - {id: list, from: council, to: hv, items: [growth]}\n"
    found = parent_is_the_only_carrier.check(workspace(f"{FRAGMENT}{BOOK}{other}"))
    assert [one.message for one in found] == [
        "only the parent brings `progress-check-summary` to `hv`: no other way is written down",
        "only the parent brings `growth` and `progress-check-summary` to `gp`: no other way is written down",
    ]


def test_another_thing_that_the_parent_carries_is_no_other_way() -> None:
    app = "  - {id: app, from: nursery, to: hv, channel: parent-app, items: [growth, progress-check-summary]}\n"
    told = "  - {id: told, from: parent, to: hv, channel: telephone, items: [growth, progress-check-summary]}\n"
    recipients = {one.about[1] for one in parent_is_the_only_carrier.check(workspace(f"{FRAGMENT}{BOOK}{app}{told}"))}
    assert recipients == {"hv", "gp"}


def test_another_protocol_of_the_area_can_be_the_other_way() -> None:
    area = """\
sharecheck: area/1
id: northshire
nation: england
protocols: complete
parties: [{id: nursery, service: early-years-setting}, {id: hv, service: health-visiting}]
"""
    book = BOOK.replace("[hv, gp, parent]", "hv")
    other = """\
sharecheck: protocol/1
id: other
flows: [{id: letter, from: nursery, to: hv, channel: letter, items: [growth, progress-check-summary]}]
"""
    assert list(parent_is_the_only_carrier.check(workspace(area, f"{FRAGMENT}{book}", other))) == []
