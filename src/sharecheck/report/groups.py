"""Findings that are printed as one where people read; each keeps its own identity, and is counted for itself."""

from collections import Counter

from sharecheck.engine import Result
from sharecheck.engine.diagnostic import Diagnostic
from sharecheck.report import clauses

Group = list[Diagnostic]


def groups(result: Result) -> list[Group]:
    """The diagnostics, those of one group together at the place of the first, the weightiest of each group first.

    A group that names all its members may stand in several files; so many clauses that one file lacks are one group.
    """
    lacking = Counter(one.path for one in result.diagnostics if one.finding.lacks)
    found: dict[object, Group] = {}
    for number, one in enumerate(result.diagnostics):
        finding = one.finding
        key: object = (one.rule.id, one.area, finding.group, finding.sentence is None and one.path)
        if not finding.group:
            key = number
        if finding.lacks and lacking[one.path] >= clauses.FEWEST:
            key = one.path
        found.setdefault(key, []).append(one)
    return [sorted(group, key=lambda one: one.severity.rank) for group in found.values()]


def message(group: Group) -> str:
    """What is said of a group: its only message, the sentence that names all members, or the message of the first."""
    finding = group[0].finding
    if len(group) == 1 or finding.sentence is None:
        return finding.message
    return finding.sentence([one.finding.about for one in group])
