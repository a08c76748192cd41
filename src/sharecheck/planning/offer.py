"""What stands at the border of an area that a child leaves: all that another area can surely know of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sharecheck.model.base import FORMS, Form, Nation, many
from sharecheck.network import Arc, Fact, Label, Moment, Network, Recording, spread
from sharecheck.network.facts import CERTAIN, RANK, Groups, happens
from sharecheck.planning.crossing import LEFT, Crossing, happening, left, relevant, standing
from sharecheck.workspace import Area


class Stand(NamedTuple):
    """A party that stands for those of the other area that do these services; in one nation, or in any."""

    services: tuple[str, ...]
    nation: Nation | None


class Held(NamedTuple):
    """An item that a party holds which stands for another area's.

    It holds at `age` hours at the latest and `after` hours after the crossing, in a form that is as good as `rank`;
    `groups` are those of the events on its way that do not happen to all.
    """

    stand: Stand
    item: str
    rank: int
    age: float
    after: float
    groups: frozenset[frozenset[str]]

    def only_of_others(self, groups: Groups) -> bool:
        """Whether it came by what does not happen to every child of these groups."""
        return any(not happens(Moment("", 0, 0, one), groups) for one in self.groups)


@dataclass(frozen=True, eq=False)
class Offer:
    """What stands at the border at one crossing, for children to whom the same events happen."""

    held: tuple[Held, ...]
    reached: frozenset[tuple[Stand, str]]
    """By whom which items might be held there, were all that is promised sure and quick."""
    recorded: frozenset[str]
    """The items that somebody comes to know without being told."""


@dataclass(frozen=True, eq=False)
class Departure:
    """An area as it is left at one crossing: what it offers to the children of each set of groups."""

    area: Area
    crossing: Crossing
    offers: Mapping[Groups | None, Offer]
    """Under None what is offered when all events count, also those of other children."""


def departure(area: Area, crossing: Crossing, children: Iterable[Groups | None]) -> Departure:
    """What an area offers at a crossing to children of each of these groups."""
    stand = {LEFT + party.id: Stand(many(party.service), party.nation) for party in standing(area)}
    whole = left(area, crossing)
    network = relevant(whole, (arc.head for arc in whole.arcs if arc.head.party in stand))
    offers: dict[Groups | None, Offer] = {}
    known: dict[frozenset[str], Offer] = {}
    for groups in children:
        part = happening(network, groups)
        key = frozenset(part.moments)
        if key not in known:
            recorded = (one.fact.item for one in whole.recordings if one.event in part.moments)
            held = tuple(_held(part, crossing, stand))
            known[key] = Offer(held, frozenset(_reached(part, stand)), frozenset(recorded))
        offers[groups] = known[key]
    return Departure(area, crossing, offers)


def _held(network: Network, crossing: Crossing, stand: Mapping[str, Stand]) -> Iterator[Held]:
    best: dict[Fact, list[Held]] = {}
    for rank in sorted({RANK[one.form] for one in network.recordings} | {arc.rank for arc in network.arcs}):
        for fact, labels in spread(network, CERTAIN, rank).labels.items():
            if fact.party in stand:
                found = _waiting(labels, crossing, network, stand[fact.party], fact.item, rank)
                known = best.setdefault(fact, [])
                if not any(one.age <= found.age and one.after <= found.after for one in known):
                    known.append(found)
                    yield found


def _waiting(
    labels: Sequence[Label],
    crossing: Crossing,
    network: Network,
    stand: Stand,
    item: str,
    rank: int,
) -> Held:
    """What is held before the child moves waits for the move."""
    age = labels[0].age
    hung = next((label for label in labels if label.event == crossing.moment.id), labels[0])
    after = min(hung.after if hung.event == crossing.moment.id else age - crossing.start, age - crossing.start)
    events = (step.source.event for label in {labels[0], hung} for step in label.chain())
    groups = frozenset(network.moments[event].groups for event in events if event is not None) - {frozenset()}
    return Held(stand, item, rank, max(age, crossing.end), max(after, 0.0), groups)


def _reached(network: Network, stand: Mapping[str, Stand]) -> Iterator[tuple[Stand, str]]:
    found = {one.fact for one in network.recordings}
    coming = list(found)
    following: dict[Fact, list[Fact]] = {}
    for arc in network.arcs:
        following.setdefault(arc.tail, []).append(arc.head)
    while coming:
        fact = coming.pop()
        if fact.party in stand:
            yield stand[fact.party], fact.item
        for head in following.get(fact, ()):
            if head not in found:
                found.add(head)
                coming.append(head)


def brought(held: Held, moment: Moment, to: str, best: Form, key: int) -> Iterator[tuple[Moment, Recording, Arc]]:
    """A small network that brings an item to a party just as it is held, in no better form than `best`.

    What holds at an age hangs on a moment without width, what holds after the crossing on that one.
    """
    form = FORMS[max(held.rank, RANK[best])]
    sooner = moment.start + held.after < held.age
    if sooner:
        yield _brought(held.item, moment, held.after, to, form, key)
    if not sooner or held.age < moment.end + held.after:
        yield _brought(held.item, Moment(f"{LEFT}{held.age}", held.age, held.age), 0.0, to, form, key)


def _brought(item: str, moment: Moment, delay: float, to: str, form: Form, key: int) -> tuple[Moment, Recording, Arc]:
    tail = Fact(moment.id, item)
    return moment, Recording(tail, moment.id), Arc(tail, Fact(to, item), None, delay, form, key)
