"""An area: its parties, its protocols, its pathway and its network."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain
from typing import Generic, TypeVar

from sharecheck import model
from sharecheck.document import Document, Place
from sharecheck.model.area import Funding, Neighbour
from sharecheck.model.base import Nation, many
from sharecheck.model.party import Party
from sharecheck.model.pathway import Event, Need, Pathway, Transition
from sharecheck.network import Coverage, Ladder, Local, Network, Outcome, build, coverage
from sharecheck.network import Need as Needed
from sharecheck.network.build import PARENT, recipients
from sharecheck.network.mend import Mends
from sharecheck.standards import Vocabulary
from sharecheck.workspace.flow import Flow
from sharecheck.workspace.flow_index import FlowIndex
from sharecheck.workspace.protocol import Protocol

T = TypeVar("T")


@dataclass(frozen=True, eq=False)
class Placed(Generic[T]):
    """Something that a file says, and where."""

    shape: T
    place: Place


def _each(shapes: Iterable[T] | None, place: Place) -> tuple[Placed[T], ...]:
    """Each of a list, with its place."""
    return tuple(Placed(shape, place / index) for index, shape in enumerate(shapes or ()))


@dataclass(frozen=True, eq=False)
class Area:
    """A local system; `shape` is None for one that no file describes: a protocol that is checked alone."""

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
    """Its pathway is here, with all that that one extends. Otherwise nobody knows what its children need by when."""

    @cached_property
    def protocols(self) -> tuple[Protocol, ...]:
        """All its protocols, in order of their paths. The network is made of them all: a withdrawn flow is blocked."""
        return tuple(Protocol(document, shape, self) for document, shape in self.documents)

    @cached_property
    def current(self) -> tuple[Protocol, ...]:
        """Its protocols but the withdrawn ones, which are history: no rule looks at them."""
        return tuple(protocol for protocol in self.protocols if not protocol.withdrawn)

    @cached_property
    def current_flows(self) -> FlowIndex:
        """The flows of personal data of its current protocols."""
        return FlowIndex(flow for protocol in self.current for flow in protocol.personal_flows)

    @property
    def complete(self) -> bool:
        """Whether it says that all its protocols are here, and they are: none of the files was refused."""
        return self.shape is not None and self.shape.protocols == "complete" and not self.refused

    @cached_property
    def declared(self) -> tuple[Placed[Party], ...]:
        """The parties that its file and its current protocols declare, with their places."""
        own = _each(self.shape.parties, self.document.place / "parties") if self.shape and self.document else ()
        theirs = (_each(one.shape.parties, one.place / "parties") for one in self.current)
        return (*own, *chain.from_iterable(theirs))

    @cached_property
    def declarations(self) -> Mapping[str, Placed[Party]]:
        """Where each party is declared, the first time."""
        return {placed.shape.id: placed for placed in reversed(self.declared)}

    @cached_property
    def parties(self) -> Mapping[str, Party]:
        """Its parties by id, the parent among them, and those that only a withdrawn protocol declares."""
        parties = {PARENT: Party(id=PARENT, name="parent", service="family", kind="family")}
        withdrawn = (party for one in self.protocols if one.withdrawn for party in one.shape.parties or ())
        for party in chain((placed.shape for placed in self.declared), withdrawn):
            parties.setdefault(party.id, party)
        return parties

    @property
    def closed(self) -> bool:
        """Whether its parties are known, so that a name that is none of them is a mistake."""
        return len(self.parties) > 1 and not self.missing

    @property
    def missing(self) -> bool:
        """Whether its protocol names an area whose file is not here: what that one adds cannot be known."""
        return self.shape is None and any(protocol.shape.area for protocol in self.protocols)

    @property
    def nation(self) -> Nation:
        """The nation it lies in."""
        return self.shape.nation if self.shape else self.pathway.nation

    def nation_of(self, party: Party) -> Nation:
        """The nation whose law a party lives under."""
        return party.nation or self.nation

    @cached_property
    def all_flows(self) -> tuple[Flow, ...]:
        """All flows of all its protocols; the network numbers them in this order."""
        return tuple(flow for protocol in self.protocols for flow in protocol.all_flows)

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
    def network(self) -> Network:
        """The network of what is promised here, as of the day of the run."""
        return build(self.local)

    @cached_property
    def local(self) -> Local:
        """What its network is built from."""
        ended = {id: stream.shape.until for id, stream in self.funding.items() if stream.shape.until}
        return Local(
            self.parties,
            [(flow.protocol.shape, flow.shape) for flow in self.all_flows],
            self.pathway,
            self.vocabulary.channels,
            ended,
            self.complete,
            self.as_of,
            self.undescribed,
        )

    @cached_property
    def undescribed(self) -> frozenset[str]:
        """The channels in use of which nobody can say how they carry: what describes them could not be understood."""
        return frozenset(id for flow in self.all_flows for id in flow.channels if self.vocabulary.unread(id))

    @cached_property
    def ladder(self) -> Ladder:
        """The runs over its network."""
        return Ladder(self.network)

    @cached_property
    def mends(self) -> Mends:
        """The search for what would meet a need."""
        return Mends(self.network, self.local)

    @cached_property
    def outcomes(self) -> tuple[Outcome, ...]:
        """What becomes of each need, in order of the pathway's transitions; unknown when its pathway is not here."""
        if not self.followed:
            return tuple(Outcome(need, "not-shared", unknown=True) for need in self.network.needs)
        return Ladder(self.network).outcomes()  # its own: of many areas, the runs of all would fill the memory

    @cached_property
    def coverage(self) -> Coverage:
        """The coverage of all its needs."""
        return coverage(self.outcomes)

    @cached_property
    def transitions(self) -> Mapping[str, Transition]:
        """The transitions of its pathway by id, in their order."""
        return {transition.id: transition for transition in self.pathway.transitions or ()}

    @cached_property
    def events(self) -> Mapping[str, Event]:
        """The events of its pathway by id."""
        return {event.id: event for event in self.pathway.events or ()}

    @property
    def unserved(self) -> tuple[Transition, ...]:
        """The transitions that are not looked at because no party here does the service."""
        parties = self.parties.values()
        return tuple(one for one in self.transitions.values() if not any(recipients(parties, one)))

    def asked(self, need: Needed) -> Need:
        """What the pathway says of a need."""
        return self.transitions[need.transition].needs[need.index]

    def party_name(self, id: str) -> str:
        """What a party is called."""
        party = self.parties.get(id)
        return party.name if party and party.name else id

    def services_of(self, id: str) -> tuple[str, ...]:
        """The services that a party does."""
        party = self.parties.get(id)
        return many(party.service) if party else ()
