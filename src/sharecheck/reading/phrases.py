"""Pieces of the sentences in which problems are told."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sharecheck.reading.spelling import Called, Suggestion


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
    return _suggested(name, known).hint


def slip(name: str, known: Iterable[str]) -> str | None:
    """The one known name from which this one differs by a slip of the pen, so that it can be put right without a look.

    Names with numbers in them are told apart by a single sign, so that only capitals, hyphens and spaces count.
    """
    return _suggested(name, known).sure


def did_you_mean(name: str, known: Iterable[str], otherwise: str = "", called: "Called | None" = None) -> str:
    """What to ask of who wrote a name that is not known; `otherwise` where nothing is like it."""
    found = _suggested(name, known, called)
    if found.grade == "part" and found.hint:
        return f"is {quoted(found.hint)} meant? {quoted(name)} is a part or a kind of it"
    return f"did you mean {one_of(found.names)}?" if found.names else otherwise


def hint(name: str, known: Iterable[str], otherwise: str = "") -> str:
    """The same behind a sentence, after a semicolon."""
    suggestion = did_you_mean(name, known, otherwise)
    return f"; {suggestion}" if suggestion else ""


def _suggested(name: str, known: Iterable[str], called: "Called | None" = None) -> "Suggestion":
    from sharecheck.reading.spelling import suggested  # where all names are known it is not needed

    return suggested(name, known, called)
