"""What recurs over many areas, for programs."""

from collections.abc import Sequence

from pydantic import Field

from sharecheck import workspace as workspaces
from sharecheck.model.base import Nation
from sharecheck.network import Kind
from sharecheck.network.facts import BarrierKind
from sharecheck.planning import themes
from sharecheck.report.shapes import At, Part, Whole, at, printed
from sharecheck.report.style import Style


class Area(Part):
    """An area."""

    id: str
    """Its id."""
    complete: bool
    """Whether it says that all its protocols are here."""
    flows: int
    """How many flows it has."""


class Habit(Part):
    """What keeps flows from being sure promises."""

    obstacle: BarrierKind
    """What it is."""
    areas: tuple[str, ...]
    """The areas in which it is found."""
    flows: int
    """How many of their flows it is found on."""


class Gap(Part):
    """An item that a service does not surely have at a transition, for the same kind of reason."""

    item: str
    """The item."""
    transition: str
    """The id of the transition."""
    service: str
    """The service that needs it."""
    kind: Kind
    """What becomes of it."""
    areas: tuple[str, ...]
    """The areas in which it is so."""
    known_in: tuple[str, ...]
    """The areas of which it is known what becomes of it."""
    unknown_in: int
    """How many areas more ask for it, and nothing is known of them."""


class Statement(Part):
    """What somebody states as the ground of a flow."""

    area: str
    """The area."""
    nation: Nation
    """The nation whose law its sender is under."""
    party: str
    """The sender."""
    flow: str
    """The id of the flow."""
    grounds: tuple[str, ...]
    """The lawful basis, condition and ground of confidentiality that are stated."""
    place: At
    """Where."""


class Reading(Part):
    """Flows between the same services that share an item, for which different grounds are stated."""

    from_: str = Field(serialization_alias="from")
    """The service that sends."""
    to: str
    """The service that receives."""
    items: tuple[str, ...]
    """What at least two of them carry that state different grounds."""
    statements: tuple[Statement, ...]
    """Who states what, and where."""


class Report(Whole):
    """What `sharecheck themes --output-format json` prints."""

    areas: tuple[Area, ...]
    """The areas that were looked at."""
    obstacles: tuple[Habit, ...]
    """What flows hang on, that which is found in most areas first."""
    gaps: tuple[Gap, ...]
    """The gaps, those of most areas first; also those of one area alone."""
    readings: tuple[Reading, ...]
    """Different grounds for the same kind of flow."""


def json(areas: Sequence[workspaces.Area], style: Style) -> str:
    """What recurs, as JSON, the same for the same input."""
    return printed(
        Report(
            areas=tuple(Area(id=area.id, complete=area.complete, flows=len(area.current_flows)) for area in areas),
            obstacles=tuple(
                Habit(obstacle=one.obstacle, areas=one.areas, flows=one.flows) for one in themes.habits(areas)
            ),
            gaps=tuple(map(_gap, themes.gaps(areas))),
            readings=tuple(_reading(one, style) for one in themes.readings(areas)),
        )
    )


def _gap(gap: themes.Gap) -> Gap:
    return Gap(
        item=gap.item,
        transition=gap.transition,
        service=gap.service,
        kind=gap.kind,
        areas=gap.areas,
        known_in=gap.asking,
        unknown_in=gap.unknown,
    )


def _reading(one: themes.Reading, style: Style) -> Reading:
    return Reading(
        from_=one.sender,
        to=one.recipient,
        items=one.items,
        statements=tuple(
            Statement(
                area=each.area,
                nation=each.nation,
                party=each.party,
                flow=each.flow,
                grounds=each.grounds,
                place=at(each.place, style),
            )
            for each in one.statements
        ),
    )
