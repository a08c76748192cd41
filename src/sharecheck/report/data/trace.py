"""The way of one item, for programs."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated

from pydantic import BeforeValidator, Field

from sharecheck import network as networks
from sharecheck.document import Place
from sharecheck.explain import condition
from sharecheck.model.base import Form, Weight
from sharecheck.network.facts import BarrierKind
from sharecheck.network.outcome import START
from sharecheck.planning.trace import Trace
from sharecheck.report import trace
from sharecheck.report.shapes import At, Hours, Id, Judged, NeedKey, Part, Text, Whole, path_to, printed
from sharecheck.report.style import Style
from sharecheck.workspace import Area, Flow
from sharecheck.workspace.terms import Terms


class Fact(Part):
    """A party that holds an item."""

    party: Text
    """The party."""
    item: Text
    """The item."""


class Condition(Part):
    """What has to be so for a step."""

    obstacle: BarrierKind
    """What kind of thing it is."""
    words: Text
    """The same in words."""


def _event(via: networks.Recording | networks.Arc) -> str | None:
    known = isinstance(via, networks.Arc) or via.event == START or via.change is not None
    return None if known else via.event


def _conditions(barriers: Iterable[networks.Barrier]) -> list[Mapping[str, object]]:
    return [{"obstacle": barrier.kind, "words": condition(barrier)} for barrier in barriers]


class Step(Part):
    """One step of the way."""

    party: Text = path_to("hop", "fact", "party")
    """The party that comes to hold the item."""
    age_hours: Hours = path_to("hop", "age")
    """At which age of the child at the latest, in hours; before birth negative. Of what is out of date, how many hours
    after a change of it."""
    form: Form = path_to("hop", "form")
    """In which form."""
    event: Annotated[Text | None, BeforeValidator(_event)] = path_to("hop", "via")
    """The event at which the party writes it down itself; null where a flow brings it, where the party learns of a
    change of it first, or where not all protocols are here and the party may know it from the start."""
    flow: Id | None
    """The id of the flow that brings it; null where the party writes it down itself, or has it from another service of
    its own."""
    protocol: Id | None
    """The id of the protocol of that flow."""
    place: At | None
    """Where the flow is written."""
    conditions: Annotated[tuple[Condition, ...], BeforeValidator(_conditions)] = path_to("hop", "barriers")
    """What has to be so, and is not sure."""
    missing: tuple[Fact, ...] = path_to("hop", "missing")
    """What is not held in time, by which it is filed."""
    too_early: bool = path_to("hop", "missed")
    """Whether it is sent once, before its sender knows."""


class Holder(Part):
    """Somebody who holds an item from whom no way leads on."""

    party: Text
    """The party."""
    age_hours: Hours
    """From which age on at the latest, in hours."""
    surely: bool
    """Whether that is sure."""


class InArea(Part):
    """What is said of one area."""

    area: Id
    """The area."""


class _Needed(NeedKey, InArea):
    form: Form = path_to("outcome", "need", "form")
    """The poorest form that will do."""
    weight: Weight = path_to("outcome", "need", "weight")
    """How badly it is needed."""
    by_hours: Hours = Field(validation_alias="by")
    """By which age of the child, in hours; before birth negative."""


class Need(Judged, _Needed):
    """A need of the item, and its way."""

    way: tuple[Step, ...] = Field(validation_alias="hops")
    """The way, step by step, as far as it goes."""
    holders: tuple[Holder, ...]
    """Who holds it, where no way leads on."""


class Report(Whole):
    """What `sharecheck trace --output-format json` prints."""

    needs: tuple[Need, ...]
    """Each need of the item there."""


@dataclass(frozen=True)
class _Hop:
    """A step, and the flow that brings the item."""

    hop: networks.Hop
    flow: Flow | None

    @property
    def protocol(self) -> Terms | None:
        return self.flow.protocol if self.flow else None

    @property
    def place(self) -> Place | None:
        return self.flow.place / "id" if self.flow else None


@dataclass(frozen=True)
class _Traced:
    """What becomes of a need in an area."""

    area: Area
    outcome: networks.Outcome

    @property
    def by(self) -> float:
        need = self.outcome.need
        return self.area.network.moments[need.event].start + need.plus

    @property
    def hops(self) -> Iterator[_Hop]:
        for hop in Trace(self.area, self.outcome).hops:
            yield _Hop(hop, self.area.flow_of(hop.via))

    @property
    def holders(self) -> Iterator[Mapping[str, object]]:
        for fact, age, surely in trace.holders(self.area, self.outcome):
            yield {"party": fact.party, "age_hours": age, "surely": surely}


def json(found: Iterable[tuple[Area, networks.Outcome]], style: Style) -> str:
    """The ways of an item as JSON."""
    return printed(Report, style, needs=[_Traced(area, outcome) for area, outcome in found])
