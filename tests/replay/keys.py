"""YAML, as the reader has it."""

from typing import Any

from ryaml import loads  # type: ignore[attr-defined]  # it says `import a` for `import a as a`


def keys(text: str) -> Any:
    """The value of a YAML text."""
    return loads(text)
