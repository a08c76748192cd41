"""The options of `sharecheck check`, as one value; which of them do not go together."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import wraps
from math import isnan
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from sharecheck.cli.common import Mistake, as_of, color, output_format
from sharecheck.cli.options import NamedPath, rules, settings
from sharecheck.cli.session import Session, in_session
from sharecheck.cli.stdin import STDIN

_FILE = NamedPath(dir_okay=False)
_ALONE = "looks at each file by itself"


@dataclass(frozen=True)
class CheckOptions:
    """What the command line says of a check beside its `Session`."""

    counts: bool
    quiet: bool
    stdin_filename: Path | None
    tables: bool
    fail_under: float | None
    since: str | None
    baseline: Path | None
    no_baseline: bool
    write_baseline: Path | None
    fail_on_stale_baseline: bool
    fix: bool
    unsafe_fixes: bool
    diff: bool
    show_files: bool
    show_settings: bool
    each: bool


def check_options(command: Any) -> Any:
    """The options of a check: a command that gets its `Session` and `CheckOptions`."""

    @wraps(command)
    def run(session: Session, **more: Any) -> Any:
        options = CheckOptions(**{each.name: more.pop(each.name) for each in fields(CheckOptions)})
        return command(session, options, **more)

    run = in_session(run)
    for option in reversed(_OPTIONS):
        run = option(run)
    return run


def _a_number(_: click.Context, __: click.Parameter, value: float | None) -> float | None:
    if value is not None and isnan(value):  # every comparison with it says no, also that of the range
        raise click.BadParameter("'nan' is not a number of percent.")
    return value


_OPTIONS = (
    as_of,
    rules,
    output_format("check", "How to print it; else full.", by_settings=True),
    click.option(
        "--statistics", "counts", is_flag=True, help="Print how often each rule has spoken, instead of findings."
    ),
    click.option("--quiet", "-q", is_flag=True, help="Print findings and nothing else; nothing when nothing is found."),
    click.option(
        "--stdin-filename",
        type=NamedPath(),
        help="What the text on standard input (`-`) is called: its settings, its format, its place in an area.",
    ),
    click.option(
        "--coverage",
        "tables",
        is_flag=True,
        help="Print every transition of every area, also what is kept in full; on stderr, for a format other than "
        "full.",
    ),
    click.option(
        "--fail-under",
        type=click.FloatRange(0, 100),
        callback=_a_number,
        help="Exit 1 when fewer percent of the needs are kept.",
    ),
    click.option(
        "--since",
        metavar="REV|FOLDER",
        help="Compare with what stood here at a revision of git, or stands in another folder: what was surely kept "
        "and is no longer is an error. `auto`: with what this branch or merge request set out from.",
    ),
    click.option("--baseline", type=_FILE, help="Leave out what this file knows of, so that only what is new counts."),
    click.option("--no-baseline", is_flag=True, help="Leave out nothing, whatever baseline the settings name."),
    click.option("--write-baseline", type=_FILE, help="Write all that is found to this file, and exit 0."),
    click.option("--fail-on-stale-baseline", is_flag=True, help="Exit 1 when the baseline knows of what is gone."),
    click.option("--fix", is_flag=True, help="Mend what can be mended safely, and write the files."),
    click.option("--unsafe-fixes", is_flag=True, help="With --fix or --diff: also what needs a look afterwards."),
    click.option("--diff", is_flag=True, help="Print what --fix would change, and write nothing; exit 1 if anything."),
    settings,
    click.option("--show-files", is_flag=True, help="Print the files that would be looked at, and why others are not."),
    click.option("--show-settings", is_flag=True, help="Print what holds for these files, and where it stands."),
    click.option("--each", is_flag=True, help="Look at each file by itself, and leave out what needs the whole area."),
    color,
)


def check_together(session: Session, options: CheckOptions) -> None:
    """`Mistake` for the first two options that were given together and go against each other, with the reason."""
    for option, reason, other in _against_each_other(session, options):
        raise Mistake(f"`{option}` {reason}, and does not go together with `{other}`: leave one of them out")
    if options.unsafe_fixes and not (options.fix or options.diff):
        raise Mistake("`--unsafe-fixes` says what to mend with `--fix` or `--diff`: add one of them")


def _against_each_other(session: Session, options: CheckOptions) -> Iterator[tuple[str, str, str]]:
    if options.each:
        given = {
            "--coverage": options.tables,
            "--since": options.since is not None,
            "--fail-under": options.fail_under is not None,
        }
        yield from (("--each", _ALONE, option) for option, is_given in given.items() if is_given)
    if (options.fix or options.diff) and options.write_baseline is not None:
        yield "--fix", "mends what is found", "--write-baseline"
    if options.no_baseline and _from_command_line("baseline"):
        yield "--no-baseline", "leaves out nothing", "--baseline"
    if options.no_baseline and options.fail_on_stale_baseline:
        yield "--no-baseline", "looks at none", "--fail-on-stale-baseline"
    if STDIN in session.paths:
        given = {"--fix": options.fix, "--diff": options.diff}
        yield from (("-", "is the text on standard input", option) for option, is_given in given.items() if is_given)
    if options.counts and session.chosen_format == "json":
        yield "--statistics", "is for people", "--output-format json"


def _from_command_line(option: str) -> bool:
    """Whether an option was given on the command line, and not by the environment, over which the line counts."""
    return click.get_current_context().get_parameter_source(option) is ParameterSource.COMMANDLINE
