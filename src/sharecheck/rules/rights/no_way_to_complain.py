"""Nothing says how families complain.

## Why it matters

A letter about her postnatal depression went to a mother's old address. She rings the nursery, which sends her to the
trust, which sends her to the council. Who has given up complaining also stops telling.

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
    complaints: to any of the controllers, which answers for all; then to the Information Commissioner
```

## How much it weighs

A warning from the day in June 2026 on which each controller came to need a way; information on a day before it, with
`--as-of`.

## What to do

Agree that one of the parties answers for all, and say which: `complaints: ...` under `rights`. Since June 2026 each
controller has to have a way to take and answer complaints.
"""

from collections.abc import Iterator
from datetime import date

from sharecheck.finding import Finding, Lack, Severity, here
from sharecheck.law.clauses import right_lacking
from sharecheck.rule import rule
from sharecheck.standards import law
from sharecheck.workspace import Workspace


@rule("RTS03", Severity.WARNING, sources=("dpa-164a", "vale-flying-start-isp-2015", "nhsx-dsa-2020"))
def no_way_to_complain(workspace: Workspace) -> Iterator[Finding]:
    """Agreements without `complaints`; for information before the day on which controllers came to need a way."""
    duty = law()["dpa-164a"].from_
    for protocol, place in right_lacking(workspace, "complaints"):
        owed = duty is not None and date.fromisoformat(duty.on) <= workspace.as_of
        yield Finding(
            locations=here(place),
            message=f"`{protocol.id}` does not say how families complain",
            consequence="they are sent from one to the other, and who gives up complaining also stops telling",
            help="agree who answers for all, and say so under `rights`: `complaints: ...`",
            severity=None if owed else Severity.INFORMATION,
            about=("complaints",),
            lacks=Lack("how families complain", ("governance/rights/complaints",)),
        )
