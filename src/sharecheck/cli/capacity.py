"""`sharecheck capacity`: the time that flows ask for, and the time that there is."""

from datetime import date
from pathlib import Path

import click

from sharecheck.cli.common import all_understood, as_of, color, looked_at, output_format, resolved, style, troubles
from sharecheck.cli.options import NamedPath, SettingsOptions, settings
from sharecheck.cli.streams import print_report
from sharecheck.report.formats import REPORTS
from sharecheck.workspace import UsageError
from sharecheck.workspace.workload import workloads


@click.command()
@click.argument("paths", nargs=-1, type=NamedPath())
@click.option("--channels", is_flag=True, help="A line for each channel of each party.")
@as_of
@settings
@output_format("capacity")
@color
def capacity(
    paths: tuple[Path, ...],
    channels: bool,
    as_of: date | None,
    settings: SettingsOptions,
    output_format: str,
    color: str,
) -> int:
    """Estimate the minutes a month that each party spends on sending and reading, beside those it has.

    PATHS are files and folders; the current folder where none is given. What is counted are the flows of protocols that
    are not withdrawn, for the births that the area states.

    Exit status: 0 when each party has the time, 1 when one is asked for more than it has, 2 when nothing can be
    estimated or a file cannot be read, 3 where there is nothing to look at.
    """
    with troubles():
        workspace = all_understood(looked_at(resolved(settings, paths), as_of))
        loads = [load for area in workspace.areas for load in workloads(area)]
        if not loads:
            raise UsageError("no area here says how many children are born in it: `births-a-year: 4200`")
        how = style(color, channels)
        print_report(REPORTS["capacity"].render(output_format, workspace.areas, how), how, output_format)
    return int(any(load.too_much for load in loads))
