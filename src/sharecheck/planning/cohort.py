"""The network of the children born on one day: what is in force when their own flows are to be sent.

`check` looks at what is in force on one day, for all children. Here a child is followed through the calendar: a flow
carries for this child only if in force on every day on which the flow may have to be sent. At age a hours the day is b
+ floor(a / 24) at the earliest and b + ceil(a / 24) at the latest for whoever is born at some hour of day b.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from heapq import heappop, heappush
from itertools import count
from math import ceil, floor, inf
from typing import Literal, NamedTuple

from sharecheck.model.base import DAY
from sharecheck.network import Arc, Fact, Network
from sharecheck.network.facts import IF_IN_FORCE
from sharecheck.workspace import Area, Flow

_HAIR = 1e-6
"""Hours are floats."""
_DATED = ("not-yet", "expired", "unfunded")


class Gate(NamedTuple):
    """The first day on which a flow is in force (`begins`), or the last one.

    `name` is that of the protocol, or of the funding stream that ends.
    """

    day: date
    why: Literal["begins", "expires", "funding"]
    name: str

    @property
    def opens(self) -> bool:
        """Whether the gate is closed before its day, and not after."""
        return self.why == "begins"


@dataclass(frozen=True)
class Dated:
    """A network in which everything is in force that ever is, with the gates of its flows.

    `within` are the hours that a flow may take on its way, by flow and route: the rest of the delay of an arc is the
    wait for the next batch. `earliest` is the age at which each fact can hold, if all goes as fast as it can.
    """

    network: Network
    gates: Mapping[int, tuple[Gate, ...]]
    within: Mapping[tuple[int, int], float]
    earliest: Mapping[Fact, float]

    def cohort(self, opening: int, closing: int) -> Network:
        """The network of those born on a day (an ordinal) as far as gates open, and on another as far as they close.

        The later the one and the earlier the other, the more is in force: so two of these hold all days in between.
        """
        arcs = (self._arc(arc, opening, closing) if arc.flow in self.gates else arc for arc in self.network.arcs)
        return replace(self.network, arcs=tuple(arc for arc in arcs if arc is not None))

    def _arc(self, arc: Arc, opening: int, closing: int) -> Arc | None:
        """The arc for these children, sent up to the last age at which the flow is in force; None if never surely."""
        gates = self.gates[arc.flow]
        if any(gate.opens and self.opened(arc, opening) < gate.day.toordinal() for gate in gates):
            return None
        ends = [gate.day.toordinal() for gate in gates if not gate.opens]
        if not ends:
            return arc
        if arc.event is not None:
            end = self.network.moments[arc.event].end
            return arc if self.closed(arc, closing, end) <= min(ends) else None
        return replace(arc, last=(min(ends) - closing) * DAY - self._wait(arc) + _HAIR)

    def shut(self, gate: Gate, arc: Arc, born: int, age: float) -> bool:
        """Whether a gate does not surely let an arc pass that is set off at some age at the latest."""
        day = gate.day.toordinal()
        return self.opened(arc, born) < day if gate.opens else self.closed(arc, born, age) > day

    def opened(self, arc: Arc, born: int) -> int:
        """The first day on which a flow may be sent for a child."""
        age = self.network.moments[arc.event].start if arc.event else self.earliest.get(arc.tail, inf)
        return born + floor(age / DAY + _HAIR) if age < inf else born

    def closed(self, arc: Arc, born: int, age: float) -> int:
        """The last day on which it may be sent, when it is set off at some age at the latest."""
        return born + ceil((age + self._wait(arc)) / DAY - _HAIR)

    def _wait(self, arc: Arc) -> float:
        return arc.delay - self.within[arc.flow, arc.route] if arc.event is None else 0.0

    def only(self, items: Iterable[str]) -> "Dated":
        """The part in which these items, and the identifiers they are filed by, travel."""
        return replace(self, network=self.network.only(items))


def dated(area: Area) -> Dated:
    """The network of an area with its gates; what is a draft, withdrawn or unsigned stays closed."""
    network = area.network
    ends = {id: stream.shape.until for id, stream in area.funding.items()}
    gates = {key: tuple(_gates(flow, ends)) for key, flow in enumerate(area.all_flows)}
    within = {}
    for key, flow in enumerate(area.all_flows):
        second = flow.shape.fallback.within if flow.shape.fallback else None
        for route, limit in enumerate((flow.within, second)):
            within[key, route] = limit.longest_hours if limit else 0.0
    arcs = tuple(arc if arc.level < IF_IN_FORCE else _undated(arc) for arc in network.arcs)
    network = replace(network, arcs=arcs)
    return Dated(network, {key: each for key, each in gates.items() if each}, within, earliest(network))


def _gates(flow: Flow, ends: Mapping[str, date | None]) -> Iterator[Gate]:
    protocol = flow.protocol.shape
    if protocol.effective:
        yield Gate(protocol.effective, "begins", protocol.id)
    if protocol.expires:
        yield Gate(protocol.expires, "expires", protocol.id)
    until = ends.get(flow.shape.funded_by or "")
    if until:
        yield Gate(until, "funding", flow.shape.funded_by or "")


def _undated(arc: Arc) -> Arc:
    return replace(arc, barriers=tuple(barrier for barrier in arc.barriers if barrier.kind not in _DATED))


def earliest(network: Network) -> Mapping[Fact, float]:
    """The age at which each fact can hold at the earliest: each event as soon as it may be, nothing takes any time.

    Conditions are taken to come true, gates to be open and children to be known: what comes later than it could does
    not make this wrong.
    """
    order = count()
    heap: list[tuple[float, int, Fact]] = []
    for recording in network.recordings:
        heappush(heap, (network.moments[recording.event].start, next(order), recording.fact))
    found: dict[Fact, float] = {}
    while heap:
        age, _, fact = heappop(heap)
        if fact in found:
            continue
        found[fact] = age
        for arc in network.arcs_by_tail.get(fact, ()):
            start, end = (network.moments[arc.event].start, network.moments[arc.event].end) if arc.event else (age, age)
            if age <= end and arc.head not in found:
                heappush(heap, (max(age, start), next(order), arc.head))
    return found
