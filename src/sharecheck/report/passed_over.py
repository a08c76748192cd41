"""The files beside those that were looked at in which an agreement may stand, as they are printed."""

from sharecheck.reading.others import Other
from sharecheck.report.shapes import Part
from sharecheck.report.style import Style


class PassedOver(Part):
    """A file that is none of ours: a document of another program, or one of ours under another ending."""

    path: str
    """The file."""
    what: str
    """What it is."""
    rename: str | None
    """What it should be called, where it is one of ours."""


def passed_over(other: Other, style: Style) -> PassedOver:
    """Such a file as it is printed."""
    return PassedOver(path=style.path(other.path), what=other.what, rename=other.rename)
