"""What an exception is from."""

from typing import NamedTuple


class Named(NamedTuple):
    """A rule that an exception is from, by id, family or name, and the members that it is for: none means any."""

    word: str
    members: tuple[str, ...] = ()
