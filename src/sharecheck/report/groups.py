"""Findings that are one for people, the same in all formats; each keeps its own identity, and is counted for itself."""

from collections import Counter
from collections.abc import Mapping

from sharecheck.engine import Result
from sharecheck.engine.diagnostic import Diagnostic
from sharecheck.report import clauses

Group = list[Diagnostic]


def groups(result: Result) -> list[Group]:
    """The diagnostics, those of one group together at the place of the first, the weightiest of each group first.

    A group that names all its members may stand in several files; so many clauses that one file lacks are one group.
    """
    lacking = Counter(diagnostic.path for diagnostic in result.diagnostics if diagnostic.finding.lacks)
    found: dict[object, Group] = {}
    for number, diagnostic in enumerate(result.diagnostics):
        finding = diagnostic.finding
        key: object = (diagnostic.rule.id, diagnostic.area, finding.group, finding.sentence is None and diagnostic.path)
        if not finding.group:
            key = number
        if finding.lacks and lacking[diagnostic.path] >= clauses.FEWEST:
            key = diagnostic.path
        found.setdefault(key, []).append(diagnostic)
    return [sorted(group, key=lambda diagnostic: diagnostic.severity.rank) for group in found.values()]


def group_ids(result: Result) -> Mapping[int, str]:
    """By `id` of each diagnostic the id of its group: the fingerprint of the first in the group."""
    ids: dict[int, str] = {}
    taken: Counter[str] = Counter()
    for group in groups(result):
        first = group[0].fingerprint
        taken[first] += 1  # two things with one name, which is a mistake of its own, have one fingerprint
        id_of_group = first if taken[first] == 1 else f"{first}-{taken[first]}"
        ids |= {id(diagnostic): id_of_group for diagnostic in group}
    return ids


def groups_at_one_place(result: Result) -> list[Group]:
    """The diagnostics, those of one group together that are of one rule at one place, in the order of the result."""
    ids = group_ids(result)
    found: dict[object, Group] = {}
    for diagnostic in result.diagnostics:
        key = (ids[id(diagnostic)], diagnostic.rule.id, diagnostic.path, diagnostic.span.line, diagnostic.span.column)
        found.setdefault(key, []).append(diagnostic)
    return list(found.values())


def message(group: Group) -> str:
    """What is said of a group: its only message, the sentence that names all members, or the message of the first."""
    finding = group[0].finding
    if len(group) == 1 or finding.sentence is None:
        return finding.message
    return finding.sentence([diagnostic.finding.about for diagnostic in group])
