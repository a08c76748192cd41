"""What is lost and won between two states of an area: a table, then in words."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from textwrap import wrap

from sharecheck.explain import Gap
from sharecheck.planning import NeedChange
from sharecheck.planning.change import compared
from sharecheck.report.style import BOLD, DIM, GREEN, RED, Style, safe
from sharecheck.report.table import MIN_KNOWN, kept_of, percent
from sharecheck.workspace import Area

WEIGHTS = ("critical", "important", "useful")


@dataclass(frozen=True, eq=False)
class Difference:
    """Two states of an area and what becomes of each need; what the change is called, for the headline."""

    before: Area
    after: Area
    changes: Sequence[NeedChange]
    title: str
    notes: Sequence[str] = ()


def render_difference(difference: Difference, style: Style) -> str:
    """The difference as text."""
    lost = [change for change in difference.changes if change.lost]
    won = [change for change in difference.changes if change.won]
    lines = list(_head(difference, style))
    lines += _table(difference, [*lost, *won], style)
    lines += _words(difference, lost, style, "what is lost", RED)
    lines += _words(difference, won, style, "what is won", GREEN)
    return "\n".join(lines) + "\n"


def _head(difference: Difference, style: Style) -> Iterator[str]:
    changes = difference.changes
    before, after = compared(changes)
    lost = [change for change in changes if change.lost]
    critical = sum(change.before is not None and change.before.need.weight == "critical" for change in lost)
    yield from wrapped(difference.title, style, "", BOLD)
    yield f"  needs kept   {kept_of(before)}  ->  {kept_of(after)}"
    if before.known >= MIN_KNOWN:
        yield f"  weighted     {percent(before.weighted)}  ->  {percent(after.weighted)}"
    counts = [
        (len(lost), f"lost{f' ({critical} critical)' if critical else ''}"),
        (sum(change.won for change in changes), "won"),
        (sum(change.after is None for change in changes), "that nobody asks for any more"),
        (sum(change.before is None for change in changes), "that nobody asked for before"),
        (sum(_otherwise(change) for change in changes), "not kept either way, but then for another reason"),
        (sum(change.unseen for change in changes), "known before, and not known then"),
    ]
    summary = ", ".join(f"{number} {what}" for number, what in counts if number) or "nothing changes"
    yield from wrapped(summary, style, "  ", RED if lost else GREEN)
    for note in difference.notes:
        yield from wrapped(note, style, "  note: ")


def _otherwise(change: NeedChange) -> bool:
    """Whether a need is kept neither before nor after, and not for the same reason."""
    both = change.before is not None and change.after is not None
    return both and not (change.lost or change.won or change.same or change.unseen)


def _table(difference: Difference, changes: Sequence[NeedChange], style: Style) -> Iterator[str]:
    """A line for each transition and recipient of which something is lost or won."""
    if not changes:
        return
    name = min(44, style.width - 40)
    yield ""
    yield style.paint(f"  {'transition':<{name}} {'recipient':<16} {'lost':>4} {'won':>4}  {'kept':>8}", DIM)
    before, after = (_kept_of(area) for area in (difference.before, difference.after))
    for key, each in _by_transition(changes):
        transition, party = key
        lost = sum(change.lost for change in each)
        row = f"  {cut(title(difference.after, transition), name):<{name}} {cut(safe(party), 16):<16}"
        kept = f"{before.get(key, 0)} -> {after.get(key, 0)}"
        yield row + f" {lost or '':>4} {len(each) - lost or '':>4}  {kept:>8}"


def _kept_of(area: Area) -> dict[tuple[str, str], int]:
    """How many needs of each transition and recipient are kept."""
    found: dict[tuple[str, str], int] = {}
    for outcome in area.outcomes:
        key = outcome.need.transition, outcome.need.fact.party
        found[key] = found.get(key, 0) + outcome.kept
    return found


def _words(
    difference: Difference, changes: Sequence[NeedChange], style: Style, heading: str, colour: int
) -> Iterator[str]:
    if not changes:
        return
    yield ""
    yield style.paint(heading, BOLD, colour)
    for (transition, party), each in _by_transition(changes):
        gaps = [Gap(difference.after, change.after) for change in each if change.after is not None]
        gaps.sort(key=lambda gap: WEIGHTS.index(gap.need.weight))
        yield style.paint(f"  {title(difference.after, transition)}", BOLD)
        knows = "no longer surely knows" if each[0].lost else "then surely knows"
        yield from wrapped(f"`{safe(party)}` {knows} by {safe(gaps[0].by)}", style, "    ")
        for why, group in _grouped(gaps):
            items = ", ".join(f"{gap.item}{' (critical)' if gap.need.weight == 'critical' else ''}" for gap in group)
            yield from wrapped(f"{items}{f': {why}' if why else ''}", style, "    - ")
        yield from wrapped(safe(gaps[0].consequence), style, "    for a child: ", DIM)


def _grouped(gaps: Iterable[Gap]) -> Iterator[tuple[str, list[Gap]]]:
    """Gaps with what becomes of them in words, the same words together."""
    found: dict[str, list[Gap]] = {}
    for gap in gaps:
        found.setdefault("" if gap.outcome.kept else safe(gap.becomes), []).append(gap)
    yield from found.items()


def _by_transition(changes: Iterable[NeedChange]) -> Iterator[tuple[tuple[str, str], list[NeedChange]]]:
    by: dict[tuple[str, str], list[NeedChange]] = {}
    for change in changes:
        by.setdefault((change.key.transition, change.key.party), []).append(change)
    yield from by.items()


def title(area: Area, transition: str) -> str:
    """The number and title of a transition, safe to print."""
    shape = area.transitions[transition]
    return safe(f"{shape.code} {shape.title}" if shape.code else shape.title)


def cut(text: str, width: int) -> str:
    """A text in a column."""
    return text if len(text) <= width else f"{text[: width - 1]}…"


def wrapped(text: str, style: Style, indent: str, *codes: int) -> Iterator[str]:
    """A text in lines, the first with the indent and the others below it."""
    lines = wrap(text, style.width, initial_indent=indent, subsequent_indent=" " * len(indent), break_on_hyphens=False)
    return (style.paint(line, *codes) if codes else line for line in lines)
