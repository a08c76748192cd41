"""What recurs over many areas, as tables and words."""

from collections.abc import Iterator, Mapping, Sequence

from sharecheck import words
from sharecheck.explain import barrier_words, kind_words
from sharecheck.planning.themes import Gap, Reading, Statement, gaps, habits, readings
from sharecheck.report.changes import wrapped
from sharecheck.report.style import BOLD, DIM, Style, safe
from sharecheck.workspace import Area

_MOST = 30
"""Gaps that are shown; the rest is counted."""
_NAMES = 6
"""Areas that are named; the rest is counted."""


def themes(areas: Sequence[Area], style: Style) -> str:
    """All themes, as text."""
    partial = sum(not area.complete for area in areas)
    lines = [style.paint(f"what recurs over {len(areas)} areas", BOLD)]
    if partial:
        lines += wrapped(
            f"in {partial} of them not all protocols are here: what is unknown counts as no gap", style, "  "
        )
    lines += [*_habits(areas, style), *_gaps(areas, style), *_readings(areas, style)]
    return "\n".join(lines) + "\n"


def _habits(areas: Sequence[Area], style: Style) -> Iterator[str]:
    found = habits(areas)
    flows = sum(len(protocol.personal_flows) for area in areas for protocol in area.protocols)
    yield ""
    yield style.paint("what keeps flows from being sure", BOLD)
    if not found:
        yield f"  nothing: all {flows} flows are sure promises"
        return
    yield style.paint(f"  {'':<46} {'areas':>9} {'flows':>12}", DIM)
    for habit in found:
        where, number = f"{len(habit.areas)} of {len(areas)}", f"{habit.flows} of {flows}"
        yield f"  {barrier_words(habit.barrier).habit:<46} {where:>9} {number:>12}"


def _gaps(areas: Sequence[Area], style: Style) -> Iterator[str]:
    found = gaps(areas)
    again = [gap for gap in found if len(gap.areas) > 1]
    yield ""
    yield style.paint("the same gap in several areas", BOLD)
    if not again:
        yield "  none"
    for gap in again[:_MOST]:
        yield from wrapped(_title(gap), style, "  - ")
        yield from wrapped(_where(gap), style, "    ", DIM)
    if len(again) > _MOST:
        yield f"  and {len(again) - _MOST} more; `--output-format json` has them all"
    if len(found) > len(again):
        yield f"  {len(found) - len(again)} more in one area each"


def _title(gap: Gap) -> str:
    known = len(gap.asking)
    return (
        f"{safe(gap.item)} {kind_words(gap.kind).phrase} in {len(gap.areas)} of {known} areas: "
        f"{safe(gap.title)} ({safe(gap.service)})"
    )


def _where(gap: Gap) -> str:
    others = f"; not known in {gap.unknown} more" if gap.unknown else ""
    return f"{words.listed([safe(area) for area in gap.areas], _NAMES)}{others}"


def _readings(areas: Sequence[Area], style: Style) -> Iterator[str]:
    found = readings(areas)
    yield ""
    yield style.paint("different grounds for the same kind of flow", BOLD)
    if not found:
        stating = sum(bool(flow.bases) for area in areas for flow in area.current_flows)
        flows = sum(len(area.current_flows) for area in areas)
        yield f"  none; {stating} of {flows} flows state a ground"
    for reading in found:
        items = words.listed([safe(item) for item in reading.items], _NAMES)
        yield from wrapped(f"{safe(reading.sender)} to {safe(reading.recipient)}, with {items}", style, "  ")
        for grounds, statements in _by_ground(reading).items():
            yield f"    {', '.join(grounds)}"
            for each in statements[:_NAMES]:
                place = f"{style.path(each.place.document.path)}:{each.place.span.line}"
                where = f"{safe(each.area)} ({each.nation.title()})"
                yield from wrapped(f"{where}: {safe(each.party)}, `{safe(each.flow)}`", style, "    - ")
                yield style.paint(f"      {place}", DIM)
            if len(statements) > _NAMES:
                yield f"      and {len(statements) - _NAMES} more"


def _by_ground(reading: Reading) -> Mapping[tuple[str, ...], list[Statement]]:
    found: dict[tuple[str, ...], list[Statement]] = {}
    for statement in reading.statements:
        found.setdefault(statement.grounds, []).append(statement)
    return dict(sorted(found.items(), key=lambda each: (-len(each[1]), each[0])))
