"""All pairs of areas: what each offers is worked out once, and what each makes of it in one small network a pair.

The counts are those of `border`, without kinds and ways; the tests hold the two together.
"""

import gc
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from sharecheck.model.base import Form, Nation
from sharecheck.network import Arc, Fact, Label, Moment, Need, Network, Recording, Spread, spread
from sharecheck.network.facts import CERTAIN, RANK, Groups, happens
from sharecheck.planning.border import Asked, Fate, arrival, child_of, later, survivals
from sharecheck.planning.crossing import (
    Crossing,
    alike,
    arrived,
    children,
    crossings,
    happening,
    medium,
    recorders,
    relevant,
    upstream,
    within,
)
from sharecheck.planning.offer import Departure, Stand, brought, departure
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
    def share(self) -> float | None:
        """The share kept of what is known, 0 to 1; None when nothing is known."""
        known = self.needs - self.unknown
        return self.kept / known if known else None


def departures(areas: Sequence[Area]) -> Iterator[tuple[Area, Mapping[Nation, tuple[Departure, ...]]]]:
    """Each area with what it offers."""
    nations = tuple(dict.fromkeys(area.nation for area in areas))
    about = {area: frozenset(_children(area)) for area in areas}
    for area in areas:
        asked: dict[Groups | None, None] = {None: None}
        for nation in nations:
            child = child_of(area.nation, nation)
            every = about[area].union(*(about[other] for other in areas if other.nation == nation))
            asked |= dict.fromkeys(groups | child for groups in every)
        made = cache(lambda one, area=area, asked=asked: departure(area, one, asked))
        yield area, {nation: tuple(map(made, crossings(area, nation))) for nation in nations}


def _children(area: Area) -> Iterator[Groups]:
    known = area.network.moments
    return (children(area, one) for one in area.transitions.values() if one.at in known)


def pairs(leaving: Leaving) -> Iterator[Count]:
    """What becomes of the needs over each border, in both directions, by the area to which children come.

    What is remembered of an area to which children come is forgotten with it: memory does not grow with pairs.
    """
    unread = {area for area in leaving if _unread(area.network)}
    for there in leaving:
        arrivals: dict[Crossing, Arrival] = {}
        laters: dict[tuple[Crossing, Nation], tuple[Asked, ...]] = {}
        for here, departing in leaving.items():
            if here is there:
                continue
            found: list[tuple[Asked, Fate]] = []
            for one in departing[there.nation]:
                if {here, there} & unread:
                    found += ((each.asked, each.fate) for each in survivals(here, there, one.crossing))
                    continue
                if one.crossing not in arrivals:
                    arrivals[one.crossing] = Arrival(there, one.crossing)
                if (one.crossing, here.nation) not in laters:
                    laters[one.crossing, here.nation] = tuple(later(here, there, one.crossing))
                every = (*arrival(here, there, one.crossing), *laters[one.crossing, here.nation])
                found += zip(every, arrivals[one.crossing].fates(one, every), strict=True)
            yield _count(here, there, found)
        gc.collect(0)  # a network that is its own `identifiers` is a ring, and the program keeps the collector off


def _unread(network: Network) -> bool:
    """Whether a text was read in part only, so that it takes the kind of a gap to say whether it is known."""
    return any(one.obstacle == "unread" for arc in network.arcs for one in arc.hindrances)


def _count(here: Area, there: Area, found: Sequence[tuple[Asked, Fate]]) -> Count:
    fates = [fate for _, fate in found]
    return Count(
        here.id,
        there.id,
        len(fates),
        fates.count("kept"),
        fates.count("lost"),
        fates.count("not-recorded"),
        fates.count("unknown"),
        sum(asked.stays is not None and asked.stays.kept for asked, fate in found if fate in ("lost", "not-recorded")),
    )


class Arrival:
    """An area as children come to it at a crossing."""

    def __init__(self, area: Area, crossing: Crossing) -> None:
        self.area = area
        self.crossing = crossing
        self._alike: dict[Stand, tuple[tuple[str, Form], ...]] = {}
        self._whole = arrived(area, crossing)
        self._parts: dict[tuple[frozenset[Fact], Groups | None], Network] = {}
        self._recorders: dict[Groups | None, Mapping[str, frozenset[str]]] = {}

    def alike(self, stand: Stand) -> tuple[tuple[str, Form], ...]:
        """Those for whom a party stands, each with the best form that its records allow."""
        if stand not in self._alike:
            parties = alike(self.area, stand.services) if within(stand.nation, self.area.nation) else ()
            self._alike[stand] = tuple((one.id, medium(one)) for one in parties)
        return self._alike[stand]

    def part(self, needed: frozenset[Fact], groups: Groups | None) -> Network:
        """What of it has to do with what is needed, and is there for every child of these groups."""
        if (needed, groups) not in self._parts:
            network = relevant(self._whole, needed)
            known = replace(network, moments={**network.moments, self.crossing.moment.id: self.crossing.moment})
            self._parts[needed, groups] = happening(known, groups)
        return self._parts[needed, groups]

    def recorders(self, groups: Groups | None) -> Mapping[str, frozenset[str]]:
        """Who comes to know each item by itself at what happens to every child of these groups."""
        if groups not in self._recorders:
            self._recorders[groups] = recorders(happening(self._whole, groups))
        return self._recorders[groups]

    def fates(self, departure: Departure, every: Sequence[Asked]) -> list[Fate]:
        """What becomes of each need."""
        meeting = _Meeting(self, departure, frozenset(one.need.fact for one in every))
        return [meeting.fate(one.need) for one in every]


class _Meeting:
    """What one area makes of what another one offers."""

    def __init__(self, arrival: Arrival, departure: Departure, needed: frozenset[Fact]) -> None:
        self._arrival = arrival
        self._departure = departure
        self._needed = needed
        self._complete = arrival.area.complete and departure.area.complete
        self._runs: dict[tuple[Groups | None, int], Spread] = {}
        self._networks: dict[Groups | None, Network] = {}

    def fate(self, need: Need) -> Fate:
        """What becomes of a need, as the ladder over one network of both areas says."""
        found = self._run(None, RANK[need.form]).late(need)
        keeps = found is not None and found[0] <= 0
        if keeps and found and not self._through_others(found[1], need.groups):
            return "kept"
        judged = need.groups if self._recorded(need, need.groups) else None
        if judged is not None and keeps:
            found = self._run(judged, RANK[need.form]).late(need)
            keeps = found is not None and found[0] <= 0
        if keeps:
            return "kept"
        if not self._recorded(need, judged):
            return "not-recorded" if self._complete else "unknown"
        return "lost" if self._complete or self._reached(need.fact, judged) else "unknown"

    def _run(self, groups: Groups | None, rank: int) -> Spread:
        if (groups, rank) not in self._runs:
            self._runs[groups, rank] = spread(self._network(groups), CERTAIN, rank)
        return self._runs[groups, rank]

    def _network(self, groups: Groups | None) -> Network:
        if groups not in self._networks:
            network = self._arrival.part(self._needed, groups)
            come = tuple(self._come(groups))
            self._networks[groups] = Network(
                {**network.moments, **{one.id: one for one, _, _ in come}},
                (*network.recordings, *(one for _, one, _ in come)),
                (*network.arcs, *(arc for _, _, arc in come)),
            )
        return self._networks[groups]

    def _come(self, groups: Groups | None) -> Iterator[tuple[Moment, Recording, Arc]]:
        moment = self._arrival.crossing.moment
        for number, held in enumerate(self._departure.offers[groups].held):
            for party, best in self._arrival.alike(held.stand):
                yield from brought(held, moment, party, best, _BROUGHT - number)

    def _through_others(self, label: Label, groups: Groups) -> bool:
        """Whether its way goes through what does not happen to every child of these groups."""
        held = self._departure.offers[None].held
        moments = self._network(None).moments
        for step in label.chain():
            source = step.source
            if isinstance(source, Arc) and source.flow <= _BROUGHT:
                if held[_BROUGHT - source.flow].only_of_others(groups):
                    return True
            elif source.event is not None and not happens(moments[source.event], groups):
                return True
        return False

    def _recorded(self, need: Need, groups: Groups | None) -> bool:
        """Whether anybody else comes to know the item by himself."""
        party, item = need.fact
        recorders = self._arrival.recorders(groups).get(item, frozenset())
        return item in self._departure.offers[groups].recorded or bool(recorders - {party})

    def _reached(self, fact: Fact, groups: Groups | None) -> bool:
        """Whether anything leads to it from somebody else who comes to know the item, were all of it sure and quick."""
        arriving = {
            Fact(party, item)
            for stand, item in self._departure.offers[groups].reached
            for party, _ in self._arrival.alike(stand)
        }
        network = self._arrival.part(self._needed, groups)
        sources = arriving | {one.fact for one in network.recordings if one.fact != fact}
        return not sources.isdisjoint(upstream(network, (fact,)))


_BROUGHT = -2
"""The flow of the first arc that brings something over the border; the next ones count down."""
