"""A finding about two versions."""

from sharecheck.document import Place
from sharecheck.finding import Finding, here, related


def less(message: str, before: Place, after: Place, *, consequence: str, help: str, about: tuple[str, ...]) -> Finding:
    """Something that is promised less: where it stood, and where it stands, or would, in the new version."""
    return Finding(
        locations=(*here(after), related(before, "in the version before")),
        message=message,
        consequence=consequence,
        help=help,
        about=about,
    )
