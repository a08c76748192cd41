"""The options on settings and on rules, each group one value; of each option, the source that it comes from."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from sharecheck.finding import NEVER, Severity, Threshold, threshold
from sharecheck.rules import find
from sharecheck.settings import Layer
from sharecheck.workspace import UsageError


class NamedPath(click.Path):
    """A file or a folder, as an option or an argument names it.

    An empty name, as from an empty variable of a shell, is a mistake: else it would stand for the current folder.
    """

    def __init__(self, dir_okay: bool = True) -> None:
        super().__init__(path_type=Path, dir_okay=dir_okay)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path; a mistake where nothing is named."""
        if value == "":
            self.fail("an empty text names no file; write its name", param, ctx)
        return super().convert(value, param, ctx)


@dataclass(frozen=True)
class SettingsOptions:
    """What the command line says of settings and of files to look at."""

    file: Path | None
    exclude: tuple[str, ...]
    gitignore: bool | None


@dataclass(frozen=True)
class RuleOptions:
    """What the environment and the command line say of rules."""

    layers: tuple[Layer, ...] = ()
    fail_on: Threshold | None = None


def settings(command: Any) -> Any:
    """The options that name settings, and files to leave out."""

    @wraps(command)
    def grouped(
        *arguments: Any, settings: Path | None, exclude: tuple[str, ...], respect_gitignore: bool | None, **more: Any
    ) -> Any:
        return command(*arguments, settings=SettingsOptions(settings, exclude, respect_gitignore), **more)

    return _with(
        grouped,
        click.option(
            "--settings",
            type=NamedPath(),
            help="A file of settings, for all files; else the nearest sharecheck.toml, or pyproject.toml with "
            "[tool.sharecheck], above each file.",
        ),
        click.option(
            "--exclude",
            multiple=True,
            metavar="PATTERN",
            help="Do not look at these files either; a pattern as in a .gitignore. Can be repeated.",
        ),
        click.option(
            "--respect-gitignore/--no-respect-gitignore",
            default=None,
            help="Pass over what git ignores in folders, or do not; else as the settings say, and passed over.",
        ),
    )


def rules(command: Any) -> Any:
    """The options that say which rules are asked, and what fails."""

    @wraps(command)
    def grouped(
        *arguments: Any, select: object, extend_select: object, ignore: object, fail_on: str | None, **more: Any
    ) -> Any:
        chosen = RuleOptions(_layers(click.get_current_context()), threshold(fail_on) if fail_on else None)
        return command(*arguments, rules=chosen, **more)

    thresholds = click.Choice([*map(str, Severity), NEVER])
    words = "Only these rules: id, family or name. Can be repeated."
    return _with(
        grouped,
        click.option("--select", multiple=True, metavar="RULE", help=words),
        click.option("--extend-select", multiple=True, metavar="RULE", help="These rules as well. Can be repeated."),
        click.option(
            "--ignore",
            multiple=True,
            metavar="RULE",
            help="Not these rules, nor those that the settings ignore. Can be repeated.",
        ),
        click.option(
            "--fail-on",
            type=thresholds,
            help="Exit 1 from this on; else error. `never`: only for a file that is not understood.",
        ),
    )


def _with(command: Any, *options: Callable[[Any], Any]) -> Any:
    for option in reversed(options):
        command = option(command)
    return command


def _layers(context: click.Context) -> tuple[Layer, ...]:
    """What the environment says of rules, and what the command line says, which click takes one for the other."""
    from_environment = Layer(*(_words_of_variable(context, name) for name in ("select", "extend_select", "ignore")))
    from_command_line = Layer(
        *(
            _words(context.params[name]) if context.get_parameter_source(name) is ParameterSource.COMMANDLINE else ()
            for name in ("select", "extend_select", "ignore")
        )
    )
    return tuple(layer for layer in (from_environment, from_command_line) if layer != Layer())


def _words_of_variable(context: click.Context, name: str) -> tuple[str, ...]:
    if context.auto_envvar_prefix is None:
        return ()
    variable = f"{context.auto_envvar_prefix}_{name.upper()}"
    words = _words(tuple(os.environ.get(variable, "").split()))
    for word in words:
        try:
            find(word)
        except UsageError as error:
            raise click.BadParameter(str(error), param_hint=f"`{variable}`") from None
    return words


def _words(values: tuple[str, ...]) -> tuple[str, ...]:
    """`--select TIM01,GAP --select LAW` as three words."""
    return tuple(word.strip() for value in values for word in value.split(",") if word.strip())
