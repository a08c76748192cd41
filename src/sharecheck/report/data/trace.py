"""The way of one item, for programs."""

from collections.abc import Iterable
from typing import Literal

from sharecheck import network as networks
from sharecheck.explain import condition
from sharecheck.model.base import Form, Weight
from sharecheck.network.facts import BarrierKind
from sharecheck.report import trace
from sharecheck.report.shapes import At, Part, Whole, at, printed
from sharecheck.report.style import Style, safe
from sharecheck.workspace import Area


class Fact(Part):
    """A party that holds an item."""

    party: str
    """The party."""
    item: str
    """The item."""


class Condition(Part):
    """What has to be so for a step."""

    obstacle: BarrierKind
    """What kind of thing it is."""
    words: str
    """The same in words."""


class Step(Part):
    """One step of the way."""

    party: str
    """The party that comes to hold the item."""
    age_hours: float
    """At which age of the child at the latest, in hours; before birth negative."""
    form: Form
    """In which form."""
    event: str | None
    """The event at which the party writes it down itself; null where a flow brings it."""
    flow: str | None
    """The id of the flow that brings it; null where the party writes it down itself."""
    protocol: str | None
    """The id of the protocol of that flow."""
    place: At | None
    """Where the flow is written."""
    conditions: tuple[Condition, ...]
    """What has to be so, and is not sure."""
    missing: tuple[Fact, ...]
    """What is not held in time, by which it is filed."""
    too_early: bool
    """Whether it is sent once, before its sender knows."""


class Holder(Part):
    """Somebody who holds an item from whom no way leads on."""

    party: str
    """The party."""
    age_hours: float
    """From which age on at the latest, in hours."""
    surely: bool
    """Whether that is sure."""


class Need(Part):
    """A need of the item, and its way."""

    area: str
    """The area."""
    transition: str
    """The id of the transition."""
    party: str
    """The party that needs it."""
    item: str
    """The item."""
    form: Form
    """The poorest form that will do."""
    weight: Weight
    """How badly it is needed."""
    by_hours: float
    """By which age of the child, in hours; before birth negative."""
    kind: networks.Kind | Literal["unknown"]
    """What becomes of it."""
    late_by_hours: float
    """By how many hours it is late at the worst; 0 when in time, or when it does not arrive."""
    way: tuple[Step, ...]
    """The way, step by step, as far as it goes."""
    holders: tuple[Holder, ...]
    """Who holds it, where no way leads on."""


class Report(Whole):
    """What `sharecheck trace --output-format json` prints."""

    needs: tuple[Need, ...]
    """Each need of the item there."""


def json(found: Iterable[tuple[Area, networks.Outcome]], style: Style) -> str:
    """The ways of an item as JSON."""
    return printed(Report(needs=tuple(_need(area, outcome, style) for area, outcome in found)))


def _need(area: Area, outcome: networks.Outcome, style: Style) -> Need:
    need = outcome.need
    return Need(
        area=area.id,
        transition=need.transition,
        party=need.fact.party,
        item=need.fact.item,
        form=need.form,
        weight=need.weight,
        by_hours=round(area.network.moments[need.event].start + need.plus, 3),
        kind="unknown" if outcome.unknown else outcome.kind,
        late_by_hours=round(outcome.late_by, 3),
        way=tuple(_step(area, hop, style) for hop in trace.hops_of(area, outcome)),
        holders=tuple(
            Holder(party=fact.party, age_hours=round(age, 3), surely=sure)
            for fact, age, sure in trace.holders(area, outcome)
        ),
    )


def _step(area: Area, hop: networks.Hop, style: Style) -> Step:
    flow = area.all_flows[hop.via.flow] if isinstance(hop.via, networks.Arc) else None
    return Step(
        party=hop.fact.party,
        age_hours=round(hop.age, 3),
        form=hop.form,
        event=None if isinstance(hop.via, networks.Arc) else hop.via.event,
        flow=flow.id if flow else None,
        protocol=flow.protocol.id if flow else None,
        place=at(flow.place / "id", style) if flow else None,
        conditions=tuple(Condition(obstacle=one.obstacle, words=safe(condition(one))) for one in hop.hindrances),
        missing=tuple(Fact(party=one.party, item=one.item) for one in hop.missing),
        too_early=hop.missed,
    )
