"""Exceptions that people write into their files: what is not reported, why, until when, and who answers for it.

`# sharecheck: ignore[TIM01] agreed by the board, owner: head of service, until 2027-03-31` on the line or above it,
`# sharecheck: file-ignore[TIM01] …` anywhere in the file; where there are no comments, the key `x-sharecheck-ignore`.
`ignore[GAP09: hearing-outcome]` is for what is found of that member.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sharecheck.brief import brief
from sharecheck.document import Document, Offsets, Place, Route, Span, Splice
from sharecheck.edit import Edit, Remove
from sharecheck.suppression.named import Named

__all__ = ["Named", "Suppression", "suppressions"]

KEY = "x-sharecheck-ignore"
_ANYWHERE = re.compile(r"#[ \t]*sharecheck:[ \t]*(?:file-)?ignore")


@brief
@dataclass(frozen=True, repr=False)
class Suppression:
    """One exception: for what stands on one line, on all lines, or at a route and below."""

    document: Document
    named: tuple[Named, ...]
    """The rules that are left out, and the members for which they are."""
    reason: str
    """Empty where what is written says nothing: `-`, `TODO`."""
    owner: str | None
    until: str | None
    """The last day as it is written."""
    ends: date | None
    """The last day on which the exception holds, if that day can be read."""
    place: Place
    span: Span
    subject: str
    """The text beside the exception, which tells it from others in the same file."""
    line: int | None = None
    """The one line that the exception is for."""
    route: Route | None = None
    """Where the exception is a key: the route to what stands beside that key."""
    beside: Offsets | None = None
    """Where the comment has other exceptions: all of the text that goes with this one."""

    @property
    def rules(self) -> tuple[str, ...]:
        """The words for rules that the exception names: ids, families or names."""
        return tuple(rule.word for rule in self.named)

    @property
    def about(self) -> tuple[str, ...]:
        """What makes this the same exception when lines move."""
        return ("exception", *(" ".join((rule.word, *rule.members)) for rule in self.named), self.subject)

    @property
    def everywhere(self) -> bool:
        """Whether the exception is for the whole file."""
        return self.line is None and not self.route

    @property
    def without(self) -> Edit:
        """What takes the exception out: its key, or its comment, and the line where that has nothing else."""
        if self.route is not None:
            return Remove(self.place.route)
        if self.beside is not None:
            return Splice(self.beside, "")
        lines = self.document.lines
        text = lines[self.span.line]
        before = text[: self.span.column - 1]
        start = lines.offset(self.span.line, self.span.column)
        end = start + len(text) - len(before)  # a comment ends with its line, also where signs follow the exception
        if before.strip():
            return Splice((start - len(before) + len(before.rstrip()), end), "")
        last = self.span.line == len(lines)
        return Splice((start - len(before), end if last else lines.offset(self.span.line + 1, 1)), "")

    def expired(self, today: date) -> bool:
        """Whether the last day of the exception has passed, or is no day."""
        return self.until is not None and (self.ends is None or today > self.ends)


def suppressions(document: Document) -> Iterator[Suppression]:
    """The exceptions in a document, in order of their lines; none where it was not understood: nothing excuses that."""
    if document.shape is None:
        return
    commented = document.path.suffix.lower() != ".json" and _ANYWHERE.search(document.text) is not None
    keyed = KEY in document.text
    if commented or keyed:
        from sharecheck.suppression.sources import (  # few files have exceptions, and its patterns cost
            in_comments,
            in_keys,
        )

        yield from in_comments(document) if commented else ()
        yield from in_keys(document) if keyed else ()
