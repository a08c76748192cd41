"""An edit written into a text. Its place is tried in a few ways; the first that proves right is taken.

Right is what, parsed again, has the value that the change is to give, no new problem, and all the comments.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from sharecheck.document import Offsets
from sharecheck.edit.place import Page
from sharecheck.edit.render import Syntax
from sharecheck.edit.value import Append, Put, Refused, Remove, ValueEdit, applied
from sharecheck.reading.json import read_json
from sharecheck.reading.limits import USUAL
from sharecheck.reading.node import Node, Read, Value

_COMMENT = re.compile(r"#[^\r\n]*")


def edited(text: str, changes: Iterable[ValueEdit], syntax: Syntax = "yaml") -> str:
    """The text after these changes, one after another: each route is that of the text when its turn comes.

    `Refused` when the text has problems of its own, a route leads nowhere, or a change would change more than it says.
    """
    read = _read(text, syntax)
    if read is None or read.root is None:
        raise Refused("the file has problems of its own")
    for change in changes:
        wanted = applied(read.root.value, change)
        kept = sorted(comments(read, syntax))
        for attempt in _attempts(Page(read.text, read.root, syntax), change):
            after = _read(attempt, syntax)
            if after and after.root and same(after.root.value, wanted) and sorted(comments(after, syntax)) == kept:
                read = after
                break
        else:
            raise Refused("it cannot be changed without losing a comment or changing something else")
        assert read.root is not None
    return read.text


def likely(read: Read, change: ValueEdit, syntax: Syntax) -> str | None:
    """The text after a change in the way that most often proves right, which is not looked at; None for no way."""
    try:
        return next(_attempts(Page(read.text, read.root, syntax), change), None) if read.root is not None else None
    except KeyError:
        return None


def _read(text: str, syntax: Syntax) -> Read | None:
    from sharecheck.reading.yaml import read_yaml  # PyYAML takes 50 ms to import, and most runs change nothing

    read = read_json(text, USUAL) if syntax == "json" else read_yaml(text, USUAL)
    return None if read.problems else read


def same(first: Value, other: Value) -> bool:
    """Whether two values are equal, and of the same types: 1 is not `true`."""
    if isinstance(first, dict) and isinstance(other, dict):
        return first.keys() == other.keys() and all(same(value, other[key]) for key, value in first.items())
    if isinstance(first, list) and isinstance(other, list):
        return len(first) == len(other) and all(map(same, first, other))
    return type(first) is type(other) and (first == other or first != first)  # noqa: PLR0124  # not a number is not itself


def comments(read: Read, syntax: Syntax = "yaml") -> list[str]:
    """All comments of a text that was read, in order."""
    if syntax == "json" or read.root is None:
        return []
    taken = sorted(_taken(read.root))
    starts = [start for start, _ in taken]

    def inside(offset: int) -> bool:
        number = bisect_right(starts, offset) - 1
        return number >= 0 and offset < taken[number][1]

    found: list[str] = []
    at = 0
    while match := _COMMENT.search(read.text, at):
        if inside(match.start()):
            at = match.start() + 1
        else:
            found.append(match[0].rstrip())
            at = match.end()
    return found


def _taken(root: Node) -> Iterator[Offsets]:
    """The stretches of all keys and single values."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        yield from node.keys.values()
        if isinstance(node.value, dict | list):
            waiting += node.parts.values()
        elif node.start < node.end:
            yield node.start, node.end


def _attempts(page: Page, change: ValueEdit) -> Iterator[str]:
    around = page.root
    for step in change.route[:-1]:
        around = around.parts[step]
    step = change.route[-1]
    node = around.parts.get(step)
    if isinstance(change, Remove):
        return page.without(around, step)
    if node is None:
        value = [change.value] if isinstance(change, Append) else change.value
        return page.with_key(around, str(step), value, change.after)
    if isinstance(change, Put):
        return page.replaced(around, step, node, change.value)
    if isinstance(node.value, list):
        return page.with_entry(around, step, node, change.value)
    return page.wrapped(around, step, node, change.value)
