"""The JSON Schemas of what commands print, made from the types that it is printed from."""

import json
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from sharecheck.report.formats import REPORTS


def report_schema(name: str) -> str:
    """The JSON Schema of one of `REPORTS`, with its version: `sharecheck cliffs/1`."""
    report = REPORTS[name].module("json").Report
    made: dict[str, Any] = report.model_json_schema(mode="serialization", schema_generator=_Plain)
    version = made["properties"]["schema_version"]["const"]
    head = {"$schema": GenerateJsonSchema.schema_dialect, "title": f"sharecheck {name}/{version}"}
    return json.dumps({**head, "description": made.pop("description"), **made, **head}, indent=2) + "\n"


class _Plain(GenerateJsonSchema):
    """What pydantic makes, without titles that only repeat a name."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False
