"""A finding is about one thing: each has an identity of its own, and one more member is one more finding."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest

from sharecheck import check
from sharecheck.engine.diagnostic import Diagnostic
from sharecheck.report.groups import groups, message
from sharecheck.rule import Example, Rule
from sharecheck.rules import rulebook
from sharecheck.workspace import Workspace
from tests.rules.examples import FRAGMENT, TODAY, result_of, workspace
from tests.rules.test_cases import EVERY, Case

PROTOCOLS = Path(__file__).parent.parent.parent / "protocols"
FOLDERS = [one for one in (*PROTOCOLS.iterdir(), *(PROTOCOLS / "published").iterdir()) if one.is_dir()]
BOOK = "channel: parent-held-record"


def repeated(found: Iterable[Diagnostic]) -> dict[tuple[str, ...], int]:
    """What several findings are said to be about; but where two things have one id, which is a mistake of its own."""
    every = list(found)
    if any(one.rule.id == "STR06" for one in every):
        return {}
    times = Counter(one.fingerprint for one in every)
    return {(one.rule.id, *one.about): times[one.fingerprint] for one in every if times[one.fingerprint] > 1}


@pytest.mark.parametrize("rule", rulebook(), ids=lambda rule: rule.id)
def test_each_finding_of_an_example_has_an_identity_of_its_own(rule: Rule) -> None:
    for example in rule.examples:
        assert repeated(result_of(rule, example).diagnostics) == {}
        texts = workspace(*(text.replace("  # <-", "") for text in example.documents))
        assert repeated(check(texts).diagnostics) == {}


@pytest.mark.parametrize("case", EVERY)
def test_each_finding_of_a_case_has_an_identity_of_its_own(case: Case) -> None:
    page = case.rule.examples[0]
    for text in case.wrong:
        wrong = result_of(case.rule, Example("good", text, page.setting, page.earlier))
        assert repeated(wrong.diagnostics) == {}


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda one: one.name)
def test_each_finding_in_a_folder_has_an_identity_of_its_own(folder: Path) -> None:
    assert repeated(check(Workspace.open(folder, as_of=TODAY)).diagnostics) == {}


PARTIES = "parties: [{id: a, service: midwifery}, {id: b, service: health-visiting}, {id: c, service: family-hub}]\n"
GROWING = {
    "MIN01: an item": ("MIN01", f"a: {BOOK}, items: [domestic-abuse-enquiry", ", pre-birth-plan"),
    "MIN01: in front": ("MIN01", f"a: {BOOK}, items: [domestic-abuse-enquiry", ", pre-birth-plan, growth"),
    "SEC01: an item": ("SEC01", "a: channel: fax, items: [growth", ", maternal-mental-health"),
    "SEC04: an item": ("SEC04", "a: channel: fax, items: [child-protection-plan", ", staff-safety"),
    "FID01: an item": ("FID01", f"a: {BOOK}, items: [growth", ", feeding-status"),
    "FID04: an item": ("FID04", "a: channel: telephone, items: [child-protection-plan", ", pre-birth-plan"),
    "CON02: an item": (
        "CON02",
        "a: channel: letter, agreement: {ask: parent}, items: [child-protection-plan",
        ", pre-birth-plan",
    ),
}


@pytest.mark.parametrize(("rule", "flow", "more"), GROWING.values(), ids=GROWING)
def test_one_more_item_is_one_more_finding_and_the_known_one_stays_what_it_was(rule: str, flow: str, more: str) -> None:
    id, _, said = flow.partition(": ")
    line = f"{FRAGMENT}{PARTIES}flows:\n  - {{id: {id}, from: a, to: b, when: {{event: birth}}, {said}%s]}}\n"
    before, after = (
        {one.fingerprint: one for one in check(workspace(line % items), select=(rule,)).diagnostics}
        for items in ("", more)
    )
    assert len(before) == 1
    assert before.keys() < after.keys()
    assert len(after) == 2
    places = {one.finding.place.route for one in after.values()}
    assert len(places) == 2


MORE_PARTIES = {
    "GOV01": "{id: %s, service: midwifery}",
    "GOV06": "{id: %s, service: midwifery, controller: joint-controller}",
    "STR11": "{id: %s, service: []}",
}


@pytest.mark.parametrize(("rule", "party"), MORE_PARTIES.items())
def test_when_one_of_two_parties_is_mended_the_other_is_not_new(rule: str, party: str) -> None:
    def found(*names: str) -> set[str]:
        parties = ", ".join(party % name for name in names)
        text = f"sharecheck: area/1\nid: x\nnation: england\nprotocols: complete\nparties: [{parties}]\n"
        return {one.fingerprint for one in check(workspace(text), select=(rule,)).diagnostics if one.rule.id == rule}

    assert found("maternity", "hv") == found("maternity") | found("hv")
    assert len(found("maternity", "hv")) == 2


def test_a_second_flow_without_a_channel_or_a_basis_is_a_finding_of_its_own() -> None:
    flow = "  - {id: %s, from: a, to: b, when: {event: birth}, items: [growth]}\n"
    for rule in ("STR16", "LAW01", "LAW03", "TIM01", "FBK01", "IDM01"):
        one, both = (
            {each.fingerprint for each in check(workspace(f"{FRAGMENT}flows:\n{text}"), select=(rule,)).diagnostics}
            for text in (flow % "first", flow % "first" + flow % "second")
        )
        assert (len(one), len(both), one < both) == (1, 2, True), rule


def test_the_same_mistake_in_two_areas_with_equal_protocol_ids_is_two_findings() -> None:
    area = "sharecheck: area/1\nid: %s\nnation: england\nprotocols: partial\nparties: [{id: a, service: school}]\n"
    text = "sharecheck: protocol/1\nid: same\narea: %s\nflows: [{id: f, from: a, to: b, items: [growth]}]\n"
    texts = [words % id for id in ("north", "south") for words in (area, text)]
    found = check(workspace(*texts), select=("TIM01", "GAP")).diagnostics
    assert [(one.area, one.about) for one in found if one.rule.id == "TIM01"] == [("north", ("f",)), ("south", ("f",))]
    assert repeated(found) == {}


def test_a_group_is_printed_with_the_sentence_of_those_that_are_left() -> None:
    sent = f"from: a, to: b, {BOOK}, items: [domestic-abuse-enquiry, pre-birth-plan]"
    result = check(workspace(f"{FRAGMENT}{PARTIES}flows:\n  - {{id: f, {sent}}}\n"), select=("MIN01",))
    seen = "by `parent-held-record`, which others at home can see"
    (group,) = groups(result)
    assert message(group) == f"`f` sends `domestic-abuse-enquiry` and `pre-birth-plan` {seen}"
    assert [one.finding.message for one in group] == [
        f"`f` sends `{item}` {seen}" for item in ("domestic-abuse-enquiry", "pre-birth-plan")
    ]
