"""The list of journeys, for programs."""

from collections.abc import Iterable

from sharecheck import model
from sharecheck.report.shapes import Part, Text, Whole, printed
from sharecheck.report.style import Style


class Journey(Part):
    """A fictional child."""

    id: Text
    """The name of the journey."""
    title: Text
    """Who this is, in a few words."""
    shows: Text
    """What it is there to show."""
    shipped: bool
    """Whether it comes along, and does not stand in these files."""


class Report(Whole):
    """What `sharecheck journey --output-format json` prints."""

    journeys: tuple[Journey, ...]
    """The journeys, those of the files first."""


def json(shipped: Iterable[model.Journey], own: Iterable[model.Journey], style: Style) -> str:
    """The list of journeys as JSON."""
    every = (*((journey, False) for journey in own), *((journey, True) for journey in shipped))
    return printed(
        Report,
        style,
        journeys=[
            {"id": journey.id, "title": journey.title, "shows": journey.shows, "shipped": comes_along}
            for journey, comes_along in every
        ],
    )
