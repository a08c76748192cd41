"""The areas in `protocols/`: the model is whole, and what is taken out of it is missed; the leaky one leaks."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from sharecheck import Workspace, check
from sharecheck.explain import condition, not_in_force
from sharecheck.network import KINDS, Barrier, outcomes
from sharecheck.network.facts import BarrierKind
from sharecheck.network.network import Network
from sharecheck.standards import law, sources
from sharecheck.workspace import Area, Flow
from tests.rules.examples import TODAY

PROTOCOLS = Path(__file__).parent.parent / "protocols"
WALK = (PROTOCOLS / "leaky" / "README.md").read_text(encoding="utf-8")
PLACES = sorted(folder.name for folder in (PROTOCOLS / "published").iterdir() if folder.is_dir())


MODELS = ("model-england", "model-wales")


@pytest.fixture(scope="module", params=MODELS)
def model(request: pytest.FixtureRequest) -> Workspace:
    return Workspace.open(PROTOCOLS / str(request.param), as_of=TODAY)


@pytest.fixture(scope="module")
def both() -> Workspace:
    return Workspace.open(*(PROTOCOLS / name for name in MODELS), as_of=TODAY)


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
    assert len(area.all_flows) >= 40


def test_without_most_flows_of_the_model_area_something_is_lost(model: Workspace) -> None:
    """A positive control that could not fail would control nothing. Some flows bring what no transition asks for."""
    network = model.areas[0].network
    without = {
        key: Network(
            network.moments, network.recordings, tuple(arc for arc in network.arcs if arc.flow != key), network.needs
        )
        for key in range(0, len(model.areas[0].all_flows), 8)
    }
    losses = {key: sum(not one.kept for one in outcomes(part)) for key, part in without.items()}
    assert sum(bool(lost) for lost in losses.values()) >= len(losses) * 2 / 3


def test_no_rule_speaks_on_the_two_model_areas_together(both: Workspace) -> None:
    assert [(one.rule.id, one.finding.message) for one in check(both).diagnostics] == []
    assert {area.id: area.coverage.needs for area in both.areas} == {"northshire": 530, "ceredale": 548}


def test_what_one_model_area_sends_over_the_border_is_what_the_other_expects(both: Workspace) -> None:
    flows = {(flow.area.id, flow.id): promise(flow) for flow in both.current_flows()}
    assert flows["ceredale", "child-health-record-to-northshire"] == flows["northshire", "child-health-record-in"]
    assert flows["ceredale", "child-health-record-from-northshire"] == flows["northshire", "child-health-record-out"]
    assert flows["ceredale", "notice-from-northshire"] == flows["northshire", "notice-to-ceredale"]


def promise(flow: Flow) -> tuple[object, ...]:
    return [when.event for when in flow.when], flow.shape.within, flow.shape.channel, [one.id for one in flow.items]


def test_the_welsh_area_uses_the_documents_bodies_and_services_of_wales(both: Workspace) -> None:
    area = next(area for area in both.areas if area.id == "ceredale")
    assert Counter(one.shape.framework for one in area.protocols) == {
        "waspi-isp": 13, "waspi-dda": 3, "waspi-jca": 1, "local": 1,
    }  # fmt: skip
    here = [party for party in area.parties.values() if area.nation_of(party) == "wales"]
    assert not {"nhs-foundation-trust", "integrated-care-board"} & {party.kind for party in here}
    assert not {"family-hub", "family-nurse-partnership"} & {str(party.service) for party in here}
    assert not [one for party in here for one in party.assurance or () if one.scheme == "dspt"]


def test_every_source_that_the_welsh_area_names_is_in_a_register() -> None:
    named = [
        key
        for path in sorted((PROTOCOLS / "model-wales").glob("*.yaml"))
        for text in [re.sub(r"\n *#? *", " ", path.read_text())]
        for cited in re.findall(r"\(sources?: ([^)]*)\)", text)
        for key in re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)+", cited)
    ]
    assert len(named) > 40
    assert [key for key in named if key not in law() and key not in sources()] == []


@pytest.fixture(scope="module")
def leaky() -> Area:
    (area,) = Workspace.open(PROTOCOLS / "leaky", as_of=TODAY).areas
    return area


def barriers(area: Area, item: str = "", party: str = "") -> Iterator[Barrier]:
    """What stands in the way of what is lost, everywhere or of one item to one party."""
    for outcome in area.outcomes:
        if not item or outcome.need.fact[:2] == (party, item):
            for hop in outcome.hops:
                yield from hop.barriers


def test_each_kind_of_loss_happens_in_the_leaky_area_and_half_of_it_is_kept(leaky: Area) -> None:
    assert leaky.complete
    assert {outcome.kind for outcome in leaky.outcomes} == set(KINDS)
    assert 0.45 < (leaky.coverage.share or 0) < 0.6
    assert f"{len(leaky.all_flows)} flows" in WALK
    assert f"about half of {leaky.coverage.needs} needs are kept" in WALK


def test_each_reason_that_a_flow_may_not_be_sure_is_in_the_leaky_area(leaky: Area) -> None:
    """But for what may stand in a part that was not read, or not understood: all of a made-up text is.

    And but for what hangs on one service telling another of the same party: each party there does one.
    """
    elsewhere = {"unread", "undescribed", "internal"}
    assert {one.kind for one in barriers(leaky)} == set(get_args(BarrierKind)) - elsewhere


def test_each_loss_that_the_walk_through_the_leaky_area_lists_is_there_for_that_reason(leaky: Area) -> None:
    rows = re.findall(r"^\| (.+) \| `(.+)` to `(.+)` \|$", WALK, flags=re.MULTILINE)
    assert len(rows) == 12
    for reason, item, party in rows:
        said = {text for one in barriers(leaky, item, party) for text in (condition(one), not_in_force(one))}
        assert reason in said, (item, party)


def test_nothing_but_the_story_is_wrong_with_the_leaky_area() -> None:
    result = check(Workspace.open(PROTOCOLS / "leaky", as_of=TODAY))
    assert result.bugs == ()
    assert {one.rule.id for one in result.diagnostics if one.rule.family != "GAP"} == {
        "CON01",  # consent is the stated basis of the booking form
        "CON02",  # and a no stops all of it
        "FBK01",  # nobody learns that nobody looked into the portal
        "FBK04",  # and nobody counts the babies
        "FID01",  # the red book is the only way
        "FID03",  # fax and letters between electronic records
        "FUN02",  # one nurse without cover
        "FUN03",  # the grant has ended
        "GOV04",  # the nurseries have not signed
        "IDM07",  # the hub hears of mothers, and not of their children
        "LIF01",  # an agreement ran out
        "SEC01",  # a fax
        "TIM01",  # no time limit
        "TIM09",  # a list of births that no death stops
        "TIM10",  # no domestic abuse service, which would know first when a safety plan changes
        "XAR01",  # who moves away takes nothing along
    }


@pytest.mark.parametrize("place", PLACES)
def test_a_published_place_is_read_as_it_stands_and_partly_known(place: str) -> None:
    workspace = Workspace.open(PROTOCOLS / "published" / place, as_of=TODAY)
    assert [problem for document in workspace.documents for problem in document.problems] == []
    assert not any(area.complete for area in workspace.areas)
    assert all(protocol.shape.encoded_from for protocol in workspace.protocols())
    assert check(workspace).bugs == ()
