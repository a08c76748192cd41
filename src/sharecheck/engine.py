"""A workspace and the rules of a run → a result."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from sharecheck.diagnostic import Diagnostic
from sharecheck.network import Coverage, coverage
from sharecheck.rule import Finding, Rule, Severity
from sharecheck.rulebook import means, selected
from sharecheck.settings import Settings
from sharecheck.suppress import Suppressed, reviewed, suppress
from sharecheck.workspace import Trouble, Versions, Workspace

UNREADABLE = ("unreadable", "not-text", "too-large", "too-deep")
"""Problems of a document of which nothing could be read: exit status 2."""

REAL_DATA = "DOC07"
"""The rule of real data: no setting and no exception hides it."""


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
    suppressed: tuple[Suppressed, ...] = ()
    """What was found and is left out, by an exception that somebody wrote down."""
    known: int = 0
    """How many findings were in the baseline, and are left out."""

    @cached_property
    def coverage(self) -> Coverage:
        """The coverage over all areas."""
        return coverage(outcome for _, outcome in self.workspace.outcomes())

    @property
    def unread(self) -> bool:
        """Whether a file could not be read at all."""
        problems = (problem for document in self.workspace.documents for problem in document.problems)
        return any(problem.kind in UNREADABLE for problem in problems)

    @property
    def real_data(self) -> bool:
        """Whether a file was refused because it looks as if it held data of a real person."""
        return any(problem.kind == "real-data" for one in self.workspace.documents for problem in one.problems)

    def count(self, severity: Severity) -> int:
        """How many diagnostics have that severity."""
        return sum(diagnostic.severity is severity for diagnostic in self.diagnostics)

    def fails(self, at: Severity) -> bool:
        """Whether something weighs at least that much."""
        return any(diagnostic.severity.rank <= at.rank for diagnostic in self.diagnostics)


def check(
    workspace: Workspace,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    each: bool = False,
    settings: Settings | None = None,
    since: Workspace | None = None,
) -> Result:
    """Look at a workspace with all rules, or with those selected by id, family or name.

    With `each`, only the rules that look at each file by itself. With `since`, which is what stood there before, also
    the rules that compare two versions. A rule that fails is named in `bugs` and spares the others. `select` and
    `ignore` take the place of what the settings say. `Trouble` comes when a word names no rule.
    """
    settings = settings or Settings()
    if since is not None:
        versions = Versions(since, workspace)
        rules = _chosen_of_both(tuple(select), tuple(ignore), settings)
        return _result(workspace, rules, lambda rule: _findings(rule, versions), settings)
    rules = tuple(rule for rule in _chosen(select, ignore, settings, False) if rule.alone or not each)
    return _result(workspace, rules, lambda rule: rule.check(workspace), settings)


def _findings(rule: Rule, versions: Versions) -> Iterable[Finding]:
    """What a rule finds in the later of two versions, or in comparing both."""
    return rule.compare(versions) if rule.compare else rule.check(versions.after)


def compare(
    versions: Versions, select: Iterable[str] = (), ignore: Iterable[str] = (), settings: Settings | None = None
) -> Result:
    """Look at two versions with the rules that compare; the result is of the new one, and its exceptions hold."""
    settings = settings or Settings()
    rules = _chosen(select, ignore, settings, True)
    return _result(versions.after, rules, lambda rule: rule.compare(versions) if rule.compare else (), settings)


def _chosen(select: Iterable[str], ignore: Iterable[str], settings: Settings, comparing: bool) -> tuple[Rule, ...]:
    """The rules of a run: those that compare two versions, or all others.

    `Trouble` for a word that means only rules of the other kind; in the settings, which are for both, it is no matter.
    """
    asked = tuple(select)
    for word in asked:
        if not means(word, comparing):
            where, what = ("check", "looks at one version") if comparing else ("check --since", "compares two versions")
            raise Trouble(f"`{word}` {what}: ask it with `sharecheck {where}`")
    return selected(asked or settings.words(comparing), tuple(ignore) or settings.written.ignore or (), comparing)


def _chosen_of_both(select: tuple[str, ...], ignore: tuple[str, ...], settings: Settings) -> tuple[Rule, ...]:
    """The rules of a run that looks at a version and compares it with the one before.

    Words that select rules of one of the two kinds only speak of that kind: who asks for `TIM` still hears what is
    lost.
    """
    ours = tuple(word for word in select if means(word, False))
    comparing = tuple(word for word in select if means(word, True))
    looking = _chosen(ours, ignore, settings, False) if ours or not select else selected(["DOC"], ignore, False)
    return (*looking, *_chosen(comparing, ignore, settings, True))


def _result(
    workspace: Workspace, rules: tuple[Rule, ...], look: Callable[[Rule], Iterable[Finding]], settings: Settings
) -> Result:
    """What rules find, in order, without what exceptions leave out."""
    found: list[Diagnostic] = []
    bugs: list[Bug] = []
    for rule in rules:
        try:
            found += (_diagnostic(rule, finding, settings) for finding in look(rule))
        except Exception as error:  # the one place that catches our own mistakes
            bugs.append(Bug(rule.id, f"{type(error).__name__}: {error}"))
    if settings.written.per_file_ignores:
        found = [one for one in found if one.rule.id == REAL_DATA or not settings.ignores(one.rule.id, one.path)]
    told, left, used = suppress(workspace, rules, found)
    told += reviewed(rules, used)
    told.sort(key=lambda one: (str(one.path), one.span.line, one.span.column, one.rule.id, one.finding.message))
    return Result(workspace, rules, tuple(told), tuple(bugs), tuple(left))


def _diagnostic(rule: Rule, finding: Finding, settings: Settings) -> Diagnostic:
    """A finding can weigh less than its rule, never more, unless the settings say how much the rule weighs."""
    most = settings.severity.get(rule.id, rule.severity)
    own = finding.severity
    return Diagnostic(rule, finding, own if own is not None and own.rank > most.rank else most)
