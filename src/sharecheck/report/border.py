"""One way over a border: what survives the move, what does not and why, and what differs between the two sides."""

from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

from sharecheck import words
from sharecheck.explain import AT_THE_EVENT, condition, kind_words
from sharecheck.model.base import many
from sharecheck.network import Outcome
from sharecheck.network.build import PARENT
from sharecheck.planning.border import Border, Survival
from sharecheck.planning.crossing import HERE, LEFT, Crossing
from sharecheck.planning.differences import Differences, over_the_border
from sharecheck.report.changes import cut, title, wrapped
from sharecheck.report.style import BOLD, DIM, GREEN, RED, YELLOW, Style, safe
from sharecheck.report.table import percent_of

_NAMES = 3
"""Names of flows, parties and the like that are listed before the rest is counted."""
Row = tuple[str, str]


def borders(found: Iterable[tuple[Border, Differences]], style: Style) -> str:
    """Each way over a border, as text."""
    return "\n".join(border(each, differing, style) for each, differing in found)


def border(found: Border, differing: Differences, style: Style) -> str:
    """One way, as text."""
    lines = [*_summary(found, style)]
    for crossing in sorted(dict.fromkeys(survival.mover.crossing for survival in found.survivals), key=_start):
        lines += ["", *_crossing(found, crossing, style)]
    lines += _differences(found, differing, style)
    return "\n".join(lines) + "\n"


def _start(crossing: Crossing) -> tuple[float, str]:
    return crossing.start, crossing.event


def _summary(found: Border, style: Style) -> Iterator[str]:
    yield style.paint(f"{safe(found.here.id)} to {safe(found.there.id)}: what survives the move", BOLD)
    fates = [survival.fate for survival in found.survivals]
    known = len(fates) - fates.count("unknown")
    if not fates:
        nothing = "nothing is asked for: no party there does what is handed over, or no event is a move"
        yield from wrapped(nothing, style, "  ")
        return
    kept = fates.count("kept")
    share = percent_of(kept / known if known else None, known)
    kept_words = f"  {kept} of {known} needs are surely kept, whenever in its time the child moves"
    yield f"{kept_words}: {share}" if share else kept_words
    notes = [
        (sum(survival.by_move for survival in found.survivals), "lost by the move: kept for a child who stays"),
        (sum(_anyway(survival) for survival in found.survivals), "lost for a child who stays as well"),
        (fates.count("unknown"), "not known, since not all protocols of both are here"),
    ]
    for number, what in notes:
        if number:
            yield f"  {number} {what}"


def _anyway(survival: Survival) -> bool:
    return survival.fate in ("lost", "not-recorded") and not survival.by_move


def _crossing(found: Border, crossing: Crossing, style: Style) -> Iterator[str]:
    """What becomes of the needs at one crossing: a line for each transition that loses something, then what and why."""
    yield style.paint(safe(found.here.events[crossing.event].title), BOLD)
    late = f", {words.age(crossing.end)} at the latest" if crossing.end > crossing.start else ""
    yield from wrapped(f"{words.age(crossing.start)} at the earliest{late}", style, "  ", DIM)
    whenever = [survival for survival in found.survivals if survival.mover.crossing == crossing]
    soonest = [survival for survival in found.soonest if survival.mover.crossing.event == crossing.event]
    rows = [
        [[survival for survival in every if _row(survival) == row] for every in (whenever, soonest)]
        for row in dict.fromkeys(map(_row, (*whenever, *soonest)))
    ]
    known = [row for row in rows if any(survival.fate != "unknown" for every in row for survival in every)]
    short = [row for row in known if any(survival.fate != "kept" for survival in row[0] or row[1])]
    if short:
        name = min(44, style.width - 38)
        early = "earliest" if soonest else ""
        yield style.paint(f"  {'':<{name}} {'recipient':<16} {'whenever':>8} {early:>8}".rstrip(), DIM)
    for row in short:
        survival = (row[0] or row[1])[0]
        line = f"  {cut(_title(found, survival), name):<{name}} {cut(safe(survival.mover.need.fact.party), 16):<16} "
        yield (line + " ".join(_cell(every, style) for every in row)).rstrip()
    for number, what in ((len(known) - len(short), "in full"), (len(rows) - len(known), "of which nothing is known")):
        if number:
            yield f"  {number} transition{'' if number == 1 else 's'} {what}"
    yield from _lost(found, whenever, soonest, style)


def _row(survival: Survival) -> Row:
    return survival.mover.need.transition, survival.mover.need.fact.party


def _title(found: Border, survival: Survival) -> str:
    return title(found.here if survival.mover.side == "arrival" else found.there, survival.mover.need.transition)


def _cell(row: Sequence[Survival], style: Style) -> str:
    fates = [survival.fate for survival in row]
    known = len(fates) - fates.count("unknown")
    if not row:
        return f"{'':>8}"
    text = f"{fates.count('kept')}/{known}" if known else "?"
    colour = GREEN if fates.count("kept") == known else RED if "lost" in fates else YELLOW
    return style.paint(f"{text:>8}", colour)


def _lost(found: Border, whenever: Sequence[Survival], soonest: Sequence[Survival], style: Style) -> Iterator[str]:
    """What the move loses: whenever the child moves, or, of what may come before the move, even at the earliest."""
    early = {_key(survival): survival for survival in soonest}
    placed = {_key(survival) for survival in whenever}
    whys: dict[str, dict[str, dict[str, None]]] = {}
    for survival in (*whenever, *(other for other in soonest if _key(other) not in placed)):
        if survival.by_move:
            mark = "*" if early.get(_key(survival), survival).outcome.kept else ""
            why, item = _why(found, survival)
            whys.setdefault(why, {}).setdefault(item, {})[safe(survival.mover.need.fact.party) + mark] = None
    for why, items in whys.items():
        yield from wrapped(f"{why}:", style, "  ", YELLOW)
        together: dict[tuple[str, ...], list[str]] = {}
        for item, parties in items.items():
            together.setdefault(tuple(parties), []).append(item)
        for to, same in together.items():
            yield from wrapped(f"{', '.join(same)} to {', '.join(to)}", style, "    - ")
    if any(party.endswith("*") for items in whys.values() for parties in items.values() for party in parties):
        yield style.paint("  * kept for a child who moves at the earliest", DIM)


def _key(survival: Survival) -> tuple[str, str, str, str, str]:
    need = survival.mover.need
    return need.transition, need.fact.party, need.fact.item, need.form, need.of or ""


def _why(found: Border, survival: Survival) -> tuple[str, str]:
    """Why a need is lost, and its item, with who holds that where nobody sends it."""
    outcome, item = survival.outcome, safe(survival.mover.need.fact.item)
    blamed = outcome.blamed
    why = kind_words(outcome.kind).crossing
    match outcome.kind:
        case "late":
            late = f"up to {words.span(outcome.late_by)}" if outcome.late_by else AT_THE_EVENT
            return why, f"{item} ({late})"
        case "degraded":
            return why, f"{item} ({outcome.form})"
        case "conditional" | "blocked":
            conditions = dict.fromkeys(condition(barrier) for barrier in (blamed.barriers if blamed else ()))
            return f"{why} {' and '.join(conditions) or 'a condition holds'}", item
        case "unmatched":
            missing = dict.fromkeys(fact for fact in (blamed.missing if blamed else ()) if fact.item != HERE)
            if not missing:
                return why, item
            party, named = _who(found, next(iter(missing)).party), words.listed(tuple(fact.item for fact in missing))
            return f"sent, and {party} does not surely know {named}, by which it is filed", item
        case "not-shared":
            return why, f"{item} ({_holder(found, outcome)})"
        case "kept" | "out-of-date" | "undated" | "mistimed" | "not-recorded":
            return why, item
        case _:
            assert_never(outcome.kind)


def _holder(found: Border, outcome: Outcome) -> str:
    """Who holds the item: somebody who sends other things over the border, if one does."""
    flows = over_the_border(found.here, found.there)
    sending = {LEFT + id for flow in flows for id in many(flow.shape.from_)} - {LEFT + PARENT}
    holders = [holding.fact.party for holding in outcome.surest]
    first = next((party for party in holders if party in sending), None)
    return f"`{safe((first or holders[0]).removeprefix(LEFT))}`"


def _who(found: Border, party: str) -> str:
    area = found.here if party.startswith(LEFT) else found.there
    return f"`{safe(party.removeprefix(LEFT))}` in {safe(area.id)}"


def _differences(found: Border, differing: Differences, style: Style) -> Iterator[str]:
    there = safe(found.there.id)
    lines: list[str] = []
    for reliance in differing.laws:
        provision = reliance.provision
        flows = words.listed(tuple(safe(flow.id) for flow in reliance.flows), _NAMES)
        where = " and ".join(nation.title() for nation in provision.applies)
        lines.append(
            f"law: `{provision.id}` ({provision.citation}), named for {flows}, applies in {where} and not there"
        )
    for identifier in differing.identifiers:
        if identifier.sent:
            lines.append(f"identifier: `{identifier.item}` is sent, and nobody there records, sends or asks for it")
        else:
            flows = f"{identifier.filed} flow{'' if identifier.filed == 1 else 's'}"
            lines.append(f"identifier: {flows} there cannot be filed without `{identifier.item}`, which is not sent")
    for service, known in differing.services:
        why = "no party is named there that does it" if known else "the pathway there does not know it"
        lines.append(f"service: {safe(service)}: {why}")
    for transition in found.unserved:
        lines.append(
            f"handover: {title(found.here, transition.id)}: no party is named there that does {safe(transition.to)}"
        )
    if lines:
        yield ""
        yield style.paint(f"what is different in {there}", BOLD)
        for line in lines:
            yield from wrapped(line, style, "  - ")
