"""How parties read the law: what each states for the same knowledge between the same services, side by side."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, product

from sharecheck.document import Place
from sharecheck.model.base import many
from sharecheck.model.party import Party
from sharecheck.model.protocol import Basis
from sharecheck.network.build import PARENT
from sharecheck.workspace import Area, Flow

CONSENT = frozenset({"6(1)(a)", "9(2)(a)", "explicit-consent"})
"""What is said where everything hangs on a yes."""
VITAL = frozenset({"6(1)(d)", "9(2)(c)"})
"""What is said for an emergency: another occasion, and no other reading of the law."""
Pair = tuple[str, str]
"""The service that sends and the service that receives."""


@dataclass(frozen=True)
class Point:
    """A point on which readings can differ: a key of `basis`, and its value."""

    key: str
    of: Callable[[Basis], str | None]


ARTICLE_6 = Point("article-6", lambda basis: basis.article_6)
ARTICLE_9 = Point("article-9", lambda basis: basis.article_9)
CONFIDENTIALITY = Point("confidentiality", lambda basis: basis.confidentiality)


@dataclass(frozen=True, eq=False)
class Reading:
    """What a party states on one point, and where."""

    who: str
    party: Party | None
    stated: frozenset[str]
    place: Place
    public: bool | None
    """Whether the party is a public body; None where that cannot be told."""

    @property
    def says(self) -> str:
        """What the party says, for a label."""
        return f"`{self.who}` says {' or '.join(sorted(self.stated))}"

    def differs(self, other: "Reading") -> bool:
        """Whether the two cannot both hold, and what kind of body they are does not explain why."""
        explained = {self.public, other.public} == {True, False} and not CONSENT & (self.stated | other.stated)
        return not self.stated & other.stated and not explained


FlowReading = tuple[Flow, Reading]


def name(flow_reading: FlowReading) -> str:
    """What tells a statement from all others of an area: the flow, and who states it."""
    flow, reading = flow_reading
    return f"{flow.protocol.id}/{flow.id}/{reading.who}"


def compared(what: str, says: Mapping[str, str], first: str, others: tuple[str, ...]) -> str:
    """`what`, then what the first says, and what the others say."""
    return f"{what}: {'; '.join(dict.fromkeys(says[label] for label in (first, *others)))}"


def readings_by_pair(area: Area, point: Point) -> dict[Pair, list[FlowReading]]:
    """What the senders of an area state on a point, by the services that their flows lead from and to."""
    between: dict[Pair, list[FlowReading]] = {}
    for flow in area.current_flows:
        for reading in _readings(flow, point):
            services = many(reading.party.service) if reading.party else ()
            to = {service: None for party in flow.recipients if party.id != PARENT for service in many(party.service)}
            for pair in product(services, to):
                between.setdefault(pair, []).append((flow, reading))
    return between


def _readings(flow: Flow, point: Point) -> Iterator[Reading]:
    for party in flow.senders:
        stated = [(point.of(basis), place) for basis, place in flow.bases if basis.party in (None, party.id)]
        values = frozenset(value for value, _ in stated if value) - VITAL
        if values and party.id != PARENT:
            place = next(place for value, place in stated if value in values)
            yield Reading(party.id, party, values, place / point.key, flow.area.is_public(party))


def disagreements(area: Area, point: Point) -> Iterator[tuple[Pair, FlowReading, tuple[FlowReading, ...]]]:
    """Where senders of the same knowledge between the same services differ: the first, and all who differ from that."""
    seen: set[Place] = set()
    for pair, flow_readings in readings_by_pair(area, point).items():
        if len({reading.stated for _, reading in flow_readings}) == 1:
            continue  # as it is mostly: spares the comparison of all with all
        # in whatever files the flows stand
        in_order = sorted(flow_readings, key=lambda entry: (entry[0].protocol.id, entry[0].id, entry[1].who or ""))
        for first, other in combinations(in_order, 2):
            if _disagree(first, other) and first[1].place not in seen:
                seen.add(first[1].place)
                yield pair, first, tuple(another for another in in_order if _disagree(first, another))
                break


def _disagree(first: FlowReading, other: FlowReading) -> bool:
    """Whether two who send the same knowledge, in two protocols or as two parties, differ about the ground."""
    (flow, reading), (other_flow, other_reading) = first, other
    apart = flow.protocol is not other_flow.protocol or reading.who != other_reading.who
    return (
        apart
        and flow is not other_flow
        and reading.differs(other_reading)
        and not _over_a_border(first, other)
        and bool(known_grounds(flow) & known_grounds(other_flow))
    )


def _over_a_border(first: FlowReading, other: FlowReading) -> bool:
    """Whether the law of two nations explains the difference; about consent all of them say the same."""
    nations = [{flow.area.nation_of(party) for party in flow.recipients} for flow, _ in (first, other)]
    return not nations[0] & nations[1] and not CONSENT & (first[1].stated | other[1].stated)


def known_grounds(flow: Flow) -> set[str]:
    """The items that a flow carries, without those that only tell which child they are about."""
    return {carried.id for carried in flow.items if not (carried.item and carried.item.identifier)}
