"""Fixes of findings, written into the texts of their files: what each changes is looked at again before it counts."""

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sharecheck.brief import brief
from sharecheck.document import Document
from sharecheck.edit import Refused
from sharecheck.edit.files import Rewrite
from sharecheck.engine import Result
from sharecheck.engine.diagnostic import Diagnostic
from sharecheck.fixing.stretch import BROKEN, Before, Stretch, apart, reread
from sharecheck.workspace import Workspace

_ROUNDS = 30
"""Each round makes all fixes of which no two touch; one fix may make room for another."""
_FILES = "DOC"
"""The family of the rules that look at a file as it is written; what one of its problems hid is no new finding."""

Key = tuple[str, Path, str, str]


@brief
@dataclass(frozen=True, repr=False)
class Dropped:
    """A fix that was not made, and why."""

    diagnostic: Diagnostic
    reason: str


@brief
@dataclass(frozen=True, repr=False)
class Fixed:
    """What became of the files of a run."""

    result: Result
    """What is found once all fixes are made."""
    rewrites: tuple[Rewrite, ...]
    done: tuple[Diagnostic, ...]
    dropped: tuple[Dropped, ...]


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
        todo = [
            diagnostic
            for diagnostic in result.diagnostics
            if offered(diagnostic, unsafe) and _key(diagnostic) not in dropped
        ][:most]
        texts: dict[Path, str] = {}
        tried: list[Diagnostic] = []
        for document, each in _by_document(todo):
            text, made, refused = _text(document, each)
            dropped.update((_key(drop.diagnostic), drop) for drop in refused)
            tried += made
            if made:
                texts[document.path] = text
        if not tried:
            break
        after = look(_with(result.workspace, texts))
        stays = _staying(result, after, tried)
        dropped.update(
            (_key(diagnostic), Dropped(diagnostic, "it would be found all the same")) for diagnostic in stays
        )
        brought = None if stays else _brought(result, after, tried)
        if brought and len(tried) == 1:
            dropped[_key(tried[0])] = Dropped(tried[0], f"there would be a new finding: {brought.finding.message}")
        most = len(tried) // 2 if brought and len(tried) > 1 else None  # fewer at once, until it is clear which does it
        if not stays and not brought:
            done += tried
            result = after
    return Fixed(result, tuple(_rewrites(first, result)), tuple(done), tuple(dropped.values()))


def offered(diagnostic: Diagnostic, unsafe: bool) -> bool:
    """Whether there is a fix that may be made."""
    return diagnostic.finding.fix is not None and (unsafe or diagnostic.finding.fix.safe)


def _key(diagnostic: Diagnostic) -> Key:
    """What tells a finding from all others while lines move."""
    lines = diagnostic.finding.place.document.lines
    return diagnostic.fingerprint, diagnostic.path, diagnostic.finding.message, lines[diagnostic.span.line]


def _by_document(found: Iterable[Diagnostic]) -> Iterator[tuple[Document, list[Diagnostic]]]:
    """The findings of each file; of two names for the same file, those of the first."""
    by_path: dict[str, tuple[Document, list[Diagnostic]]] = {}
    for diagnostic in found:
        document = diagnostic.finding.place.document
        by_path.setdefault(os.path.realpath(document.path), (document, []))[1].append(diagnostic)
    for document, each in by_path.values():
        yield document, [diagnostic for diagnostic in each if diagnostic.path == document.path]


def _with(workspace: Workspace, texts: dict[Path, str]) -> Workspace:
    documents = (
        reread(document, texts[document.path]) if document.path in texts else document
        for document in workspace.documents
    )
    return Workspace(documents, workspace.as_of, workspace.others)


def _text(document: Document, found: Sequence[Diagnostic]) -> tuple[str, list[Diagnostic], list[Dropped]]:
    """The text after as many of these fixes as can be made at once, which these are, and which cannot be made."""
    before = Before.of(document)
    stretches: list[Stretch] = []
    dropped: list[Dropped] = []
    guessed = before.guessed(found)
    for diagnostic in found:
        try:
            stretches.append(guessed.get(id(diagnostic)) or before.stretch(diagnostic))
        except Refused as refused:
            dropped.append(Dropped(diagnostic, str(refused)))
    chosen = apart(stretches)
    try:
        return before.check(chosen), [each.diagnostic for each in chosen], dropped
    except Refused:  # one of them, or some together
        refusals = dict(before.refusals(chosen))
        for stretch in stretches:
            if stretch not in chosen:
                refusals |= before.refusals([stretch])
        dropped += [Dropped(stretch.diagnostic, why) for stretch, why in refusals.items()]
        alone = [stretch for stretch in stretches if stretch not in refusals]
    for chosen in (apart(alone), alone[:1]):
        try:
            return before.check(chosen), [each.diagnostic for each in chosen], dropped
        except Refused:
            continue
    return document.text, [], dropped


def _staying(before: Result, after: Result, tried: Sequence[Diagnostic]) -> list[Diagnostic]:
    """The findings that are found again; of a file that was broken, `_added` has seen that it is so later on."""
    then, now, gone = (Counter(map(_same, each)) for each in (before.diagnostics, after.diagnostics, tried))
    return [
        diagnostic
        for diagnostic in tried
        if diagnostic.finding.about[0] not in BROKEN
        and now[_same(diagnostic)] > then[_same(diagnostic)] - gone[_same(diagnostic)]
    ]


def _brought(before: Result, after: Result, tried: Sequence[Diagnostic]) -> Diagnostic | None:
    """A finding that was not there, of a rule whose findings are mended; `_added` has seen to problems of files."""
    mended = {diagnostic.rule.id for diagnostic in tried if diagnostic.rule.family != _FILES}
    known = Counter(map(_same, before.diagnostics))
    for diagnostic in after.diagnostics:
        known[_same(diagnostic)] -= 1
        if known[_same(diagnostic)] < 0 and diagnostic.rule.id in mended:
            return diagnostic
    return None


def _same(diagnostic: Diagnostic) -> tuple[Path, str]:
    return diagnostic.path, diagnostic.fingerprint


def _rewrites(before: Result, after: Result) -> Iterator[Rewrite]:
    for old, new in zip(before.workspace.documents, after.workspace.documents, strict=True):
        if old.text != new.text:
            yield Rewrite(old.path, old.text, new.text)
