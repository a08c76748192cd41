"""Pieces of the sentences in which problems are told."""

from collections.abc import Iterable
from difflib import get_close_matches

LONGEST = 60
"""Characters of a name or value that are repeated in a message."""


def quoted(name: str) -> str:
    """A name in backticks, cut where it is long."""
    name = name if len(name) <= LONGEST else name[: LONGEST - 1] + "…"
    return f"`{name}`"


def one_of(names: Iterable[str], most: int = 20) -> str:
    """`a`, `b` or `c`; of very many the first."""
    shown = [quoted(name) for name in names]
    if len(shown) > most:
        return ", ".join([*shown[:most], "…"])
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} or {shown[-1]}"


def closest(name: str, known: Iterable[str]) -> str | None:
    """The known name that somebody meant who wrote this one."""
    flat = {known_name.replace("-", ""): known_name for known_name in known}
    written = name[:100].lower().replace("_", "").replace("-", "").replace(" ", "")
    matches = get_close_matches(written, flat, n=1, cutoff=0.7)
    return flat[matches[0]] if matches else None
