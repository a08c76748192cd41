"""Looking at some flows gives what looking at all of them does, in their order."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from sharecheck.model.base import many
from sharecheck.workspace import Flow, Workspace

PROTOCOLS = Path(__file__).parent.parent / "protocols"
WORKSPACE = Workspace.open(PROTOCOLS / "leaky", PROTOCOLS / "published")
PAPER = frozenset({"letter", "red-book"})


def _channels(flow: Flow) -> set[str | None]:
    return {flow.shape.channel, flow.shape.fallback.channel if flow.shape.fallback else None}


@pytest.mark.parametrize(
    ("found", "asked"),
    [
        (WORKSPACE.stating("agreement"), lambda flow: flow.shape.agreement is not None),
        (
            WORKSPACE.stating("receipt", "within"),
            lambda flow: flow.shape.receipt is not None and flow.within is not None,
        ),
        (WORKSPACE.carrying(("referral", "address")), lambda flow: {"referral", "address"} & flow.carries),
        (WORKSPACE.by(PAPER), lambda flow: PAPER & _channels(flow)),
        (WORKSPACE.matched(lambda ways: len(ways) == 1), lambda flow: len(flow.shape.matched_by or ()) == 1),
        (WORKSPACE.matched(lambda ways: not ways), lambda flow: not flow.shape.matched_by),
        (WORKSPACE.detailed(), lambda flow: any(one.form or one.why or not one.always for one in flow.items)),
        (
            (flow for area in WORKSPACE.areas for flow in area.current_flows.at("birth", "school-start")),
            lambda flow: any(when.event in ("birth", "school-start") for when in many(flow.shape.when)),
        ),
        (
            (flow for area in WORKSPACE.areas for flow in area.current_flows.in_batches),
            lambda flow: any(when.every for when in flow.when),
        ),
    ],
)
def test_some_flows_are_those_of_all_of_which_it_is_so(found: Iterable[Flow], asked: Callable[[Flow], object]) -> None:
    expected = [flow for flow in WORKSPACE.current_flows() if asked(flow)]
    assert list(found) == expected
    assert 0 < len(expected) < len(list(WORKSPACE.current_flows()))


def test_items_and_channels_are_known_by_what_the_catalogue_says_of_them() -> None:
    assert WORKSPACE.items(lambda item: item.id == "nhs-number") == {"nhs-number"}
    assert "letter" in WORKSPACE.channels(lambda channel: channel.form == "paper")
