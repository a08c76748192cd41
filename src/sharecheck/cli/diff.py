"""`sharecheck diff`: what has changed from one version to another."""

import click

from sharecheck.cli.common import as_of, bug_lines, color, output_format
from sharecheck.cli.options import rules, settings
from sharecheck.cli.session import Session, in_session
from sharecheck.engine import compare
from sharecheck.planning import diff as planning
from sharecheck.planning.revisions import location, version
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
@in_session
def diff(session: Session, old: str, new: str, path: str) -> int:
    """Show which child no longer has what known by whom, what is newly known, and what is promised less.

    OLD and NEW are files or folders, or revisions of git: `main~3:protocols`, or `main~3` with PATH for both. What is
    promised less are findings of the rules `WKR`.

    Exit status: 0 when nothing is known less than before and nothing is found that weighs as much as `--fail-on`, 1
    when something is, 2 for an unknown file or revision.
    """
    session = session.at(location(new, path))
    resolver = session.resolver
    lines: list[str] = []
    before, after = (version(name, path, session.day, resolver, lines.append) for name in (old, new))
    versions = Versions(before, after)
    result = compare(versions, settings=resolver)
    lines += notices(resolver, after.documents, ("as_of",))
    lines = [safe(line) for line in lines]
    changed = planning.diff(versions)
    if result.suppressed:
        lines.append(f"{len(result.suppressed)} left out by exceptions that the files make")
    lines += bug_lines(result)
    session.print_with_totals(session.render("diff", changed, result), lines)
    if result.bugs:
        return 2
    return int(changed.worse or result.fails(session.rules.fail_on or resolver.fail_on))
