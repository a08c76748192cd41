"""A plan of repair, for people: what to change where, what it closes, and what is proved of it."""

from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap

from sharecheck.network import Need
from sharecheck.repairs import Edit, Plan, Step
from sharecheck.report.style import BOLD, DIM, GREEN, RED, YELLOW, Style, safe
from sharecheck.workspace import Area

_MOST = 12
"""Unavoidable changes, and gaps that stay open, told one by one; JSON has them all."""


def plans(found: Iterable[Plan], style: Style) -> str:
    """The plan of each area."""
    return "\n\n".join(full(plan, style) for plan in found)


def full(plan: Plan, style: Style) -> str:
    """The changes by file, then the proof, then what cannot be avoided and what cannot be closed."""
    lines = [style.paint(_headline(plan), BOLD)]
    files: dict[str, list[Step]] = {}
    for step in plan.steps:
        files.setdefault(_file(step.edit, style), []).append(step)
    for file in sorted(files):
        lines += ["", f"{file}" + style.paint("  (line, cost, change)", DIM)]
        for step in sorted(files[file], key=_line):
            lines += _step(plan.area, step, style)
    lines += ["", *_proof(plan, style)]
    lines += _unavoidable(plan, style)
    lines += _open(plan, style)
    return "\n".join(lines) + "\n"


def _headline(plan: Plan) -> str:
    number, closed, all = len(plan.steps), len(plan.closed), len(plan.gaps)
    if not number:
        which = "the gap" if all == 1 else f"any of the {all} gaps"
        if not plan.open:
            return f"{safe(plan.area.id)}: no change closes {which}"
        late, little = "time was up before a change was found for", f"a budget of {plan.budget} does not reach for"
        return f"{safe(plan.area.id)}: {late if _hurried(plan) else little} {which}"
    what = f"{number} change{'' if number == 1 else 's'} close{'s' if number == 1 else ''}"
    which = f"all {all}" if closed == all and all > 1 else f"{closed} of {all}" if all > 1 else "the"
    return f"{safe(plan.area.id)}: {what} {which} gap{'' if all == 1 else 's'}, for a cost of {plan.cost}"


def _hurried(plan: Plan) -> bool:
    """Whether time was up, so that it is not the budget alone that leaves gaps open."""
    return plan.budget is None or plan.proof == "unproved"


def _gaps(number: int) -> str:
    return f"{number} gap{'' if number == 1 else 's'}"


def _file(edit: Edit, style: Style) -> str:
    if edit.draft is not None and edit.draft.document is None:
        return f"{style.path(edit.draft.path)} (new)"
    return style.path(edit.place.document.path)


def _line(step: Step) -> int:
    draft = step.edit.draft
    return 0 if draft is not None and draft.document is None else step.edit.place.span.line


def _step(area: Area, step: Step, style: Style) -> Iterator[str]:
    edit = step.edit
    at = f"line {_line(step)}" if _line(step) else "new"
    if edit.draft is not None:
        at = "new"
    yield from _paragraph(f"  {at:<9} {edit.cost:>3}  ", edit.what, style)
    if step.closes:
        text = f"closes {_gaps(len(step.closes))}: {_name_needs(area, step.closes)}"
        yield from (style.paint(line, DIM) for line in _paragraph(" " * 16, text, style))
    if edit.agreed:
        yield from (style.paint(line, YELLOW) for line in _paragraph(" " * 16, f"to be agreed: {edit.agreed}", style))


def _name_needs(area: Area, needs: Sequence[Need], most: int = 3) -> str:
    """Needs by item and party, with the transitions: `` `growth` for `nursery` (T18) ``."""
    facts: dict[tuple[str, str], list[str]] = {}
    for need in needs:
        transition = area.transitions[need.transition]
        facts.setdefault((need.fact.item, need.fact.party), []).append(transition.code or transition.id)
    names = [f"`{item}` for `{party}` ({', '.join(codes)})" for (item, party), codes in facts.items()]
    return ", ".join(names[:most]) + (f" and {len(names) - most} more" if len(names) > most else "")


def _paragraph(label: str, text: str, style: Style) -> list[str]:
    return wrap(
        safe(text),
        style.width,
        initial_indent=label,
        subsequent_indent=" " * len(label),
        break_long_words=False,
        break_on_hyphens=False,
    )


def _proof(plan: Plan, style: Style) -> Iterator[str]:
    thought = f"{plan.considered} change{'' if plan.considered == 1 else 's'} thought of"
    if plan.budget is not None:
        if plan.proof == "most":
            text = f"proved: of the {thought}, none that cost {plan.budget} or less close more, by weight"
        else:
            text = f"not proved: time was up; none of the {thought} close more than a weight of {plan.bound} for that"
    elif plan.proof == "least":
        text = f"proved: no choice of the {thought} closes {_what(plan)} for less than {plan.bound}"
    else:
        text = f"not proved: time was up; of the {thought}, no choice closes {_what(plan)} for less than {plan.bound}"
    colour = GREEN if plan.proof != "unproved" else YELLOW
    return (style.paint(line, colour) for line in _paragraph("", text, style))


def _what(plan: Plan) -> str:
    return "all that can be closed" if plan.hopeless else "these gaps"


def _unavoidable(plan: Plan, style: Style) -> Iterator[str]:
    """For each gap changes of which one is in every repair that was thought of; those of several gaps together."""
    groups: dict[tuple[Edit, ...], list[Need]] = {}
    for need, edits in plan.unavoidable.items():
        groups.setdefault(edits, []).append(need)
    if not groups:
        return
    yield ""
    yield style.paint("unavoidable, of the changes thought of", BOLD)
    shown = sorted(groups.items(), key=lambda group: (len(group[0]), -len(group[1])))
    for edits, needs in shown[:_MOST]:
        single = len(edits) == 1
        yield from _paragraph(
            "  ", f"{_name_needs(plan.area, needs)}{':' if single else ', at least one of these:'}", style
        )
        for edit in edits[:_MOST]:
            yield from _paragraph("    - ", edit.what, style)
        if len(edits) > _MOST:
            yield f"    - or one of {len(edits) - _MOST} more"
    if len(shown) > _MOST:
        yield f"  and so for {_gaps(sum(len(needs) for _, needs in shown[_MOST:]))} more"


def _open(plan: Plan, style: Style) -> Iterator[str]:
    hopeless = [(need, why) for need, why in plan.hopeless.items() if need not in plan.decided]
    if hopeless:
        yield ""
        yield style.paint("no change closes", BOLD, RED)
        for need, why in hopeless[:_MOST]:
            yield from _paragraph("  ", f"{_name_needs(plan.area, [need])}: {why}", style)
        if len(hopeless) > _MOST:
            yield f"  and {_gaps(len(hopeless) - _MOST)} more"
    if plan.decided:
        yield ""
        yield style.paint("not to be mended: a parent's no is respected", BOLD)
        yield from _paragraph("  ", _name_needs(plan.area, plan.decided, _MOST), style)
    if plan.open:
        yield ""
        why = "not closed when time was up" if _hurried(plan) else "the budget does not reach for"
        yield style.paint(why, BOLD, RED)
        yield from _paragraph("  ", _name_needs(plan.area, plan.open, _MOST), style)
