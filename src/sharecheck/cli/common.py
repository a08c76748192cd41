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

from sharecheck.cli.options import NamedPath, SettingsOptions
from sharecheck.cli.streams import OUTPUT_FILE, coloured, note
from sharecheck.cli.streams import output_file as file_of_report
from sharecheck.engine import UNREADABLE
from sharecheck.reading.others import summary
from sharecheck.report.formats import choices
from sharecheck.report.style import Style, safe
from sharecheck.settings import Layer, Resolver, load_settings
from sharecheck.settings.notices import nothing_left, notices
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
        lines = (nothing_left(resolver) or NOTHING_TO_CHECK, *summary(workspace.others))
        super().__init__("\n".join(map(safe, lines)))

    def show(self, file: IO[Any] | None = None) -> None:
        """Say so, without a word of error: nothing went wrong."""
        if file is None:
            note(self.message)
        else:
            file.write(f"{self.message}\n")


@contextmanager
def troubles() -> Iterator[None]:
    """What the operator did wrong, as one line and exit status 2."""
    try:
        yield
    except UsageError as error:
        raise Mistake(safe(error)) from None


def resolved(options: SettingsOptions, paths: tuple[Path, ...], layers: tuple[Layer, ...] = ()) -> Resolver:
    """What holds for each file of a run over these paths."""
    for_all = load_settings(options.file) if options.file is not None else None
    return Resolver(paths or (Path(),), for_all, layers, options.exclude, options.gitignore)


def opened_at(resolver: Resolver, as_of: date | None) -> Workspace:
    """All that stands at the paths of a run, on the day and without the files that the settings say."""
    return Workspace.open(
        *resolver.paths, as_of=as_of or resolver.run.keys.as_of, find=resolver.files, exclude=resolver.excludes
    )


def looked_at(resolver: Resolver, as_of: date | None) -> Workspace:
    """What can be read at these paths. `UsageError` for a file that cannot; `Nothing` where no file is one of ours."""
    workspace = opened_at(resolver, as_of)
    for line in notices(resolver, workspace.documents, ("as_of",)):
        note(safe(line))
    for document in workspace.documents:
        for problem in document.problems:
            if problem.kind in UNREADABLE:
                raise UsageError(f"{document.path}: {problem.message}")
    if not any(document.kind or document.problems for document in workspace.documents):
        raise Nothing(workspace, resolver)
    return workspace


def all_understood(workspace: Workspace) -> Workspace:
    """The same, when all of it is understood. `UsageError` else: what a file says would be missed without a word."""
    for document in workspace.documents:
        if not document.understood:
            path, problem = document.path, document.problems[0]
            raise UsageError(f"`{path}` cannot be understood: {problem.message}; `sharecheck check {path}` says more")
    for area in workspace.areas:
        if not area.followed:
            raise UsageError(f"the pathway of `{area.id}` is not here, so that nobody can say what its children need")
    return workspace


def planned(resolver: Resolver, as_of: date | None) -> Workspace:
    """What to plan with: understood, not too large, and with somebody who needs something."""
    workspace = all_understood(looked_at(resolver, as_of))
    for area in workspace.areas:
        if area.network.too_large:
            raise UsageError(f"`{area.id}` is too large to plan with: nothing of it was worked out")
    if not any(area.network.needs for area in workspace.areas):
        raise UsageError("nothing to plan with: no area here has a party that needs anything")
    return workspace


def style(color: str, details: bool = False) -> Style:
    """Width of the terminal, at most 120, and 80 where there is none; colour as `--color` says, or where it is seen."""
    if file_of_report() is not None:
        return Style(80, color == "always", Path.cwd(), details)
    width = max(60, min(get_terminal_size((80, 24)).columns, 120)) if sys.stdout.isatty() else 80
    return Style(width, coloured("stdout", color), Path.cwd(), details)


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


def write(path: Path, text: str) -> None:
    """Write a file, all of it or nothing."""
    with troubles():
        from sharecheck.edit.files import write_file

        write_file(path, text.encode())
