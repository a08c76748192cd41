"""`sharecheck check`: the main job."""

from dataclasses import replace
from functools import partial
from pathlib import Path

import click

from sharecheck.cli.check_options import CheckOptions, check_options, check_together
from sharecheck.cli.common import Mistake, nothing_lines
from sharecheck.cli.options import NamedPath
from sharecheck.cli.session import Session
from sharecheck.cli.stdin import STDIN, UNNAMED, stdin_name, with_stdin
from sharecheck.cli.streams import coloured, note
from sharecheck.cli.totals import Beside, coverage_tables, refused_lines, too_few_kept, total_lines
from sharecheck.engine import Result
from sharecheck.engine import check as run
from sharecheck.loading import anything, open_workspace
from sharecheck.report.style import safe
from sharecheck.report.summary import counted
from sharecheck.settings import Resolver
from sharecheck.workspace import Workspace


@click.command()
@click.argument("paths", nargs=-1, type=NamedPath())
@check_options
def check(session: Session, options: CheckOptions) -> int:
    """Validate protocols, and show where knowledge is lost.

    PATHS are files and folders; the current folder where none is given; `-` is the text on standard input.

    Exit status: 0 clean, 1 findings, 2 a mistake in the command or a file that cannot be read, 3 nothing to check.
    """
    stdin = stdin_name(session.paths, options.stdin_filename)
    check_together(session, options)
    on_disk = tuple(path for path in session.paths if path != STDIN)
    session = session.at(*on_disk, *((stdin,) if stdin and stdin != UNNAMED else ())).detailed(options.tables)
    if options.show_files or options.show_settings:
        from sharecheck.cli import show  # a run that looks does not pay for it

        return show.show_files(session.resolver) if options.show_files else show.show_settings(session.resolver)
    workspace = _opened(session, on_disk, stdin, options.each)
    beside = _beside(session, options)
    look = partial(_look, session.resolver, options.each, beside)
    result = look(workspace)
    format = session.format
    if not (options.each or result.diagnostics or anything(workspace)):
        note("\n".join(nothing_lines(workspace, session.resolver)))
        return 3
    if options.write_baseline is not None:
        return _write_baseline(options.write_baseline, result, session, options.each)
    if options.fix or options.diff:
        from sharecheck.cli.fixes import mended, show_patch  # a run that only looks does not pay for it

        if options.diff:
            return show_patch(result, look, options.unsafe_fixes, session.style)
        result = mended(result, look, options.unsafe_fixes, session.style)
    return _report(result, format, session, options, workspace, beside)


def _opened(session: Session, on_disk: tuple[Path, ...], stdin: Path | None, each: bool) -> Workspace:
    """The documents at these paths, with the text on standard input if that is one of them."""
    resolver = session.resolver
    if stdin is None:
        return open_workspace(resolver, session.as_of, among=each)
    files = Workspace.open(*on_disk, as_of=session.day, among=each, find=resolver.files, exclude=resolver.excludes)
    if reason := resolver.exclusion(stdin):
        note(f"{safe(stdin)} is excluded: {safe(reason)}")
        return files
    return with_stdin(files, stdin, session.day)


def _beside(session: Session, options: CheckOptions) -> Beside:
    """What `--since` compares with, and the baseline; a baseline that is written anew is not looked at."""
    comparison = baseline = None
    if options.since is not None:
        from sharecheck.cli.since import compare_since  # with git, 6 ms: most runs compare nothing

        comparison = compare_since(options.since, session.resolver, session.day)
    path = None if options.no_baseline else options.baseline or session.resolver.run.path("baseline")
    if path and not options.write_baseline:
        from sharecheck.baseline import load_baseline  # its form is checked by models that cost 8 ms to build

        baseline = load_baseline(path)
    return Beside(comparison, baseline)


def _look(resolver: Resolver, each: bool, beside: Beside, workspace: Workspace) -> Result:
    """All that is found in a workspace and is not known; needs are compared where areas are looked at as a whole."""
    before = beside.comparison.earlier.workspace if beside.comparison else None
    if beside.baseline is None:
        return run(workspace, each=each, settings=resolver, since=before)
    from sharecheck.baseline import comparable, since

    recorded = {} if each else comparable(beside.baseline, resolver.paths)
    result = run(workspace, each=each, settings=resolver, since=before, recorded=recorded)
    return since(result, beside.baseline, resolver.paths)


def _report(
    result: Result, format: str, session: Session, options: CheckOptions, workspace: Workspace, beside: Beside
) -> int:
    """Print what was found and what it sums up to; the exit status."""
    text = _findings(result, session, options.counts)
    if format == "full" and not (options.each or options.quiet or options.counts):
        text += coverage_tables(result, session.style)
    lines = [*total_lines(result, session, workspace, beside, options.quiet)]
    failed = bool(result.bugs or result.unread)
    short = None if failed else _short(result, session, options)
    if short:
        lines.append(short)
    if format != "full" and options.tables:
        colours = replace(session.style, colour=coloured("stderr", session.color))
        if tables := coverage_tables(result, colours):
            note(tables.rstrip("\n"), colours)
    session.print_with_totals(text, lines)
    if failed:
        return 2
    loosened = beside.comparison is not None and beside.comparison.loosened
    stale = options.fail_on_stale_baseline and result.stale
    return int(bool(loosened or short or stale) or result.fails(session.rules.fail_on or session.resolver.fail_on))


def _findings(result: Result, session: Session, counts: bool) -> str:
    if not counts:
        return session.render("report", result)
    from sharecheck.report.statistics import statistics

    return statistics(result, session.style)


def _short(result: Result, session: Session, options: CheckOptions) -> str | None:
    """That too few needs are kept, by the command line or the settings; not asked of files by themselves."""
    least = options.fail_under
    if least is None and not options.each:
        least = session.resolver.run.keys.fail_under
    return None if least is None else too_few_kept(result, least)


def _write_baseline(path: Path, result: Result, session: Session, each: bool) -> int:
    """Write a baseline, all of it or nothing; 1 when a file was not understood, which no baseline can know."""
    if result.bugs or result.unread:
        raise Mistake("no baseline was written: a file could not be read; `sharecheck check` says which")
    if any("DOC07" in refused.rules for refused in result.not_looked_at):
        raise Mistake("no baseline was written: a file looks as if it held real data; `sharecheck check` says where")
    from sharecheck.baseline import check_replaceable, render_baseline
    from sharecheck.edit.files import write_file

    check_replaceable(path)
    write_file(path, render_baseline(result, path, session.resolver.paths, each).encode())
    number = sum(not diagnostic.stops for diagnostic in result.diagnostics)
    note(f"{safe(path)} knows of {counted(number, 'finding')}; `--baseline {safe(path)}` leaves them out")
    for line in refused_lines(result, session.style):
        note(f"{line}; mend this first, and write the baseline then")
    return int(bool(result.not_looked_at))
