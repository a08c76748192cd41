"""`sharecheck border`: what survives a move from one area to another."""

import os
from pathlib import Path

import click

from sharecheck.cli.progress import progress
from sharecheck.cli.session import Session, session
from sharecheck.planning import border as planning
from sharecheck.planning.differences import differences
from sharecheck.reading.spelling import suggested
from sharecheck.workspace import Area, UsageError, Workspace


@click.command()
@click.argument("arguments", nargs=-1, metavar="[AREA_A AREA_B] [PATHS]...")
@click.option("--all", "every", is_flag=True, help="Each area with each other one, both ways round.")
@session("border")
def border(session: Session, arguments: tuple[str, ...], every: bool) -> int:
    """Show which needs survive when a child moves from one area to another, both ways round.

    AREA_A and AREA_B are ids of areas; PATHS are files and folders; the current folder where none is given. With
    `--all` only PATHS are given.

    Exit status: 0 when no move loses anything, 1 when one does, 2 for an unknown area or a file that cannot be read, 3
    where there is nothing to look at.
    """
    names = () if every else arguments[:2]
    if not every and len(names) < 2:
        raise UsageError("name two areas, or compare all of them: `sharecheck border --all`")
    if every:
        _only_paths(arguments)
    session = session.at(*map(Path, arguments[len(names) :]))
    workspace = session.understood()
    if every:
        return int(_pairs(workspace, session))
    return int(_pair(_area(workspace, names[0]), _area(workspace, names[1]), session))


def _only_paths(arguments: tuple[str, ...]) -> None:
    """`UsageError` for a name of an area beside `--all`."""
    for argument in arguments:
        if not os.path.lexists(argument):
            raise UsageError(
                f"no file or folder is called `{argument}`: with `--all` every area is compared, and only paths are "
                "given; leave out the name, or `--all`"
            )


def _area(workspace: Workspace, name: str) -> Area:
    """The area with that id; `UsageError` with the nearest names when there is none."""
    known = {area.id: area for area in workspace.areas}
    if name in known:
        return known[name]
    near = suggested(name, known).names or sorted(known)[:3]
    there = f"; there is {', '.join(f'`{each}`' for each in near)}" if near else ""
    raise UsageError(f"no area is called `{name}` here{there}")


def _pair(here: Area, there: Area, session: Session) -> bool:
    """Print both ways over a border; whether a move loses something."""
    both = [(here, there), (there, here)] if here is not there else [(here, there)]
    borders = [(planning.border(*areas), differences(*areas)) for areas in both]
    session.print("border", borders)
    return any(survival.by_move for each, _ in borders for survival in each.survivals)


def _pairs(workspace: Workspace, session: Session) -> bool:
    """Print all borders; whether a move loses something."""
    from sharecheck.planning.pairs import departures, pairs  # only here: two areas alone need less

    areas = [area for area in workspace.areas if area.shape is not None]
    if len(areas) < 2:
        raise UsageError(f"a border has two sides, and {len(areas) or 'no'} area is described here")
    leaving = dict(progress(departures(areas), "what each area hands out", len(areas)))
    counts = list(progress(pairs(leaving), "each border", len(areas) * (len(areas) - 1)))
    order = {area.id: number for number, area in enumerate(areas)}
    counts.sort(key=lambda count: (order[count.here], order[count.there]))
    session.print("borders", counts)
    return any(count.by_move for count in counts)
