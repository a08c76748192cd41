"""The list of journeys, for programs."""

from collections.abc import Iterable

from sharecheck import model
from sharecheck.report.shapes import Part, Whole, printed
from sharecheck.report.style import Style, safe


class Journey(Part):
    """A fictional child."""

    id: str
    """The name of the journey."""
    title: str
    """Who this is, in a few words."""
    shows: str
    """What it is there to show."""
    shipped: bool
    """Whether it comes along, and does not stand in these files."""


class Report(Whole):
    """What `sharecheck journey --output-format json` prints."""

    journeys: tuple[Journey, ...]
    """The journeys, those of the files first."""


def json(shipped: Iterable[model.Journey], own: Iterable[model.Journey], style: Style) -> str:
    """The list of journeys as JSON."""
    every = (*((one, False) for one in own), *((one, True) for one in shipped))
    return printed(Report(journeys=tuple(_journey(one, comes_along) for one, comes_along in every)))


def _journey(one: model.Journey, shipped: bool) -> Journey:
    return Journey(id=one.id, title=safe(one.title), shows=safe(one.shows), shipped=shipped)
