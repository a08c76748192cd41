"""Two versions: who no longer surely knows what, who newly does, and what is promised less."""

from collections.abc import Iterator, Sequence

from sharecheck import words
from sharecheck.document import Place
from sharecheck.engine import Result
from sharecheck.explain import Gap
from sharecheck.network import Outcome, coverage
from sharecheck.planning.change import NeedChange
from sharecheck.planning.diff import Diff, Diffs
from sharecheck.report.changes import title, wrapped
from sharecheck.report.full import COLOURS
from sharecheck.report.style import BOLD, DIM, GREEN, RED, YELLOW, Style, safe
from sharecheck.report.table import percent
from sharecheck.workspace import Area

_MOST = 40
"""Findings of what is promised less that are shown; the rest is counted."""

NEED_RULES = frozenset({"WKR26", "WKR27", "WKR28"})
"""The rules about what is no longer known: the lists of each area tell that already, with what it means."""


def diff(found: Diffs, result: Result, style: Style) -> str:
    """All areas, as text, those in which nothing has changed in a line; then what is promised less."""
    lines: list[str] = []
    for area in found.gone:
        lines.append(style.paint(f"{safe(area.id)} is gone, with {len(area.outcomes)} needs", BOLD, RED))
    for area in found.new:
        lines.append(style.paint(f"{safe(area.id)} is new, with {len(area.outcomes)} needs", BOLD))
    same = [area for area in found.areas if not area.changes]
    for one in found.areas:
        if one not in same:
            lines += [*_area(one, style), ""]
    if same:
        lines.append(f"{words.listed([safe(one.after.id) for one in same])}: nothing is known more or less than before")
    parts = "\n".join(lines).rstrip("\n"), "\n".join(_weaker(result, style))
    return "\n\n".join(filter(None, parts)) + "\n"


def _area(one: Diff, style: Style) -> Iterator[str]:
    before, after = coverage(one.before.outcomes), coverage(one.after.outcomes)
    yield style.paint(f"{safe(one.after.id)}: what has changed", BOLD)
    known = after.needs - after.unknown
    was = f"{before.kept} of {before.needs - before.unknown} needs were surely kept ({percent(before.share)})"
    yield f"  {was}, now {after.kept} of {known} ({percent(after.share)})"
    yield from _list("no longer known", one.after, one.lost, RED, style)
    yield from _list("was known, and nobody can say any more", one.after, one.untold, RED, style)
    yield from _list("needed no more: nobody asks for it", one.before, one.no_longer_needed, YELLOW, style)
    yield from _list("newly known", one.after, one.won, GREEN, style)
    yield from _list("newly needed", one.after, one.newly_needed, YELLOW, style)


def _list(heading: str, area: Area, changes: Sequence[NeedChange], colour: int, style: Style) -> Iterator[str]:
    """By transition and party: which items, what becomes of them, and what it means where it is critical."""
    if not changes:
        return
    yield ""
    yield "  " + style.paint(f"{heading} ({len(changes)})", colour)
    rows: dict[tuple[str, str], list[Outcome]] = {}
    told: set[str] = set()
    for change in changes:
        outcome = change.after or change.before
        if outcome is not None:
            rows.setdefault((change.key.transition, change.key.party), []).append(outcome)
    for (id, party), outcomes in rows.items():
        groups = outcomes[0].need.groups
        least = sorted(sorted(map(safe, group)) for group in groups if not any(other < group for other in groups))
        of = (
            f", of children of {' and '.join(' or '.join(f'`{name}`' for name in each) for each in least)}"
            if least
            else ""
        )
        yield from wrapped(f"{title(area, id)} ({safe(party)}){of}", style, "    ")
        together: dict[str, list[Outcome]] = {}
        for one in outcomes:
            said = "" if one.kept or colour == YELLOW else safe(Gap(area, one).becomes)
            together.setdefault(said, []).append(one)
        for said, same in together.items():
            items = ", ".join(safe(one.need.fact.item) for one in same)
            yield from wrapped(f"{items}{': ' if said else ''}{said}", style, "      - ")
        if colour == RED:
            for one in outcomes:
                if one.need.weight == "critical" and (meaning := _meaning(area, one)) not in told:
                    told.add(meaning)
                    yield from wrapped(meaning, style, "        for a child: ", DIM)


def _meaning(area: Area, outcome: Outcome) -> str:
    return safe(Gap(area, outcome).consequence)


def _weaker(result: Result, style: Style) -> Iterator[str]:
    """What is promised less, that which weighs most first, with the place now, if there is one, and that before."""
    every = [diagnostic for diagnostic in result.diagnostics if diagnostic.rule.id not in NEED_RULES]
    if not every:
        return
    yield style.paint(f"promised less than before ({len(every)})", BOLD)
    every.sort(key=lambda one: one.severity.rank)
    for one in every[:_MOST]:
        finding = one.finding
        head = f"  {one.severity}[{one.rule.id}] "
        first, *more = wrapped(f"{head}{safe(finding.message)}", style, "")
        yield style.paint(head, COLOURS[one.severity]) + first.removeprefix(head)
        yield from (f"    {line}" for line in more)
        before = [location.place for location in finding.elsewhere]
        places = [_at(finding.place, style), *(f"before: {_at(place, style)}" for place in before)]
        together = 4 + len(", ".join(places)) <= style.width
        yield from (style.paint(f"    {line}", DIM) for line in ([", ".join(places)] if together else places))
    if len(every) > _MOST:
        yield f"  and {len(every) - _MOST} more; `--output-format json` has them all"
    yield style.paint("`sharecheck explain ID` says what one of them means for a child, and what to do", DIM)


def _at(place: Place, style: Style) -> str:
    return f"{style.path(place.document.path)}:{place.span.line}"
