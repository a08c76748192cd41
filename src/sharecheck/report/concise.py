"""One line a finding: `path:line:column: ID message`."""

from sharecheck.engine import Result
from sharecheck.report.style import Style, safe


def render(result: Result, style: Style) -> str:
    """All findings, a line each."""
    return "".join(
        f"{style.path(one.path)}:{one.span.line}:{one.span.column}: {one.rule.id} {safe(one.finding.message)}\n"
        for one in result.diagnostics
    )
