"""How far what the standards ask for was read in a source, and what may rest on it."""

from sharecheck.model.base import Sourced, many
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


def _opened(key: str) -> str | None:
    """How far a source was read; None where it is in no shipped register, as those that a local pathway names."""
    if key in law():
        return law()[key].verified
    return sources()[key].opened if key in sources() else None
