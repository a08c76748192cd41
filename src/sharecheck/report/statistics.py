"""How often each rule has spoken, the most frequent first."""

from collections import Counter

from sharecheck.engine import Result
from sharecheck.finding import Severity
from sharecheck.report.changes import cut
from sharecheck.report.style import Style


def statistics(result: Result, style: Style) -> str:
    """A line a rule: how many findings, the severity of the gravest, the id and what the rule is about."""
    numbers = Counter(diagnostic.rule for diagnostic in result.diagnostics)
    gravest: dict[str, Severity] = {}
    for diagnostic in sorted(result.diagnostics, key=lambda diagnostic: diagnostic.severity.rank):
        gravest.setdefault(diagnostic.rule.id, diagnostic.severity)
    rows = sorted(numbers, key=lambda rule: (-numbers[rule], rule.id))
    return "".join(
        cut(f"{numbers[rule]:>6} {gravest[rule.id]:<11} {rule.id} {rule.title}", style.width) + "\n" for rule in rows
    )
