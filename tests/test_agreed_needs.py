"""What is needed only where the parent agrees: a refusal is respected, and is no loss; all else about it is one."""

import pytest

from sharecheck import check
from sharecheck.network import outcomes
from sharecheck.replay import WORST, replay, witness
from sharecheck.replay.handovers import answer
from tests.rules.examples import workspace

PARTS = """\
sharecheck: area/1
id: small
nation: england
pathway: small
protocols: complete
parties:
  - {id: nursery, service: early-years-setting}
  - {id: hv, service: health-visiting}
"""
PATHWAY = """\
sharecheck: pathway/1
id: small
nation: england
events:
  - {id: two, title: Check, window: {age: {from: P24M, to: P25M}}}
records:
  - {service: early-years-setting, event: two, items: [progress-check-summary]}
transitions:
  - id: shared
    title: Check
    to: health-visiting
    at: two
    plus: P1M
    needs: [{item: progress-check-summary, weight: important, if-agreed: true}]
"""
PROTOCOL = """\
sharecheck: protocol/1
id: sharing
flows:
  - id: check
    from: nursery
    to: hv
    when: {event: two}
    within: P5D
    channel: secure-email
    items: [progress-check-summary]
    agreement: {ask: parent}
"""


def kinds(pathway: str = PATHWAY, protocol: str = PROTOCOL) -> list[str]:
    (area,) = workspace(PARTS, pathway, protocol).areas
    return [outcome.kind for outcome in outcomes(area.network)]


def test_a_refusal_is_respected() -> None:
    assert kinds() == ["kept"]
    assert kinds(PATHWAY.replace(", if-agreed: true", "")) == ["conditional"]


@pytest.mark.parametrize(
    ("change", "to", "kind"),
    [
        ("within: P5D", "within: P3M", "late"),
        ("channel: secure-email", "channel: parent-letter", "conditional"),
        ("id: sharing", "id: sharing\nstatus: draft", "blocked"),
        ("items: [progress", "items: [setting-attended]\n    purpose: not [progress", "not-shared"),
    ],
)
def test_what_else_goes_wrong_is_lost_all_the_same(change: str, to: str, kind: str) -> None:
    assert kinds(protocol=PROTOCOL.replace(change, to)) == [kind]


def test_the_replayed_parent_who_says_no_has_lost_nothing() -> None:
    (area,) = workspace(PARTS, PATHWAY, PROTOCOL).areas
    run = replay(area, {"two": 0}, WORST, lambda minute: area.as_of)
    found = answer(
        run, "hv", area.transitions["shared"], area.transitions["shared"].needs[0], 60 * 24 * 28, frozenset()
    )
    assert (found.met, found.nothing) == (False, True)


def test_the_witness_of_a_loss_is_a_child_whose_parent_agreed() -> None:
    (area,) = workspace(PARTS, PATHWAY, PROTOCOL.replace("P5D", "P3M")).areas
    (outcome,) = area.outcomes
    found = witness(area, outcome)
    assert found is not None
    assert found.journey.refuses is None
    assert not found.answer.met


def test_a_local_pathway_that_leaves_a_need_to_the_parent_asks_less() -> None:
    local = """\
sharecheck: pathway/1
id: local
nation: england
extends: england
transitions:
  - id: t14-setting-known-at-two-year-review
    title: Which setting
    to: health-visiting
    at: two-year-review
    needs: [{item: setting-attended, weight: important, if-agreed: true}]
"""
    found = check(workspace(local), select=("STR13",)).diagnostics
    assert [one.finding.message for one in found] == [
        "`t14-setting-known-at-two-year-review` needs `setting-attended` only where the parent agrees; "
        "`england` needs it of every child"
    ]
