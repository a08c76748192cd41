"""Identity matching: cases near to those of the pages."""

import pytest

from sharecheck.rule import Rule
from sharecheck.rules.identity.flow_without_matching import flow_without_matching
from sharecheck.rules.identity.health_message_without_number import health_message_without_number
from sharecheck.rules.identity.match_that_fits_siblings import match_that_fits_siblings
from sharecheck.rules.identity.no_match_before_birth import no_match_before_birth
from sharecheck.rules.identity.only_one_number import only_one_number
from sharecheck.rules.identity.twins_mixed_up import twins_mixed_up
from sharecheck.rules.identity.unborn_never_joined import unborn_never_joined
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


def said(rule: Rule, *texts: str) -> list[str]:
    return [one.message for one in rule.check(workspace(*texts))]


def sent(flow: str) -> str:
    return f"{FRAGMENT}flows:\n  - {{id: it, from: a, to: b, {flow}}}\n"


@pytest.mark.parametrize(
    ("ways", "items", "count"),
    [
        ("[nhs-number]", "growth", 1),
        ("[[nhs-number, identity]]", "growth", 1),
        ("[nhs-number, identity]", "growth", 0),
        ("[nhs-number]", "identity, growth", 0),
    ],
)
def test_a_second_way_is_one_without_the_number(ways: str, items: str, count: int) -> None:
    assert len(said(only_one_number, sent(f"matched-by: {ways}, items: [{items}]"))) == count


@pytest.mark.parametrize(
    ("event", "ways", "count"),
    [
        ("one-year-review", "[mother-identity]", 1),
        ("birth", "[mother-identity]", 0),
        ("booking", "[mother-identity]", 0),
        ("one-year-review", "[[mother-identity, identity]]", 0),
        ("one-year-review", "[address]", 1),
    ],
)
def test_what_a_household_shares_tells_no_child_from_another(event: str, ways: str, count: int) -> None:
    text = sent(f"when: {{event: {event}}}, matched-by: {ways}, items: [growth]")
    assert len(said(match_that_fits_siblings, text)) == count


def test_a_notice_of_birth_is_what_tells_of_the_birth_and_of_the_baby() -> None:
    for items, count in (("identity, birth-details", 1), ("birth-details", 0), ("identity, growth", 0)):
        assert len(said(twins_mixed_up, sent(f"when: {{event: birth}}, items: [{items}]"))) == count


@pytest.mark.parametrize(
    ("way", "items", "count"),
    [
        ("mother-identity", "maternal-mental-health", 0),
        ("mother-identity", "maternal-mental-health, address", 0),
        ("mother-identity", "birth-details", 1),
        ("mother-identity", "what-a-local-catalogue-adds", 1),
        ("address", "maternal-mental-health", 1),
    ],
)
def test_what_is_about_the_mother_alone_is_filed_under_her(way: str, items: str, count: int) -> None:
    parties = "[{id: a, service: midwifery, kind: nhs-trust}, {id: b, service: general-practice, kind: gp-practice}]"
    area = f"sharecheck: area/1\nid: x\nnation: england\nprotocols: partial\nparties: {parties}\n"
    text = sent(f"when: {{event: midwife-discharge}}, matched-by: [{way}], items: [{items}]")
    assert len(said(match_that_fits_siblings, area, text)) == count
    assert len(said(health_message_without_number, area, text)) == count


def test_the_next_area_joins_mother_and_child_by_itself() -> None:
    for elsewhere, count in (("true", 0), ("false", 1)):
        next_hv = f"{{id: b, service: health-visiting, elsewhere: {elsewhere}}}"
        parties = f"parties: [{{id: a, service: midwifery}}, {next_hv}]\n"
        area = f"sharecheck: area/1\nid: x\nnation: england\nprotocols: complete\n{parties}"
        text = sent("when: {event: booking}, matched-by: [mother-identity], items: [smoking]")
        assert len(said(unborn_never_joined, area, text)) == count


def test_an_area_that_is_not_complete_may_join_mother_and_child_elsewhere() -> None:
    text = sent("when: {event: booking}, matched-by: [mother-identity], items: [smoking]")
    for complete, count in (("complete", 1), ("partial", 0)):
        parties = "parties: [{id: a, service: midwifery}, {id: b, service: health-visiting}]\n"
        area = f"sharecheck: area/1\nid: x\nnation: england\nprotocols: {complete}\n{parties}"
        assert len(said(unborn_never_joined, area, text)) == count


@pytest.mark.parametrize(
    ("nation", "kind", "count"), [("england", "gp-practice", 1), ("wales", "gp-practice", 0), ("england", "school", 0)]
)
def test_the_number_is_asked_for_between_health_bodies_of_england(nation: str, kind: str, count: int) -> None:
    parties = f"[{{id: a, service: audiology, kind: nhs-trust}}, {{id: b, service: general-practice, kind: {kind}}}]"
    area = f"sharecheck: area/1\nid: x\nnation: {nation}\nprotocols: partial\nparties: {parties}\n"
    text = sent("when: {event: one-year-review}, matched-by: [identity], items: [growth]")
    assert len(said(health_message_without_number, area, text)) == count


def test_of_an_opening_nobody_says_that_it_has_no_second_way() -> None:
    opening = "encoded-from: {title: Pathway, read: opening}\n"
    text = sent("matched-by: [nhs-number], items: [growth]")
    assert len(said(only_one_number, text)) == 1
    assert said(only_one_number, text.replace("flows:", f"{opening}flows:")) == []
