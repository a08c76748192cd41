"""The documents of one run, as areas with their protocols and networks, and two versions: a rule's only argument."""

from sharecheck.reading.files import UsageError
from sharecheck.workspace.area import Area
from sharecheck.workspace.context import Context, Placed
from sharecheck.workspace.flow import Carried, Flow
from sharecheck.workspace.protocol import Ground, Protocol
from sharecheck.workspace.terms import Terms
from sharecheck.workspace.versions import Versions
from sharecheck.workspace.workspace import Workspace

__all__ = [
    "Area",
    "Carried",
    "Context",
    "Flow",
    "Ground",
    "Placed",
    "Protocol",
    "Terms",
    "UsageError",
    "Versions",
    "Workspace",
]
