"""Playing a child takes work that grows as the promises do: what waits is looked up, and not all is looked at again."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from sharecheck.replay import Stage, reasons, stories
from sharecheck.replay import run as module
from sharecheck.standards import journeys
from sharecheck.workspace import Workspace

pytestmark = pytest.mark.untraced

AREA = """\
sharecheck: area/1
id: a
nation: england
protocols: complete
parties:
  - {id: maternity, service: midwifery}
  - {id: health-visitors, service: health-visiting}
"""
SENT = "when: {on: change}, channel: secure-email, items: [birth-details], matched-by: [nhs-number]"


def _opened(folder: Path, parties: str, flows: str) -> Workspace:
    (folder / "area.yaml").write_text(AREA + parties, encoding="utf-8")
    text = f"sharecheck: protocol/1\nid: p\narea: a\nstatus: in-force\nflows:\n{flows}"
    (folder / "p.yaml").write_text(text, encoding="utf-8")
    return Workspace.open(folder)


def _told(stage: Stage, item: str) -> set[str]:
    """Why the health visitors did not know an item."""
    taken = [one for one in stage.handovers if one.party == "health-visitors"]
    return {why.text for one in taken for why, items in stage.lacking(one).items() if item in items}


def _counted(monkeypatch: pytest.MonkeyPatch, owner: type, name: str) -> Callable[[], int]:
    """How often a method is called from now on."""
    calls = [0]
    before = getattr(owner, name)

    def counting(*arguments: object) -> object:
        calls[0] += 1
        return before(*arguments)

    monkeypatch.setattr(owner, name, counting)
    return lambda: calls[0]


@pytest.mark.parametrize("number", [50, 100])
def test_a_message_that_nobody_can_file_is_looked_at_once(
    number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Messages wait for an identifier that never comes: each new one used to look at all that waited."""
    lines = (
        f"  - {{id: f{at}, from: maternity, to: health-visitors, within: P{at + 1}D, {SENT}}}\n" for at in range(number)
    )
    workspace = _opened(tmp_path, "", "".join(lines))
    looks = _counted(monkeypatch, module._Run, "lacks")

    [story] = stories(workspace, journeys()["typical-child-in-england"], workspace.area("a"))

    messages = story.stages[0].replay.messages
    assert len(messages) >= number
    assert len(messages) <= looks() <= 2 * len(messages)


def test_a_reason_is_asked_for_once_where_many_ways_lead_over_the_same_senders(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Twelve steps of two teams each, each telling both of the next: 4,096 ways, over 24 teams."""
    steps = [(f"left-{at}", f"right-{at}") for at in range(12)]
    parties = "".join(f"  - {{id: {id}, service: social-care}}\n" for pair in steps for id in pair)
    tells = [*pairwise(steps), (steps[-1], ("health-visitors",))]
    flows = "".join(
        f"  - {{id: f{at}, from: [{', '.join(some)}], to: [{', '.join(others)}], within: P1D, "
        "when: {on: change}, channel: secure-email, items: [birth-details]}\n"
        for at, (some, others) in enumerate(tells)
    )
    workspace = _opened(tmp_path, parties, flows)
    looks = _counted(monkeypatch, reasons.Reasons, "_reasons")

    [story] = stories(workspace, journeys()["typical-child-in-england"], workspace.area("a"))
    assert _told(story.stages[0], "birth-details") == {"`f0` would bring it, but `left-0` did not know"}
    assert looks() < 400


def test_a_chain_of_senders_longer_than_the_stack_has_a_reason(tmp_path: Path) -> None:
    ids = [f"team-{at}" for at in range(400)]
    parties = "".join(f"  - {{id: {id}, service: social-care}}\n" for id in ids)
    ends = zip(ids, [*ids[1:], "health-visitors"], strict=True)
    flows = "".join(
        f"  - {{id: f{at}, from: {a}, to: {b}, within: P1D, when: {{on: change}}, channel: secure-email, "
        "items: [birth-details]}\n"
        for at, (a, b) in enumerate(ends)
    )
    workspace = _opened(tmp_path, parties, flows)

    [story] = stories(workspace, journeys()["typical-child-in-england"], workspace.area("a"))

    assert _told(story.stages[0], "birth-details") == {"`f360` would bring it, but `team-360` did not know"}
