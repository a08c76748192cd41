"""Nothing says how a correction reaches those who have the mistake.

## Why it matters

The health visitor's record said "hits her child" of the wrong mother. It was corrected the same day, in that one place.
The nursery, the GP and the school have the old letter, and go by it for years.

## Example

```yaml bad
flows:
  - {id: discharge, from: maternity, to: health-visiting, when: {event: midwife-discharge}, items: [feeding-status]}
governance:
  rights:  # <-
    privacy-notice: in the booking pack
```

```yaml good
flows:
  - {id: discharge, from: maternity, to: health-visiting, when: {event: midwife-discharge}, items: [feeding-status]}
governance:
  rights:
    privacy-notice: in the booking pack
    rectification: who corrects it tells all who received the original, within two working days
```

## What to do

Agree who tells whom, and how soon: `rectification: ...` under `rights`. A correction has to travel as far as the
mistake did.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Lack, Severity, here
from sharecheck.law.clauses import right_lacking
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("RTS04", Severity.WARNING, sources=("ico-audit-accuracy", "nhsx-dsa-2020"))
def correction_that_stays_behind(workspace: Workspace) -> Iterator[Finding]:
    """Agreements without `rectification`."""
    for protocol, place in right_lacking(workspace, "rectification"):
        yield Finding(
            locations=here(place),
            message=f"`{protocol.id}` does not say how a correction reaches those who have the mistake",
            consequence="a mistake about a family is corrected in one place, and believed in all the others",
            help="agree who tells whom, and say so under `rights`: `rectification: ...`",
            about=("rectification",),
            lacks=Lack("how a correction reaches all who have the mistake", ("governance/rights/rectification",)),
        )
