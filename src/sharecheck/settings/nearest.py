"""The settings nearest above a folder."""

import os
from pathlib import Path

from sharecheck.settings.load import find_settings
from sharecheck.settings.values import Settings

NAMES = ("sharecheck.toml", "pyproject.toml")
"""Where settings stand; in one folder the first that has some counts."""


class Nearest:
    """The settings of folders, each looked for and read once."""

    def __init__(self) -> None:
        self._above: dict[Path, Settings | None] = {}

    def above(self, folder: Path) -> Settings | None:
        """The settings in a folder, or in the nearest one above that has any. `UsageError` for what cannot be read."""
        missing: list[Path] = []
        settings = None
        for each in (folder, *folder.parents):
            if each in self._above:
                settings = self._above[each]
                break
            missing.append(each)
            settings = _settings_in(each)
            if settings is not None:
                break
        self._above.update(dict.fromkeys(missing, settings))
        return settings


def _settings_in(folder: Path) -> Settings | None:
    ours, shared = (folder / name for name in NAMES)
    settings = None
    if os.path.lexists(ours) and not os.path.isdir(ours):  # a link that leads nowhere is told, not passed over
        settings = find_settings(ours)
    if settings is None and os.path.isfile(shared):
        settings = find_settings(shared)
    return settings
