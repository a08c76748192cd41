"""`sharecheck rules`: the list of rules."""

from itertools import groupby

import click

from sharecheck.cli.common import color, style
from sharecheck.report.style import BLUE, BOLD, RED, YELLOW
from sharecheck.rule import FAMILIES, Severity
from sharecheck.rulebook import rulebook


@click.command()
@color
def rules(color: str) -> None:
    """List all rules, by family."""
    how = style(color)
    colours = {Severity.ERROR: RED, Severity.WARNING: YELLOW, Severity.INFORMATION: BLUE}
    for family, each in groupby(rulebook(), key=lambda rule: rule.family):
        click.echo(how.paint(f"{family}: {FAMILIES[family]}", BOLD), color=True)
        for rule in each:
            severity = how.paint(f"{rule.severity:<11}", colours[rule.severity])
            click.echo(f"  {rule.id}  {severity}  {rule.title}", color=True)
    click.echo("\n`sharecheck explain ID` prints the page of a rule", err=True)
