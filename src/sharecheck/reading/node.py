"""A text as a tree of values that know where they stand."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import TypeAlias

from sharecheck.document import Lines, Offsets, Problem, Route, Span, Splice, Step

Value = None | bool | int | float | str | list["Value"] | dict[str, "Value"]
"""What YAML and JSON can say."""
_MAX_PROBLEMS = 1_000
"""Problems that are kept; who reads them is told of far fewer."""


@dataclass(slots=True)
class Node:
    """A value and its place; `end` is the end of its last value, not of the comments after it."""

    start: int
    end: int
    value: Value
    keys: dict[Step, Offsets] = field(default_factory=dict)
    """Of a mapping: where its keys stand."""
    parts: dict[Step, "Node"] = field(default_factory=dict)
    """The values of a mapping by key, those of a list by index."""


Found: TypeAlias = tuple[Node | None, Offsets | None]
"""A value and its key: none at the top, and in a list."""


@dataclass(slots=True)
class Read:
    """What the careful way found in a text."""

    text: str
    lines: Lines
    root: Node | None = None
    """`None` when the text broke off before its end, or has no value at all."""
    problems: list[Problem] = field(default_factory=list)
    unknown: set[Route] = field(default_factory=set)
    """Routes whose value was not understood (an alias, a tag), so that nothing may be said about its shape."""
    incomplete: set[Route] = field(default_factory=set)
    """Mappings that may have more keys than were understood, so that none may be called missing."""

    def note(  # noqa: PLR0913  # all but five are named
        self,
        kind: str,
        route: Route,
        offsets: Offsets,
        message: str,
        help: str | None = None,
        *,
        other: Offsets | None = None,
        label: str = "",
        instead: tuple[Splice, ...] = (),
        sure: bool = True,
    ) -> None:
        """Keep a problem; `other` is a second place that belongs to it, `instead` what to write."""
        if len(self.problems) >= _MAX_PROBLEMS:
            return
        second: Span | None = self.lines.span(other) if other else None
        self.problems.append(
            Problem(kind, route, message, help, self.lines.span(offsets), second, label, instead, sure)
        )


@dataclass(frozen=True, slots=True)
class Tree:
    """The places of a text."""

    text: str
    nearest: Callable[[Route], Found]
    """The value of a route and its key; of the nearest route around it that exists, where it does not."""

    def shown(self, route: Route) -> Offsets:
        """What to underline for a route; see `Document.span`."""
        node, key = self.nearest(route)
        if node is None:
            return (0, 0)
        if key is None:
            return self._headline(node)
        return key if node.parts or self._is_block(node) else (node.start, node.end)

    def key(self, route: Route) -> Offsets:
        """The last key of a route; what is shown for it, where that is none."""
        around, _ = self.nearest(route[:-1])
        key = around.keys.get(route[-1]) if around and route else None
        return key or self.shown(route)

    def extent(self, route: Route) -> Offsets:
        """From the key of a route to the end of its last value."""
        node, key = self.nearest(route)
        if node is None:
            return (0, 0)
        return (key[0] if key else node.start, max(node.end, key[1] if key else 0))

    def value(self, route: Route) -> Offsets:
        """Where the value of a route stands."""
        node, _ = self.nearest(route)
        return (node.start, node.end) if node else (0, 0)

    def source(self, route: Route) -> str:
        """The value of a route, as its author wrote that value."""
        start, end = self.value(route)
        return self.text[start:end]

    def _headline(self, node: Node) -> Offsets:
        """The `id` of a mapping, or its first value; the first of a list."""
        for step in _first_steps(node):
            part = node.parts[step]
            if step in node.keys and (part.parts or self._is_block(part)):
                return node.keys[step]
            return self._headline(part)
        return (node.start, node.end)

    def _is_block(self, node: Node) -> bool:
        """Nothing that could be underlined, or more than one line."""
        return node.start == node.end or "\n" in self.text[node.start : node.end]


def places(text: str, root: Node | None) -> Tree:
    """The places of a text that was read to its end."""
    return Tree(text, partial(nearest, root))


def nearest(node: Node | None, route: Route) -> Found:
    """The value of a route below a node, and its key; of the nearest route around, where there is no such route."""
    key = None
    for step in route:
        if node is None or step not in node.parts:
            break
        node, key = node.parts[step], node.keys.get(step)
    return node, key


def _first_steps(node: Node) -> Iterator[Step]:
    if "id" in node.parts and not node.parts["id"].parts:
        yield "id"
    yield from node.parts
