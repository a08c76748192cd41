"""Exceptions as data: where they are read from, what they name, why, until when, and for whom."""

import json
from datetime import date
from pathlib import Path

import pytest

from sharecheck import check
from sharecheck.document import Splice
from sharecheck.reading import read_bytes
from sharecheck.reading.comments import comments
from sharecheck.suppression import suppressions
from sharecheck.suppression.directive import Named, directives, is_reason, named_rules, parse_directive
from tests.rules.examples import FRAGMENT, workspace

FLOW = "from: maternity, to: hv, when: {event: birth}, items: [birth-details]"
PLAIN = f"{FRAGMENT}flows:\n  - {{id: summary, {FLOW}}}\n"
UNSAFE = (
    "from: a, to: b, when: {event: birth}, channel: parent-held-record, items: [domestic-abuse-enquiry, pre-birth-plan]"
)


def found(text: str, *select: str, name: str = "1.yaml") -> list[tuple[str, tuple[str, ...]]]:
    """The rules that speak, and what each finding is about."""
    return [(one.rule.id, one.finding.about) for one in check(workspace(text), select=select).diagnostics]


def _without(text: str, edit: object) -> str:
    assert isinstance(edit, Splice)
    start, end = edit.offsets
    return text[:start] + edit.text + text[end:]


def spoken(text: str, select: str = "TIM01") -> list[str]:
    return [rule for rule, _ in found(text, select)]


class TestWhereTheyAreRead:
    @pytest.mark.parametrize(
        "title",
        [
            '"a # sharecheck: file-ignore[TIM01] agreed in May"',
            "'a # sharecheck: file-ignore[TIM01] agreed in May'",
            "|\n  first line\n  # sharecheck: file-ignore[TIM01] agreed in May",
            ">-\n  first line\n\n  second # sharecheck: file-ignore[TIM01] agreed in May",
            '"first line\n  # sharecheck: file-ignore[TIM01] agreed in May\n  last line"',
            "a#sharecheck: file-ignore[TIM01] agreed in May".replace(": ", ":"),
        ],
    )
    def test_a_text_that_looks_like_one_is_none(self, title: str) -> None:
        assert spoken(f"{FRAGMENT}title: {title}\n{PLAIN.removeprefix(FRAGMENT)}") == ["TIM01"]

    @pytest.mark.parametrize(
        "title",
        [
            "a  # sharecheck: file-ignore[TIM01] agreed in May",
            "|  # sharecheck: file-ignore[TIM01] agreed in May\n  first line",
            ">\n  first line\n# sharecheck: file-ignore[TIM01] agreed in May",
            "first\n  second # sharecheck: file-ignore[TIM01] agreed in May",
            '"a"\n\n      # sharecheck: file-ignore[TIM01] agreed in May',
        ],
    )
    def test_a_comment_is_one_wherever_it_stands(self, title: str) -> None:
        assert spoken(f"{FRAGMENT}title: {title}\n{PLAIN.removeprefix(FRAGMENT)}") == []

    def test_json_has_no_comments_in_whatever_letters_its_name_is(self) -> None:
        text = json.dumps(
            {"sharecheck": "protocol/1", "id": "a", "title": "# sharecheck: file-ignore[TIM01] x y z", "flows": []}
        )
        for name in ("a.json", "a.JSON"):
            assert list(suppressions(read_bytes(Path(name), text.encode()))) == []
        assert list(suppressions(read_bytes(Path("a.yaml"), text.encode()))) == []

    def test_comments_are_what_the_parser_leaves_between_values(self) -> None:
        text = 'a: "#1"  # one\nb: |  # two\n  # no\n# three\nc: [x, # four\n  y]\nd: z#w # five # six\n'
        assert [text[start:end] for start, end in comments(text)] == [
            "# one", "# two", "# three", "# four", "# five # six",
        ]  # fmt: skip

    def test_there_are_none_in_a_file_that_was_not_understood(self) -> None:
        text = (
            PLAIN.replace("{id: summary", "{id: summary, witihn: P2D")
            + "# sharecheck: file-ignore[DOC06] agreed in May\n"
        )
        assert [rule for rule, _ in found(text)] == ["DOC06"]


class TestSeveral:
    def test_each_of_two_in_one_comment_has_its_own_reason_and_day(self) -> None:
        text = PLAIN.replace(
            "  - {id",
            "  # sharecheck: ignore[TIM01] the ward closes, until 2027-03-31 # sharecheck: ignore[LAW01] asked them\n"
            "  - {id",
        )
        one, two = suppressions(read_bytes(Path("a.yaml"), text.encode()))
        assert (one.rules, one.reason, one.ends) == (("TIM01",), "the ward closes", date(2027, 3, 31))
        assert (two.rules, two.reason, two.until) == (("LAW01",), "asked them", None)
        assert spoken(text) == []

    @pytest.mark.parametrize("between", [" # ", " ## ", ", ", "; ", " "])
    def test_the_second_may_have_a_sign_of_its_own_or_not(self, between: str) -> None:
        comment = f"# sharecheck: ignore[TIM01] one reason{between}sharecheck: file-ignore[LAW01] another"
        assert [(one.brackets, one.whole_file, one.text) for one in directives(comment)] == [
            ("TIM01", False, "one reason"),
            ("LAW01", True, "another"),
        ]

    @pytest.mark.parametrize(
        "comment",
        ["# see sharecheck: ignore[TIM01] in the docs", "# sharecheck: ignored[TIM01]", "# sharecheck: ignore-all"],
    )
    def test_a_sentence_about_them_is_none(self, comment: str) -> None:
        assert list(directives(comment)) == []

    @pytest.mark.parametrize(
        ("comment", "first", "second"),
        [
            (
                "# sharecheck: ignore[GAP04] agreed # sharecheck: ignore[GAP05] decided",
                "# sharecheck: ignore[GAP05] decided",
                "# sharecheck: ignore[GAP04] agreed",
            ),
            (
                "## sharecheck: ignore[GAP04] agreed, sharecheck: ignore[GAP05] decided;",
                "## sharecheck: ignore[GAP05] decided;",
                "## sharecheck: ignore[GAP04] agreed",
            ),
        ],
    )
    def test_taking_out_one_of_two_leaves_the_other(self, comment: str, first: str, second: str) -> None:
        document = read_bytes(Path("a.yaml"), f"{FRAGMENT}flows: []  {comment}\n".encode())
        texts = [_without(document.text, one.without) for one in suppressions(document)]
        assert [text.split("flows: []")[1] for text in texts] == [f"  {first}\n", f"  {second}\n"]

    @pytest.mark.parametrize("behind", [";", ", ,", " \t;"])
    def test_taking_out_the_only_one_leaves_no_sign_of_its_comment(self, behind: str) -> None:
        document = read_bytes(
            Path("a.yaml"), f"{FRAGMENT}flows: []  # sharecheck: ignore[GAP04] agreed{behind}\n".encode()
        )
        (one,) = suppressions(document)
        assert _without(document.text, one.without) == f"{FRAGMENT}flows: []\n"


class TestMembers:
    def test_are_named_behind_a_colon(self) -> None:
        assert named_rules("GAP09: hearing-outcome, MIN01: safeguarding-note domestic-abuse-enquiry, TIM") == (
            Named("GAP09", ("hearing-outcome",)),
            Named("MIN01", ("safeguarding-note", "domestic-abuse-enquiry")),
            Named("TIM"),
        )

    @pytest.mark.parametrize(
        ("words", "left"),
        [
            ("MIN01: pre-birth-plan", ["domestic-abuse-enquiry"]),
            ("MIN01: domestic-abuse-enquiry", ["pre-birth-plan"]),
            ("MIN01: domestic-abuse-enquiry pre-birth-plan", []),
            ("MIN01: domestic-abuse-enquiry, MIN01: pre-birth-plan", []),
            ("MIN: pre-birth-plan", ["domestic-abuse-enquiry"]),
        ],
    )
    def test_only_what_is_named_is_left_out(self, words: str, left: list[str]) -> None:
        text = f"{FRAGMENT}flows:\n  - {{id: f, {UNSAFE}}}  # sharecheck: ignore[{words}] kept in a sealed part\n"
        assert [about[-1] for rule, about in found(text, "MIN01") if rule == "MIN01"] == left

    def test_one_that_names_none_of_several_hides_none_and_is_told(self) -> None:
        text = f"{FRAGMENT}flows:\n  - {{id: f, {UNSAFE}}}  # sharecheck: ignore[MIN01] kept in a sealed part\n"
        result = check(workspace(text), select=("MIN01",))
        assert [one.rule.id for one in result.diagnostics] == ["MIN01", "MIN01", "DOC11"]
        assert result.diagnostics[-1].finding.help == (
            "name it, or each that was agreed: `ignore[MIN01: domestic-abuse-enquiry pre-birth-plan]`"
        )

    def test_one_written_for_the_only_item_does_not_hide_the_second(self) -> None:
        one = UNSAFE.replace(", pre-birth-plan", "")
        text = f"{FRAGMENT}flows:\n  - {{id: f, {one}}}  # sharecheck: ignore[MIN01] kept in a sealed part\n"
        assert spoken(text, "MIN01") == []
        assert spoken(text.replace("enquiry]", "enquiry, pre-birth-plan]"), "MIN01") == ["MIN01", "MIN01", "DOC11"]

    def test_one_for_the_whole_file_is_for_all_of_it(self) -> None:
        text = f"# sharecheck: file-ignore[MIN01] kept in a sealed part\n{FRAGMENT}flows:\n  - {{id: f, {UNSAFE}}}\n"
        assert spoken(text, "MIN01") == []

    def test_the_key_beside_one_party_is_not_for_another(self) -> None:
        agreed = "x-sharecheck-ignore: {rules: GOV01, reason: decided in May}"
        text = (
            "sharecheck: area/1\nid: x\nnation: england\nprotocols: partial\nparties:\n"
            f"  - {{id: maternity, service: midwifery, {agreed}}}\n  - {{id: hv, service: health-visiting}}\n"
        )
        assert found(text, "GOV01") == [("GOV01", ("controller", "hv"))]

    def test_the_key_may_name_members_too(self) -> None:
        agreed = 'x-sharecheck-ignore: {rules: ["MIN01: pre-birth-plan"], reason: sealed}'
        text = f"{FRAGMENT}flows:\n  - {{id: f, {UNSAFE}, {agreed}}}\n"
        assert [about[-1] for rule, about in found(text, "MIN01")] == ["domestic-abuse-enquiry"]

    def test_one_that_names_what_is_not_there_is_for_nothing(self) -> None:
        text = f"{FRAGMENT}flows:\n  - {{id: f, {UNSAFE}}}  # sharecheck: ignore[MIN01: growth] sealed part\n"
        assert spoken(text, "MIN01") == ["MIN01", "MIN01", "DOC13"]


class TestTheLastDay:
    @pytest.mark.parametrize(
        "text",
        [
            "agreed, until 2027-03-31",
            "agreed until: 2027-03-31",
            "agreed (until 2027-03-31)",
            "agreed, Until 2027-03-31.",
            "agreed, until 2027-03-31T17:00",
            "agreed, until 2027-03-31T17:00:00Z",
            "agreed, until 2027-03-31 17:00",
            "until 2027-03-31, agreed",
            "until 2027-03-31, agreed until 2027-03-31",
        ],
    )
    def test_can_be_read(self, text: str) -> None:
        assert (parse_directive(text).reason, parse_directive(text).ends) == ("agreed", date(2027, 3, 31))

    @pytest.mark.parametrize(
        "text",
        [
            "until 31 March 2027",
            "until 31/03/2027",
            "until March 2027",
            "until the ward closes",
            "until",
            "until 2027-02-30",
            "until 2027-3-31",
            "until 2027-03",
            "until 2027-03-31x",
            "until 2027/03/31",
            "till 2027-03-31",
            "expires 2027-03-31",
            "expires: end of March",
            "expiry 31.03.2027",
            "by 31/03/2027",
            "by 31 March",
            "by the end of March 2027",
            "review 2027-03-31",
            "review by 1st April 2027",
            "review on 31 March",
            "ends 31 March 2027",
            "valid to 31/03/27",
            "hyd at 2027-03-31",
            "hyd at 31 Mawrth 2027",
            "tan 2027-03-31",
            "erbyn 31 Mawrth 2027",
            "until 2027-03-31, until 2027-04-30",
            "until 2027-03-31, review 2027-01-15",
        ],
    )
    def test_that_cannot_be_read_is_told_and_never_holds_for_ever(self, text: str) -> None:
        one = parse_directive(f"agreed by the board, {text}")
        assert (one.until is not None, one.ends) == (True, None)
        assert sorted(
            spoken(PLAIN.replace("}\n", f"}}  # sharecheck: ignore[TIM01] agreed by the board, {text}\n"))
        ) == [
            "DOC12",
            "TIM01",
        ]

    @pytest.mark.parametrize(
        "text",
        [
            "agreed by the board on 3 March 2026",
            "agreed after the review on 3 March 2026",
            "since 2026-03-01 the ward has had no clerk",
            "as in protocol 2.1 of 2026-03-01",
            "moved to the hub by the council",
        ],
    )
    def test_a_day_on_which_something_was_is_none(self, text: str) -> None:
        assert (parse_directive(text).reason, parse_directive(text).until) == (text, None)

    def test_in_the_reason_of_a_key_is_read_as_well(self) -> None:
        agreed = 'x-sharecheck-ignore: {rules: TIM01, reason: "decided, until 31/03/2027"}'
        assert sorted(spoken(PLAIN.replace("]}", f"], {agreed}}}"))) == ["DOC12", "TIM01"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        ".",
        "...",
        "…",
        "TODO",
        "todo:",
        "tbc",
        "TBD",
        "n/a",
        "N/A.",
        "None",
        "to be confirmed",
        "x",
        "??",
        "Not applicable",
        "i'w gadarnhau",
        "Jane to confirm",
        "see above",
        "no reason",
        "none given",
        "yes",
        "[reason]",
    ],
)
def test_gives_no_reason(text: str) -> None:
    assert not is_reason(text)
    assert "DOC11" in spoken(PLAIN.replace("}\n", f"}}  # sharecheck: ignore[TIM01] {text}\n"))


@pytest.mark.parametrize("text", ["agreed", "why not", "the ward closes", "none of the teams has a clerk", "cytunwyd"])
def test_gives_a_reason(text: str) -> None:
    assert is_reason(text)


def test_who_answers_is_read_apart_from_the_reason() -> None:
    for text in (
        "the ward closes, owner: head of midwifery, until 2027-03-31",
        "owner: head of midwifery, the ward closes until 2027-03-31",
        "the ward closes, until 2027-03-31, Owner:head of midwifery",
    ):
        one = parse_directive(text)
        assert (one.reason, one.owner, one.ends) == ("the ward closes", "head of midwifery", date(2027, 3, 31))


def test_two_exceptions_that_are_for_nothing_have_an_identity_each() -> None:
    lines = "".join(f"  - {{id: {id}, within: P2D, {FLOW}}}  # sharecheck: ignore[TIM01] agreed\n" for id in "ab")
    result = check(workspace(f"{FRAGMENT}flows:\n{lines}"), select=("TIM01",))
    assert [one.rule.id for one in result.diagnostics] == ["DOC13", "DOC13"]
    assert len({one.fingerprint for one in result.diagnostics}) == 2


class TestWork:
    """Each length of text is read in one pass: as many steps for each word, however many there are."""

    @pytest.mark.parametrize(
        "text",
        [
            " " * 100_000 + "x",
            "until " * 20_000,
            "until" + " " * 100_000,
            "owner:" + " " * 100_000,
            "by the " * 20_000,
            "2027-03-31 " * 10_000,
            ", ; " * 30_000,
            "#" * 100_000,
            "sharecheck: " * 10_000,
            "# sharecheck:" + " " * 100_000,
            "# sharecheck: ignore[" + "[" * 100_000,
        ],
    )
    def test_of_one_long_line_is_soon_done(self, text: str) -> None:
        list(directives(f"# sharecheck: ignore[TIM01] {text}"))
        parse_directive(text)
        named_rules(text)
        is_reason(text)

    def test_of_many_exceptions_each_looks_only_where_it_is_for(self) -> None:
        flows = "".join(f"  - {{id: f{n}, {FLOW}}}  # sharecheck: ignore[TIM01] agreed {n}\n" for n in range(3000))
        result = check(workspace(f"{FRAGMENT}flows:\n{flows}"), select=("TIM01",))
        assert (len(result.diagnostics), len(result.suppressed)) == (0, 3000)
