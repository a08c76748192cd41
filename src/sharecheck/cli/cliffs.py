"""`sharecheck cliffs`: from which day of birth on a need is no longer kept."""

from datetime import date

import click

from sharecheck.cli.common import Day, day
from sharecheck.cli.options import NamedPath
from sharecheck.cli.progress import progress
from sharecheck.cli.session import Session, session
from sharecheck.planning import cliffs as planning


@click.command()
@click.argument("paths", nargs=-1, type=NamedPath())
@click.option("--until", type=Day(), callback=day, help="Only for children born by this day.")
@session("cliffs")
def cliffs(session: Session, until: date | None) -> int:
    """Show from which day of birth on a need is no longer kept, or begins to be, and which date is the reason.

    PATHS are files and folders; the current folder where none is given.

    Exit status: 0 nothing is lost, 1 a need is kept for some children and not for those born later, or for none, 2 a
    mistake in the command or a file that cannot be read, 3 nothing to look at.
    """
    areas = [area for area in session.plannable().areas if area.network.needs]
    found = [planning.cliffs(area, until) for area in progress(areas, "days of birth", len(areas))]
    session.print("cliffs", found)
    return int(any(each.falls or each.never for each in found))
