"""Two versions: who no longer surely knows what, who newly does, and what is promised less."""

import json
from collections.abc import Iterable, Iterator, Sequence

from sharecheck import __version__, words
from sharecheck.document import Place
from sharecheck.network import Outcome, coverage
from sharecheck.planning.change import Change
from sharecheck.planning.diff import Diff, Diffs
from sharecheck.report.changes import becomes, title, wrapped
from sharecheck.report.style import BOLD, DIM, GREEN, RED, YELLOW, Style, safe
from sharecheck.report.table import percent
from sharecheck.rules.gaps.telling import Gap
from sharecheck.workspace import Area

_MOST = 40
"""Lines of what is promised less that are shown for an area; the rest is counted."""


def diff(found: Diffs, style: Style) -> str:
    """All areas, as text; those in which nothing has changed in a line."""
    lines: list[str] = []
    for area in found.gone:
        lines.append(style.paint(f"{safe(area.id)} is gone, with {len(area.outcomes)} needs", BOLD, RED))
    for area in found.new:
        lines.append(style.paint(f"{safe(area.id)} is new, with {len(area.outcomes)} needs", BOLD))
    same = [one for one in found.areas if not one.changes and not one.weaker]
    for one in found.areas:
        if one not in same:
            lines += [*_area(one, style), ""]
    if same:
        lines.append(f"{words.listed([safe(one.after.id) for one in same])}: nothing is known more or less than before")
    return "\n".join(lines).rstrip("\n") + "\n"


def _area(one: Diff, style: Style) -> Iterator[str]:
    before, after = coverage(one.before.outcomes), coverage(one.after.outcomes)
    yield style.paint(f"{safe(one.after.id)}: what has changed", BOLD)
    known = after.needs - after.unknown
    was = f"{before.kept} of {before.needs - before.unknown} needs were surely kept ({percent(before.share)})"
    yield f"  {was}, now {after.kept} of {known} ({percent(after.share)})"
    yield from _list("no longer known", one.after, one.lost, RED, style)
    yield from _list("was known, and nobody can say any more", one.after, one.untold, RED, style)
    yield from _list("needed no more: nobody asks for it", one.before, one.unasked, YELLOW, style)
    yield from _list("newly known", one.after, one.won, GREEN, style)
    yield from _list("newly needed", one.after, one.asked, YELLOW, style)
    yield from _weaker(one, style)


def _list(heading: str, area: Area, changes: Sequence[Change], colour: int, style: Style) -> Iterator[str]:
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
        least = sorted(sorted(map(safe, one)) for one in groups if not any(other < one for other in groups))
        of = (
            f", of children of {' and '.join(' or '.join(f'`{name}`' for name in each) for each in least)}"
            if least
            else ""
        )
        yield from wrapped(f"{title(area, id)} ({safe(party)}){of}", style, "    ")
        together: dict[str, list[Outcome]] = {}
        for one in outcomes:
            said = "" if one.kept or colour == YELLOW else safe(becomes(Gap(area, one)))
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


def _weaker(one: Diff, style: Style) -> Iterator[str]:
    if not one.weaker:
        return
    yield ""
    yield "  " + style.paint(f"promised less than before ({len(one.weaker)})", YELLOW)
    for each in one.weaker[:_MOST]:
        yield from wrapped(safe(each.message), style, "    - ")
        now = f"{_at(each.after, style)}, " if each.after else ""
        yield style.paint(f"      {now}before: {_at(each.before, style)}", DIM)
    if len(one.weaker) > _MOST:
        yield f"    and {len(one.weaker) - _MOST} more; `--output-format json` has them all"


def _at(place: Place, style: Style) -> str:
    return f"{style.path(place.document.path)}:{place.span.line}"


def as_json(found: Diffs, style: Style) -> str:
    """One JSON object, the same for the same input."""
    areas = [
        {
            "id": one.after.id,
            "kept_before": coverage(one.before.outcomes).kept,
            "kept_after": coverage(one.after.outcomes).kept,
            "lost": _needs(one.lost),
            "no_longer_known_whether": _needs(one.untold),
            "won": _needs(one.won),
            "no_longer_needed": _needs(one.unasked),
            "newly_needed": _needs(one.asked),
            "weaker": [
                {
                    "message": safe(each.message),
                    "before": _at(each.before, style),
                    "after": _at(each.after, style) if each.after else None,
                }
                for each in one.weaker
            ],
        }
        for one in found.areas
    ]
    report = {
        "schema_version": 1,
        "tool": {"name": "sharecheck", "version": __version__},
        "gone": [area.id for area in found.gone],
        "new": [area.id for area in found.new],
        "areas": areas,
    }
    return json.dumps(report, indent=2) + "\n"


def _needs(changes: Iterable[Change]) -> list[dict[str, str | None]]:
    return [
        {
            "transition": one.key.transition,
            "party": one.key.party,
            "item": one.key.item,
            "form": one.key.form,
            "before": _kind(one.before),
            "after": _kind(one.after),
        }
        for one in changes
    ]


def _kind(outcome: Outcome | None) -> str | None:
    return None if outcome is None else "unknown" if outcome.unknown else outcome.kind
