"""The ages below a picture: where they stand, and what they are called."""

import math
from collections.abc import Iterable, Mapping
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
