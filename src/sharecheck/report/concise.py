"""One line a finding: `path:line:column: ID message`; those of one group at one place have one line."""

from sharecheck.engine import Result
from sharecheck.report.groups import Group, groups_at_one_place, message
from sharecheck.report.style import Style, safe


def render(result: Result, style: Style) -> str:
    """All findings; a line that is for several says how many more, and what these are about."""
    return "".join(
        f"{style.path(group[0].path)}:{group[0].span.line}:{group[0].span.column}: "
        f"{group[0].rule.id} {safe(message(group))}{_more(group)}\n"
        for group in groups_at_one_place(result)
    )


def _more(group: Group) -> str:
    """How many more there are, and the names of their subjects that the first message does not have."""
    first, *others = group
    if not others or first.finding.sentence:  # a sentence names them all
        return ""
    names = dict.fromkeys(diagnostic.about[-1] for diagnostic in others)
    new = [name for name in names if f"`{name}`" not in first.finding.message]
    return f" (and {len(others)} more{safe(': ' + ', '.join(f'`{name}`' for name in new)) if new else ''})"
