"""What hangs by a thread, for programs."""

from pydantic import Field

from sharecheck.planning.element import Kind
from sharecheck.report import shapes
from sharecheck.report.shapes import Part, Text, Whole, path_to, printed
from sharecheck.report.style import Style
from sharecheck.report.weak_points import Found


class Hanging(shapes.Need):
    """A need that hangs on something."""


class Point(Part):
    """Something without which needs are not kept."""

    kind: Kind = path_to("element", "kind")
    """What kind of thing it is."""
    name: Text = path_to("element", "name")
    """Its name: for a flow its protocol and its id, for a post its words."""
    kept_now: bool = Field(validation_alias="sure")
    """Whether the needs are kept as things are; if not, they hang on what this one does of its own accord."""
    needs: tuple[Hanging, ...]
    """The needs that would not be kept without it."""
    recorded: tuple[Hanging, ...]
    """Those of them of items that this party writes down itself: it alone knows, or knows in time."""


class Weak(Part):
    """An area and its weak points."""

    id: Text
    """Its id."""
    kept: int
    """How many of its needs are kept."""
    points: tuple[Point, ...]
    """Its weak points, those first on which the most critical needs hang."""


class Report(Whole):
    """What `sharecheck weak-points --output-format json` prints."""

    areas: tuple[Weak, ...]
    """Each area."""


def json(found: Found, style: Style) -> str:
    """All weak points as JSON."""
    areas = [{"id": area.id, "kept": area.coverage.kept, "points": points} for area, points in found]
    return printed(Report, style, areas=areas)
