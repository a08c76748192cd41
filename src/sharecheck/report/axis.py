"""The ages below a picture: where they stand, and what they are called."""

import math
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from sharecheck import words
from sharecheck.model.base import DAY, WEEK
from sharecheck.network.timeline import TERM

_WIDEST = 260.0
"""Pixels from one age to the next at the most: of two ages, the second does not stand at the far end."""


def places(ages: Iterable[float], left: float, right: float) -> Mapping[float, float]:
    """Where each age stands: in their order, a long time wider than a short one, but not to scale."""
    known = sorted(set(ages))
    wide = [2.2 + math.log1p((later - age) / DAY) for age, later in pairwise(known)]
    room = (right - left) / sum(wide) if wide else 0.0
    found, x = {}, left
    for age, step in zip(known, [*wide, 0.0], strict=True):
        found[age] = x
        x += min(step * room, _WIDEST)
    return found


def short(hours: float) -> str:
    """An age in few words, to the day while that says something: `week 12`, `birth`, `10 days`."""
    if hours < 0:
        return f"week {round((hours + TERM) / WEEK)}"
    if hours == 0:
        return "birth"
    return f"{round(hours / DAY)} days" if 3 * DAY < hours < 12 * WEEK else words.span(hours)


def age_names(ages: Iterable[float]) -> Mapping[float, str]:
    """What each age is called; one that would be called as the one before is so much later: `+ 2 days`."""
    found: dict[float, str] = {}
    first = 0.0
    for age in sorted(ages):
        label = short(age)
        if found and label == found[first]:
            found[age] = f"+ {words.span(age - first)}"
        else:
            found[age], first = label, age
    return found


def with_room(
    ages: Iterable[float], places: Mapping[float, float], names: Mapping[float, str], edges: tuple[float, float]
) -> Iterator[tuple[float, float | None]]:
    """Each age with the middle of its name between the edges of a picture; None where another name is in the way."""
    taken: list[tuple[float, float]] = []
    for age in ages:
        half = 3.3 * len(names[age]) + 5
        middle = min(max(places[age], edges[0] + half - 20), edges[1] - 16 - half)
        free = all(middle + half < start or middle - half > end for start, end in taken)
        if free:
            taken.append((middle - half, middle + half))
        yield age, middle if free else None
