"""The variables `SHARECHECK_…`: which there are, and what is said of those that are none, or cannot be."""

import os
from collections.abc import Iterator

import click
from click.core import ParameterSource

from sharecheck.reading.phrases import closest, quoted

PREFIX = "SHARECHECK"
DEBUG = f"{PREFIX}_DEBUG"
"""The variable that makes the program print where it failed."""


def unknown_variables(group: click.Group, context: click.Context) -> Iterator[str]:
    """A line for each variable that looks like one of ours, and that nobody reads."""
    set_ = sorted(name for name, value in os.environ.items() if name.startswith(f"{PREFIX}_") and value)
    if not set_:
        return
    known: dict[str, tuple[str, ...]] = {}
    for name in group.list_commands(context):
        variable = f"{PREFIX}_{name.upper().replace('-', '_')}_"
        if any(each.startswith(variable) for each in set_):  # else there is no need to load the command
            command = group.get_command(context, name)
            options = (
                parameter for parameter in (command.params if command else ()) if isinstance(parameter, click.Option)
            )
            known[variable] = tuple((option.name or "").upper() for option in options if not option.is_eager)
    for name in set_:
        variable = next((each for each in known if name.startswith(each)), "")
        option, names = name.removeprefix(variable), known.get(variable, ())
        if name != DEBUG and option not in names:
            near = closest(option, (each.lower().replace("_", "-") for each in names))
            meant = near and variable + near.upper().replace("-", "_")
            hint = f"; did you mean `{meant}`?" if meant else f"; a variable is `{PREFIX}_`, the command and the option"
            yield f"nobody reads {quoted(name)} in the environment{hint}"


def with_variable(error: click.ClickException) -> click.ClickException:
    """The same mistake, with the variable where it came from the environment: nobody typed the option."""
    if isinstance(error, click.BadParameter) and error.param_hint is None and error.ctx and error.param:
        name = error.param.name or ""
        if error.ctx.get_parameter_source(name) is ParameterSource.ENVIRONMENT:
            error.param_hint = f"`{error.ctx.auto_envvar_prefix}_{name.upper()}` in the environment"
    return error
