"""The way of one item to a service, hop by hop."""

from collections.abc import Iterator
from textwrap import wrap

from sharecheck import words
from sharecheck.explain import AT_THE_EVENT, condition
from sharecheck.explain.unknown import NOT_HERE, not_known, onward
from sharecheck.network import Arc, Fact, Hop, Outcome
from sharecheck.planning.trace import Delivery, Trace
from sharecheck.report.style import BOLD, DIM, GREEN, RED, Style, safe
from sharecheck.workspace import Area

MAX_WAYS = 40
"""Ways that are shown to people; each may be as long as there are parties."""


def trace(found: tuple[Trace, ...], style: Style) -> str:
    """The ways of an item to a service or party in each area."""
    lines = [line for area, outcome in shown(found) for line in (*render_outcome(area, outcome, style), "")]
    if len(found) > MAX_WAYS:
        lines += _fit(left_out(found), style)
    return "\n".join(lines).rstrip("\n") + "\n"


def shown(found: tuple[Trace, ...]) -> tuple[Trace, ...]:
    """The needs whose ways are shown: all of them, and of very many those that are not kept first."""
    if len(found) <= MAX_WAYS:
        return found
    return tuple(sorted(found, key=lambda row: row[1].kept))[:MAX_WAYS]


def left_out(found: tuple[Trace, ...]) -> str:
    """How many ways are not shown."""
    rest = len(found) - MAX_WAYS
    lost = max(0, sum(not outcome.kept for _, outcome in found) - MAX_WAYS)
    return f"and {rest} more, {lost} of them not kept: `--output-format json` has them all"


def render_outcome(area: Area, outcome: Outcome, style: Style, places: bool = True) -> Iterator[str]:
    """What becomes of a need, line by line; with the place of each flow, or without."""
    need = outcome.need
    transition = area.transitions[need.transition]
    moment = area.network.moments[need.event]
    kind, colour = becomes(outcome), GREEN if outcome.kept else RED
    *lines, last = _fit(f"{area.id}: {need.fact.item} to {plain_holder(need.fact)}", style)
    yield from (style.paint(line, BOLD) for line in lines)
    if len(last) + 1 + len(kind) <= style.width:
        yield f"{style.paint(last, BOLD)} {style.paint(kind, colour)}"
    else:
        yield style.paint(last, BOLD)
        yield from _fit(f"     {kind}", style, colour)
    code = f"{transition.code} " if transition.code else ""
    by = words.age(moment.start + need.plus)
    yield from _fit(f"  needed for {code}{transition.title}, {by}, as {need.form} or better", style)
    for number, hop in enumerate(Trace(area, outcome).hops, 1):
        yield from step(area, number, hop, style, places, news=outcome.news is not None)
    for fact, age, sure in holders(area, outcome)[:5]:
        held = f"holds it {words.age(age)}" if sure else f"may hold it {words.age(age)}, not surely"
        held = "learns of a change of it" if outcome.news else held
        more = "" if outcome.unknown else f"; {onward(area, outcome, fact.party)}"
        yield from _fit(f"  {_holder(fact)} {held}{more}", style)
    if outcome.unknown and not outcome.hops:
        yield from _fit(f"  {not_known(area, outcome)}", style)
    if outcome.kind == "not-recorded" and not outcome.unknown:
        yield "  nobody here records it"


def deliveries(item: str, found: tuple[Delivery, ...], style: Style) -> str:
    """How an item comes to who needs it at no transition."""
    lines: list[str] = []
    for area, party, flows, hops in found:
        ids = [flow.id for flow in flows]
        brings = f"{words.listed(ids, 3)} {'bring' if len(ids) > 1 else 'brings'} it"
        lines += _fit(f"{area.id}: {item} to {party}", style, BOLD)
        lines += _fit(f"  needed at no transition; {brings}", style)
        for number, hop in enumerate(hops, 1):
            lines += step(area, number, hop, style)
        if not hops:
            lines += _fit("  nobody here is known to hold it", style)
        lines.append("")
    return "\n".join(lines).rstrip("\n") + "\n"


def becomes(outcome: Outcome) -> str:
    """What becomes of a need in few words: `kept`, `late by up to 4 days`, `mistimed, and up to 1 day late`."""
    kind = outcome.verdict
    if outcome.unknown or not outcome.late_by:
        return f"late: {AT_THE_EVENT}" if kind == "late" else kind
    span = words.span(outcome.late_by)
    if outcome.news:
        return f"{kind}: a change is known up to {span} too late"
    return f"late by up to {span}" if kind == "late" else f"{kind}, and up to {span} late"


def holders(area: Area, outcome: Outcome) -> tuple[tuple[Fact, float, bool], ...]:
    """Who holds what has no way on, from which age, and whether surely; none that is not sure beside one that is."""
    sure = tuple((fact, age, True) for fact, age, standing in outcome.holders if standing != "perhaps")
    return sure or tuple((fact, age, False) for fact, age, _ in outcome.holders)


def step(  # how it is shown, and what it is
    area: Area, number: int, hop: Hop, style: Style, places: bool = True, news: bool = False
) -> Iterator[str]:
    """One step: what brings it, or the `news` of a change of it, where that is written, and what goes wrong."""
    at = f"up to {words.span(hop.age)} later" if news else f"{words.age(hop.age)} at the latest"
    if hop.assumed:
        yield from _fit(f"  {number}. {hop.fact.party} may know it from the start: {NOT_HERE}", style)
        return
    if not isinstance(hop.via, Arc):
        recorded = f"records it at {hop.via.event}, {at}, {hop.form}"
        line = f"  {number}. {plain_holder(hop.fact)} {'learns of a change of it' if hop.changed else recorded}"
        yield from _fit(line, style)
        return
    flow = area.flow_of(hop.via)
    inside = words.passed_inside(hop.fact.party, hop.fact.service).replace("`", "")
    brought = f"{flow.id} brings it to {plain_holder(hop.fact)}" if flow else inside
    *lines, last = _fit(f"  {number}. {brought} {at}, {hop.form}", style)
    place = flow.place / "id" if flow else None
    where = f"{style.path(place.document.path)}:{place.span.line}" if place and places else ""
    beside = len(last) + 2 + len(where) <= style.width
    yield from lines
    yield f"{last}  {style.paint(where, DIM)}" if where and beside else last
    if where and not beside:
        yield f"     {style.paint(where, DIM)}"
    for barrier in hop.barriers:
        yield from _fit(f"     only if {condition(barrier)}", style, RED)
    for fact in hop.missing:
        yield from _fit(f"     but {_holder(fact)} does not hold `{fact.item}`, by which it is matched", style, RED)
    if hop.missed:
        yield style.paint("     but it is sent once, before its sender knows", RED)


def _holder(fact: Fact) -> str:
    return words.holder(fact.party, fact.service)


def plain_holder(fact: Fact) -> str:
    """Who holds an item, without backticks: `hp (health visiting)`."""
    return _holder(fact).replace("`", "")


def _fit(line: str, style: Style, *codes: int) -> Iterator[str]:
    """A line, made safe, in as many as it needs, each in its colour."""
    for piece in wrap(
        safe(line), style.width, subsequent_indent="     ", break_long_words=False, break_on_hyphens=False
    ):
        yield style.paint(piece, *codes)
