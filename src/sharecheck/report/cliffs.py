"""From which day of birth on something is no longer kept, as text or as JSON."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import TypeVar

from sharecheck import words
from sharecheck.model.base import DAY
from sharecheck.planning.cliffs import Cliff, Cliffs
from sharecheck.planning.cohort import Gate
from sharecheck.report.changes import WEIGHTS, cut, title, wrapped
from sharecheck.report.style import BOLD, DIM, GREEN, RED, YELLOW, Style, safe
from sharecheck.workspace import Area

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


def text(found: Iterable[Cliffs], style: Style) -> str:
    """The cliffs of each area in words."""
    return "\n".join("\n".join(_render(cliffs, style)) + "\n" for cliffs in found)


def _render(found: Cliffs, style: Style) -> Iterator[str]:
    area = found.area
    yield style.paint(f"{safe(area.id)}: what changes from one day of birth to the next", BOLD)
    if not (found.cliffs or found.never):
        yield style.paint("  nothing: no need is lost or won by a date that stands in these files", GREEN)
        return
    if not found.falls:
        yield style.paint("  nothing that is kept for some children is lost for those born later", GREEN)
    for gates, cliffs in _by((cliff.gates, cliff) for cliff in found.falls):
        yield ""
        yield from wrapped(" and ".join(map(_closes, gates)), style, "", BOLD, RED)
        yield from wrapped(f"flows: {_flows(area, cliffs)}", style, "  ", DIM)
        for (_, until), each in _by(((cliff.born, cliff.until), cliff) for cliff in cliffs):
            yield from wrapped(f"children born from {each[0].born} {_end(until)}{_age(area, each[0])}", style, "  ")
            yield from _losses(area, each, style)
    yield from _rises(found, style)
    yield from _never(found, style)


def _losses(area: Area, cliffs: Sequence[Cliff], style: Style) -> Iterator[str]:
    for (transition, party), each in _by(((cliff.need.transition, cliff.need.fact.party), cliff) for cliff in cliffs):
        items = ", ".join(_item(cliff) for cliff in sorted(each, key=lambda cliff: WEIGHTS.index(cliff.need.weight)))
        loss = f"{items} no longer surely {'reach' if len(each) > 1 else 'reaches'} `{safe(party)}`"
        yield from wrapped(f"{loss}: {title(area, transition)}", style, "    - ")


def _item(cliff: Cliff) -> str:
    return f"`{safe(cliff.need.fact.item)}`{' (critical)' if cliff.need.weight == 'critical' else ''}"


def _rises(found: Cliffs, style: Style) -> Iterator[str]:
    """What begins: a line for each gate that opens, and the days of birth from which on something is kept, and all."""
    if not found.rises:
        return
    yield ""
    yield style.paint("what begins", BOLD)
    yield "  needs that are kept for children born from one day on, all from another"
    name = style.width - 46
    yield style.paint(f"  {'in force':<{name}} {'from':<10} {'needs':>5}  {'born from':<10}  {'all from'}", DIM)
    for gates, cliffs in _by((cliff.gates, cliff) for cliff in found.rises):
        names = cut(", ".join(safe(gate.name) for gate in gates), name)
        since = max(gate.day for gate in gates)
        yield f"  {names:<{name}} {since} {len(cliffs):>5}  {cliffs[0].born}  {cliffs[-1].born}"
    last = max(cliff.born for cliff in found.rises)
    if last > found.area.as_of:
        note = f"who is born before {last} misses some of it: what was to be sent for them came before it was in force"
        yield from wrapped(note, style, "  ", YELLOW)


def _never(found: Cliffs, style: Style) -> Iterator[str]:
    if not found.never:
        return
    yield ""
    yield style.paint("kept by what is in force today, and yet for no child", BOLD, RED)
    note = "what they hang on is in force together on one day, but not on all the days on which one child needs it"
    yield from wrapped(note, style, "  ")
    for (transition, party), needs in _by(((need.transition, need.fact.party), need) for need in found.never):
        items = ", ".join(f"`{safe(need.fact.item)}`" for need in needs)
        yield from wrapped(f"{items} to `{safe(party)}`: {title(found.area, transition)}", style, "  - ")


def _closes(gate: Gate) -> str:
    if gate.why == "funding":
        return f"the funding `{safe(gate.name)}` ends on {gate.day}"
    return f"`{safe(gate.name)}` expires on {gate.day}"


def _end(until: object) -> str:
    return f"to {until}" if until else "on"


def _age(area: Area, cliff: Cliff) -> str:
    """How old the first of them are, if they are born."""
    days = (area.as_of - cliff.born).days
    return f": the first of them are {words.span(days * DAY)} old" if days > 0 else ""


def _flows(area: Area, cliffs: Iterable[Cliff]) -> str:
    return words.listed(
        [safe(area.all_flows[key].id) for key in sorted({key for cliff in cliffs for key in cliff.flows})], 6
    )


def _by(pairs: Iterable[tuple[K, V]]) -> Iterator[tuple[K, list[V]]]:
    found: dict[K, list[V]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    yield from found.items()
