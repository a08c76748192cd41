"""A run in a few lines: what was found, what was not looked at, and what is not told and why."""

from collections.abc import Iterator

from sharecheck.engine import Refused, Result
from sharecheck.finding import Severity
from sharecheck.report.style import Style, safe

_NAMED = 5
"""Files that are named before the rest is counted."""


def run_summary(result: Result, style: Style) -> Iterator[str]:
    """The lines. That nothing was found is said only where all was looked at, and nothing found is known already."""
    number = sum(document.kind is not None for document in result.workspace.documents)
    yield f"{counted(number, 'file')} checked: {_found(result)}"
    if result.not_looked_at:
        yield _not_looked_at(result.not_looked_at, style)
    if result.suppressed:
        yield f"{len(result.suppressed)} left out by exceptions that the files make"


def _found(result: Result) -> str:
    counts = ", ".join(
        f"{number} {word}{'s' if number != 1 and word != 'information' else ''}"
        for word, number in ((str(severity), result.count(severity)) for severity in Severity)
        if number
    )
    if not result.known:
        return counts or ("nothing was looked at" if result.not_looked_at else "nothing found")
    losses = sum(diagnostic.loss for diagnostic in result.known)
    among = f", among them {counted(losses, 'loss', 'losses')}" if losses else ""
    stay = "stays" if len(result.known) == 1 else "stay"
    return f"{counts or '0 new'}; {counted(len(result.known), 'known finding')} {stay} out by the baseline{among}"


def _not_looked_at(refused: tuple[Refused, ...], style: Style) -> str:
    named = [f"{style.path(file.path)} ({', '.join(file.rules)})" for file in refused[:_NAMED]]
    more = f" and {len(refused) - _NAMED} more" if len(refused) > _NAMED else ""
    was, them = ("was", "it") if len(refused) == 1 else ("were", "them")
    files = counted(len(refused), "file")
    return f"{files} {was} not looked at: {', '.join(named)}{more}; no other rule was asked of {them}"


def gone(number: int, anew: str) -> str:
    """What is said of findings of a baseline that are gone, with what to type."""
    return f"{number} that the baseline knows of are gone; {safe(anew)} writes it anew"


def counted(number: int, what: str, several: str = "") -> str:
    """A number of things: `1 file`, `2 files`."""
    return f"{number} {what if number == 1 else several or f'{what}s'}"
