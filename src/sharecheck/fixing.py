"""Fixes of findings, written into the texts of their files: what each changes is looked at again before it counts."""

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sharecheck import reading
from sharecheck.diagnostic import Diagnostic
from sharecheck.document import Document, Offsets, Problem, Splice
from sharecheck.edit import Refused
from sharecheck.edit.files import Rewrite
from sharecheck.edit.render import Syntax
from sharecheck.edit.text import comments, edited, same
from sharecheck.engine import Result
from sharecheck.reading.json import read_json
from sharecheck.reading.limits import USUAL
from sharecheck.reading.node import Read
from sharecheck.reading.yaml import read_yaml
from sharecheck.workspace import Workspace

_ROUNDS = 30
"""Each round makes all fixes of which no two touch; one fix may make room for another."""
_BROKEN = ("syntax", "not-text", "not-a-mapping", "not-a-document", "lost-kind", "unknown-kind")
"""Problems behind which others are hidden: what comes to light without them was there before."""
_SHAPE = ("wrong-shape", "unknown-key", "missing-key")
"""Problems that a key may have had all along, when it was misspelt."""
_FILES = "DOC"
"""The family of the rules that look at a file as it is written; what one of its problems hid is no new finding."""

Key = tuple[str, Path, str, str]


@dataclass(frozen=True)
class Dropped:
    """A fix that was not made, and why."""

    diagnostic: Diagnostic
    reason: str


@dataclass(frozen=True)
class Fixed:
    """What became of the files of a run."""

    result: Result
    """What is found once all fixes are made."""
    rewrites: tuple[Rewrite, ...]
    done: tuple[Diagnostic, ...]
    dropped: tuple[Dropped, ...]


@dataclass(frozen=True)
class _Stretch:
    """What a fix changes in a text: a stretch, and what comes into its place."""

    diagnostic: Diagnostic
    splices: tuple[Splice, ...]

    def touches(self, other: "_Stretch") -> bool:
        """Whether the two change the same place."""
        pairs = ((one.offsets, two.offsets) for one in self.splices for two in other.splices)
        return any(one[0] == two[0] or (one[0] < two[1] and two[0] < one[1]) for one, two in pairs)


def fixed(result: Result, look: Callable[[Workspace], Result], unsafe: bool) -> Fixed:
    """The texts with all fixes of what was found; `look` finds again. Nothing is written.

    A fix is dropped when its finding stays, when it brings a problem into its file or another finding of its rule,
    or when a comment or a value that it does not name would change. An `unsafe` one is made only when asked for.
    """
    first = result
    done: list[Diagnostic] = []
    dropped: dict[Key, Dropped] = {}
    most: int | None = None
    for _ in range(_ROUNDS):
        todo = [one for one in result.diagnostics if offered(one, unsafe) and _key(one) not in dropped][:most]
        texts: dict[Path, str] = {}
        tried: list[Diagnostic] = []
        for document, each in _by_document(todo):
            text, made, refused = _text(document, each)
            dropped.update((_key(one.diagnostic), one) for one in refused)
            tried += made
            if made:
                texts[document.path] = text
        if not tried:
            break
        after = look(_with(result.workspace, texts))
        stays = _staying(result, after, tried)
        dropped.update((_key(one), Dropped(one, "it would be found all the same")) for one in stays)
        brought = None if stays else _brought(result, after, tried)
        if brought and len(tried) == 1:
            dropped[_key(tried[0])] = Dropped(tried[0], f"there would be a new finding: {brought.finding.message}")
        most = len(tried) // 2 if brought and len(tried) > 1 else None  # fewer at once, until it is clear which does it
        if not stays and not brought:
            done += tried
            result = after
    return Fixed(result, tuple(_rewrites(first, result)), tuple(done), tuple(dropped.values()))


def offered(one: Diagnostic, unsafe: bool) -> bool:
    """Whether there is a fix that may be made."""
    return one.finding.fix is not None and (unsafe or one.finding.fix.safe)


def _key(one: Diagnostic) -> Key:
    """What tells a finding from all others while lines move."""
    lines = one.finding.place.document.lines
    return one.fingerprint, one.path, one.finding.message, lines[one.span.line]


def _by_document(found: Iterable[Diagnostic]) -> Iterator[tuple[Document, list[Diagnostic]]]:
    """The findings of each file; of two names for the same file, those of the first."""
    by_path: dict[str, tuple[Document, list[Diagnostic]]] = {}
    for one in found:
        document = one.finding.place.document
        by_path.setdefault(os.path.realpath(document.path), (document, []))[1].append(one)
    for document, each in by_path.values():
        yield document, [one for one in each if one.path == document.path]


def _with(workspace: Workspace, texts: dict[Path, str]) -> Workspace:
    documents = (_reread(one, texts[one.path]) if one.path in texts else one for one in workspace.documents)
    return Workspace(documents, workspace.as_of)


def _reread(document: Document, text: str) -> Document:
    return reading.read_bytes(document.path, text.encode(), named=True)


def _text(document: Document, found: Sequence[Diagnostic]) -> tuple[str, list[Diagnostic], list[Dropped]]:
    """The text after as many of these fixes as can be made at once, which these are, and which cannot be made."""
    before = _Before.of(document)
    stretches: list[_Stretch] = []
    dropped: list[Dropped] = []
    for one in found:
        try:
            stretches.append(before.stretch(one))
        except Refused as refused:
            dropped.append(Dropped(one, str(refused)))
    chosen = _apart(stretches)
    try:
        return before.check(chosen), [one.diagnostic for one in chosen], dropped
    except Refused:  # one of them, or some together
        alone = []
        for stretch in stretches:
            try:
                before.check([stretch])
                alone.append(stretch)
            except Refused as refused:
                dropped.append(Dropped(stretch.diagnostic, str(refused)))
    for chosen in (_apart(alone), alone[:1]):
        try:
            return before.check(chosen), [one.diagnostic for one in chosen], dropped
        except Refused:
            continue
    return document.text, [], dropped


def _apart(stretches: Iterable[_Stretch]) -> list[_Stretch]:
    """Those of which no two touch, the first ones first."""
    chosen: list[_Stretch] = []
    for stretch in stretches:
        if not any(stretch.touches(other) for other in chosen):
            chosen.append(stretch)
    return chosen


@dataclass(frozen=True)
class _Before:
    """A text as it was, for what comes after it to be held against."""

    document: Document
    syntax: Syntax
    read: Read

    @classmethod
    def of(cls, document: Document) -> "_Before":
        syntax: Syntax = "json" if document.path.suffix.lower() == ".json" else "yaml"
        return cls(document, syntax, _read(document.text, syntax))

    def stretch(self, one: Diagnostic) -> _Stretch:
        """What the fix of a finding changes; `Refused` when it cannot be made."""
        edits = one.finding.fix.edits if one.finding.fix else ()
        splices = tuple(edit for edit in edits if isinstance(edit, Splice))
        changes = [edit for edit in edits if not isinstance(edit, Splice)]
        if changes:
            splices = (*splices, _difference(self.document.text, edited(self.document.text, changes, self.syntax)))
        return _Stretch(one, splices)

    def check(self, stretches: Sequence[_Stretch]) -> str:
        """The text after these; `Refused` when something else changes."""
        splices = sorted((one for each in stretches for one in each.splices), key=lambda one: one.offsets)
        text, at = [], 0
        for splice in splices:
            text += [self.document.text[at : splice.offsets[0]], splice.text]
            at = splice.offsets[1]
        new = "".join((*text, self.document.text[at:]))
        after = _reread(self.document, new)
        if found := _added(self.document.problems, after.problems, stretches):
            raise Refused(f"there would be a new problem: {found.message}")
        self._compare(_read(new, self.syntax), stretches)
        return new

    def _compare(self, after: Read, stretches: Sequence[_Stretch]) -> None:
        """`Refused` when a comment goes that is not what is mended, or an edit of words changes a value."""
        before = self.read
        if before.problems or before.root is None or after.root is None:
            return
        lost = Counter(comments(before, self.syntax)) - Counter(comments(after, self.syntax))
        exceptions = [each for each in stretches if each.diagnostic.finding.about[0] == "exception"]
        meant = "\n".join(self._lines(one.offsets) for each in exceptions for one in each.splices)
        if any(comment not in meant for comment in lost):
            raise Refused("a comment would be lost")
        in_words = all(isinstance(edit, Splice) for each in stretches for edit in _edits(each))
        if in_words and not self.document.problems and not same(before.root.value, after.root.value):
            raise Refused("something else would change")

    def _lines(self, offsets: Offsets) -> str:
        text = self.document.text
        end = text.find("\n", offsets[1])
        return text[text.rfind("\n", 0, offsets[0]) + 1 : end if end >= 0 else len(text)]


def _edits(stretch: _Stretch) -> tuple[object, ...]:
    fix = stretch.diagnostic.finding.fix
    return fix.edits if fix else ()


def _read(text: str, syntax: Syntax) -> Read:
    return read_json(text, USUAL) if syntax == "json" else read_yaml(text, USUAL)


def _difference(before: str, after: str) -> Splice:
    """What changed, from the first to the last character that did."""
    start = _alike(before, after)
    tail = _alike(before[start:][::-1], after[start:][::-1])
    return Splice((start, len(before) - tail), after[start : len(after) - tail])


def _alike(one: str, other: str) -> int:
    """How many characters two texts begin with in common."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((number for number, (a, b) in pairs if a != b), min(len(one), len(other)))


def _added(before: Sequence[Problem], after: Sequence[Problem], stretches: Sequence[_Stretch]) -> Problem | None:
    """A problem that was not there, but for those that were hidden behind what is mended."""
    known = Counter((one.kind, one.message) for one in before)
    broken = [one.span for one in before if one.kind in _BROKEN and one.span]
    findings = [each.diagnostic.finding for each in stretches]
    renamed = [one.place.route[:-1] for one in findings if one.about[0] == "unknown-key"]
    for one in after:
        known[one.kind, one.message] -= 1
        if known[one.kind, one.message] >= 0:
            continue
        if broken:
            hidden = one.kind not in _BROKEN or (one.span is not None and one.span > broken[0])
        else:
            hidden = one.kind in _SHAPE and any(one.route[: len(way)] == way for way in renamed)
        if not hidden:
            return one
    return None


def _staying(before: Result, after: Result, tried: Sequence[Diagnostic]) -> list[Diagnostic]:
    """The findings that are found again; of a file that was broken, `_added` has seen that it is so later on."""
    then, now, gone = (Counter(map(_same, each)) for each in (before.diagnostics, after.diagnostics, tried))
    return [
        one
        for one in tried
        if one.finding.about[0] not in _BROKEN and now[_same(one)] > then[_same(one)] - gone[_same(one)]
    ]


def _brought(before: Result, after: Result, tried: Sequence[Diagnostic]) -> Diagnostic | None:
    """A finding that was not there, of a rule whose findings are mended; `_added` has seen to problems of files."""
    mended = {one.rule.id for one in tried if one.rule.family != _FILES}
    known = Counter(map(_same, before.diagnostics))
    for one in after.diagnostics:
        known[_same(one)] -= 1
        if known[_same(one)] < 0 and one.rule.id in mended:
            return one
    return None


def _same(one: Diagnostic) -> tuple[Path, str]:
    return one.path, one.fingerprint


def _rewrites(before: Result, after: Result) -> Iterator[Rewrite]:
    for old, new in zip(before.workspace.documents, after.workspace.documents, strict=True):
        if old.text != new.text:
            yield Rewrite(old.path, old.text, new.text)
