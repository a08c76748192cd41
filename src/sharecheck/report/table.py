"""The transitions of each area: what is kept, and what is lost where."""

from collections.abc import Iterator

from sharecheck.network import Kind, Outcome, coverage
from sharecheck.report.style import BOLD, DIM, GREEN, RED, YELLOW, Style, safe
from sharecheck.workspace import Area

LETTER: dict[Kind, str] = {
    "kept": ".",
    "late": "L",
    "degraded": "D",
    "undated": "U",
    "conditional": "C",
    "blocked": "B",
    "mistimed": "M",
    "unmatched": "I",
    "not-shared": "N",
    "not-recorded": "R",
}
"""The letter of each kind in the picture; `?` is what cannot be known, a blank is what is not needed."""
_MEANING: dict[str, str] = {
    "L": "late",
    "D": "degraded",
    "U": "undated",
    "C": "conditional",
    "B": "blocked",
    "M": "mistimed",
    "I": "no identifier",
    "N": "not shared",
    "R": "not recorded",
    "?": "unknown",
    ".": "kept",
}


def percent(share: float | None) -> str:
    """A share in whole percent, never rounded up to all: `99 %`, `–` when there is none."""
    return "–" if share is None else f"{int(share * 100 + 1e-9)} %"


def table(area: Area, style: Style) -> str:
    """A line for each transition and recipient, then the whole area, then the picture of what is lost where."""
    rows = _rows(area)
    if not rows:
        return ""
    name = min(46, style.width - 34)
    lines = [style.paint(f"{safe(area.id)}: what reaches the next service", BOLD)]
    lines.append(style.paint(f"  {'transition':<{name}} {'recipient':<16} {'kept':>7}", DIM))
    whole = unknown = 0
    for title, party, outcomes in rows:
        part = coverage(outcomes)
        known = part.needs - part.unknown
        if not style.tables and part.kept == known:
            whole += bool(known)
            unknown += not known
            continue
        kept = f"{part.kept}/{known}" if known else "?"
        colour = GREEN if part.kept == known else RED if part.lost else YELLOW
        line = f"  {_cut(title, name):<{name}} {_cut(party, 16):<16} {kept:>7} "
        lines.append(line + style.paint(f"{percent(part.share):>5}", colour))
    if whole:
        lines.append(f"  {'all ' if whole == len(rows) else ''}{_transitions(whole)} in full")
    if unknown:
        lines.append(f"  {_transitions(unknown)} of which nothing is known here")
    lines += _summary(area)
    lines += _picture(rows, style)
    return "\n".join(lines) + "\n"


def _rows(area: Area) -> list[tuple[str, str, list[Outcome]]]:
    rows: dict[tuple[str, str], list[Outcome]] = {}
    for outcome in area.outcomes:
        rows.setdefault((outcome.need.transition, outcome.need.fact.party), []).append(outcome)
    found = []
    for (id, party), outcomes in rows.items():
        transition = area.transitions[id]
        title = f"{transition.code} {transition.title}" if transition.code else transition.title
        found.append((safe(title), safe(party), outcomes))
    return found


def _transitions(number: int) -> str:
    return f"{number} transition{'' if number == 1 else 's'}"


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else f"{text[: width - 1]}…"


def _summary(area: Area) -> Iterator[str]:
    part = area.coverage
    yield (
        f"  {part.kept} of {part.needs - part.unknown} needs are kept: {percent(part.share)}, "
        f"{percent(part.weighted)} weighted by how badly they are needed"
    )
    notes = [
        (part.lost, "lost on the way"),
        (part.not_recorded, "recorded by nobody"),
        (part.unknown, "not known, since not all protocols are here"),
    ]
    if any(number for number, _ in notes):
        yield "  " + ", ".join(f"{number} {what}" for number, what in notes if number)
    if area.unserved:
        yield f"  {_transitions(len(area.unserved))} not looked at: no party here does the service"


def _picture(rows: list[tuple[str, str, list[Outcome]]], style: Style) -> Iterator[str]:
    """Transitions by items, for those on which something is lost."""
    gaps = [row for row in rows if any(not (one.kept or one.unknown) for one in row[2])]
    count: dict[str, int] = {}
    for _, _, outcomes in gaps:
        for one in outcomes:
            if not (one.kept or one.unknown):
                count[one.need.fact.item] = count.get(one.need.fact.item, 0) + 1
    if not count:
        return
    name = 36
    items = sorted(count, key=lambda item: (-count[item], item))
    used: set[str] = set()
    yield ""
    yield style.paint("what is lost where", BOLD)
    most = max(1, min(26, (style.width - name - 4) // 2))
    for block in (items[start : start + most] for start in range(0, len(items), most)):
        letters = "abcdefghijklmnopqrstuvwxyz"[: len(block)]
        yield style.paint(f"  {'':<{name}} {' '.join(letters)}", DIM)
        for title, party, outcomes in gaps:
            cells = {one.need.fact.item: "?" if one.unknown else LETTER[one.kind] for one in outcomes}
            line = [cells.get(item, " ") for item in block]
            if set(line) - {" ", ".", "?"}:
                used |= set(line)
                yield f"  {_cut(f'{title} ({party})', name):<{name}} {' '.join(line)}".rstrip()
        yield from _legend([f"{letter} {item}" for letter, item in zip(letters, block, strict=True)], style)
    yield from _legend([f"{letter} {what}" for letter, what in _MEANING.items() if letter in used], style)


def _legend(entries: list[str], style: Style) -> Iterator[str]:
    line = " "
    for entry in entries:
        if len(line) + len(entry) + 2 > style.width:
            yield style.paint(line, DIM)
            line = " "
        line += f" {safe(entry)} "
    yield style.paint(line.rstrip(), DIM)
