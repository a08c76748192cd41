"""What an exception is from."""

from typing import NamedTuple


class Named(NamedTuple):
    """A rule that an exception leaves out, by id, family or name, and the members for which: none means any."""

    word: str
    members: tuple[str, ...] = ()
