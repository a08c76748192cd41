"""`sharecheck journey`: one child's story, or the child that shows a gap."""

from datetime import date
from pathlib import Path

import click

from sharecheck.cli.common import Day, day
from sharecheck.cli.options import NamedPath
from sharecheck.cli.session import Session, session
from sharecheck.loading import understood
from sharecheck.model import Journey
from sharecheck.replay import Story
from sharecheck.replay.selection import Picked, area_of, pick
from sharecheck.report.witness import witnesses
from sharecheck.standards import journeys
from sharecheck.workspace import UsageError


@click.command()
@click.argument("child", required=False)
@click.argument("paths", nargs=-1, type=NamedPath())
@click.option("--area", metavar="AREA", help="The area in which it begins, where the files have several.")
@click.option("--into", metavar="AREA", help="The area to which a move leads.")
@click.option("--born", type=Day(), callback=day, help="The birth date: then the calendar decides, day by day.")
@click.option("--all", "every", is_flag=True, help="Every message and every moment.")
@click.option("--witness", metavar="ITEM", help="Show the child for whom this item does not arrive; with `--to`.")
@click.option("--to", "service", metavar="SERVICE", help="With `--witness`: the service, or the party, that needs it.")
@session("journey")
def journey(
    session: Session,
    child: str | None,
    area: str | None,
    into: str | None,
    born: date | None,
    every: bool,
    witness: str | None,
    service: str | None,
) -> int:
    """Tell the story of CHILD: what was passed on, and what each service knew on the day it took over.

    CHILD is a journey of the cast, of the files, or a file of its own; PATHS are files and folders, the current folder
    where none is given. Without CHILD, the journeys are listed.

    `--witness ITEM --to SERVICE [PATHS]` looks for a child that shows a gap: the dates and choices under which the item
    does not arrive in time.

    Exit status: 0 when all that was needed was known, 1 when something was not, 2 for a mistake or a file that cannot
    be read, 3 where there is nothing to look at.
    """
    if (witness is None) != (service is None):
        raise UsageError("`--witness` needs `--to`: say which service needs the item" if witness else _NO_WITNESS)
    if witness is not None and service is not None:
        session = session.at(Path(child), *session.paths) if child else session
        found = witnesses(session.understood(), witness, service, area)
        session.print("witness", found)
        return int(bool(found))
    if child is None:
        session = session.at()  # the cast is there without any file
        own = [shape for _, shape in session.opened().of_kind(Journey) if shape not in journeys().values()]
        session.print("journeys", journeys().values(), own)
        return 0
    picked = pick(session.readable(), child)
    understood(picked.workspace)
    stories = _stories(picked, area, into, born)
    session.detailed(every).print("story", stories)
    return int(any(not story.good for story in stories))


_NO_WITNESS = "`--to` belongs to `--witness ITEM`; where a move leads is `--into AREA`"


def _stories(picked: Picked, area: str | None, into: str | None, born: date | None) -> tuple[Story, ...]:
    """The stories of a child, from the area in which it begins; `UsageError` when no move can lead to `into`."""
    moves = picked.journey.moves or ()
    if into and all(move.to for move in moves):
        why = "says where each of its moves leads" if moves else "does not move"
        raise UsageError(f"`{picked.journey.id}` {why}: leave out `--into`")
    return picked.stories(area_of(picked, area), picked.workspace.area(into) if into else None, born)
