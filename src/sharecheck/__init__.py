"""Check information-sharing protocols, and find where knowledge about a child is lost.

>>> from sharecheck import Workspace, check
>>> result = check(Workspace.open("protocols/model-england"))  # doctest: +SKIP
>>> result.coverage.share  # doctest: +SKIP
1.0
"""

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from sharecheck.engine import Result, check
    from sharecheck.engine.diagnostic import Diagnostic
    from sharecheck.finding import Finding, Severity
    from sharecheck.rule import Rule
    from sharecheck.settings import Resolver
    from sharecheck.workspace import UsageError, Workspace

__all__ = [
    "Diagnostic",
    "Finding",
    "Resolver",
    "Result",
    "Rule",
    "Severity",
    "UsageError",
    "Workspace",
    "__version__",
    "check",
]

_HOMES = {
    "Diagnostic": "diagnostic",
    "Result": "engine",
    "check": "engine",
    "Resolver": "settings",
    "Finding": "finding",
    "Rule": "rule",
    "Severity": "finding",
    "UsageError": "workspace",
    "Workspace": "workspace",
}


def __getattr__(name: str) -> Any:
    """The public names, imported when first used: `sharecheck --version` needs none of them."""
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(f"sharecheck.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
