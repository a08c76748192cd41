"""What has become of needs of which something was known: what is kept, or known, less than before is a new loss."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sharecheck.model import Area as AreaShape
from sharecheck.network import Outcome
from sharecheck.workspace import Area, Versions
from sharecheck.workspace.versions import AreaKey, Key, area_key, need_key

_NeedOfAnyone = tuple[str, str, str, str]
"""The transition, the item and the form of a need, whichever party has the need."""


@dataclass(frozen=True)
class NewLoss:
    """A need that was kept before and is not now, or that was known to be lost and of which nothing is known now.

    `outcome` is None where nobody has the need any more.
    """

    area: Area
    key: Key
    outcome: Outcome | None
    was_kept: bool

    @property
    def party_gone(self) -> bool:
        """Whether the party that needed it is not here any more."""
        return self.key.party not in self.area.parties


def new_losses(versions: Versions) -> Iterator[NewLoss]:
    """What was known and has become less, in the order of the pathway of each area that is still there.

    A need whose party is gone, and that another party has in its place, is no loss if met there, or if lost
    before and known to be: the party was renamed, or another took over. In an area of which a file could not be
    understood nothing is compared: that file is reported.
    """
    before: dict[Area, dict[Key, bool]] = {}
    for home, needs in versions.known.items():
        area = _heir(home, versions)
        if area is not None and not area.refused:
            had = before.setdefault(area, {})
            had.update((key, kept or had.get(key, False)) for key, kept in needs.items())
    for area, had in before.items():
        outcomes = {need_key(outcome): outcome for outcome in area.outcomes}
        for key, outcome in outcomes.items():
            if key in had and not outcome.kept and (had[key] or outcome.unknown):
                yield NewLoss(area, key, outcome, had[key])
        met, judged = _met(outcomes), {_whoever(key) for key, outcome in outcomes.items() if not outcome.unknown}
        for key in sorted(had.keys() - outcomes.keys()):
            if _whoever(key) not in (met if had[key] else judged):
                yield NewLoss(area, key, None, had[key])


def areas_gone(versions: Versions) -> Iterator[AreaKey]:
    """The areas that are not here any more, of which something was known.

    None where the file of an area could not be understood, which may be that of a missing one.
    """
    if not versions.after.refused(AreaShape):
        yield from (key for key, needs in versions.known.items() if needs and _heir(key, versions) is None)


def _heir(key: AreaKey, versions: Versions) -> Area | None:
    """The area as it stands now: under its id, as the area that its only protocol has joined, or under another id.

    Under another id the heir is an area that was not here before, keeps all that was kept, and knows all that was
    known.
    """
    here = {area_key(area): area for area in versions.after.areas}
    if key in here:
        return here[key]
    _, alone = key
    joined = (area for area in here.values() if alone and any(protocol.id == alone for protocol in area.protocols))
    new = (area for other, area in here.items() if other not in versions.known and _keeps(area, versions.known[key]))
    return next(joined, None) or next(new, None)


def _keeps(area: Area, needs: Mapping[Key, bool]) -> bool:
    """Whether an area keeps what was kept of these needs, and says of the others what becomes of them."""
    now = {need_key(outcome): outcome for outcome in area.outcomes if not outcome.unknown}
    return all(key in now and (now[key].kept or not kept) for key, kept in needs.items())


def _whoever(key: Key) -> _NeedOfAnyone:
    return key.transition, key.item, key.form, key.of


def _met(outcomes: Mapping[Key, Outcome]) -> frozenset[_NeedOfAnyone]:
    """The needs that are kept for every party that has them."""
    kept: dict[_NeedOfAnyone, bool] = {}
    for key, outcome in outcomes.items():
        kept[_whoever(key)] = kept.get(_whoever(key), True) and outcome.kept
    return frozenset(need for need, every in kept.items() if every)
