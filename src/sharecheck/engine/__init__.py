"""A workspace and the rules of a run → a result."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from sharecheck.brief import brief
from sharecheck.document import Document
from sharecheck.engine.diagnostic import Diagnostic
from sharecheck.engine.rows import FindingRow, finding_rows
from sharecheck.engine.suppress import Suppressed, reviewed, suppress
from sharecheck.finding import Finding, Severity, Threshold, reaches
from sharecheck.network import Coverage, coverage
from sharecheck.rule import Rule
from sharecheck.settings import Layer, Resolver, Settings
from sharecheck.workspace import Area, Versions, Workspace
from sharecheck.workspace.versions import KnownNeeds

UNREADABLE = ("unreadable", "not-text", "too-large", "too-deep")
"""Problems of a document of which nothing could be read: exit status 2."""


@brief
@dataclass(frozen=True, repr=False)
class Bug:
    """A rule that failed: our mistake, not the author's."""

    rule: str
    error: str


@brief
@dataclass(frozen=True, repr=False)
class Refused:
    """A file that was not understood, and the rules that say why; no other rule was asked of it."""

    path: Path
    rules: tuple[str, ...]


@brief
@dataclass(frozen=True, repr=False)
class Result:
    """What a run found."""

    workspace: Workspace
    rules: tuple[Rule, ...]
    diagnostics: tuple[Diagnostic, ...]
    bugs: tuple[Bug, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()
    """What was found and is left out, by an exception that somebody wrote down."""
    known: tuple[Diagnostic, ...] = ()
    """What was found and is in the baseline, and is left out."""
    stale: int = 0
    """How many findings of the baseline are gone: asked for in this run, and not found."""
    each: bool = False
    """Each file was looked at by itself: nobody can say what becomes of an area."""
    asks: Callable[[str, Document], bool] = field(default=lambda rule, document: True, compare=False, repr=False)
    """Whether the settings of a document let the rule of an id speak of it."""

    @cached_property
    def not_looked_at(self) -> tuple[Refused, ...]:
        """The files that were not understood: what stands in them was not looked at, and is not in order."""
        rules: dict[Path, dict[str, None]] = {
            document.path: {} for document in self.workspace.documents if not document.understood
        }
        for diagnostic in self.diagnostics:
            if diagnostic.stops:
                rules[diagnostic.path][diagnostic.rule.id] = None
        return tuple(Refused(path, tuple(ids)) for path, ids in rules.items())

    def looks_with(self, rule: str, document: Document | None) -> bool:
        """Whether a rule was asked of a document that was understood; of a file that is gone (None), if at all."""
        return rule in self._ids and (document is None or self.asks(rule, document))

    @cached_property
    def _ids(self) -> frozenset[str]:
        return frozenset(rule.id for rule in self.rules)

    @cached_property
    def coverage(self) -> Coverage:
        """The coverage over all areas; of files that were looked at each by themselves, none is seen."""
        return coverage(outcome for area in self.areas for outcome in area.outcomes)

    @property
    def areas(self) -> tuple[Area, ...]:
        """The areas that were looked at; none where each file was looked at by itself."""
        return () if self.each else self.workspace.areas

    @property
    def unread(self) -> bool:
        """Whether a file could not be read at all."""
        problems = (problem for document in self.workspace.documents for problem in document.problems)
        return any(problem.kind in UNREADABLE for problem in problems)

    def rows(self) -> tuple[FindingRow, ...]:
        """The diagnostics as flat rows, in their order: `csv`, pandas and polars take them as they are."""
        return tuple(finding_rows(self.workspace, self.diagnostics))

    def count(self, severity: Severity) -> int:
        """How many diagnostics have that severity."""
        return sum(diagnostic.severity is severity for diagnostic in self.diagnostics)

    def fails(self, at: Threshold | Callable[[Document], Threshold]) -> bool:
        """Whether something weighs at least that much, or as much as makes a run fail in its file.

        A run in which a file was not understood always fails.
        """
        least = at if callable(at) else lambda _: at
        heavy = any(
            reaches(diagnostic.severity, least(diagnostic.finding.place.document)) for diagnostic in self.diagnostics
        )
        return heavy or bool(self.not_looked_at)


def check(
    workspace: Workspace,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    each: bool = False,
    settings: Settings | Resolver | None = None,
    since: Workspace | None = None,
    recorded: KnownNeeds | None = None,
) -> Result:
    """Look at a workspace with all rules, or with those selected by id, family or name.

    With `each`, only the rules that look at each file by itself. With `since`, which is what stood there before, also
    the rules that compare two versions; with `recorded`, what was known of needs once, what has become of these. A rule
    that fails is named in `bugs` and spares the others. `settings` hold for all files, or a resolver says which hold
    for each; over these `select` and `ignore` count as the command line's do. `UsageError` comes when a word names no
    rule, and when no rule is left.
    """
    resolver = Resolver.of(settings, Layer(tuple(select), (), tuple(ignore)))
    if since is not None or recorded:
        versions = Versions(since or Workspace((), workspace.as_of), workspace, recorded or {})
        both = resolver.rules(workspace.documents, False, True)
        result = _result(workspace, both, lambda rule: _findings(rule, versions), resolver)
    else:
        rules = resolver.rules(workspace.documents, False, each=each)
        result = _result(workspace, rules, lambda rule: rule.check(workspace), resolver)
    return replace(result, each=each)


def _findings(rule: Rule, versions: Versions) -> Iterable[Finding]:
    """What a rule finds in the later of two versions, or in comparing both."""
    return rule.compare(versions) if rule.compare else rule.check(versions.after)


def compare(
    versions: Versions,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    settings: Settings | Resolver | None = None,
) -> Result:
    """Look at two versions with the rules that compare; the result is of the new one, and its exceptions hold."""
    resolver = Resolver.of(settings, Layer(tuple(select), (), tuple(ignore)))
    rules = resolver.rules(versions.after.documents, True)
    return _result(versions.after, rules, lambda rule: rule.compare(versions) if rule.compare else (), resolver)


def _result(
    workspace: Workspace, rules: tuple[Rule, ...], look: Callable[[Rule], Iterable[Finding]], resolver: Resolver
) -> Result:
    """What rules find, in order, without what exceptions leave out."""
    found: list[Diagnostic] = []
    bugs: list[Bug] = []
    for rule in rules:
        try:
            found += (
                _diagnostic(rule, finding, resolver, workspace)
                for finding in look(rule)
                if _is_asked(rule, finding, resolver)
            )
        except Exception as error:  # the one place that catches our own mistakes
            bugs.append(Bug(rule.id, f"{type(error).__name__}: {error}"))
    shown, left, used = suppress(workspace, rules, found, resolver.asks)
    shown += (_diagnostic(rule, finding, resolver, workspace) for rule, finding in reviewed(rules, used))
    shown.sort(
        key=lambda diagnostic: (
            str(diagnostic.path),
            diagnostic.span.line,
            diagnostic.span.column,
            diagnostic.rule.id,
            diagnostic.finding.message,
        )
    )
    return Result(workspace, rules, tuple(shown), tuple(bugs), tuple(left), asks=resolver.asks)


def _is_asked(rule: Rule, finding: Finding, resolver: Resolver) -> bool:
    """Whether a rule is asked of the file in which it has found something; what stops a file is always told."""
    return not _where(finding).understood or resolver.asks(rule.id, _where(finding))


def _where(finding: Finding) -> Document:
    """The document that a finding is placed in: the settings of that file decide on it, whatever else it is about."""
    return finding.place.document


def _diagnostic(rule: Rule, finding: Finding, resolver: Resolver, workspace: Workspace) -> Diagnostic:
    """A finding can weigh less than its rule, never more, unless the settings say how much the rule weighs.

    What stops a file from being understood is an error, whatever the settings say.
    """
    most = resolver.weight(rule, _where(finding))
    own = finding.severity
    area = workspace.homes.get(finding.place.document.path, "")
    diagnostic = Diagnostic(rule, finding, own if own is not None and own.rank > most.rank else most, area)
    return replace(diagnostic, severity=Severity.ERROR) if diagnostic.stops else diagnostic
