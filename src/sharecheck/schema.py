"""JSON Schemas of the kinds of document, generated from the models: for editors, and to explain what is wrong."""

import ast
import inspect
import json
import re
import textwrap
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from sharecheck.model import KINDS
from sharecheck.model.base import Shape

Schema = dict[str, Any]
"""A JSON Schema, as JSON has it."""

DIALECT = "http://json-schema.org/draft-07/schema#"
"""Draft 7: what editors read without surprises. It knows `definitions`, not `$defs`."""


AGREED = frozenset({"protocol/1", "area/1"})
"""The kinds of document in which people agree on something."""
APART = frozenset({"sharecheck", "$schema", "x-sharecheck-ignore"})
"""Keys of which nobody agrees anything: what the file is, and exceptions, whose reasons are looked at by themselves."""
OPEN = "..."
"""What may stand in the place of what is not agreed yet; other placeholders are read alike, and underlined."""


@cache
def json_schema(kind: str) -> Schema:
    """The JSON Schema of a kind of document (`protocol/1`). The schema is shared: read it, and copy it to change it."""
    root = KINDS[kind]
    schema = root.model_json_schema(ref_template="#/definitions/{model}", schema_generator=_Draft7)
    definitions: dict[str, Schema] = schema.pop("$defs", {})
    for shape in dict.fromkeys(_shapes(Shape)):
        part = schema if shape is root else definitions.get(shape.__name__)
        if part is not None:
            _describe(part, shape)
    schema["title"] = f"sharecheck {kind}"
    return {"$schema": DIALECT, **schema, "definitions": dict(sorted(definitions.items()))}


def editor_schema(kind: str) -> Schema:
    """The JSON Schema of a kind for editors: with `...` wherever a file may say that something is not agreed yet."""
    schema = json_schema(kind)
    if kind not in AGREED:
        return schema
    definitions = {name: _with_open_keys(part) for name, part in schema["definitions"].items()}
    return {**_with_open_keys(schema), "definitions": definitions}


def _with_open_keys(part: Schema) -> Schema:
    """The schema of a block whose keys may be `...`, but for those that the block cannot do without."""
    if "properties" not in part:
        return part
    fixed = {*part.get("required", ()), *APART}
    properties = {key: below if key in fixed else _or_open(below) for key, below in part["properties"].items()}
    return {**part, "properties": properties}


def _or_open(schema: Schema) -> Schema:
    """A schema that `...` fits as well."""
    if schema.get("type") == "string" and not {"pattern", "format", "enum", "const"} & schema.keys():
        return schema
    about = {key: value for key, value in schema.items() if key == "description"}
    rest = {key: value for key, value in schema.items() if key != "description"}
    choices = rest["anyOf"] if rest.keys() == {"anyOf"} else [rest]
    return {"anyOf": [*choices, {"const": OPEN}], **about}


def schema_files() -> dict[str, str]:
    """The schemas of all kinds as files for editors: their text by name."""
    return {
        f"{kind.replace('/', '-')}.schema.json": json.dumps(editor_schema(kind), indent=2, ensure_ascii=False) + "\n"
        for kind in KINDS
    }


class _Draft7(GenerateJsonSchema):
    """What pydantic makes, without what only repeats a name and without defaults: a key is there, or is left out."""

    schema_dialect = DIALECT

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def sort(self, value: JsonSchemaValue, parent_key: str | None = None) -> JsonSchemaValue:
        return value


def _shapes(shape: type[Shape]) -> Iterator[type[Shape]]:
    """The models that are made of this one."""
    for below in shape.__subclasses__():
        if below.__module__.startswith("sharecheck.model."):
            yield below
        yield from _shapes(below)


def _describe(part: Schema, shape: type[Shape]) -> None:
    """Put the words of a model beside its keys."""
    part["title"] = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", shape.__name__).capitalize()
    words = documentation(shape)
    for key, schema in part["properties"].items():
        if "$ref" in schema:  # draft 7 ignores what stands beside a `$ref`
            schema["allOf"] = [{"$ref": schema.pop("$ref")}]
        schema["description"] = words[key]


def documentation(shape: type[Shape]) -> dict[str, str]:
    """What the docstrings of a model's fields say, by key as in files.

    Read from the source only here: pydantic could keep them, at the cost of reading the source at every start.
    """
    docstrings: dict[str, str] = {}
    for base in reversed(shape.__mro__):
        if issubclass(base, Shape) and base is not Shape:
            docstrings |= _field_docstrings(base)
    return {field.alias or name: docstrings[name] for name, field in shape.model_fields.items()}


def _field_docstrings(shape: type[Shape]) -> dict[str, str]:
    (body,) = ast.parse(textwrap.dedent(inspect.getsource(shape))).body
    assert isinstance(body, ast.ClassDef)
    docstrings = {}
    for pair in pairwise(body.body):
        match pair:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(words))):
                docstrings[name] = inspect.cleandoc(words)
    return docstrings
