"""The areas in `protocols/`: the model is whole and clean, and what is taken out of it is missed."""

from pathlib import Path

import pytest

from sharecheck import Workspace, check
from sharecheck.network import outcomes
from sharecheck.network.facts import Network
from tests.rules.examples import TODAY

PROTOCOLS = Path(__file__).parent.parent / "protocols"
PLACES = sorted(folder.name for folder in (PROTOCOLS / "published").iterdir() if folder.is_dir())


@pytest.fixture(scope="module")
def model() -> Workspace:
    return Workspace.open(PROTOCOLS / "model-england", as_of=TODAY)


def test_no_rule_speaks_on_the_model_area(model: Workspace) -> None:
    result = check(model)
    assert [(one.rule.id, one.finding.message) for one in result.diagnostics] == []
    assert result.bugs == ()


def test_the_model_area_keeps_every_need_of_every_transition(model: Workspace) -> None:
    (area,) = model.areas
    assert area.complete
    assert area.coverage.kept == area.coverage.needs > 400
    assert area.unserved == ()
    assert len(area.parties) >= 10
    assert len(area.protocols) >= 8
    assert len(area.flows) >= 40


def test_without_a_flow_of_the_model_area_something_is_lost(model: Workspace) -> None:
    """A positive control that could not fail would control nothing."""
    network = model.areas[0].network
    without = {
        key: Network(
            network.moments, network.recordings, tuple(arc for arc in network.arcs if arc.flow != key), network.needs
        )
        for key in range(0, len(model.areas[0].flows), 8)
    }
    losses = {key: sum(not one.kept for one in outcomes(part)) for key, part in without.items()}
    assert sum(bool(lost) for lost in losses.values()) >= len(losses) - 2


@pytest.mark.parametrize("place", PLACES)
def test_a_published_place_is_read_as_it_stands_and_partly_known(place: str) -> None:
    workspace = Workspace.open(PROTOCOLS / "published" / place, as_of=TODAY)
    assert [problem for document in workspace.documents for problem in document.problems] == []
    assert not any(area.complete for area in workspace.areas)
    assert all(protocol.shape.encoded_from for protocol in workspace.protocols())
    assert check(workspace).bugs == ()
