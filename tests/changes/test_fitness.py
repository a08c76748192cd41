"""What nobody would sign is neither advised nor planned: asked here of the edits, not of what decides over them."""

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pytest

from sharecheck import Workspace, check
from sharecheck.changes.change import Change, NewFlow
from sharecheck.edit import Put
from sharecheck.model.base import Duration, many
from sharecheck.repairs import Settings, gaps
from sharecheck.repairs.candidates import candidates
from sharecheck.standards import catalogue
from sharecheck.workspace import Area, Flow
from tests.repair.damage import damaged

pytestmark = pytest.mark.untraced

PROTOCOLS = Path(__file__).parents[2] / "protocols"
NOTICES = {"death-notice", "contact-stop"}
ITEMS = catalogue().items or ()
SAFETY = {item.id for item in ITEMS if item.safeguarding or "social-care-plan" in many(item.roles)}
IDENTIFIERS = {item.id for item in ITEMS if item.identifier}
AREAS = ("leaky", "model-england 4", "model-england 9", "model-wales 7")


@pytest.fixture(scope="module", params=AREAS)
def area(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Area:
    """The leaky area, or a damaged copy of a model area."""
    name, _, seed = request.param.partition(" ")
    if not seed:
        return Workspace.open(PROTOCOLS / name).areas[0]
    return damaged(tmp_path_factory.mktemp("area"), int(seed), 25, PROTOCOLS / name).areas[0]


@lru_cache
def proposed(area: Area) -> tuple[Change, ...]:
    """All that a plan of repair could be made of."""
    return tuple(edit.change for edit in candidates(area, tuple(gap.need for gap in gaps(area)), Settings()).edits)


def of_flows(area: Area, *kinds: str) -> Iterator[tuple[Change, Flow]]:
    return (
        (change, change.target) for change in proposed(area) if change.kind in kinds and isinstance(change.target, Flow)
    )


def test_a_notice_of_a_death_is_not_sent_at_each_change_and_carries_nothing_else(area: Area) -> None:
    assert [change.id for change, flow in of_flows(area, "trigger", "item") if flow.carries & NOTICES] == []
    assert [change.id for change, _ in of_flows(area, "item") if change.item in NOTICES] == []
    new = {change.id: change for change in proposed(area) if isinstance(change.target, NewFlow)}
    for change in new.values():
        if change.item in NOTICES:
            flow = new[change.id.removesuffix(f"/{change.item}")]
            (when,) = (edit.value for edit in flow.edits if isinstance(edit, Put) and edit.route == ("when",))
            assert "on" not in str(when), change.id
            assert [other.item for other in new.values() if other.id.startswith(f"{flow.id}/")] == [change.item]


def test_what_keeps_a_child_safe_goes_where_plans_go_and_in_hours(area: Area) -> None:
    assert [
        change.id for change, flow in of_flows(area, "item") if change.item in SAFETY and not flow.carries & SAFETY
    ] == []
    for change, flow in of_flows(area, "limit"):
        (limit,) = (edit.value for edit in change.edits if isinstance(edit, Put))
        assert isinstance(limit, str)
        assert not flow.carries & SAFETY or Duration(limit).longest_hours < 24, change.id


def test_a_plan_carries_nothing_that_is_no_plan(area: Area) -> None:
    added = [
        change.item
        for change, flow in of_flows(area, "item")
        if flow.carries - IDENTIFIERS and flow.carries - IDENTIFIERS <= SAFETY
    ]
    assert set(added) <= SAFETY | IDENTIFIERS


def test_nothing_is_written_down_before_it_can_be_or_by_who_does_not_do_such_things(area: Area) -> None:
    records = area.pathway.records or ()
    for change in proposed(area):
        if change.kind != "record":
            continue
        party, item, event = change.id.split("/")
        known = [entry for entry in records if item in entry.items]
        services = {entry.service for entry in known}
        assert services & {"family", *many(area.parties[party].service)} or not known, change.id
        assert not known or area.moments[event].start >= min(area.moments[entry.event].start for entry in known)


def test_nothing_is_sent_in_spite_of_a_no_that_is_kept_to(area: Area) -> None:
    for change, flow in of_flows(area, "refusal"):
        agreement = flow.shape.agreement
        assert agreement is None or agreement.to not in ("service", "treatment"), change.id
        assert all(basis.article_6 != "6(1)(a)" for basis, _ in flow.sender_bases), change.id
        centres = [party for party in flow.recipients if "family-hub" in many(party.service)]
        assert not centres or change.item in SAFETY, change.id


def test_what_is_acknowledged_is_not_acknowledged_once_more(area: Area) -> None:
    assert [
        change.id
        for change, flow in of_flows(area, "receipt")
        if flow.shape.receipt and flow.shape.receipt.acknowledged
    ] == []


def test_what_is_advised_for_one_need_keeps_to_the_same(area: Area) -> None:
    found = [one for one in check(Workspace.open(_folder(area)), select=("GAP",)).diagnostics if one.finding.help]
    assert found
    for diagnostic in found:
        help = diagnostic.finding.help or ""
        if re.search(r"`items: \[[^]]*(death-notice|contact-stop)|add `(death-notice|contact-stop)`", help):
            assert "on: change" not in help
        if {*diagnostic.finding.about} & SAFETY:
            assert re.search(r"`within: P\d+[DW]`", help) is None, help
        if re.search(rf"item: ({'|'.join(IDENTIFIERS)}), present: always", help):
            assert "not known" not in help


def _folder(area: Area) -> Path:
    assert area.document is not None
    return area.document.path.parent
