"""Knowledge arrives nobody knows when.

## Why it matters

A flow without a time limit may be quick. It may also come after the visit for which it was meant, and nobody would be
able to say that something has gone wrong.

## Example

```yaml bad
flows:
  - id: birth-summary
    from: maternity
    to: health-visiting
    when: {event: birth}
    items: [birth-details]  # <-
```

```yaml good
flows:
  - id: birth-summary
    from: maternity
    to: health-visiting
    when: {event: birth}
    within: P5D
    items: [birth-details]
```

## What to do

Agree how long it may take, and say so with `within`. A flow that does not say what sets it off needs a `when` too.
"""

from collections.abc import Iterator

from sharecheck.rule import Finding, Severity, rule
from sharecheck.rules.gaps.telling import gaps
from sharecheck.workspace import Workspace


@rule("GAP03", Severity.ERROR, sources=("qs37-1",), alone=False)
def undated_knowledge(workspace: Workspace) -> Iterator[Finding]:
    """Needs that would be met if the flows without a time limit were quick."""
    for gap in gaps(workspace, "undated"):
        flow = gap.flow.id if gap.flow else ""
        lacks = "what sets it off" if gap.flow and not gap.flow.when else "a time limit"
        yield gap.finding(
            f"nobody can say whether {gap.item} reaches {gap.party} by {gap.by}: `{flow}` does not state {lacks}",
            f"agree it for `{flow}` and say so, for example `when: {{on: change}}` and `within: P2D`"
            if lacks != "a time limit"
            else f"agree how long `{flow}` may take and say so, for example `within: P2D`",
        )
