"""What mends a gap: changes that can be typed, each tried on the network before being advised."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sharecheck import words
from sharecheck.changes import flows
from sharecheck.changes.change import Change
from sharecheck.changes.costs import COSTS
from sharecheck.changes.fitness import fit
from sharecheck.changes.trial import trial
from sharecheck.document import Place
from sharecheck.explain import Gap
from sharecheck.model.base import DAY, HOUR
from sharecheck.network import Arc
from sharecheck.workspace import Flow
from sharecheck.workspace.context import Context

LIMITS: Mapping[str, float] = {
    "P14D": 14 * DAY,
    "P5D": 5 * DAY,
    "P2D": 2 * DAY,
    "P1D": DAY,
    "PT4H": 4 * HOUR,
    "PT1H": HOUR,
    "PT15M": HOUR / 4,
}
"""Time limits that are agreed, in hours, the longest first."""
MINUTE = HOUR / 60


@dataclass(frozen=True, slots=True)
class Advice:
    """What to do, where, and the changes that are advised."""

    text: str
    place: Place | None
    changes: tuple[Change, ...]

    def fit(self, area: Context) -> bool:
        """Whether somebody would sign all of it."""
        return all(fit(change, area) for change in self.changes)

    @property
    def cost(self) -> int:
        """What the changes cost together, as in a repair for which a project has set no costs of its own."""
        return sum(COSTS[change.kind] for change in self.changes)


def advice(place: Place | None, change: Change) -> Advice:
    """To make one change."""
    return Advice(change.advice or "", place, (change,))


def cheapest(gap: Gap, candidates: Iterable[Advice]) -> Advice | None:
    """The cheapest advice after which the need would be met; of those that cost the same, the first."""
    return first(gap, sorted(candidates, key=lambda candidate: candidate.cost))


def first(gap: Gap, candidates: Iterable[Advice]) -> Advice | None:
    """The first advice after which the need would be met."""
    mends, need, area = gap.area.mends, gap.need, gap.area
    signed = (candidate for candidate in candidates if candidate.fit(area))
    return next((candidate for candidate in signed if mends.keeps(need, trial(area, candidate.changes))), None)


def steps(gap: Gap) -> Iterator[Arc]:
    """The flows on the way of a gap, from the one that goes wrong on, then those before it."""
    blame = gap.outcome.blame or 0
    for hop in (*gap.outcome.hops[blame:], *gap.outcome.hops[:blame]):
        if isinstance(hop.via, Arc) and not hop.via.internal:
            yield hop.via


def inside(gap: Gap) -> Iterator[tuple[Arc, Arc | None]]:
    """Where on the way of a gap one service of a party has to tell another, and the flow that brought it there."""
    for before, hop in pairwise(gap.outcome.hops):
        if isinstance(hop.via, Arc) and hop.via.internal:
            yield hop.via, before.via if isinstance(before.via, Arc) else None


def flow_of(gap: Gap, arc: Arc) -> Flow:
    """The flow of an arc."""
    return gap.area.all_flows[arc.flow]


def place_of(gap: Gap, arc: Arc) -> Place:
    """The item in the flow of an arc."""
    return flow_of(gap, arc).items[arc.step].place


def limit(gap: Gap, arc: Arc) -> float | None:
    """The hours that the route of an arc may take, if that is said."""
    shape = flow_of(gap, arc).shape
    within = shape.fallback.within if arc.route and shape.fallback else shape.within
    return within.longest_hours if within else None


def shorter(gap: Gap, arc: Arc, left: float) -> Iterator[Advice]:
    """To shorten the time limit of a route to what is left, if that is a minute or more."""
    if limit(gap, arc) is None or left < MINUTE:
        return
    yield advice(place_of(gap, arc), flows.limit(flow_of(gap, arc), words.duration(left), bool(arc.route)))


def together(parts: Sequence[Advice]) -> Advice:
    """Several changes at once."""
    changes = tuple(change for part in parts for change in part.changes)
    return Advice("; and ".join(part.text for part in parts), parts[0].place, changes)


def limited(gap: Gap, arcs: Iterable[Arc]) -> Iterator[Advice]:
    """To agree time limits where there are none, the longest that are enough."""
    every = tuple(arcs)
    for text in LIMITS if every else ():
        limits = ((place_of(gap, arc), flows.limit(flow_of(gap, arc), text, bool(arc.route))) for arc in every)
        yield together([advice(*each) for each in limits])


def undated(gap: Gap) -> tuple[Arc, ...]:
    """The flows on the way that are set off by something and have no time limit, each once."""
    silent = (arc for arc in steps(gap) if limit(gap, arc) is None and flow_of(gap, arc).when)
    return tuple({(arc.flow, arc.route): arc for arc in silent}.values())


def sent_at_once(gap: Gap, arc: Arc, again: bool = False) -> Iterator[Advice]:
    """To send an item whenever the sender learns of it: as quickly as now if that is enough, else more quickly.

    `again`: besides what sets the flow off now.
    """
    flow = flow_of(gap, arc)
    now = flow.within.longest_hours if flow.within else None
    sent = advice(place_of(gap, arc), flows.trigger(flow, arc.tail.party, again))
    if now is not None:
        yield sent
    for text, hours in LIMITS.items():
        if now is None or hours < now:
            yield Advice(f"{sent.text} and `within: {text}`", sent.place, (*sent.changes, flows.limit(flow, text)))
