"""What has to hold whatever a text, a file of settings, a baseline or a terminal is like.

Each property takes its choices from a `Random`: hypothesis gives one that it can shrink, and `tools/fuzz` one that is
fed by the bytes which atheris makes up.
"""

from collections.abc import Callable, Mapping
from random import Random

from tests.fuzzing import printing, reading, writing

PROPERTIES: Mapping[str, Callable[[Random], None]] = {
    each.__name__: each for module in (reading, writing, printing) for each in module.PROPERTIES
}
"""The properties by name."""
