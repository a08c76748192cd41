"""What stands beside the arrow of a picture: what sets it off, and what is wrong with it."""

from collections.abc import Iterator

from sharecheck import words
from sharecheck.explain import condition
from sharecheck.model.base import many
from sharecheck.network import Arc, Hop
from sharecheck.workspace import Area


def cut(text: str, most: int) -> str:
    """A text, or its beginning."""
    return text if len(text) <= most else f"{text[: most - 1]}\u2026"


def when(area: Area, arc: Arc) -> str:
    """What sets a flow off, in few words."""
    if arc.event is not None:
        return f"once, at {arc.event}"
    flow = area.flow_of(arc)
    if flow is None:
        return "passed on inside"
    for occasion in many(flow.shape.when):
        if occasion.every is not None and arc.delay >= occasion.every.longest_hours:
            return "every month" if occasion.every == "P1M" else f"every {words.span(occasion.every.longest_hours)}"
    kinds = {barrier.kind for barrier in arc.barriers}
    return "when asked" if "asks" in kinds else "when looked up" if "looks" in kinds else "when it is known"


def sent(area: Area, arc: Arc) -> list[tuple[str, str, str]]:
    """Which flow takes an item on, what sets it off, how soon and how, each with its shade and its weight."""
    lines, flow = [(cut(when(area, arc), 44), "quiet", "")], area.flow_of(arc)
    if flow is None:
        return lines
    route = flow.shape.fallback if arc.route and flow.shape.fallback else flow.shape
    how = [f"within {words.span(route.within.longest_hours)}"] if route.within else []
    how += [f"by {route.channel}"] if route.channel else []
    return [(cut(flow.id, 40), "ink", "b"), *lines, *([(cut(", ".join(how), 44), "quiet", "")] if how else [])]


def wrong_with(hop: Hop) -> Iterator[str]:
    """Why a step is not sure, in few words."""
    for barrier in hop.barriers:
        reason = condition(barrier).replace("`", "")
        yield "nobody says how quick" if barrier.kind == "undated" else f"only if {reason}"
    for fact in hop.missing:
        yield f"{words.holder(fact.party, fact.service)} does not hold {fact.item}".replace("`", "")
    if hop.missed:
        yield "sent before its sender knows"
