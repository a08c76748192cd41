"""It is said how long information is kept, and not from when.

## Why it matters

Eight years from the birth, from the last visit, or from the day on which the letter came? One team deletes what a
school nurse still needs, another keeps it for good, and both go by the agreement.

## Example

```yaml bad
flows:
  - {id: birth-summary, from: maternity, to: health-visiting, when: {event: birth}, within: P2D, items: [birth-details]}
governance:
  retention:
    - {party: maternity, period: P25Y, trigger: birth of the child, disposal: deleted}
    - party: health-visiting
      period: P8Y  # <-
      disposal: deleted
```

```yaml good
flows:
  - {id: birth-summary, from: maternity, to: health-visiting, when: {event: birth}, within: P2D, items: [birth-details]}
governance:
  retention: {period: P25Y, trigger: birth of the child, disposal: deleted}
```

## What to do

Say from when: `trigger: birth of the child`, or `trigger: the last contact`; or name the schedule that says it.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Severity, here
from sharecheck.law.clauses import retention_entries
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("RET03", Severity.WARNING, sources=("ico-audit-accuracy", "ico-data-sharing-code"))
def period_without_beginning(workspace: Workspace) -> Iterator[Finding]:
    """Entries of `retention` with a period, and with neither `trigger` nor a schedule."""
    for protocol, entry, place in retention_entries(workspace):
        if entry.period and not (entry.trigger or entry.schedule):
            who = f"`{entry.party}` keeps" if entry.party else "all keep"
            yield Finding(
                locations=here(place / "period"),
                message=f"`{protocol.id}` says how long {who} what was received, and not from when",
                consequence="one team deletes what the school nurse still needs, another keeps it for good",
                help="say from when: `trigger: birth of the child`",
                about=(entry.party or "all", "trigger"),
            )
