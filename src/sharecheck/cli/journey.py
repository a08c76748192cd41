"""`sharecheck journey`: one child's story, or the child that shows a gap."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import click

from sharecheck.cli.common import (
    Day,
    all_understood,
    as_of,
    color,
    looked_at,
    opened_at,
    output_format,
    resolved,
    style,
    troubles,
)
from sharecheck.cli.options import NamedPath, SettingsOptions, settings
from sharecheck.cli.streams import print_report
from sharecheck.model import Journey
from sharecheck.replay import Story
from sharecheck.replay.selection import Picked, area_of, pick
from sharecheck.report.formats import REPORTS
from sharecheck.report.witness import witnesses
from sharecheck.standards import journeys
from sharecheck.workspace import UsageError


@click.command()
@click.argument("child", required=False)
@click.argument("paths", nargs=-1, type=NamedPath())
@click.option("--area", metavar="AREA", help="The area in which it begins, where the files have several.")
@click.option("--into", metavar="AREA", help="The area to which a move leads.")
@click.option("--born", type=Day(), help="The birth date: then the calendar decides, day by day.")
@click.option("--all", "every", is_flag=True, help="Every message and every moment.")
@click.option("--witness", metavar="ITEM", help="Show the child for whom this item does not arrive; with `--to`.")
@click.option("--to", "service", metavar="SERVICE", help="With `--witness`: the service, or the party, that needs it.")
@as_of
@settings
@output_format("journey")
@color
def journey(
    child: str | None,
    paths: tuple[Path, ...],
    area: str | None,
    into: str | None,
    born: datetime | None,
    every: bool,
    witness: str | None,
    service: str | None,
    as_of: date | None,
    settings: SettingsOptions,
    output_format: str,
    color: str,
) -> int:
    """Tell the story of CHILD: what was passed on, and what each service knew on the day it took over.

    CHILD is a journey of the cast, of the files, or a file of its own; PATHS are files and folders, the current folder
    where none is given. Without CHILD, the journeys are listed.

    `--witness ITEM --to SERVICE [PATHS]` looks for a child that shows a gap: the dates and choices under which the item
    does not arrive in time.

    Exit status: 0 when all that was needed was known, 1 when something was not, 2 for a mistake or a file that cannot
    be read, 3 where there is nothing to look at.
    """
    asked = _Asked(area, into, born.date() if born else None)
    how = style(color, every)
    with troubles():
        if (witness is None) != (service is None):
            raise UsageError("`--witness` needs `--to`: say which service needs the item" if witness else _NO_WITNESS)
        if witness is not None and service is not None:
            folders = (Path(child), *paths) if child else paths
            workspace = all_understood(looked_at(resolved(settings, folders), as_of))
            found = witnesses(workspace, witness, service, area)
            text = REPORTS["witness"].render(output_format, found, how)
            status = int(bool(found))
        elif child is None:
            workspace = opened_at(resolved(settings, ()), as_of)  # the cast is there without any file
            own = [one for _, one in workspace.of_kind(Journey) if one not in journeys().values()]
            text, status = REPORTS["journeys"].render(output_format, journeys().values(), own, how), 0
        else:
            picked = pick(looked_at(resolved(settings, paths), as_of), child)
            all_understood(picked.workspace)
            told = _told(picked, asked)
            text = REPORTS["story"].render(output_format, told, how)
            status = int(any(not one.good for one in told))
        print_report(text, how, output_format)
    return status


_NO_WITNESS = "`--to` belongs to `--witness ITEM`; where a move leads is `--into AREA`"


@dataclass(frozen=True)
class _Asked:
    """What was asked for."""

    area: str | None
    into: str | None
    born: date | None


def _told(picked: Picked, asked: _Asked) -> tuple[Story, ...]:
    moves = picked.journey.moves or ()
    if asked.into and all(move.to for move in moves):
        why = "says where each of its moves leads" if moves else "does not move"
        raise UsageError(f"`{picked.journey.id}` {why}: leave out `--into`")
    return picked.stories(
        area_of(picked, asked.area), picked.workspace.area(asked.into) if asked.into else None, asked.born
    )
