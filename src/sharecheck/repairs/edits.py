"""The changes that a repair is made of: each with its cost, and with the file of a flow that is not there yet."""

from dataclasses import dataclass
from pathlib import Path
from typing import assert_never

from sharecheck.brief import brief
from sharecheck.changes.change import Change, Kind
from sharecheck.changes.others import funding, in_force, signature
from sharecheck.document import Document, Place
from sharecheck.model.calendar import years_later
from sharecheck.network import Barrier
from sharecheck.workspace import Area, Flow


@brief
@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Draft:
    """Where a new flow is written: the protocol `document` that it would join, or None for a new one at `path`."""

    area: str
    id: str
    document: Document | None
    path: Path


@brief
@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Edit:
    """One change and its cost by the settings. Of a flow that is not there yet, `draft` says where to."""

    change: Change
    cost: int
    draft: Draft | None = None

    @property
    def id(self) -> str:
        """The name of the change in a plan."""
        return f"{self.kind}:{self.change.id}"

    @property
    def kind(self) -> Kind:
        """The kind of the change."""
        return self.change.kind

    @property
    def what(self) -> str:
        """What is done, in words."""
        return self.change.plan or ""

    @property
    def place(self) -> Place:
        """Where the change is made."""
        return self.change.place

    @property
    def agreed(self) -> str:
        """What people must agree first."""
        return self.change.agreed

    @property
    def names(self) -> frozenset[str]:
        """What settings can forbid the change by."""
        return frozenset((*self.change.names, f"kind:{self.kind}"))


def opening(barrier: Barrier, flow: Flow, area: Area) -> Change | None:
    """What takes away that a flow is not in force; None for a protocol that was withdrawn."""
    protocol, today, later = flow.protocol, str(area.as_of), str(years_later(area.as_of, 1))
    match barrier.kind:
        case "draft":
            what = "agree it, and put it in force"
            return in_force(protocol, "status", "in-force", what, "the protocol itself")
        case "not-yet":
            return in_force(protocol, "effective", today, f"begin it by {today} instead of {barrier.who}", "the day")
        case "expired":
            return in_force(protocol, "expires", later, f"renew it: it expired on {barrier.who}", "the renewal")
        case "unsigned":
            return signature(protocol, barrier.who)
        case "unfunded":
            stream = area.funding.get(barrier.who)
            return funding(stream, later) if stream else None
        case "undated" | "unread" | "undescribed" | "agrees" | "carries" | "asks" | "looks" | "filled-in" | "at-work":
            return None
        case "internal" | "withdrawn":
            return None
        case _:
            assert_never(barrier.kind)
