"""What people do that nobody has promised: whether the parent agrees, who asks, what gets lost."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sharecheck.model import Journey
from sharecheck.model.base import many
from sharecheck.replay.desks import desk_words
from sharecheck.replay.legs import Cargo, Leg, minutes

LEFT_EMPTY = "it was left empty"
"""Why a leg does not take an item, although the flow itself goes."""
ALL = frozenset(("all",))
NOBODY: frozenset[str] = frozenset()


def _has(names: frozenset[str], name: str) -> bool:
    return name in names or "all" in names


@dataclass(frozen=True, slots=True)
class Choices:
    """What people do. As it stands: the parent agrees and passes on, forms are filled in, nobody asks or looks."""

    refuses: frozenset[str] = NOBODY
    """Flows that the parent says no to; here and below, `all` stands for every name."""
    forgets: frozenset[str] = NOBODY
    asks: frozenset[str] = NOBODY
    looks: frozenset[str] = NOBODY
    left_empty: frozenset[str] = NOBODY
    """Items."""
    one_record: frozenset[str] = NOBODY
    """Parties whose services tell each other what they know."""
    away: frozenset[str] = NOBODY
    """Posts."""
    quick: bool = False
    """What has no time limit arrives at once, not never."""
    lost: Mapping[str, int] = field(default_factory=dict)
    """Channels that no longer work, with the age in minutes from which on."""

    def refuses_to(self, leg: Leg, cargo: Cargo) -> bool:
        """Whether the parent says no to an item of a leg."""
        return cargo.needs_consent and _has(self.refuses, leg.flow.id)

    def hindered(self, leg: Leg, cargo: Cargo, minute: int) -> str | None:  # noqa: PLR0911  # a reason each
        """Why a leg does not take an item at that minute, in a few words, or None when it does."""
        flow = leg.flow.id
        if self.refuses_to(leg, cargo):
            return "the parent said no"
        if self.lost.get(leg.channel or "", minute + 1) <= minute:
            return f"the {leg.channel} was lost"
        if leg.by_parent and _has(self.forgets, flow):
            return "the parent did not pass it on"
        if leg.post is not None and _has(self.away, leg.post):
            return f"the {leg.post} was away, and nobody covers"
        if leg.asks and not _has(self.asks, flow):
            return f"{desk_words(leg.recipient)} did not ask for it"
        if leg.looks and not _has(self.looks, flow):
            return f"{desk_words(leg.recipient)} did not look for it"
        if leg.undated and not self.quick:
            return "nobody says how long it may take"
        if cargo.may_be_empty and _has(self.left_empty, cargo.item.partition(":")[0]):
            return LEFT_EMPTY
        return None

    def labels(self, leg: Leg) -> tuple[frozenset[str], ...] | None:
        """The sets of identifiers of a leg that were not left empty on it; None: nothing is matched."""
        if leg.matched_by is None or not self.left_empty:
            return leg.matched_by
        filled = {cargo.item for cargo in leg.cargo if not cargo.may_be_empty}
        empty = {cargo.item for cargo in leg.cargo if _has(self.left_empty, cargo.item)} - filled
        return tuple(identifiers for identifiers in leg.matched_by if empty.isdisjoint(identifiers))

    def works_in_one_record(self, party: str) -> bool:
        """Whether the services of a party tell each other what they know."""
        return _has(self.one_record, party)


WORST = Choices(refuses=ALL, forgets=ALL, left_empty=ALL, away=ALL)
"""All that may go wrong does."""
BEST = Choices(asks=ALL, looks=ALL, one_record=ALL, quick=True)
"""All that may go well does."""


def choices(journey: Journey) -> Choices:
    """The choices of a journey."""
    return Choices(
        refuses=frozenset(many(journey.refuses)),
        forgets=frozenset(many(journey.forgets)),
        asks=frozenset(many(journey.asks)),
        looks=frozenset(many(journey.looks)),
        left_empty=frozenset(many(journey.left_empty)),
        one_record=frozenset(many(journey.one_record)),
        away=frozenset(many(journey.away)),
        quick=journey.undated == "quick",
        lost={mishap.loses: minutes(mishap.at.hours) if mishap.at else _ALWAYS for mishap in journey.mishaps or ()},
    )


_ALWAYS = -minutes(366 * 24)
"""An age before every pregnancy."""


def chosen(choices: Choices) -> dict[str, tuple[str, ...] | str]:
    """The same as keys of a journey; channels that get lost left out."""
    names = {"refuses": choices.refuses, "forgets": choices.forgets, "asks": choices.asks, "looks": choices.looks}
    names |= {"left-empty": choices.left_empty, "one-record": choices.one_record, "away": choices.away}
    found: dict[str, tuple[str, ...] | str] = {key: tuple(sorted(value)) for key, value in names.items() if value}
    return {**found, "undated": "quick"} if choices.quick else found
