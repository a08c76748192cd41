"""A result as text: one format a file."""

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sharecheck.engine import Result
    from sharecheck.report.style import Style

FORMATS = ("full", "concise", "json")
"""The formats, each a module here with a function `render`."""


def render(result: "Result", format: str, style: "Style") -> str:
    """The result in one of `FORMATS`; its module is imported only now, since a clean run needs few of them."""
    renderer: Callable[[Result, Style], str] = import_module(f"{__name__}.{format}").render
    return renderer(result, style)
