"""The table of settings in a file: its bytes, read within bounds, as TOML."""

import re
from pathlib import Path
from typing import Any

from sharecheck.reading.files import FileError, load
from sharecheck.workspace import UsageError

MAX_BYTES = 1_000_000
"""Bytes of a file of settings; larger ones are refused."""
PROJECT = "pyproject.toml"
"""The file that settings share with other tools, and where they stand under `[tool.sharecheck]`."""

_NAME = re.compile(rb"share[-_. ]?check|\\[uUx]", re.IGNORECASE)
"""What a `pyproject.toml` holds that may have settings of ours: our name, or an escape that may be a part of it."""
MAX_PARTS = 200
"""Dots in a key or a text; for each part of a key a parser of TOML goes over all parts before it."""
_BETWEEN = re.compile(r"[={},\[\]\n]")
_PLACE = re.compile(r"\(at (?:line (\d+), column (\d+)|end of document)\)")


def read_table(file: Path) -> dict[str, Any] | None:
    """The settings in a file, or None for a `pyproject.toml` that has none.

    `UsageError` for what is no plain file, is too large, is no text or no TOML, or has settings in the wrong place.
    """
    try:
        data = load(file, MAX_BYTES + 1)
    except FileError as error:
        help = f"; {error.help}" if error.help else ""
        raise UsageError(f"no settings can be read from {file}: {error.message}{help}") from None
    if len(data) > MAX_BYTES:
        raise UsageError(f"{file} is larger than {MAX_BYTES // 1_000_000} MB, and settings are never that long")
    shared = file.name == PROJECT
    text = _text(data, file)
    if shared and not _NAME.search(data):
        return None  # other people's file is not parsed: that costs time, and mistakes in it are not ours to tell
    table = _parsed(text, file)
    return _of_project(table, file) if shared else table


def _text(data: bytes, file: Path) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in data:
        raise UsageError(f"{file} is not saved as UTF-8, so that its settings are not known: save it as UTF-8")
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UsageError(f"{file}, line {line}: a character is not saved as UTF-8: save the file as UTF-8") from None


def _parsed(text: str, file: Path) -> dict[str, Any]:
    import tomllib  # 2 ms, and most runs have no such file

    if any(part.count(".") > MAX_PARTS for part in _BETWEEN.split(text)):
        raise UsageError(f"{file} has a key of more than {MAX_PARTS} parts, which no setting has")
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise UsageError(f"{file} has too many brackets, one in the other, to be settings") from None
    except ValueError as error:  # also a number with too many digits
        place = _PLACE.search(str(error))
        where = f", line {place[1]}, column {place[2]}" if place and place[1] else ""
        raise UsageError(
            f"{file}{where} cannot be read: this is not TOML; a setting is `key = value`, and text stands in quotes"
        ) from None


def _of_project(table: dict[str, Any], file: Path) -> dict[str, Any] | None:
    """The table `[tool.sharecheck]`; `UsageError` for one that is surely meant, and stands elsewhere."""
    tool = table.get("tool", {})
    if "sharecheck" in table:
        raise UsageError(f"{file}: nobody reads `[sharecheck]`; in this file settings stand under `[tool.sharecheck]`")
    if not isinstance(tool, dict):
        return None
    for name, value in tool.items():
        if name == "sharecheck":
            if not isinstance(value, dict):
                raise UsageError(f"{file}: `tool.sharecheck` is no table; begin the settings with `[tool.sharecheck]`")
            return value
    for name in tool:
        if re.sub("[-_. ]", "", name).lower() == "sharecheck":
            raise UsageError(f"{file}: nobody reads `[tool.{name}]`; did you mean `[tool.sharecheck]`?")
    return None
