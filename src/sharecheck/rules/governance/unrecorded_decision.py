"""Nothing says where a decision to share, or not to share, is written down.

## Why it matters

A health visitor decides not to tell the nursery, for a good reason. Her colleague does not know the reason, and tells.
Or a year later, when the child has come to harm, nobody can say why nothing was said. What was decided helps only
where the next one finds it.

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
  decisions: in the child's record, with the reason, whether it was shared or not
```

## What to do

Say where, and that a no has to have its reason as well: `decisions: in the child's record, with the reason` under
`governance`.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Lack, Severity, here
from sharecheck.law.clauses import lacking
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("GOV13", Severity.WARNING, sources=("ico-audit-decisions", "ico-decision-form", "ico-10-step"))
def unrecorded_decision(workspace: Workspace) -> Iterator[Finding]:
    """Agreements without `decisions`."""
    for protocol, place in lacking(workspace, lambda governance: governance.decisions):
        yield Finding(
            locations=here(place),
            message=f"`{protocol.id}` does not say where a decision to share, or not to share, is written down",
            consequence="the next one does not know the reason, and decides the other way",
            help="say where, under `governance`: `decisions: in the child's record, with the reason`",
            about=("decisions",),
            lacks=Lack("where a decision to share, or not to share, is written down", ("governance/decisions",)),
        )
