"""`sharecheck themes`: what recurs over many areas."""

from datetime import date
from pathlib import Path

import click

from sharecheck.cli.common import all_understood, as_of, color, looked_at, output_format, resolved, style, troubles
from sharecheck.cli.options import NamedPath, SettingsOptions, settings
from sharecheck.cli.streams import print_report
from sharecheck.report.formats import REPORTS
from sharecheck.workspace import UsageError


@click.command()
@click.argument("paths", nargs=-1, type=NamedPath())
@as_of
@settings
@output_format("themes")
@color
def themes(
    paths: tuple[Path, ...], as_of: date | None, settings: SettingsOptions, output_format: str, color: str
) -> None:
    """Show what recurs over many areas: the same gaps, and different grounds for the same kind of flow.

    PATHS are files and folders; the current folder where none is given.

    Exit status: 0; 2 when there is no area with a flow, or a file cannot be read; 3 where there is nothing to look at.
    """
    with troubles():
        workspace = all_understood(looked_at(resolved(settings, paths), as_of))
        areas = [area for area in workspace.areas if area.current_flows]
        if not areas:
            raise UsageError("no area with a flow is here")
        how = style(color)
        print_report(REPORTS["themes"].render(output_format, areas, how), how, output_format)
