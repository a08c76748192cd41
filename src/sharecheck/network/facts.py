"""What a network is made of: parties that come to hold items, and arcs that hand them on.

Arcs are not frozen, since an area has thousands of them and making a frozen arc takes three times as long; nothing
changes an arc.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from math import inf
from typing import Literal, NamedTuple, assert_never, get_args

from sharecheck.brief import brief
from sharecheck.model.base import FORMS, Form, Weight
from sharecheck.network.timeline import Groups

BarrierKind = Literal[
    "undated",
    "unread",
    "undescribed",
    "agrees",
    "carries",
    "asks",
    "looks",
    "filled-in",
    "at-work",
    "internal",
    "draft",
    "withdrawn",
    "not-yet",
    "expired",
    "unsigned",
    "unfunded",
]
"""Why an arc is not a sure promise."""

CERTAIN, IF_DATED, IF_CONDITIONS, IF_IN_FORCE, IF_REPEATED, IF_MATCHED = range(6)
"""How much is taken as given, each including the ones before it; see `docs/method.md`."""


def _level_of(kind: BarrierKind) -> int:
    match kind:
        case "undated" | "unread" | "undescribed":
            return IF_DATED
        case "agrees" | "carries" | "asks" | "looks" | "filled-in" | "at-work" | "internal":
            return IF_CONDITIONS
        case "draft" | "withdrawn" | "not-yet" | "expired" | "unsigned" | "unfunded":
            return IF_IN_FORCE
        case _:
            assert_never(kind)


LEVEL: Mapping[BarrierKind, int] = {kind: _level_of(kind) for kind in get_args(BarrierKind)}
"""The least that must be taken as given for an arc with that barrier to be open."""

RANK: Mapping[Form, int] = {form: rank for rank, form in enumerate(FORMS)}
WORST = len(FORMS) - 1


class Barrier(NamedTuple):
    """A barrier on an arc, and who or what it hangs on: a party, a post, a date, a funding stream.

    `item` is an identifier that may be left empty, and by which what the arc brings is filed.
    """

    kind: BarrierKind
    who: str = ""
    item: str = ""


class Fact(NamedTuple):
    """A party holds an item: with a `service`, that service of a party which does several."""

    party: str
    item: str
    service: str = ""


@brief
@dataclass(frozen=True, slots=True, repr=False)
class Recording:
    """A party comes to know an item by itself at an event, in a form."""

    fact: Fact
    event: str
    form: Form = "coded"
    change: float | None = None
    """For a change of the item, how many hours after the event the change is known; below 0 before it."""
    made: str | None = None
    """The event at which the item was made, where that is known by another name than `event`."""

    @property
    def occasion(self) -> str:
        """The event at which the item was made."""
        return self.made or self.event


@brief
@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Sides:
    """What an arc is matched by: what its sender holds when it sends, what its recipient holds when it files what has
    come, and the items of both."""

    signed: tuple[Fact, ...] = ()
    filed: tuple[Fact, ...] = ()
    items: frozenset[str] = frozenset()


UNMATCHED = Sides()


@cache
def _sides(matched: tuple[Fact, ...], sender: str) -> Sides:
    """What an arc is matched by, the same for all items of a flow."""
    return Sides(
        tuple(fact for fact in matched if fact.party == sender),
        tuple(fact for fact in matched if fact.party != sender),
        frozenset(fact.item for fact in matched),
    )


@cache
def _level(barriers: tuple[Barrier, ...]) -> int:
    return max(LEVEL[barrier.kind] for barrier in barriers)


@brief
@dataclass(slots=True, eq=False, repr=False)
class Arc:
    """One item of one flow on its way from one party to another.

    `event` is the event that fires the arc, or None for an arc that fires whenever the sender comes to hold the item.
    `delay` is in hours at the worst, a whole period included; nothing is added for a flow that is `undated`. `matched`
    are further facts without which the item cannot be filed, each in whichever form; `sides` say whose they are. `flow`
    is a key that means something to who built the network, `step` the position of the item in that flow, `route` is 0
    by its channel and 1 by its fallback. `last` is the latest age at which an arc that no event fires is still sent,
    where a child is followed past a gate.
    """

    tail: Fact
    head: Fact
    event: str | None
    delay: float
    form: Form
    flow: int
    step: int = 0
    matched: tuple[Fact, ...] = ()
    barriers: tuple[Barrier, ...] = ()
    route: int = 0
    last: float = inf
    meant_for: frozenset[str] | None = None
    """The transitions that its flow is meant for, by id; None where it may be meant for any."""
    sides: Sides = field(init=False)
    level: int = field(init=False)
    rank: int = field(init=False)

    def __post_init__(self) -> None:
        self.sides = _sides(self.matched, self.tail.party) if self.matched else UNMATCHED
        self.level = _level(self.barriers) if self.barriers else CERTAIN
        self.rank = RANK[self.form]

    @property
    def internal(self) -> bool:
        """Whether it leads from one service of a party to another, by no flow."""
        return self.tail.party == self.head.party


@brief
@dataclass(frozen=True, slots=True, repr=False)
class Need:
    """A party needs an item by an event (and `plus` hours after it), in a least form.

    `groups` say of which children: those who are in one of each of these sets; of all when there are none. With
    `agreed` it is about those whose parents say yes when they are asked: a refusal is respected.
    """

    transition: str
    fact: Fact
    event: str
    plus: float = 0.0
    form: Form = "paper"
    weight: Weight = "important"
    index: int = 0
    groups: Groups = frozenset()
    agreed: bool = False
    of: str | None = None
    """The event at which it was made, for an item that is made anew each time."""
    current_within: float | None = None
    """Hours within which a change has to be known."""
    in_hand: bool = False
    """It is needed before the event begins: nothing of the event itself counts."""
