"""How much of a file is looked at before the file is refused."""

from dataclasses import dataclass

from sharecheck.reading.files import SIZE


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds that hold before a tree is built, so that no file can take much time or memory.

    The largest protocol known has 90 KB; these bounds are far above what people write.
    """

    size: int = SIZE
    """Bytes."""
    depth: int = 64
    """Lists and mappings within each other."""
    values: int = 250_000
    """Keys and values, counted each."""
    problems: int = 100
    """Problems told of one file."""


USUAL = Limits()
"""The bounds where nobody says otherwise."""
