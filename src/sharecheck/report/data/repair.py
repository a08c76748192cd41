"""A plan of repair, for programs."""

from collections.abc import Iterable

from sharecheck import network as networks
from sharecheck import repair as repairs
from sharecheck.model.base import Weight
from sharecheck.repair.plan import Proof
from sharecheck.report.shapes import Part, Whole, printed
from sharecheck.report.style import Style, safe


class Need(Part):
    """A need."""

    transition: str
    """The id of the transition."""
    party: str
    """The party that needs it."""
    item: str
    """The item."""
    weight: Weight
    """How badly it is needed."""


class Change(Part):
    """A change, and the needs that would not be met without it."""

    id: str
    """Its name in this plan."""
    kind: repairs.Kind
    """What kind of change it is."""
    cost: int
    """What it costs, by the settings."""
    what: str
    """What is done, in words."""
    to_be_agreed: str | None
    """What people have to agree on first; null when nothing."""
    path: str
    """The file that it changes."""
    line: int | None
    """Where, from 1; null in a file that is not there yet."""
    closes: tuple[Need, ...]
    """The needs that would not be met without it."""


class Unavoidable(Part):
    """A gap, and changes of which one at least is in every repair that was thought of."""

    need: Need
    """The need."""
    one_of: tuple[str, ...]
    """The ids of the changes."""


class Hopeless(Part):
    """A gap that no change closes."""

    need: Need
    """The need."""
    why: str
    """Why, in words."""


class Plan(Part):
    """The plan of one area."""

    area: str
    """The area."""
    gaps: int
    """How many needs were to be met."""
    closed: int
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
    changes: tuple[Change, ...]
    """What to change."""
    unavoidable: tuple[Unavoidable, ...]
    """For each gap, changes of which one at least is in every repair that was thought of."""
    hopeless: tuple[Hopeless, ...]
    """The gaps that no change closes."""
    open: tuple[Need, ...]
    """The gaps that could be closed and are not: the budget does not reach, or time was up."""


class Report(Whole):
    """What `sharecheck repair --output-format json` prints."""

    plans: tuple[Plan, ...]
    """The plan of each area."""


def json(plans: Iterable[repairs.Plan], style: Style) -> str:
    """All plans as JSON."""
    return printed(Report(plans=tuple(_plan(plan, style) for plan in plans)))


def _plan(plan: repairs.Plan, style: Style) -> Plan:
    return Plan(
        area=plan.area.id,
        gaps=len(plan.gaps),
        closed=len(plan.closed),
        cost=plan.cost,
        bound=plan.bound,
        proof=plan.proof,
        budget=plan.budget,
        considered=plan.considered,
        changes=tuple(_change(step, style) for step in plan.steps),
        unavoidable=tuple(
            Unavoidable(need=_need(need), one_of=tuple(safe(edit.id) for edit in edits))
            for need, edits in plan.unavoidable.items()
        ),
        hopeless=tuple(Hopeless(need=_need(need), why=safe(why)) for need, why in plan.hopeless.items()),
        open=tuple(map(_need, plan.open)),
    )


def _change(step: repairs.Step, style: Style) -> Change:
    edit = step.edit
    new = edit.draft is not None and edit.draft.document is None
    return Change(
        id=safe(edit.id),
        kind=edit.kind,
        cost=edit.cost,
        what=safe(edit.what),
        to_be_agreed=safe(edit.agreed) if edit.agreed else None,
        path=style.path(edit.draft.path if new and edit.draft else edit.place.document.path),
        line=None if new else edit.place.span.line,
        closes=tuple(map(_need, step.closes)),
    )


def _need(need: networks.Need) -> Need:
    return Need(transition=need.transition, party=need.fact.party, item=need.fact.item, weight=need.weight)
