"""What recurs over many areas: what flows hang on, the same gap, different grounds for the same kind of flow.

Told without a verdict: who says what, and where.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from sharecheck.brief import brief
from sharecheck.document import Place
from sharecheck.model.base import Nation, many
from sharecheck.network import Kind
from sharecheck.network.build import PARENT
from sharecheck.network.facts import BarrierKind
from sharecheck.workspace import Area, Flow


@brief
@dataclass(frozen=True, repr=False)
class Gap:
    """An item that a service does not surely have at a transition, in several areas, for the same kind of reason.

    `asking` are the areas of which is known what becomes of the need; those in which not all protocols are here, and
    nothing written leads to the item, are not among them.
    """

    item: str
    transition: str
    title: str
    service: str
    kind: Kind
    areas: tuple[str, ...]
    asking: tuple[str, ...]
    unknown: int
    """Areas that have the need as well, and of which nothing is known."""


def gaps(areas: Iterable[Area]) -> tuple[Gap, ...]:
    """The gaps of all areas: those that most areas have come first, then those of most areas with that need."""
    found: dict[tuple[str, str], _Need] = {}
    for area in areas:
        for outcome in area.outcomes:
            need = outcome.need
            transition = area.transitions[need.transition]
            fates = found.setdefault((need.transition, need.fact.item), _Need(transition.title, transition.to))
            if outcome.unknown:
                fates.unknown[area.id] = None
            else:
                fates.known[area.id] = None
                if not outcome.kept:
                    fates.kinds.setdefault(outcome.kind, {})[area.id] = None
    every = [
        Gap(
            item,
            transition,
            fates.title,
            fates.service,
            kind,
            tuple(areas_),
            tuple(fates.known),
            len(fates.unknown.keys() - fates.known.keys()),
        )
        for (transition, item), fates in found.items()
        for kind, areas_ in fates.kinds.items()
    ]
    return tuple(sorted(every, key=lambda gap: (-len(gap.areas), -len(gap.areas) / len(gap.asking))))


@dataclass
class _Need:
    title: str
    service: str
    known: dict[str, None] = field(default_factory=dict)
    unknown: dict[str, None] = field(default_factory=dict)
    kinds: dict[Kind, dict[str, None]] = field(default_factory=dict)


@dataclass(frozen=True)
class Habit:
    """What keeps flows from being sure promises, in several areas."""

    barrier: BarrierKind
    areas: tuple[str, ...]
    flows: int


def habits(areas: Iterable[Area]) -> tuple[Habit, ...]:
    """What flows hang on, that which is found in most areas first."""
    found: dict[BarrierKind, dict[str, set[int]]] = {}
    for area in areas:
        for arc in (arc for arc in area.network.arcs if not arc.internal):
            for barrier in arc.barriers:
                found.setdefault(barrier.kind, {}).setdefault(area.id, set()).add(arc.flow)
    every = (Habit(kind, tuple(by_area), sum(map(len, by_area.values()))) for kind, by_area in found.items())
    return tuple(sorted(every, key=lambda habit: (-len(habit.areas), -habit.flows, habit.barrier)))


@brief
@dataclass(frozen=True, repr=False)
class Statement:
    """What somebody states as the ground of a flow, and where."""

    area: str
    nation: Nation
    party: str
    flow: str
    items: frozenset[str]
    grounds: tuple[str, ...]
    place: Place


@brief
@dataclass(frozen=True, repr=False)
class Reading:
    """Flows from one service to another that share an item, for which different grounds are stated."""

    sender: str
    recipient: str
    items: tuple[str, ...]
    """What at least two of them carry that state different grounds."""
    statements: tuple[Statement, ...]

    @property
    def areas(self) -> tuple[str, ...]:
        """The areas that state something."""
        return tuple(dict.fromkeys(statement.area for statement in self.statements))


def readings(areas: Iterable[Area]) -> tuple[Reading, ...]:
    """Where partners state different grounds for the same kind of flow; those of most areas first."""
    between: dict[tuple[str, str], list[Statement]] = {}
    for area in areas:
        for flow in area.current_flows:
            for statement, services in _statements(area, flow):
                for sender in services:
                    for recipient in _services(flow):
                        between.setdefault((sender, recipient), []).append(statement)
    found = [
        Reading(sender, recipient, items, statements)
        for (sender, recipient), every in between.items()
        for items, statements in _apart(every)
    ]
    return tuple(sorted(found, key=lambda reading: (-len(reading.areas), reading.sender, reading.recipient)))


def _services(flow: Flow) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for party in flow.recipients if party.id != PARENT for name in many(party.service)))


def _statements(area: Area, flow: Flow) -> Iterator[tuple[Statement, tuple[str, ...]]]:
    """What each sender states; who states nothing does not differ from anybody."""
    items = frozenset(
        carried.id for carried in flow.items if not (carried.item and carried.item.identifier)
    ) or frozenset(carried.id for carried in flow.items)
    for party in flow.senders:
        stated = [(basis, place) for basis, place in flow.bases if basis.party in (None, party.id)]
        grounds = {
            ground
            for basis, _ in stated
            for ground in (basis.article_6, basis.article_9, basis.confidentiality)
            if ground
        }
        if grounds and items and party.id != PARENT:
            place = stated[0][1]
            yield (
                Statement(area.id, area.nation_of(party), party.id, flow.id, items, tuple(sorted(grounds)), place),
                many(party.service),
            )


def _apart(every: list[Statement]) -> Iterator[tuple[tuple[str, ...], tuple[Statement, ...]]]:
    """The statements about items for which not all state the same."""
    if len({statement.grounds for statement in every}) < 2:
        return
    by_item: dict[str, list[Statement]] = {}
    for statement in every:
        for item in sorted(statement.items):
            by_item.setdefault(item, []).append(statement)
    apart = {item: each for item, each in by_item.items() if len({statement.grounds for statement in each}) > 1}
    if apart:
        about = {(statement.area, statement.flow, statement.party) for each in apart.values() for statement in each}
        yield (
            tuple(sorted(apart)),
            tuple(statement for statement in every if (statement.area, statement.flow, statement.party) in about),
        )


@brief
@dataclass(frozen=True, repr=False)
class Themes:
    """What recurs over many areas."""

    habits: tuple[Habit, ...]
    gaps: tuple[Gap, ...]
    readings: tuple[Reading, ...]


def themes(areas: Iterable[Area]) -> Themes:
    """What flows hang on, the same gaps, and different grounds for the same kind of flow."""
    areas = tuple(areas)
    return Themes(habits(areas), gaps(areas), readings(areas))
