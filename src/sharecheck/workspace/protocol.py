"""A protocol with its flows, and the grounds that they rest on."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cached_property

from sharecheck.brief import brief
from sharecheck.document import Place
from sharecheck.model.base import many
from sharecheck.model.party import Party
from sharecheck.model.protocol import Basis
from sharecheck.network.build import PARENT
from sharecheck.workspace.flow import Flow
from sharecheck.workspace.terms import Terms


def acts_for(party: Party) -> bool:
    """Whether a party acts for somebody else, whose ground the party then has."""
    return party.controller == "processor"


@brief
@dataclass(frozen=True, eq=False, repr=False)
class Ground:
    """A ground where it stands, under `basis` of a protocol or of one of its flows, with the flows that rest on it."""

    protocol: Terms
    owner: str
    basis: Basis
    place: Place
    flows: tuple[Flow, ...]

    @property
    def about(self) -> tuple[str, ...]:
        """What tells the ground from the other grounds of its protocol."""
        return self.owner, self.basis.party or "", self.basis.article_6 or ""

    @property
    def whose(self) -> tuple[str, ...]:
        """Whose flows the ground is for, and who states it."""
        return self.owner, self.basis.party or ""

    @property
    def powers(self) -> Iterator[tuple[str, Place]]:
        """The provisions that the ground names, each with its place."""
        return ((id, self.place / "powers" / index) for index, id in enumerate(self.basis.powers or ()))

    @property
    def paragraphs(self) -> Iterator[tuple[int, Place]]:
        """The numbers of the paragraphs of Schedule 1 that the ground names, each with its place."""
        place = self.place / "schedule-1"
        for index, paragraph in enumerate(many(self.basis.schedule_1)):
            number = int(paragraph.removeprefix("paragraph-").rstrip("abcdefghijklmnopqrstuvwxyz"))
            yield number, place / index if isinstance(self.basis.schedule_1, tuple) else place

    @cached_property
    def senders_named(self) -> Set[str]:
        """Who sends what rests on the ground, without the parent, in order; also who is not known."""
        return {id: None for flow in self.flows for id in many(flow.shape.from_) if id != PARENT}.keys()

    @cached_property
    def recipients_named(self) -> Set[str]:
        """Who receives what rests on the ground, without the parent, in order; also who is not known."""
        return {id: None for flow in self.flows for id in many(flow.shape.to) if id != PARENT}.keys()

    @cached_property
    def senders(self) -> tuple[Party, ...]:
        """Who states the ground, as far as they are known: the party that it names, else the senders of its flows.

        A parent needs no ground, and a processor has its controller's.
        """
        if self.basis.party is not None:
            named = self.protocol.area.parties.get(self.basis.party)
            return (named,) if named else ()
        parties = self.protocol.area.parties
        return tuple(parties[id] for id in self.senders_named if id in parties and not acts_for(parties[id]))


@brief
@dataclass(frozen=True, eq=False, repr=False)
class Protocol(Terms):
    """A protocol of an area."""

    @cached_property
    def personal_flows(self) -> tuple[Flow, ...]:
        """Its flows of personal data: those of counts are left out."""
        return tuple(flow for flow in self.all_flows if not flow.shape.aggregate)

    @cached_property
    def all_flows(self) -> tuple[Flow, ...]:
        """Its flows, in order."""
        place = self.place / "flows"
        return tuple(Flow(self, shape, place / index) for index, shape in enumerate(self.shape.flows))

    @cached_property
    def grounds(self) -> tuple[Ground, ...]:
        """The grounds that the protocol states, its own and those of its flows, each once."""
        resting = [flow for flow in self.personal_flows if flow.shape.basis is None]
        own = [Ground(self, self.id, *basis, self._resting_on(basis[0], resting)) for basis in self.bases]
        special = (flow for flow in self.personal_flows if flow.shape.basis is not None)
        return (*own, *(Ground(self, flow.id, *basis, (flow,)) for flow in special for basis in flow.bases))

    @staticmethod
    def _resting_on(basis: Basis, flows: Sequence[Flow]) -> tuple[Flow, ...]:
        """Those of these flows that a ground is stated for: that of one party is for flows in which the party is."""
        if basis.party is None:
            return tuple(flows)
        return tuple(flow for flow in flows if any(own is basis for own, _ in flow.bases))
