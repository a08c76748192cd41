"""`sharecheck rules`: the list of rules, and what of the registers that they rest on is to be looked up again."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from textwrap import wrap

import click

from sharecheck.cli.common import as_of, color, style
from sharecheck.cli.streams import note, print_report
from sharecheck.finding import Severity
from sharecheck.report.stale import render
from sharecheck.report.style import BLUE, BOLD, RED, YELLOW, Style
from sharecheck.rule import FAMILIES
from sharecheck.rules import rulebook

_COLUMN = 22
"""Characters before the title of a rule."""


@click.command()
@click.option("--stale", is_flag=True, help="List the entries of the registers not looked up for a year, instead.")
@as_of
@color
def rules(stale: bool, as_of: date | None, color: str) -> None:
    """List all rules, by family; or what they rest on that was not looked up for a year."""
    how = style(color, details=True)
    if stale:
        print_report(render(as_of or date.today(), rulebook(), how), how)
    else:
        print_report("".join(f"{line}\n" for line in _list(how)), how)
        note("\n`sharecheck explain ID` prints the page of a rule")


def _list(how: Style) -> Iterator[str]:
    colours = {Severity.ERROR: RED, Severity.WARNING: YELLOW, Severity.INFORMATION: BLUE}
    for family, each in groupby(rulebook(), key=lambda rule: rule.family):
        heading = wrap(f"{family}: {FAMILIES[family]}", how.width, subsequent_indent="  ", break_on_hyphens=False)
        yield from (how.paint(line, BOLD) for line in heading)
        for rule in each:
            severity = how.paint(f"{rule.severity:<11}", colours[rule.severity])
            first, *others = wrap(rule.title, how.width - _COLUMN, break_on_hyphens=False)
            yield f"  {rule.id}  {severity}  {first}"
            yield from (f"{'':{_COLUMN}}{line}" for line in others)
