"""A finding about two versions."""

from sharecheck.document import Place
from sharecheck.finding import Finding, here, related


def less(message: str, before: Place, after: Place, *, consequence: str, help: str, about: tuple[str, ...]) -> Finding:
    """A finding about a weaker promise: `before` and `after` are its places in the old and the new version."""
    return Finding(
        locations=(*here(after), related(before, "in the version before")),
        message=message,
        consequence=consequence,
        help=help,
        about=about,
    )
