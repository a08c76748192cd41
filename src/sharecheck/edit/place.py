"""Where in a text a key, an entry or a value stands, and the texts in which it has been put in, replaced or taken out.

Each function yields a few attempts, the nicest first; `text` takes the first that proves right.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sharecheck.document import Step
from sharecheck.edit.render import WIDTH, Syntax, block, entry, inline, keyed
from sharecheck.reading.node import Node, Value

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
"""A line with its end; nothing else than these ends one."""


@dataclass(frozen=True, slots=True)
class Page:
    """A text and its values."""

    text: str
    root: Node
    syntax: Syntax

    @property
    def newline(self) -> str:
        """How its lines end."""
        if "\r\n" in self.text:
            return "\r\n"
        return "\r" if "\r" in self.text and "\n" not in self.text else "\n"

    def with_key(self, mapping: Node, key: str, value: Value, after: Sequence[str]) -> Iterator[str]:
        """One more key."""
        keys = [step for step in mapping.parts if isinstance(step, str)]
        wished = [step for step in keys if step in after]
        if self.is_flow(mapping):
            yield from self._into_flow(mapping, entry(key, value, self.syntax), wished[-1:])
            return
        for last in dict.fromkeys((*wished[-1:], *keys[-1:])):
            indent = self._column(mapping.keys[last][0])
            at = self._line_end(max(mapping.parts[last].end, mapping.keys[last][1]))
            yield self._put(at, at, self.newline + " " * indent + keyed(key, value, indent, self.newline))
        first = mapping.keys[keys[0]][0] if keys else mapping.start
        indent = self._column(first)
        yield self._put(first, first, keyed(key, value, indent, self.newline) + self.newline + " " * indent)

    def with_entry(self, around: Node, step: Step, items: Node, value: Value) -> Iterator[str]:
        """One more entry of a list."""
        if self.is_flow(items):
            yield from self._into_flow(items, inline(value, self.syntax), tuple(items.parts)[-1:])
            return
        last = items.parts[len(items.parts) - 1]
        indent = self._column(items.start)
        alike = isinstance(value, dict) and isinstance(last.value, dict) and not self.is_flow(last)
        short = inline(value, self.syntax)
        if alike or indent + 2 + len(short) > WIDTH:
            short = block(value, indent + 2, self.newline)
        at = self._line_end(last.end)
        yield self._put(at, at, f"{self.newline}{' ' * indent}- {short}")
        yield from self.replaced(around, step, items, [*_values(items), value])

    def replaced(self, around: Node, step: Step, node: Node, value: Value) -> Iterator[str]:
        """Another value in the place of one."""
        short = inline(value, self.syntax)
        if node.start == node.end:  # nothing stands behind the colon
            at = self.text.find(":", node.end) + 1
            yield self._put(at, at, f" {short}")
            return
        begun = self.text[node.start]
        if begun == "'" and isinstance(value, str) and "\n" not in value and self.syntax == "yaml":
            yield self._put(node.start, node.end, "'" + value.replace("'", "''") + "'")
        if begun == '"' and isinstance(value, str):
            yield self._put(node.start, node.end, inline(value, "json"))
        yield self._put(node.start, node.end, short)
        if step in around.keys:
            at = self.text.find(":", around.keys[step][1]) + 1
            yield self._put(at, node.end, f" {short}")

    def wrapped(self, around: Node, step: Step, node: Node, value: Value) -> Iterator[str]:
        """A single value as the first of a list, and another one as the second."""
        source, short = self.text[node.start : node.end], inline(value, self.syntax)
        if isinstance(node.value, dict) and not self.is_flow(node):
            indent = self._column(node.start)
            deeper = "".join(
                line if number == 0 or not line.strip() else "  " + line
                for number, line in enumerate(_LINE.findall(source))
            )
            end = self._line_end(node.end)
            rest = self.text[node.end : end]
            yield self._put(node.start, end, f"- {deeper}{rest}{self.newline}{' ' * indent}- {short}")
        yield self._put(node.start, node.end, f"[{source}, {short}]")
        yield from self.replaced(around, step, node, [node.value, value])

    def without(self, around: Node, step: Step) -> Iterator[str]:
        """The text without a key or an entry."""
        steps, node = tuple(around.parts), around.parts[step]
        number, start = steps.index(step), self._begin(around, step)
        end = max(node.end, around.keys[step][1] if step in around.keys else 0)
        following = self._begin(around, steps[number + 1]) if number + 1 < len(steps) else None
        if self.is_flow(around):
            if number:
                before = around.parts[steps[number - 1]]
                yield self._put(max(before.end, around.keys.get(steps[number - 1], (0, 0))[1]), end, "")
            yield self._put(start, following or end, "")
            return
        if len(steps) == 1:
            yield self._put(start, end, "{}" if isinstance(around.value, dict) else "[]")
            return
        line, last = self._line_start(start), self._line_end(end)
        rest = self.text[end:last].strip()
        after = last + (2 if self.text.startswith("\r\n", last) else 1)
        if not self.text[line:start].strip():
            yield self._put(line, last if rest else after, self.text[line:start] + rest if rest else "")
            yield self._put(max(line - len(self.newline), 0), last, "")  # the last line of all, without an end
        if following is not None:
            yield self._put(start, following, "")
            if rest:
                yield self._put(start, following, f"{rest}{self.newline}{' ' * self._column(start)}")

    def is_flow(self, node: Node) -> bool:
        """Whether a list or a mapping stands in brackets."""
        return isinstance(node.value, dict | list) and self.text.startswith(("{", "["), node.start)

    def _into_flow(self, node: Node, new: str, wished: Sequence[Step]) -> Iterator[str]:
        """One more entry within brackets."""
        opened = node.start + 1
        if not node.parts:
            yield self._put(opened, opened, new)
            yield self._put(node.end - 1, node.end - 1, self.newline + " " * self._column(node.start) + new)
            return
        for step in dict.fromkeys((*wished, *tuple(node.parts)[-1:])):
            part = node.parts[step]
            end = max(part.end, node.keys[step][1] if step in node.keys else 0)
            begin = self._begin(node, step)
            own_line = not self.text[self._line_start(begin) : begin].strip()
            if own_line or self._column(end) + len(new) + 3 > WIDTH:
                first = self._begin(node, next(iter(node.parts)))
                column = self._column(begin if own_line else first)
                yield self._put(end, end, f",{self.newline}{' ' * column}{new}")
            yield self._put(end, end, f", {new}")
        first = self._begin(node, next(iter(node.parts)))
        yield self._put(first, first, f"{new}, ")

    def _begin(self, around: Node, step: Step) -> int:
        """Where a key or an entry begins: at the dash, in a list of block style."""
        if step in around.keys:
            return around.keys[step][0]
        start = around.parts[step].start
        return start if self.is_flow(around) else self.text.rfind("-", around.start, max(start, around.start + 1))

    def _put(self, start: int, end: int, new: str) -> str:
        return self.text[:start] + new + self.text[end:]

    def _line_start(self, offset: int) -> int:
        return max(self.text.rfind("\n", 0, offset), self.text.rfind("\r", 0, offset)) + 1

    def _line_end(self, offset: int) -> int:
        ends = [at for at in (self.text.find("\n", offset), self.text.find("\r", offset)) if at >= 0]
        return min(ends, default=len(self.text))

    def _column(self, offset: int) -> int:
        return offset - self._line_start(offset)


def _values(items: Node) -> list[Value]:
    return [part.value for part in items.parts.values()]
