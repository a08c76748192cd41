"""Exceptions that people write into their files: what is not reported, why, until when, and who answers for it.

`# sharecheck: ignore[TIM01] agreed by the board, owner: head of service, until 2027-03-31` on the line or above it,
`# sharecheck: file-ignore[TIM01] …` anywhere in the file; where there are no comments, the key `x-sharecheck-ignore`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sharecheck.document import Document, Place, Route, Span, Splice
from sharecheck.edit import Edit, Remove

_COMMENT = re.compile(r"(?:^|(?<=\s))#\s*sharecheck:\s*(file-)?ignore(?![\w-])\s*(?:\[([^\]]*)\])?\s*(.*)$")
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_DAY = rf"\d{{1,2}}(?:st|nd|rd|th)?[ ./-](?:\d{{1,2}}|{_MONTH})[ ./-]\d{{2,4}}"
"""A day in another form: as a part of the reason, it would never come."""
_UNTIL = re.compile(rf"[,;]?\s*\buntil\s+(\d{{4}}-\d{{2}}-\d{{2}}|{_DAY})\b", re.IGNORECASE)
_OWNER = re.compile(r"[,;]?\s*\bowner:\s*([^,;]+)")


@dataclass(frozen=True)
class Suppression:
    """One exception: for what stands on one line, on all lines, or at a route and below."""

    document: Document
    rules: tuple[str, ...]
    """The words that it names: ids, families or names of rules."""
    reason: str
    owner: str | None
    until: str | None
    place: Place
    span: Span
    line: int | None = None
    """The one line that it is for."""
    route: Route | None = None
    """Where it is a key: what stands beside it."""

    @property
    def without(self) -> Edit:
        """The file without it: the key, or the comment and its line where it has one of its own."""
        if self.route is not None:
            return Remove(self.place.route)
        lines = self.document.lines
        start, end = lines.offset(self.span.line, self.span.column), lines.offset(self.span.line, self.span.end_column)
        before = lines[self.span.line][: self.span.column - 1]
        if before.strip():
            return Splice((start - len(before) + len(before.rstrip()), end), "")
        last = self.span.line == len(lines)
        return Splice((start - len(before), end if last else lines.offset(self.span.line + 1, 1)), "")

    @property
    def ends(self) -> date | None:
        """The last day on which it holds, if that is a day of the calendar."""
        try:
            return date.fromisoformat(self.until) if self.until else None
        except ValueError:
            return None

    def covers(self, place: Place, span: Span) -> bool:
        """Whether it is for what is found at a place."""
        if place.document is not self.document:
            return False
        if self.route is not None:
            return place.route[: len(self.route)] == self.route
        return self.line is None or self.line == span.line

    def expired(self, today: date) -> bool:
        """Whether its last day has passed, or is no day."""
        return self.until is not None and (self.ends is None or today > self.ends)


def suppressions(document: Document) -> Iterator[Suppression]:
    """The exceptions in a document, in order of their lines; none where real data stands, which nothing excuses."""
    if any(problem.kind == "real-data" for problem in document.problems):
        return
    if "sharecheck:" in document.text and "ignore" in document.text and document.path.suffix != ".json":
        yield from _comments(document)
    if "x-sharecheck-ignore" in document.text and document.shape is not None:
        yield from _keys(document, (), document.shape.model_dump(by_alias=True, exclude_none=True))


def _comments(document: Document) -> Iterator[Suppression]:
    lines = document.lines
    for number in range(1, len(lines) + 1):
        text = lines[number]
        found = _COMMENT.search(text)
        if found is None:
            continue
        whole, words, said = found.groups()
        until, owner = _UNTIL.search(said), _OWNER.search(said)
        reason = _OWNER.sub("", _UNTIL.sub("", said)).strip(" ,;")
        span = Span(number, found.start() + 1, number, len(text.rstrip()) + 1)
        alone = not text[: found.start()].strip()
        covered = _next(document, number) if alone else number
        yield Suppression(
            document,
            tuple(word.strip() for word in (words or "").split(",") if word.strip()),
            reason,
            owner.group(1).strip() if owner else None,
            until.group(1) if until else None,
            document.place,
            span,
            None if whole else covered,
        )


def _next(document: Document, number: int) -> int:
    """The next line that says something."""
    following = range(number + 1, len(document.lines) + 1)
    said = (
        one for one in following if document.lines[one].strip() and not document.lines[one].lstrip().startswith("#")
    )
    return next(said, number)


def _keys(document: Document, route: Route, value: object) -> Iterator[Suppression]:
    """Those that stand under the key, each for all that stands beside the key."""
    if isinstance(value, list | tuple):
        for index, one in enumerate(value):
            yield from _keys(document, (*route, index), one)
    if not isinstance(value, dict):
        return
    written = value.get("x-sharecheck-ignore") or ()
    several = isinstance(written, list | tuple)
    for index, one in enumerate(written if several else (written,)):
        at: Route = (*route, "x-sharecheck-ignore", index) if several else (*route, "x-sharecheck-ignore")
        rules = one["rules"]
        yield Suppression(
            document,
            tuple(rules) if isinstance(rules, list | tuple) else (rules,),
            one.get("reason") or "",
            one.get("owner"),
            str(one["until"]) if one.get("until") else None,
            Place(document, at),
            document.span(at),
            route=route,
        )
    for key, one in value.items():
        if key != "x-sharecheck-ignore":
            yield from _keys(document, (*route, key), one)
