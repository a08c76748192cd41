"""Which step of the way of an item goes wrong."""

from itertools import pairwise

from sharecheck.network.facts import RANK, Need
from sharecheck.network.outcome import Hop, Kind
from sharecheck.network.spread import Spread


def blame(kind: Kind, level: int, hops: tuple[Hop, ...], need: Need, run: Spread) -> int:
    """The step that goes wrong, the first of equals; for lateness a recording that is late, else the longest wait."""
    if kind == "late":
        if recorded_late(hops[0], need, run):
            return 0
        waits = [hop.age - before.age for before, hop in pairwise(hops)]
        return 1 + waits.index(max(waits)) if waits else 0
    if kind == "degraded":
        return next(i for i, hop in enumerate(hops) if RANK[hop.form] > RANK[need.form])
    return next((i for i, hop in enumerate(hops) if hop.closed(level)), len(hops) - 1)


def recorded_late(first: Hop, need: Need, run: Spread) -> bool:
    """Whether the item may be written down only after the need falls due."""
    moments = run.network.moments
    return first.via.event is not None and moments[first.via.event].behind(moments[need.event]) > need.plus
