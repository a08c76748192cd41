"""Consent as it is stated: each statement once, with the flows that rest on it."""

from collections.abc import Iterator
from dataclasses import dataclass

from sharecheck import words
from sharecheck.document import Place
from sharecheck.model.protocol import Basis
from sharecheck.workspace import Flow, Workspace


@dataclass(frozen=True)
class Statement:
    """Consent, 6(1)(a), stated as a lawful basis."""

    basis: Basis
    place: Place
    flows: tuple[Flow, ...]

    @property
    def names(self) -> str:
        """The flows that rest on it."""
        return words.listed([flow.id for flow in self.flows])

    @property
    def about(self) -> tuple[str, ...]:
        """What tells it from other statements of its protocol: the flow, where it is one flow's own."""
        own = self.flows[0].id if self.flows[0].shape.basis is not None else None
        return ("6(1)(a)", *(name for name in (self.basis.party, own) if name))


def statements(workspace: Workspace) -> Iterator[Statement]:
    """All statements of consent as a lawful basis on which a flow rests, but for those of withdrawn protocols."""
    found: dict[Place, tuple[Basis, list[Flow]]] = {}
    for flow in workspace.flows():
        if not flow.protocol.withdrawn:
            for basis, place in flow.consents:
                found.setdefault(place, (basis, []))[1].append(flow)
    return (Statement(basis, place / "article-6", tuple(flows)) for place, (basis, flows) in found.items())
