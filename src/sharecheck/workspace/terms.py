"""What a protocol says besides its flows: what holds for each of them is looked up here."""

from dataclasses import dataclass
from functools import cached_property

from sharecheck import model
from sharecheck.brief import brief
from sharecheck.document import Document, Place
from sharecheck.model.base import many
from sharecheck.model.governance import Governance
from sharecheck.model.protocol import Basis
from sharecheck.workspace.context import Context

_NO_CLAUSES = Governance.model_construct()  # unchecked: to check it would take building the type, 8 ms at each start


@brief
@dataclass(frozen=True, eq=False, repr=False)
class Terms:
    """A protocol without its flows."""

    document: Document
    shape: model.Protocol
    area: Context

    @property
    def id(self) -> str:
        """Its name."""
        return self.shape.id

    @property
    def place(self) -> Place:
        """The whole file."""
        return self.document.place

    @cached_property
    def governance(self) -> Governance:
        """Its other clauses, those that say something; empty where there are none."""
        return self.shape.governance or _NO_CLAUSES

    @property
    def in_force(self) -> bool:
        """Whether the protocol says of itself that it is in force, or does not say otherwise."""
        return self.shape.status in (None, "in-force")

    @property
    def withdrawn(self) -> bool:
        """Whether the protocol says of itself that it was withdrawn."""
        return self.shape.status == "withdrawn"

    @cached_property
    def read_in_full(self) -> bool:
        """Whether nothing of its text is unread, so that what is not here is not there."""
        return self.shape.read_in_full

    @cached_property
    def agreement(self) -> bool:
        """Whether all of the agreement itself is here, so that a clause that is not here is missing."""
        return self.read_in_full and all(citation.text != "description" for citation in many(self.shape.encoded_from))

    @cached_property
    def bases(self) -> tuple[tuple[Basis, Place], ...]:
        """The grounds of all its flows that state none of their own, with their places."""
        return placed_bases(self.shape.basis, self.place / "basis")


def placed_bases(bases: Basis | tuple[Basis, ...] | None, place: Place) -> tuple[tuple[Basis, Place], ...]:
    """Grounds with their places, of a key that takes one or several."""
    if isinstance(bases, tuple):
        return tuple((basis, place / index) for index, basis in enumerate(bases))
    return ((bases, place),) if bases is not None else ()
