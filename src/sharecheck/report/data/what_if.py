"""What a change would do, for programs."""

from collections.abc import Sequence

from pydantic import Field

from sharecheck.planning.change import ChangeKind, compared
from sharecheck.planning.what_if import WhatIf
from sharecheck.report.data.report import Need
from sharecheck.report.shapes import Coverage, Id, Part, Text, Whole, printed
from sharecheck.report.style import Style


class Became(Part):
    """A need, and what becomes of it before and after; null on the side on which nobody asks for it."""

    change: ChangeKind = Field(validation_alias="kind")
    """`lost` when it was kept and is no more; `otherwise` when it was not kept, and fails in another way."""
    before: Need | None
    """As things are."""
    after: Need | None
    """As they would be."""


class Changed(Part):
    """An area, as it is and as it would be."""

    id: Text
    """Its id."""
    without: tuple[Text, ...]
    """What it would have to do without."""
    drafts: tuple[Id, ...]
    """The ids of the protocols that are added or replaced."""
    as_of: tuple[Text, Text]
    """The day that was looked at, before and after."""
    coverage: tuple[Coverage, Coverage]
    """The coverage, before and after, over the needs of which something is known on either side: what nobody asks for
    on one side, or is not known there, is not kept there."""
    changes: tuple[Became, ...]
    """Each need of which something else becomes."""


class Report(Whole):
    """What `sharecheck what-if --output-format json` prints."""

    areas: tuple[Changed, ...]
    """The areas for which something changes."""


def json(found: Sequence[WhatIf], style: Style) -> str:
    """What becomes of each area, as JSON."""
    areas = [
        {
            "id": what_if.before.id,
            "without": what_if.without,
            "drafts": what_if.drafts,
            "as_of": (what_if.before.as_of, what_if.after.as_of),
            "coverage": compared(what_if.changes),
            "changes": [change for change in what_if.changes if not change.same],
        }
        for what_if in found
    ]
    return printed(Report, style, areas=areas)
