"""What recurs over many areas, for programs."""

from collections.abc import Sequence

from pydantic import Field

from sharecheck import workspace as workspaces
from sharecheck.model.base import Nation
from sharecheck.network import Kind
from sharecheck.network.facts import BarrierKind
from sharecheck.planning import themes
from sharecheck.report.shapes import At, Number, Part, Text, Whole, printed
from sharecheck.report.style import Style


class Area(Part):
    """An area."""

    id: Text
    """Its id."""
    complete: bool
    """Whether it says that all its protocols are here."""
    flows: Number = Field(validation_alias="current_flows")
    """How many flows it has."""


class Habit(Part):
    """What keeps flows from being sure promises."""

    obstacle: BarrierKind = Field(validation_alias="barrier")
    """What it is."""
    areas: tuple[Text, ...]
    """The areas in which it is found."""
    flows: int
    """How many of their flows it is found on."""


class Gap(Part):
    """An item that a service does not surely have at a transition, for the same kind of reason."""

    item: Text
    """The item."""
    transition: Text
    """The id of the transition."""
    service: Text
    """The service that needs it."""
    kind: Kind
    """What becomes of it."""
    areas: tuple[Text, ...]
    """The areas in which it is so."""
    known_in: tuple[Text, ...] = Field(validation_alias="asking")
    """The areas of which it is known what becomes of it."""
    unknown_in: int = Field(validation_alias="unknown")
    """How many areas more ask for it, and nothing is known of them."""


class Statement(Part):
    """What somebody states as the ground of a flow."""

    area: Text
    """The area."""
    nation: Nation
    """The nation whose law its sender is under."""
    party: Text
    """The sender."""
    flow: Text
    """The id of the flow."""
    grounds: tuple[Text, ...]
    """The lawful basis, condition and ground of confidentiality that are stated."""
    place: At
    """Where."""


class Reading(Part):
    """Flows between the same services that share an item, for which different grounds are stated."""

    from_: Text = Field(validation_alias="sender", serialization_alias="from")
    """The service that sends."""
    to: Text = Field(validation_alias="recipient")
    """The service that receives."""
    items: tuple[Text, ...]
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
        Report,
        style,
        areas=areas,
        obstacles=themes.habits(areas),
        gaps=themes.gaps(areas),
        readings=themes.readings(areas),
    )
