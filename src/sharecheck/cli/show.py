"""What `sharecheck check` goes by, shown without looking at any file: `--show-files` and `--show-settings`."""

import os
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import click
from click.core import ParameterSource

from sharecheck.cli.streams import note, print_report
from sharecheck.report.style import Style, safe
from sharecheck.settings import Resolver, Settings
from sharecheck.settings.keys import Keys, Repair
from sharecheck.settings.notices import RUN_KEYS
from sharecheck.settings.resolver import display_path

_ADDING = ("extend_select", "ignore", "exclude")
"""Keys of which all sources count together; of the others the last source counts."""
_DEFAULTS = {"fail_on": "error", "output_format": "full", "respect_gitignore": "true", "as_of": "today"}
_MAX_RULES = 20
"""Of so many rules that are not asked, each is named."""
_WIDTHS = (20, 40)

Row = tuple[str, str, str]
"""A key, its value, and where that stands."""


def show_files(resolver: Resolver) -> int:
    """Print the files that would be looked at; on stderr, each that is left out, and why."""
    files = resolver.files(resolver.paths)
    print_report("".join(f"{safe(path)}\n" for path in files), Style(), "concise")
    for left_out in resolver.left_out:
        note(safe(f"{left_out.path} is left out: {left_out.reason}"))
    return 0 if files else 3


def show_settings(resolver: Resolver) -> int:
    """Print each key with its value and its source, for each of the settings that hold for the files of a run."""
    files: dict[Path | None, list[Path]] = {}
    settings = {resolver.run.file: resolver.run}
    for path in resolver.files(resolver.paths):
        own = resolver.settings(path)
        settings.setdefault(own.file, own)
        files.setdefault(own.file, []).append(path)
    lines: list[str] = []
    for file, own in settings.items():
        number = len(files.get(file, ()))
        where = safe(display_path(file)) if file else "no file of settings"
        what = "of the run, and " if own is resolver.run else ""
        lines.append(f"{where}: {what}of {number} file{'' if number == 1 else 's'}")
        for row in rows(click.get_current_context(), own, own is resolver.run):
            cells = (safe(cell).ljust(width) for cell, width in zip(row, (*_WIDTHS, 0), strict=True))
            lines.append(f"  {' '.join(cells)}")
        lines.append(f"  {_rules(resolver, own)}\n")
    print_report("".join(f"{line}\n" for line in lines), Style())
    return 0


def rows(context: click.Context, settings: Settings, of_run: bool) -> Iterator[Row]:
    """The keys that are set, from the last source to the first; sources that do not count any more are left out.

    Keys that hold for a run are told of the settings of the run, and not of those of some files.
    """
    for key in Keys.model_fields:
        if key in RUN_KEYS and not of_run:
            continue
        found = [*_of_options(context, key), *_of_file(settings, key)]
        if not found and key in _DEFAULTS:
            found = [(_DEFAULTS[key], "as it comes")]
        for value, source in found if key in _ADDING else found[:1]:
            yield key.replace("_", "-"), value, source


def _of_options(context: click.Context, key: str) -> Iterator[tuple[str, str]]:
    source, value = context.get_parameter_source(key), context.params.get(key)
    variable = f"{context.auto_envvar_prefix}_{key.upper()}"
    if source is ParameterSource.COMMANDLINE:
        yield _text(value), f"--{key.replace('_', '-')}"
    if source is ParameterSource.ENVIRONMENT:
        yield _text(value), variable
    elif source is ParameterSource.COMMANDLINE and key in ("select", *_ADDING[:2]) and os.environ.get(variable):
        yield os.environ[variable], variable


def _of_file(settings: Settings, key: str) -> Iterator[tuple[str, str]]:
    value = getattr(settings.keys, key)
    if value is not None and key in settings.homes:
        yield _text(value), display_path(settings.homes[key])


def _text(value: object) -> str:
    if isinstance(value, Repair):
        return _text(value.model_dump(mode="json", by_alias=True, exclude_none=True))
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key} = {_text(each)}" for key, each in value.items()) + "}"
    if isinstance(value, tuple | list):
        return ", ".join(map(_text, value))
    return value.isoformat() if isinstance(value, date) else str(value)


def _rules(resolver: Resolver, settings: Settings) -> str:
    chosen, every = resolver.chosen(settings, False), resolver.of(None).chosen(Settings(), False)
    out: Iterable[str] = sorted(every - chosen)
    number = len(every) - len(chosen)
    names = f": {', '.join(out)}" if 0 < number <= _MAX_RULES else ""
    return f"{len(chosen)} of {len(every)} rules are asked; {number or 'none'} left out{names}"
