"""Consent: cases near to those of the pages."""

import pytest

from sharecheck.engine import check
from sharecheck.report.groups import groups, message
from sharecheck.rule import Rule
from sharecheck.rules.consent.asked_here_and_told_there import asked_here_and_told_there
from sharecheck.rules.consent.consent_beside_another_ground import consent_beside_another_ground
from sharecheck.rules.consent.consent_nobody_asks_for import consent_nobody_asks_for
from sharecheck.rules.consent.consent_of_public_body import consent_of_public_body
from sharecheck.rules.consent.consent_without_withdrawal import consent_without_withdrawal
from sharecheck.rules.consent.implied_consent_nobody_expects import implied_consent_nobody_expects
from sharecheck.rules.consent.notice_without_talk import notice_without_talk
from sharecheck.rules.consent.override_without_duty import override_without_duty
from sharecheck.rules.consent.question_about_a_duty import question_about_a_duty
from sharecheck.rules.consent.question_without_choice import question_without_choice
from sharecheck.rules.consent.refusal_stops_everything import refusal_stops_everything
from sharecheck.rules.consent.yes_to_something_else import yes_to_something_else
from tests.rules.examples import FRAGMENT, workspace

PARTIES = """\
parties:
  - {id: maternity, service: midwifery, kind: nhs-trust}
  - {id: playgroup, service: early-years-setting, kind: charity}
  - {id: health-visiting, service: health-visiting, kind: local-authority}
"""
TWO_FLOWS = """\
flows:
  - {id: booking-form, from: maternity, to: health-visiting, items: [smoking]}
  - {id: observations, from: playgroup, to: health-visiting, items: [parents-view, child-protection-plan]}
"""


def test_one_statement_of_a_protocol_is_told_for_each_flow_that_a_public_body_sends_on_it() -> None:
    for sender, flows in (("playgroup", ["booking-form"]), ("maternity", ["booking-form", "observations"])):
        sent = TWO_FLOWS.replace("from: playgroup", f"from: {sender}")
        text = f"{FRAGMENT}{PARTIES}basis: {{article-6: 6(1)(a)}}\n{sent}"
        found = list(consent_of_public_body.check(workspace(text)))
        assert [(one.place.route, one.message) for one in found] == [
            (("basis", "article-6"), f"`maternity` is a public body and states consent, 6(1)(a), for `{flow}`")
            for flow in flows
        ]


def test_a_statement_of_one_party_is_judged_by_that_party() -> None:
    bases = "basis: [{party: playgroup, article-6: 6(1)(a)}, {party: maternity, article-6: 6(1)(e)}]\n"
    assert list(consent_of_public_body.check(workspace(f"{FRAGMENT}{PARTIES}{bases}{TWO_FLOWS}"))) == []


def test_where_consent_is_the_basis_a_refusal_stops_each_flow_also_without_an_agreement_step() -> None:
    found = refusal_stops_everything.check(workspace(f"{FRAGMENT}basis: {{article-6: 6(1)(a)}}\n{TWO_FLOWS}"))
    assert sorted((one.place.route, one.message) for one in found) == [
        (("flows", 0, "id"), "a parent's no to `booking-form` stops all that it carries"),
        (("flows", 1, "items", 1), "a parent's no to `observations` stops `child-protection-plan`"),
    ]


def test_a_minimum_with_what_safety_hangs_on_is_enough() -> None:
    flow = """\
flows:
  - id: plan
    from: maternity
    to: health-visiting
    items: [smoking, pre-birth-plan]
    agreement: {ask: parent, if-refused: [pre-birth-plan]}
"""
    assert list(refusal_stops_everything.check(workspace(f"{FRAGMENT}{flow}"))) == []


def test_of_an_opening_nobody_says_that_it_lacks_a_way_to_say_no() -> None:
    opening = "encoded-from: {title: Pathway, read: opening}\nbasis: {article-6: 6(1)(a)}\n"
    texts = workspace(f"{FRAGMENT}{opening}{TWO_FLOWS}")
    assert [*refusal_stops_everything.check(texts), *consent_without_withdrawal.check(texts)] == []


def said(rule: Rule, *texts: str) -> list[str]:
    return [one.message for one in rule.check(workspace(*texts))]


def sent(more: str, to: str = "health-visiting", items: str = "smoking") -> str:
    return f"{FRAGMENT}{PARTIES}flows:\n  - {{id: it, from: maternity, to: {to}, items: [{items}], {more}}}\n"


@pytest.mark.parametrize(
    ("basis", "count"),
    [
        ("[{article-6: 6(1)(a)}, {article-6: 6(1)(e)}]", 1),
        ("[{article-6: 6(1)(a)}, {article-6: 6(1)(a)}]", 0),
        ("[{party: maternity, article-6: 6(1)(a)}, {party: playgroup, article-6: 6(1)(f)}]", 0),
        ("[{article-6: 6(1)(a)}, {article-9: 9(2)(h)}]", 0),
    ],
)
def test_consent_stands_alone(basis: str, count: int) -> None:
    assert len(said(consent_beside_another_ground, sent(f"basis: {basis}"))) == count


@pytest.mark.parametrize(
    ("more", "count"),
    [
        ("basis: {article-6: 6(1)(a)}", 0),  # told by the lack of a record and of a way back
        ("basis: {article-6: 6(1)(a)}, agreement: {inform: parent}", 1),
        ("basis: {article-9: 9(2)(a)}", 1),
        ("basis: {confidentiality: explicit-consent}, agreement: {ask: parent}", 0),
        ("basis: {party: playgroup, article-9: 9(2)(a)}", 0),
    ],
)
def test_explicit_consent_is_asked_for(more: str, count: int) -> None:
    assert len(said(consent_nobody_asks_for, sent(more))) == count


@pytest.mark.parametrize(
    ("basis", "agreement", "count"),
    [
        ("{article-6: 6(1)(c)}", "{ask: parent}", 1),
        ("{article-6: 6(1)(c)}", "{ask: parent, to: treatment}", 0),
        ("[{article-6: 6(1)(c)}, {article-6: 6(1)(e)}]", "{ask: parent}", 0),
        ("{article-6: 6(1)(c)}", "{inform: parent}", 0),
    ],
)
def test_what_has_to_be_sent_is_no_question(basis: str, agreement: str, count: int) -> None:
    assert len(said(question_about_a_duty, sent(f"basis: {basis}, agreement: {agreement}"))) == count


def test_a_question_whose_no_stops_nothing_is_none() -> None:
    for left, count in (("[smoking]", 1), ("[smoking, address]", 1), ("[address]", 0)):
        assert len(said(question_without_choice, sent(f"agreement: {{ask: parent, if-refused: {left}}}"))) == count


def test_the_three_kinds_of_yes_are_kept_apart() -> None:
    for to, point, count in (("service", "a", 1), ("treatment", "a", 1), ("sharing", "a", 0), ("service", "e", 0)):
        text = sent(f"basis: {{article-6: 6(1)({point})}}, agreement: {{ask: parent, to: {to}}}")
        assert len(said(yes_to_something_else, text)) == count
    (message,) = said(
        yes_to_something_else, sent("basis: {article-9: 9(2)(a)}, agreement: {ask: parent, to: treatment}")
    )
    assert message == "parents agree to a treatment, and `it` takes that for consent to the sharing, 9(2)(a)"


def test_a_duty_that_goes_before_a_no_is_named() -> None:
    for powers, count in (("", 1), ("ca2004-11", 1), ("ca2004-11, cca-40", 0), ("nobody-knows", 0)):
        agreement = "agreement: {ask: parent, overridden-by: [safeguarding, legal-duty]}"
        assert len(said(override_without_duty, sent(f"basis: {{powers: [{powers}]}}, {agreement}"))) == count


def test_one_protocol_may_ask_for_one_thing_and_tell_of_another() -> None:
    asks = "  - {id: ask, from: maternity, to: health-visiting, items: [smoking], agreement: {ask: parent}}\n"
    tells = "  - {id: tell, from: maternity, to: health-visiting, items: [smoking], agreement: {inform: parent}}\n"
    area = f"sharecheck: area/1\nid: a\nnation: england\nprotocols: partial\n{PARTIES}"
    together = f"{FRAGMENT}flows:\n{asks}{tells}"
    apart = (f"{FRAGMENT}flows:\n{asks}", f"sharecheck: protocol/1\nid: other\nflows:\n{tells}")
    assert said(asked_here_and_told_there, area, together) == []
    assert said(asked_here_and_told_there, area, *apart) == [
        "for `smoking` parents are asked by `ask` and told by `tell`"
    ]


def test_consent_may_be_implied_among_those_who_care_for_the_child() -> None:
    basis = "basis: {confidentiality: implied-consent}"
    assert said(implied_consent_nobody_expects, sent(basis)) == []
    assert len(said(implied_consent_nobody_expects, sent(basis, "playgroup"))) == 1
    assert said(implied_consent_nobody_expects, sent(f"{basis}, agreement: {{inform: parent}}", "playgroup")) == []
    assert said(implied_consent_nobody_expects, sent(basis, "playgroup", "address")) == []


def test_the_talk_before_a_notice_is_asked_for_in_both_nations() -> None:
    for power, items, count in (
        ("cfa-23", "sen-notification", 1),
        ("aln-64", "sen-notification", 1),
        ("cfa-23", "growth", 0),
    ):
        assert len(said(notice_without_talk, sent(f"basis: {{powers: [{power}]}}", items=items))) == count


BOTH = "basis: [{party: playgroup, article-6: 6(1)(%s)}, {party: maternity, article-6: 6(1)(%s)}]\n"


def test_a_flow_is_judged_by_the_ground_of_who_sends_it() -> None:
    asked = "flows: [{id: it, from: maternity, to: health-visiting, items: [smoking], agreement: {ask: parent%s}}]\n"
    untold = "flows: [{id: it, from: maternity, to: health-visiting, items: [smoking]}]\n"
    for rule, flow, stated, other in (
        (refusal_stops_everything, untold, "a", "e"),
        (question_about_a_duty, asked % "", "c", "e"),
        (yes_to_something_else, asked % ", to: service", "a", "e"),
    ):
        assert said(rule, f"{FRAGMENT}{PARTIES}{BOTH % (stated, other)}{flow}") == []
        assert len(said(rule, f"{FRAGMENT}{PARTIES}{BOTH % (other, stated)}{flow}")) == 1


def test_a_no_to_a_service_stops_the_service() -> None:
    for to, count in (("sharing", 1), ("service", 0), ("treatment", 0)):
        for rule, left in ((refusal_stops_everything, ""), (question_without_choice, ", if-refused: [smoking]")):
            assert len(said(rule, sent(f"agreement: {{ask: parent, to: {to}{left}}}"))) == count
    plan = sent("agreement: {ask: parent, to: service}", items="pre-birth-plan")
    assert len(said(refusal_stops_everything, plan)) == 1


def test_parents_are_not_asked_about_their_own_copy() -> None:
    copy = {"to": "parent", "items": "sen-notification"}
    for rule, basis, count in (
        (consent_nobody_asks_for, "{article-9: 9(2)(a)}", 1),
        (consent_without_withdrawal, "{article-6: 6(1)(a)}", 2),  # where it is recorded, and how it is taken back
        (notice_without_talk, "{powers: [cfa-23]}", 1),
    ):
        assert said(rule, sent(f"basis: {basis}", **copy)) == []
        assert len(said(rule, sent(f"basis: {basis}", items="sen-notification"))) == count


def test_one_consent_for_three_flows_is_told_once_and_that_of_another_flow_apart() -> None:
    flow = "  - {{id: {id}, from: nursery, to: hv, items: [parents-view]{more}}}\n"
    own = ", basis: {article-6: 6(1)(a)}"
    flows = "".join(flow.format(id=id, more=own if id == "d" else "") for id in "abcd")
    text = f"{FRAGMENT}basis: {{article-6: 6(1)(a)}}\nflows:\n{flows}"
    assert [message(group) for group in groups(check(workspace(text), select=("CON02",)))] == [
        "a parent's no to `a`, `b` and `c` stops all that they carry",
        "a parent's no to `d` stops all that it carries",
    ]
