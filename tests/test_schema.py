"""The JSON Schemas: made from the models, fit for editors, and of one mind with the models."""

import copy
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator
from pydantic import ValidationError

from sharecheck.model import KINDS
from sharecheck.model.pathway import Need
from sharecheck.reading import read_bytes
from sharecheck.reading.forms import FORMS
from sharecheck.reading.verdict import refusals
from sharecheck.schema import documentation, editor_schema, json_schema, schema_files

STANDARDS = Path(__file__).parent.parent / "src" / "sharecheck" / "standards"
PROTOCOL = """
sharecheck: protocol/1
$schema: ../protocol-1.schema.json
id: everything
version: "2.1"
status: in-force
effective: 2025-04-01
owner: {party: northshire-council, role: head of information governance}
encoded-from: {title: An agreement, read: complete}
parties: [{id: maternity, service: [midwifery], kind: nhs-trust, records: [{event: birth, items: [birth-details]}]}]
basis: [{party: maternity, article-6: 6(1)(e), schedule-1: [paragraph-2]}, {article-9: 9(2)(h), article-10: true}]
flows:
  - id: one
    from: maternity
    to: [health-visiting, general-practice]
    when: [{event: birth}, {every: P1M}, {on: change}]
    within: {working-days: 5}
    fallback: {channel: telephone, within: PT36H}
    matched-by: [nhs-number, [identity, address]]
    items: [identity, {item: smoking, form: coded, present: always}]
    agreement: {ask: parent, if-refused: [identity], overridden-by: [safeguarding], asked-again: P6M}
    relies-on: {post: duty desk, cover: false}
  - {id: two, from: [a, b], to: c, within: P1DT12H, basis: {article-6: 6(1)(c)}}
governance:
  dpia: {reference: DPIA-1, completed: 2025-01-20}
  retention: {period: P25Y, trigger: birth}
  signatures: [{party: maternity, signed: 2025-03-01}, {party: c, awaited: true}]
  review-triggers: [a change of law]
"""
AREA = """
sharecheck: area/1
id: northshire
nation: england
protocols: partial
births-a-year: 4000
parties: [{id: maternity, service: midwifery, assurance: [{scheme: dspt, until: 2026-06-30}]}]
funding: [{id: grant, until: 2027-03-05, supports: [maternity]}]
capacity: [{party: maternity, minutes-a-month: 600}]
neighbours: [{area: ceredale, nation: wales}]
"""
JOURNEY = """
sharecheck: journey/1
id: mover
title: A child who moves
shows: that records stay behind
happens: [{event: booking, gestation: P9W}]
moves: [{to: ceredale, at: P9M}]
mishaps: [{loses: parent-held-record, at: P1Y}]
"""
ODD: tuple[Any, ...] = (
    None, True, False, 0, 1, -1, 366, 367, 1.0, 1.5, float("nan"), float("inf"), 10**7, 10**7 + 1, 10**30,
    "", " ", "x", "X", "a-b", "a-b\n", "a--b", "-a", "é", "a" * 100, "a" * 101, "t" * 4000, "t" * 4001, "yes", "null",
    "P5D", "P5D\n", "p5d", "P", "PT", "P1DT", "PT36H", "P36H", "P1M2Y", "P9999Y", "P1.5D", "P٣D",
    "2025-04-01", "2025-02-30", "2025-04-01\n", "20250401", "2025-4-1", "٢٠٢٥-٠١-٠١", "0000-01-01", "2025", "2025-13",
    "paragraph-2", "paragraph-2a", "paragraph-222", "protocol/1", "6(1)(e)", "coded",
    [], {}, [None], ["x"], [["x"]], [1], {"x": 1}, {"id": "x"}, {"working-days": 5}, {"working-days": 5.0},
)  # fmt: skip


def shortened(value: Any) -> Any:
    """The same with at most three entries a list, so that thousands can be checked in a few seconds."""
    if isinstance(value, list):
        return [shortened(one) for one in value[:3]]
    if isinstance(value, dict):
        return {key: shortened(one) for key, one in value.items()}
    return value


def examples() -> list[Any]:
    standards = [path.read_text(encoding="utf-8") for path in sorted(STANDARDS.glob("*.yaml"))]
    texts = [PROTOCOL, AREA, JOURNEY, *(text for text in standards if "\nsharecheck: " in text)]
    return [shortened(yaml.load(text, yaml.BaseLoader)) for text in texts] + [as_yaml12(PROTOCOL), as_yaml12(AREA)]


def as_yaml12(text: str) -> Any:
    from ryaml import loads

    return loads(text)


def routes(value: Any, route: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield route
    if isinstance(value, dict | list):
        steps = value if isinstance(value, dict) else range(len(value))
        for step in list(steps):
            yield from routes(value[step], (*route, step))


def changed(value: Any, chance: random.Random) -> Any:
    """A copy with one, two or three things in it that its author did not mean."""
    value = copy.deepcopy(value)
    for _ in range(chance.choice((1, 1, 2, 3))):
        route = chance.choice([*routes(value)][1:] or [("sharecheck",)])
        around = value
        for step in route[:-1]:
            around = around[step]
        step = route[-1]
        match chance.randrange(6):
            case 0 if isinstance(around, dict):
                around.pop(step, None)
            case 1 if isinstance(around, dict):
                around[chance.choice(["x", "if_refused", str(step).replace("-", "_"), "form", "id"])] = around.get(step)
            case 2:
                around[step] = [around.get(step)] if isinstance(around, dict) else [around[step]]
            case 3 if isinstance(around, list):
                around.append(chance.choice(ODD))
            case _:
                around[step] = copy.deepcopy(chance.choice(ODD))
    return value


def test_model_and_schema_give_the_same_verdict() -> None:
    chance = random.Random(20261122)
    seen = {True: 0, False: 0}
    for example in examples():
        kind = example["sharecheck"]
        for _ in range(250):
            value = changed(example, chance)
            try:
                KINDS[kind].model_validate(value)
                accepted = True
            except ValidationError:
                accepted = False
            assert accepted == (next(refusals(kind, value), None) is None), value
            seen[accepted] += 1
    assert min(seen.values()) > 100


@pytest.mark.parametrize("kind", KINDS)
def test_is_a_schema_of_draft_7(kind: str) -> None:
    schema = json_schema(kind)
    Draft7Validator.check_schema(schema)
    assert (schema["$schema"], schema["title"]) == ("http://json-schema.org/draft-07/schema#", f"sharecheck {kind}")


def parts(schema: Any) -> Iterator[Any]:
    yield schema
    for part in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        yield from parts(part)


@pytest.mark.parametrize("kind", KINDS)
def test_says_what_every_key_means_and_that_no_key_may_be_null(kind: str) -> None:
    schema = json_schema(kind)
    for shape in (schema, *schema["definitions"].values()):
        assert shape["description"]
        assert shape["additionalProperties"] is False
        for key, part in shape["properties"].items():
            assert part["description"], key
            assert "$ref" not in part, "draft 7 ignores what stands beside it"
    assert not [part for part in parts(schema) if part is None or part == "null"]
    assert not [part for part in parts(schema) if isinstance(part, dict) and {"default", "$defs"} & part.keys()]


def test_keeps_the_format_of_dates() -> None:
    assert json_schema("protocol/1")["properties"]["review"] == {
        "type": "string",
        "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
        "format": "date",
        "description": "The day by which it is to be reviewed.",
    }


def test_has_words_for_every_pattern() -> None:
    patterns = {
        part["pattern"]
        for kind in KINDS
        for part in parts(json_schema(kind))
        if isinstance(part, dict) and "pattern" in part
    }
    assert patterns == FORMS.keys()


def test_takes_the_words_of_inherited_fields_too() -> None:
    said = documentation(Need)
    assert (said["item"], said["verified"][:5]) == ("The item.", "`yes`")


def test_names_a_file_after_each_kind_and_writes_the_same_text_each_time() -> None:
    files = schema_files()
    assert list(files) == [f"{kind.replace('/', '-')}.schema.json" for kind in KINDS]
    assert json.loads(files["area-1.schema.json"]) == editor_schema("area/1")
    json_schema.cache_clear()
    assert schema_files() == files


def _with_dots(value: Any) -> Iterator[Any]:
    """A document with `...` in the place of one of its keys, for each of them."""
    for key in value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ():
        if isinstance(value, dict):
            yield {**value, key: "..."}
        for below in _with_dots(value[key]):
            changed = copy.copy(value)
            changed[key] = below
            yield changed


@pytest.mark.parametrize("text", [PROTOCOL, AREA], ids=["protocol", "area"])
def test_editors_and_the_program_agree_where_dots_may_stand(text: str) -> None:
    document = json.loads(json.dumps(yaml.safe_load(text), default=str))
    editor = Draft7Validator(editor_schema(document["sharecheck"]))
    plain = Draft7Validator(json_schema(document["sharecheck"]))
    verdicts = []
    for changed in _with_dots(document):
        read = read_bytes(Path("x.json"), json.dumps(changed).encode())
        verdicts.append((editor.is_valid(changed), read.problems == ()))
        assert verdicts[-1][0] == verdicts[-1][1], changed
        assert not plain.is_valid(changed) or editor.is_valid(changed)
    assert {(True, True), (False, False)} == set(verdicts)


def test_an_editor_still_underlines_what_is_wrong() -> None:
    editor = Draft7Validator(editor_schema("protocol/1"))
    flow = {"id": "a", "from": "b", "to": "c"}
    for wrong in ("....", "P2", "TBC", 3):
        assert not editor.is_valid({"sharecheck": "protocol/1", "id": "x", "flows": [{**flow, "within": wrong}]})
