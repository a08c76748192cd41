"""One file, understood as far as possible: its text, its model, its problems, and where things stand in it."""

import re
from array import array
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Protocol

from sharecheck.brief import brief, brief_repr
from sharecheck.model.base import Shape

Step = str | int
Route = tuple[Step, ...]
"""The way to a value: keys as they stand in the file (`if-refused`), and indexes of lists from 0."""
Offsets = tuple[int, int]
"""Start and end (exclusive) in the text, in code points from 0."""

_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a document, named by the route of keys that leads to it; lines are computed when printed."""

    document: "Document"
    route: Route = ()

    def __repr__(self) -> str:
        return brief_repr(self, str(self.document.path), "/".join(map(str, self.route)))

    def __truediv__(self, step: Step) -> "Place":
        return Place(self.document, (*self.route, step))

    @property
    def span(self) -> "Span":
        """What to underline for this place."""
        return self.document.span(self.route)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of text: lines and columns from 1, columns in code points, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


@brief
@dataclass(frozen=True, slots=True, repr=False)
class Splice:
    """Another text in the place of a stretch of text."""

    offsets: Offsets
    text: str


@brief
@dataclass(frozen=True, slots=True, repr=False)
class Open:
    """Something that is not agreed yet: its route, and what stands there to keep the place."""

    route: Route
    text: str


@brief
@dataclass(frozen=True, repr=False)
class Problem:
    """Something that kept a file, or a part of it, from being understood.

    `span` is set where the route cannot say it (a syntax error, the second of two equal keys); `other` is a second span
    that belongs to the problem, and `label` says what stands there. `instead` is what to write, where that can be told,
    and `sure` whether nothing else can have been meant.
    """

    kind: str
    route: Route
    message: str
    help: str | None = None
    span: Span | None = None
    other: Span | None = None
    label: str = ""
    instead: tuple[Splice, ...] = field(default=(), compare=False)
    sure: bool = field(default=True, compare=False)


class Finder(Protocol):
    """Knows where the values of a text stand."""

    def shown(self, route: Route) -> Offsets:
        """What to underline for a route: a key or a short value, never a whole block."""

    def extent(self, route: Route) -> Offsets:
        """All that a route stands for, from its key to the end of its last value."""


class Lines:
    """The one index of lines of a text; a line ends with LF, CR LF or CR, and with nothing else."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _starts(self) -> "array[int]":
        """Where each line begins; an array, as a list takes ten times the room, for every file of a run."""
        return array("I", (0, *(match.end() for match in _LINE_END.finditer(self._text))))

    def __len__(self) -> int:
        return len(self._starts)

    def __getitem__(self, number: int) -> str:
        """The text of a line, from 1, without its end."""
        last = self._starts[number] if number < len(self._starts) else len(self._text)
        return self._text[self._starts[number - 1] : last].removesuffix("\n").removesuffix("\r")

    def offset(self, line: int, column: int) -> int:
        """The offset of a line and a column, from 1."""
        return self._starts[line - 1] + column - 1

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column, from 1, of an offset."""
        line = bisect_right(self._starts, max(0, min(offset, len(self._text))))
        return line, max(0, min(offset, len(self._text))) - self._starts[line - 1] + 1

    def span(self, offsets: Offsets) -> Span:
        """The span of two offsets."""
        return Span(*self.position(offsets[0]), *self.position(max(offsets)))


@brief
@dataclass(frozen=True, repr=False)
class Document:
    """One file. Two documents are equal when they have the same path and the same text: all else follows from these."""

    path: Path
    """As the user gave it."""
    text: str = field(repr=False)
    """Decoded, without a byte order mark; empty where it could not be decoded or is none of ours."""
    kind: str | None = field(default=None, compare=False)
    """What its first key says, for example `protocol/1`; `None` where that is no kind that we know."""
    shape: Shape | None = field(default=None, compare=False, repr=False)
    """The model, or `None` where it was refused."""
    problems: tuple[Problem, ...] = field(default=(), compare=False)
    open: tuple[Open, ...] = field(default=(), compare=False)
    """What is not agreed yet; `shape` is without it, as far as that can be."""
    finder: Callable[[str], Finder] | None = field(default=None, compare=False, repr=False)
    """Computes the positions of a text; called at the first question only."""
    origin: Path | None = field(default=None, compare=False)
    """Where the file stands in the folders, when `path` is the name of a revision of it."""

    @property
    def location(self) -> Path:
        """Where the file stands in the folders, or would stand: what settings and patterns go by."""
        return self.origin or self.path

    @property
    def understood(self) -> bool:
        """Whether its shape is known, or the file is none of ours. No rule but those of `DOC` looks at any other."""
        return self.shape is not None or (self.kind is None and not self.problems)

    @property
    def place(self) -> Place:
        """The document as a whole."""
        return Place(self)

    @cached_property
    def lines(self) -> Lines:
        """The lines of its text."""
        return Lines(self.text)

    @cached_property
    def _found(self) -> Finder | None:
        return self.finder(self.text) if self.finder else None

    def span(self, route: Route) -> Span:
        """What to underline for a route.

        A short value itself; the key of a list, a mapping or an empty value; the `id` of a mapping in a list (or its
        first value, where there is no `id`). A route that does not exist falls back to the nearest one around it.
        """
        return self.lines.span(self._found.shown(route) if self._found else (0, 0))

    def extent(self, route: Route) -> Span:
        """All that a route stands for: from its key to the end of its last value, without the comments after it."""
        return self.lines.span(self._found.extent(route) if self._found else (0, 0))
