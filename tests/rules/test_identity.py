"""Identity matching: cases near to those of the pages."""

import pytest

from sharecheck.rules.identity.flow_without_matching import flow_without_matching
from sharecheck.rules.identity.no_match_before_birth import no_match_before_birth
from sharecheck.rules.identity.upn_before_school import upn_before_school
from tests.rules.examples import FRAGMENT, workspace


def test_of_an_opening_nobody_says_that_it_lacks_a_way_to_match() -> None:
    text = """\
encoded-from: {title: Pathway, read: opening}
flows: [{id: note, from: maternity, to: health-visiting, items: [smoking]}]
"""
    assert list(flow_without_matching.check(workspace(f"{FRAGMENT}{text}"))) == []


def test_a_school_for_two_year_olds_holds_the_number() -> None:
    text = """\
parties:
  - {id: nursery-school, service: early-years-setting, kind: school}
  - {id: nursery, service: early-years-setting, kind: charity}
flows:
  - {id: summary, from: nursery-school, to: nursery, when: {on: change}, matched-by: [upn], items: [transition-summary]}
"""
    assert [one.message for one in upn_before_school.check(workspace(f"{FRAGMENT}{text}"))] == [
        "`summary` can only be filed by the unique pupil number, and `nursery` can hardly have that of a child before "
        "school"
    ]


@pytest.mark.parametrize(
    ("event", "spoken"), [("booking", True), ("pregnancy-loss", True), ("birth", False), ("midwife-discharge", False)]
)
def test_before_birth_ends_with_birth(event: str, spoken: bool) -> None:
    flow = f"""\
flows:
  - {{id: note, from: maternity, to: hv, when: {{event: {event}}}, matched-by: [nhs-number], items: [smoking]}}
"""
    assert bool(list(no_match_before_birth.check(workspace(f"{FRAGMENT}{flow}")))) == spoken
