"""`sharecheck themes`: what recurs over many areas."""

from datetime import date
from pathlib import Path

import click

from sharecheck.cli.common import as_of, color, style, troubles
from sharecheck.report.themes import as_json
from sharecheck.report.themes import themes as told
from sharecheck.workspace import Trouble, Workspace


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@as_of
@click.option("--output-format", type=click.Choice(["full", "json"]), default="full", help="How to print it.")
@color
def themes(paths: tuple[Path, ...], as_of: date | None, output_format: str, color: str) -> None:
    """Show what recurs over many areas: the same gaps, and different grounds for the same kind of flow.

    PATHS are files and folders; the current folder where none is given.

    Exit status: 0; 2 when there is no area.
    """
    with troubles():
        areas = [area for area in Workspace.open(*(paths or (Path(),)), as_of=as_of).areas if area.promised]
        if not areas:
            raise Trouble("no area with a flow is here")
    how = style(color)
    click.echo(as_json(areas, how) if output_format == "json" else told(areas, how), nl=False, color=True)
