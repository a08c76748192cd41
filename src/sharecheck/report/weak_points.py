"""What hangs by a thread, as text or as JSON."""

from collections.abc import Iterable, Iterator, Sequence

from sharecheck.model.base import Weight
from sharecheck.network import Need as Needed
from sharecheck.planning.element import KINDS, Kind
from sharecheck.planning.weak_points import WeakPoint
from sharecheck.report.changes import WEIGHTS, cut, title, wrapped
from sharecheck.report.shapes import Part, Whole, printed
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
    return "\n".join("\n".join(_told(area, points, style)) + "\n" for area, points in found)


def _told(area: Area, points: Sequence[WeakPoint], style: Style) -> Iterator[str]:
    sure = [point for point in points if point.sure]
    thin = {need for point in sure for need in (*point.needs, *point.recorded)}
    kept = area.coverage.kept
    yield style.paint(f"{safe(area.id)}: what hangs by a thread", BOLD)
    if not kept:
        yield "  no need is surely kept here"
    elif not thin:
        yield f"  none of the {kept} needs that are kept hangs on one thing alone"
    else:
        said = f"{len(thin)} of the {kept} needs that are kept would be lost without one of these, each for itself"
        yield from wrapped(said, style, "  ")
    for kind in KINDS:
        yield from _table(kind, [one for one in sure if one.element.kind == kind and one.needs], style)
    yield from _recorders([one for one in sure if one.recorded], style)
    yield from _conditional(area, [one for one in points if not one.sure], style)
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
    return safe(min(needs, key=lambda one: WEIGHTS.index(one.weight)).fact.item)


def _recorders(points: Sequence[WeakPoint], style: Style) -> Iterator[str]:
    if not points:
        return
    yield ""
    yield style.paint("who alone knows it, or knows it in time", BOLD)
    for point in sorted(points, key=lambda one: -len(one.recorded)):
        items = list(dict.fromkeys(need.fact.item for need in point.recorded))
        count = f"{len(point.recorded)} need{'' if len(point.recorded) == 1 else 's'}"
        more = f" and {len(items) - 4} more" if len(items) > 4 else ""
        yield from wrapped(f"`{safe(point.element.name)}`: {count}, {', '.join(items[:4])}{more}", style, "  ")


def _conditional(area: Area, points: Sequence[WeakPoint], style: Style) -> Iterator[str]:
    """What is not kept, because it hangs on what somebody does of their own accord."""
    if not points:
        return
    yield ""
    yield style.paint("not kept, because it hangs on a person", BOLD)
    for point in points:
        who = "the parent" if point.element.kind == "parent" else f"the {safe(point.element.name)}, who has no cover"
        count = len(point.needs)
        said = f"{count} need{'' if count == 1 else 's'} would be kept, but only through {who}:"
        yield from wrapped(said, style, "  ", YELLOW)
        for need in point.needs:
            line = f"`{need.fact.item}` to `{need.fact.party}`, {title(area, need.transition)}"
            yield from wrapped(safe(line), style, "  - ")


class Hanging(Part):
    """A need that hangs on something."""

    transition: str
    """The id of the transition."""
    party: str
    """The party that needs it."""
    item: str
    """The item."""
    weight: Weight
    """How badly it is needed."""


class Point(Part):
    """Something without which needs are not kept."""

    kind: Kind
    """What kind of thing it is."""
    name: str
    """Its name: for a flow its protocol and its id, for a post its words."""
    kept_now: bool
    """Whether the needs are kept as things are; if not, they hang on what this one does of its own accord."""
    needs: tuple[Hanging, ...]
    """The needs that would not be kept without it."""
    recorded: tuple[Hanging, ...]
    """Those of them of items that this party writes down itself: it alone knows, or knows in time."""


class Weak(Part):
    """An area and its weak points."""

    id: str
    """Its id."""
    kept: int
    """How many of its needs are kept."""
    points: tuple[Point, ...]
    """Its weak points, those first on which the most critical needs hang."""


class Report(Whole):
    """What `sharecheck weak-points --output-format json` prints."""

    areas: tuple[Weak, ...]
    """Each area."""


def json(found: Found, style: Style) -> str:
    """The same as JSON, with all of them."""
    areas = (Weak(id=area.id, kept=area.coverage.kept, points=tuple(map(_point, points))) for area, points in found)
    return printed(Report(areas=tuple(areas)))


def _point(point: WeakPoint) -> Point:
    kind, name = point.element
    return Point(
        kind=kind, name=safe(name), kept_now=point.sure, needs=_each(point.needs), recorded=_each(point.recorded)
    )


def _each(needs: Iterable[Needed]) -> tuple[Hanging, ...]:
    return tuple(map(hanging, needs))


def hanging(need: Needed) -> Hanging:
    """A need as it is printed."""
    return Hanging(transition=need.transition, party=need.fact.party, item=need.fact.item, weight=need.weight)
