"""`sharecheck weak-points`: what hangs by a thread."""

from datetime import date
from pathlib import Path

import click

from sharecheck.cli.common import as_of, color, output_format, planned, resolved, style, troubles
from sharecheck.cli.options import NamedPath, SettingsOptions, settings
from sharecheck.cli.progress import progress
from sharecheck.cli.streams import print_report
from sharecheck.planning.element import KINDS, Kind
from sharecheck.planning.weak_points import weak_points as run
from sharecheck.report.formats import REPORTS


@click.command(name="weak-points")
@click.argument("paths", nargs=-1, type=NamedPath())
@click.option("--kind", "kinds", multiple=True, type=click.Choice(KINDS), help="Only of this kind. Can be repeated.")
@click.option("--all", "every", is_flag=True, help="Print all of them, not only the first of each kind.")
@as_of
@settings
@output_format("weak-points")
@color
def weak_points(
    paths: tuple[Path, ...],
    kinds: tuple[Kind, ...],
    every: bool,
    as_of: date | None,
    settings: SettingsOptions,
    output_format: str,
    color: str,
) -> None:
    """Show which kept needs hang on one flow, party, channel, post, funding stream or identifier, or on the parent.

    PATHS are files and folders; the current folder where none is given.

    Exit status: 0, 2 for a mistake in the command or a file that cannot be read, 3 where there is nothing to look at.
    """
    with troubles():
        areas = [area for area in planned(resolved(settings, paths), as_of).areas if area.network.needs]
        found = [(area, run(area, kinds or KINDS)) for area in progress(areas, "weak points", len(areas))]
        how = style(color, every)
        print_report(REPORTS["weak-points"].render(output_format, found, how), how, output_format)
