"""Why nobody can judge some needs of an area."""

from sharecheck.network.build import MAX_ARCS
from sharecheck.workspace import Area


def why_unknown(area: Area, unread_pathway: bool = False) -> str:
    """Why some needs of an area cannot be judged; with `unread_pathway`, because a pathway could not be understood."""
    if not area.followed:
        return "its pathway " + ("could not be understood" if unread_pathway else "is not here")
    if area.network.too_large:
        return f"there are more than {MAX_ARCS:,} handovers, too many to work out"
    return "a file could not be understood" if area.refused else "not all protocols are here"
