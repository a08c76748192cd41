"""Small areas of which not all protocols are here, as a user asks about them: one verdict, whatever is asked."""

import json
from pathlib import Path

import pytest
from ryaml import loads

from sharecheck import Workspace, check, what_if
from sharecheck.engine import compare
from sharecheck.finding import NOT_AGREED
from sharecheck.planning.change import compared
from sharecheck.planning.diff import diff
from sharecheck.planning.trace import deliveries, trace
from sharecheck.report.diff import diff as render_diff
from sharecheck.report.style import Style
from sharecheck.report.table import table
from sharecheck.report.trace import trace as render_trace
from sharecheck.rules import rulebook
from sharecheck.workspace import Versions
from tests.planning.given import TODAY
from tests.rules.examples import workspace

AREA = """
sharecheck: area/1
id: northshire
nation: england
protocols: partial
parties:
  - {id: maternity, service: midwifery}
  - {id: chis, service: child-health-information, records: [{event: blood-spot-result, items: [blood-spot-results]}]}
  - {id: hv, service: health-visiting}
"""
PROTOCOL = """
sharecheck: protocol/1
id: handovers
area: northshire
flows:
"""
RESULTS = """
  - {id: results, from: chis, to: hv, when: {on: change}, within: P2D, channel: secure-email, matched-by: [nhs-number],
     items: [blood-spot-results]}
"""
DISCHARGE = """
  - {id: discharge, from: maternity, to: hv, when: {event: midwife-discharge}, within: P14D, channel: secure-email,
     matched-by: [nhs-number], items: [nhs-number, contact-details, birth-details]}
"""


def opened(flows: str, area: str = AREA) -> Workspace:
    return Workspace.from_texts({"area.yaml": area, "handovers.yaml": PROTOCOL + flows}, as_of=TODAY)


def findings(opened: Workspace) -> set[tuple[str, str]]:
    found = check(opened, select=("GAP",)).diagnostics
    return {(one.rule.id, one.finding.about[-1]) for one in found if one.rule.id != "GAP10"}


def test_an_identifier_that_may_come_by_another_protocol_is_no_finding() -> None:
    assert findings(opened(RESULTS)) == set()


def test_a_letter_is_late_for_the_visit_and_blamed_for_nothing_before_it() -> None:
    here = opened(DISCHARGE)
    (area,) = here.areas
    assert findings(here) == {("GAP01", item) for item in ("nhs-number", "contact-details", "birth-details")}
    known = {one.need.transition for one in area.outcomes if not one.unknown and one.need.fact.party == "hv"}
    assert known == {"t07-midwifery-to-health-visiting", "t08-new-birth-visit"}


def test_completeness_for_a_handover_tells_what_is_not_shared_there_and_nowhere_else() -> None:
    area = AREA.replace("parties:", "complete-for: [t08-new-birth-visit]\nparties:")
    (found,) = opened(DISCHARGE, area).areas
    assert {one.need.transition for one in found.outcomes if one.kind == "not-shared" and not one.unknown} == {
        "t08-new-birth-visit"
    }
    pairs = AREA.replace("parties:", "complete-for: [{from: midwifery, to: health-visiting}]\nparties:")
    (found,) = opened(DISCHARGE, pairs).areas
    only_midwives = {
        one.id for one in found.transitions.values() if one.from_ == "midwifery" and one.to == "health-visiting"
    }
    assert found.complete_for == only_midwives != set()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("protocols: complete", "protocols: partial"),
        ("protocols: partial\ncomplete-for: [t08-new-birth-visit]", "protocols: partial"),
        ("protocols: complete", "protocols: partial\ncomplete-for: [t08-new-birth-visit]"),
    ],
)
def test_hiding_a_flow_by_taking_completeness_back_is_told(before: str, after: str) -> None:
    """As a gap it would be an error; unknown, it would be none, and the coverage would look better than it is."""
    was, now = (AREA.replace("protocols: partial", text) for text in (before, after))
    versions = Versions(opened(DISCHARGE, was), opened("  []", now))
    told = {one.rule.id for one in compare(versions).diagnostics}
    assert {"WKR05", "WKR27"} <= told


def test_what_was_known_to_be_lost_and_is_not_known_any_more_is_counted() -> None:
    versions = Versions(opened(DISCHARGE, AREA.replace("partial", "complete")), opened(DISCHARGE))
    text = " ".join(render_diff(diff(versions), compare(versions), Style()).split())
    (before,), (after,) = versions.before.areas, versions.after.areas
    hidden = after.coverage.unknown
    assert before.coverage.unknown == 0 < hidden
    assert f"{hidden} needs were known not to be kept, and nobody can say any more what becomes of them" in text


def test_nothing_looks_better_because_a_party_is_gone() -> None:
    """What it sent, and what it needed, is then no longer known: the share may not rise for that."""
    (found,) = what_if(opened(DISCHARGE + RESULTS), without=["party:maternity"])
    before, after = compared(found.changes)
    assert before.known == after.known
    assert after.kept <= before.kept
    assert (after.share or 0) < (found.after.coverage.share or 0), "over what is known then it would look better"


def test_no_percentage_is_printed_of_a_few_needs_and_what_is_unknown_stands_in_one_line() -> None:
    (area,) = opened(DISCHARGE).areas
    text = table(area, Style())
    assert "%" not in text
    assert area.coverage.known < 10
    assert sum("not known" in line for line in text.splitlines()) == 1


def test_what_is_unknown_is_never_also_late_and_a_flow_that_goes_there_is_not_denied() -> None:
    here = opened(DISCHARGE)
    text = render_trace(trace(here, "contact-details", "hv"), Style())
    assert "unknown, and" not in text
    assert "no way leads on" not in text
    assert "`discharge` brings it to `hv`; whether it is there in time, nobody can say" in " ".join(text.split())
    assert "maternity may know it from the start: not all protocols are here" in text


def test_a_flow_that_does_not_say_what_it_brings_is_no_missing_way() -> None:
    silent = "  - {id: letter, from: maternity, to: hv, when: {event: birth}, within: P2D, items: []}\n"
    area = AREA.replace("partial", "complete")
    text = " ".join(render_trace(trace(opened(silent, area), "birth-details", "hv"), Style()).split())
    assert "`letter` to `hv` does not say what it brings" in text
    assert "no way leads on" not in text.split("northshire: ")[1]


def test_what_is_brought_and_asked_for_by_nobody_is_traced_all_the_same() -> None:
    flow = """
  - {id: to-chis, from: maternity, to: chis, when: {event: booking}, within: P2D, items: [booking-notification]}
"""
    here = opened(flow)
    assert trace(here, "booking-notification", "chis") == ()
    (found,) = deliveries(here, "booking-notification", "chis")
    assert ([flow.id for flow in found.flows], [hop.fact.party for hop in found.hops]) == (
        ["to-chis"],
        ["maternity", "chis"],
    )


def test_only_what_is_said_of_needs_is_counted_as_needs() -> None:
    """`in all: 4 needs of 4 items` stands below findings of one group that have no sentence for all of them."""
    counted: set[str] = set()
    for rule in rulebook(comparing=False):
        for example in rule.examples:
            for one in check(workspace(*example.documents), select=(rule.id,)).diagnostics:
                if one.finding.group and one.finding.sentence is None and one.finding.group[0] != NOT_AGREED:
                    counted.add(one.rule.id)
    assert {id for id in counted if not id.startswith("GAP")} <= {"STR13"}  # which is about needs of a pathway


def test_the_age_at_which_something_is_known_is_the_earliest_that_is_sure() -> None:
    """The setting is told at the review, which may be late; and by 3 years at the latest by another letter."""
    given = loads("""
- {id: birth, title: Birth, window: {age: {from: P0D, to: P0D}}}
- {id: letter, title: Letter, window: {age: {from: P3Y, to: P3Y}}}
- {id: review, title: Review, window: {age: {from: P24M, to: P42M}}}
""")
    pathway = {
        "sharecheck": "pathway/1",
        "id": "small",
        "nation": "england",
        "events": given,
        "records": [{"service": "midwifery", "event": "birth", "items": ["birth-details"]}],
        "transitions": [
            {
                "id": "start",
                "title": "The start",
                "to": "health-visiting",
                "at": "review",
                "needs": [{"item": "birth-details", "weight": "useful"}],
            }
        ],
    }
    flows = """
  - {id: at-review, from: maternity, to: hv, when: {event: review}, within: P0D, items: [birth-details]}
  - {id: by-letter, from: maternity, to: hv, when: {event: letter}, within: P0D, items: [birth-details]}
"""
    here = Workspace.from_texts(
        {
            "area.yaml": AREA.replace("protocols:", "pathway: small\nprotocols:"),
            "pathway.json": json.dumps(pathway),
            "handovers.yaml": PROTOCOL + flows,
        },
        as_of=TODAY,
    )
    (found,) = trace(here, "birth-details", "hv")
    assert found.outcome.kept
    assert [hop.age / 24 / 365.25 for hop in found.hops] == [0, 3]


def test_no_area_is_judged_where_each_file_is_looked_at_by_itself(tmp_path: Path) -> None:
    (tmp_path / "area.yaml").write_text(AREA.replace("partial", "complete"), encoding="utf-8")
    result = check(Workspace.open(tmp_path, as_of=TODAY), each=True)
    assert (result.areas, result.coverage.needs) == ((), 0)
