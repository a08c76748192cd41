"""The needs that were surely kept, and what has become of each: whatever is kept less than before is a new loss."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sharecheck.model import Area as AreaShape
from sharecheck.network import Outcome
from sharecheck.planning.change import need_key
from sharecheck.workspace import Area, Versions, Workspace
from sharecheck.workspace.versions import AreaKey, KeptNeeds, Key, area_key


@dataclass(frozen=True)
class NewLoss:
    """A need that was kept before and is not now; `outcome` is None where nobody asks for it any more."""

    area: Area
    key: Key
    outcome: Outcome | None

    @property
    def party_gone(self) -> bool:
        """Whether the party that needed it is not here any more."""
        return self.key.party not in self.area.parties


def kept_needs(workspace: Workspace) -> KeptNeeds:
    """The needs that are surely kept, by area."""
    return {area_key(area): _kept(area) for area in workspace.areas}


def kept_before(versions: Versions) -> KeptNeeds:
    """The needs that were surely kept in the earlier version, or when a baseline was written."""
    earlier, recorded = kept_needs(versions.before), versions.recorded
    none: frozenset[Key] = frozenset()
    return {key: earlier.get(key, none) | recorded.get(key, none) for key in dict.fromkeys((*earlier, *recorded))}


def new_losses(kept: KeptNeeds, workspace: Workspace) -> Iterator[NewLoss]:
    """What was kept and is not any more, in the order of the pathway of each area that is still there.

    A need whose party is gone, and that another party now has met in its place, is no loss: the party was renamed, or
    another took over. In an area of which a file could not be understood nothing is compared: that file is told.
    """
    before: dict[Area, set[Key]] = {}
    for home, needs in kept.items():
        area = _heir(home, needs, kept, workspace)
        if area is not None and not area.refused:
            before.setdefault(area, set()).update(needs)
    for area, asked in before.items():
        outcomes = {need_key(outcome): outcome for outcome in area.outcomes}
        yield from (
            NewLoss(area, key, outcome) for key, outcome in outcomes.items() if key in asked and not outcome.kept
        )
        served = _served(outcomes)
        for key in sorted(asked - outcomes.keys()):
            if (key.transition, key.item, key.form) not in served:
                yield NewLoss(area, key, None)


def areas_gone(kept: KeptNeeds, workspace: Workspace) -> Iterator[tuple[AreaKey, int]]:
    """The areas that are not here any more, with the number of needs that were kept there.

    None where the file of an area could not be understood: then it may be that one.
    """
    if not workspace.refused(AreaShape):
        for key, needs in kept.items():
            if needs and _heir(key, needs, kept, workspace) is None:
                yield key, len(needs)


def _heir(key: AreaKey, needs: frozenset[Key], kept: KeptNeeds, workspace: Workspace) -> Area | None:
    """The area as it is now: under its id, as the area that its only protocol has joined, or under another id.

    Under another id it is one that was not here before and keeps all that was kept.
    """
    here = {area_key(area): area for area in workspace.areas}
    if key in here:
        return here[key]
    _, alone = key
    joined = (area for area in here.values() if alone and any(one.id == alone for one in area.protocols))
    new = (area for other, area in here.items() if other not in kept and needs <= _kept(area))
    return next(joined, None) or next(new, None)


def _kept(area: Area) -> frozenset[Key]:
    return frozenset(need_key(outcome) for outcome in area.outcomes if outcome.kept)


def _served(outcomes: Mapping[Key, Outcome]) -> frozenset[tuple[str, str, str]]:
    """The transition, item and form of each need that is kept for every party that has the need."""
    kept: dict[tuple[str, str, str], bool] = {}
    for key, outcome in outcomes.items():
        asked = key.transition, key.item, key.form
        kept[asked] = kept.get(asked, True) and outcome.kept
    return frozenset(asked for asked, every in kept.items() if every)
