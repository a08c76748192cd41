"""The next review is more than two years after the first day.

## Why it matters

In two years every team in the agreement has changed its name, its system or its mailbox once. What was right on the
first day sends letters about children into the void by the end.

## Example

```yaml bad
effective: 2026-04-01
review: 2029-03-31  # <-
flows: []
```

```yaml good
effective: 2026-04-01
review: 2028-03-31
flows: []
```

An old agreement that is reviewed again and again is not told, as long as the next day is near:

```yaml good
effective: 2019-04-01
review: 2027-03-31
flows: []
```

## What to do

Agree a day within two years, `review: 2028-03-31`. The two years are our proposal, and what a published Welsh protocol
does.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Severity, here
from sharecheck.model.calendar import years_later
from sharecheck.rule import rule
from sharecheck.workspace import Workspace

YEARS = 2
"""Our proposal."""


@rule("LIF07", Severity.INFORMATION, sources=("vale-flying-start-isp-2015", "ico-accountability-framework"))
def review_far_away(workspace: Workspace) -> Iterator[Finding]:
    """Reviews more than two years after the first day, and after the day of the run."""
    for protocol in workspace.protocols():
        shape = protocol.shape
        since = max(day for day in (shape.effective, workspace.as_of) if day)
        if shape.review and shape.review > years_later(since, YEARS):
            yield Finding(
                locations=here(protocol.place / "review"),
                message=f"nobody looks at `{protocol.id}` again before {shape.review}, in more than two years",
                consequence="by then teams, systems and mailboxes have changed, and letters about children go nowhere",
                help=f"agree a day within two years, for example `review: {years_later(since, YEARS).replace(day=1)}`",
                about=("review", "far"),
            )
