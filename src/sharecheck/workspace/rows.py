"""The needs of a workspace as flat rows, for tables and data frames."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from sharecheck.model.base import Form, Nation, Weight
from sharecheck.network import Kind

if TYPE_CHECKING:
    from sharecheck.workspace.area import Area


class NeedRow(NamedTuple):
    """One need of one area, and what becomes of it. Text, numbers, booleans and None only."""

    area: str
    """The id of the area; of a protocol that is looked at alone, what it names, or its own."""
    nation: Nation
    """The nation that the area lies in."""
    transition: str
    """The id of the transition at which the item is needed."""
    party: str
    """The id of the party that needs the item."""
    item: str
    """The id of the item."""
    form: Form
    """The least form in which it is of use."""
    weight: Weight
    """How badly the item is needed."""
    kind: Kind
    """What becomes of the item, as far as that is known: see `unknown`."""
    kept: bool
    """Whether the need is surely met."""
    late_by: float
    """By how many hours the item is late at the worst; 0 when in time, or when it does not arrive."""
    arrives_as: Form | None
    """The form in which the item arrives; None where it does not, and for what is kept."""
    unknown: bool
    """Whether nobody can call the item lost: neither kept nor a gap."""


def need_rows(area: "Area") -> Iterator[NeedRow]:
    """A row for each need of an area, in the order of its transitions."""
    for outcome in area.outcomes:
        need = outcome.need
        yield NeedRow(
            area.id,
            area.nation,
            need.transition,
            need.fact.party,
            need.fact.item,
            need.form,
            need.weight,
            outcome.kind,
            outcome.kept,
            round(outcome.late_by, 3),
            outcome.form,
            outcome.unknown,
        )
