"""Shipped facts that would do harm if they were wrong again."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sharecheck import Workspace
from sharecheck.model.base import Sourced, many
from sharecheck.model.clause import Expected
from sharecheck.standards import PATHWAYS, catalogue, clauses, law, pathway, sources
from sharecheck.workspace.evidence import proved
from tests.rules.examples import TODAY

BIRTH_FAMILY = {"local-identifiers", "mother-identity", "father-identity", "sibling-history", "household"}
"""What leads from an adopted child to its birth family (source: `pcse-adoption-guide`)."""
PROTOCOLS = Path(__file__).parent.parent / "protocols"


@pytest.mark.parametrize("nation", PATHWAYS)
def test_nothing_that_leads_to_the_birth_family_goes_with_an_adopted_child(nation: str) -> None:
    needed = {need.item for one in pathway(nation).transitions or () if one.at == "adoption" for need in one.needs}
    assert needed == {"nhs-number", "identity", "health-history"}
    flows = Workspace.open(PROTOCOLS / f"model-{nation}", as_of=TODAY).areas[0].all_flows
    sent = [flow for flow in flows if any(when.event == "adoption" for when in flow.when)]
    assert sent
    assert not BIRTH_FAMILY & {item for flow in sent for item in flow.carries}


def test_a_setting_shares_the_progress_check_only_where_the_parent_agrees() -> None:
    needs = [
        (one.id, need.if_agreed)
        for one in pathway("england").transitions or ()
        if "early-years-setting" in str(one.from_) and one.to != "family"
        for need in one.needs
        if need.item.startswith("progress-check")
    ]
    assert len(needs) == 6
    assert all(agreed for _, agreed in needs)
    assert law()["eyfs-2025"].asks_for_agreement
    asked = [
        bool(flow.shape.agreement and flow.shape.agreement.ask)
        for flow in Workspace.open(PROTOCOLS / "model-england", as_of=TODAY).areas[0].all_flows
        if flow.shape.from_ == "nurseries" and "progress-check-summary" in flow.carries and flow.between_services
    ]
    assert asked == [True] * 5


def entries() -> Iterator[tuple[str, Sourced | Expected]]:
    """All that the shipped standards ask for and name a source of, with a name for each."""
    for nation in PATHWAYS:
        local = pathway(nation)
        yield from ((f"{nation}/{one.id}", one) for one in local.events or ())
        yield from ((f"{nation}/{one.service}@{one.event}", one) for one in local.records or ())
        for one in local.transitions or ():
            yield f"{nation}/{one.id}", one
            yield from ((f"{nation}/{one.id}/{need.item}", need) for need in one.needs)
    shipped = catalogue()
    for each in (shipped.services, shipped.items, shipped.channels, shipped.groups, shipped.bodies):
        yield from ((one.id, one) for one in each or ())
    for clause in clauses():
        yield from ((f"{clause.id}/{name}", getattr(clause, name)) for name in ("ico", "waspi", "nhs"))


def read(key: str) -> str:
    return law()[key].verified if key in law() else sources()[key].opened


def test_what_is_called_verified_rests_on_a_source_that_was_read() -> None:
    """The rule for the register of law itself stands in `test_law.py`."""
    yes = [(id, [read(key) for key in many(entry.source)]) for id, entry in entries() if entry.verified == "yes"]
    assert [id for id, found in yes if "yes" not in found] == []
    assert [one.id for one in sources().values() if one.opened == "yes" and one.copy_] == []
    assert [one.id for one in sources().values() if one.opened != "no" and one.checked is None] == []


@pytest.mark.parametrize("nation", PATHWAYS)
def test_no_loss_is_an_error_by_local_practice_read_in_part_or_by_what_nobody_opened(nation: str) -> None:
    critical = [
        (one, need)
        for one in pathway(nation).transitions or ()
        for need in one.needs
        if need.weight == "critical" and proved(need, one)
    ]
    assert critical
    for one, need in critical:
        of = need if need.source else one
        assert {read(key) for key in many(of.source)} != {"no"}, (one.id, need.item)
        assert (need.strength or one.strength) != "local-practice" or "yes" in map(read, many(of.source))
