"""`sharecheck themes`: what recurs over many areas."""

import click

from sharecheck.cli.options import NamedPath
from sharecheck.cli.session import Session, session
from sharecheck.workspace import UsageError


@click.command()
@click.argument("paths", nargs=-1, type=NamedPath())
@session("themes")
def themes(session: Session) -> None:
    """Show what recurs over many areas: the same gaps, and different grounds for the same kind of flow.

    PATHS are files and folders; the current folder where none is given.

    Exit status: 0; 2 when there is no area with a flow, or a file cannot be read; 3 where there is nothing to look at.
    """
    areas = [area for area in session.understood().areas if area.current_flows]
    if not areas:
        raise UsageError("no area with a flow is here")
    session.print("themes", areas)
