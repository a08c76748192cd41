"""What becomes of the same needs twice: before and after, here and there."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from sharecheck.brief import brief
from sharecheck.network import Coverage, Outcome, coverage
from sharecheck.workspace.versions import Key, need_key

ChangeKind = Literal["lost", "won", "not-asked-for", "newly-asked-for", "otherwise"]
"""`lost` when the need was kept and is no more; `otherwise` when the need was not kept, and fails in another way."""


@brief
@dataclass(frozen=True, slots=True, repr=False)
class NeedChange:
    """One need, before and after; None on the side on which nobody has the need."""

    key: Key
    before: Outcome | None
    after: Outcome | None

    @property
    def lost(self) -> bool:
        """Whether the need was kept, is still there, and is surely kept no more."""
        return self.before is not None and self.before.kept and self.after is not None and not self.after.kept

    @property
    def won(self) -> bool:
        """Whether the need was there and not surely kept, and now is."""
        return self.after is not None and self.after.kept and self.before is not None and not self.before.kept

    @property
    def unseen(self) -> bool:
        """Whether it was known to fail before, and nobody can say any more what becomes of the need."""
        before, after = self.before, self.after
        return before is not None and not (before.kept or before.unknown) and after is not None and after.unknown

    @property
    def kind(self) -> ChangeKind:
        """What has become of the need."""
        if self.lost:
            return "lost"
        if self.won:
            return "won"
        if self.after is None:
            return "not-asked-for"
        return "newly-asked-for" if self.before is None else "otherwise"

    @property
    def same(self) -> bool:
        """Whether the need is on both sides, and the same is known to become of it, to the hour."""
        return (
            self.before is not None
            and self.after is not None
            and _known_outcome(self.before) == _known_outcome(self.after)
        )


def _known_outcome(outcome: Outcome) -> tuple[object, ...]:
    """What is known of an outcome: nothing, or kind, hours late and form."""
    return () if outcome.unknown else (outcome.kind, outcome.late_by, outcome.form)


def compared(changes: Iterable[NeedChange]) -> tuple[Coverage, Coverage]:
    """The coverage before and after, over the same needs: those of which something is known on either side.

    A need that nobody asks for on one side, or of which nothing is known there, is not kept there: so nothing looks
    better because it is no longer seen.
    """
    sides: tuple[list[Outcome], list[Outcome]] = ([], [])
    for change in changes:
        both = change.before, change.after
        if not any(outcome is not None and not outcome.unknown for outcome in both):
            continue
        for found, outcome, other in zip(sides, both, reversed(both), strict=True):
            either = outcome or other
            assert either is not None
            known = outcome is not None and not outcome.unknown
            found.append(either if known else Outcome(either.need, "not-shared"))
    return coverage(sides[0]), coverage(sides[1])


def changes(before: Iterable[Outcome], after: Iterable[Outcome]) -> Iterator[NeedChange]:
    """Each need of either side, those that were asked for before first, each in its order."""
    old = {need_key(outcome): outcome for outcome in before}
    new = {need_key(outcome): outcome for outcome in after}
    for key in (*old, *(key for key in new if key not in old)):
        yield NeedChange(key, old.get(key), new.get(key))
