"""`sharecheck diff`: what has changed from one version to another."""

from datetime import date

import click

from sharecheck.cli.common import as_of, color, style, troubles
from sharecheck.planning.diff import diff as compare
from sharecheck.planning.revisions import version
from sharecheck.report.diff import as_json
from sharecheck.report.diff import diff as told


@click.command()
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.argument("path", metavar="[PATH]", default="")
@as_of
@click.option("--output-format", type=click.Choice(["full", "json"]), default="full", help="How to print it.")
@color
def diff(old: str, new: str, path: str, as_of: date | None, output_format: str, color: str) -> int:
    """Show which child no longer has what known by whom, what is newly known, and what is promised less.

    OLD and NEW are files or folders, or revisions of git: `main~3:protocols`, or `main~3` with PATH for both.

    Exit status: 0 when nothing is less than before, 1 when something is, 2 for an unknown file or revision.
    """
    with troubles():
        found = compare(version(old, path, as_of), version(new, path, as_of))
    how = style(color)
    click.echo(as_json(found, how) if output_format == "json" else told(found, how), nl=False, color=True)
    return int(found.worse)
