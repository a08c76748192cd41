"""Shipped facts that would do harm if they were wrong again."""

from pathlib import Path

import pytest

from sharecheck import Workspace
from sharecheck.standards import PATHWAYS, law, pathway
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
