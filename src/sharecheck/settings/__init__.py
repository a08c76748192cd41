"""What a project sets once, for everybody: which rules, how much they weigh, what is left out.

`[tool.sharecheck]` in `pyproject.toml`, or `sharecheck.toml`; of each file those nearest above it hold.
"""

from sharecheck.settings.load import load_settings
from sharecheck.settings.precedence import Layer
from sharecheck.settings.resolver import Resolver
from sharecheck.settings.values import Settings

__all__ = ["Layer", "Resolver", "Settings", "load_settings"]
