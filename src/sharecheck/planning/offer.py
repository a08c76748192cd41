"""What stands at the border of an area that a child leaves: all that another area can surely know."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from sharecheck.model.base import FORMS, Form, Nation
from sharecheck.network import Arc, Fact, Label, Moment, Network, Recording, Spread, SpreadCache
from sharecheck.network.children import Child, among
from sharecheck.network.evidence import Evidence
from sharecheck.network.facts import CERTAIN, RANK
from sharecheck.network.proof import proof
from sharecheck.network.settle import events_of, hanging_on, hours_after
from sharecheck.network.timeline import Groups
from sharecheck.planning.crossing import (
    LEFT,
    Crossing,
    Subject,
    happening,
    known_at,
    leaving_network,
    relevant,
    standing,
    stands_for,
)
from sharecheck.workspace import Area


class Stand(NamedTuple):
    """A party that stands for those of the other area that do these services; in one nation, or in any."""

    services: tuple[str, ...]
    nation: Nation | None


Node: TypeAlias = tuple[str, str]
"""A party, and its service where it does several."""


def node(fact: Fact) -> Node:
    """Who holds it."""
    return fact.party, fact.service


class Held(NamedTuple):
    """An item that a party holds which stands for another area's.

    With `of`, it is what was made of the item at that event. The item is held at `age` hours at the latest and `after`
    hours after the crossing, in a form that is as good as `rank`; `groups` are those of the events without which the
    item might not be held and that do not happen to all; they are worked out where all events count.
    """

    stand: Stand
    item: str
    of: str | None
    rank: int
    age: float
    after: float
    groups: Groups

    def only_of_others(self, child: Child) -> bool:
        """Whether the item came by what does not happen to a child."""
        return not among(child, self.groups)


@dataclass(frozen=True, eq=False)
class Offer:
    """What stands at the border at one crossing, for children to whom the same events happen."""

    held: tuple[Held, ...]
    recorded: frozenset[Subject]
    """The items that somebody comes to know without being told."""


class Departure:
    """An area that is left at one crossing: what it offers to each child, and when its items become known at all."""

    def __init__(
        self,
        area: Area,
        crossing: Crossing,
        children: Iterable[Child | None],
        occasions: Iterable[tuple[str, str]] = (),
    ) -> None:
        """`occasions`: items that are asked for by the event at which they were made, each with that event."""
        self.area = area
        self.crossing = crossing
        self._evidence = [Evidence(item, of, None) for item, of in occasions]
        self._stand = {
            (LEFT + party.id, service): Stand(services, party.nation)
            for party in standing(area)
            for service, services in stands_for(party).items()
        }
        network = leaving_network(area, crossing)
        self.known_at = known_at(network)
        self._offers: dict[Child | None, Offer] = {}
        self._same: dict[frozenset[str], Offer] = {}
        self._work_out(network, children)

    def offer(self, child: Child | None) -> Offer:
        """What the area offers to a child; None: when all events count, whomever they happen to."""
        if child not in self._offers:
            self._work_out(leaving_network(self.area, self.crossing), (child,))
        return self._offers[child]

    def _work_out(self, network: Network, children: Iterable[Child | None]) -> None:
        """Make the offers of a network, which is not kept: there may be many areas."""
        near = relevant(network, (arc.head for arc in network.arcs if node(arc.head) in self._stand))
        for child in children:
            part = happening(near, child)
            key = frozenset(part.moments)
            if key not in self._same:
                recorded = {
                    (recording.fact.item, of)
                    for recording in network.recordings
                    if recording.event in part.moments
                    for of in (None, recording.occasion)
                }
                runs = SpreadCache(part)
                held = list(_held(runs, self.crossing, self._stand, child is None))
                for evidence in self._evidence:
                    held += _held(runs.counting(evidence), self.crossing, self._stand, child is None, evidence)
                self._same[key] = Offer(tuple(held), frozenset(recorded))
            self._offers[child] = self._same[key]


def _held(
    runs: SpreadCache,
    crossing: Crossing,
    stand: Mapping[Node, Stand],
    grouped: bool,
    evidence: Evidence | None = None,
) -> Iterator[Held]:
    """What is held at the border; with `evidence`, of its item what was made on its occasion."""
    best: dict[Fact, list[Held]] = {}
    network, of = runs.network, evidence.of if evidence else None
    for rank in sorted({RANK[recording.form] for recording in network.recordings} | {arc.rank for arc in network.arcs}):
        run = runs.spread(CERTAIN, rank)
        for fact, labels in run.labels.items():
            if node(fact) in stand and (evidence is None or fact.item == evidence.item):
                found = _waiting(labels, crossing, run, stand[node(fact)], (fact.item, of), grouped)
                known = best.setdefault(fact, [])
                if not any(held.age <= found.age and held.after <= found.after for held in known):
                    known.append(found)
                    yield found


def _waiting(
    labels: Sequence[Label],
    crossing: Crossing,
    run: Spread,
    stand: Stand,
    subject: Subject,
    grouped: bool,
) -> Held:
    """What is held before the child moves waits for the move."""
    moment = run.network.moments.get(crossing.moment.id, crossing.moment)
    age, hung, after = labels[0].age, hanging_on(labels, moment), hours_after(labels, moment)
    groups: Groups = frozenset()
    if grouped:
        events = events_of(step for label in (labels[0], hung) for step in proof(run, label))
        groups = groups.union(*(run.network.moments[event].groups for event in events))
    return Held(stand, *subject, run.rank, max(age, crossing.end), max(after, 0.0), groups)


def brought(held: Held, moment: Moment, to: Node, best: Form, key: int) -> Iterator[tuple[Moment, Recording, Arc]]:
    """A small network that brings a held item to a service at the same time, in no better form than `best`.

    What holds at an age hangs on a moment without width, what holds after the crossing on that one.
    """
    form = FORMS[max(held.rank, RANK[best])]
    sooner = moment.start + held.after < held.age
    if sooner:
        yield _brought(held, moment, held.after, to, form, key)
    if not sooner or held.age < moment.end + held.after:
        yield _brought(held, Moment(f"{LEFT}{held.age}", held.age, held.age), 0.0, to, form, key)


def _brought(held: Held, moment: Moment, delay: float, to: Node, form: Form, key: int) -> tuple[Moment, Recording, Arc]:
    tail = Fact(f"{moment.id} {held.of}" if held.of else moment.id, held.item)
    recording = Recording(tail, moment.id, made=held.of)
    return moment, recording, Arc(tail, Fact(to[0], held.item, to[1]), None, delay, form, key)
