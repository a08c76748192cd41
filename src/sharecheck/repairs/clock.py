"""The time that a search may take, looked at wherever the work of a search is done."""

from math import inf
from time import monotonic


class TimeUp(Exception):
    """The time of a search is over: what was found until then counts."""


class Clock:
    """So many seconds from now on; for ever where none are given."""

    def __init__(self, seconds: float = inf) -> None:
        self._end = monotonic() + seconds

    @property
    def left(self) -> float:
        """The seconds that are left; 0 when time is up."""
        return max(self._end - monotonic(), 0.0)

    def check(self) -> None:
        """`TimeUp` when time is up."""
        if monotonic() >= self._end:
            raise TimeUp

    def extend(self, seconds: float) -> None:
        """Let so many seconds more pass."""
        self._end += seconds


UNHURRIED = Clock()
"""A clock that never stops."""
