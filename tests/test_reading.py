"""Reading a file: what it is, where things stand in it, and what is told when something is wrong."""

from pathlib import Path

import pytest

from sharecheck.document import Document, Place, Span
from sharecheck.model import Protocol
from sharecheck.reading import Limits, read_bytes

HEAD = "sharecheck: protocol/1\nid: x\nflows: []\n"


def document(text: str, name: str = "x.yaml", *, named: bool = True) -> Document:
    return read_bytes(Path(name), text.encode(), named=named)


def told(text: str, name: str = "x.yaml") -> list[str]:
    """The problems of a text: `line:column kind: message; help`."""
    return [
        f"{problem.span.line}:{problem.span.column} {problem.kind}: {problem.message}; {problem.help}"
        for problem in document(text, name).problems
        if problem.span
    ]


def underlined(text: str, *route: str | int, name: str = "x.yaml") -> str:
    """What is underlined in a text for a route; `|` where it goes on."""
    found = document(text, name)
    span = found.span(route)
    lines = [found.lines[number] for number in range(span.line, span.end_line + 1)]
    lines[-1] = lines[-1][: span.end_column - 1]
    return "|".join([lines[0][span.column - 1 :], *lines[1:]])


def extent(text: str, *route: str | int) -> tuple[int, int, int, int]:
    span = document(text).extent(route)
    return span.line, span.column, span.end_line, span.end_column


def test_reads_yaml_and_json_as_the_same_protocol() -> None:
    as_yaml = document(HEAD)
    as_json = document('{"sharecheck": "protocol/1", "id": "x", "flows": []}', "x.json")
    assert (
        as_yaml.shape == as_json.shape == Protocol.model_validate({"sharecheck": "protocol/1", "id": "x", "flows": []})
    )
    assert (as_yaml.kind, as_yaml.problems, as_yaml.text) == ("protocol/1", (), HEAD)


@pytest.mark.parametrize(
    "written", ["NO", "on", "012", "1:30", "2025-01-02", "=", "1_000", "yes", "0x", "1.2.3", "6(1)(e)"]
)
def test_text_stays_what_its_author_wrote(written: str) -> None:
    for anchor in ("", "purpose: &odd x\n"):  # the second goes the careful way
        found = document(f"{HEAD}version: {written}\n{anchor}")
        kept = None if found.open else written  # what says nothing is told, and left out
        assert [one.text for one in found.open] == ([] if kept else [written])
        assert found.shape is None or found.shape == found.shape.model_copy(update={"version": kept})
        assert [problem.kind for problem in found.problems] == (["alias"] if anchor else [])


def test_a_file_of_others_is_passed_over_unless_it_was_named() -> None:
    text = "version: 3\nservices: {web: {image: x}}\n"
    assert document(text, "docker-compose.yaml", named=False).problems == ()
    assert [problem.kind for problem in document(text).problems] == ["not-a-document"]
    assert document('{"a": {"sharecheck": "protocol/1"}}', "x.json", named=False) == Document(Path("x.json"), "")


@pytest.mark.parametrize(
    "text",
    [
        "\ufeff# yaml-language-server: $schema=x.json\n\n---\nsharecheck: protocol/1\n",
        "$schema: x.json\nsharecheck: protocol/1\n",
        "id: x\ntitle: late\nsharecheck: protocol/1\n",
        '{\n "$schema": "x", "sharecheck": "protocol/1"}',
        '{"id": "x", "sharecheck": "protocol/1"}',
        "'sharecheck': nonsense\n",
        "sharecheck:\n  select: [TIM]\n",
    ],
)
def test_a_file_of_ours_is_known_by_its_key_and_not_passed_over(text: str) -> None:
    assert document(text, named=False).problems


def test_a_protocol_saved_as_utf_16_is_not_passed_over() -> None:
    found = read_bytes(Path("x.yaml"), HEAD.encode("utf-16"))
    assert [(problem.kind, problem.span) for problem in found.problems] == [("not-text", Span(1, 1, 1, 2))]


FLOWS = """\
sharecheck: protocol/1
id: x
title:
owner:
  party: a  # who

# what follows is about flows
flows:
  - from: a
    id: first
    items: [identity, {item: smoking, form: coded}]
    when:
      event: birth

    # a comment

  - to: c
    purpose: |
      long

    title: two
      lines
    basis: {}
    "é\U0001f600": 1
"""


@pytest.mark.parametrize(
    ("route", "shown"),
    [
        ((), "x"),
        (("id",), "x"),
        (("title",), "title"),
        (("owner",), "owner"),
        (("owner", "party"), "a"),
        (("owner", "missing"), "owner"),
        (("flows",), "flows"),
        (("flows", 0), "first"),
        (("flows", 0, "items"), "items"),
        (("flows", 0, "items", 0), "identity"),
        (("flows", 0, "items", 1), "smoking"),
        (("flows", 0, "items", 1, "form"), "coded"),
        (("flows", 0, "when", "event"), "birth"),
        (("flows", 0, "when", "missing", "below"), "when"),
        (("flows", 0, "missing"), "first"),
        (("flows", 1), "c"),
        (("flows", 1, "purpose"), "purpose"),
        (("flows", 1, "title"), "title"),
        (("flows", 1, "basis"), "{}"),
        (("flows", 1, "é\U0001f600"), "1"),
        (("flows", 2, "id"), "flows"),
        (("missing",), "x"),
    ],
)
def test_underlines_a_key_or_a_short_value_and_never_a_block(route: tuple[str | int, ...], shown: str) -> None:
    assert underlined(FLOWS, *route) == shown


def test_columns_count_characters_and_not_bytes() -> None:
    assert document(FLOWS).span(("flows", 1, "é\U0001f600")) == Span(24, 11, 24, 12)


@pytest.mark.parametrize(
    ("route", "whole"),
    [
        (("owner",), (4, 1, 5, 11)),
        (("title",), (3, 1, 3, 6)),
        (("flows", 0), (9, 5, 13, 19)),
        (("flows", 0, "items"), (11, 5, 11, 52)),
        (("flows", 1, "purpose"), (18, 5, 19, 11)),
        (("flows", 1, "title"), (21, 5, 22, 12)),
    ],
)
def test_a_block_ends_with_its_last_value_and_not_with_a_comment(
    route: tuple[str | int, ...], whole: tuple[int, int, int, int]
) -> None:
    assert extent(FLOWS, *route) == whole


def test_a_line_ends_with_lf_cr_lf_or_cr_and_with_nothing_else() -> None:
    text = "sharecheck: protocol/1\r\nid: x\rflows: []\ntitle: \"a\u2028b\"\nversion: 'v\u0085w'\n\n"
    found = document(text)
    assert [found.lines[number] for number in range(1, len(found.lines) + 1)] == [
        "sharecheck: protocol/1", "id: x", "flows: []", 'title: "a\u2028b"', "version: 'v\u0085w'", "", "",
    ]  # fmt: skip
    assert found.span(("version",)) == Span(5, 10, 5, 15)


def test_places_of_json_are_those_of_its_own_scanner() -> None:
    text = '{\n\t"sharecheck": "protocol/1", "id": "\\ud83d\\ude00",\n\t"flows": [{"id" : "one"}, {}]\n}'
    places = ["id"], ["flows"], ["flows", 0], ["flows", 0, "to"], ["flows", 1]
    shown = [underlined(text, *route, name="x.json") for route in places]
    assert shown == ['"\\ud83d\\ude00"', '"flows"', '"one"', '"one"', "{}"]


def test_a_place_is_its_document_and_its_route() -> None:
    found = document(HEAD)
    place = found.place / "flows" / 0
    assert place == Place(document(HEAD), ("flows", 0))
    assert place != Place(document(HEAD + "\n"), ("flows", 0))
    assert (place.span, {place: 1}[Place(found, ("flows", 0))]) == (Span(3, 8, 3, 10), 1)


def test_all_tricks_are_told_at_once_and_where_they_stand() -> None:
    text = """\
sharecheck: protocol/1
id: &name x
title: *name
owner: !person {party: a}
flows:
  - id: one
    <<: *defaults
    from: a
    from: b
    to: c
    1: d
    within: soon
"""
    assert told(text) == [
        "2:5 alias: `&name` is an anchor, and anchors are not read; remove it",
        "3:8 alias: `*name` is an alias, and aliases are not read; "
        "write out what it stands for: a file must say what it means where it says it",
        "4:8 tag: `!person` is a tag, and tags are not read; remove it, and put text in quotes",
        "7:5 merge-key: `<<` is a merge key, and merge keys are not read; "
        "write the keys out: a file must say what it means where it says it",
        "7:9 alias: `*defaults` is an alias, and aliases are not read; "
        "write out what it stands for: a file must say what it means where it says it",
        "9:5 duplicate-key: `from` is there twice; keep one of the two: which one counts, nobody can tell",
        '11:5 non-string-key: the key `1` is not a word; put it in quotes: `"1"`',
        "12:13 wrong-shape: `within` is `soon`, which is not a duration; write a duration such as `P5D` (5 days), "
        "`P2W` (2 weeks), `P1M` (a month) or `PT36H` (36 hours)",
    ]


@pytest.mark.parametrize("name", ["x.yaml", "x.json"])
def test_of_two_equal_keys_both_places_are_told(name: str) -> None:
    text = '{"sharecheck": "protocol/1", "flows": [],\n "id": "x", "id": "x"}'
    (problem,) = document(text, name).problems
    assert (problem.kind, problem.route, problem.label) == ("duplicate-key", ("id",), "first here")
    assert (problem.span, problem.other) == (Span(2, 13, 2, 17), Span(2, 2, 2, 6))


def test_a_second_document_is_told_and_not_read() -> None:
    assert told(f"{HEAD}---\n{HEAD}") == [
        "4:1 several-documents: a second document begins here; put each document into a file of its own"
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: x: y", "1:5 syntax: a colon where no key can stand"),
        ("a: 'x\nb: 1\n", "1:4 syntax: a quote that is never closed"),
        ("a: [1, 2\nb: 3\n", "2:2 syntax: a comma or `]` was expected here"),
        ("a: 1\n\tb: 2", "2:1 syntax: a tab at the beginning of a line"),
        ("a:\n\tb: 2", "2:1 syntax: a tab at the beginning of a line"),
        ("a:\n  -\t- b", "2:4 syntax: a tab where only spaces can stand"),
        ("a: @x", "1:4 syntax: a value cannot begin with `@`"),
        ("a: 'it's'", "1:8 syntax: a key was expected here"),
        ("a: |x\n b", "1:5 syntax: more than a sign before text that keeps its lines"),
        ("a: \"\\q\"", "1:5 syntax: a backslash before a character that it does not go with"),
        ("a\nb: 1", "2:2 syntax: a colon where no key can stand"),
    ],
)  # fmt: skip
def test_broken_yaml_is_told_where_it_can_be_mended(text: str, said: str) -> None:
    assert [line.partition(";")[0] for line in told(text)] == [said]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"a": 1,}', "1:8 syntax: a comma before the end"),
        ("{'a': 1}", "1:2 syntax: a key in double quotes was expected here"),
        ('{"a": NaN}', "1:7 syntax: `NaN` is not a number that JSON knows"),
        ('{"a": -Infinity}', "1:7 syntax: `-Infinity` is not a number that JSON knows"),
        ('{"a": 012}', "1:7 syntax: `012` is not a value of JSON"),
        ('{"a": yes}', "1:7 syntax: `yes` is not a word of JSON"),
        ('{"a": "x}', "1:7 syntax: a quote that is never closed"),
        ('{"a": "x\ty"}', "1:9 syntax: a line end or a control character within quotes"),
        ('{"a": "\\x"}', "1:8 syntax: a backslash before a character that it does not go with"),
        ('{"a" 1}', "1:6 syntax: a colon was expected after `a`"),
        ('{"a": 1 "b": 2}', "1:9 syntax: a comma or `}` was expected here"),
        ('{"a": [1, 2', "1:12 syntax: a comma or `]` was expected here"),
        ('{"a": 1} x', "1:10 syntax: text after the end"),
        ("", "1:1 syntax: a value was expected here"),
    ],
)
def test_broken_json_is_told_where_it_can_be_mended(text: str, said: str) -> None:
    assert [line.partition(";")[0] for line in told(text, "x.json")] == [said]


def test_an_unknown_kind_is_told_with_what_was_meant() -> None:
    assert told("sharecheck: protocl/1") == [
        "1:13 unknown-kind: `protocl/1` is not a kind of document; did you mean `protocol/1`?"
    ]
    assert told("sharecheck: [x]\n")[0].startswith(
        "1:1 unknown-kind: `sharecheck` does not say what the file is; write one of"
    )


@pytest.mark.parametrize("text", ["", "# only a comment\n", "---\n", "- a\n", "word\n", "12\n", "null\n"])
def test_a_file_without_keys_is_told(text: str) -> None:
    assert [problem.kind for problem in document(text).problems] == ["not-a-mapping"]


def test_of_very_many_problems_the_first_are_told() -> None:
    text = HEAD.replace("[]", "[" + "1, " * 300 + "]")
    problems = document(text).problems
    assert len(problems) == 101
    assert problems[-1].message == "more problems than these 100"
    assert len(read_bytes(Path("x.yaml"), text.encode(), limits=Limits(problems=5)).problems) == 6
