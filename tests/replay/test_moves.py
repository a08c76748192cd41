"""The border of two areas and a child who crosses it hold each other."""

from pathlib import Path

import pytest

from sharecheck.model import Journey
from sharecheck.planning.border import border
from sharecheck.replay import stories
from sharecheck.workspace import Workspace
from tests.rules.examples import TODAY

pytestmark = pytest.mark.untraced

PROTOCOLS = Path(__file__).parents[2] / "protocols"


@pytest.mark.parametrize("days", [122, 200, 300, 365])
@pytest.mark.parametrize(("here", "there"), [("northshire", "ceredale"), ("ceredale", "northshire")])
def test_what_survives_the_border_is_there_when_a_child_crosses_it(here: str, there: str, days: int) -> None:
    """Whenever it moves in its first year, and whatever people do."""
    found = Workspace.open(PROTOCOLS / "model-england", PROTOCOLS / "model-wales", as_of=TODAY)
    old, new = found.area(here), found.area(there)
    kept = {
        (one.mover.need.transition, one.mover.need.fact.party, one.mover.need.index)
        for one in border(old, new).survivals
        if one.mover.crossing.event == "move-in-first-year" and one.outcome.kept
    }
    worst = dict.fromkeys(("refuses", "forgets", "left-empty", "away"), "all")
    moves = ({"at": f"P{days}D", "nation": new.nation},)
    said = {"sharecheck": "journey/1", "id": "child", "title": "A child", "shows": "Moves.", "nation": old.nation}
    (story,) = stories(found, Journey.model_validate({**said, **worst, "moves": moves}), old, new)
    answers = {
        (one.transition.id, one.party, index): answer.met or answer.nothing
        for one in story.stages[1].handovers
        for index, answer in enumerate(one.answers)
    }
    assert len(kept & answers.keys()) > 60
    assert [key for key in kept & answers.keys() if not answers[key]] == []
