"""Each property on a few choices; `tools/fuzz` tries them on millions."""

from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzzing import PROPERTIES

SLOW = {"reports": 8, "repairs": 4, "patches": 25, "baselines": 25, "fixes": 40, "exceptions": 40, "settings": 40}
"""How often properties are tried of which one try takes some hundredths of a second or more."""


@pytest.mark.untraced
@pytest.mark.parametrize("name", PROPERTIES)
def test_holds(name: str) -> None:
    @settings(
        max_examples=SLOW.get(name, 200),
        derandomize=True,
        database=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],  # some texts take many choices
    )
    @given(st.randoms(use_true_random=False))
    def attempt(choices: Random) -> None:
        PROPERTIES[name](choices)

    attempt()
