"""The same verdict as the model's, by JSON Schema: every error, with the route to the key concerned.

`jsonschema` walks; the keywords that would tell of a parent, or repeat a whole value in their message, are our own.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from itertools import islice
from typing import Any

from jsonschema import Draft7Validator, TypeChecker, ValidationError
from jsonschema.validators import extend
from referencing import Registry

from sharecheck.document import Route
from sharecheck.reading.branches import resolved
from sharecheck.schema import Schema, json_schema

_MAX_ERRORS = 200
"""Errors of one branch that are looked at."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """One thing that a schema says against a value."""

    root: Schema
    """The schema of the document."""
    route: Route
    """To the value; to a key that is missing or not known."""
    keyword: str
    """The keyword of the schema that speaks: `required`, `type`, `pattern`."""
    limit: Any
    """What that keyword says."""
    value: Any
    """The value; the mapping around a key that is missing or not known."""
    schema: Schema
    """What the value has to fit."""


def _is_whole_number(checker: TypeChecker, value: object) -> bool:
    """As in the model: `1.0` is no whole number."""
    return isinstance(value, int) and not isinstance(value, bool)


def _required(validator: Draft7Validator, keys: list[str], value: object, schema: Schema) -> Iterator[ValidationError]:
    """One error a key that is missing, at that key."""
    if isinstance(value, dict):
        yield from (ValidationError("", path=[key]) for key in keys if key not in value)


def _additional(validator: Draft7Validator, allowed: bool, value: object, schema: Schema) -> Iterator[ValidationError]:
    """One error a key that is not known, at that key."""
    if isinstance(value, dict) and not allowed:
        known = schema.get("properties", {})
        yield from (ValidationError("", path=[key]) for key in value if key not in known)


def _pattern(validator: Draft7Validator, pattern: str, value: object, schema: Schema) -> Iterator[ValidationError]:
    """`$` is the end, as for the model, and not also a place before a last line end, as for `re`."""
    if isinstance(value, str) and not _compiled(pattern).search(value):
        yield ValidationError("")


def _format(validator: Draft7Validator, name: str, value: object, schema: Schema) -> Iterator[ValidationError]:
    if name == "date" and isinstance(value, str) and not is_date(value):
        yield ValidationError("")


def _type(validator: Draft7Validator, name: str, value: object, schema: Schema) -> Iterator[ValidationError]:
    if not validator.is_type(value, name):
        yield ValidationError("")


def _any_of(
    root: Schema, validator: Draft7Validator, choices: list[Schema], value: object, schema: Schema
) -> Iterator[ValidationError]:
    """The errors of the branch that its author meant: the one of the same type, with the fewest errors."""
    fitting = [branch for branch in choices if _fits(validator, resolved(root, branch), value)]
    if not fitting:
        yield ValidationError("")
        return
    errors = [list(islice(validator.descend(value, branch), _MAX_ERRORS)) for branch in fitting]
    yield from min(errors, key=len)


def _fits(validator: Draft7Validator, branch: Schema, value: object) -> bool:
    """Whether a value has the type of a branch."""
    return "type" not in branch or validator.is_type(value, branch["type"])


def is_date(text: str) -> bool:
    """Whether a text is a day of the calendar, written as `2025-04-01`."""
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern.removesuffix("$") + r"\Z" if pattern.endswith("$") else pattern)


@cache
def _validator(kind: str) -> Draft7Validator:
    root = json_schema(kind)
    keywords = {
        "required": _required,
        "additionalProperties": _additional,
        "pattern": _pattern,
        "format": _format,
        "type": _type,
        "anyOf": partial(_any_of, root),
    }
    types = Draft7Validator.TYPE_CHECKER.redefine("integer", _is_whole_number)
    registry: Registry[Any] = Registry()  # empty: nothing is ever fetched
    validator: type[Draft7Validator] = extend(Draft7Validator, keywords, type_checker=types)  # type: ignore[no-untyped-call]
    return validator(root, registry=registry)


def refusals(kind: str, value: object) -> Iterator[Refusal]:
    """All that the schema of a kind says against a value."""
    for error in _validator(kind).iter_errors(value):
        yield Refusal(
            json_schema(kind),
            tuple(error.absolute_path),
            error.validator,
            error.validator_value,
            error.instance,
            error.schema,
        )
