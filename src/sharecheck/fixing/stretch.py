"""What a fix changes in a text, and whether nothing else does: held against the text as it was."""

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sharecheck import reading
from sharecheck.document import Document, Offsets, Problem, Splice
from sharecheck.edit import Put, Refused, applied
from sharecheck.edit.render import Syntax
from sharecheck.edit.text import comments, edited, likely, same
from sharecheck.engine.diagnostic import Diagnostic
from sharecheck.reading.json import read_json
from sharecheck.reading.limits import USUAL
from sharecheck.reading.node import Read
from sharecheck.reading.yaml import read_yaml

BROKEN = ("syntax", "not-text", "not-a-mapping", "not-a-document", "lost-kind", "unknown-kind")
"""Problems behind which others are hidden: what comes to light without them was there before."""
_SHAPE = ("wrong-shape", "unknown-key", "missing-key")
"""Problems that a key may have had all along, when it was misspelt."""


@dataclass(frozen=True, eq=False)
class Stretch:
    """What a fix changes in a text: a stretch, and what comes into its place."""

    diagnostic: Diagnostic
    splices: tuple[Splice, ...]


def apart(stretches: Iterable[Stretch]) -> list[Stretch]:
    """Those of which no two touch, the first ones first."""
    chosen: list[Stretch] = []
    taken: list[Offsets] = []
    for stretch in stretches:
        if not any(_touches(splice.offsets, taken) for splice in stretch.splices):
            chosen.append(stretch)
            for splice in stretch.splices:
                insort(taken, splice.offsets)
    return chosen


def _touches(offsets: Offsets, taken: Sequence[Offsets]) -> bool:
    """Whether a place is one of those that are taken, or overlaps one; these are sorted and lie apart."""
    start, end = offsets
    at = bisect_left(taken, (end, -1))
    same = bisect_left(taken, offsets)
    return (same < len(taken) and taken[same] == offsets) or (at > 0 and taken[at - 1][1] > start)


@dataclass(frozen=True)
class Before:
    """A text as it was, for what comes after it to be held against."""

    document: Document
    syntax: Syntax
    read: Read

    @classmethod
    def of(cls, document: Document) -> "Before":
        """The text of a document, read with care."""
        syntax: Syntax = "json" if document.path.suffix.lower() == ".json" else "yaml"
        return cls(document, syntax, _read(document.text, syntax))

    def guessed(self, found: Iterable[Diagnostic]) -> Mapping[int, Stretch]:
        """What fixes change that put one value each, by the number of the finding; all are looked at together.

        None of them where they do not prove right: then each is looked at by itself.
        """
        guessed: list[Stretch] = []
        wanted: dict[int, Put] = {}
        for diagnostic in found:
            edits = diagnostic.finding.fix.edits if diagnostic.finding.fix else ()
            if len(edits) == 1 and isinstance(edits[0], Put):
                text = likely(self.read, edits[0], self.syntax)
                if text is not None:
                    guessed.append(Stretch(diagnostic, (_difference(self.document.text, text),)))
                    wanted[id(diagnostic)] = edits[0]
        chosen = apart(guessed) if len(guessed) > 1 else []
        if not chosen or self.read.root is None or self.read.problems:
            return {}
        value = self.read.root.value
        for each in chosen:
            value = applied(value, wanted[id(each.diagnostic)])
        after = _read(self._with(chosen), self.syntax)
        alike = sorted(comments(after, self.syntax)) == sorted(comments(self.read, self.syntax))
        if after.problems or after.root is None or not alike or not same(after.root.value, value):
            return {}
        return {id(each.diagnostic): each for each in chosen}

    def refusals(self, stretches: Sequence[Stretch]) -> Iterator[tuple[Stretch, str]]:
        """Those of these that cannot be made by themselves, and why: looked for by halves."""
        try:
            self.check(stretches)
        except Refused as refused:
            if len(stretches) == 1:
                yield stretches[0], str(refused)
            else:
                half = len(stretches) // 2
                yield from self.refusals(stretches[:half])
                yield from self.refusals(stretches[half:])

    def _with(self, stretches: Iterable[Stretch]) -> str:
        """The text with these in it."""
        text, at = [], 0
        for splice in sorted(
            (each for stretch in stretches for each in stretch.splices), key=lambda each: each.offsets
        ):
            text += [self.document.text[at : splice.offsets[0]], splice.text]
            at = splice.offsets[1]
        return "".join((*text, self.document.text[at:]))

    def stretch(self, diagnostic: Diagnostic) -> Stretch:
        """What the fix of a finding changes; `Refused` when the fix cannot be made."""
        edits = diagnostic.finding.fix.edits if diagnostic.finding.fix else ()
        splices = tuple(edit for edit in edits if isinstance(edit, Splice))
        changes = [edit for edit in edits if not isinstance(edit, Splice)]
        if changes:
            splices = (*splices, _difference(self.document.text, edited(self.document.text, changes, self.syntax)))
        return Stretch(diagnostic, splices)

    def check(self, stretches: Sequence[Stretch]) -> str:
        """The text after these; `Refused` when something else changes."""
        new = self._with(stretches)
        after = reread(self.document, new)
        if found := _added(self.document.problems, after.problems, stretches):
            raise Refused(f"there would be a new problem: {found.message}")
        self._compare(_read(new, self.syntax), stretches)
        return new

    def _compare(self, after: Read, stretches: Sequence[Stretch]) -> None:
        """`Refused` when a comment goes that is not what is mended, or an edit of words changes a value."""
        before = self.read
        if before.problems or before.root is None or after.root is None:
            return
        lost = Counter(comments(before, self.syntax)) - Counter(comments(after, self.syntax))
        exceptions = [each for each in stretches if each.diagnostic.finding.about[0] == "exception"]
        meant = "\n".join(self._lines(splice.offsets) for each in exceptions for splice in each.splices)
        if any(comment not in meant for comment in lost):
            raise Refused("a comment would be lost")
        in_words = all(isinstance(edit, Splice) for each in stretches for edit in _edits(each))
        if in_words and not self.document.problems and not same(before.root.value, after.root.value):
            raise Refused("something else would change")

    def _lines(self, offsets: Offsets) -> str:
        text = self.document.text
        end = text.find("\n", offsets[1])
        return text[text.rfind("\n", 0, offsets[0]) + 1 : end if end >= 0 else len(text)]


def _edits(stretch: Stretch) -> tuple[object, ...]:
    fix = stretch.diagnostic.finding.fix
    return fix.edits if fix else ()


def _read(text: str, syntax: Syntax) -> Read:
    return read_json(text, USUAL) if syntax == "json" else read_yaml(text, USUAL)


def _difference(before: str, after: str) -> Splice:
    """What changed, from the first to the last character that did."""
    start = _alike(before, after)
    tail = _alike(before[start:][::-1], after[start:][::-1])
    return Splice((start, len(before) - tail), after[start : len(after) - tail])


def _alike(text: str, other: str) -> int:
    """How many characters two texts begin with in common, looked for by halves."""
    least, most = 0, min(len(text), len(other))
    while least < most:
        middle = (least + most + 1) // 2
        if text[least:middle] == other[least:middle]:
            least = middle
        else:
            most = middle - 1
    return least


def _added(before: Sequence[Problem], after: Sequence[Problem], stretches: Sequence[Stretch]) -> Problem | None:
    """A problem that was not there, but for those that were hidden behind what is mended."""
    known = Counter((problem.kind, problem.message) for problem in before)
    broken = [problem.span for problem in before if problem.kind in BROKEN and problem.span]
    findings = [each.diagnostic.finding for each in stretches]
    renamed = [finding.place.route[:-1] for finding in findings if finding.about[0] == "unknown-key"]
    for problem in after:
        known[problem.kind, problem.message] -= 1
        if known[problem.kind, problem.message] >= 0:
            continue
        if broken:
            hidden = problem.kind not in BROKEN or (problem.span is not None and problem.span > broken[0])
        else:
            hidden = problem.kind in _SHAPE and any(problem.route[: len(route)] == route for route in renamed)
        if not hidden:
            return problem
    return None


def reread(document: Document, text: str) -> Document:
    """The document with another text."""
    return reading.read_bytes(document.path, text.encode(), named=True)
