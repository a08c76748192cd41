"""Clauses that an agreement lacks: what the rules for one clause each have in common."""

from collections.abc import Callable, Iterator

from sharecheck.document import Place
from sharecheck.model.governance import Governance
from sharecheck.workspace import Protocol, Workspace


def lacking(workspace: Workspace, clause: Callable[[Governance], object]) -> Iterator[tuple[Protocol, Place]]:
    """The agreements about personal data without a clause, each with the place to tell it at.

    A text that was read in part, or that only describes an agreement, is not said to lack anything.
    """
    for protocol in workspace.protocols():
        if protocol.agreement and protocol.personal_flows and not clause(protocol.governance):
            yield protocol, protocol.place / "id"


def right_lacking(workspace: Workspace, right: str) -> Iterator[tuple[Protocol, Place]]:
    """The same for a clause among the rights of people, told at those where any are stated."""
    for protocol, place in lacking(workspace, lambda governance: getattr(governance.rights, right, None)):
        yield protocol, protocol.place / "governance" / "rights" if protocol.governance.rights else place
