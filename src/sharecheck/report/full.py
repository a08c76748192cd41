"""For people: the fact, where it stands, the way of the item, what it means for a child, what to do."""

from collections.abc import Iterator
from itertools import groupby
from textwrap import wrap

from sharecheck import words
from sharecheck.document import Document, Span
from sharecheck.engine import Result
from sharecheck.finding import NOT_AGREED, Lack, Severity
from sharecheck.report import clauses
from sharecheck.report.groups import Group, groups, message
from sharecheck.report.style import BLUE, BOLD, DIM, RED, YELLOW, Style, safe
from sharecheck.report.width import columns, fitting

COLOURS = {Severity.ERROR: RED, Severity.WARNING: YELLOW, Severity.INFORMATION: BLUE}

_PLACES = 4
"""Members of one group whose places are shown; all are named as far as the sentence goes."""
_HELPS = 3
"""Needs of one group may each be mended by something else; so many are told."""


_UNAGREED = "what nobody agreed is done by one and not by the next, and a family learns which when it goes wrong"
_ADD = (
    "agree these, and add this text at the end of the file; `...` stands for what you have agreed, and says nothing "
    "yet; what is there for example is yours to choose"
)


def render(result: Result, style: Style) -> str:
    """All findings, those of one group told as one, and so the clauses that one agreement lacks."""
    before: dict[frozenset[Lack], str] = {}
    blocks = (_lacks(group, before, style) if _together(group) else _render(group, style) for group in groups(result))
    return "".join("\n".join(block) + "\n\n" for block in blocks)


def _together(group: Group) -> bool:
    return len(group) > 1 and group[0].finding.lacks is not None


def _lacks(group: Group, before: dict[frozenset[Lack], str], style: Style) -> Iterator[str]:
    """The clauses that an agreement lacks; `before` are those told by now, each with where that was."""
    group = sorted(group, key=lambda diagnostic: (diagnostic.severity.rank, diagnostic.rule.id))
    first = min(group, key=lambda diagnostic: diagnostic.span)
    worst = group[0].severity
    name = getattr(first.finding.place.document.shape, "id", first.path.name)
    yield from _headline(str(worst), f"`{name}` lacks {len(group)} clauses", worst, style)
    yield from _frames([first], style)
    every = frozenset(diagnostic.finding.lacks for diagnostic in group if diagnostic.finding.lacks)
    if every in before:
        ids = ", ".join(diagnostic.rule.id for diagnostic in group)
        yield from _paragraph("the same as", f"at {before[every]}, with the same text to add: {ids}", style)
        return
    yield from clauses.listed(group, style, COLOURS)
    yield from _paragraph("for a child:", _UNAGREED, style)
    above = next((place for lacks, place in before.items() if every < lacks), None)
    before[every] = f"{style.path(first.path)}:{first.span.line}"
    if above is not None:
        yield from _paragraph("what to do:", f"agree these; the text to add is among that at {above}", style)
        return
    yield from _paragraph("what to do:", _ADD, style)
    lacks = (diagnostic.finding.lacks for diagnostic in group if diagnostic.finding.lacks)
    document = first.finding.place.document
    yield from (style.paint(line, DIM) for line in clauses.skeleton(lacks, document.shape, document.open))


def _render(group: Group, style: Style) -> Iterator[str]:
    first, finding = group[0], group[0].finding
    yield from _headline(f"{first.severity}[{first.rule.id}]", message(group), first.severity, style)
    yield from _frames(group if finding.sentence else group[:1], style)
    if finding.steps:
        yield style.paint("  the way of the item", DIM)
        for number, step in enumerate(finding.steps, 1):
            yield from _paragraph(f"{number}.", step, style)
    if finding.consequence:
        yield from _paragraph("for a child:", finding.consequence, style)
    helps = list(dict.fromkeys(diagnostic.finding.help for diagnostic in group if diagnostic.finding.help))
    for number, help in enumerate(helps[:_HELPS]):
        yield from _paragraph("and:" if number else "what to do:", help, style)
    if len(helps) > _HELPS:
        yield from _paragraph(
            "and:", f"{len(helps) - _HELPS} more like these; `--output-format json` has them all", style
        )
    fixes = [diagnostic.finding.fix for diagnostic in group if diagnostic.finding.fix]
    if fixes:
        options = "--fix" if any(fix.safe for fix in fixes) else "--fix --unsafe-fixes"
        yield from _paragraph("fixable", f"with `{options}`", style)
    if len(group) > 1 and finding.group[:1] == (NOT_AGREED,):
        keys = [
            str(next(step for step in reversed(diagnostic.finding.place.route) if isinstance(step, str)))
            for diagnostic in group
        ]
        yield from _paragraph("not agreed yet:", f"{len(group)}: {words.listed(keys, len(keys))}", style)
    elif len(group) > 1 and finding.sentence is None:
        items = sorted({diagnostic.finding.about[-1] for diagnostic in group})
        these = f" of {len(items)} items: {words.listed(items, 6)}" if len(items) > 1 else ""
        yield from _paragraph("in all:", f"{len(group)} needs{these}", style)


def _headline(head: str, message: str, severity: Severity, style: Style) -> Iterator[str]:
    lines = wrap(
        f"{head} {safe(message)}", style.width, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False
    )
    yield style.paint(head, BOLD, COLOURS[severity]) + style.paint(lines[0].removeprefix(head), BOLD)
    yield from (style.paint(line, BOLD) for line in lines[1:])


def _paragraph(label: str, text: str, style: Style) -> Iterator[str]:
    lines = wrap(
        f"{label} {safe(text)}",
        style.width - 2,
        subsequent_indent="   ",
        break_long_words=False,
        break_on_hyphens=False,
    )
    yield f"  {style.paint(label, BLUE)}{lines[0].removeprefix(label)}"
    yield from (f"  {line}" for line in lines[1:])


def _frames(group: Group, style: Style) -> Iterator[str]:
    """The lines of the first findings of a group, and those of the further places of the first, file by file."""
    marks: list[tuple[Document, Span, str]] = [(each.finding.place.document, each.span, "") for each in group[:_PLACES]]
    marks += [
        (location.place.document, location.span, "" if location.kind == "step" else location.label)
        for location in group[0].finding.elsewhere
    ]
    gutter = max(len(str(span.line)) for _, span, _ in marks)
    seen: set[tuple[str, int]] = set()
    for path, each in groupby(marks, key=lambda mark: mark[0].path):
        every = list(each)
        first = every[0][1]
        by_line = {span.line: (source, span, text) for source, span, text in reversed(every)}
        shown = [by_line[line] for line in sorted(by_line) if (str(path), line) not in seen]
        if not shown:
            continue
        yield style.paint(f"{' ' * gutter}--> ", DIM) + f"{style.path(path)}:{first.line}:{first.column}"
        for source, span, text in shown:
            seen.add((str(path), span.line))
            yield from _frame(source, span, text, gutter, style)


def _frame(document: Document, span: Span, text: str, gutter: int, style: Style) -> Iterator[str]:
    if not document.text:
        return
    room = max(style.width - gutter - 3, 20)
    line = document.lines[span.line]
    start = max(0, min(span.column - 1, len(line)))
    cut = max(0, start - room + 20)
    while columns(before := safe(line[cut:start])) > room - 20:  # wide signs, and those that are shown as escapes
        cut += 1
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    marked = safe(line[start : min(max(end, start + 1), start + room)])
    shown = fitting(safe(line[cut : cut + 2 * room]), room)  # a line of JSON may hold the whole file
    yield f"{style.paint(f'{span.line:>{gutter}} |', DIM)} {shown}".rstrip()
    under = " " * columns(before) + "^" * max(1, min(columns(marked), room - columns(before)))
    note = f" {safe(text)}" if text else ""
    yield f"{style.paint(' ' * gutter + ' |', DIM)} {style.paint(under, RED)}{note}"
