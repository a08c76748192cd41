"""A file is neither YAML nor JSON.

## Why it matters

Nothing in the file can be understood, and none of its flows is looked at.

## Example

```yaml bad
sharecheck: protocol/1
id: broken
purpose: for health visitors: what midwives know  # <-
flows: []
```

```yaml fixed
sharecheck: protocol/1
id: broken
purpose: "for health visitors: what midwives know"
flows: []
```

## What to do

Mend what stands at the place shown. Mostly it is a missing quote or bracket, a tab, or a line that begins too far
to the left or right. A text with a colon and a space in it needs quotes: `purpose: "for health visitors: ..."`.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Severity
from sharecheck.finding.problems import problems
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("DOC02", Severity.ERROR)
def broken_syntax(workspace: Workspace) -> Iterator[Finding]:
    """Files that are neither YAML nor JSON."""
    return problems(workspace, ("syntax", "not-a-mapping"))
