"""How far what the standards ask for was read in a source, and what may rest on it."""

from collections.abc import Collection

from sharecheck.model.base import Nation, Sourced, many
from sharecheck.standards import law, sources


def proved(*entries: Sourced) -> bool:
    """Whether a gap in what the first of these asks for, with the others around it, may be an error.

    Not when it is our own proposal, when no source was opened, or when it is local practice that was read in part.
    """
    strength = next((entry.strength for entry in entries if entry.strength), None)
    verified = next((entry.verified for entry in entries if entry.verified), None)
    named = next((many(entry.source) for entry in entries if entry.source), ())
    opened = [_opened(key) for key in named]
    if strength in (None, "proposal") or verified in (None, "no") or (opened and set(opened) == {"no"}):
        return False
    return strength != "local-practice" or verified == "yes"


def sourced_in(entry: Sourced, nations: Collection[Nation]) -> bool:
    """Whether what an entry says was said for one of these nations: not where all its sources speak of others."""
    speaks_of = [sources()[key].nation if key in sources() else None for key in many(entry.source)]
    return not speaks_of or any(spoken is None or spoken in nations for spoken in speaks_of)


def _opened(key: str) -> str | None:
    """How far a source was read; None where it is in no shipped register, as those that a local pathway names."""
    if key in law():
        return law()[key].verified
    return sources()[key].opened if key in sources() else None
