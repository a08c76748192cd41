"""`sharecheck mutate`: known mistakes made in a copy, to see that the rules notice them."""

from datetime import date
from pathlib import Path

import click

from sharecheck.cli.common import as_of, color, output_format, planned, resolved, style, troubles
from sharecheck.cli.options import NamedPath, SettingsOptions, settings
from sharecheck.cli.progress import progress
from sharecheck.cli.streams import print_report
from sharecheck.mutate import DEFECTS, named
from sharecheck.mutate import mutate as run
from sharecheck.report.mutate import json, text
from sharecheck.workspace import Trouble


@click.command()
@click.argument("paths", nargs=-1, type=NamedPath())
@click.option(
    "--only", multiple=True, metavar="NAME", help="Only this kind of mistake, by name, rule or family. Can be repeated."
)
@click.option("--seed", type=int, default=0, show_default=True, help="Picks the places; the same seed, the same ones.")
@as_of
@settings
@output_format
@color
def mutate(
    paths: tuple[Path, ...],
    only: tuple[str, ...],
    seed: int,
    as_of: date | None,
    settings: SettingsOptions,
    output_format: str,
    color: str,
) -> int:
    """Make each of many known mistakes in a copy of an area, one by one, and show which rules notice it.

    PATHS are files and folders; the current folder where none is given. Nothing is written. In an area that has no
    findings every mistake should be noticed by the rules that are there for it, and by no other; in others what was
    found before does not count.

    Exit status: 0 all noticed, 1 a mistake that is not, or a rule that speaks without reason, 2 a mistake in the
    command or a file that cannot be read, 3 nothing to look at.
    """
    with troubles():
        defects = named(only) if only else DEFECTS
        workspace = planned(resolved(settings, paths), as_of)
        if not any(area.shape is not None for area in workspace.areas):
            raise Trouble("no area is described here: `mutate` needs a folder with an area and its protocols")
        found = list(progress(run(workspace, defects, seed), "mistakes", len(defects)))
        how = style(color)
        print_report(json(found, seed) if output_format == "json" else text(found, how), how, output_format)
    return int(not all(one.caught for one in found))
