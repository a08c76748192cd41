"""`sharecheck weak-points`: what hangs by a thread."""

import click

from sharecheck.cli.options import NamedPath
from sharecheck.cli.progress import progress
from sharecheck.cli.session import Session, session
from sharecheck.planning import weak_points as planning
from sharecheck.planning.element import KINDS, Kind


@click.command(name="weak-points")
@click.argument("paths", nargs=-1, type=NamedPath())
@click.option("--kind", "kinds", multiple=True, type=click.Choice(KINDS), help="Only of this kind. Can be repeated.")
@click.option("--all", "every", is_flag=True, help="Print all of them, not only the first of each kind.")
@session("weak-points")
def weak_points(session: Session, kinds: tuple[Kind, ...], every: bool) -> None:
    """Show which kept needs hang on one flow, party, channel, post, funding stream or identifier, or on the parent.

    PATHS are files and folders; the current folder where none is given.

    Exit status: 0, 2 for a mistake in the command or a file that cannot be read, 3 where there is nothing to look at.
    """
    areas = [area for area in session.plannable().areas if area.network.needs]
    points = [(area, planning.weak_points(area, kinds or KINDS)) for area in progress(areas, "weak points", len(areas))]
    session.detailed(every).print("weak-points", points)
