"""What several commands share."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from math import isfinite
from pathlib import Path
from shutil import get_terminal_size
from typing import IO, Any

import click

from sharecheck.cli.options import NamedPath
from sharecheck.cli.streams import OUTPUT_FILE, coloured, note
from sharecheck.cli.streams import output_file as file_of_report
from sharecheck.engine import Result
from sharecheck.reading.others import summary
from sharecheck.report.formats import choices
from sharecheck.report.style import Style, safe
from sharecheck.settings import Resolver
from sharecheck.settings.notices import nothing_left
from sharecheck.workspace import UsageError, Workspace

NOTHING_TO_CHECK = "nothing to check: no file here that ends in `.yaml`, `.yml` or `.json` begins with `sharecheck:`"
"""Said with exit status 3."""


class Mistake(click.ClickException):
    """What the operator did wrong: one line, exit status 2."""

    exit_code = 2


class Nothing(click.ClickException):
    """There is no file of ours at these paths: one line, exit status 3."""

    exit_code = 3

    def __init__(self, workspace: Workspace, resolver: Resolver) -> None:
        super().__init__("\n".join(nothing_lines(workspace, resolver)))

    def show(self, file: IO[Any] | None = None) -> None:
        """Say so, without a word of error: nothing went wrong."""
        if file is None:
            note(self.message)
        else:
            file.write(f"{self.message}\n")


def nothing_lines(workspace: Workspace, resolver: Resolver) -> Iterator[str]:
    """That there is nothing to check, and why."""
    return map(safe, (nothing_left(resolver) or NOTHING_TO_CHECK, *summary(workspace.others)))


@contextmanager
def troubles() -> Iterator[None]:
    """What the operator did wrong, as one line and exit status 2."""
    try:
        yield
    except UsageError as error:
        raise Mistake(safe(error)) from None


def style(color: str, details: bool = False) -> Style:
    """Width of the terminal, at most 120, and 80 where there is none; colour as `--color` says, or where it is seen."""
    if file_of_report() is not None:
        return Style(80, color == "always", Path.cwd(), details)
    width = max(60, min(get_terminal_size((80, 24)).columns, 120)) if sys.stdout.isatty() else 80
    return Style(width, coloured("stdout", color), Path.cwd(), details)


def bug_lines(result: Result) -> Iterator[str]:
    """What is said of rules that failed."""
    return (f"{bug.rule} failed, and was left out: {safe(bug.error)}; please report this" for bug in result.bugs)


def without(workspace: Workspace) -> None:
    """Say on stderr which files are left out, because they are not understood."""
    for document in workspace.documents:
        if not document.understood:
            note(f"{safe(document.path)} is left out: `sharecheck check` says what is wrong with it")


class Day(click.DateTime):
    """A day, as an option has it."""

    def __init__(self) -> None:
        super().__init__(["%Y-%m-%d"])

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The moment at which the day begins."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            self.fail(f"`{safe(value)}` is no day of the calendar; write it like `2026-11-22`", param, ctx)


def day(_: click.Context, __: click.Parameter, moment: datetime | None) -> date | None:
    """The day that an option names."""
    return moment.date() if moment else None


def finite(_: click.Context, __: click.Parameter, value: float) -> float:
    """The number of an option, which every comparison can be made with: `nan` and `inf` are none."""
    if not isfinite(value):
        raise click.BadParameter(f"`{value}` is not a number that can be counted to")
    return value


def as_of(command: Any) -> Any:
    """The option that sets the day."""
    words = "The day to look at what is in force on; today where not given."
    return click.option("--as-of", type=Day(), callback=day, help=words)(command)


def output_format(name: str, help: str = "How to print it.", by_settings: bool = False) -> Callable[[Any], Any]:
    """The options that choose among the formats of a command, and where the report goes.

    The first format is the default, unless it is for the settings to say.
    """
    formats = choices(name)
    default = None if by_settings else formats[0]
    option = click.option(
        "--output-format", type=click.Choice(formats), default=default, show_default=not by_settings, help=help
    )
    return lambda command: option(output_file(command))


def output_file(command: Any) -> Any:
    """The option that sends the report to a file; the writer of reports asks the context for it."""
    words = "Write the report to this file, all of it or nothing, instead of printing it."
    kind = NamedPath()
    return click.option(
        "--output-file", type=kind, metavar="FILE", expose_value=False, callback=_report_goes_to, help=words
    )(command)


def _report_goes_to(context: click.Context, _: click.Parameter, path: Path | None) -> None:
    """Keep the file for the writer of reports. A file that cannot be written is told before the work, not after it."""
    if path is not None:
        with troubles():
            from sharecheck.edit.files import check_target  # 3 ms, and most runs write no file

            check_target(path)
        context.meta[OUTPUT_FILE] = path


def color(command: Any) -> Any:
    """The option that sets colours."""
    return click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="Colours.")(
        command
    )
