"""Time may be up at any moment of a repair: what was found until then counts, and is told as not proved."""

from importlib import import_module
from pathlib import Path

import pytest

from sharecheck.repairs import Settings, gaps, plan, rewrite
from sharecheck.repairs.clock import Clock, TimeUp
from tests.repair.damage import damaged

module = import_module("sharecheck.repairs.plan")


class Counting(Clock):
    """Stops after so many looks at it, and lets one look more pass for each second that it is extended by."""

    looks = 0

    def __init__(self, seconds: float) -> None:
        super().__init__()
        self.rest = Counting.looks

    def check(self) -> None:
        self.rest -= 1
        if self.rest < 0:
            raise TimeUp

    def extend(self, seconds: float) -> None:
        self.rest = max(self.rest, 0) + 300


@pytest.mark.parametrize("looks", [0, 1, 10, 100, 300, 500, 600, 700, 800, 900, 1000, 1500, 2000, 4000])
def test_a_plan_is_sound_whenever_time_is_up(looks: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace = damaged(tmp_path / "copy", 1, 6)
    [area] = workspace.areas
    monkeypatch.setattr(Counting, "looks", looks)
    monkeypatch.setattr(module, "Clock", Counting)

    found = plan(area, gaps(area), Settings(), seconds=60)

    told = [*found.closed, *found.open, *found.hopeless]
    assert sorted(told, key=str) == sorted((gap.need for gap in gaps(area)), key=str)
    after = rewrite(workspace, [found])
    assert (after.left(found), after.lost(found)) == ((), ())


def test_without_time_nothing_is_proved(tmp_path: Path) -> None:
    [area] = damaged(tmp_path / "copy", 1, 6).areas
    found = plan(area, gaps(area), Settings(), seconds=0)
    assert (found.steps, found.proof, found.bound, found.hopeless) == ((), "unproved", 0, {})
