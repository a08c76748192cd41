"""`sharecheck trace`: the way of one item."""

from datetime import date
from pathlib import Path

import click

from sharecheck.cli.common import as_of, color, looked_at, output_format, resolved, style, troubles, without
from sharecheck.cli.options import NamedPath, SettingsOptions, settings
from sharecheck.cli.streams import print_report
from sharecheck.report.formats import REPORTS
from sharecheck.report.trace import needed


@click.command()
@click.argument("item")
@click.argument("paths", nargs=-1, type=NamedPath())
@click.option("--to", "service", required=True, metavar="SERVICE", help="The service, or the party, that needs it.")
@output_format("trace", "Text, a picture, or for programs.")
@as_of
@settings
@color
def trace(
    item: str,
    paths: tuple[Path, ...],
    service: str,
    output_format: str,
    as_of: date | None,
    settings: SettingsOptions,
    color: str,
) -> int:
    """Show the way of ITEM to a service, hop by hop, in each area, and at which transition it is needed.

    PATHS are files and folders; the current folder where none is given.

    Exit status: 0 when each need of it is kept, 1 when one is not, 2 for an unknown item or service or a file that
    cannot be read, 3 where there is nothing to look at.
    """
    with troubles():
        workspace = looked_at(resolved(settings, paths), as_of)
        without(workspace)
        how = style(color)
        found = needed(workspace, item, service)
        print_report(REPORTS["trace"].render(output_format, found, how), how, output_format)
    return int(not all(outcome.kept for _, outcome in found))
