"""It is said how long information is kept, and not what happens then.

## Why it matters

Twenty-five years on, somebody opens a cupboard. Without a word about what is to happen, the files stay: a mother's
depression, a stepfather's conviction, in the room that the nursery now uses for its parents' evenings.

## Example

```yaml bad
flows:
  - {id: birth-summary, from: maternity, to: health-visiting, when: {event: birth}, within: P2D, items: [birth-details]}
governance:
  retention:
    party: health-visiting
    period: P25Y  # <-
    trigger: birth of the child
```

```yaml good
flows:
  - {id: birth-summary, from: maternity, to: health-visiting, when: {event: birth}, within: P2D, items: [birth-details]}
governance:
  retention: {party: health-visiting, period: P25Y, trigger: birth of the child, disposal: reviewed and deleted}
```

A schedule says it as well:

```yaml good
flows:
  - {id: birth-summary, from: maternity, to: health-visiting, when: {event: birth}, within: P2D, items: [birth-details]}
governance:
  retention: {period: P25Y, trigger: birth of the child, schedule: NHS records management code of practice}
```

## What to do

Say what happens at the end: `disposal: reviewed and deleted`, or name the schedule that says it.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Severity, here
from sharecheck.law.clauses import retention_entries
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("RET02", Severity.WARNING, sources=("ico-audit-accuracy", "nhsx-dsa-2020"))
def period_without_end(workspace: Workspace) -> Iterator[Finding]:
    """Entries of `retention` with a period, and with neither `disposal` nor a schedule."""
    for protocol, entry, place in retention_entries(workspace):
        if entry.period and not (entry.disposal or entry.schedule):
            who = f"`{entry.party}` keeps" if entry.party else "all keep"
            yield Finding(
                locations=here(place / "period"),
                message=f"`{protocol.id}` says how long {who} what was received, and not what happens then",
                consequence="it stays where it is, and one day somebody reads about a family who was not meant to",
                help="say what happens at the end: `disposal: reviewed and deleted`",
                about=(entry.party or "all", "disposal"),
            )
