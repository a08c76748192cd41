"""`sharecheck diff`: what has changed from one version to another."""

from datetime import date
from pathlib import Path

import click

from sharecheck.cli.common import (
    as_of,
    color,
    found_settings,
    listed,
    output_format,
    rules,
    settings,
    style,
    troubles,
)
from sharecheck.cli.streams import print_with_totals
from sharecheck.engine import compare
from sharecheck.planning.diff import diff as between
from sharecheck.planning.revisions import version
from sharecheck.report.diff import diff as told
from sharecheck.report.style import safe
from sharecheck.rule import Severity
from sharecheck.workspace import Versions


@click.command()
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.argument("path", metavar="[PATH]", default="")
@as_of
@rules
@settings
@output_format
@color
def diff(
    old: str,
    new: str,
    path: str,
    as_of: date | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str | None,
    settings: Path | None,
    output_format: str,
    color: str,
) -> int:
    """Show which child no longer has what known by whom, what is newly known, and what is promised less.

    OLD and NEW are files or folders, or revisions of git: `main~3:protocols`, or `main~3` with PATH for both. What is
    promised less are findings of the rules `WKR`.

    Exit status: 0 when nothing is known less than before and nothing is found that weighs as much as `--fail-on`, 1
    when something is, 2 for an unknown file or revision.
    """
    with troubles():
        said = found_settings(settings, tuple(one for one in map(Path, (path or new,)) if one.exists()))
        day = as_of or said.written.as_of
        versions = Versions(*(version(one, path, day, said.excludes) for one in (old, new)))
        result = compare(versions, listed(select), listed(ignore), said)
        found, how = between(versions), style(color)
        if output_format == "json":
            from sharecheck.report.data.diff import json  # shapes cost time, and who reads text needs none

            text = json(found, result, how)
        else:
            text = told(found, result, how)
        lines = [safe(line) for line in said.loosened]
        if result.suppressed:
            lines.append(f"{len(result.suppressed)} left out by exceptions that the files make")
        lines += (f"{bug.rule} failed, and was left out: {safe(bug.error)}; please report this" for bug in result.bugs)
        print_with_totals(text, lines, how, output_format)
    fails = found.worse or result.fails(Severity(fail_on or said.written.fail_on or "error"))
    return 2 if result.bugs else int(fails)
