"""An agreement stands in no central register.

## Why it matters

An agreement that only its authors know of is written a second time by others, with other limits; and when the record
system changes, nobody knows whom to tell.

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
  listed-in: register of sharing agreements, information-governance@council.example
```

A draft is not listed yet:

```yaml good
sharecheck: protocol/1
id: handover
status: draft
flows:
  - {id: discharge, from: maternity, to: health-visiting, when: {event: midwife-discharge}, items: [feeding-status]}
```

## What to do

List it, and say where: `listed-in: register of sharing agreements` under `governance`.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Lack, Severity, here
from sharecheck.law.clauses import lacking
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("GOV14", Severity.INFORMATION, sources=("ico-accountability-framework", "waspi-qa", "weisf-review"))
def agreement_in_no_register(workspace: Workspace) -> Iterator[Finding]:
    """Agreements without `listed-in`, but for drafts."""
    for protocol, place in lacking(workspace, lambda governance: governance.listed_in):
        if protocol.shape.status != "draft":
            yield Finding(
                locations=here(place),
                message=f"`{protocol.id}` stands in no central register",
                consequence="when a record system changes, nobody knows which handovers break",
                help="list it, and say where, under `governance`: `listed-in: register of sharing agreements`",
                about=("listed-in",),
                lacks=Lack("in which central register it stands", ("governance/listed-in",)),
            )
