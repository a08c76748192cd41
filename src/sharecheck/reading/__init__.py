"""From bytes to documents: the fast way for what is in order, the careful way for what is not."""

from typing import TYPE_CHECKING, Any

from sharecheck.reading.files import find

if TYPE_CHECKING:
    from sharecheck.reading.documents import read, read_bytes
    from sharecheck.reading.limits import Limits

__all__ = ["Limits", "find", "read", "read_bytes"]

_HOMES = {"Limits": "limits", "read": "documents", "read_bytes": "documents"}


def __getattr__(name: str) -> Any:
    """What makes documents, imported when first used: who only looks for files does not wait for the models."""
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(f"sharecheck.reading.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
