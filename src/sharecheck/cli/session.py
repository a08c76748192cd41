"""One run of a command: its paths, its day, its settings and how it prints, loaded in one way for all commands."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, wraps
from pathlib import Path
from typing import Any

from sharecheck import loading
from sharecheck.cli.common import Nothing, as_of, color, output_format, style, troubles
from sharecheck.cli.options import RuleOptions, SettingsOptions, settings
from sharecheck.cli.streams import note, print_report, print_with_totals
from sharecheck.reading.phrases import one_of, quoted
from sharecheck.report.formats import REPORTS, choices
from sharecheck.report.style import Style, safe
from sharecheck.settings import Resolver, load_settings
from sharecheck.settings.notices import notices
from sharecheck.workspace import UsageError, Workspace


@dataclass(frozen=True)
class Session:
    """What a command is given: which files, on which day, by which settings, and in which form to print.

    Settings and files are read when somebody asks for them. `UsageError` for what cannot be read.
    """

    paths: tuple[Path, ...]
    """The files and folders named; the current folder where there are none."""
    as_of: date | None
    """The day of the command line; `day` is the one that counts."""
    options: SettingsOptions
    chosen_format: str | None
    """The format of the report, where the command line or the environment names one."""
    color: str
    """`auto`, `always` or `never`."""
    rules: RuleOptions = field(default_factory=RuleOptions)
    details: bool = False
    """Whether the report tells every detail."""

    @cached_property
    def resolver(self) -> Resolver:
        """What holds for each file of the run."""
        options = self.options
        for_all = load_settings(options.file) if options.file is not None else None
        return Resolver(self.paths or (Path(),), for_all, self.rules.layers, options.exclude, options.gitignore)

    @cached_property
    def style(self) -> Style:
        """Width and colours of the report."""
        return style(self.color, self.details)

    @cached_property
    def format(self) -> str:
        """The format of the report: the one chosen, else that of the settings, else `full`."""
        if self.chosen_format is not None:
            return self.chosen_format
        settings, formats = self.resolver.run, choices("check")
        name = settings.keys.output_format or formats[0]
        if name not in formats:
            raise UsageError(f"{settings.file}: `output-format` is {one_of(formats)}, not {quoted(name)}")
        return name

    @property
    def day(self) -> date | None:
        """The day of the command line, else that of the settings; none of either is today."""
        return self.as_of or self.resolver.run.keys.as_of

    def at(self, *paths: Path) -> "Session":
        """The same run over other paths."""
        return replace(self, paths=paths)

    def detailed(self, details: bool) -> "Session":
        """The same run, with a report that tells every detail, or does not."""
        return replace(self, details=details)

    def opened(self) -> Workspace:
        """All that stands at the paths, on the day and without the files that the settings leave out."""
        return loading.open_workspace(self.resolver, self.as_of)

    def readable(self) -> Workspace:
        """What can be read at the paths; stderr gets what the settings have to say. `Nothing` where no file is ours."""
        workspace = self.opened()
        for line in notices(self.resolver, workspace.documents, ("as_of",)):
            note(safe(line))
        loading.readable(workspace)
        if not loading.anything(workspace):
            raise Nothing(workspace, self.resolver)
        return workspace

    def understood(self) -> Workspace:
        """What stands at the paths, when all of it is understood."""
        return loading.understood(self.readable())

    def plannable(self) -> Workspace:
        """What stands at the paths, to plan with."""
        return loading.plannable(self.readable())

    def render(self, name: str, *values: object) -> str:
        """A report of the registry, of these values, in the format and style of the run."""
        return REPORTS[name].render(self.format, *values, self.style)

    def print(self, name: str, *values: object) -> None:
        """Print a report of the registry, or write it to the file of `--output-file`."""
        print_report(self.render(name, *values), self.style, self.format)

    def print_with_totals(self, report: str, totals: Iterable[str]) -> None:
        """Print the report, and the lines that sum it up."""
        print_with_totals(report, totals, self.style, self.format)


def in_session(command: Any) -> Any:
    """A command that gets its `Session` in the place of the options that a session is made of.

    A `UsageError` in it is told as one line, with exit status 2.
    """

    @wraps(command)
    def run(
        *,
        settings: SettingsOptions,
        color: str,
        as_of: date | None = None,
        output_format: str | None = None,
        paths: tuple[Path, ...] = (),
        rules: RuleOptions | None = None,
        **more: Any,
    ) -> Any:
        session = Session(paths, as_of, settings, output_format, color, rules or RuleOptions())
        with troubles():
            return command(session, **more)

    return run


def session(name: str) -> Callable[[Any], Any]:
    """The options that most commands have, as one `Session`: day, settings, output and colours; `name` is a command."""
    return lambda command: as_of(settings(output_format(name)(color(in_session(command)))))
