"""`sharecheck cliffs`: from which day of birth on a need is no longer kept."""

from datetime import date
from pathlib import Path

import click

from sharecheck.cli.common import Day, as_of, color, day, output_format, planned, resolved, style, troubles
from sharecheck.cli.options import NamedPath, SettingsOptions, settings
from sharecheck.cli.progress import progress
from sharecheck.cli.streams import print_report
from sharecheck.planning.cliffs import cliffs as run
from sharecheck.report.formats import REPORTS


@click.command()
@click.argument("paths", nargs=-1, type=NamedPath())
@click.option("--until", type=Day(), callback=day, help="Only for children born by this day.")
@as_of
@settings
@output_format("cliffs")
@color
def cliffs(
    paths: tuple[Path, ...],
    until: date | None,
    as_of: date | None,
    settings: SettingsOptions,
    output_format: str,
    color: str,
) -> int:
    """Show from which day of birth on a need is no longer kept, or begins to be, and which date is the reason.

    PATHS are files and folders; the current folder where none is given.

    Exit status: 0 nothing is lost, 1 a need is kept for some children and not for those born later, or for none, 2 a
    mistake in the command or a file that cannot be read, 3 nothing to look at.
    """
    with troubles():
        areas = [area for area in planned(resolved(settings, paths), as_of).areas if area.network.needs]
        found = [run(area, until) for area in progress(areas, "days of birth", len(areas))]
        how = style(color)
        print_report(REPORTS["cliffs"].render(output_format, found, how), how, output_format)
    return int(any(one.falls or one.never for one in found))
