"""A local catalogue that is not understood: what goes by its channels is unknown, neither kept nor lost."""

import pytest

from sharecheck import check
from sharecheck.network import Outcome
from tests.rules.examples import workspace

AREA = """\
sharecheck: area/1
id: northshire
nation: england
pathway: small
protocols: complete
parties:
  - {id: maternity, service: midwifery}
  - {id: hv, service: health-visiting}
"""
PATHWAY = """\
sharecheck: pathway/1
id: small
nation: england
events:
  - {id: birth, title: Birth, window: {age: {from: P0D, to: P0D}}}
  - {id: visit, title: Visit, window: {age: {from: P10D, to: P14D}}}
records:
  - {service: midwifery, event: birth, items: [growth]}
transitions:
  - id: handover
    title: To health visiting
    to: health-visiting
    at: visit
    source: qs37-1
    verified: "yes"
    needs: [{item: growth, form: structured, weight: critical}]
"""
FLOW = """\
sharecheck: protocol/1
id: weights
flows:
  - {id: weight, from: maternity, to: hv, when: {event: birth}, within: P1D, channel: pouch, items: [growth]}
"""
CATALOGUE = """\
sharecheck: catalogue/1
id: words
channels:
  - {id: pouch, title: The pouch in the van, form: coded, secure: true}
"""
REFUSED = CATALOGUE.replace("title:", "titel:")


def found(*texts: str) -> tuple[str, bool]:
    (outcome,) = workspace(AREA, PATHWAY, *texts).areas[0].outcomes
    return outcome.kind, outcome.unknown


def test_what_goes_by_a_channel_of_it_is_unknown() -> None:
    assert found(FLOW, CATALOGUE) == ("kept", False)
    assert found(FLOW, CATALOGUE.replace("coded", "paper")) == ("degraded", False)
    assert found(FLOW, REFUSED) == ("not-shared", True)
    assert found(FLOW, CATALOGUE.replace("[", "").replace("channels:", "channels: [")) == ("not-shared", True)


def test_it_says_so_once_and_claims_nothing_else() -> None:
    result = check(workspace(AREA, PATHWAY, FLOW, REFUSED), ("DOC", "GAP", "STR02"))
    assert [f"{one.rule.id} {one.finding.message}" for one in result.diagnostics] == [
        "GAP10 1 of 1 needs at transitions cannot be judged: a file could not be understood",
        "DOC06 `titel` is not a key of entry 1 of `channels`",
    ]
    assert (result.coverage.kept, result.coverage.lost, result.coverage.unknown) == (0, 0, 1)


@pytest.mark.parametrize("kind", ["catalogue/1", "catalog/1"])
def test_a_national_channel_that_it_describes_anew_is_unknown_too(kind: str) -> None:
    flow = FLOW.replace("pouch", "secure-email")
    refused = REFUSED.replace("catalogue/1", kind)
    assert found(flow, refused) == ("kept", False)
    assert found(flow, refused.replace("id: pouch", "id: secure-email")) == ("not-shared", True)


def test_what_is_sure_without_it_stays_so() -> None:
    second = FLOW.replace("id: weights", "id: more").replace("pouch", "system-message")
    assert found(FLOW, second, REFUSED) == ("kept", False)


def test_what_is_lost_however_good_the_channel_is_told() -> None:
    assert found(FLOW.replace("P1D", "P1M"), REFUSED) == ("late", False)
    assert found(FLOW.replace("items: [", "agreement: {ask: parent}, items: ["), REFUSED) == ("conditional", False)


def test_a_worse_way_beside_it_is_no_gap_that_is_known() -> None:
    spoken = FLOW.replace("id: weights", "id: more").replace("pouch", "telephone")
    assert found(spoken) == ("degraded", False)
    assert found(FLOW, spoken, REFUSED) == ("not-shared", True)


def test_another_file_that_is_refused_makes_no_channel_unknown() -> None:
    assert found(FLOW.replace("pouch", "secure-email"), "sharecheck: journey/1\nid: ann\ntitle: Ann\n") == (
        "kept",
        False,
    )


@pytest.mark.parametrize("rule", ["TIM08", "FBK01"])
def test_rules_about_how_it_travels_are_silent(rule: str) -> None:
    flow = FLOW.replace("growth", "maternal-mental-health").replace("pouch", "post")
    texts = AREA, PATHWAY, flow.replace("post", "courier"), REFUSED.replace("pouch", "courier")
    assert [one.rule.id for one in check(workspace(AREA, PATHWAY, flow), (rule,)).diagnostics] == [rule]
    assert [one.rule.id for one in check(workspace(*texts), (rule,)).diagnostics if one.rule.id == rule] == []


def test_the_outcome_names_no_way_and_nobody() -> None:
    (outcome,) = workspace(AREA, PATHWAY, FLOW, REFUSED).areas[0].outcomes
    assert outcome == Outcome(outcome.need, "not-shared", unknown=True)
