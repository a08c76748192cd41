"""Settings from files: one, with those that it extends, and where each key stands."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from sharecheck.reading.phrases import one_of, quoted
from sharecheck.rules import find
from sharecheck.settings.keys import Keys, parse_keys
from sharecheck.settings.packs import loosening
from sharecheck.settings.patterns import parse_patterns
from sharecheck.settings.toml import read_table
from sharecheck.settings.values import Settings, repair_settings
from sharecheck.workspace import UsageError

_PACKS = Path(__file__).parents[1] / "standards" / "packs"
_MAX_CHAIN = 8
"""How many files may extend one another."""


def load_settings(file: Path) -> Settings:
    """The settings of one file, with what it extends. `UsageError` with the file and the key for what cannot be."""
    settings = find_settings(file)
    if settings is None:
        raise UsageError(f"{file} has no settings of sharecheck in it")
    return settings


def find_settings(file: Path) -> Settings | None:
    """The settings of one file; None for a `pyproject.toml` that has none."""
    first = read_table(file)
    if first is None:
        return None
    merged: dict[str, Any] = {}
    homes: dict[str, Path] = {}
    packs: list[Settings] = []
    for home, table in reversed(list(_chain(file, first))):
        keys = _checked(parse_keys(table, home), home)
        packs += [Settings(keys, home)] if keys.pack and home is not file else []
        merged = _over(merged, table)
        shipped = home.parent == _PACKS  # its paths would count from inside the program
        homes.update(dict.fromkeys(keys.model_fields_set, file if shipped else home))
    settings = Settings(parse_keys(merged, file), file, homes)
    loosened = tuple(line for pack in reversed(packs) for line in loosening(pack, settings))
    return Settings(settings.keys, file, homes, loosened)


def _over(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """A table laid over another; of tables that both have, each key for itself."""
    both = {
        key: _over(below[key], value)
        for key, value in above.items()
        if isinstance(value, dict) and isinstance(below.get(key), dict)
    }
    return {**below, **above, **both}


def _chain(file: Path, table: dict[str, Any]) -> Iterator[tuple[Path, dict[str, Any]]]:
    """A file and those that it extends, the nearest first."""
    seen: list[Path] = []
    while True:
        if file.resolve() in seen or len(seen) == _MAX_CHAIN:
            raise UsageError(f"{file} extends itself, or too many others")
        seen.append(file.resolve())
        yield file, table
        name = table.get("extend")
        if not isinstance(name, str):
            return
        file = _extended(file, name)
        following = read_table(file)
        if following is None:
            raise UsageError(f"{file} has no settings of sharecheck in it")
        table = following


def _extended(file: Path, name: str) -> Path:
    pack = name.removeprefix("pack:")
    if pack != name:
        known = sorted(path.stem for path in _PACKS.glob("*.toml"))
        if pack not in known:
            raise UsageError(f"{file}: no pack is called {quoted(pack)}; there is {one_of(known)}")
        return _PACKS / f"{pack}.toml"
    extended = file.parent / name
    if not os.path.exists(extended):  # nor where the name is one that no file can have
        raise UsageError(f"{file}: `extend` names {quoted(name)}, which is not there")
    return extended


def _checked(keys: Keys, file: Path) -> Keys:
    """The same keys, when all that they name is there: rules, patterns, and what repairs can be set by."""
    lists = (keys.select, keys.extend_select, keys.ignore, keys.severity, *(keys.per_file_ignores or {}).values())
    try:
        for word in (word for words in lists for word in words or ()):
            find(word)
        if keys.repair:
            repair_settings(keys.repair)
    except UsageError as error:
        raise UsageError(f"{file}: {error}") from None
    for key, patterns in (("exclude", keys.exclude), ("per-file-ignores", keys.per_file_ignores)):
        try:
            parse_patterns(patterns or ())
        except ValueError as error:
            raise UsageError(f"{file}: {quoted(str(error))} in `{key}` is no pattern of a path") from None
    return keys
