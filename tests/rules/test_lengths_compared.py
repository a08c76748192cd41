"""Rules that compare two lengths speak only where the calendar cannot make them equal."""

import pytest

from sharecheck.rules.life_cycle.two_promises_of_one_thing import two_promises_of_one_thing
from sharecheck.rules.retention.different_periods import different_periods
from tests.rules.examples import workspace

AREA = """\
sharecheck: area/1
id: northshire
nation: england
protocols: partial
parties:
  - {id: maternity, service: midwifery}
  - {id: gps, service: general-practice}
"""
PROMISE = """\
sharecheck: protocol/1
id: %s
flows:
  - {id: %s, from: maternity, to: gps, when: {event: birth}, within: %s, channel: letter, items: [birth-details]}
"""
RECORD = """\
sharecheck: protocol/1
id: %s
flows: []
governance:
  retention: [{party: maternity, period: %s, trigger: birth}]
"""
SAME = [("P12M", "P1Y"), ("P24M", "P2Y"), ("P1Y6M", "P18M"), ("P4W", "P28D"), ("P1D", "PT24H"), ("P36M", "P3Y")]
PERHAPS = [
    ("P1M", "P30D"),
    ("P1M", "P31D"),
    ("P1M", "P4W"),
    ("P1Y", "P365D"),
    ("P1Y", "P366D"),
    ("P9M", "P39W"),
    ("P2M", "P61D"),
    ("P4Y", "P1461D"),
]
OTHER = [
    ("P1M", "P27D"),
    ("P1M", "P32D"),
    ("P1Y", "P364D"),
    ("P1Y", "P367D"),
    ("P12M", "P51W"),
    ("P11M", "P1Y"),
    ("P2M", "P58D"),
    ("P4Y", "P1459D"),
]


def compared(text: str, one: str, other: str) -> int:
    """How many findings there are of two agreements with these lengths."""
    rule, blanks = (two_promises_of_one_thing, 2) if text is PROMISE else (different_periods, 1)
    texts = [text % (*[name] * blanks, length) for name, length in (("first", one), ("second", other))]
    return len(list(rule.check(workspace(AREA, *texts))))


@pytest.mark.parametrize("text", [PROMISE, RECORD], ids=["LIF09", "RET05"])
class TestTwoLengths:
    @pytest.mark.parametrize(("one", "other"), [*SAME, *PERHAPS])
    def test_that_are_equal_or_may_be_are_no_finding(self, text: str, one: str, other: str) -> None:
        assert compared(text, one, other) == compared(text, other, one) == 0

    @pytest.mark.parametrize(("one", "other"), OTHER)
    def test_that_differ_whatever_the_day_are_one(self, text: str, one: str, other: str) -> None:
        assert compared(text, one, other) == compared(text, other, one) == 1
