"""`sharecheck explain`: the page of a rule."""

import click

from sharecheck.cli.common import color, style, troubles
from sharecheck.cli.streams import print_page
from sharecheck.rules import find


@click.command()
@click.argument("rule", metavar="RULE")
@color
def explain(rule: str, color: str) -> None:
    """Print the page of a RULE (id or name), or of each rule of a family, with its sources."""
    from sharecheck.report.page import page  # rich is imported only where it is used

    with troubles():
        found = find(rule)
    how = style(color)
    for entry in found:
        print_page(page(entry, how))
