"""`sharecheck check`: the main job."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from math import isnan
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from sharecheck.cli.common import (
    NOTHING_TO_CHECK,
    Mistake,
    as_of,
    color,
    output_format,
    resolved,
    style,
    troubles,
    write,
)
from sharecheck.cli.options import NamedPath, RuleOptions, SettingsOptions, rules, settings
from sharecheck.cli.stdin import STDIN, UNNAMED, stdin_name, with_stdin
from sharecheck.cli.streams import coloured, note, print_with_totals
from sharecheck.engine import Result
from sharecheck.engine import check as run
from sharecheck.reading.others import summary
from sharecheck.reading.phrases import one_of, quoted
from sharecheck.report.formats import REPORTS, choices
from sharecheck.report.style import Style, safe
from sharecheck.report.summary import counted, gone, run_summary
from sharecheck.report.table import percent, table
from sharecheck.settings import Resolver, Settings
from sharecheck.settings.notices import nothing_left, notices
from sharecheck.workspace import UsageError, Workspace

if TYPE_CHECKING:
    from sharecheck.baseline import Baseline
    from sharecheck.planning.revisions import Earlier
    from sharecheck.settings.compared import Loosening

_FILE = NamedPath(dir_okay=False)
_ALONE = "looks at each file by itself"
_MANY = 3
"""With more areas than this, each gets a line rather than a table, but for `--coverage`."""


def _a_number(_: click.Context, __: click.Parameter, value: float | None) -> float | None:
    if value is not None and isnan(value):  # every comparison with it says no, also that of the range
        raise click.BadParameter("'nan' is not a number of percent.")
    return value


@click.command()
@click.argument("paths", nargs=-1, type=NamedPath())
@as_of
@rules
@output_format("check", "How to print it; else full.", by_settings=True)
@click.option("--statistics", "counts", is_flag=True, help="Print how often each rule has spoken, instead of findings.")
@click.option("--quiet", "-q", is_flag=True, help="Print findings and nothing else; nothing when nothing is found.")
@click.option(
    "--stdin-filename",
    type=NamedPath(),
    help="What the text on standard input (`-`) is called: its settings, its format, its place in an area.",
)
@click.option(
    "--coverage",
    "tables",
    is_flag=True,
    help="Print every transition of every area, also what is kept in full; on stderr, for a format other than full.",
)
@click.option(
    "--fail-under",
    type=click.FloatRange(0, 100),
    callback=_a_number,
    help="Exit 1 when fewer percent of the needs are kept.",
)
@click.option(
    "--since",
    metavar="REV|FOLDER",
    help="Compare with what stood here at a revision of git, or stands in another folder: what was surely kept and is "
    "no longer is an error. `auto`: with what this branch or merge request set out from.",
)
@click.option("--baseline", type=_FILE, help="Leave out what this file knows of, so that only what is new counts.")
@click.option("--no-baseline", is_flag=True, help="Leave out nothing, whatever baseline the settings name.")
@click.option("--write-baseline", type=_FILE, help="Write all that is found to this file, and exit 0.")
@click.option("--fail-on-stale-baseline", is_flag=True, help="Exit 1 when the baseline knows of what is gone.")
@click.option("--fix", is_flag=True, help="Mend what can be mended safely, and write the files.")
@click.option("--unsafe-fixes", is_flag=True, help="With --fix or --diff: also what needs a look afterwards.")
@click.option("--diff", is_flag=True, help="Print what --fix would change, and write nothing; exit 1 if anything.")
@settings
@click.option("--show-files", is_flag=True, help="Print the files that would be looked at, and why others are not.")
@click.option("--show-settings", is_flag=True, help="Print what holds for these files, and where it stands.")
@click.option("--each", is_flag=True, help="Look at each file by itself, and leave out what needs the whole area.")
@color
def check(
    paths: tuple[Path, ...],
    as_of: date | None,
    rules: RuleOptions,
    output_format: str | None,
    counts: bool,
    quiet: bool,
    stdin_filename: Path | None,
    tables: bool,
    fail_under: float | None,
    since: str | None,
    baseline: Path | None,
    no_baseline: bool,
    write_baseline: Path | None,
    fail_on_stale_baseline: bool,
    fix: bool,
    unsafe_fixes: bool,
    diff: bool,
    settings: SettingsOptions,
    show_files: bool,
    show_settings: bool,
    each: bool,
    color: str,
) -> int:
    """Validate protocols, and show where knowledge is lost.

    PATHS are files and folders; the current folder where none is given; `-` is the text on standard input.

    Exit status: 0 clean, 1 findings, 2 a mistake in the command or a file that cannot be read, 3 nothing to check.
    """
    stdin = stdin_name(paths, stdin_filename)
    _refuse_together(
        (each and tables, "--each", _ALONE, "--coverage"),
        (each and since is not None, "--each", _ALONE, "--since"),
        (each and fail_under is not None, "--each", _ALONE, "--fail-under"),
        ((fix or diff) and write_baseline is not None, "--fix", "mends what is found", "--write-baseline"),
        (no_baseline and _from_command_line("baseline"), "--no-baseline", "leaves out nothing", "--baseline"),
        (no_baseline and fail_on_stale_baseline, "--no-baseline", "looks at none", "--fail-on-stale-baseline"),
        (stdin is not None and fix, "-", "is the text on standard input", "--fix"),
        (stdin is not None and diff, "-", "is the text on standard input", "--diff"),
        (counts and output_format == "json", "--statistics", "is for people", "--output-format json"),
    )
    if unsafe_fixes and not (fix or diff):
        raise Mistake("`--unsafe-fixes` says what to mend with `--fix` or `--diff`: add one of them")
    on_disk = tuple(path for path in paths if path != STDIN)
    with troubles():
        resolver = resolved(settings, (*on_disk, stdin) if stdin and stdin != UNNAMED else on_disk, rules.layers)
        if show_files or show_settings:
            return _shown(resolver, show_files)
        holds = resolver.run
        baseline = None if no_baseline else baseline or holds.path("baseline")
        fail_under = _share(fail_under, holds, each)
        day = as_of or holds.keys.as_of
        workspace = _opened(resolver, on_disk, stdin, day, each)
        before, less = _before(since, resolver, day)
        known = _known(baseline) if baseline and not write_baseline else None
        look = partial(_look, resolver, each, before.workspace if before else None, known)
        result = look(workspace)
        output_format = output_format or _format(holds)
    how = style(color, tables)
    if not (each or result.diagnostics or any(document.kind or document.problems for document in workspace.documents)):
        for line in (nothing_left(resolver) or NOTHING_TO_CHECK, *summary(workspace.others)):
            note(safe(line))
        return 3
    if write_baseline is not None:
        return _write(write_baseline, result, how, resolver.paths, each)
    if fix or diff:
        from sharecheck.cli.fixes import mended, show_patch  # a run that only looks does not pay for it

        if diff:
            return show_patch(result, look, unsafe_fixes, how)
        with troubles():
            result = mended(result, look, unsafe_fixes, how)
    out, err = _report(result, "statistics" if counts else output_format, how), ""
    if output_format == "full" and not (each or quiet or counts):
        out += _tables(result, how)
    if output_format != "full" and tables:
        err = _tables(result, replace(how, colour=coloured("stderr", color)))
    lines = _not_looked_at(result, how) if quiet else list(run_summary(result, how))
    if before is not None:
        from sharecheck.cli.since import compared, loosening_line

        lines += (*map(loosening_line, less), *(() if quiet else compared(before)))
    if not quiet:
        lines += _besides(result, resolver, workspace, known)
    lines += (f"{bug.rule} failed, and was left out: {safe(bug.error)}; please report this" for bug in result.bugs)
    failed = bool(result.bugs or result.unread)
    short = None if fail_under is None or failed else _short(result, fail_under)
    lines += [short] if short else []
    fails = (
        any(loosening.reason is None for loosening in less)
        or bool(short or (fail_on_stale_baseline and result.stale))
        or result.fails(rules.fail_on or resolver.fail_on)
    )
    if err:
        note(err.rstrip("\n"), replace(how, colour=coloured("stderr", color)))
    with troubles():
        print_with_totals(out, lines, how, output_format)
    return 2 if failed else int(fails)


def _besides(result: Result, resolver: Resolver, workspace: Workspace, known: "Baseline | None") -> Iterator[str]:
    """What is said beside the findings: of settings, of a baseline that knows too much, of files passed over."""
    yield from map(safe, notices(resolver, workspace.documents))
    if result.stale and known:
        yield gone(result.stale, known.anew)
    yield from map(safe, summary(workspace.others))


def _before(since: str | None, resolver: Resolver, day: date | None) -> "tuple[Earlier | None, tuple[Loosening, ...]]":
    """What `--since` compares with, and what the settings ask for less.

    What `auto` stands for is never a folder that is called the same.
    """
    if since is None:
        return None, ()
    from sharecheck.cli.since import AUTO, less_asked, named_revision  # with git, 6 ms: most runs compare nothing
    from sharecheck.planning.revisions import earlier

    before = earlier(named_revision(since), resolver.paths, day, resolver, on_disk=since != AUTO)
    return before, less_asked(before)


def _report(result: Result, kind: str, how: Style) -> str:
    if kind != "statistics":
        return REPORTS["report"].render(kind, result, how)
    from sharecheck.report.statistics import statistics

    return statistics(result, how)


def _known(path: Path) -> "Baseline":
    from sharecheck.baseline import load_baseline  # its form is checked by models that cost 8 ms to build

    return load_baseline(path)


def _look(
    resolver: Resolver, each: bool, before: Workspace | None, known: "Baseline | None", workspace: Workspace
) -> Result:
    """All that is found in a workspace and is not known; needs are compared where areas are looked at as a whole."""
    if known is None:
        return run(workspace, each=each, settings=resolver, since=before)
    from sharecheck.baseline import comparable, since

    recorded = {} if each else comparable(known, resolver.paths)
    return since(run(workspace, each=each, settings=resolver, since=before, recorded=recorded), known, resolver.paths)


def _opened(resolver: Resolver, paths: tuple[Path, ...], stdin: Path | None, day: date | None, each: bool) -> Workspace:
    """The documents at these paths, with the text on standard input if that is one of them."""
    if stdin is None:
        return Workspace.open(*resolver.paths, as_of=day, among=each, find=resolver.files, exclude=resolver.excludes)
    workspace = Workspace.open(*paths, as_of=day, among=each, find=resolver.files, exclude=resolver.excludes)
    if reason := resolver.exclusion(stdin):
        note(f"{safe(stdin)} is excluded: {safe(reason)}")
        return workspace
    return with_stdin(workspace, stdin, day)


def _refuse_together(*pairs: tuple[bool, str, str, str]) -> None:
    """`Mistake` for the first two options that were given together and go against each other, with the reason."""
    for given, option, why, other in pairs:
        if given:
            raise Mistake(f"`{option}` {why}, and does not go together with `{other}`: leave one of them out")


def _from_command_line(option: str) -> bool:
    """Whether an option was given on the command line, and not by the environment, over which the line counts."""
    return click.get_current_context().get_parameter_source(option) is ParameterSource.COMMANDLINE


def _shown(resolver: Resolver, files: bool) -> int:
    from sharecheck.cli import show  # a run that looks does not pay for it

    return show.show_files(resolver) if files else show.show_settings(resolver)


def _share(fail_under: float | None, settings: Settings, each: bool) -> float | None:
    """The least percent of the needs that must be kept; files by themselves are never judged by that."""
    return fail_under if fail_under is not None or each else settings.keys.fail_under


def _format(settings: Settings) -> str:
    formats = choices("check")
    name = settings.keys.output_format or formats[0]
    if name not in formats:
        raise UsageError(f"{settings.file}: `output-format` is {one_of(formats)}, not {quoted(name)}")
    return name


def _write(path: Path, result: Result, how: Style, roots: tuple[Path, ...], each: bool) -> int:
    """Write a baseline, all of it or nothing; 1 when a file was not understood, which no baseline can know."""
    if result.bugs or result.unread:
        raise Mistake("no baseline was written: a file could not be read; `sharecheck check` says which")
    if any("DOC07" in one.rules for one in result.not_looked_at):
        raise Mistake("no baseline was written: a file looks as if it held real data; `sharecheck check` says where")
    from sharecheck.baseline import check_replaceable, render_baseline

    with troubles():
        check_replaceable(path)
        write(path, render_baseline(result, path, roots, each))
    number = sum(not one.stops for one in result.diagnostics)
    note(f"{safe(path)} knows of {counted(number, 'finding')}; `--baseline {safe(path)}` leaves them out")
    for line in _not_looked_at(result, how):
        note(f"{line}; mend this first, and write the baseline then")
    return int(bool(result.not_looked_at))


def _not_looked_at(result: Result, how: Style) -> list[str]:
    """The line on files that were not understood, which is never left unsaid; none where there is no such file."""
    return list(run_summary(result, how))[1:2] if result.not_looked_at else []


def _short(result: Result, least: float) -> str | None:
    """That fewer percent of the needs are kept, or that nobody can say how many are."""
    share = result.coverage.share
    if share is None:
        return f"it is not known of any need here whether it is kept, so nobody can say that {least:g} % are"
    known = ", of those that are known" if result.coverage.unknown else ""
    return f"{percent(share)} of the needs are kept, fewer than {least:g} %{known}" if share * 100 < least else None


def _tables(result: Result, how: Style) -> str:
    areas = [area for area in result.workspace.areas if area.network.needs]
    if len(areas) <= _MANY or how.details:
        return "\n".join(filter(None, (table(area, how) for area in areas)))
    return "".join(
        f"{area.id}: {area.coverage.kept} of {area.coverage.needs - area.coverage.unknown} needs kept, "
        f"{percent(area.coverage.share)}{f', {area.coverage.unknown} not known' if area.coverage.unknown else ''}\n"
        for area in areas
    )
