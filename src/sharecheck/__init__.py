"""Check information-sharing protocols, and find where knowledge about a child is lost.

>>> from sharecheck import Workspace, check
>>> result = check(Workspace.open("protocols/model-england"))
>>> result.coverage.share
1.0
"""

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from sharecheck.api.answers import border, capacity, cliffs, diff, themes, trace, weak_points, what_if
    from sharecheck.api.checks import check, compare
    from sharecheck.api.repair import Repair, repair
    from sharecheck.engine import Result
    from sharecheck.engine.diagnostic import Diagnostic
    from sharecheck.engine.rows import FindingRow
    from sharecheck.finding import Finding, Severity
    from sharecheck.planning.border import Border
    from sharecheck.planning.cliffs import Cliffs
    from sharecheck.planning.diff import Diffs
    from sharecheck.planning.themes import Themes
    from sharecheck.planning.trace import Trace
    from sharecheck.planning.weak_points import WeakPoint
    from sharecheck.planning.what_if import WhatIf
    from sharecheck.rule import Rule
    from sharecheck.settings import Resolver
    from sharecheck.workspace import UsageError, Workspace
    from sharecheck.workspace.rows import NeedRow

_HOMES = {
    "Border": "planning.border",
    "Cliffs": "planning.cliffs",
    "Diagnostic": "engine.diagnostic",
    "Diffs": "planning.diff",
    "Finding": "finding",
    "FindingRow": "engine.rows",
    "NeedRow": "workspace.rows",
    "Repair": "api.repair",
    "Resolver": "settings",
    "Result": "engine",
    "Rule": "rule",
    "Severity": "finding",
    "Themes": "planning.themes",
    "Trace": "planning.trace",
    "UsageError": "workspace",
    "WeakPoint": "planning.weak_points",
    "WhatIf": "planning.what_if",
    "Workspace": "workspace",
    "border": "api.answers",
    "capacity": "api.answers",
    "check": "api.checks",
    "cliffs": "api.answers",
    "compare": "api.checks",
    "diff": "api.answers",
    "repair": "api.repair",
    "themes": "api.answers",
    "trace": "api.answers",
    "weak_points": "api.answers",
    "what_if": "api.answers",
}

__all__ = [
    "Border",
    "Cliffs",
    "Diagnostic",
    "Diffs",
    "Finding",
    "FindingRow",
    "NeedRow",
    "Repair",
    "Resolver",
    "Result",
    "Rule",
    "Severity",
    "Themes",
    "Trace",
    "UsageError",
    "WeakPoint",
    "WhatIf",
    "Workspace",
    "__version__",
    "border",
    "capacity",
    "check",
    "cliffs",
    "compare",
    "diff",
    "repair",
    "themes",
    "trace",
    "weak_points",
    "what_if",
]


def __getattr__(name: str) -> Any:
    """The public names, imported when first used: `sharecheck --version` needs none of them."""
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(f"sharecheck.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    """The public names."""
    return sorted(__all__)
