"""What counts as knowing an item: of one that is made anew, what was made on one occasion; before a visit, nothing of
the visit itself.
"""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from sharecheck.network.facts import Arc, Need, Recording
from sharecheck.network.timeline import Moment


class Evidence(NamedTuple):
    """What counts for needs of an item.

    With `of`, only what is recorded of the item at that event; without `of` all that is recorded of any item, and no
    item is named. With `before`, nothing that is recorded or sent at that event, or at one that always comes after it:
    neither of an item nor of an identifier.
    """

    item: str
    of: str | None
    before: str | None

    def silent(self, moments: Mapping[str, Moment]) -> frozenset[str]:
        """The events at which nothing counts."""
        if self.before is None:
            return frozenset()
        return frozenset({self.before, *(id for id, moment in moments.items() if self.before in moment.earlier)})

    def admits(self, source: Recording | Arc, silent: Collection[str]) -> bool:
        """Whether a recording or an arc counts; `silent` are the events at which nothing does."""
        if source.event in silent:
            return False
        if self.of is None or isinstance(source, Arc):
            return True
        return source.fact.item != self.item or source.occasion == self.of

    @property
    def everything(self) -> bool:
        """Whether all counts that leads to the item."""
        return self.of is None and self.before is None


def counted(need: Need) -> Evidence:
    """What counts for a need."""
    return Evidence(need.fact.item if need.of else "", need.of, need.event if need.in_hand else None)
