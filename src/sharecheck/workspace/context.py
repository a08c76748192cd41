"""What an area says of itself: its parties, its vocabulary, its pathway, its day. What a flow refers to is here."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain
from typing import Generic, TypeVar

from sharecheck import model
from sharecheck.brief import brief
from sharecheck.document import Document, Place
from sharecheck.model.area import Funding, Neighbour
from sharecheck.model.base import Nation, many
from sharecheck.model.catalogue import Body, Sector
from sharecheck.model.party import FAMILY, Party
from sharecheck.model.pathway import Event, Order, Pathway, Transition
from sharecheck.network.build import PARENT
from sharecheck.network.order import sorted_out, timeline
from sharecheck.network.timeline import Moment, windows
from sharecheck.standards import Vocabulary

T = TypeVar("T")

OUTSIDE_CARE: tuple[Sector, ...] = ("early-years", "education", "council")
"""Sectors that are neither health nor social care."""


@brief
@dataclass(frozen=True, eq=False, repr=False)
class Placed(Generic[T]):
    """Something that a file says, and where."""

    shape: T
    place: Place


def _each(shapes: Iterable[T] | None, place: Place) -> tuple[Placed[T], ...]:
    """Each of a list, with its place."""
    return tuple(Placed(shape, place / index) for index, shape in enumerate(shapes or ()))


@brief
@dataclass(frozen=True, eq=False, repr=False)
class Context:
    """What the flows and protocols of an area refer to.

    `shape` is None for an area that no file describes: that of a protocol which is checked alone.
    """

    id: str
    document: Document | None
    shape: model.Area | None
    documents: tuple[tuple[Document, model.Protocol], ...]
    vocabulary: Vocabulary
    pathway: Pathway
    as_of: date
    refused: bool = False
    """A file of this run could not be understood, so that nobody can say that all protocols are here."""
    followed: bool = True
    """Its pathway is here, with all that the pathway extends. Otherwise nobody knows what its children need by when."""

    @property
    def complete(self) -> bool:
        """Whether the area says that all its protocols are here, and they are: none of the files was refused."""
        return self.shape is not None and self.shape.protocols == "complete" and not self.refused

    @cached_property
    def complete_for(self) -> frozenset[str]:
        """The transitions of which it says that all ways are here, although not all its protocols are.

        Named by id, or by services: then those that all hand over from services for which it says so.
        """
        stated = self.shape.complete_for if self.shape and not self.refused else None
        senders: dict[str, set[str]] = {}
        for pair in stated or ():
            if not isinstance(pair, str):
                senders.setdefault(pair.to, set()).add(pair.from_)
        return frozenset(
            id
            for id, one in self.transitions.items()
            if id in (stated or ()) or (one.from_ and senders.get(one.to, set()).issuperset(many(one.from_)))
        )

    @cached_property
    def declared(self) -> tuple[Placed[Party], ...]:
        """The parties that its file and its current protocols declare, with their places."""
        own = _each(self.shape.parties, self.document.place / "parties") if self.shape and self.document else ()
        current = ((document, shape) for document, shape in self.documents if shape.status != "withdrawn")
        theirs = (_each(shape.parties, document.place / "parties") for document, shape in current)
        return (*own, *chain.from_iterable(theirs))

    @cached_property
    def declarations(self) -> Mapping[str, Placed[Party]]:
        """Where each party is declared, the first time."""
        return {placed.shape.id: placed for placed in reversed(self.declared)}

    @cached_property
    def parties(self) -> Mapping[str, Party]:
        """Its parties by id, the parent among them, and those that only a withdrawn protocol declares."""
        parties = {PARENT: Party(id=PARENT, name="parent", service=FAMILY, kind=FAMILY)}
        withdrawn = (
            party for _, shape in self.documents if shape.status == "withdrawn" for party in shape.parties or ()
        )
        for party in chain((placed.shape for placed in self.declared), withdrawn):
            parties.setdefault(party.id, party)
        return parties

    @property
    def closed(self) -> bool:
        """Whether its parties are known, so that a name that is none of them is a mistake."""
        return len(self.parties) > 1 and not self.missing

    @property
    def missing(self) -> bool:
        """Whether its protocol names an area whose file is not here: what the file adds cannot be known."""
        return self.shape is None and any(shape.area for _, shape in self.documents)

    @property
    def nation(self) -> Nation:
        """The nation that the area lies in."""
        return self.shape.nation if self.shape else self.pathway.nation

    def nation_of(self, party: Party) -> Nation:
        """The nation whose law a party lives under."""
        return party.nation or self.nation

    @cached_property
    def funding(self) -> Mapping[str, Placed[Funding]]:
        """Its funding streams by id, with their places."""
        streams = _each(self.shape.funding, self.document.place / "funding") if self.shape and self.document else ()
        return {stream.shape.id: stream for stream in streams}

    @cached_property
    def neighbours(self) -> tuple[Placed[Neighbour], ...]:
        """The areas to and from which children move, with their places."""
        return _each(self.shape.neighbours, self.document.place / "neighbours") if self.shape and self.document else ()

    @cached_property
    def transitions(self) -> Mapping[str, Transition]:
        """The transitions of its pathway by id, in their order."""
        return {transition.id: transition for transition in self.pathway.transitions or ()}

    @cached_property
    def events(self) -> Mapping[str, Event]:
        """The events of its pathway by id."""
        return {event.id: event for event in self.pathway.events or ()}

    @cached_property
    def moments(self) -> Mapping[str, Moment]:
        """When the events of its pathway happen, by id."""
        return timeline(self.pathway.events or (), self.pathway.order or ())

    @cached_property
    def order(self) -> tuple[Order, ...]:
        """Which of its events always comes before which, beyond what the windows say: the orders that leave room."""
        orders = self.pathway.order or ()
        events = tuple(self.events.values())
        return sorted_out(self.events, windows(events), orders).held if orders else ()

    def party_name(self, id: str) -> str:
        """What a party is called."""
        party = self.parties.get(id)
        return party.name if party and party.name else id

    def body(self, party: Party) -> Body | None:
        """The kind of body that a party is, where that is stated."""
        return self.vocabulary.bodies.get(party.kind) if party.kind else None

    def is_public(self, party: Party) -> bool | None:
        """Whether a party is a public body: as it says, else by its kind; None where neither tells."""
        if party.public_authority is not None:
            return party.public_authority
        body = self.body(party)
        return body.public_authority if body else None

    def in_health(self, parties: Iterable[Party]) -> tuple[Party, ...]:
        """Those parties that do a service of health care."""
        health = self.vocabulary.services_of("health")
        return tuple(party for party in parties if not health.isdisjoint(many(party.service)))

    def outside_care(self, parties: Iterable[Party]) -> tuple[Party, ...]:
        """Those parties that do something, and nothing that is health or social care."""
        outside = self.vocabulary.services_of(*OUTSIDE_CARE)
        return tuple(party for party in parties if party.service and outside.issuperset(many(party.service)))

    def services_of(self, id: str) -> tuple[str, ...]:
        """The services that a party does."""
        party = self.parties.get(id)
        return many(party.service) if party else ()
