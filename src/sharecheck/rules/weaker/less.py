"""A finding about two versions, and the items that both carry."""

from collections.abc import Iterator

from sharecheck.document import Place
from sharecheck.finding import Finding, here, related
from sharecheck.workspace import Carried, Flow, Versions


def less(message: str, before: Place, after: Place, *, consequence: str, help: str, about: tuple[str, ...]) -> Finding:
    """Something that is promised less: where it stood, and where it stands, or would, in the new version."""
    return Finding(
        locations=(*here(after), related(before, "in the version before")),
        message=message,
        consequence=consequence,
        help=help,
        about=about,
    )


def carried_by_both(versions: Versions) -> Iterator[tuple[Flow, Carried, Carried]]:
    """Each flow that is in both versions, as it is now, with each item that it carried and still carries."""
    for before, after in versions.flows:
        now = {one.id: one for one in after.items}
        yield from ((after, carried, now[carried.id]) for carried in before.items if carried.id in now)
