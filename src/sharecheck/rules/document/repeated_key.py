"""A key stands twice.

## Why it matters

Only one of the two can hold, and people who read the file may believe the other one: a time limit of two days, or of
two weeks.

## Example

```yaml bad
sharecheck: protocol/1
id: twice
flows: []
id: again  # <-
```

```yaml good
sharecheck: protocol/1
id: once
flows: []
```

Where both say the same, one is enough:

```yaml bad
sharecheck: protocol/1
id: twice
status: draft
flows: []
status: draft  # <-
```

```yaml fixed
sharecheck: protocol/1
id: twice
status: draft
flows: []
```

## What to do

Keep the one that was agreed.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Severity
from sharecheck.finding.problems import problems
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("DOC04", Severity.ERROR)
def repeated_key(workspace: Workspace) -> Iterator[Finding]:
    """Keys that stand twice in one mapping."""
    return problems(workspace, ("duplicate-key",))
