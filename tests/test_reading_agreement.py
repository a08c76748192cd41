"""The fast way and the careful way are one: what the fast one accepts, the careful one accepts, as the same."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from sharecheck.document import Document
from sharecheck.reading import Limits, documents, formats
from sharecheck.schema import json_schema
from tests.test_schema import AREA, JOURNEY, PROTOCOL

LIMITS = Limits()
STYLED = """\
# a comment
sharecheck: "protocol/1"   # another
id: 'styled'
purpose: |
  One line, and
    another.

necessity: >-
  folded
  text

"title": plain text
  over two lines
flows:
- {id: one, from: a, to: b, "items": [identity, {item: smoking}], within: "P5D"}
-
  id: two
  ? from
  : [a,
     b]
  to: c
"""
FRAGMENTS = (
    *" \t\n\r:-?,[]{}#&*!|>'\"%@`~=<\\/.0159axeEobxNP\x00\x07\x85\xa0\u2028\u2029\ufeff\u200bé\U0001f600",
    *("&a ", "*a", "!x ", "!!str ", "<<: ", "--- ", "\n---\n", "\n...\n", "%YAML 1.1\n", "- ", "? ", ": ", "\r\n"),
    *("012", "1e400", "0b11", "0o17", "0x1F", "+12", "-0", "1.", ".5", ".inf", ".nan", "1_000", "1e999", "null", "~"),
    *("true", "True", "yes", "on", "NO", "=", "2025-01-02", "1:30"),
    *("9" * 19, "9" * 50, "''", '""', '"\\ud800"', '"\\x41"', "|-\n", ">\n"),
    *("id: x", "\nid: x", "sharecheck: protocol/1\n", "title: ", "version: ", "aggregate: ", "working-days: "),
)  # fmt: skip


def both(text: str, name: str = "x.yaml") -> tuple[Document | None, Document]:
    """What the fast way and the careful way make of a text."""
    path, data = Path(name), text.encode("utf-8", "surrogatepass")
    way = formats.JSON if name.endswith(".json") else formats.YAML
    text = data.decode("utf-8-sig", "replace")
    return documents._fast(way, path, text, data, LIMITS), documents._careful(way, path, text, LIMITS, named=True)


def assert_of_one_mind(text: str, name: str = "x.yaml") -> None:
    fast, careful = both(text, name)
    assert (careful.shape is None) == bool(careful.problems), text
    if fast is not None:
        assert (careful.shape, careful.problems) == (fast.shape, ()), text


@st.composite
def mutated(draw: st.DrawFn, texts: tuple[str, ...]) -> str:
    text = draw(st.sampled_from(texts))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = start + draw(st.sampled_from((0, 0, 0, 1, 1, 2, 5, 20)))
        text = text[:start] + draw(st.sampled_from(("", *FRAGMENTS))) + text[end:]
    return text


QUICK = settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)


@QUICK
@given(mutated((PROTOCOL, AREA, JOURNEY, STYLED)))
@example(AREA.replace("4000", "0b11"))
@example(AREA.replace("4000", "0x1F"))
@example(AREA.replace("4000", "-0x1F"))
@example(AREA.replace("4000", "012"))
@example(JOURNEY.replace("A child who moves", "1e400"))
@example(JOURNEY.replace("A child who moves", "9" * 50))
@example(JOURNEY.replace("A child who moves", "! 012"))
@example(AREA.replace("[maternity]", "[\u2028!!str maternity]"))
@example(JOURNEY + "\n...\n")
@example("\ufeff" + JOURNEY)
def test_broken_yaml(text: str) -> None:
    assert_of_one_mind(text)


JSONS = tuple(
    json.dumps(formats.loads(text), indent=indent) for text in (PROTOCOL, AREA, STYLED) for indent in (None, 1)
)


@QUICK
@given(mutated(JSONS))
def test_broken_json(text: str) -> None:
    assert_of_one_mind(text, "x.json")
    assert_of_one_mind(text, "x.yaml")


def values(schema: Any, root: Any) -> st.SearchStrategy[Any]:
    """Values that fit a schema."""
    if "$ref" in schema:
        return st.deferred(lambda: values(root["definitions"][schema["$ref"].rpartition("/")[2]], root))
    if "allOf" in schema:
        return values(schema["allOf"][0], root)
    if "anyOf" in schema:
        return st.one_of([values(branch, root) for branch in schema["anyOf"]])
    if "const" in schema or "enum" in schema:
        return st.sampled_from(schema.get("enum") or [schema["const"]])
    match schema["type"]:
        case "string" if "pattern" in schema:
            plain = st.from_regex(schema["pattern"].removesuffix("$") + r"\Z").filter(lambda text: len(text) <= 100)
            return st.dates().map(str) if schema.get("format") == "date" else plain
        case "string":
            return st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)
        case "boolean":
            return st.booleans()
        case "integer":
            return st.integers(schema["minimum"], schema["maximum"])
        case "array":
            return st.lists(values(schema["items"], root), max_size=2)
        case _:
            keys = {key: values(part, root) for key, part in schema["properties"].items()}
            required = {key: keys.pop(key) for key in schema.get("required", ())}
            return st.fixed_dictionaries(required, optional=keys)


@pytest.mark.parametrize("kind", ["journey/1", "area/1", "sources/1", "law/1"])
def test_generated_documents_are_read_in_all_ways_as_the_same(kind: str) -> None:
    schema = json_schema(kind)

    @settings(QUICK, max_examples=60)
    @given(values(schema, schema), st.booleans(), st.booleans())
    def check(value: Any, flow: bool, unicode: bool) -> None:
        as_json = json.dumps(value, ensure_ascii=not unicode)
        fast, careful = both(as_json, "x.json")
        assert careful.problems == ()
        assert fast is None or fast.shape == careful.shape
        text = yaml.safe_dump(value, default_flow_style=flow, allow_unicode=unicode, sort_keys=False)
        assert_of_one_mind(text)
        assert_of_one_mind(as_json)

    check()
