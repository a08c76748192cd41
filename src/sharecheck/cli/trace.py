"""`sharecheck trace`: the way of one item."""

import click

from sharecheck.cli.common import as_of, color, output_format, without
from sharecheck.cli.options import NamedPath, settings
from sharecheck.cli.session import Session, in_session
from sharecheck.cli.streams import print_report
from sharecheck.planning import trace as planning
from sharecheck.report.trace import deliveries
from sharecheck.workspace import UsageError


@click.command()
@click.argument("item")
@click.argument("paths", nargs=-1, type=NamedPath())
@click.option("--to", "service", required=True, metavar="SERVICE", help="The service, or the party, that needs it.")
@output_format("trace", "Text, a picture, or for programs.")
@as_of
@settings
@color
@in_session
def trace(session: Session, item: str, service: str) -> int:
    """Show the way of ITEM to a service, hop by hop, in each area, and at which transition it is needed.

    PATHS are files and folders; the current folder where none is given.

    Exit status: 0 when each need of it is kept, 1 when one is not, 2 for an unknown item or service or a file that
    cannot be read, 3 where there is nothing to look at.
    """
    workspace = session.readable()
    without(workspace)
    found = planning.trace(workspace, item, service)
    if found or session.format == "json":
        session.print("trace", found)
        return int(not all(outcome.kept for _, outcome in found))
    if session.format == "svg":
        raise UsageError(f"no transition here needs `{item}` at `{service}`: nothing to draw; as text it is told")
    print_report(deliveries(item, planning.deliveries(workspace, item, service), session.style), session.style)
    return 0
