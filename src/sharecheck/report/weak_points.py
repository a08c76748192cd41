"""What hangs by a thread, as text or as JSON."""

from collections.abc import Iterator, Sequence

from sharecheck.explain import why_unknown
from sharecheck.network import Need as Needed
from sharecheck.planning.element import KINDS, Kind
from sharecheck.planning.weak_points import WeakPoint
from sharecheck.report.changes import WEIGHTS, cut, title, wrapped
from sharecheck.report.style import BOLD, DIM, RED, YELLOW, Style, safe
from sharecheck.workspace import Area

HEADINGS: dict[Kind, str] = {
    "party": "one party, by what it passes on or brings an identifier to",
    "flow": "one flow",
    "channel": "one channel",
    "post": "one post, if it goes for good (cover is for leave)",
    "funding": "one funding stream",
    "item": "one identifier, without which other things cannot be filed",
    "parent": "the parent",
}
Found = Sequence[tuple[Area, Sequence[WeakPoint]]]
MAX_POINTS = 12
"""Rows of each kind, unless all are asked for."""


def text(found: Found, style: Style) -> str:
    """The weak points of each area: a table of each kind. In detail, every one."""
    return "\n".join("\n".join(_render(area, points, style)) + "\n" for area, points in found)


def _render(area: Area, points: Sequence[WeakPoint], style: Style) -> Iterator[str]:
    sure = [point for point in points if point.sure]
    thin = {need for point in sure for need in (*point.needs, *point.recorded)}
    kept = area.coverage.kept
    yield style.paint(f"{safe(area.id)}: what hangs by a thread", BOLD)
    if not kept:
        yield "  no need is surely kept here"
    elif not thin:
        yield f"  none of the {kept} needs that are kept hangs on one thing alone"
    else:
        lost = "be lost" if area.complete else "no longer be sure"
        note = f"{len(thin)} of the {kept} needs that are kept would {lost} without one of these, each for itself"
        yield from wrapped(note, style, "  ")
    if area.coverage.unknown:
        number = area.coverage.unknown
        needs = "1 need is" if number == 1 else f"{number} needs are"
        yield from wrapped(f"{needs} not known: {why_unknown(area)}", style, "  ")
    for kind in KINDS:
        yield from _table(kind, [point for point in sure if point.element.kind == kind and point.needs], style)
    yield from _recorders([point for point in sure if point.recorded], style)
    yield from _conditional(area, [point for point in points if not point.sure], style)
    if thin:
        yield ""
        yield style.paint("`sharecheck what-if --without flow:...` says what is lost without one of them", DIM)


def _table(kind: Kind, points: Sequence[WeakPoint], style: Style) -> Iterator[str]:
    if not points:
        return
    yield ""
    yield style.paint(HEADINGS[kind], BOLD)
    name = min(44, max(len("without"), *(len(safe(point.element.name)) for point in points)))
    yield style.paint(f"  {'needs':>5} {'critical':>8}  {'without':<{name}}  for example", DIM)
    shown = points if style.details else points[:MAX_POINTS]
    for point in shown:
        critical = sum(need.weight == "critical" for need in point.needs)
        row = f"  {len(point.needs):>5} {critical or '':>8}  {cut(safe(point.element.name), name):<{name}}  "
        example = cut(_example(point.needs), style.width - len(row))
        yield (style.paint(row, RED) if critical else row) + style.paint(example, DIM)
    if len(points) > len(shown):
        yield style.paint(f"  and {len(points) - len(shown)} more: `--all`", DIM)


def _example(needs: Sequence[Needed]) -> str:
    """The weightiest item."""
    return safe(min(needs, key=lambda need: WEIGHTS.index(need.weight)).fact.item)


def _recorders(points: Sequence[WeakPoint], style: Style) -> Iterator[str]:
    if not points:
        return
    yield ""
    yield style.paint("who alone knows it, or knows it in time", BOLD)
    for point in sorted(points, key=lambda point: -len(point.recorded)):
        items = list(dict.fromkeys(need.fact.item for need in point.recorded))
        count = f"{len(point.recorded)} need{'' if len(point.recorded) == 1 else 's'}"
        more = f" and {len(items) - 4} more" if len(items) > 4 else ""
        yield from wrapped(f"`{safe(point.element.name)}`: {count}, {', '.join(items[:4])}{more}", style, "  ")


def _conditional(area: Area, points: Sequence[WeakPoint], style: Style) -> Iterator[str]:
    """The needs that are not kept because they hang on what somebody does of their own accord."""
    if not points:
        return
    yield ""
    yield style.paint("not kept, because it hangs on a person", BOLD)
    for point in points:
        who = "the parent" if point.element.kind == "parent" else f"the {safe(point.element.name)}, who has no cover"
        count = len(point.needs)
        note = f"{count} need{'' if count == 1 else 's'} would be kept, but only through {who}:"
        yield from wrapped(note, style, "  ", YELLOW)
        for need in point.needs:
            line = f"`{need.fact.item}` to `{need.fact.party}`, {title(area, need.transition)}"
            yield from wrapped(safe(line), style, "  - ")
