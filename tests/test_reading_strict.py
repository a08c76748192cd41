"""What libyaml, which both ways are built on, takes for something else than YAML 1.2 does: read rightly, or refused."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sharecheck.document import Document
from sharecheck.reading import Limits, formats, read_bytes
from sharecheck.reading.doubtful import is_doubtful
from sharecheck.reading.node import Value
from sharecheck.reading.yaml import read_yaml
from tests.test_reading_agreement import FRAGMENTS, STYLED, mutated
from tests.test_schema import AREA, PROTOCOL

HEAD = "sharecheck: protocol/1\nid: x\nflows: []\n"
LINES_THAT_ARE_NONE = {"next line": "\x85", "line separator": "\u2028", "paragraph separator": "\u2029"}


def document(text: str) -> Document:
    return read_bytes(Path("x.yaml"), text.encode(), named=True)


def value(text: str) -> Value:
    """What a text says that is in order."""
    read = read_yaml(text, Limits())
    assert read.problems == []
    return read.root.value if read.root else None


def refused(text: str) -> list[tuple[str, int, int]]:
    """What is told of a text, and where."""
    problems = read_yaml(text, Limits()).problems
    assert {problem.kind for problem in problems} == {"syntax"}
    return [(problem.message, problem.span.line, problem.span.column) for problem in problems if problem.span]


@pytest.mark.parametrize("comment", ["# agreed", "  # agreed", "title: x # agreed"])
def test_what_a_carriage_return_hides_behind_a_comment_is_told(comment: str) -> None:
    (problem,) = document(f"{HEAD}{comment}\rstatus: withdrawn\n").problems
    assert problem.kind == "not-text"
    assert problem.message == (
        "a carriage return within a comment (U+000D): what follows is read, and may be seen by nobody"
    )
    assert problem.span
    assert (problem.span.line, problem.span.column) == (4, len(comment) + 1)


@pytest.mark.parametrize("ends", ["\r", "\r\n", "\r\r\n"])
def test_carriage_returns_that_end_all_lines_hide_nothing(ends: str) -> None:
    read = document(f"{HEAD}# agreed\nstatus: withdrawn\n".replace("\n", ends))
    assert (read.problems, getattr(read.shape, "status", None)) == ((), "withdrawn")


@pytest.mark.parametrize("sign", LINES_THAT_ARE_NONE.values(), ids=LINES_THAT_ARE_NONE)
class TestSignsThatEndALineForNobodyElse:
    def test_do_not_end_a_comment(self, sign: str) -> None:
        assert value(f"a: b # agreed{sign}status: withdrawn\nc: d") == {"a": "b", "c": "d"}

    def test_do_not_end_a_comment_in_a_document_that_is_in_order(self, sign: str) -> None:
        read = document(HEAD + f"# agreed{sign}status: withdrawn\n")
        assert (read.problems, getattr(read.shape, "status", None)) == ((), None)

    def test_are_a_part_of_text_in_every_style(self, sign: str) -> None:
        text = (
            f"plain: a{sign}b\nsingle: 'a{sign}b'\ndouble: \"a{sign}b\"\nlines: |\n  a{sign}b\nfolded: >-\n  a{sign}b"
        )
        assert value(text) == {
            "plain": f"a{sign}b",
            "single": f"a{sign}b",
            "double": f"a{sign}b",
            "lines": f"a{sign}b\n",
            "folded": f"a{sign}b",
        }

    def test_are_a_part_of_a_key(self, sign: str) -> None:
        assert value(f"a{sign}b: c\nd: e") == {f"a{sign}b": "c", "d": "e"}

    def test_do_not_change_the_line_of_what_follows(self, sign: str) -> None:
        (problem,) = document(f"# one{sign}two\n" + HEAD + "wrong: x\n").problems
        assert problem.span
        assert (problem.span.line, problem.span.column) == (5, 1)

    def test_stay_beside_signs_that_stand_for_nothing(self, sign: str) -> None:
        assert value(f'a: "\ue000{sign}\ue001"') == {"a": f"\ue000{sign}\ue001"}


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("flow: [a,\nb]", [("a line that begins too far to the left", 2, 1)]),
        ("- flow: [a,\n  b]", [("a line that begins too far to the left", 2, 3)]),
        ("- [\n\ta]", [("a line that begins too far to the left", 2, 2)]),
        ("a:\n  b: {c: d,\n # a comment may\n  e: f}", [("a line that begins too far to the left", 4, 3)]),
        ("a: 'b\nc'", [("a line that begins too far to the left", 2, 1)]),
        ('a: "b\n\tc"', [("a line that begins too far to the left", 2, 2)]),
        ("a: {b: 'c\n d', e: 'f\ng'}", [("a line that begins too far to the left", 3, 1)]),
        ("a: [b\nc]", [("a line that begins too far to the left", 2, 1)]),
        ("- - a: [\n  ]", [("a line that begins too far to the left", 2, 3)]),
        ("[a]#b", [("a `#` without a space before it", 1, 4)]),
        ("[a,#b\n]", [("a `#` without a space before it", 1, 4)]),
        ("[#b\n]", [("a `#` without a space before it", 1, 2)]),
        ('a: "b"#c', [("a `#` without a space before it", 1, 7)]),
        ("a: 'b'#c", [("a `#` without a space before it", 1, 7)]),
        ("a: |#c\n  b", [("a `#` without a space before it", 1, 5)]),
        ("a: >-2#c\n  b", [("a `#` without a space before it", 1, 7)]),
        ("%YAML 1.2#c\n---\na: b", [("a `#` without a space before it", 1, 10)]),
        ("[-]", [("a dash alone, within brackets", 1, 2)]),
        ("{a: -, b: [c, -]}", [("a dash alone, within brackets", 1, 5), ("a dash alone, within brackets", 1, 15)]),
        ("{ ?foo: bar }", [("a word within brackets that begins with `?`", 1, 3)]),
        ("[a, ?b]", [("a word within brackets that begins with `?`", 1, 5)]),
        ("a: >\n \n   \n  \n # b", [("an empty line with more spaces than the text below it", 3, 1)]),
    ],
)
def test_what_libyaml_lets_pass_is_told_at_its_place(text: str, problems: list[tuple[str, int, int]]) -> None:
    assert refused(text) == problems
    assert is_doubtful(text.encode())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: [\n  b\n]", {"a": ["b"]}),
        ("a: {b: c,\n# a comment\n\n d: e}", {"a": {"b": "c", "d": "e"}}),
        ("a: 'b\n\n c'", {"a": "b\nc"}),
        ("[a,\nb]", ["a", "b"]),
        ("- [a,\n b]", [["a", "b"]]),
        ("'a\nb'", "a b"),
        ("a: b#c", {"a": "b#c"}),
        ("a: [b#c]", {"a": ["b#c"]}),
        ("a: '[' # ]", {"a": "["}),
        ("a: what ?now\nb: [c ?d, e-]", {"a": "what ?now", "b": ["c ?d", "e-"]}),
        ("? a\n: b", {"a": "b"}),
        ("[-a, --, -1, '-']", ["-a", "--", -1, "-"]),
        ("a: |\n\n  b\n", {"a": "\nb\n"}),
        ("a: |2\n    \n  b\n", {"a": "  \nb\n"}),
        ("a: >\n \n# b", {"a": ""}),
        ("a: |\n  x\n   ", {"a": "x\n \n"}),
        ("- |+\n   ", ["\n"]),
    ],
)
def test_what_looks_like_that_and_is_in_order_is_read(text: str, expected: Value) -> None:
    assert value(text) == expected


def test_what_is_told_can_be_mended_with_what_is_offered() -> None:
    text = "a: [b,\nc,#d\n-]\ne: >\n  \n f\n"
    offered = [splice for problem in read_yaml(text, Limits()).problems for splice in problem.instead]
    for splice in sorted(offered, key=lambda splice: splice.offsets, reverse=True):
        text = text[: splice.offsets[0]] + splice.text + text[splice.offsets[1] :]
    assert value(text) == {"a": ["b", "c", "-"], "e": "\nf\n"}


def test_a_bracket_that_is_never_closed_is_told_alone() -> None:
    assert refused("a: [b,\nc: d\n") == [("a comma or `]` was expected here", 3, 1)]


@settings(max_examples=400, deadline=None, derandomize=True)
@given(mutated((PROTOCOL, AREA, STYLED)), st.sampled_from(("", *FRAGMENTS)))
def test_what_is_not_doubtful_is_not_told(text: str, end: str) -> None:
    """The scan of the bytes stands in for the look at the events: it may doubt too much, never too little."""
    data = (text + end).encode("utf-8", "surrogatepass")
    text = data.decode("utf-8", "replace")
    if not is_doubtful(data):
        try:
            expected = formats.loads(text)
        except ValueError:
            return
        read = read_yaml(text, Limits())
        assert "syntax" not in {problem.kind for problem in read.problems}
        assert read.problems or repr(read.root.value if read.root else None) == repr(expected)
