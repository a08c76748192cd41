"""What mends a gap: changes that can be typed, each tried on the network before it is advised."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sharecheck import words
from sharecheck.document import Place
from sharecheck.explain import Gap
from sharecheck.model.base import DAY, HOUR, Duration
from sharecheck.model.protocol import Agreement, CarriedItem, Receipt, When
from sharecheck.model.protocol import Flow as FlowShape
from sharecheck.network import Arc
from sharecheck.network.mend import NO_CHANGE, Change
from sharecheck.workspace import Flow

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
    """What to do, where, and what that changes."""

    text: str
    place: Place | None = None
    change: Change = NO_CHANGE


def first(gap: Gap, candidates: Iterable[Advice]) -> Advice | None:
    """The first advice after which the need would be met."""
    return next((one for one in candidates if gap.area.mends.keeps(gap.need, one.change)), None)


def steps(gap: Gap) -> Iterator[Arc]:
    """The flows on the way of a gap, from the one that goes wrong on, then those before it."""
    blame = gap.outcome.blame or 0
    for hop in (*gap.outcome.way[blame:], *gap.outcome.way[:blame]):
        if isinstance(hop.via, Arc):
            yield hop.via


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


def typed(arc: Arc, **said: object) -> Change:
    """What is typed into the flow of an arc: keys and what they say."""
    return Change(((arc.flow, lambda flow: flow.model_copy(update=said)),))


def routed(arc: Arc, **said: object) -> Change:
    """What is typed into the route of an arc: into its flow, or into the second route of that."""

    def edit(flow: FlowShape) -> FlowShape:
        if arc.route and flow.fallback:
            return flow.model_copy(update={"fallback": flow.fallback.model_copy(update=said)})
        return flow.model_copy(update=said)

    return Change(((arc.flow, edit),))


def put(arc: Arc, **said: object) -> Change:
    """What is typed beside the item of an arc: keys and what they say."""

    def edit(flow: FlowShape) -> FlowShape:
        items = flow.items or ()
        before = items[arc.step]
        item = (CarriedItem(item=before) if isinstance(before, str) else before).model_copy(update=said)
        return flow.model_copy(update={"items": (*items[: arc.step], item, *items[arc.step + 1 :])})

    return Change(((arc.flow, edit),))


def flows_anyway(arc: Arc) -> Change:
    """The change by which the item of an arc flows also after a refusal."""

    def edit(flow: FlowShape) -> FlowShape:
        agreement = flow.agreement or Agreement()
        kept = (*(agreement.if_refused or ()), arc.head.item)
        return flow.model_copy(update={"agreement": agreement.model_copy(update={"if_refused": kept})})

    return Change(((arc.flow, edit),))


def confirmed(arc: Arc) -> Change:
    """The change by which the recipient confirms that it has looked."""

    def edit(flow: FlowShape) -> FlowShape:
        receipt = flow.receipt or Receipt()
        return flow.model_copy(update={"receipt": receipt.model_copy(update={"acknowledged": True})})

    return Change(((arc.flow, edit),))


def shorter(gap: Gap, arc: Arc, left: float) -> Iterator[Advice]:
    """To shorten the time limit of a route to what is left, if that is a minute or more."""
    if limit(gap, arc) is None or left < MINUTE:
        return
    text = words.duration(left)
    where = "the `fallback` of " if arc.route else ""
    said = f"shorten {where}`{flow_of(gap, arc).id}`: `within: {text}` would be in time"
    yield Advice(said, place_of(gap, arc), routed(arc, within=Duration(text)))


def together(parts: Sequence[Advice]) -> Advice:
    """Several changes at once."""
    return Advice(
        "; and ".join(one.text for one in parts), parts[0].place, sum((one.change for one in parts), start=NO_CHANGE)
    )


def limited(gap: Gap, arcs: Iterable[Arc]) -> Iterator[Advice]:
    """To agree time limits where there are none, the longest that are enough."""
    every = tuple(arcs)
    for text in LIMITS if every else ():
        yield together([_dated(gap, arc, text) for arc in every])


def undated(gap: Gap) -> tuple[Arc, ...]:
    """The flows on the way that are set off by something and have no time limit, each once."""
    silent = (arc for arc in steps(gap) if limit(gap, arc) is None and flow_of(gap, arc).when)
    return tuple({(arc.flow, arc.route): arc for arc in silent}.values())


def _dated(gap: Gap, arc: Arc, text: str) -> Advice:
    what = "the second route of " if arc.route else ""
    said = f"agree how long {what}`{flow_of(gap, arc).id}` may take and say so: `within: {text}` would be in time"
    return Advice(said, place_of(gap, arc), routed(arc, within=Duration(text)))


def sent_at_once(gap: Gap, arc: Arc, again: bool = False) -> Iterator[Advice]:
    """To send it whenever the sender learns of it: as quickly as now if that is enough, else more quickly.

    `again`: besides what sets it off now.
    """
    flow = flow_of(gap, arc)
    when = (*(flow.when if again else ()), When(on="change"))
    written = f"[{', '.join(map(_trigger, when))}]" if again else "{on: change}"
    whenever = "again when it learns more" if again else "whenever it learns of it"
    said = f"let `{arc.tail.party}` send `{flow.id}` {whenever}: `when: {written}`"
    now = flow.within.longest_hours if flow.within else None
    if now is not None:
        yield Advice(said, place_of(gap, arc), typed(arc, when=when))
    for text, hours in LIMITS.items():
        if now is None or hours < now:
            quick = typed(arc, when=when, within=Duration(text))
            yield Advice(f"{said} and `within: {text}`", place_of(gap, arc), quick)


def _trigger(when: When) -> str:
    said = {"event": when.event, "every": when.every, "on": when.on}
    return "{" + ", ".join(f"{key}: {value}" for key, value in said.items() if value is not None) + "}"
