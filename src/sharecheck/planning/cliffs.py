"""Cliffs: from which day of birth on a need is no longer kept, or begins to be, because which gate closes or opens.

The later a child is born, the more flows have ended when their turn comes, and the more have begun. For all days of
birth from one to another, what is open on the first as far as it ends, and on the last as far as it begins, is the most
that is ever open; the other way round it is the least. A need that is kept by the least is kept on all these days, one
that is not kept by the most on none; for the rest, the days are halved.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import zip_longest
from math import ceil, floor

from sharecheck.brief import brief
from sharecheck.model.base import DAY
from sharecheck.network import Arc, Label, Need, NeedClassifier, Spread
from sharecheck.network.proof import proof
from sharecheck.planning.cohort import Dated, Gate, dated
from sharecheck.workspace import Area

_LAST = date.max.toordinal()


@brief
@dataclass(frozen=True, slots=True, repr=False)
class Cliff:
    """A day of birth from which on a need is no longer kept, or is (`kept`), and the gates that close or open.

    `until` is the last day of birth for which that is so, None when that stays so; `flows` are those that the gates are
    of, as positions in the area.
    """

    need: Need
    born: date
    kept: bool
    gates: tuple[Gate, ...]
    flows: tuple[int, ...]
    until: date | None = None


@brief
@dataclass(frozen=True, eq=False, repr=False)
class Cliffs:
    """The cliffs of an area by day of birth, and the needs that `check` calls kept and that are kept for no child."""

    area: Area
    cliffs: tuple[Cliff, ...]
    never: tuple[Need, ...]

    @property
    def falls(self) -> tuple[Cliff, ...]:
        """Where a need is no longer kept."""
        return tuple(cliff for cliff in self.cliffs if not cliff.kept)

    @property
    def rises(self) -> tuple[Cliff, ...]:
        """Where a need begins to be kept."""
        return tuple(cliff for cliff in self.cliffs if cliff.kept)


def cliffs(area: Area, until: date | None = None) -> Cliffs:
    """The cliffs of an area, for children to whom a need may still come on the day of the run or later.

    With `until`, only those of children born by that day.
    """
    found = dated(area)
    needs = tuple(dict.fromkeys(found.network.needs))
    gates = [gate for each in found.gates.values() for gate in each]
    moments = found.network.moments
    if not gates or not needs:
        return Cliffs(area, (), ())
    today = area.as_of.toordinal()
    oldest = {need: max(today - ceil((moments[need.event].end + need.plus) / DAY), 1) for need in needs}
    soonest = floor(min(moment.start for moment in moments.values()) / DAY)
    first = min(oldest.values())
    last = max(first, min(max(gate.day.toordinal() for gate in gates) - soonest + 1, _LAST))
    days = kept_days(found, needs, first, last)
    cliffs = [cliff for need in needs for cliff in edges(found, need, days[need]) if _comes(cliff, oldest[need], until)]
    kept = {outcome.need for outcome in area.outcomes if outcome.kept}
    never = tuple(need for need in needs if need in kept and not _ever(days[need], oldest[need]))
    return Cliffs(area, tuple(sorted(cliffs, key=lambda cliff: cliff.born)), never)


def _comes(cliff: Cliff, oldest: int, until: date | None) -> bool:
    return cliff.born.toordinal() > oldest and (until is None or cliff.born <= until)


def _ever(days: "Days", oldest: int) -> bool:
    """Whether a need is kept for those born on some day, from the oldest on to whom the need may still come."""
    ends = [start for start, _ in days[1:]]
    return any(kept and (number >= len(ends) or ends[number] > oldest) for number, (_, kept) in enumerate(days))


Days = list[tuple[int, bool]]
"""Stretches of days of birth, each unlike the next: its first day (an ordinal), and whether a need is kept then."""


def kept_days(dated: Dated, needs: Iterable[Need], first: int, last: int) -> Mapping[Need, Days]:
    """For which days of birth, from one to another, each need is kept."""
    found: dict[Need, Days] = {need: [] for need in needs}

    def settle(part: Dated, needs: tuple[Need, ...], first: int, last: int) -> None:
        least = _kept_needs(part, needs, first, last)
        most = least if first == last else _kept_needs(part, needs, last, first)
        unsettled = []
        for need in needs:
            if (need in least) != (need in most):
                unsettled.append(need)
            elif not found[need] or found[need][-1][1] != (need in least):
                found[need].append((first, need in least))
        if unsettled:
            middle = (first + last) // 2
            smaller = part.only(need.fact.item for need in unsettled) if len(unsettled) < len(needs) else part
            settle(smaller, tuple(unsettled), first, middle)
            settle(smaller, tuple(unsettled), middle + 1, last)

    settle(dated, tuple(found), first, last)
    return found


def _kept_needs(dated: Dated, needs: tuple[Need, ...], opening: int, closing: int) -> frozenset[Need]:
    ladder = NeedClassifier(replace(dated.cohort(opening, closing), needs=needs))
    return frozenset(need for need in needs if ladder.keeps(need))


def edges(dated: Dated, need: Need, days: Days) -> Iterator[Cliff]:
    """The cliffs of a need, where one stretch of days ends and the next begins."""
    for (born, kept), following in zip_longest(days[1:], days[2:]):
        causes = dict(_causes(dated, need, born, kept))
        gates = tuple(sorted({gate for each in causes.values() for gate in each}))
        until = date.fromordinal(following[0] - 1) if following else None
        yield Cliff(need, date.fromordinal(born), kept, gates, tuple(sorted(causes)), until)


def _causes(dated: Dated, need: Need, born: int, kept: bool) -> Iterator[tuple[int, tuple[Gate, ...]]]:
    """The flows on the way that keeps the need on the one day, and their gates that are shut on the other."""
    day = born if kept else born - 1
    part = dated.only((need.fact.item,))
    witnesses = NeedClassifier(replace(part.cohort(day, day), needs=(need,))).witnesses(need)
    assert witnesses, need
    other = born - 1 if kept else born
    for run, label in ((witness[0], label) for witness in witnesses for label in proof(*witness)):
        arc = label.source
        if isinstance(arc, Arc):
            age = _fired(run, label, arc)
            shut = tuple(gate for gate in dated.gates.get(arc.flow, ()) if dated.shut(gate, arc, other, age))
            if shut:
                yield arc.flow, shut


def _fired(run: Spread, label: Label, arc: Arc) -> float:
    """The age at the latest at which an arc is set off, on the way of a label."""
    if arc.event is not None:
        return run.network.moments[arc.event].end
    before = label.before.age if label.before else label.age
    return max([before, *(run.matching[fact][0].age for fact in arc.sides.signed)])
