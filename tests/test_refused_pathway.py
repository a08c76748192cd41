"""An area whose pathway is not understood: nothing is said of what its children need, and it is said once."""

import pytest

from sharecheck import check
from tests.rules.examples import workspace

AREA = """\
sharecheck: area/1
id: northshire
nation: england
pathway: northshire
protocols: complete
parties:
  - {id: hv, service: health-visiting}
  - {id: maternity, service: midwifery}
"""
PATHWAY = """\
sharecheck: pathway/1
id: northshire
nation: england
extends: england
events:
  - {id: weighing, title: Weighing, window: {age: {from: P20D, to: P21D}}}
"""
FLOW = """\
sharecheck: protocol/1
id: weights
flows:
  - {id: weight, from: maternity, to: hv, when: {event: weighing}, within: P1D, items: [growth]}
"""
LOOKED_AT = ("DOC", "GAP", "STR01", "STR02")


def told(*texts: str) -> list[str]:
    return [f"{one.rule.id} {one.finding.message}" for one in check(workspace(*texts), LOOKED_AT).diagnostics]


def test_all_needs_are_unknown_and_one_message_says_why() -> None:
    texts = workspace(AREA, PATHWAY.replace("title:", "titel:"), FLOW)
    coverage = check(texts).coverage
    assert (coverage.kept, coverage.lost, coverage.share) == (0, 0, None)
    assert coverage.unknown == coverage.needs > 0
    assert told(AREA, PATHWAY.replace("title:", "titel:"), FLOW) == [
        f"GAP10 {coverage.needs} of {coverage.needs} needs at transitions cannot be judged: its pathway could not be "
        "understood",
        "DOC06 `titel` is not a key of entry 1 of `events`",
    ]


def test_so_they_are_when_it_is_not_among_the_files() -> None:
    messages = told(AREA, FLOW)
    assert [message[:5] for message in messages] == ["GAP10", "STR02"]
    assert messages[0].endswith("its pathway is not here")
    assert messages[1] == "STR02 `northshire` is not a known pathway"


def test_and_when_it_is_not_here_what_that_pathway_extends() -> None:
    assert workspace(AREA, PATHWAY.replace("extends: england", "extends: county")).areas[0].followed is False
    assert workspace(AREA, PATHWAY).areas[0].followed is True


@pytest.mark.parametrize("name", ["growht", "weight-at-home"])
def test_a_refused_catalogue_may_describe_what_nobody_else_does(name: str) -> None:
    catalogue = f"sharecheck: catalogue/1\nid: words\nitems: [{{id: {name}, titel: Growth}}]\n"
    flow = FLOW.replace("[growth]", f"[{name}]").replace("event: weighing", "event: birth")
    assert [message[:5] for message in told(catalogue, flow)][:1] == ["DOC06"]
    assert not [message for message in told(catalogue, flow) if message.startswith("STR02")]
    assert [message for message in told(flow) if message.startswith("STR02")] == [f"STR02 `{name}` is not a known item"]
