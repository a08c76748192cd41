"""A plan of repair, for programs."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator, Field

from sharecheck import repairs
from sharecheck.repairs.plan import Proof
from sharecheck.report.shapes import File, Id, Need, Number, Part, Text, Whole, Words, path_to, printed, rows
from sharecheck.report.style import Style


def _file(edit: repairs.Edit) -> Path:
    return edit.draft.path if edit.draft and edit.draft.document is None else edit.place.document.path


def _line(edit: repairs.Edit) -> int | None:
    return None if edit.draft and edit.draft.document is None else edit.place.span.line


class Change(Part):
    """A change, and the needs that would not be met without it."""

    id: Text = path_to("edit", "id")
    """Its name in this plan."""
    kind: repairs.Kind = path_to("edit", "kind")
    """What kind of change it is."""
    cost: int = path_to("edit", "cost")
    """What it costs, by the settings."""
    what: Text = path_to("edit", "what")
    """What is done, in words."""
    to_be_agreed: Words = path_to("edit", "agreed")
    """What people have to agree on first; null when nothing."""
    path: Annotated[File, BeforeValidator(_file)] = Field(validation_alias="edit")
    """The file that it changes."""
    line: Annotated[int | None, BeforeValidator(_line)] = Field(validation_alias="edit")
    """Where, from 1; null in a file that is not there yet."""
    closes: tuple[Need, ...]
    """The needs that would not be met without it."""


class Unavoidable(Part):
    """A gap, and changes of which one at least is in every repair that was thought of."""

    need: Need
    """The need."""
    one_of: tuple[Id, ...]
    """The ids of the changes."""


class Hopeless(Part):
    """A gap that no change closes."""

    need: Need
    """The need."""
    why: Text
    """Why, in words."""


class Plan(Part):
    """The plan of one area."""

    area: Id
    """The area."""
    gaps: Number
    """How many needs were to be met."""
    closed: Number
    """How many of them are met then."""
    cost: int
    """What the changes cost together."""
    bound: int
    """The least that it costs to close what can be closed; with a budget the most weight that can be met within it."""
    proof: Proof
    """`least`: no cheaper choice of these changes closes them; `most`: none within the budget closes more."""
    budget: int | None
    """The most that it may cost; null for no such limit."""
    considered: int
    """How many changes were thought of."""
    changes: tuple[Change, ...] = Field(validation_alias="steps")
    """What to change."""
    unavoidable: Annotated[tuple[Unavoidable, ...], rows("need", "one_of")]
    """For each gap, changes of which one at least is in every repair that was thought of."""
    hopeless: Annotated[tuple[Hopeless, ...], rows("need", "why")]
    """The gaps that no change closes."""
    open: tuple[Need, ...]
    """The gaps that could be closed and are not: the budget does not reach, or time was up."""


class Report(Whole):
    """What `sharecheck repair --output-format json` prints."""

    plans: tuple[Plan, ...]
    """The plan of each area."""


def json(plans: Iterable[repairs.Plan], style: Style) -> str:
    """All plans as JSON."""
    return printed(Report, style, plans=plans)
