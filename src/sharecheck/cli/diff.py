"""`sharecheck diff`: what has changed from one version to another."""

from datetime import date

import click

from sharecheck.cli.common import as_of, color, output_format, resolved, style, troubles
from sharecheck.cli.options import RuleOptions, SettingsOptions, rules, settings
from sharecheck.cli.streams import print_with_totals
from sharecheck.engine import compare
from sharecheck.planning.diff import diff as between
from sharecheck.planning.revisions import location, version
from sharecheck.report.formats import REPORTS
from sharecheck.report.style import safe
from sharecheck.settings.notices import notices
from sharecheck.workspace import Versions


@click.command()
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.argument("path", metavar="[PATH]", default="")
@as_of
@rules
@settings
@output_format("diff")
@color
def diff(
    old: str,
    new: str,
    path: str,
    as_of: date | None,
    rules: RuleOptions,
    settings: SettingsOptions,
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
        resolver = resolved(settings, (location(new, path),), rules.layers)
        day = as_of or resolver.run.keys.as_of
        notes: list[str] = []
        before, after = (version(one, path, day, resolver, notes.append) for one in (old, new))
        versions = Versions(before, after)
        result = compare(versions, settings=resolver)
        notes += notices(resolver, after.documents, ("as_of",))
        found, how = between(versions), style(color)
        text = REPORTS["diff"].render(output_format, found, result, how)
        lines = [safe(line) for line in notes]
        if result.suppressed:
            lines.append(f"{len(result.suppressed)} left out by exceptions that the files make")
        lines += (f"{bug.rule} failed, and was left out: {safe(bug.error)}; please report this" for bug in result.bugs)
        print_with_totals(text, lines, how, output_format)
    fails = found.worse or result.fails(rules.fail_on or resolver.fail_on)
    return 2 if result.bugs else int(fails)
