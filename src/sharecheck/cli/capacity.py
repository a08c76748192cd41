"""`sharecheck capacity`: the time that flows ask for, and the time that there is."""

from datetime import date
from pathlib import Path

import click

from sharecheck.cli.common import as_of, color, style, troubles
from sharecheck.report.capacity import capacity as told
from sharecheck.workspace import Workspace


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--channels", is_flag=True, help="A line for each channel of each party.")
@as_of
@color
def capacity(paths: tuple[Path, ...], channels: bool, as_of: date | None, color: str) -> int:
    """Estimate the minutes a month that each party spends on sending and reading, beside those it has.

    PATHS are files and folders; the current folder where none is given. What is counted are the flows of protocols that
    are not withdrawn, for the births that the area states.

    Exit status: 0 when each party has the time, 1 when one is asked for more than it has, 2 when nothing can be
    estimated.
    """
    with troubles():
        workspace = Workspace.open(*(paths or (Path(),)), as_of=as_of)
        text, enough = told(workspace, style(color), channels)
    click.echo(text, nl=False, color=True)
    return 0 if enough else 1
