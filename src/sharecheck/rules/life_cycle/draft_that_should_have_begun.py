"""The day on which a draft was to begin has passed.

## Why it matters

Some of those who read it go by the day and send; others go by the word "draft" and do not. For a child it depends on
whose desk the letter begins.

## Example

```yaml bad
status: draft
effective: 2026-04-01  # <-
flows: []
```

```yaml good
status: draft
effective: 2027-04-01
flows: []
```

```yaml good
status: in-force
effective: 2026-04-01
flows: []
```

## What to do

When it holds, say `status: in-force`; when it does not, agree a new first day: `effective: 2027-04-01`.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Severity, here, related
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("LIF05", Severity.WARNING, sources=("ico-data-sharing-code",))
def draft_that_should_have_begun(workspace: Workspace) -> Iterator[Finding]:
    """Drafts whose `effective` is not after the day of the run."""
    for protocol in workspace.protocols():
        effective = protocol.shape.effective
        if protocol.shape.status == "draft" and effective and effective <= workspace.as_of:
            yield Finding(
                locations=(
                    *here(protocol.place / "effective"),
                    related(protocol.place / "status", "and still a draft"),
                ),
                message=f"`{protocol.id}` was to begin on {effective}, and is still a draft",
                consequence="some send by it and others do not, and for a child it depends on who has the file",
                help="say `status: in-force`, or agree a new first day: `effective: ...`",
                about=("draft",),
            )
