"""`sharecheck capacity`: the time that flows ask for, and the time that there is."""

import click

from sharecheck.cli.options import NamedPath
from sharecheck.cli.session import Session, session
from sharecheck.workspace import UsageError
from sharecheck.workspace.workload import workloads


@click.command()
@click.argument("paths", nargs=-1, type=NamedPath())
@click.option("--channels", is_flag=True, help="A line for each channel of each party.")
@session("capacity")
def capacity(session: Session, channels: bool) -> int:
    """Estimate the minutes a month that each party spends on sending and reading, beside those it has.

    PATHS are files and folders; the current folder where none is given. What is counted are the flows of protocols that
    are not withdrawn, for the births that the area states.

    Exit status: 0 when each party has the time, 1 when one is asked for more than it has, 2 when nothing can be
    estimated or a file cannot be read, 3 where there is nothing to look at.
    """
    areas = session.understood().areas
    loads = [load for area in areas for load in workloads(area)]
    if not loads:
        raise UsageError("no area here says how many children are born in it: `births-a-year: 4200`")
    session.detailed(channels).print("capacity", areas)
    return int(any(load.too_much for load in loads))
