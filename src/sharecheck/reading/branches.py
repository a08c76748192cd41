"""What a JSON Schema of ours says of a value somewhere in a document."""

from sharecheck.document import Route
from sharecheck.schema import Schema


def resolved(root: Schema, schema: Schema) -> Schema:
    """A schema with what its reference leads to in place of the reference."""
    while "$ref" in schema or "allOf" in schema:
        schema = schema["allOf"][0] if "allOf" in schema else root["definitions"][schema["$ref"].rpartition("/")[2]]
    return schema


def branches(root: Schema, schema: Schema) -> list[Schema]:
    """The schemas of which a value has to fit one, none of them a choice itself."""
    schema = resolved(root, schema)
    if "anyOf" not in schema:
        return [schema]
    return [branch for part in schema["anyOf"] for branch in branches(root, part)]


def standing_at(root: Schema, route: Route) -> list[Schema]:
    """The schemas of which the value at a route has to fit one."""
    found = branches(root, root)
    for step in route:
        below = [part.get("properties", {}).get(step) if isinstance(step, str) else part.get("items") for part in found]
        found = [branch for part in below if part for branch in branches(root, part)]
    return found
