"""Rules that compare two lengths of time: exact for what is surely so, silent where it hangs on the calendar."""

import pytest

from sharecheck.rule import Example
from sharecheck.rules import find
from tests.rules.examples import said

AREA = """\
sharecheck: area/1
id: northshire
nation: england
protocols: complete
parties:
  - {id: maternity, service: midwifery}
  - {id: hub, service: family-hub}
---
"""
FLOW = "{id: discharge, from: maternity, to: hub, when: {event: birth}, within: %s, items: [growth]}"
LIMIT = f"flows:\n  - {FLOW}\n"
EVERY = "flows:\n  - {id: discharge, from: maternity, to: hub, when: {every: %s}, items: [growth]}\n"
CHASED = (
    "flows:\n  - " + FLOW.replace("%s", "P1D")[:-1] + ", receipt: {acknowledged: true, owner: desk, chase-after: %s}}\n"
)
BREACH = f"{LIMIT % 'P1D'}governance: {{breach: {{notify-partners-within: %s}}}}\n"
VERSIONS = {"WKR10": LIMIT, "WKR11": EVERY, "WKR14": CHASED, "WKR25": BREACH}

DROPPED = f"""\
{AREA}# the version before
sharecheck: protocol/1
id: hearing
status: withdrawn
flows:
  - {FLOW}
---
sharecheck: protocol/1
id: hearing
status: in-force
flows:
  - {FLOW}
"""
TWICE = DROPPED.replace("hearing", "a-first", 1).replace("withdrawn", "in-force")
KEPT = f"""\
{AREA}sharecheck: protocol/1
id: old
flows: []
governance: {{retention: {{party: hub, period: %s, trigger: the child leaves}}}}
---
sharecheck: protocol/1
id: older
flows: []
governance: {{retention: {{party: hub, period: %s, trigger: the child leaves}}}}
"""
PATHWAY = """\
sharecheck: pathway/1
id: county
nation: england
events: [{id: visit, title: Visit, window: {age: {from: P10D, to: P14D}}}]
transitions: [{id: h, title: H, to: health-visiting, at: visit, plus: %s, needs: [{item: growth, weight: useful}]}]
---
sharecheck: pathway/1
id: town
nation: england
extends: county
transitions: [{id: h, title: H, to: health-visiting, at: visit, plus: %s, needs: [{item: growth, weight: useful}]}]
"""
TEXTS = {"LIF08": DROPPED, "LIF09": TWICE, "RET05": KEPT, "STR13": PATHWAY}

SILENT = [
    ("P1Y", "P12M"),
    ("P12M", "P1Y"),
    ("P4W", "P28D"),
    ("P1D", "PT24H"),
    ("P30D", "P1M"),
    ("P1M", "P31D"),
    ("P365D", "P1Y"),
    ("P13W", "P3M"),
]
LOUD = [("P1Y", "P13M"), ("P1M", "P6W"), ("P27D", "P1M"), ("P364D", "P1Y"), ("P1D", "PT25H"), ("P4W", "P29D")]


def findings(rule: str, was: str, now: str) -> list[str]:
    example = (
        Example("good", VERSIONS[rule] % now, "", VERSIONS[rule] % was)
        if rule in VERSIONS
        else Example("good", TEXTS[rule] % (was, now))
    )
    return [one.finding.message for one in said(find(rule)[0], example)]


@pytest.mark.parametrize("rule", [*VERSIONS, *TEXTS])
@pytest.mark.parametrize(("was", "now"), SILENT)
def test_what_is_not_surely_longer_is_not_said_to_be(rule: str, was: str, now: str) -> None:
    assert findings(rule, was, now) == []


@pytest.mark.parametrize("rule", [*VERSIONS, *TEXTS])
@pytest.mark.parametrize(("was", "now"), LOUD)
def test_what_is_surely_longer_is_told(rule: str, was: str, now: str) -> None:
    assert len(findings(rule, was, now)) == 1


def test_two_limits_are_told_as_they_were_agreed() -> None:
    assert findings("LIF09", "P12M", "P13M") == [
        "`discharge` may take 13 months, and `discharge` of `a-first` promises the same in 12 months"
    ]
    assert findings("RET05", "P1Y", "P13M") == ["`hub` keeps it for 13 months by `older`, and for 1 year by `old`"]
