"""Fidelity and paper: cases near to those of the pages."""

from sharecheck.rule import Rule
from sharecheck.rules.fidelity.empty_line_without_meaning import empty_line_without_meaning
from sharecheck.rules.fidelity.form_beyond_channel import form_beyond_channel
from sharecheck.rules.fidelity.nobody_checks_what_was_typed import nobody_checks_what_was_typed
from sharecheck.rules.fidelity.paper_between_two_systems import paper_between_two_systems
from sharecheck.rules.fidelity.parent_is_the_only_carrier import parent_is_the_only_carrier
from sharecheck.rules.fidelity.said_and_not_written import said_and_not_written
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
        "only the parent brings `growth` to `gp`: no other way is written down",
        "only the parent brings `progress-check-summary` to `gp`: no other way is written down",
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


def said(rule: Rule, *texts: str) -> list[str]:
    return [one.message for one in rule.check(workspace(*texts))]


def sent(flow: str, more: str = "") -> str:
    return f"{FRAGMENT}{more}flows:\n  - {{id: it, from: a, to: b, {flow}}}\n"


def test_what_is_typed_again_is_named_where_nobody_checks() -> None:
    assert said(nobody_checks_what_was_typed, sent("channel: letter, items: [growth]")) == [
        "`example` does not say how it is found out whether what was sent is right, and `it` is typed again by hand"
    ]
    assert said(nobody_checks_what_was_typed, sent("channel: system-message, items: [growth]")) == [
        "`example` does not say how it is found out whether what was sent is right"
    ]


def test_paper_is_told_where_both_sides_could_do_without() -> None:
    for medium, count in (("electronic", 1), ("mixed", 0), ("paper", 0)):
        one, two = (f"service: school, system: {{medium: {kept}}}" for kept in ("electronic", medium))
        parties = f"parties: [{{id: a, {one}}}, {{id: b, {two}}}]\n"
        assert len(said(paper_between_two_systems, sent("channel: letter, items: [growth]", parties))) == count


def test_a_call_is_confirmed_by_any_other_flow_of_the_sender() -> None:
    call = "channel: telephone, items: [child-protection-plan]"
    assert len(said(said_and_not_written, sent(call))) == 1
    note = "  - {id: note, from: a, to: [b, c], items: [child-protection-plan]}\n"
    assert said(said_and_not_written, sent(call) + note) == []
    assert said(said_and_not_written, sent("channel: telephone, items: [growth]")) == []


def test_a_form_that_is_worse_than_the_channel_s_is_a_choice() -> None:
    for form, count in (("coded", 1), ("structured", 0), ("free-text", 0), ("paper", 0)):
        text = sent(f"channel: secure-email, items: [{{item: growth, form: {form}}}]")
        assert len(said(form_beyond_channel, text)) == count


def test_a_line_may_be_left_empty_where_no_safety_hangs_on_it() -> None:
    for item, count in (("pre-birth-plan", 1), ("growth", 0)):
        assert len(said(empty_line_without_meaning, sent(f"items: [{{item: {item}, present: if-known}}]"))) == count


def test_what_a_parent_says_and_what_was_read_in_part_is_not_asked_for_in_writing() -> None:
    call = "channel: telephone, items: [child-protection-plan]"
    opening = "encoded-from: {title: Pathway, read: opening}\n"
    assert said(said_and_not_written, sent(call, opening)) == []
    assert said(said_and_not_written, sent(call).replace("from: a", "from: parent")) == []
