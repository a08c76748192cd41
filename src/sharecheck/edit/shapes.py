"""Edits made on what is understood already: the same routes and values as in a text, and no text is read again."""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import TypeVar

from pydantic import TypeAdapter

from sharecheck.document import Step
from sharecheck.edit.value import Append, Put, Remove, ValueEdit
from sharecheck.model.base import Shape, many
from sharecheck.reading.node import Value

S = TypeVar("S", bound=Shape)


def applied(shape: S, edits: Iterable[ValueEdit]) -> S:
    """A shape after edits, one after another; the old one stays as it is."""
    for edit in edits:
        shape = _edited(shape, edit.route, edit)
    return shape


def _edited(shape: S, route: Sequence[Step], edit: ValueEdit) -> S:
    """A shape after one edit, of which this route is left."""
    name = _names(type(shape))[str(route[0])]
    old, rest = getattr(shape, name, None), route[1:]
    if rest:
        return shape.model_copy(update={name: _below(old, rest, edit)})
    match edit:
        case Put(value=value):
            return shape.model_copy(update={name: _typed(type(shape), name, value)})
        case Append(value=value):
            return shape.model_copy(update={name: (*many(old), *many(_typed(type(shape), name, [value])))})
        case Remove():
            return shape.model_copy(update={name: None})


def _below(old: object, route: Sequence[Step], edit: ValueEdit) -> object:
    """What stands at a key after an edit of what is below: a shape, or several entries with one changed or gone."""
    if isinstance(old, Shape):
        return _edited(old, route, edit)
    step, rest = route[0], route[1:]
    if isinstance(old, tuple) and isinstance(step, int) and 0 <= step < len(old):
        if rest:
            return (*old[:step], _below(old[step], rest, edit), *old[step + 1 :])
        if isinstance(edit, Remove):
            return (*old[:step], *old[step + 1 :])
    raise LookupError(f"nothing is at {route}")


def _typed(kind: type[Shape], name: str, value: Value) -> object:
    """A plain value as the type that a field has."""
    return _adapter(kind, name).validate_python(value)


@cache
def _adapter(kind: type[Shape], name: str) -> TypeAdapter[object]:
    annotation = kind.model_fields[name].annotation
    assert annotation is not None, name
    return TypeAdapter(annotation)


@cache
def _names(kind: type[Shape]) -> dict[str, str]:
    """The fields of a shape by their keys in files, in their order."""
    return {field.alias or name.rstrip("_").replace("_", "-"): name for name, field in kind.model_fields.items()}


@cache
def keys_before(kind: type[Shape], key: str) -> tuple[str, ...]:
    """The keys that a shape has before one: behind the last of them a new one is put."""
    keys = tuple(_names(kind))
    return keys[: keys.index(key)]
