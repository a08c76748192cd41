"""What is said of a gap is true, and what is advised mends it."""

import pytest

from sharecheck import check
from sharecheck.rules import find
from tests.rules.examples import workspace

(LATE,) = find("GAP01")
SETTING = LATE.examples[0].setting.split("---\n")
PLAIN = "{id: f, from: maternity, to: health-visiting, when: {event: birth}, within: P2D, items: [birth-details]}"
MATCHED = PLAIN.replace("within: P2D", "within: P2D, matched-by: [nhs-number]")
NUMBER = "{id: reg, from: maternity, to: health-visiting, when: {event: birth}, within: P1D, items: [nhs-number]}"


def told(*flows: str) -> list[tuple[str, str, str]]:
    lines = "".join(f"  - {flow}\n" for flow in flows)
    result = check(workspace(*SETTING, f"sharecheck: protocol/1\nid: example\nflows:\n{lines}"), select=("GAP",))
    return [(one.rule.id, one.finding.message, one.finding.help or "") for one in result.diagnostics]


def test_nothing_is_said_when_it_arrives() -> None:
    assert told(PLAIN) == told(MATCHED, NUMBER) == []


@pytest.mark.parametrize(
    ("old", "new", "id"),
    [
        ("within: P1D", "within: P1D, agreement: {ask: parent}", "GAP04"),
        ("within: P1D, ", "", "GAP03"),
        ("within: P1D", "within: P20D", "GAP01"),
        ("{event: birth}", "{every: P1M}", "GAP01"),
        ("within: P1D", "within: P1D, channel: parent-held-record", "GAP04"),
    ],
)
def test_trouble_with_an_identifier_is_mended_where_it_is(old: str, new: str, id: str) -> None:
    ((rule, message, help),) = told(MATCHED, NUMBER.replace(old, new))
    assert rule == id
    assert "`f` does not state" not in message
    assert help == "mend the flow that brings `nhs-number`, by which `f` is matched"


@pytest.mark.parametrize(
    ("flow", "advice", "mended"),
    [
        (PLAIN.replace("P2D", "P12D"), "`within: P10D`", PLAIN.replace("P2D", "P10D")),
        (
            PLAIN.replace("{event: birth}", "{every: P1W}").replace("P2D", "P5D"),
            "`within: P3D`",
            PLAIN.replace("{event: birth}", "{every: P1W}").replace("P2D", "P3D"),
        ),
        (
            PLAIN.replace("{event: birth}", "{every: P1M}"),
            "`when: {on: change}`",
            PLAIN.replace("{event: birth}", "{on: change}"),
        ),
        (
            PLAIN.replace("{event: birth}", "{on: access}"),
            "`when: {on: change}`",
            PLAIN.replace("{event: birth}", "{on: change}"),
        ),
        (
            PLAIN.replace("within: P2D", "within: P2D, channel: letter"),
            "`channel: system-message`",
            PLAIN.replace("within: P2D", "within: P2D, channel: system-message"),
        ),
        (
            PLAIN.replace("within: P2D", "within: P2D, agreement: {ask: parent}"),
            "`if-refused: [birth-details]`",
            PLAIN.replace("within: P2D", "within: P2D, agreement: {ask: parent, if-refused: [birth-details]}"),
        ),
    ],
)
def test_what_is_advised_mends_it(flow: str, advice: str, mended: str) -> None:
    ((_, _, help),) = told(flow)
    assert advice in help
    assert told(mended) == []


def test_a_condition_does_not_hide_that_it_would_be_late() -> None:
    ((rule, message, _),) = told(PLAIN.replace("within: P2D", "within: P12D, relies-on: {post: nurse, cover: false}"))
    assert rule == "GAP04"
    assert message.endswith("only if the nurse is at work, and then up to 2 days late")


AREA, PATHWAY = SETTING
TRUST = """\
sharecheck: area/1
id: town
nation: england
pathway: small
protocols: complete
parties:
  - {id: maternity, service: midwifery}
  - {id: trust, service: [health-visiting, school-nursing]RECORD}
"""


def of_trust(flow: str, record: str = "", area: str = TRUST) -> list[tuple[str, str, str]]:
    """What is said of the one need of birth details at the health visitors, who work in a trust."""
    text = f"sharecheck: protocol/1\nid: example\nflows: [{flow}]\n"
    result = check(workspace(area.replace("RECORD", record), PATHWAY, text), select=("GAP",))
    return [(one.rule.id, one.finding.message, one.finding.help or "") for one in result.diagnostics]


def test_a_letter_to_a_trust_is_not_yet_at_its_health_visitors() -> None:
    flow = PLAIN.replace("to: health-visiting", "to: trust")
    ((rule, message, help),) = of_trust(flow)
    assert (rule, help) == ("GAP04", "say for which service of `trust` `f` is: `to-service: health-visiting`")
    assert message == (
        "`birth-details` reaches `trust` (health visiting) by `new-birth-visit` (at 10 days) "
        "only if the services of `trust` work in one record"
    )
    assert of_trust(flow.replace("to: trust", "to: trust, to-service: health-visiting")) == []
    assert of_trust(flow, ", one-record: true") == []


def test_what_another_service_of_the_trust_writes_down_has_to_be_passed_on() -> None:
    flow = "{id: f, from: maternity, to: trust, when: {event: birth}, within: P2D, items: [feeding-status]}"
    both = TRUST.replace("[health-visiting, school-nursing]", "[health-visiting, midwifery]")
    ((rule, _, help),) = of_trust(flow, area=both)
    assert (rule, help) == (
        "GAP04",
        "if all services of `trust` work in one record, say so under it: `one-record: true`; if not, make them parties "
        "of their own, and agree how one tells the other",
    )
    assert of_trust(flow, ", one-record: true", both) == []


def test_an_identifier_is_not_to_be_filled_in_with_not_known() -> None:
    empty = PLAIN.replace("within: P2D", "within: P2D, matched-by: [nhs-number]").replace(
        "[birth-details]", "[birth-details, {item: nhs-number, present: if-known}]"
    )
    ((rule, message, help),) = told(empty, NUMBER)
    assert rule == "GAP04"
    assert message.endswith("only if `maternity` has filled in `nhs-number`, by which it is filed")
    assert help == (
        "promise in `f` that `nhs-number` is never left empty, since what comes is filed by it: "
        "`{item: nhs-number, present: always}`"
    )
    assert told(empty.replace("if-known", "always"), NUMBER) == []


NURSERY = """\
  - {id: nursery, service: early-years-setting, records: [{event: nursery-start, items: [birth-details]}]}
  - {id: hub, service: family-hub}
"""
START = "  - {id: nursery-start, title: Start, window: {age: {from: P2Y, to: P3Y}}}\nrecords:"
ASKED = "{id: a, from: maternity, to: hub, when: {on: change}, within: P1D, agreement: {ask: parent}, items: [X]}"
SENT = "{id: s, from: maternity, to: gps, when: {on: change}, within: P1D, items: [X]}"


def not_shared(recorded: str) -> tuple[str, list[str], str]:
    """What is said of the one need when midwives record it at an event, its steps, and what is advised."""
    area = f"{AREA.rstrip()}\n{NURSERY}"
    pathway = PATHWAY.replace("event: birth,", f"event: {recorded},").replace("records:", START)
    flows = "".join(f"  - {one}\n".replace("X", "birth-details") for one in (ASKED, SENT))
    result = check(workspace(area, pathway, f"sharecheck: protocol/1\nid: example\nflows:\n{flows}"), ("GAP08",))
    ((finding),) = [one.finding for one in result.diagnostics]
    return finding.message.partition(": ")[2], list(finding.steps), finding.help or ""


def test_who_surely_holds_it_in_time_is_named_and_nobody_else() -> None:
    assert not_shared("birth") == (
        "`maternity` and `gps` hold it, and no way leads on",
        [
            "`maternity` holds it, at birth at the latest; no way leads on to `health-visiting`",
            "`gps` holds it, at 1 day at the latest; no way leads on to `health-visiting`",
        ],
        "agree a flow, for example `{id: birth-details-to-health-visiting, from: maternity, to: health-visiting, "
        "when: {on: change}, within: P5D, items: [birth-details]}`",
    )


def test_who_surely_holds_it_only_later_is_named_when_nobody_else_does() -> None:
    assert not_shared("nursery-start") == (
        "`maternity`, `nursery` and `gps` surely hold it only later, and no way leads on",
        [
            "`maternity` holds it, at 3 years at the latest, later than it is needed; no way leads on to "
            "`health-visiting`",
            "`nursery` holds it, at 3 years at the latest, later than it is needed; no way leads on to "
            "`health-visiting`",
            "`gps` holds it, at 3 years at the latest, later than it is needed; no way leads on to `health-visiting`",
        ],
        "agree who surely holds it by then, and a flow from there to `health-visiting`",
    )
