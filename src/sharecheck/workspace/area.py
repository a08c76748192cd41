"""An area: its parties, its protocols, its pathway and its network."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from sharecheck.brief import brief
from sharecheck.model.base import many
from sharecheck.model.pathway import Need, Transition
from sharecheck.network import (
    Arc,
    Coverage,
    NeedClassifier,
    Network,
    NetworkInput,
    Outcome,
    Recording,
    build,
    coverage,
)
from sharecheck.network import Need as Needed
from sharecheck.network.build import recipients
from sharecheck.network.mend import Mends
from sharecheck.workspace.context import Context
from sharecheck.workspace.flow import Flow
from sharecheck.workspace.flow_index import FlowIndex
from sharecheck.workspace.protocol import Protocol


@brief
@dataclass(frozen=True, eq=False, repr=False)
class Area(Context):
    """A local system, or a protocol that is checked alone."""

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

    @cached_property
    def all_flows(self) -> tuple[Flow, ...]:
        """All flows of all its protocols; the network numbers them in this order."""
        return tuple(flow for protocol in self.protocols for flow in protocol.all_flows)

    @cached_property
    def flow_numbers(self) -> Mapping[Flow, int]:
        """Their numbers."""
        return {flow: number for number, flow in enumerate(self.all_flows)}

    def flow_of(self, step: Arc | Recording) -> Flow | None:
        """The flow that brings an item; None where its party writes it down, or one service tells another."""
        return None if isinstance(step, Recording) or step.internal else self.all_flows[step.flow]

    @cached_property
    def network(self) -> Network:
        """The network of what is promised here, as of the day of the run."""
        return build(self.local)

    @cached_property
    def local(self) -> NetworkInput:
        """What its network is built from."""
        ended = {id: stream.shape.until for id, stream in self.funding.items() if stream.shape.until}
        return NetworkInput(
            self.parties,
            [(flow.protocol.shape, flow.shape) for flow in self.all_flows],
            self.pathway,
            self.vocabulary.channels,
            ended,
            self.complete,
            self.as_of,
            self.undescribed,
            self.complete_for,
            {id: many(item.authoritative) for id, item in self.vocabulary.items.items() if item.authoritative},
        )

    @cached_property
    def undescribed(self) -> frozenset[str]:
        """The channels in use of which nobody can say how they carry: what describes them could not be understood."""
        return frozenset(id for flow in self.all_flows for id in flow.channels if self.vocabulary.unread(id))

    @cached_property
    def ladder(self) -> NeedClassifier:
        """The runs over its network."""
        return NeedClassifier(self.network)

    @cached_property
    def mends(self) -> Mends:
        """The search for what would meet a need."""
        return Mends(self.network, self.local)

    @cached_property
    def outcomes(self) -> tuple[Outcome, ...]:
        """What becomes of each need, in order of the pathway's transitions; unknown when its pathway is not here."""
        if not self.followed:
            return tuple(Outcome(need, "not-shared", unknown=True) for need in self.network.needs)
        return NeedClassifier(self.network).outcomes()  # its own: of many areas, the runs of all would fill the memory

    @cached_property
    def coverage(self) -> Coverage:
        """The coverage of all its needs."""
        return coverage(self.outcomes)

    @property
    def unserved(self) -> tuple[Transition, ...]:
        """The transitions that are not looked at because no party here does the service."""
        parties = self.parties.values()
        return tuple(transition for transition in self.transitions.values() if not any(recipients(parties, transition)))

    def pathway_need(self, need: Needed) -> Need:
        """What the pathway says of a need."""
        return self.transitions[need.transition].needs[need.index]
