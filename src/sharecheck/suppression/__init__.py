"""Exceptions that people write into their files: what is not reported, why, until when, and who answers for it.

`# sharecheck: ignore[TIM01] agreed by the board, owner: head of service, until 2027-03-31` on the line or above it,
`# sharecheck: file-ignore[TIM01] …` anywhere in the file; where there are no comments, the key `x-sharecheck-ignore`.
`ignore[GAP09: hearing-outcome]` is for what is found of that one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sharecheck.document import Document, Offsets, Place, Route, Span, Splice
from sharecheck.edit import Edit, Remove
from sharecheck.suppression.directive import Directive, Named, directives, is_reason, named, said

__all__ = ["Named", "Suppression", "suppressions"]

_KEY = "x-sharecheck-ignore"
_ANYWHERE = re.compile(r"#[ \t]*sharecheck:[ \t]*(?:file-)?ignore")
_SUBJECT = 200
"""Characters of a line by which an exception is told from others."""


@dataclass(frozen=True)
class Suppression:
    """One exception: for what stands on one line, on all lines, or at a route and below."""

    document: Document
    named: tuple[Named, ...]
    """The rules that it is from, and the members that it is for."""
    reason: str
    """Empty where what is written says nothing: `-`, `TODO`."""
    owner: str | None
    until: str | None
    """The last day as it is written."""
    ends: date | None
    """The last day on which it holds, if it is one that can be read."""
    place: Place
    span: Span
    subject: str
    """What stands where it is, by which it is told from others in the same file."""
    line: int | None = None
    """The one line that it is for."""
    route: Route | None = None
    """Where it is a key: what stands beside it."""
    beside: Offsets | None = None
    """Where its comment has others: all that goes with it."""

    @property
    def rules(self) -> tuple[str, ...]:
        """The words that it names: ids, families or names of rules."""
        return tuple(one.word for one in self.named)

    @property
    def about(self) -> tuple[str, ...]:
        """What makes it the same exception when lines move."""
        return ("exception", *(" ".join((one.word, *one.members)) for one in self.named), self.subject)

    @property
    def everywhere(self) -> bool:
        """Whether it says that it is for the whole file."""
        return self.line is None and not self.route

    @property
    def without(self) -> Edit:
        """The file without it: the key, or the comment and its line where it has one of its own."""
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
        """Whether its last day has passed, or is no day."""
        return self.until is not None and (self.ends is None or today > self.ends)


def suppressions(document: Document) -> Iterator[Suppression]:
    """The exceptions in a document, in order of their lines; none where it was not understood: nothing excuses that."""
    if document.shape is None:
        return
    if document.path.suffix.lower() != ".json" and _ANYWHERE.search(document.text):
        yield from _comments(document)
    if _KEY in document.text:
        yield from _keys(document, (), document.shape.model_dump(by_alias=True, exclude_none=True), ())


def _comments(document: Document) -> Iterator[Suppression]:
    from sharecheck.reading.comments import comments  # only files with exceptions pay for the parser

    text, lines = document.text, document.lines
    found = tuple(comments(text))
    following = _following(document, {lines.position(start)[0]: start for start, _ in found})
    for start, end in found:
        every = tuple(directives(text[start:end]))
        for number, one in enumerate(every):
            line, column = lines.position(start + one.begins)
            before = lines[line][: lines.position(start)[1] - 1].strip()
            covered = line if before else following.get(line, line)
            words = said(one.said)
            yield Suppression(
                document,
                named(one.brackets),
                words.reason if is_reason(words.reason) else "",
                words.owner,
                words.until,
                words.ends,
                document.place,
                Span(line, column, line, column + one.ends - one.begins),
                "" if one.whole else before or lines[covered].strip()[:_SUBJECT],
                None if one.whole else covered,
                beside=_beside(text[start:end], every, number, start) if len(every) > 1 else None,
            )


def _beside(comment: str, every: tuple[Directive, ...], number: int, start: int) -> Offsets:
    """What goes with an exception that has others in its comment: all up to the next one, or from the one before.

    Its `#` stays where the next one has none of its own.
    """
    if number + 1 == len(every):
        return start + every[number - 1].ends, start + len(comment)
    begins, following = every[number].begins, every[number + 1].begins
    if comment[following] != "#":
        own = comment[begins:following]
        begins += len(own) - len(own.lstrip("# \t"))
    return start + begins, start + following


def _following(document: Document, comments: dict[int, int]) -> dict[int, int]:
    """For each line with a comment, the next line that says something."""
    lines = document.lines
    found: dict[int, int] = {}
    following = 0
    for number in range(len(lines), 0, -1):
        if number in comments:
            if following:
                found[number] = following
            alone = not lines[number][: comments[number] - lines.offset(number, 1)].strip()
        else:
            alone = not lines[number].strip()
        following = following if alone else number
    return found


def _keys(document: Document, route: Route, value: object, ids: tuple[str, ...]) -> Iterator[Suppression]:
    """Those that stand under the key, each for all that stands beside the key; `ids` are those above."""
    if isinstance(value, list | tuple):
        for index, one in enumerate(value):
            yield from _keys(document, (*route, index), one, ids)
    if not isinstance(value, dict):
        return
    ids = (*ids, str(value["id"])) if "id" in value else ids
    written = value.get(_KEY) or ()
    several = isinstance(written, list | tuple)
    for index, one in enumerate(written if several else (written,)):
        at: Route = (*route, _KEY, index) if several else (*route, _KEY)
        rules = one["rules"]
        words = said(one.get("reason") or "")
        until = one.get("until")
        reason = one.get("reason") or ""
        yield Suppression(
            document,
            tuple(each for rule in (rules if isinstance(rules, list | tuple) else (rules,)) for each in named(rule)),
            reason if is_reason(words.reason) else "",
            one.get("owner") or words.owner,
            str(until) if until else words.until,
            until or words.ends,
            Place(document, at),
            document.span(at),
            "/".join((*ids, *(str(step) for step in route if isinstance(step, str)))),
            route=route,
        )
    for key, one in value.items():
        if key != _KEY:
            yield from _keys(document, (*route, key), one, ids)
