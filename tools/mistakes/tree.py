"""What a file says as blocks and lists that may be edited."""

import json
from collections.abc import Iterable

from sharecheck.document import Document
from sharecheck.reading.node import Value

__all__ = [
    "Block",
    "Value",
    "at",
    "block",
    "blocks",
    "drop",
    "entries",
    "item",
    "misspelt",
    "somewhere",
    "swap",
    "text",
    "written",
]

Block = dict[str, Value]


def tree(document: Document) -> Block:
    """What a document says, as a copy of its own."""
    said: Block = (
        document.shape.model_dump(mode="json", by_alias=True, exclude_none=True, warnings=False)
        if document.shape
        else {}
    )
    return said


def written(file: Block) -> str:
    """The text of a file that says this: JSON, which is YAML as well."""
    return json.dumps(file, ensure_ascii=False)


def at(value: Value, *route: str | int) -> Value:
    """What stands at a route; `None` where nothing does."""
    for step in route:
        if isinstance(value, dict) and isinstance(step, str):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            return None
    return value


def block(value: Value, *route: str | int) -> Block:
    """The block at a route; an empty one where there is none."""
    found = at(value, *route)
    return found if isinstance(found, dict) else {}


def blocks(value: Value, *route: str | int) -> list[Block]:
    """The blocks at a route that holds one or several."""
    found = at(value, *route)
    each = found if isinstance(found, list) else [found]
    return [one for one in each if isinstance(one, dict)]


def entries(value: Value, *route: str | int) -> list[Value]:
    """The list at a route, to be edited; an empty one where there is none."""
    found = at(value, *route)
    return found if isinstance(found, list) else []


def text(value: Value, *route: str | int) -> str:
    """The text at a route; empty where there is none."""
    found = at(value, *route)
    return found if isinstance(found, str) else ""


def drop(here: Block, *keys: str) -> bool:
    """Take keys out; whether one of them was there."""
    return bool([here.pop(key) for key in keys if key in here])


def swap(here: Block, key: str, value: Value) -> bool:
    """Put another value in the place of one; whether there was one, and another."""
    if key not in here or here[key] == value:
        return False
    here[key] = value
    return True


def somewhere(edits: Iterable[bool]) -> bool:
    """Make all these edits; whether one of them could be made."""
    return any(list(edits))


def item(carried: Value) -> str:
    """The name of an item that a flow carries."""
    return text(carried, "item") if isinstance(carried, dict) else str(carried)


def misspelt(name: str) -> str:
    """A name with two letters the wrong way round, or one too many."""
    for index in range(len(name) - 2, 0, -1):
        one, two = name[index], name[index + 1]
        if one != two and one.isalpha() and two.isalpha():
            return f"{name[:index]}{two}{one}{name[index + 2 :]}"
    return f"{name}x"
