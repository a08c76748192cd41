"""Two versions of the same areas: which child no longer has what known by whom."""

from collections.abc import Iterator
from dataclasses import dataclass

from sharecheck.brief import brief
from sharecheck.planning.change import NeedChange, changes
from sharecheck.workspace import Area, Versions


@brief
@dataclass(frozen=True, repr=False)
class Diff:
    """An area before and after."""

    before: Area
    after: Area
    changes: tuple[NeedChange, ...]
    """Those of needs of which something else becomes, or that nobody asks for on one side."""

    @property
    def lost(self) -> tuple[NeedChange, ...]:
        """What was surely known, is still needed, and is known to be lost."""
        return tuple(change for change in self.changes if change.lost and change.after and not change.after.unknown)

    @property
    def untold(self) -> tuple[NeedChange, ...]:
        """What was surely known, and of which nobody can say so any more."""
        return tuple(change for change in self.changes if change.lost and change.after and change.after.unknown)

    @property
    def won(self) -> tuple[NeedChange, ...]:
        """What was needed and not surely known, and now is."""
        return tuple(change for change in self.changes if change.won)

    @property
    def no_longer_needed(self) -> tuple[NeedChange, ...]:
        """What nobody asks for any more."""
        return tuple(change for change in self.changes if change.after is None)

    @property
    def newly_needed(self) -> tuple[NeedChange, ...]:
        """What nobody asked for before."""
        return tuple(change for change in self.changes if change.before is None)

    @property
    def worse(self) -> bool:
        """Whether anything in the area is less than before."""
        return bool(self.lost or self.untold or self.no_longer_needed)


@brief
@dataclass(frozen=True, repr=False)
class Diffs:
    """Two versions of everything."""

    areas: tuple[Diff, ...]
    gone: tuple[Area, ...]
    new: tuple[Area, ...]

    @property
    def worse(self) -> bool:
        """Whether anything is less than before."""
        return bool(self.gone) or any(area.worse for area in self.areas)


def diff(versions: Versions) -> Diffs:
    """What has changed from one version to the other; areas are the same when they have the same id."""
    areas = tuple(Diff(before, after, tuple(_changed(before, after))) for before, after in versions.areas)
    return Diffs(areas, versions.areas_gone, versions.areas_new)


def _changed(before: Area, after: Area) -> Iterator[NeedChange]:
    return (change for change in changes(before.outcomes, after.outcomes) if not change.same)
