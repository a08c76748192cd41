"""What a network is made of: parties that come to hold items, and arcs that hand them on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from math import inf
from typing import Literal, NamedTuple, TypeAlias

from sharecheck.model.base import FORMS, Form, Weight
from sharecheck.network.timeline import Moment

Obstacle = Literal[
    "undated",
    "unread",
    "agrees",
    "carries",
    "asks",
    "looks",
    "filled-in",
    "at-work",
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

LEVEL: Mapping[Obstacle, int] = {
    "undated": IF_DATED,
    "unread": IF_DATED,
    **dict.fromkeys(("agrees", "carries", "asks", "looks", "filled-in", "at-work"), IF_CONDITIONS),
    **dict.fromkeys(("draft", "withdrawn", "not-yet", "expired", "unsigned", "unfunded"), IF_IN_FORCE),
}
"""The least that must be taken as given for an arc with that obstacle to be open."""

RANK: Mapping[Form, int] = {form: rank for rank, form in enumerate(FORMS)}
WORST = len(FORMS) - 1


class Hindrance(NamedTuple):
    """An obstacle on an arc, and who or what it hangs on: a party, a post, a date, a funding stream."""

    obstacle: Obstacle
    who: str = ""


Groups: TypeAlias = frozenset[frozenset[str]]
"""Children who are in one of each of these sets of groups."""


def happens(moment: Moment, groups: Groups) -> bool:
    """Whether an event happens to every child of these groups."""
    return not moment.groups or any(each <= moment.groups for each in groups)


class Fact(NamedTuple):
    """A party holds an item."""

    party: str
    item: str


@dataclass(frozen=True, slots=True)
class Recording:
    """A party comes to know an item by itself at an event, in a form."""

    fact: Fact
    event: str
    form: Form = "coded"


@dataclass(frozen=True, slots=True, eq=False)
class Arc:
    """One item of one flow on its way from one party to another.

    `event` is the event that fires it, or None when it fires whenever the sender comes to hold the item. `delay` is in
    hours at the worst, a whole period included; nothing is added for a flow that is `undated`. `matched` are further
    facts without which it cannot be filed: the identifiers that the sender holds when it sends (`signed`) and the
    recipient when it files what has come (`filed`), each in whichever form. `flow` is a key that means something to
    who built the network, `step` the position of the item in it, `route` is 0 by its channel and 1 by its fallback.
    `last` is the latest age at which one that no event fires is still sent, where a child is followed past a gate.
    """

    tail: Fact
    head: Fact
    event: str | None
    delay: float
    form: Form
    flow: int
    step: int = 0
    matched: tuple[Fact, ...] = ()
    hindrances: tuple[Hindrance, ...] = ()
    route: int = 0
    last: float = inf
    signed: tuple[Fact, ...] = field(init=False)
    filed: tuple[Fact, ...] = field(init=False)
    level: int = field(init=False)
    rank: int = field(init=False)

    def __post_init__(self) -> None:
        signed, filed = _sides(self.matched, self.tail.party)
        object.__setattr__(self, "signed", signed)
        object.__setattr__(self, "filed", filed)
        object.__setattr__(self, "level", _level(self.hindrances) if self.hindrances else CERTAIN)
        object.__setattr__(self, "rank", RANK[self.form])


@cache
def _sides(matched: tuple[Fact, ...], sender: str) -> tuple[tuple[Fact, ...], tuple[Fact, ...]]:
    """The identifiers of the sender, and those of the recipient: the same for all items of a flow."""
    return tuple(fact for fact in matched if fact.party == sender), tuple(
        fact for fact in matched if fact.party != sender
    )


@cache
def _level(hindrances: tuple[Hindrance, ...]) -> int:
    return max(LEVEL[hindrance.obstacle] for hindrance in hindrances)


@dataclass(frozen=True, slots=True)
class Need:
    """A party needs an item by an event (and `plus` hours after it), in a least form.

    `groups` say of which children: those who are in one of each of these sets; of all when there are none.
    """

    transition: str
    fact: Fact
    event: str
    plus: float = 0.0
    form: Form = "paper"
    weight: Weight = "important"
    index: int = 0
    groups: Groups = frozenset()


@dataclass(frozen=True)
class Network:
    """Moments, recordings, arcs and needs of one area. What it does not know, it does not invent.

    With `complete` false, nobody may conclude from what is not written that it does not happen. With `too_large`, there
    was too much of it, and it has no arcs.
    """

    moments: Mapping[str, Moment]
    recordings: tuple[Recording, ...]
    arcs: tuple[Arc, ...]
    needs: tuple[Need, ...] = ()
    complete: bool = True
    too_large: bool = False

    @cached_property
    def arcs_by_tail(self) -> Mapping[Fact, tuple[Arc, ...]]:
        """Arcs by the fact that they hand on."""
        return _grouped((arc.tail, arc) for arc in self.arcs)

    @cached_property
    def arcs_by_match(self) -> Mapping[Fact, tuple[Arc, ...]]:
        """Arcs by each further fact that they are matched by."""
        return _grouped((fact, arc) for arc in self.arcs for fact in arc.matched if fact != arc.tail)

    @cached_property
    def identifiers(self) -> "Network":
        """The part of the network in which what others are matched by travels; itself if that is all."""
        part = self.only({fact.item for arc in self.arcs for fact in arc.matched})
        return self if len(part.arcs) == len(self.arcs) else part

    def of(self, groups: Groups) -> "Network":
        """The part of the network that is there for every child of these groups."""
        moments = {id: one for id, one in self.moments.items() if happens(one, groups)}
        if len(moments) == len(self.moments):
            return self
        return Network(
            moments,
            tuple(recording for recording in self.recordings if recording.event in moments),
            tuple(arc for arc in self.arcs if arc.event is None or arc.event in moments),
            tuple(need for need in self.needs if need.groups == groups and need.event in moments),
            self.complete,
        )

    def only(self, items: Iterable[str]) -> "Network":
        """The part of the network in which these items, and the identifiers they are filed by, travel."""
        wanted = set(items)
        while True:
            more = {fact.item for arc in self.arcs if arc.head.item in wanted for fact in arc.matched} - wanted
            if not more:
                break
            wanted |= more
        return Network(
            self.moments,
            tuple(recording for recording in self.recordings if recording.fact.item in wanted),
            tuple(arc for arc in self.arcs if arc.head.item in wanted),
            tuple(need for need in self.needs if need.fact.item in wanted),
            self.complete,
        )


def _grouped(pairs: Iterable[tuple[Fact, Arc]]) -> Mapping[Fact, tuple[Arc, ...]]:
    found: dict[Fact, dict[Arc, None]] = {}
    for fact, arc in pairs:
        found.setdefault(fact, {})[arc] = None
    return {fact: tuple(arcs) for fact, arcs in found.items()}
