"""The minutes a month that flows ask of each party, beside those it has."""

from collections.abc import Iterable, Iterator
from textwrap import fill

from sharecheck.report.style import BOLD, DIM, GREEN, RED, Style, safe
from sharecheck.report.table import percent
from sharecheck.workspace import Area, Flow
from sharecheck.workspace.workload import Task, Workload, uncounted, workloads

_HEAVIEST = 3
_NAMED = 12
_NOTE = (
    "Minutes a message and how often things come up are estimates of ours: `minutes-to-send`, `minutes-to-read` and "
    "`per-thousand-births` in the catalogue. What is counted locally is better: say `times-a-year` of a flow, or give "
    "the channel its own minutes in a local catalogue."
)


def capacity(areas: Iterable[Area], style: Style) -> str:
    """The tables of the areas; in detail, each party has a line for each of its channels."""
    tables: list[str] = []
    silent = []
    for area in areas:
        loads = workloads(area)
        if not loads:
            silent.append(area)
            continue
        tables.append("\n".join(_render(area, loads, style)) + "\n")
    tables += [
        f"{safe(area.id)} is left out: it does not say how many children are born, `births-a-year`\n" for area in silent
    ]
    tables.append(style.paint(fill(_NOTE, style.width), DIM) + "\n")
    return "\n".join(tables)


def _render(area: Area, loads: tuple[Workload, ...], style: Style) -> Iterator[str]:
    name = min(46, style.width - 45)
    births = area.shape.births_a_year if area.shape else 0
    title = f"{safe(area.id)}: minutes a month for sending and reading, {births:,} births a year"
    yield style.paint(title, BOLD)
    yield style.paint(f"  {'party':<{name}} {'sending':>8} {'reading':>8} {'asked':>8} {'has':>8} {'used':>6}", DIM)
    busy = [load for load in loads if load.tasks or load.has is not None]
    for load in sorted(busy, key=lambda load: (-load.total, load.party)):
        yield _line(load, name, style)
        if style.details:
            for channel, sending, reading in load.by_channel:
                label = f"  {safe(channel)}"
                line = f"  {_cut(label, name):<{name}} {sending:>8,.0f} {reading:>8,.0f} {sending + reading:>8,.0f}"
                yield style.paint(line, DIM)
    for load in loads:
        if load.too_much and load.has is not None:
            yield ""
            yield style.paint(
                f"{safe(load.party)} is asked {load.total - load.has:,.0f} minutes more than it has; most for", RED
            )
            yield from (f"  {_task(task)}" for task in load.heaviest[:_HEAVIEST])
    left = uncounted(area)
    if left:
        yield ""
        yield _left_out(left, style)


def _line(load: Workload, name: int, style: Style) -> str:
    sending, reading = load.minutes("sending"), load.minutes("reading")
    line = f"  {_cut(safe(load.party), name):<{name}} {sending:>8,.0f} {reading:>8,.0f} {load.total:>8,.0f} "
    if load.has is None:
        return f"{line}{'–':>8} {'–':>6}"
    used = percent(load.total / load.has) if load.has else "–"
    return f"{line}{load.has:>8,} " + style.paint(f"{used:>6}", RED if load.too_much else GREEN)


def _task(task: Task) -> str:
    doing = "sending" if task.work == "sending" else "reading"
    flow = safe(task.flow.id)
    return f"{task.minutes:>6,.0f} {doing} {flow}, {task.times:,.0f} a month by {safe(task.flow.shape.channel)}"


def _left_out(flows: tuple[Flow, ...], style: Style) -> str:
    names = ", ".join(safe(flow.id) for flow in flows[:_NAMED]) + (" and more" if len(flows) > _NAMED else "")
    number = f"{len(flows)} flow{'' if len(flows) == 1 else 's'}"
    line = f"not counted, or not in full, since nobody says how often or by which channel: {number}: {names}"
    return fill(line, style.width, subsequent_indent="  ", break_on_hyphens=False)


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else f"{text[: width - 1]}…"
