"""An area without something, with a draft, on another day: which needs are lost, which are won."""

from datetime import date
from pathlib import Path

import pytest

from sharecheck import UsageError, Workspace
from sharecheck.planning.element import Element, elements
from sharecheck.planning.weak_points import weak_points
from sharecheck.planning.what_if import WhatIf, what_if
from sharecheck.workspace import Area
from tests.planning.given import PROTOCOL, area
from tests.rules.examples import TODAY

MODEL = Path(__file__).parent.parent.parent / "protocols" / "model-england"


def lost(found: WhatIf) -> list[str]:
    return [change.key.item for change in found.changes if change.lost]


def without(*names: str, of: Area | None = None) -> WhatIf:
    (found,) = what_if([of or area()], names)
    return found


def test_as_things_are_all_needs_are_kept() -> None:
    assert [outcome.kind for outcome in area().outcomes] == ["kept", "kept", "kept"]


def test_without_a_party_what_it_sends_is_lost_and_what_it_needs_is_asked_for_no_more() -> None:
    found = without("party:visitors")
    assert lost(found) == ["feeding-status"]
    assert [change.key.item for change in found.changes if change.after is None] == ["birth-details", "nhs-number"]


def test_without_a_flow_what_it_alone_carries_is_lost() -> None:
    assert lost(without("flow:births/number")) == ["nhs-number"]


def test_a_flow_can_be_named_without_its_protocol() -> None:
    assert without("flow:number").without == (Element("flow", "births/number"),)


def test_without_a_channel_the_second_route_takes_over_and_what_has_none_stops() -> None:
    assert lost(without("channel:secure-email")) == ["feeding-status"]
    assert lost(without("channel:letter")) == []
    assert lost(without("channel:secure-email", "channel:letter")) == ["birth-details", "feeding-status"]


def test_a_second_route_may_take_longer_than_there_is_time() -> None:
    slow = PROTOCOL.replace("letter, within: P2D", "letter, within: P9D")
    found = without("channel:secure-email", of=area(protocol=slow))
    assert [(one.key.item, one.after and one.after.kind) for one in found.changes if one.lost] == [
        ("birth-details", "late"),
        ("feeding-status", "not-shared"),
    ]


def test_without_a_post_what_relies_on_it_stops_although_it_has_cover() -> None:
    assert lost(without("post:ward-clerk")) == ["birth-details"]


def test_without_a_funding_stream_it_is_as_if_it_had_ended_and_not_later_than_it_did() -> None:
    found = without("funding:pilot")
    assert lost(found) == ["feeding-status"]
    assert found.after.funding["pilot"].shape.until == date(2026, 11, 21)
    (over,) = what_if([area(as_of=date(2029, 1, 1))], ["funding:pilot"])
    assert over.after.funding["pilot"].shape.until == date(2028, 3, 31)


def test_without_an_item_nobody_writes_it_down() -> None:
    found = without("item:nhs-number")
    assert [change.after and change.after.kind for change in found.changes if change.lost] == ["not-recorded"]


def test_without_an_identifier_what_is_filed_by_it_is_lost_too() -> None:
    matched = PROTOCOL.replace("items: [birth-details]", "items: [birth-details]\n    matched-by: [nhs-number]")
    assert lost(without("item:nhs-number", of=area(protocol=matched))) == ["birth-details", "nhs-number"]


def test_on_another_day_what_is_in_force_then_counts() -> None:
    (found,) = what_if([area()], day=date(2028, 4, 1))
    assert lost(found) == ["feeding-status"]
    (found,) = what_if([area(as_of=date(2028, 4, 1))], day=TODAY)
    assert [change.key.item for change in found.changes if change.won] == ["feeding-status"]


def test_what_changes_nothing_leaves_the_area_out() -> None:
    assert what_if([area()]) == ()


DRAFT = """\
sharecheck: protocol/1
id: drafted
status: draft
effective: 2030-01-01
flows: [{id: number, from: maternity, to: visitors, when: {event: birth}, within: P1D, items: [nhs-number]}]
governance: {signatures: [{party: maternity, awaited: true}]}
"""
NO_NUMBER = PROTOCOL.replace("items: [nhs-number]", "items: [growth]")


def with_draft(folder: Path, text: str, *areas: Area, without: tuple[str, ...] = ()) -> WhatIf:
    draft = folder / "draft.yaml"
    draft.write_text(text, encoding="utf-8")
    (found,) = what_if(areas, without, [draft])
    return found


def test_a_draft_counts_as_if_it_were_signed_and_in_force(tmp_path: Path) -> None:
    found = with_draft(tmp_path, DRAFT, area(protocol=NO_NUMBER))
    assert [change.key.item for change in found.changes if change.won] == ["nhs-number"]


def test_a_draft_takes_the_place_of_the_protocol_with_its_id(tmp_path: Path) -> None:
    found = with_draft(tmp_path, DRAFT.replace("drafted", "births"), area())
    assert lost(found) == ["birth-details", "feeding-status"]
    assert [protocol.id for protocol in found.after.protocols] == ["births"]


def test_what_a_draft_adds_can_be_taken_out_again(tmp_path: Path) -> None:
    found = with_draft(tmp_path, DRAFT, area(protocol=NO_NUMBER), without=("flow:drafted/number",))
    assert [change for change in found.changes if not change.same] == []


def test_a_draft_goes_to_the_area_that_it_names_or_that_has_a_protocol_of_its_id(tmp_path: Path) -> None:
    other = area(more=(DRAFT.replace("drafted", "second"),))
    named = DRAFT.replace("status: draft", "area: northshire\nstatus: draft")
    assert with_draft(tmp_path, named, area()).before.id == "northshire"
    assert with_draft(tmp_path, DRAFT.replace("drafted", "second"), area(), other).before is other
    with pytest.raises(UsageError, match=r"could belong to 2 of the areas here .*; say so in it, `area: ...`"):
        with_draft(tmp_path, DRAFT, area(), other)
    with pytest.raises(UsageError, match=r"none of the areas here .*; it names the area `southshire`"):
        with_draft(tmp_path, named.replace("northshire", "southshire"), area())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("flows: {", "cannot be used"),
        ("sharecheck: area/1\nid: a\nnation: england\nprotocols: partial\nparties: []\n", "is no protocol"),
        ("sharecheck: protocol/1\nid: a\n", "cannot be used: .*flows"),
    ],
)
def test_a_draft_that_is_no_protocol_is_refused(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        with_draft(tmp_path, text, area())


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("party:visitor", "no party is called `visitor` here; did you mean `party:visitors`?"),
        ("flow:numbre", "no flow is called `numbre` here; did you mean `flow:births/number`?"),
        ("flow:birth/number", "no flow is called `birth/number` here; did you mean `flow:births/number`?"),
        ("post:ward clark", "no post is called `ward clark` here; did you mean `post:Ward clerk`?"),
        ("funding:xyz", "no funding is called `xyz` here; there is `pilot`"),
        (
            "chanel:letter",
            "`chanel:letter` does not say what kind of thing goes; did you mean `channel:letter`?",
        ),
        (
            "visitors",
            "`visitors` does not say what kind of thing goes; "
            "begin it with `party`, `flow`, `channel`, `post`, `funding` or `item` and a colon",
        ),
        (
            "party:parent",
            "what hangs on the parent never counts as kept; `sharecheck weak-points --kind parent` shows it",
        ),
    ],
)
def test_a_name_that_nothing_has_is_answered_with_the_nearest(name: str, said: str) -> None:
    with pytest.raises(UsageError) as raised:
        without(name)
    assert str(raised.value) == said


def test_a_name_that_two_flows_have_is_answered_with_both() -> None:
    with pytest.raises(UsageError, match="several flows are called `number`; say `births/number` or `drafted/number`"):
        without("flow:number", of=area(more=(DRAFT,)))


def test_names_that_no_file_needs_to_have_are_none_of_an_area() -> None:
    assert [str(one) for one in elements(area())] == [
        "party:maternity",
        "party:visitors",
        "party:gps",
        "party:nursery",
        "flow:births/summary",
        "flow:births/number",
        "flow:births/feeding",
        "channel:secure-email",
        "channel:letter",
        "channel:system-message",
        "post:Ward clerk",
        "funding:pilot",
        "item:birth-details",
        "item:feeding-status",
        "item:growth",
        "item:nhs-number",
    ]


def test_what_hangs_by_a_thread_in_the_model_area_is_what_is_lost_without_it() -> None:
    """Two ways to the same answer: steps taken out of the network, and files changed and read again."""
    model = Workspace.open(MODEL, as_of=TODAY).areas[0]
    points = {point.element: {*point.needs, *point.recorded} for point in weak_points(model)}
    every = [element for element in elements(model) if element.kind != "item"]
    for element in (*every[::9], *(one for one in every if one.kind in ("channel", "funding"))):
        (found,) = what_if([model], [str(element)])
        lost = {change.before.need for change in found.changes if change.lost and change.before}
        assert lost == points.get(element, set()), element
