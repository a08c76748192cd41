"""Two versions: who no longer surely knows what, who newly does, and what is promised less."""

from collections.abc import Iterator, Sequence

from sharecheck import words
from sharecheck.document import Place
from sharecheck.engine import Result
from sharecheck.explain import Gap
from sharecheck.network import Outcome
from sharecheck.planning.change import NeedChange, changes, compared
from sharecheck.planning.diff import Diff, Diffs
from sharecheck.report.changes import title, wrapped
from sharecheck.report.full import COLOURS
from sharecheck.report.style import BOLD, DIM, GREEN, RED, YELLOW, Style, safe
from sharecheck.report.table import kept_of
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
    same = [difference for difference in found.areas if not difference.changes]
    for difference in found.areas:
        if difference not in same:
            lines += [*_area(difference, style), ""]
    if same:
        names = words.listed([safe(difference.after.id) for difference in same])
        lines.append(f"{names}: nothing is known more or less than before")
    parts = "\n".join(lines).rstrip("\n"), "\n".join(_weaker(result, style))
    return "\n\n".join(filter(None, parts)) + "\n"


def _area(difference: Diff, style: Style) -> Iterator[str]:
    before, after = compared(changes(difference.before.outcomes, difference.after.outcomes))
    yield style.paint(f"{safe(difference.after.id)}: what has changed", BOLD)
    yield f"  needs surely kept: {kept_of(before)} before, {kept_of(after)} now"
    if unseen := sum(change.unseen for change in difference.changes):
        hidden = f"{unseen} needs were known not to be kept, and nobody can say any more what becomes of them"
        yield from wrapped(hidden if unseen > 1 else hidden.replace("1 needs were", "1 need was"), style, "  ", RED)
    yield from _list("no longer known", difference.after, difference.lost, RED, style)
    yield from _list("was known, and nobody can say any more", difference.after, difference.untold, RED, style)
    gone = difference.no_longer_needed
    yield from _list("needed no more: nobody asks for it", difference.before, gone, YELLOW, style)
    yield from _list("newly known", difference.after, difference.won, GREEN, style)
    yield from _list("newly needed", difference.after, difference.newly_needed, YELLOW, style)


def _list(heading: str, area: Area, changes: Sequence[NeedChange], colour: int, style: Style) -> Iterator[str]:
    """By transition and party: the items, what becomes of them, and what a critical one means for a child."""
    if not changes:
        return
    yield ""
    yield "  " + style.paint(f"{heading} ({len(changes)})", colour)
    rows: dict[tuple[str, str], list[Outcome]] = {}
    meanings: set[str] = set()
    for change in changes:
        latest = change.after or change.before
        if latest is not None:
            rows.setdefault((change.key.transition, change.key.party), []).append(latest)
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
        for outcome in outcomes:
            becomes = "" if outcome.kept or colour == YELLOW else safe(Gap(area, outcome).becomes)
            together.setdefault(becomes, []).append(outcome)
        for becomes, same in together.items():
            items = ", ".join(safe(outcome.need.fact.item) for outcome in same)
            yield from wrapped(f"{items}{': ' if becomes else ''}{becomes}", style, "      - ")
        if colour == RED:
            for outcome in outcomes:
                if outcome.need.weight == "critical" and (meaning := _meaning(area, outcome)) not in meanings:
                    meanings.add(meaning)
                    yield from wrapped(meaning, style, "        for a child: ", DIM)


def _meaning(area: Area, outcome: Outcome) -> str:
    return safe(Gap(area, outcome).consequence)


def _weaker(result: Result, style: Style) -> Iterator[str]:
    """What is promised less, that which weighs most first, with the place now, if there is one, and that before."""
    every = [diagnostic for diagnostic in result.diagnostics if diagnostic.rule.id not in NEED_RULES]
    if not every:
        return
    yield style.paint(f"promised less than before ({len(every)})", BOLD)
    every.sort(key=lambda diagnostic: diagnostic.severity.rank)
    for diagnostic in every[:_MOST]:
        finding = diagnostic.finding
        head = f"  {diagnostic.severity}[{diagnostic.rule.id}] "
        first, *more = wrapped(f"{head}{safe(finding.message)}", style, "")
        yield style.paint(head, COLOURS[diagnostic.severity]) + first.removeprefix(head)
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
