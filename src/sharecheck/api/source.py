"""What a library function is given, opened as far as the question needs: a workspace or paths, and settings."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

from sharecheck import loading
from sharecheck.settings import Resolver, Settings, load_settings
from sharecheck.workspace import UsageError, Workspace

Source: TypeAlias = Workspace | str | Path | Iterable[str | Path]
"""A workspace, a file or folder, or several of these."""
SomeSettings: TypeAlias = Resolver | Settings | str | Path | None
"""What holds: a resolver, settings, the path of a file of settings; None for plain defaults."""


def resolver_of(source: Source, settings: SomeSettings) -> Resolver:
    """What holds for each file of a source: the settings read, where the path of their file is given."""
    given = load_settings(Path(settings)) if isinstance(settings, str | Path) else settings
    resolver = Resolver.of(given)
    paths = tuple(each.location for each in source.documents) if isinstance(source, Workspace) else _paths(source)
    return replace(resolver, paths=paths or resolver.paths)


def opened(source: Source, settings: SomeSettings, among: bool = False) -> Workspace:
    """The workspace, opened where paths are given; `among` as in `Workspace.open`."""
    if isinstance(source, Workspace):
        return source
    if settings is None:
        return Workspace.open(*_paths(source), among=among)
    return loading.open_workspace(resolver_of(source, settings), among=among)


def readable(source: Source, settings: SomeSettings) -> Workspace:
    """The workspace, with something in it that is ours, and nothing that could not be read."""
    workspace = loading.readable(opened(source, settings))
    if not loading.anything(workspace):
        raise UsageError("there is nothing to look at: no file here begins with `sharecheck:`")
    return workspace


def understood(source: Source, settings: SomeSettings) -> Workspace:
    """The workspace, all of it understood."""
    return loading.understood(readable(source, settings))


def plannable(source: Source, settings: SomeSettings) -> Workspace:
    """The workspace, to plan with."""
    return loading.plannable(readable(source, settings))


def _paths(source: str | Path | Iterable[str | Path]) -> tuple[Path, ...]:
    return (Path(source),) if isinstance(source, str | Path) else tuple(map(Path, source))
