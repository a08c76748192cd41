"""Values as YAML or JSON text, for what is written into a file."""

import json
import re
from typing import Literal

from sharecheck.reading.node import Value
from sharecheck.reading.scalars import plain

Syntax = Literal["yaml", "json"]
WIDTH = 120
"""Columns that a line which we write may have."""

_SAFE = re.compile(r"[A-Za-z0-9_./(](?:[A-Za-z0-9_./()' @+-]*[A-Za-z0-9_./()'@+-])?")
"""Text that means itself in block and in flow style, whatever stands around it."""
_OLD_WORDS = frozenset({"y", "n", "yes", "no", "on", "off"})
"""What readers of YAML 1.1 take for true and false."""


def inline(value: Value, syntax: Syntax) -> str:
    """A value in one line, in flow style."""
    if syntax == "json":
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_key(key)}: {inline(part, syntax)}" for key, part in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(inline(part, syntax) for part in value) + "]"
    return _scalar(value)


def entry(key: str, value: Value, syntax: Syntax) -> str:
    """A key and its value in one line."""
    return f"{json.dumps(key, ensure_ascii=False) if syntax == 'json' else _key(key)}: {inline(value, syntax)}"


def block(value: Value, indent: int, newline: str) -> str:
    """A value of YAML that begins in that column: a mapping a key a line, what is in it in flow style where it fits."""
    gap = newline + " " * indent
    if isinstance(value, dict) and value:
        return gap.join(keyed(key, part, indent, newline) for key, part in value.items())
    if isinstance(value, list) and value:
        return gap.join(f"- {block(part, indent + 2, newline)}" for part in value)
    return inline(value, "yaml")


def keyed(key: str, value: Value, indent: int, newline: str) -> str:
    """A key of YAML in that column, with its value behind or below it."""
    line = entry(key, value, "yaml")
    if indent + len(line) <= WIDTH - 20 or not (isinstance(value, dict | list) and value):
        return line
    deeper = indent + 2
    return f"{_key(key)}:{newline}{' ' * deeper}{block(value, deeper, newline)}"


def _key(key: str) -> str:
    return key if key in _OLD_WORDS else _scalar(key)  # the format has a key `on`; who reads it reads YAML 1.2


def _scalar(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        safe = _SAFE.fullmatch(value) and plain(value) == value and value.lower() not in _OLD_WORDS
        return value if safe else json.dumps(value, ensure_ascii=False)
    return "null" if value is None else json.dumps(value)
