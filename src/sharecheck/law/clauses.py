"""Clauses of agreements: what an agreement lacks, and what it says of how long information is kept."""

from collections.abc import Callable, Iterator

from sharecheck.document import Place
from sharecheck.model.base import many
from sharecheck.model.governance import Governance, Retention
from sharecheck.workspace import Protocol, Workspace


def lacking(workspace: Workspace, clause: Callable[[Governance], object]) -> Iterator[tuple[Protocol, Place]]:
    """The agreements about personal data without a clause, each with the place for a finding.

    A text that was read in part, or that only describes an agreement, is not said to lack anything.
    """
    for protocol in workspace.protocols():
        if protocol.agreement and protocol.personal_flows and not clause(protocol.governance):
            yield protocol, protocol.place / "id"


def right_lacking(workspace: Workspace, right: str) -> Iterator[tuple[Protocol, Place]]:
    """The same for a clause among the rights of people, told at those where any are stated."""
    for protocol, place in lacking(workspace, lambda governance: getattr(governance.rights, right, None)):
        yield protocol, protocol.place / "governance" / "rights" if protocol.governance.rights else place


def retention_entries(workspace: Workspace) -> Iterator[tuple[Protocol, Retention, Place]]:
    """Each entry about how long information is kept, with its place, of agreements of which all is here."""
    for protocol in workspace.protocols():
        retention, place = protocol.governance.retention, protocol.place / "governance" / "retention"
        for index, entry in enumerate(many(retention) if protocol.agreement else ()):
            yield protocol, entry, place / index if isinstance(retention, tuple) else place
