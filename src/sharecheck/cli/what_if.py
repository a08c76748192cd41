"""`sharecheck what-if`: what a change would do to the needs of an area."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from sharecheck.cli.common import Day, color, day, output_format
from sharecheck.cli.options import NamedPath, settings
from sharecheck.cli.session import Session, in_session
from sharecheck.loading import check_names_of_drafts
from sharecheck.planning import what_if as planning
from sharecheck.workspace import UsageError


@click.command(name="what-if")
@click.argument("paths", nargs=-1, type=NamedPath())
@click.option(
    "--without",
    multiple=True,
    metavar="WHAT",
    help="`party:maternity`, `flow:protocol/flow`, `channel:secure-email`, `post:liaison nurse`, `funding:grant` or "
    "`item:nhs-number`. Can be repeated: then without all of them.",
)
@click.option(
    "--with",
    "drafts",
    multiple=True,
    type=NamedPath(),
    metavar="FILE",
    help="A protocol, as if it were signed and in force; it replaces one of the same id. Can be repeated.",
)
@click.option(
    "--as-of",
    type=Day(),
    callback=day,
    help="What is in force on this day, against what is in force on the day of `--from`.",
)
@click.option(
    "--from",
    "start",
    type=Day(),
    callback=day,
    help="The day to start from; today where not given.",
)
@settings
@output_format("what-if")
@color
@in_session
def what_if(session: Session, without: tuple[str, ...], drafts: tuple[Path, ...], start: date | None) -> int:
    """Show what would be lost and won without something, with a draft, or on another day.

    PATHS are files and folders; the current folder where none is given.

    Exit status: 0 nothing is lost, 1 a need that is kept would be kept no more, 2 a mistake in the command
    or a file that cannot be read, 3 nothing to look at.
    """
    day = session.as_of
    if not (without or drafts or day):
        raise UsageError("say what changes: `--without party:...`, `--with draft.yaml` or `--as-of 2027-04-01`")
    session = replace(session, as_of=start)
    workspace = session.plannable()
    found = planning.what_if(workspace.areas, without, drafts, day)
    if drafts:
        check_names_of_drafts(drafts, workspace, session.resolver)
    session.print("what-if", found)
    return int(any(each.loses for each in found))
