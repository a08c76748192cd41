"""Knowledge arrives too late.

## Why it matters

The next service starts at a fixed point of a child's life. What comes after that is read, if at all, when the first
decisions are made: the mother tells her story once more, and what she does not think of is not known.

## Example

```yaml bad
flows:
  - id: birth-summary
    from: maternity
    to: health-visiting
    when: {event: birth}
    within: P14D
    items: [birth-details]  # <-
```

The visit may take place on day 10, so that is the day on which it has to be there:

```yaml good
flows:
  - id: birth-summary
    from: maternity
    to: health-visiting
    when: {event: birth}
    within: P5D
    items: [birth-details]
```

A monthly list is a month late at the worst, however fast it is sent. What is sent at each change arrives in time:

```yaml good
flows:
  - id: birth-list
    from: maternity
    to: health-visiting
    when: {on: change}
    within: P2D
    items: [birth-details]
```

## What to do

Shorten `within` on the step that takes longest, send at an earlier event, or send at each change rather than in
batches.
"""

from collections.abc import Iterator

from sharecheck import words
from sharecheck.model.base import HOUR
from sharecheck.network import Arc
from sharecheck.rule import Finding, Severity, rule
from sharecheck.rules.gaps.telling import gaps
from sharecheck.workspace import Workspace


@rule("GAP01", Severity.ERROR, sources=("qs37-1",), alone=False)
def late_knowledge(workspace: Workspace) -> Iterator[Finding]:
    """Needs that would be met if they could wait."""
    for gap in gaps(workspace, "late"):
        late = words.span(gap.outcome.late_by)
        hop = gap.outcome.blamed
        help = "record it, or send it, earlier"
        if gap.flow is not None and hop is not None and isinstance(hop.via, Arc):
            left = gap.flow.within.longest_hours - gap.outcome.late_by if gap.flow.within else 0
            help = (
                f"send `{gap.flow.id}` at an earlier event, or whenever the sender learns of it: `when: {{on: change}}`"
            )
            if gap.waits_for_identifiers:
                help = gap.identifiers
            elif left >= HOUR:
                help = f"shorten `{gap.flow.id}`: `within: {words.duration(left)}` would be in time"
        yield gap.finding(f"{gap.item} reaches {gap.party} up to {late} too late for {gap.by}", help)
