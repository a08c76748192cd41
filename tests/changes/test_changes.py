"""What a change writes into a text and what it makes of the models is the same, so that advice and repair agree."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import reduce
from pathlib import Path
from typing import get_args

import pytest

from sharecheck import edit, reading
from sharecheck.changes import flows, others
from sharecheck.changes.change import Change, Kind
from sharecheck.changes.trial import trial
from sharecheck.document import Document
from sharecheck.edit.shapes import applied
from sharecheck.edit.text import edited
from sharecheck.model.protocol import Flow as FlowShape
from sharecheck.network.mend import Trial
from sharecheck.repairs import COSTS
from sharecheck.workspace import Area, Flow, Workspace

AREA = """\
sharecheck: area/1
id: town
nation: england
protocols: complete
parties:
  - {id: maternity, service: midwifery, system: {name: Badger, medium: paper}}
  - {id: visitors, service: health-visiting}
"""
BARE = "  - {id: letter, from: maternity, to: visitors, items: [growth, feeding-status]}\n"
FULL = """\
  - id: letter
    from: maternity
    to: visitors
    when: {event: birth}
    within: P2W
    channel: letter
    fallback: {channel: fax, within: P3W}
    matched-by: [nhs-number]
    items:
      - growth
      - {item: feeding-status, form: paper, present: if-known, why: weight}
    agreement: {ask: parent, to: sharing, if-refused: [growth], recorded: in the notes}
    receipt: {chase-after: P2D}
    relies-on: {post: clerk, cover: false}
"""


def area(flow: str, parties: str = AREA) -> Area:
    texts = {"area": parties, "letters": f"sharecheck: protocol/1\nid: letters\nflows:\n{flow}"}
    return Workspace((document(f"{name}.yaml", text) for name, text in texts.items()), date(2026, 11, 30)).areas[0]


def document(name: str, text: str) -> Document:
    return reading.read_bytes(Path(name), text.encode(), named=True)


def written(change: Change, here: Area) -> Area:
    """The area after the text is edited and read again."""
    old = change.base.document
    edits = [replace(edit, route=(*change.base.route, *edit.route)) for edit in change.edits]
    new = document(old.path.name, edited(old.text, edits))
    documents = [one for one, _ in here.documents] + ([here.document] if here.document else [])
    return Workspace((new if one is old else one for one in documents), date(2026, 11, 30)).areas[0]


@pytest.mark.parametrize("text", [BARE, FULL], ids=["bare", "full"])
@pytest.mark.parametrize(
    "change",
    [
        lambda flow: flows.limit(flow, "P1D"),
        lambda flow: flows.trigger(flow, "maternity", besides=False),
        lambda flow: flows.trigger(flow, "maternity", besides=True),
        lambda flow: flows.channel(flow, "secure-email", "coded"),
        flows.receipt,
        lambda flow: flows.item(flow, "birth-details"),
        lambda flow: flows.refusal(flow, "feeding-status"),
        lambda flow: flows.match(flow, "date-of-birth"),
        lambda flow: flows.match(flow, ("name", "date-of-birth")),
        lambda flow: flows.second_route(flow, "secure-email", "P1D"),
    ],
)
def test_a_flow_is_after_a_trial_what_its_text_says_after_the_edit(change: Callable[[Flow], Change], text: str) -> None:
    here = area(text)
    (flow,) = here.all_flows
    made = change(flow)
    (after,) = written(made, here).all_flows
    assert applied(flow.shape, made.edits) == after.shape != flow.shape


@pytest.mark.parametrize(
    "change",
    [
        lambda flow: flows.limit(flow, "P1D", second=True),
        lambda flow: flows.channel(flow, "secure-email", "coded", second=True),
        flows.cover,
        lambda flow: flows.form(flow, 1),
        lambda flow: flows.form(flow, 1, "coded"),
        lambda flow: flows.always(flow, 1),
    ],
)
def test_so_is_what_stands_below_a_key_and_all_else_that_is_said_there_stays(change: Callable[[Flow], Change]) -> None:
    here = area(FULL)
    (flow,) = here.all_flows
    made = change(flow)
    (after,) = written(made, here).all_flows
    assert applied(flow.shape, made.edits) == after.shape != flow.shape


@pytest.mark.parametrize("id", ["maternity", "visitors"])
def test_so_is_a_party_that_keeps_its_records_electronically(id: str) -> None:
    here = area(FULL)
    placed = here.declarations[id]
    change = others.electronic(placed.shape, placed.place)
    assert applied(placed.shape, change.edits) == written(change, here).parties[id] != placed.shape


@pytest.mark.parametrize(
    "records", ["", "records: [{event: birth, items: [growth]}]", "records: [{event: visit, items: [growth]}]"]
)
def test_so_is_a_party_that_records_an_item_in_a_better_form(records: str) -> None:
    here = area(FULL, AREA.replace("health-visiting", f"health-visiting, {records}") if records else AREA)
    placed = here.declarations["visitors"]
    change = others.recorded_form(placed.shape, "growth", ["birth", "visit"], "structured", placed.place)
    after = applied(placed.shape, change.edits)
    assert after == written(change, here).parties["visitors"]
    assert {(own.event, own.items, own.form) for own in after.records or ()} == {
        ("birth", ("growth",), "structured"),
        ("visit", ("growth",), "structured"),
    }


def test_a_new_flow_and_what_is_added_to_it_are_tried_as_a_plan_writes_them() -> None:
    here = area(BARE)
    (flow,) = here.all_flows
    stated = {"id": "new", "from": "maternity", "to": "visitors", "when": {"on": "change"}, "within": "PT4H"}
    new = others.new_flow(FlowShape.model_validate(stated), flow.place)
    longer = flows.with_limit(new, "P1D")
    assert longer is not None
    changes = (longer, others.new_item(new, "growth"), others.new_item(new, "birth-details"))
    value = reduce(edit.applied, (each for change in changes for each in change.edits), {})
    assert value == {**stated, "within": "P1D", "items": ["growth", "birth-details"]}
    assert trial(here, changes) == Trial(new=(FlowShape.model_validate(value),))


def test_several_changes_of_one_flow_are_tried_together() -> None:
    here = area(BARE)
    (flow,) = here.all_flows
    sent, limited = flows.trigger(flow, "maternity", besides=False), flows.limit(flow, "P1D")
    party, place = here.parties["maternity"], flow.place
    paper = others.electronic(party, place)
    recorded = others.recorded_form(party, "growth", ["birth"], "coded", place)
    both = applied(applied(flow.shape, sent.edits), limited.edits)
    assert trial(here, (sent, limited, recorded, paper)) == Trial(
        {0: both}, parties={"maternity": applied(party, (*recorded.edits, *paper.edits))}
    )


def test_each_kind_has_a_cost() -> None:
    assert tuple(COSTS) == get_args(Kind)


def test_the_page_of_repairs_has_a_row_with_its_cost_for_each_kind() -> None:
    page = (Path(__file__).parents[2] / "docs" / "repair.md").read_text()
    rows = re.findall(r"^\| `(\w+)` \| .+? \| (\d+) \|", page, re.MULTILINE)
    assert [(kind, int(cost)) for kind, cost in rows] == list(COSTS.items())
