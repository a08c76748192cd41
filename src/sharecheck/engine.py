"""A workspace and the rules of a run → a result."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from sharecheck.document import Span
from sharecheck.network import Coverage, coverage
from sharecheck.rule import Finding, Rule, Severity
from sharecheck.rulebook import selected
from sharecheck.workspace import Workspace

UNREADABLE = ("unreadable", "not-text", "too-large", "too-deep")
"""Problems of a document of which nothing could be read: exit status 2."""


@dataclass(frozen=True)
class Diagnostic:
    """A finding in this run."""

    rule: Rule
    finding: Finding
    severity: Severity

    @property
    def path(self) -> Path:
        """The file."""
        return self.finding.place.document.path

    @cached_property
    def span(self) -> Span:
        """Where in the file; positions are computed when this is first asked for."""
        return self.finding.span or self.finding.place.document.span(self.finding.place.route)

    @cached_property
    def fingerprint(self) -> str:
        """Stays the same when lines move: made from the rule and from what the finding is about."""
        import hashlib  # 3 ms, and only some formats print fingerprints

        about = self.finding.about or tuple(str(step) for step in self.finding.place.route)
        document = self.finding.place.document
        owner = getattr(document.shape, "id", None) or document.path.name
        return hashlib.sha256("\0".join((self.rule.id, owner, *about)).encode(errors="surrogatepass")).hexdigest()[:32]


@dataclass(frozen=True)
class Bug:
    """A rule that failed: our mistake, not the author's."""

    rule: str
    error: str


@dataclass(frozen=True)
class Result:
    """What a run found."""

    workspace: Workspace
    rules: tuple[Rule, ...]
    diagnostics: tuple[Diagnostic, ...]
    bugs: tuple[Bug, ...] = ()

    @cached_property
    def coverage(self) -> Coverage:
        """The coverage over all areas."""
        return coverage(outcome for _, outcome in self.workspace.outcomes())

    @property
    def unread(self) -> bool:
        """Whether a file could not be read at all."""
        problems = (problem for document in self.workspace.documents for problem in document.problems)
        return any(problem.kind in UNREADABLE for problem in problems)

    def count(self, severity: Severity) -> int:
        """How many diagnostics have that severity."""
        return sum(diagnostic.severity is severity for diagnostic in self.diagnostics)

    def fails(self, at: Severity) -> bool:
        """Whether something weighs at least that much."""
        return any(diagnostic.severity.rank <= at.rank for diagnostic in self.diagnostics)


def check(workspace: Workspace, select: Iterable[str] = (), ignore: Iterable[str] = (), each: bool = False) -> Result:
    """Look at a workspace with all rules, or with those selected by id, family or name.

    With `each`, only the rules that look at each file by itself. A rule that fails is named in `bugs` and spares the
    others. `Trouble` comes when a word names no rule.
    """
    rules = tuple(rule for rule in selected(select, ignore) if rule.alone or not each)
    found: list[Diagnostic] = []
    bugs: list[Bug] = []
    for rule in rules:
        try:
            found += [Diagnostic(rule, finding, _severity(rule, finding)) for finding in rule.check(workspace)]
        except Exception as error:  # the one place that catches our own mistakes
            bugs.append(Bug(rule.id, f"{type(error).__name__}: {error}"))
    found.sort(key=lambda one: (str(one.path), one.span.line, one.span.column, one.rule.id, one.finding.message))
    return Result(workspace, rules, tuple(found), tuple(bugs))


def _severity(rule: Rule, finding: Finding) -> Severity:
    """A finding can weigh less than its rule, never more."""
    own = finding.severity
    return own if own is not None and own.rank > rule.severity.rank else rule.severity
