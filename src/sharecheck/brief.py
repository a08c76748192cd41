"""How values show themselves in a console, a log or a failing test: what each is, in fewer than 200 characters."""

from collections.abc import Iterable, Iterator, Sized
from dataclasses import fields
from datetime import date
from enum import Enum
from pathlib import PurePath
from typing import Any, TypeVar

MAX_REPR = 199
_MAX_TEXT = 40
"""The most characters of one text in it."""

T = TypeVar("T")


def brief(kind: type[T]) -> type[T]:
    """A dataclass whose `repr` names what its fields are, and counts what they hold: `<Area id='x', 12 documents>`.

    The dataclass makes none itself (`repr=False`): each that is made and thrown away is 0.1 ms of every run.
    """
    kind.__repr__ = _of_dataclass  # type: ignore[method-assign]  # that is what a decorator of a class is for
    return kind


def brief_repr(value: object, *parts: str) -> str:
    """The `repr` of a value, of these parts; cut where they are too long."""
    text = f"<{type(value).__name__} {', '.join(parts)}" if parts else f"<{type(value).__name__}"
    return f"{text}>" if len(text) < MAX_REPR else f"{text[: MAX_REPR - 2]}…>"


def _of_dataclass(self: Any) -> str:
    named = ((field.name, getattr(self, field.name)) for field in fields(self) if field.repr)
    return brief_repr(self, *brief_parts(named))


def brief_parts(named: Iterable[tuple[str, object]]) -> Iterator[str]:
    """What is said of each of these named values, of those of which there is something to say."""
    return filter(None, (_part(name, value) for name, value in named))


def _part(name: str, value: object) -> str:
    """What is said of one field; nothing of one that is empty, and of one that has no short name."""
    if value is None or value is False:
        return ""
    if isinstance(value, str | PurePath):
        return f"{name}={_short(str(value))}" if str(value) else ""
    if isinstance(value, bool | int | float | date | Enum):
        return f"{name}={value}"
    if isinstance(value, tuple) and hasattr(value, "_fields"):  # a named tuple: a fact, a key, an element
        return f"{name}={_short('/'.join(str(part) for part in value if part != ''))}"
    if isinstance(value, Sized):
        return f"{len(value)} {name}" if len(value) else ""
    id = next((id for key in ("id", "path", "fact") if (id := getattr(value, key, None))), None)
    return _part(name, id) if isinstance(id, str | PurePath | tuple) else ""


def _short(text: str) -> str:
    return repr(text if len(text) <= _MAX_TEXT else f"{text[: _MAX_TEXT - 1]}…")
