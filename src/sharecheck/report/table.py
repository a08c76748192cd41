"""The transitions of each area: what is kept, and what is lost where."""

from collections import Counter
from collections.abc import Iterable, Iterator
from textwrap import wrap

from sharecheck.explain import kind_words, why_unknown
from sharecheck.explain.kinds import UNKNOWN_LETTER, UNKNOWN_NAME
from sharecheck.network import KINDS, Coverage, Outcome, coverage
from sharecheck.report.style import BOLD, DIM, GREEN, RED, YELLOW, Style, safe
from sharecheck.workspace import Area

MIN_KNOWN = 10
"""Needs of which something has to be known before a share of them is printed: of fewer a percentage says nothing."""


def percent(share: float | None) -> str:
    """A share in whole percent, never rounded up to all: `99 %`, `–` when there is none."""
    return "–" if share is None else f"{int(share * 100 + 1e-9)} %"


def percent_of(share: float | None, known: int) -> str:
    """The same of so many needs; empty for fewer than `MIN_KNOWN`."""
    return percent(share) if known >= MIN_KNOWN else ""


def kept_of(coverage: Coverage, percents: bool = True) -> str:
    """How many needs are kept of how many of which something is known: `30 of 40 (75 %)`, `3 of 4`."""
    share = percent_of(coverage.share, coverage.known) if percents else ""
    return f"{coverage.kept} of {coverage.known}{f' ({share})' if share else ''}"


def table(area: Area, style: Style) -> str:
    """A line for each transition and recipient, then the whole area, then the picture of what is lost where."""
    rows = _rows(area)
    if not rows:
        return ""
    name = min(46, style.width - 34)
    lines = [style.paint(f"{safe(area.id)}: what reaches the next service", BOLD)]
    titles, parties = _apart((row[0] for row in rows), name), _apart((row[1] for row in rows), 16)
    shown: list[str] = []
    complete = unknown = 0
    for title, party, outcomes in rows:
        part = coverage(outcomes)
        known = part.known
        if not style.details and part.kept == known:
            complete += bool(known)
            unknown += not known
            continue
        kept = f"{part.kept}/{known}" if known else "?"
        colour = GREEN if part.kept == known else RED if part.lost else YELLOW
        line = f"  {titles[title]:<{name}} {parties[party]:<16} {kept:>7} "
        shown.append((line + style.paint(f"{percent_of(part.share, known):>5}", colour)).rstrip())
    if shown:
        lines += [style.paint(f"  {'transition':<{name}} {'recipient':<16} {'kept':>7}", DIM), *shown]
    if complete:
        lines.append(f"  {'all ' if complete == len(rows) else ''}{_transitions(complete)} in full")
    lines += _summary(area, unknown, style)
    lines += _picture(rows, style)
    return "\n".join(lines) + "\n"


def _rows(area: Area) -> list[tuple[str, str, list[Outcome]]]:
    rows: dict[tuple[str, str], list[Outcome]] = {}
    for outcome in area.outcomes:
        rows.setdefault((outcome.need.transition, outcome.need.fact.party), []).append(outcome)
    shown = {id: area.transitions[id] for id, _ in rows}
    titles = {
        id: f"{transition.code} {transition.title}" if transition.code else transition.title
        for id, transition in shown.items()
    }
    several = Counter(titles.values())
    titles = {id: title if several[title] == 1 else f"{title} ({id})" for id, title in titles.items()}
    return [(safe(titles[id]), safe(party), outcomes) for (id, party), outcomes in rows.items()]


def _transitions(number: int) -> str:
    return f"{number} transition{'' if number == 1 else 's'}"


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else f"{text[: width - 1]}…"


def _apart(texts: Iterable[str], width: int) -> dict[str, str]:
    """Each text, cut at its end; those that begin alike are cut in the middle, so that their ends tell them apart."""
    every = dict.fromkeys(texts)
    alike = Counter(_cut(text, width) for text in every)
    tail = width // 2
    return {
        text: f"{text[: width - tail - 1]}…{text[-tail:]}" if alike[_cut(text, width)] > 1 else _cut(text, width)
        for text in every
    }


def _labels(rows: list[tuple[str, str]], width: int) -> dict[tuple[str, str], str]:
    """A label for each title and recipient; where they begin alike, each of the two is cut by itself."""
    labels = {row: _cut(f"{row[0]} ({row[1]})", width) for row in rows}
    alike = Counter(labels.values())
    titles, parties = _apart((row[0] for row in rows), width - 15), _apart((row[1] for row in rows), 12)
    return {
        row: label if alike[label] == 1 else f"{titles[row[0]]} ({parties[row[1]]})" for row, label in labels.items()
    }


def _summary(area: Area, unknown: int, style: Style) -> Iterator[str]:
    """What it comes to; `unknown` transitions are those of which nothing is known."""
    part = area.coverage
    if part.known >= MIN_KNOWN:
        known = " of what is known" if part.unknown else ""
        yield (
            f"  {part.kept} of {part.known} needs are kept: {percent(part.share)}{known}, "
            f"{percent(part.weighted)} weighted by how badly they are needed"
        )
    elif part.known:
        yield f"  {part.kept} of {part.known} needs are kept{', of those that are known' if part.unknown else ''}"
    notes = [(part.lost, "lost on the way"), (part.not_recorded, "recorded by nobody")]
    if any(number for number, _ in notes):
        summary = ", ".join(f"{number} {what}" for number, what in notes if number)
        yield from wrap(summary, style.width, initial_indent="  ", subsequent_indent="    ", break_on_hyphens=False)
    if part.unknown:
        of = f" at {_transitions(unknown)} nothing is known at all;" if unknown and part.known else ""
        needs = "1 need is" if part.unknown == 1 else f"{part.unknown} needs are"
        line = f"{needs} not known:{of} {why_unknown(area)}"
        yield from wrap(line, style.width, initial_indent="  ", subsequent_indent="    ", break_on_hyphens=False)
    if area.unserved:
        yield f"  {_transitions(len(area.unserved))} not looked at: no party here does the service"


def _picture(rows: list[tuple[str, str, list[Outcome]]], style: Style) -> Iterator[str]:
    """Transitions by items, for those on which something is lost."""
    gaps = [row for row in rows if any(not (outcome.kept or outcome.unknown) for outcome in row[2])]
    count: dict[str, int] = {}
    for _, _, outcomes in gaps:
        for outcome in outcomes:
            if not (outcome.kept or outcome.unknown):
                count[outcome.need.fact.item] = count.get(outcome.need.fact.item, 0) + 1
    if not count:
        return
    name = 36
    items = sorted(count, key=lambda item: (-count[item], item))
    used: set[str] = set()
    labels = _labels([(title, party) for title, party, _ in gaps], name)
    yield ""
    yield style.paint("what is lost where", BOLD)
    most = max(1, min(26, (style.width - name - 4) // 2))
    for block in (items[start : start + most] for start in range(0, len(items), most)):
        letters = "abcdefghijklmnopqrstuvwxyz"[: len(block)]
        yield style.paint(f"  {'':<{name}} {' '.join(letters)}", DIM)
        for title, party, outcomes in gaps:
            cells = {
                outcome.need.fact.item: UNKNOWN_LETTER if outcome.unknown else kind_words(outcome.kind).letter
                for outcome in outcomes
            }
            line = [cells.get(item, " ") for item in block]
            if set(line) - {" ", ".", "?"}:
                used |= set(line)
                yield f"  {labels[title, party]:<{name}} {' '.join(line)}".rstrip()
        yield from _legend([f"{letter} {item}" for letter, item in zip(letters, block, strict=True)], style)
    yield from _legend([f"{letter} {name}" for letter, name in _letters() if letter in used], style)


def _letters() -> Iterator[tuple[str, str]]:
    """Each letter with its name, what is lost first."""
    kept, *lost = (kind_words(kind) for kind in KINDS)
    yield from ((words.letter, words.name) for words in lost)
    yield UNKNOWN_LETTER, UNKNOWN_NAME
    yield kept.letter, kept.name


def _legend(entries: list[str], style: Style) -> Iterator[str]:
    line = " "
    for entry in entries:
        if len(line) + len(entry) + 2 > style.width:
            yield style.paint(line, DIM)
            line = " "
        line += f" {safe(entry)} "
    yield style.paint(line.rstrip(), DIM)
