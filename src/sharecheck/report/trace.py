"""The way of one item to a service, hop by hop."""

import difflib
from collections.abc import Iterable, Iterator

from sharecheck import words
from sharecheck.network import Arc, Hop, Outcome
from sharecheck.network.facts import CERTAIN, RANK
from sharecheck.report.style import BOLD, DIM, GREEN, RED, Style, safe
from sharecheck.workspace import Area, Trouble, Workspace


def trace(workspace: Workspace, item: str, service: str, style: Style) -> tuple[str, bool]:
    """The ways of an item to a service or party in each area, and whether each need of it there is kept.

    `Trouble` when nobody knows the item or the service, or no area needs the item there.
    """
    _known("item", item, workspace.vocabulary.items)
    parties = {id for area in workspace.areas for id in area.parties}
    _known("service or party", service, [*workspace.vocabulary.services, *parties])
    lines: list[str] = []
    kept = True
    for area in workspace.areas:
        for outcome in area.outcomes:
            fact = outcome.need.fact
            if fact.item == item and (service == fact.party or service in area.services_of(fact.party)):
                lines += [*_told(area, outcome, style), ""]
                kept = kept and outcome.kept
    if not lines:
        raise Trouble(f"no transition here needs `{item}` at `{service}`; `sharecheck check --coverage` shows them all")
    return "\n".join(lines[:-1]) + "\n", kept


def _known(what: str, name: str, names: Iterable[str]) -> None:
    every = sorted(names)
    if name not in every:
        near = difflib.get_close_matches(name, every, 1)
        raise Trouble(f"no {what} is called `{name}`" + (f"; did you mean `{near[0]}`?" if near else ""))


def _told(area: Area, outcome: Outcome, style: Style) -> Iterator[str]:
    need = outcome.need
    transition = area.transitions[need.transition]
    moment = area.network.moments[need.event]
    kind = "unknown" if outcome.unknown else outcome.kind
    late = f", up to {words.span(outcome.late_by)} late" if outcome.late_by else ""
    yield (
        style.paint(f"{area.id}: {need.fact.item} to {need.fact.party}", BOLD)
        + " "
        + style.paint(f"{kind}{late}", GREEN if outcome.kept else RED)
    )
    code = f"{transition.code} " if transition.code else ""
    by = words.age(moment.start + need.plus)
    yield f"  needed for {safe(code + transition.title)}, {by}, as {need.form} or better"
    for number, hop in enumerate(way(area, outcome), 1):
        yield from step(area, number, hop, style)
    for fact, age in outcome.holders[:5]:
        yield f"  `{fact.party}` holds it {words.age(age)}; no way leads on"


def way(area: Area, outcome: Outcome) -> tuple[Hop, ...]:
    """The way of an outcome; that of a kept need is computed now."""
    if not outcome.kept:
        return outcome.way
    found = area.ladder.run(CERTAIN, RANK[outcome.need.form]).late(outcome.need)
    return area.ladder.hops(found[1]) if found else ()


def step(area: Area, number: int, hop: Hop, style: Style) -> Iterator[str]:
    """One step, in a line or two."""
    at = words.age(hop.age)
    if isinstance(hop.via, Arc):
        flow = area.flows[hop.via.flow]
        place = flow.place / "id"
        where = style.paint(f"{style.path(place.document.path)}:{place.span.line}", DIM)
        yield f"  {number}. {safe(flow.id)} brings it to {hop.fact.party} {at} at the latest, {hop.form}  {where}"
        for hindrance in hop.hindrances:
            yield style.paint(f"     only if {words.condition(hindrance)}", RED)
        for fact in hop.missing:
            yield style.paint(f"     but `{fact.party}` does not hold `{fact.item}`, by which it is matched", RED)
        if hop.missed:
            yield style.paint("     but it is sent once, before its sender knows", RED)
    else:
        yield f"  {number}. {hop.fact.party} records it at {hop.via.event}, {at} at the latest, {hop.form}"
