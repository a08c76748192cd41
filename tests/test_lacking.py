"""Clauses that an agreement lacks: told together, with text to add that fits the format."""

from pathlib import Path

from sharecheck import check
from sharecheck.finding import Lack
from sharecheck.model import Protocol
from sharecheck.reading import read_bytes
from sharecheck.reading.placeholders import says_nothing
from sharecheck.report import concise, full
from sharecheck.report.clauses import skeleton
from sharecheck.report.style import Style
from tests.rules.examples import TODAY, workspace

BARE = """\
sharecheck: protocol/1
id: handover
parties:
  - {id: maternity, service: midwifery, nation: england}
  - {id: hv, service: health-visiting, nation: england, public-authority: true}
flows:
  - id: summary
    from: maternity
    to: hv
    when: {event: birth}
    within: P2D
    channel: secure-email
    items: [birth-details, address, maternal-mental-health, child-protection-plan]
"""

FEW = ("LIF04", "RTS02", "RTS03", "SEC02")


def printed(*texts: str, select: tuple[str, ...] = FEW) -> str:
    return full.render(check(workspace(*texts, as_of=TODAY), select), Style())


def lacks(text: str) -> dict[str, Lack]:
    found = check(workspace(text, as_of=TODAY)).diagnostics
    return {one.rule.id: one.finding.lacks for one in found if one.finding.lacks}


def with_text_to_add(text: str) -> str:
    return text + "\n".join(skeleton(lacks(text).values(), None)) + "\n"


def test_what_one_agreement_lacks_is_one_block_with_text_to_add() -> None:
    assert (
        printed(BARE)
        == """\
warning `handover` lacks 4 clauses
 --> example/1.yaml:2:5
2 | id: handover
  |     ^^^^^^^^
  warning[LIF04]  what happens when a party leaves
  warning[RTS02]  who answers when a family asks to see what is held
  warning[RTS03]  how families complain
  warning[SEC02]  how soon partners hear of a breach
  for a child: what nobody agreed is done by one and not by the next, and a
     family learns which when it goes wrong
  what to do: agree these, and add this text at the end of the file; `...`
     stands for what you have agreed, and says nothing yet; what is there for
     example is yours to choose
governance:
  leaving: ...
  rights:
    access-requests: ...
    complaints: ...
  breach:
    notify-partners-within: PT24H  # for example
    contact: ...

"""
    )


def test_what_is_there_already_is_added_to() -> None:
    text = printed(BARE + "governance:\n  rights: {objection: to the midwife}\n")
    assert (
        text[text.index("governance:") :]
        == """\
governance:  # add to what is there
  leaving: ...
  rights:  # add to what is there
    access-requests: ...
    complaints: ...
  breach:
    notify-partners-within: PT24H  # for example
    contact: ...

"""
    )


def test_an_agreement_that_lacks_the_same_or_less_is_told_in_few_lines() -> None:
    less = BARE.replace("id: handover", "id: less") + "governance: {leaving: everything is given back}\n"
    assert printed(BARE, BARE.replace("id: handover", "id: same"), less).split("\n\n")[1:] == [
        """\
warning `same` lacks 4 clauses
 --> example/2.yaml:2:5
2 | id: same
  |     ^^^^
  the same as at example/1.yaml:2, with the same text to add: LIF04, RTS02,
     RTS03, SEC02""",
        """\
warning `less` lacks 3 clauses
 --> example/3.yaml:2:5
2 | id: less
  |     ^^^^
  warning[RTS02]  who answers when a family asks to see what is held
  warning[RTS03]  how families complain
  warning[SEC02]  how soon partners hear of a breach
  for a child: what nobody agreed is done by one and not by the next, and a
     family learns which when it goes wrong
  what to do: agree these; the text to add is among that at example/1.yaml:2""",
        "",
    ]


def test_two_clauses_are_told_one_by_one() -> None:
    heads = [line for line in printed(BARE, select=FEW[:2]).split("\n") if line.startswith("warning")]
    assert heads == [
        "warning[LIF04] `handover` does not say what happens when a party leaves",
        "warning[RTS02] `handover` does not say who answers when a family asks to see",
    ]


def test_concise_stays_a_line_a_finding() -> None:
    result = check(workspace(BARE, as_of=TODAY), FEW)
    assert [line.split()[1] for line in concise.render(result, Style()).splitlines()] == list(FEW)


def test_the_text_to_add_has_the_right_shape_and_says_nothing_yet() -> None:
    document = read_bytes(Path("added.yaml"), with_text_to_add(BARE).encode())
    assert (document.problems, type(document.shape)) == ((), Protocol)
    examples = {"LIF01", "LIF03", "RET01"}  # what can only be a day, a duration or a list is an example in the text
    assert lacks(BARE).keys() - lacks(with_text_to_add(BARE)).keys() == {*examples, "SEC02"}


def test_the_text_to_add_is_all_that_was_lacking_once_it_says_something() -> None:
    assert len(lacks(BARE)) > 20
    assert lacks(with_text_to_add(BARE).replace("...", "as agreed on 3 May")).keys() == {"GOV11"}
    assert lacks(with_text_to_add(BARE).replace("...", "as agreed on 3 May") + "necessity: she asks again\n") == {}


def test_dots_and_dashes_say_nothing() -> None:
    assert [says_nothing(text) for text in ("...", "…", "-", "", "ja", "7")] == [True] * 4 + [False] * 2


def test_whatever_is_told_of_an_agreement_as_a_whole_says_which_clause_it_lacks() -> None:
    found = check(workspace(BARE, as_of=TODAY)).diagnostics
    assert {one.rule.id for one in found if one.finding.place.route == ("id",) and not one.finding.lacks} == {"GAP10"}


def test_a_clause_that_says_nothing_yet_answers_for_nothing_else() -> None:
    found = check(workspace(BARE + "governance: {failsafe: ...}\n", as_of=TODAY), ("FBK01",)).diagnostics
    assert {one.rule.id for one in found} == {"FBK01"}
