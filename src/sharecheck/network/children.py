"""Which children a need is about, as far as it matters for what happens to them."""

from collections.abc import Iterable
from functools import cache
from itertools import product
from math import prod
from typing import TypeAlias

from sharecheck.network.timeline import Groups, Moment

Child: TypeAlias = frozenset[str]
"""A child, as the groups that it is in."""

MAX_CHILDREN = 1000
"""Ways to be in one group of each set that are told apart; where there are more, one child stands for all of them."""


def happens(moment: Moment, child: Child) -> bool:
    """Whether an event happens to a child."""
    return among(child, moment.groups)


def among(child: Child, groups: Groups) -> bool:
    """Whether a child is one of these."""
    return not any(each.isdisjoint(child) for each in groups)


@cache
def least(groups: Groups) -> tuple[Child, ...]:
    """The children who are in no more groups than they must be."""
    if prod(map(len, groups)) > MAX_CHILDREN:
        return (frozenset[str]().union(*groups),)
    return _minimal(map(frozenset, product(*(sorted(each) for each in sorted(groups, key=sorted)))))


@cache
def judged_children(groups: Groups, known: tuple[Groups, ...]) -> tuple[Child, ...]:
    """The least children of whom an item is asked that becomes known at what happens to these.

    To any other child of whom the item is asked more happens than to one of these, so that the other child fares no
    worse. Where all that brings an item to light happens to others, there is nothing to know of a child: such a child
    stands for those to whom something of that happens as well.
    """
    found: dict[Child, None] = {}
    for child in least(groups):
        if not known or any(among(child, each) for each in known):
            found[child] = None
        else:
            found |= dict.fromkeys(child | more for each in known for more in least(each))
    return _minimal(found)


def _minimal(children: Iterable[Child]) -> tuple[Child, ...]:
    every = tuple(dict.fromkeys(children))
    return tuple(child for child in every if not any(other < child for other in every))
