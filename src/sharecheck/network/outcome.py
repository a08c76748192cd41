"""What becomes of a need: its kind, the way of the item, and the step that goes wrong."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple, get_args

from sharecheck.brief import brief
from sharecheck.model.base import Form
from sharecheck.network.facts import (
    IF_CONDITIONS,
    IF_DATED,
    IF_IN_FORCE,
    IF_MATCHED,
    IF_REPEATED,
    Arc,
    Barrier,
    Fact,
    Need,
    Recording,
)

START = "(the start)"
"""The event at which, in an open world, all others come to hold everything; no name in a file has a bracket."""

Kind = Literal[
    "kept",
    "out-of-date",
    "late",
    "degraded",
    "undated",
    "conditional",
    "blocked",
    "mistimed",
    "unmatched",
    "not-shared",
    "not-recorded",
]
KINDS: tuple[Kind, ...] = get_args(Kind)
"""From the smallest relaxation to the largest."""
LEVELS: tuple[tuple[int, Kind], ...] = (
    (IF_DATED, "undated"),
    (IF_CONDITIONS, "conditional"),
    (IF_IN_FORCE, "blocked"),
    (IF_REPEATED, "mistimed"),
    (IF_MATCHED, "unmatched"),
)
"""The kinds that take more as given than that it could wait, or come in a worse form, each with the level of that."""
UNWRITTEN: tuple[Kind, ...] = ("not-shared", "not-recorded")
"""What becomes of a need where no flow brings its item; in an open world another protocol may."""
Verdict = Kind | Literal["unknown"]
"""What is known to become of a need."""


@brief
@dataclass(frozen=True, slots=True, repr=False)
class Hop:
    """One step of the way of an item: how a party comes to hold it, and at which age (in hours) at the latest.

    `missing` are identifiers without which the item cannot be filed and that are not there, or not soon enough, unless
    what the kind of the outcome takes as given is so; `missed` says that the flow fires too early for its sender.
    Of the news of a change, the age is counted from the change.
    """

    fact: Fact
    age: float
    via: Recording | Arc
    form: Form
    missing: tuple[Fact, ...] = ()
    missed: bool = False
    barriers: tuple[Barrier, ...] = ()
    """What stands in the way of this step, and of what is missing for it."""

    @property
    def assumed(self) -> bool:
        """Whether it is taken as given that the party holds the item from the start, as protocols not seen may say."""
        return self.via.event == START

    @property
    def changed(self) -> bool:
        """Whether the party learns of a change first, and nobody tells it."""
        return isinstance(self.via, Recording) and self.via.change is not None

    def closed(self, level: int) -> bool:
        """Whether the step is not taken unless as much as at that level is taken as given."""
        if isinstance(self.via, Arc) and self.via.level == level:
            return True
        return bool(self.missing) or (self.missed and level == IF_REPEATED)


Standing = Literal["in time", "later", "perhaps"]
"""Whether somebody surely holds an item in time for a need, surely but later at the worst, or not surely at all."""
STANDINGS: tuple[Standing, ...] = get_args(Standing)
"""The surest first."""


class Holder(NamedTuple):
    """Somebody else who holds an item, from which age (in hours) on at the latest, and how surely."""

    fact: Fact
    age: float
    standing: Standing


@brief
@dataclass(frozen=True, slots=True, repr=False)
class Outcome:
    """What becomes of a need.

    `late_by` is in hours, 0 when in time; `form` is that in which the item arrives; `hops` lead from the recording to
    the recipient as far as the relaxation of its kind allows (empty when kept: `trace` shows them); `blame` is the
    number of the hop that goes wrong; `holders` are the others who hold the item when no way leads to the recipient,
    the surest first. All that is told of something out of date is told of the news of a change, and `news` is what
    becomes of that. `unknown` says that nobody can call the item lost: the area's list of protocols is partial, or the
    part of a text that may set a time limit was not read.
    """

    need: Need
    kind: Kind
    late_by: float = 0.0
    form: Form | None = None
    hops: tuple[Hop, ...] = ()
    blame: int | None = None
    holders: tuple[Holder, ...] = ()
    unknown: bool = False
    news: Kind | None = None

    @property
    def verdict(self) -> Verdict:
        """What is known to become of the need: its kind, unless nobody can say so."""
        return "unknown" if self.unknown else self.kind

    @property
    def written(self) -> bool:
        """Whether flows that are here lead to the recipient, or tell of a change; in an open world others may."""
        return (self.news or self.kind) not in UNWRITTEN

    @property
    def kept(self) -> bool:
        """Whether the need is surely met."""
        return self.kind == "kept"

    @property
    def lost(self) -> bool:
        """Whether somebody held the item and the recipient does not surely get it, in time and in a usable form.

        What was never recorded is a gap, but not a loss.
        """
        return not (self.kept or self.unknown or self.kind == "not-recorded")

    @property
    def surest(self) -> tuple[Holder, ...]:
        """The holders who hold the item as surely as anybody does: never only perhaps: who records does so surely."""
        return tuple(holder for holder in self.holders if holder.standing == self.holders[0].standing)

    @property
    def blamed(self) -> Hop | None:
        """The step that goes wrong."""
        return None if self.blame is None else self.hops[self.blame]


def worst_of(outcomes: Iterable[Outcome]) -> Outcome:
    """The outcome for the child with whom it goes worst, in the order of the ladder; the first of equals."""
    return max(outcomes, key=_badness)


def _badness(outcome: Outcome) -> tuple[int, int, float]:
    return KINDS.index(outcome.kind), KINDS.index(outcome.news or outcome.kind), outcome.late_by
