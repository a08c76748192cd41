"""From which day of birth on something is no longer kept, for programs."""

from collections.abc import Iterable
from typing import Literal

from sharecheck.planning.cliffs import Cliffs
from sharecheck.report.data.weak_points import Hanging
from sharecheck.report.shapes import Id, Part, Text, Whole, printed
from sharecheck.report.style import Style


class Closing(Part):
    """A date that stands in a file."""

    day: Text
    """The first day on which flows are in force, or the last."""
    why: Literal["begins", "expires", "funding"]
    """What happens on it."""
    name: Text
    """The protocol, or the funding stream."""


class Edge(Part):
    """A day of birth from which on something else becomes of a need."""

    born: Text
    """The first day of birth for which it is so."""
    until: Text | None
    """The last one; null when it stays so."""
    kept: bool
    """Whether the need is kept for those children."""
    need: Hanging
    """The need."""
    because: tuple[Closing, ...]
    """The dates that make it so."""
    flows: tuple[Id, ...]
    """The flows that they are of."""


class Dates(Part):
    """An area and its cliffs."""

    id: Text
    """Its id."""
    cliffs: tuple[Edge, ...]
    """Its cliffs, by day of birth."""
    never: tuple[Hanging, ...]
    """What is kept by what is in force on one day, and yet for no child."""


class Report(Whole):
    """What `sharecheck cliffs --output-format json` prints."""

    areas: tuple[Dates, ...]
    """Each area."""


def json(found: Iterable[Cliffs], style: Style) -> str:
    """The cliffs of each area as JSON."""
    areas = [
        {
            "id": cliffs.area.id,
            "cliffs": [
                {
                    "born": cliff.born,
                    "until": cliff.until,
                    "kept": cliff.kept,
                    "need": cliff.need,
                    "because": cliff.gates,
                    "flows": [cliffs.area.all_flows[key] for key in cliff.flows],
                }
                for cliff in cliffs.cliffs
            ],
            "never": cliffs.never,
        }
        for cliffs in found
    ]
    return printed(Report, style, areas=areas)
