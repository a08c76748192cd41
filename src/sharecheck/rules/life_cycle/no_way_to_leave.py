"""Nothing says what happens when a party leaves.

## Why it matters

A nursery closes. Its files about forty children, two of them with a plan to protect them, lie in a garage; the new
nursery never hears that they exist. Nobody had agreed what happens to them, so nobody asked.

## Example

```yaml bad
sharecheck: protocol/1
id: review  # <-
flows:
  - {id: summary, from: health-visiting, to: nursery, when: {event: two-year-review}, items: [feeding-status]}
```

```yaml good
sharecheck: protocol/1
id: review
flows:
  - {id: summary, from: health-visiting, to: nursery, when: {event: two-year-review}, items: [feeding-status]}
governance:
  leaving: three months' notice; what is open goes to the next setting, the rest is deleted, and confirmed in writing
```

## What to do

Agree how a party joins and leaves, and what becomes of what it received: `leaving: ...` under `governance`.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Lack, Severity, here
from sharecheck.law.clauses import lacking
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("LIF04", Severity.WARNING, sources=("ico-data-sharing-code", "tcs-records-guidance"))
def no_way_to_leave(workspace: Workspace) -> Iterator[Finding]:
    """Agreements without `leaving`."""
    for protocol, place in lacking(workspace, lambda governance: governance.leaving):
        yield Finding(
            locations=here(place),
            message=f"`{protocol.id}` does not say what happens when a party leaves",
            consequence="when a service closes, its files about children lie somewhere, and nobody else hears of them",
            help="agree what becomes of what it received, and say so under `governance`: `leaving: ...`",
            about=("leaving",),
            lacks=Lack("what happens when a party leaves", ("governance/leaving",)),
        )
