"""A property of `tests/fuzzing` tried with bytes that atheris makes up, led by what they reach in the code.

`python -m tools.fuzz PROPERTY [CORPUS] [options of libFuzzer]`; see `README.md`.
"""

import resource
import sys
from random import Random

import atheris

MAX_MEMORY = 2 << 30
"""Bytes of address space."""


class Fed(Random):
    """Chances that follow from bytes, and are the first of all when these are used up."""

    def __init__(self, data: bytes) -> None:
        super().__init__(0)
        self._data, self._at = data, 0

    def getrandbits(self, k: int, /) -> int:
        """As many bits."""
        size = (k + 7) // 8
        part = self._data[self._at : self._at + size]
        self._at += size
        return int.from_bytes(part, "little") >> (size * 8 - k) if len(part) == size else 0

    def random(self) -> float:
        """A number from 0 to below 1."""
        return self.getrandbits(16) / (1 << 16)


def main() -> None:
    """Try a property until time is up, or it does not hold."""
    name = sys.argv.pop(1)
    resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))
    with atheris.instrument_imports(include=["sharecheck"]):  # also what is imported while it runs
        from tests.fuzzing import PROPERTIES

        attempt = PROPERTIES[name]
        atheris.Setup(sys.argv, lambda data: attempt(Fed(data)))
        atheris.Fuzz()


if __name__ == "__main__":
    main()
