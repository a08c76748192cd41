"""Nothing says where the information is kept.

## Why it matters

When a family asks, or a child is adopted and an address has to go, somebody has to know where copies lie: in which
system, in which country, with which supplier. What nobody can find nobody can correct.

## Example

```yaml bad
sharecheck: protocol/1
id: handover  # <-
flows:
  - {id: discharge, from: maternity, to: health-visiting, when: {event: midwife-discharge}, items: [feeding-status]}
```

```yaml good
sharecheck: protocol/1
id: handover
flows:
  - {id: discharge, from: maternity, to: health-visiting, when: {event: midwife-discharge}, items: [feeding-status]}
governance:
  location: in the record of each party, in the United Kingdom; nothing is transferred out of it
```

## What to do

Say where, and whether anything leaves the United Kingdom: `location: ...` under `governance`.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Lack, Severity, here
from sharecheck.law.clauses import lacking
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("RET06", Severity.INFORMATION, sources=("ico-data-sharing-code", "vale-flying-start-isp-2015"))
def copies_nobody_can_find(workspace: Workspace) -> Iterator[Finding]:
    """Agreements without `location`."""
    for protocol, place in lacking(workspace, lambda governance: governance.location):
        yield Finding(
            locations=here(place),
            message=f"`{protocol.id}` does not say where the information is kept",
            consequence="when an address has to go, nobody knows where its copies lie",
            help="say where, and in which country, under `governance`: `location: in the United Kingdom, in ...`",
            about=("location",),
            lacks=Lack("where the information is kept", ("governance/location",)),
        )
