"""Which rules noticed which mistake: as text, and as a page of the docs."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from tools.mistakes import UNSEEDED, Mistake, Seeded

from sharecheck.report.changes import wrapped
from sharecheck.report.style import BOLD, DIM, GREEN, RED, YELLOW, Style, safe
from sharecheck.rules import rulebook
from sharecheck.words import listed

NAME = 38
"""Columns for the name of a mistake."""


def text(found: Sequence[Seeded], style: Style) -> str:
    """A line for each mistake that was caught, and more for each that was not."""
    return "\n".join((*_lines(found, style), *wrapped(summary(found), style, ""))) + "\n"


def _lines(found: Sequence[Seeded], style: Style) -> Iterator[str]:
    for group, each in groupby(found, lambda one: one.mistake.group):
        yield style.paint(group, BOLD)
        for one in each:
            yield from _line(one, style)
        yield ""


def _line(one: Seeded, style: Style) -> Iterator[str]:
    name = f"{one.mistake.name:<{NAME}}"
    if one.where is None:
        yield style.paint(f"    {name} no place for it here", DIM)
        return
    by = [rule for rule in one.spoke if one.mistake.catches(rule)]
    besides = style.paint(f" +{len(one.besides)}", DIM) if one.besides else ""
    if one.caught:
        yield f"  {style.paint('✓', GREEN)} {name} {' '.join(by)}{besides}"
        return
    yield f"  {style.paint('✗', RED)} {style.paint(name, BOLD)} {' '.join(by)}{besides}".rstrip()
    yield from wrapped(f"{one.mistake.what}, in {safe(one.where)}", style, "      ")
    if one.missed:
        yield style.paint(f"      nothing said by: {' '.join(one.missed)}", RED)
    if one.noise:
        yield style.paint(f"      noise from: {' '.join(one.noise)}", YELLOW)
    for bug in one.bugs:
        yield style.paint(f"      {bug.rule} failed: {safe(bug.error)}", RED)


def summary(found: Sequence[Seeded]) -> str:
    """How many were caught, in a sentence."""
    made = [one for one in found if one.where is not None]
    caught = sum(one.caught for one in made)
    parts = [f"{caught} of {len(made)} kinds of mistake were caught by the rules that should, and by no other"]
    if missed := sum(bool(one.missed) for one in made):
        parts.append(f"{missed} not noticed")
    if noisy := sum(bool(one.noise) for one in made):
        parts.append(f"{noisy} with noise")
    if len(found) > len(made):
        parts.append(f"no place here for {len(found) - len(made)} more")
    return "; ".join(parts)


def page(areas: Sequence[tuple[str, Sequence[Seeded]]], unseeded: Mapping[str, str] = UNSEEDED) -> str:
    """The page of the docs: each kind of mistake, what notices it in each of some areas, and the rules that are left.

    `unseeded` says why nothing can wake a rule.
    """
    names = [name for name, _ in areas]
    rows = list(zip(*(found for _, found in areas), strict=True))
    made = [one for _, found in areas for one in found if one.where is not None]
    lines = [
        "# What is noticed",
        "",
        f"Each of these {len(rows)} kinds of mistake is one that a careless author could make. `python -m "
        "tools.mistakes` makes each for itself in a copy of an area without findings, and asks all rules. "
        "Most are made in one place; a few take two files, or one that is new. "
        f"This page is written by `make generate`, from {listed(names)}: {len(made)} mistakes were made, "
        f"{sum(bool(one.missed) for one in made)} of them went unnoticed, and "
        f"{sum(bool(one.noise) for one in made)} made a rule speak that has no reason to.",
        "",
        "The third column has the rules that speak as well, and why that is no noise: mostly knowledge that no longer "
        "arrives is told of, need by need. A dash means that the area has no place for the mistake.",
        "",
    ]
    for group, each in groupby(rows, lambda row: row[0].mistake.group):
        lines += [
            f"## {group[0].upper()}{group[1:]}",
            "",
            "| what somebody does | caught by | also speaks |",
            "|---|---|---|",
        ]
        lines += [_row(row, names) for row in each]
        lines.append("")
    lines += ["## Rules that none of these mistakes wakes", "", *_asleep(made, unseeded), ""]
    return "\n".join(lines)


def _asleep(made: Iterable[Seeded], unseeded: Mapping[str, str]) -> Iterator[str]:
    """The rules that did not speak, and why no mistake can make them; a sentence where all of them did."""
    awake = {rule for one in made for rule in one.spoke}
    asleep = [rule.id for rule in rulebook() if rule.id not in awake and rule.compare is None]
    for rule in asleep:
        why = f"cannot be seeded, because {unseeded[rule]}" if rule in unseeded else "has no kind of mistake yet"
        yield f"* {_linked([rule])} {why}"
    if not asleep:
        yield "None: each rule that `check` asks is woken by one of them."


def _row(row: Sequence[Seeded], names: Sequence[str]) -> str:
    mistake = row[0].mistake
    caught = sorted({rule for one in row for rule in one.spoke if mistake.catches(rule)})
    nowhere = [name for name, one in zip(names, row, strict=True) if one.where is None]
    by = _linked(caught) + (f" (no place in {listed(nowhere)})" if caught and nowhere else "") or "–"
    besides = sorted({rule for one in row for rule in one.besides})
    return f"| {mistake.what}: `{mistake.name}` | {by} | {_reasons(mistake, besides)} |"


def _reasons(mistake: Mistake, besides: Sequence[str]) -> str:
    """The rules that speak as well, those of one reason together."""
    why: dict[str, list[str]] = {}
    for rule in besides:
        why.setdefault(mistake.also.get(rule) or mistake.also[rule[:3]], []).append(rule)
    return "; ".join(f"{_linked(rules)}: {reason}" for reason, rules in why.items())


def _linked(rules: Iterable[str]) -> str:
    return ", ".join(f"[{rule}](rules/{rule}.md)" for rule in rules)
