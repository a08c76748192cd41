"""The minutes a month that flows ask of each party, for programs."""

from collections.abc import Iterable, Mapping
from typing import Annotated

from pydantic import Field

from sharecheck import workspace as workspaces
from sharecheck.report.shapes import Id, Part, Text, Whole, path_to, printed, rounded
from sharecheck.report.style import Style
from sharecheck.workspace.workload import Work, uncounted, workloads

Minutes = Annotated[float, rounded(1)]


class Channel(Part):
    """What a party spends on one channel."""

    channel: Text
    """The channel."""
    sending: Minutes
    """Minutes a month for sending."""
    reading: Minutes
    """Minutes a month for reading."""


class Task(Part):
    """What one flow asks of a party."""

    flow: Id
    """The id of the flow."""
    protocol: Id = path_to("flow", "protocol")
    """The id of its protocol."""
    work: Work
    """What is done."""
    times: Annotated[float, rounded(2)]
    """How often a month."""
    minutes: Minutes
    """Minutes a month for all of them."""


class Party(Part):
    """A party, what is asked of it, and what it has."""

    party: Text
    """The party."""
    sending: Minutes
    """Minutes a month for sending."""
    reading: Minutes
    """Minutes a month for reading."""
    asked: Minutes = Field(validation_alias="total")
    """Both together."""
    has: int | None
    """The minutes a month that it has; null where nobody has said."""
    too_much: bool
    """Whether more is asked of it than it has."""
    channels: tuple[Channel, ...] = Field(validation_alias="by_channel")
    """By channel, that which takes most time first."""
    tasks: tuple[Task, ...] = Field(validation_alias="heaviest")
    """By flow, that which takes most time first."""


class Area(Part):
    """An area and its parties."""

    id: Text
    """Its id."""
    births_a_year: int | None
    """How many children are born in it; null where it does not say: then nothing is estimated."""
    parties: tuple[Party, ...]
    """Its parties, without the parent and those elsewhere."""
    not_counted: tuple[Id, ...]
    """The ids of flows not counted, or not in full, since nobody says how often or by which channel."""


class Report(Whole):
    """What `sharecheck capacity --output-format json` prints; minutes are estimates, `docs/method.md` says how."""

    areas: tuple[Area, ...]
    """Each area."""


def json(areas: Iterable[workspaces.Area], style: Style) -> str:
    """The workload of each party, as JSON."""
    return printed(Report, style, areas=[_area(area) for area in areas])


def _area(area: workspaces.Area) -> Mapping[str, object]:
    loads = workloads(area)
    return {
        "id": area.id,
        "births_a_year": area.shape.births_a_year if area.shape else None,
        "parties": loads,
        "not_counted": uncounted(area) if loads else (),
    }
