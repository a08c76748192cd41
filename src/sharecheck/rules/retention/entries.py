"""What agreements say of how long information is kept."""

from collections.abc import Iterator

from sharecheck.document import Place
from sharecheck.model.base import many
from sharecheck.model.governance import Retention
from sharecheck.workspace import Protocol, Workspace


def entries(workspace: Workspace) -> Iterator[tuple[Protocol, Retention, Place]]:
    """Each entry of the clause, with its place, of agreements of which all is here."""
    for protocol in workspace.protocols():
        retention, place = protocol.governance.retention, protocol.place / "governance" / "retention"
        for index, entry in enumerate(many(retention) if protocol.agreement else ()):
            yield protocol, entry, place / index if isinstance(retention, tuple) else place
