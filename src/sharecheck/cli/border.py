"""`sharecheck border`: what survives a move from one area to another."""

import os
from datetime import date
from pathlib import Path

import click

from sharecheck.cli.common import all_understood, as_of, color, looked_at, output_format, resolved, style, troubles
from sharecheck.cli.options import SettingsOptions, settings
from sharecheck.cli.progress import progress
from sharecheck.cli.streams import print_report
from sharecheck.planning.border import border as cross
from sharecheck.planning.differences import differences
from sharecheck.reading.spelling import suggested
from sharecheck.report.formats import REPORTS
from sharecheck.report.style import Style
from sharecheck.workspace import Area, UsageError, Workspace


@click.command()
@click.argument("arguments", nargs=-1, metavar="[AREA_A AREA_B] [PATHS]...")
@click.option("--all", "every", is_flag=True, help="Each area with each other one, both ways round.")
@as_of
@settings
@output_format("border")
@color
def border(
    arguments: tuple[str, ...],
    every: bool,
    as_of: date | None,
    settings: SettingsOptions,
    output_format: str,
    color: str,
) -> int:
    """Show which needs survive when a child moves from one area to another, both ways round.

    AREA_A and AREA_B are ids of areas; PATHS are files and folders; the current folder where none is given. With
    `--all` only PATHS are given.

    Exit status: 0 when no move loses anything, 1 when one does, 2 for an unknown area or a file that cannot be read, 3
    where there is nothing to look at.
    """
    names = () if every else arguments[:2]
    paths = tuple(Path(one) for one in arguments[len(names) :])
    with troubles():
        if not every and len(names) < 2:
            raise UsageError("name two areas, or compare all of them: `sharecheck border --all`")
        if every:
            _only_paths(arguments)
        workspace = all_understood(looked_at(resolved(settings, paths), as_of))
        how = style(color)
        text, lost = (
            _pairs(workspace, output_format, how)
            if every
            else _pair(_area(workspace, names[0]), _area(workspace, names[1]), output_format, how)
        )
        print_report(text, how, output_format)
    return int(lost)


def _only_paths(arguments: tuple[str, ...]) -> None:
    """`UsageError` for a name of an area beside `--all`."""
    for one in arguments:
        if not os.path.lexists(one):
            raise UsageError(
                f"no file or folder is called `{one}`: with `--all` every area is compared, and only paths are given; "
                "leave out the name, or `--all`"
            )


def _area(workspace: Workspace, name: str) -> Area:
    """The area with that id; `UsageError` with the nearest names when there is none."""
    known = {area.id: area for area in workspace.areas}
    if name in known:
        return known[name]
    near = suggested(name, known).names or sorted(known)[:3]
    there = f"; there is {', '.join(f'`{one}`' for one in near)}" if near else ""
    raise UsageError(f"no area is called `{name}` here{there}")


def _pair(here: Area, there: Area, output_format: str, how: Style) -> tuple[str, bool]:
    ways = [(here, there), (there, here)] if here is not there else [(here, there)]
    found = [(cross(one, other), differences(one, other)) for one, other in ways]
    lost = any(one.by_move for each, _ in found for one in each.survivals)
    return REPORTS["border"].render(output_format, found, how), lost


def _pairs(workspace: Workspace, output_format: str, how: Style) -> tuple[str, bool]:
    from sharecheck.planning.pairs import departures, pairs  # only here: two areas alone need less

    areas = [area for area in workspace.areas if area.shape is not None]
    if len(areas) < 2:
        raise UsageError(f"a border has two sides, and {len(areas) or 'no'} area is described here")
    leaving = dict(progress(departures(areas), "what each area hands out", len(areas)))
    counts = list(progress(pairs(leaving), "each border", len(areas) * (len(areas) - 1)))
    order = {area.id: number for number, area in enumerate(areas)}
    counts.sort(key=lambda one: (order[one.here], order[one.there]))
    return REPORTS["borders"].render(output_format, counts, how), any(one.by_move for one in counts)
