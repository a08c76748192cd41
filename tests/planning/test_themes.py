"""What recurs over many areas."""

import pytest

from sharecheck.planning.themes import gaps, habits, readings
from sharecheck.workspace import Area
from tests.rules.examples import workspace
from tests.test_cli import AREA, PATHWAY

FLOW = """\
sharecheck: protocol/1
id: {id}
area: {id}
flows:
  - {{id: summary, from: maternity, to: hv, when: {{event: birth}}, {within}items: [{items}],
     basis: {{article-6: {article}}}}}
"""


def areas(*flows: tuple[str, str, str], partial: str = "") -> list[Area]:
    """Areas with a flow each: its time limit, its items, its lawful basis; the one that is named is partial."""
    texts = [PATHWAY]
    for number, (within, items, article) in enumerate(flows):
        id = f"area-{number}"
        described = AREA.replace("id: northshire", f"id: {id}")
        texts.append(described.replace("complete", "partial") if id == partial else described)
        texts.append(FLOW.format(id=id, within=within, items=items, article=article))
    return list(workspace(*texts).areas)


def test_a_gap_is_counted_among_the_areas_that_ask_for_the_item() -> None:
    found = gaps(areas(("within: P1D, ", "birth-details", "6(1)(e)"), ("", "birth-details, growth", "6(1)(e)")))
    assert [(one.item, one.kind, one.areas, one.asking, one.unknown) for one in found] == [
        ("birth-details", "undated", ("area-1",), ("area-0", "area-1"), 0),
        ("growth", "not-shared", ("area-0",), ("area-0", "area-1"), 0),
        ("growth", "undated", ("area-1",), ("area-0", "area-1"), 0),
    ]


def test_what_most_areas_lack_comes_first() -> None:
    short = ("within: P1D, ", "birth-details", "6(1)(e)")
    found = gaps(areas(short, short, ("within: P1D, ", "growth", "6(1)(e)")))
    assert [(one.item, one.areas) for one in found] == [
        ("growth", ("area-0", "area-1")),
        ("birth-details", ("area-2",)),
    ]


def test_what_is_unknown_in_a_partial_area_is_no_gap() -> None:
    short = ("within: P1D, ", "birth-details", "6(1)(e)")
    (gap,) = gaps(areas(short, short, partial="area-1"))
    assert (gap.item, gap.areas, gap.asking, gap.unknown) == ("growth", ("area-0",), ("area-0",), 1)


def test_what_flows_hang_on_is_counted_by_area_and_by_flow() -> None:
    found = habits(areas(("", "growth, birth-details", "6(1)(e)"), ("", "growth", "6(1)(a)")))
    assert [(habit.barrier, habit.areas, habit.flows) for habit in found] == [
        ("undated", ("area-0", "area-1"), 2),
        ("agrees", ("area-1",), 1),
    ]


def test_different_grounds_for_the_same_knowledge_stand_side_by_side() -> None:
    one, other = ("", "growth, birth-details", "6(1)(e)"), ("", "growth", "6(1)(c)")
    (found,) = readings(areas(one, one, other))
    assert (found.sender, found.recipient, found.items, found.areas) == (
        "midwifery",
        "health-visiting",
        ("growth",),
        ("area-0", "area-1", "area-2"),
    )
    assert [(each.area, each.nation, each.party, each.grounds) for each in found.statements] == [
        ("area-0", "england", "maternity", ("6(1)(e)",)),
        ("area-1", "england", "maternity", ("6(1)(e)",)),
        ("area-2", "england", "maternity", ("6(1)(c)",)),
    ]


@pytest.mark.parametrize(
    ("items", "article"), [("growth", "6(1)(e)"), ("birth-details", "6(1)(c)")], ids=["same ground", "other items"]
)
def test_nothing_is_told_of_what_does_not_differ(items: str, article: str) -> None:
    assert readings(areas(("", "growth", "6(1)(e)"), ("", items, article))) == ()
