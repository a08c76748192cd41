"""Nothing says how staff learn to use the agreement.

## Why it matters

An agreement is read by those who wrote it. The midwife who began last month has never heard of it; she tells the mother
that she may not share anything, and does not.

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
  training: part of induction, and again each year with cases from the log of what went wrong
```

## What to do

Say who teaches it, to whom and when: `training: part of induction` under `governance`; a page that staff can keep in a
pocket helps more than a course.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Lack, Severity, here
from sharecheck.law.clauses import lacking
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("GOV12", Severity.INFORMATION, sources=("ico-audit-decisions", "vale-flying-start-isp-2020"))
def untrained_staff(workspace: Workspace) -> Iterator[Finding]:
    """Agreements without `training`."""
    for protocol, place in lacking(workspace, lambda governance: governance.training):
        yield Finding(
            locations=here(place),
            message=f"`{protocol.id}` does not say how staff learn to use it",
            consequence="whoever has never heard of it does the careful thing, and tells nobody",
            help="say who learns it and when, under `governance`: `training: part of induction`",
            about=("training",),
            lacks=Lack("how staff learn to use it", ("governance/training",)),
        )
