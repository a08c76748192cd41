"""The fix of a name that nothing has: the known name that is like it."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sharecheck.document import Route
from sharecheck.edit import Put
from sharecheck.finding import Fix

if TYPE_CHECKING:
    from sharecheck.reading.spelling import Called


def renamed(route: Route, name: str, known: Iterable[str], called: "Called | None" = None) -> Fix | None:
    """The one known name that is like it in its place; whether that was meant, a person has to look."""
    from sharecheck.reading.spelling import suggested  # where all names are known it is not needed

    meant = suggested(name, known, called).fix
    return Fix((Put(route, meant),)) if meant else None
