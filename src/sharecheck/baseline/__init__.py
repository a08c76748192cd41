"""What an area knew of on the day on which it started: only what is new is told.

A baseline knows findings by what they mean, the files that were looked at, and which needs were kept or lost that day.
All of a run stands in it but what stops a file from being understood: that is never known, and never left out.
"""

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from sharecheck.baseline.file import (
    Baseline,
    Known,
    check_replaceable,
    load_baseline,
    relative_name,
    render_baseline,
)
from sharecheck.document import Document
from sharecheck.engine import Result
from sharecheck.engine.diagnostic import Diagnostic
from sharecheck.workspace.versions import KnownNeeds

__all__ = ["Baseline", "check_replaceable", "comparable", "load_baseline", "render_baseline", "since"]


def since(result: Result, baseline: Baseline, roots: Iterable[Path]) -> Result:
    """The result without what is known, and with how much is gone of what this run asked for below `roots`."""
    left = Counter({finding.fingerprint: finding.times for finding in baseline.findings})
    new: list[Diagnostic] = []
    known: list[Diagnostic] = []
    names = {document.path: relative_name(document.path, baseline.folder) for document in result.workspace.documents}
    for diagnostic in result.diagnostics:
        fingerprint = _there(diagnostic, baseline, names)
        if left[fingerprint] > 0 and not diagnostic.stops:
            left[fingerprint] -= 1
            known.append(diagnostic)
        else:
            new.append(diagnostic)
    left.subtract(_there(suppressed.diagnostic, baseline, names) for suppressed in result.suppressed)
    scope = _Scope(result, baseline, tuple(roots), names)
    stale = sum(
        left[finding.fingerprint]
        for finding in baseline.findings
        if left[finding.fingerprint] > 0 and scope.of(finding)
    )
    return replace(result, diagnostics=tuple(new), known=tuple(known), stale=stale)


def comparable(baseline: Baseline, roots: Iterable[Path]) -> KnownNeeds:
    """What a baseline knows of needs, of the areas of which a run below `roots` sees all files."""
    below = [os.path.realpath(root) for root in roots]
    unseen = {home for name, home in baseline.files.items() if not _lies_below(baseline.folder / name, below)}
    if baseline.needs is None or "" in unseen:  # a catalogue or a pathway is of concern to each area
        return {}
    return {key: needs for key, needs in baseline.needs.items() if key[0] not in unseen}


def _lies_below(path: Path, roots: Iterable[str]) -> bool:
    real = os.path.realpath(path)
    return any(real == root or real.startswith(root.rstrip(os.sep) + os.sep) for root in roots)


def _there(diagnostic: Diagnostic, baseline: Baseline, names: Mapping[Path, str]) -> str:
    """The fingerprint that a finding has in a baseline, which knows the area of its file: this run may not see it."""
    area = baseline.files.get(names[diagnostic.path], diagnostic.area)
    return diagnostic.fingerprint if area == diagnostic.area else replace(diagnostic, area=area).fingerprint


class _Scope:
    """What a run asked for of what a baseline knows: only that can be gone."""

    def __init__(self, result: Result, baseline: Baseline, roots: tuple[Path, ...], names: Mapping[Path, str]) -> None:
        self._result = result
        self._failed = {bug.rule for bug in result.bugs}
        self._seen: dict[str, Document | None] = {
            names[document.path]: document for document in result.workspace.documents if document.shape is not None
        }
        self._seen |= dict.fromkeys(_removed(baseline, roots))
        self._partly = {area for name, area in baseline.files.items() if name not in self._seen}

    def of(self, known: Known) -> bool:
        """Whether this finding would have been found again: its rule was asked, all files of its area were looked at.

        What belongs to no area, as a catalogue does, is of concern to each.
        """
        if known.path not in self._seen or known.rule in self._failed or {known.area, ""} & self._partly:
            return False
        return self._result.looks_with(known.rule, self._seen[known.path]) and not self._result.not_looked_at


def _removed(baseline: Baseline, roots: tuple[Path, ...]) -> Iterator[str]:
    """The files of a baseline that are no more, where a run looked."""
    below = [os.path.realpath(root) for root in roots]
    for name in baseline.files:
        path = baseline.folder / name
        if not os.path.lexists(os.path.realpath(path)) and _lies_below(path, below):
            yield name
