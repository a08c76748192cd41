"""Edits of a text at a place, which keep its comments and its layout."""

import json
import os
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sharecheck.edit import Append, Put, Refused, Remove, ValueEdit, applied
from sharecheck.edit.files import Rewrite, write
from sharecheck.edit.render import Syntax
from sharecheck.edit.text import comments, edited, same
from sharecheck.reading.json import read_json
from sharecheck.reading.limits import USUAL
from sharecheck.reading.node import Value
from sharecheck.reading.yaml import read_yaml
from sharecheck.workspace import UsageError

PROTOCOL = """\
# who sends what
sharecheck: protocol/1
id: letters
flows:
  # the first one
  - id: discharge   # in writing
    from: maternity
    to: {one: a, two: b}  # both
    when: {event: birth}
    items: [growth, feeding]   # no more

  - id: visit
    when:
      event: visit  # at home
    items:
      - growth
      # by hand
      - {item: feeding, form: paper}
# the end
"""


@pytest.mark.parametrize(
    ("change", "old", "new"),
    [
        (Put(("id",), "notes"), "id: letters\n", "id: notes\n"),
        (
            Put(("flows", 0, "within"), "P2D", ("from", "when")),
            "    when: {event: birth}\n",
            "    when: {event: birth}\n    within: P2D\n",
        ),
        (Put(("flows", 0, "within"), "P2D"), "# no more\n", "# no more\n    within: P2D\n"),
        (Put(("flows", 0, "to", "two"), "1:30"), "{one: a, two: b}", '{one: a, two: "1:30"}'),
        (Put(("flows", 0, "to", "three"), [1, True]), "two: b}", "two: b, three: [1, true]}"),
        (Append(("flows", 0, "items"), "home-language"), "feeding]", "feeding, home-language]"),
        (Append(("flows", 0, "when"), {"on": "change"}), "{event: birth}", "[{event: birth}, {on: change}]"),
        (
            Append(("flows", 1, "when"), {"on": "change"}),
            "      event: visit  # at home\n",
            "      - event: visit  # at home\n      - {on: change}\n",
        ),
        (Append(("flows", 1, "items"), "sleep"), "form: paper}\n", "form: paper}\n      - sleep\n"),
        (Append(("flows", 1, "from"), "gp", ("id",)), "id: visit\n", "id: visit\n    from: [gp]\n"),
        (
            Append(("flows",), {"id": "third", "items": ["growth"]}),
            "form: paper}\n",
            "form: paper}\n  - id: third\n    items: [growth]\n",
        ),
        (Remove(("flows", 1, "items", 1, "form")), "{item: feeding, form: paper}", "{item: feeding}"),
        (Remove(("flows", 1, "items", 1, "item")), "{item: feeding, form: paper}", "{form: paper}"),
        (Remove(("flows", 0, "items")), "    items: [growth, feeding]   # no more\n", "    # no more\n"),
        (Remove(("flows", 0, "from")), "    from: maternity\n", ""),
        (Remove(("flows", 0, "to")), "    to: {one: a, two: b}  # both\n", "    # both\n"),
        (Remove(("flows", 1, "items", 0)), "      - growth\n", ""),
        (Remove(("flows", 1, "id")), "  - id: visit\n    when:", "  - when:"),
    ],
)
def test_changes_these_lines_and_no_others(change: ValueEdit, old: str, new: str) -> None:
    assert PROTOCOL.count(old) == 1
    assert edited(PROTOCOL, [change]) == PROTOCOL.replace(old, new)


def test_makes_several_changes_one_after_another() -> None:
    changes = (Put(("a",), 2), Append(("b",), 3), Append(("b",), 4), Remove(("a",)))
    assert edited("a: 1\nb: []\n", changes) == "b: [3, 4]\n"


def test_puts_a_key_where_it_changes_nothing_else() -> None:
    text = "a: |+\n  kept with its empty lines\n\n\n"
    assert edited(text, [Put(("b",), 1)]) == "b: 1\n" + text


def test_breaks_a_line_that_would_grow_too_long() -> None:
    words = ", ".join(f"item-number-{number}" for number in range(7))
    assert edited(f"  items: [{words}]\n", [Append(("items",), "one-more-item")]) == (
        f"  items: [{words},\n          one-more-item]\n"
    )


def test_writes_json_as_json() -> None:
    text = json.dumps({"flows": [{"id": "a", "items": ["growth"]}], "x": {}}, indent=2)
    changes = (
        Append(("flows", 0, "items"), "sleep"),
        Put(("flows", 0, "within"), "P2D", ("id",)),
        Put(("x", "y"), "ä"),
        Remove(("flows", 0, "id")),
    )
    assert edited(text, changes, "json") == (
        '{\n  "flows": [\n    {\n      "within": "P2D",\n      "items": [\n        "growth",\n        "sleep"\n'
        '      ]\n    }\n  ],\n  "x": {"y": "ä"}\n}'
    )


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_keeps_how_lines_end(newline: str) -> None:
    text = "a: 1 # one\nb:\n  - x\n".replace("\n", newline)
    changes = (Append(("b",), "z"), Put(("c",), 2))
    assert edited(text, changes) == "a: 1 # one\nb:\n  - x\n  - z\nc: 2\n".replace("\n", newline)


@pytest.mark.parametrize(
    ("text", "change", "why"),
    [
        ("a: &x 1\n", Put(("a",), 2), "the file has problems of its own"),
        ("a: 1\n", Put(("b", "c"), 2), "there is no `b` where it should be changed"),
        ("a: [1]\n", Put(("a", 1), 2), "there is no `1` where it should be changed"),
        ("a: 1\n", Remove(("b",)), "there is no `b` where it should be changed"),
        (
            "a:\n  b: 1 # why\n  c: 2\n",
            Put(("a",), 1),
            "it cannot be changed without losing a comment or changing something else",
        ),
    ],
)
def test_refuses_what_would_lose_something(text: str, change: ValueEdit, why: str) -> None:
    with pytest.raises(Refused) as refused:
        edited(text, [change])
    assert str(refused.value) == why


SCALARS = (
    "word",
    "two words",
    "P2D",
    "2027-03-31",
    "2.1",
    "no",
    "a: b",
    "x # y",
    "'q'",
    'say "x"',
    "",
    " b",
    "-",
    "ä{",
)
OTHERS: tuple[Value, ...] = (True, False, None, 0, -7, 2.5)
KEYS = ("id", "from", "to", "on", "items", "if-refused", "0", "ü x")


class _Author:
    """Writes values in all styles, with comments in between."""

    def __init__(self, chance: Random, syntax: Syntax) -> None:
        self.chance = chance
        self.syntax = syntax
        self.number = 0

    def value(self, depth: int) -> Value:
        kind = self.chance.choice(("scalar", "scalar", "list", "dict") if depth else ("dict",) * 3 + ("list",))
        size = self.chance.choice((0, 1, 2, 3, 4)) if depth < 4 else 0
        if kind == "list" and depth < 4:
            return [self.value(depth + 1) for _ in range(size)]
        if kind == "dict" and depth < 4:
            return {key: self.value(depth + 1) for key in self.chance.sample(KEYS, size)}
        return self.chance.choice((*SCALARS, *OTHERS))

    def text(self, value: Value) -> str:
        if self.syntax == "json":
            return json.dumps(value, indent=self.chance.choice((None, 2)), ensure_ascii=self.chance.random() < 0.5)
        return self.own_line(0) + self.block(value, 0, True) + self.own_line(0)

    def own_line(self, indent: int) -> str:
        return f"{' ' * indent}{self.comment()}\n" if self.chance.random() < 0.2 else ""

    def end(self) -> str:
        return f"  {self.comment()}\n" if self.chance.random() < 0.2 else "\n" * self.chance.choice((1, 1, 1, 2))

    def comment(self) -> str:
        self.number += 1
        return f"# {self.number}{self.chance.choice((' [it]', ' - x', '', ': y', chr(34)))}"

    def block(self, value: Value, indent: int, begun: bool) -> str:
        """A value that begins on a line of its own, or behind a dash (`begun`)."""
        pad = " " * indent
        if isinstance(value, dict) and value and self.chance.random() < 0.7:
            lines = [f"{pad}{self.scalar(key)}:{self.behind(one, indent)}" for key, one in value.items()]
        elif isinstance(value, list) and value and self.chance.random() < 0.7:
            lines = [f"{pad}-{self.behind(one, indent)}" for one in value]
        else:
            return ("" if begun else pad) + self.flow(value) + self.end()
        text = "".join(line if not n else self.own_line(indent) + line for n, line in enumerate(lines))
        return text[indent:] if begun else text

    def behind(self, value: Value, indent: int) -> str:
        """A value behind a colon or a dash."""
        if isinstance(value, dict | list) and value:
            deeper = indent + self.chance.choice((1, 2, 4))
            return self.end() + self.block(value, deeper, False)
        if isinstance(value, str) and self.chance.random() < 0.1 and value.strip() == value != "":
            return f" {self.chance.choice('|>')}-\n{' ' * (indent + 2)}{value}\n"
        if value is None and self.chance.random() < 0.5:
            return self.end()
        return f" {self.flow(value)}{self.end()}"

    def flow(self, value: Value) -> str:
        gap = self.chance.choice(("", " "))
        comma = self.chance.choice((", ", ", ", ",\n        "))
        if isinstance(value, dict):
            return "{" + gap + comma.join(f"{self.scalar(key)}: {self.flow(one)}" for key, one in value.items()) + "}"
        if isinstance(value, list):
            return "[" + gap + comma.join(map(self.flow, value)) + "]"
        return self.scalar(value)

    def scalar(self, value: Value) -> str:
        plain = value in ("word", "two words", "P2D", "2027-03-31", *KEYS) and value != "0"
        if isinstance(value, str) and plain and self.chance.random() < 0.8:
            return value
        if isinstance(value, str) and self.chance.random() < 0.5:
            return "'" + value.replace("'", "''") + "'"
        return json.dumps(value, ensure_ascii=False)

    def change(self, value: Value) -> ValueEdit:
        """A change somewhere in a value."""
        route: list[str | int] = []
        at = value
        while isinstance(at, dict | list) and at and (not route or self.chance.random() < 0.7):
            step = self.chance.choice(list(at) if isinstance(at, dict) else list(range(len(at))))
            route.append(step)
            at = at[step]  # type: ignore[index, call-overload]  # a key of a mapping, an index of a list
        new = self.value(3)
        if isinstance(at, dict) and self.chance.random() < 0.5:
            route.append("new")
            return self.chance.choice((Put, Append))(tuple(route), new, tuple(list(at)[:1]))
        if isinstance(at, list) and self.chance.random() < 0.6:
            return Append(tuple(route), new)
        return self.chance.choice((Put(tuple(route), new), Remove(tuple(route))))


@settings(max_examples=400, deadline=None)
@given(st.randoms(use_true_random=True), st.sampled_from(("yaml", "json")))
def test_an_edit_gives_the_value_it_says_and_keeps_all_comments(chance: Random, syntax: Syntax) -> None:
    author = _Author(chance, syntax)
    value = author.value(0)
    text = author.text(value)
    read = (read_json if syntax == "json" else read_yaml)(text, USUAL)
    assert read.root is not None
    assert same(read.root.value, value), text
    change = author.change(value) if value else Put(("new",), 1)
    try:
        after = edited(text, [change], syntax)
    except Refused:
        return
    again = (read_json if syntax == "json" else read_yaml)(after, USUAL)
    assert again.root is not None
    assert again.problems == []
    assert same(again.root.value, applied(value, change))
    assert sorted(comments(again, syntax)) == sorted(comments(read, syntax))


def test_writes_several_files_and_keeps_mark_and_permissions(tmp_path: Path) -> None:
    one, two, new = tmp_path / "one.yaml", tmp_path / "two.yaml", tmp_path / "new.yaml"
    one.write_bytes(b"\xef\xbb\xbfa: 1\r\n")
    one.chmod(0o640)
    (tmp_path / "real.yaml").write_text("b: 1\n")
    two.symlink_to("real.yaml")
    write([Rewrite(one, "a: 1\r\n", "a: 2\r\n"), Rewrite(two, "b: 1\n", "b: 2\n"), Rewrite(new, None, "c: 1\n")])
    assert one.read_bytes() == b"\xef\xbb\xbfa: 2\r\n"
    assert one.stat().st_mode & 0o777 == 0o640
    assert (two.is_symlink(), two.read_text(), new.read_text()) == (True, "b: 2\n", "c: 1\n")
    assert sorted(os.listdir(tmp_path)) == ["new.yaml", "one.yaml", "real.yaml", "two.yaml"]


@pytest.mark.parametrize(
    ("name", "before", "trouble"),
    [
        ("two.yaml", "b: 0\n", "`{}` has changed since it was read; nothing was written"),
        ("two.yaml", None, "`{}` is there already; nothing was written"),
        ("none.yaml", "b: 1\n", "`{}` cannot be written: no such file or directory; nothing was written"),
        ("no/folder.yaml", None, "`{}` cannot be written: there is no folder `{}`; nothing was written"),
        ("folder", "b: 1\n", "`{}` is a folder: name a file; nothing was written"),
    ],
)
def test_writes_nothing_when_one_file_cannot_be_written(
    name: str, before: str | None, trouble: str, tmp_path: Path
) -> None:
    one, two = tmp_path / "one.yaml", tmp_path / "two.yaml"
    one.write_text("a: 1\n")
    two.write_text("b: 1\n")
    (tmp_path / "folder").mkdir()
    with pytest.raises(UsageError) as told:
        write([Rewrite(one, "a: 1\n", "a: 2\n"), Rewrite(tmp_path / name, before, "b: 2\n")])
    assert str(told.value) == trouble.format(tmp_path / name, (tmp_path / name).parent)
    assert (one.read_text(), two.read_text()) == ("a: 1\n", "b: 1\n")
    assert sorted(os.listdir(tmp_path)) == ["folder", "one.yaml", "two.yaml"]


def test_puts_back_what_was_written_when_the_last_file_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, two = tmp_path / "one.yaml", tmp_path / "two.yaml"
    one.write_text("a: 1\n")
    two.write_text("b: 1\n")
    replace = os.replace

    def fails(source: Path, target: Path) -> None:
        if Path(target).name == "two.yaml":
            raise OSError(28, "No space left on device")
        replace(source, target)

    monkeypatch.setattr(os, "replace", fails)
    with pytest.raises(UsageError, match="no space left on device; nothing was written"):
        write([Rewrite(one, "a: 1\n", "a: 2\n"), Rewrite(two, "b: 1\n", "b: 2\n")])
    assert (one.read_text(), two.read_text(), sorted(os.listdir(tmp_path))) == (
        "a: 1\n",
        "b: 1\n",
        ["one.yaml", "two.yaml"],
    )
