"""The changes that a repair can be made of: each with its cost, its words, and what it does to a file."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import assert_never

from sharecheck import edit as edits
from sharecheck.brief import brief
from sharecheck.changes.change import Change, Kind
from sharecheck.changes.others import funding, in_force, is_consent, signature
from sharecheck.document import Document, Place
from sharecheck.model.base import Duration
from sharecheck.model.calendar import years_later
from sharecheck.model.protocol import Flow as FlowShape
from sharecheck.network import Barrier
from sharecheck.repairs.settings import Settings
from sharecheck.workspace import Area, Flow


@brief
@dataclass(frozen=True, slots=True, eq=False)
class Draft:
    """A flow that is not there yet; `document` is the protocol that it would join, None for a new one at `path`."""

    area: str
    id: str
    shape: FlowShape
    document: Document | None
    path: Path


@brief
@dataclass(frozen=True, slots=True, eq=False)
class Edit:
    """One change. `agreed` says what people must agree first; `names` is what settings can forbid it by.

    Of a flow that is not there yet, `draft` says which one, and `item` what it is to carry besides.
    """

    id: str
    kind: Kind
    cost: int
    what: str
    place: Place
    changes: tuple[edits.ValueEdit, ...]
    names: frozenset[str]
    agreed: str = ""
    draft: Draft | None = None
    item: str | None = None
    flow: Flow | None = None
    """The flow that it changes, if it is one."""


def edit_of(change: Change, settings: Settings, draft: Draft | None = None) -> Edit:
    """A change with what it costs by the settings, and with its kind among its names."""
    return Edit(
        f"{change.kind}:{change.id}",
        change.kind,
        settings.costs[change.kind],
        change.plan or "",
        change.place,
        tuple(replace(edit, route=(*change.base.route, *edit.route)) for edit in change.edits),
        frozenset((*change.names, f"kind:{change.kind}")),
        change.agreed,
        draft,
        change.item,
        change.target if isinstance(change.target, Flow) else None,
    )


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
        case "withdrawn":
            return None
        case _:
            assert_never(barrier.kind)


def consents(flow: Flow) -> bool:
    """Whether a flow rests on consent."""
    return any(is_consent(basis) for basis, _ in flow.bases)


def limited(edit: Edit, limit: Duration) -> Edit:
    """The same change of a time limit, with another limit."""

    if edit.draft is not None:
        draft = replace(edit.draft, shape=edit.draft.shape.model_copy(update={"within": limit}))
        return replace(edit, draft=draft)
    changes = tuple(
        replace(change, value=str(limit)) if isinstance(change, edits.Put) else change for change in edit.changes
    )
    return replace(edit, changes=changes, what=f"{edit.what}: `{limit}`")
