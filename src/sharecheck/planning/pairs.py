"""All pairs of areas: what each offers is worked out once, and what each makes of an offer in one small network a pair.

The counts are those of `border`, without kinds and ways; the tests hold the two together.
"""

import gc
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, cached_property
from typing import NamedTuple

from sharecheck.model.base import Form, Nation
from sharecheck.network import Arc, Fact, Label, Moment, Need, Network, Recording, Spread, SpreadCache
from sharecheck.network.children import Child, happens, judged_children
from sharecheck.network.evidence import Evidence, counted
from sharecheck.network.facts import CERTAIN, RANK
from sharecheck.network.proof import proof
from sharecheck.network.timeline import Groups
from sharecheck.planning.border import Fate, MoverNeed, arrival, child_of, later, survivals
from sharecheck.planning.crossing import (
    Crossing,
    Subject,
    arrived,
    crossings,
    happening,
    heirs,
    known_at,
    medium,
    recorders,
    relevant,
    within,
)
from sharecheck.planning.offer import Departure, Node, Offer, Stand, brought
from sharecheck.workspace import Area

Leaving = Mapping[Area, Mapping[Nation, tuple[Departure, ...]]]
"""What each area offers at each of its crossings, by the nation to which children go."""


class Count(NamedTuple):
    """What becomes of the needs of children who move from one area to another."""

    here: str
    there: str
    needs: int
    kept: int
    lost: int
    not_recorded: int
    unknown: int
    by_move: int
    """Those not kept that are kept for a child who stays."""

    @property
    def known(self) -> int:
        """The needs of which it is known what becomes of them."""
        return self.needs - self.unknown

    @property
    def share(self) -> float | None:
        """The share kept of what is known, 0 to 1; None when nothing is known."""
        return self.kept / self.known if self.known else None


def departures(areas: Sequence[Area]) -> Iterator[tuple[Area, Mapping[Nation, tuple[Departure, ...]]]]:
    """Each area with what it offers."""
    nations = tuple(dict.fromkeys(area.nation for area in areas))
    about = {
        area: frozenset(((outcome.need.fact.item, outcome.need.of), outcome.need.groups) for outcome in area.outcomes)
        for area in areas
    }
    transitions = (transition for area in areas for transition in area.transitions.values())
    occasions = {(need.item, need.of) for transition in transitions for need in transition.needs if need.of is not None}
    known = {area: known_at(area.network) for area in areas}
    for area in areas:
        children: dict[Child | None, None] = {None: None}
        for nation in nations:
            moving = child_of(area.nation, nation)
            others = (other for other in areas if other is area or other.nation == nation)
            for subject, groups in frozenset().union(*(about[other] for other in others)):
                children |= dict.fromkeys(judged_children(groups | moving, tuple(known[area].get(subject, ()))))
        made = cache(
            lambda crossing, area=area, children=children: Departure(area, crossing, children, sorted(occasions))
        )
        yield area, {nation: tuple(map(made, crossings(area, nation))) for nation in nations}
        _forget()


def pairs(leaving: Leaving) -> Iterator[Count]:
    """What becomes of the needs over each border, in both directions, by the area to which children come.

    What is remembered of an area to which children come is forgotten with it: memory does not grow with pairs.
    """
    doubtful = {area for area in leaving if not area.complete or _unread(area.network)}
    for there in leaving:
        arrivals: dict[Crossing, Arrival] = {}
        laters: dict[tuple[Crossing, Nation], tuple[MoverNeed, ...]] = {}
        for here, departing in leaving.items():
            if here is there:
                continue
            found: list[tuple[MoverNeed, Fate]] = []
            for departure in departing[there.nation]:
                if {here, there} & doubtful:
                    found += ((each.mover, each.fate) for each in survivals(here, there, departure.crossing))
                    continue
                if departure.crossing not in arrivals:
                    arrivals[departure.crossing] = Arrival(there, departure.crossing)
                if (departure.crossing, here.nation) not in laters:
                    laters[departure.crossing, here.nation] = tuple(later(here, there, departure.crossing))
                every = (*arrival(here, there, departure.crossing), *laters[departure.crossing, here.nation])
                found += zip(every, arrivals[departure.crossing].fates(departure, every), strict=True)
            yield _count(here, there, found)
        _forget()


def _forget() -> None:
    """Give back what was made on the way: networks are rings, and the program keeps the collector off."""
    gc.collect(0)


def _unread(network: Network) -> bool:
    """Whether the files were read in part only: as where not all protocols are here, the ladder says what is known."""
    return any(barrier.kind in ("unread", "undescribed") for arc in network.arcs for barrier in arc.barriers)


def _count(here: Area, there: Area, found: Sequence[tuple[MoverNeed, Fate]]) -> Count:
    fates = [fate for _, fate in found]
    return Count(
        here.id,
        there.id,
        len(fates),
        fates.count("kept"),
        fates.count("lost"),
        fates.count("not-recorded"),
        fates.count("unknown"),
        sum(mover.stays is not None and mover.stays.kept for mover, fate in found if fate in ("lost", "not-recorded")),
    )


class Arrival:
    """An area as children come to it at a crossing."""

    def __init__(self, area: Area, crossing: Crossing) -> None:
        self.area = area
        self.crossing = crossing
        self._alike: dict[Stand, tuple[tuple[Node, Form], ...]] = {}
        self._whole_area_spreads = arrived(area, crossing)
        self._parts: dict[tuple[frozenset[Fact], Child | None], Network] = {}
        self._recorders: dict[Child | None, Mapping[Subject, frozenset[Fact]]] = {}

    def alike(self, stand: Stand) -> tuple[tuple[Node, Form], ...]:
        """The services for which a party stands, each with the best form that its records allow."""
        if stand not in self._alike:
            found = heirs(self.area, stand.services) if within(stand.nation, self.area.nation) else ()
            self._alike[stand] = tuple(((party.id, node), medium(party)) for party, node in found)
        return self._alike[stand]

    @cached_property
    def known_at(self) -> Mapping[Subject, frozenset[Groups]]:
        """The children to whom the events happen at which each item becomes known to anybody."""
        return known_at(self._whole_area_spreads)

    def part(self, needed: frozenset[Fact], child: Child | None) -> Network:
        """What of it has to do with what is needed, and is there for a child."""
        if (needed, child) not in self._parts:
            network = relevant(self._whole_area_spreads, needed)
            known = replace(network, moments={**network.moments, self.crossing.moment.id: self.crossing.moment})
            self._parts[needed, child] = happening(known, child)
        return self._parts[needed, child]

    def recorders(self, child: Child | None) -> Mapping[Subject, frozenset[Fact]]:
        """Who comes to know each item by itself at what happens to a child."""
        if child not in self._recorders:
            self._recorders[child] = recorders(happening(self._whole_area_spreads, child))
        return self._recorders[child]

    def fates(self, departure: Departure, every: Sequence[MoverNeed]) -> list[Fate]:
        """What becomes of each need."""
        meeting = _Meeting(self, departure, frozenset(mover.need.fact for mover in every))
        return [meeting.fate(mover.need) for mover in every]


class _Meeting:
    """What one area makes of what another one offers."""

    def __init__(self, arrival: Arrival, departure: Departure, needed: frozenset[Fact]) -> None:
        self._arrival = arrival
        self._departure = departure
        self._needed = needed
        self._runs: dict[tuple[Child | None, Evidence], SpreadCache] = {}
        self._wholes: dict[Offer, SpreadCache] = {}
        self._children: dict[tuple[Groups, Subject], tuple[Child, ...]] = {}

    def fate(self, need: Need) -> Fate:
        """What becomes of a need, as the ladder over one network of both areas says."""
        children = self._judged(need)
        found = self._keeping_label(need, None)
        if found is not None and not self._through_others(need, found, children):
            return "kept"
        at_best = found is not None  # who is judged by all events has no less than any child
        fates = [self._fate_of(need, child, at_best) for child in children]
        return _FATES[max(fates)]

    def _judged(self, need: Need) -> tuple[Child, ...]:
        """The children by whom a need is judged."""
        subject = need.fact.item, need.of
        key = need.groups, subject
        if key not in self._children:
            here, there = (area.known_at.get(subject, frozenset()) for area in (self._departure, self._arrival))
            self._children[key] = judged_children(need.groups, tuple(here | there))
        return self._children[key]

    def _fate_of(self, need: Need, child: Child, at_best: bool) -> int:
        if at_best and self._keeping_label(need, child) is not None:
            return _KEPT
        if self._arrival.part(self._needed, child).counting(counted(need)).records_in_time(need):
            return _NOT_IN_TIME  # but in too poor a form
        if not self._recorded(need, child):
            return _NOT_RECORDED
        return _NOT_IN_TIME

    def _keeping_label(self, need: Need, child: Child | None) -> Label | None:
        """The label by which a need is kept; None where the need is not kept."""
        found = self._run(child, need).late(need)
        return found[1] if found is not None and found[0] <= 0 else None

    def _run(self, child: Child | None, need: Need) -> Spread:
        key = child, counted(need)
        if key not in self._runs:
            larger = self._whole_area_spreads(self._departure.offer(child)).counting(counted(need))
            part = larger.network if child is None else larger.network.seen_by(child)
            self._runs[key] = larger if part is larger.network else SpreadCache(part, larger=larger)
        return self._runs[key].spread(CERTAIN, RANK[need.form])

    def _whole_area_spreads(self, offer: Offer) -> SpreadCache:
        """The runs over all that happens in the one area to whom the other one offers this."""
        if offer not in self._wholes:
            network, come = self._arrival.part(self._needed, None), tuple(self._come(offer))
            self._wholes[offer] = SpreadCache(
                Network(
                    {**network.moments, **{moment.id: moment for moment, _, _ in come}},
                    (*network.recordings, *(recording for _, recording, _ in come)),
                    (*network.arcs, *(arc for _, _, arc in come)),
                )
            )
        return self._wholes[offer]

    def _come(self, offer: Offer) -> Iterator[tuple[Moment, Recording, Arc]]:
        moment = self._arrival.crossing.moment
        for number, held in enumerate(offer.held):
            for node, best in self._arrival.alike(held.stand):
                yield from brought(held, moment, node, best, _BROUGHT - number)

    def _through_others(self, need: Need, label: Label, children: Sequence[Child]) -> bool:
        """Whether what keeps a need hangs on what does not happen to each of these children."""
        held = self._departure.offer(None).held
        run = self._run(None, need)
        moments = run.network.moments
        for step in proof(run, label):
            source = step.source
            if step.event is not None and not all(happens(moments[step.event], child) for child in children):
                return True
            if isinstance(source, Arc) and source.flow <= _BROUGHT:
                if any(held[_BROUGHT - source.flow].only_of_others(child) for child in children):
                    return True
            elif source.event is not None and not all(happens(moments[source.event], child) for child in children):
                return True
        return False

    def _recorded(self, need: Need, child: Child) -> bool:
        """Whether anybody else comes to know the item by himself."""
        subject = need.fact.item, need.of
        recorders = self._arrival.recorders(child).get(subject, frozenset())
        return subject in self._departure.offer(child).recorded or bool(recorders - {need.fact})


_KEPT, _NOT_IN_TIME, _NOT_RECORDED = range(3)
_FATES: Mapping[int, Fate] = {_KEPT: "kept", _NOT_IN_TIME: "lost", _NOT_RECORDED: "not-recorded"}
"""In the order of the ladder: the child who fares worst decides."""
_BROUGHT = -2
"""The flow of the first arc that brings something over the border; the next ones count down."""
