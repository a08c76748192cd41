"""All pairs of areas, for programs."""

from collections.abc import Iterable

from pydantic import Field

from sharecheck.planning.pairs import Count
from sharecheck.report.shapes import Part, Share, Text, Whole, printed
from sharecheck.report.style import Style


class Pair(Part):
    """One way over a border, counted."""

    from_: Text = Field(validation_alias="here", serialization_alias="from")
    """The area that a child leaves."""
    to: Text = Field(validation_alias="there")
    """The area to which it comes."""
    needs: int
    """All needs that were looked at."""
    kept: int
    """Those that are surely met, whenever in its time the child moves."""
    lost: int
    """Those of what somebody held and the recipient does not surely get."""
    not_recorded: int
    """Those of what nobody records."""
    unknown: int
    """Those that cannot be judged, because not all protocols of both are here."""
    lost_by_move: int = Field(validation_alias="by_move")
    """Those that are kept for a child who stays."""
    share: Share
    """Kept, of those that can be judged, 0 to 1; null when there is none."""


class Report(Whole):
    """What `sharecheck border --all --output-format json` prints."""

    pairs: tuple[Pair, ...]
    """Each area with each other one, both ways round."""


def json(counts: Iterable[Count], style: Style) -> str:
    """All pairs as JSON, on one line: of 200 areas there are 40,000."""
    return printed(Report, style, indent=None, pairs=counts)
