"""A change that mends, as one value: what a change writes is data, and each use takes what is needed from there."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from sharecheck.document import Place
from sharecheck.edit import ValueEdit
from sharecheck.model.party import Party
from sharecheck.workspace import Flow

Kind = Literal[
    "limit",
    "receipt",
    "item",
    "always",
    "form",
    "trigger",
    "cover",
    "agreement",
    "channel",
    "refusal",
    "record",
    "flow",
    "funding",
    "protocol",
]
"""What the cost of a change is set by, from the cheapest to the dearest; `docs/repair.md` says what each does."""


@dataclass(frozen=True, slots=True)
class NewFlow:
    """A flow that is not there yet: the edits of its changes lead from a flow that says nothing."""

    id: str
    sender: str
    recipient: str


Target: TypeAlias = Flow | NewFlow | Party | None
"""What is another one after a change, as a network sees it: a flow, a new one, or a party.

None for what a network has only as what stands in the way of a flow, and what a repair takes away there.
"""


@dataclass(frozen=True, slots=True, eq=False)
class Change:
    """One change.

    `edits` lead from `base`; those of a new flow from nothing, and what they make is to be put at `base`. `advice` and
    `plan` are its words for one need and in a plan of repair; None where it is never proposed there. `agreed` is what
    people must agree first, `names` (`flow:summary`) what settings forbid it by.
    """

    kind: Kind
    target: Target
    base: Place
    edits: tuple[ValueEdit, ...]
    place: Place
    advice: str | None
    plan: str | None
    id: str = ""
    names: tuple[str, ...] = ()
    agreed: str = ""
    item: str | None = None
