"""A party that says it is no controller receives personal data for itself.

## Why it matters

Whoever keeps what is told about a child, and is not a processor for somebody else, answers for it. A party that
believes that it does not will not tell families, will not answer them, and will not report a loss.

## Example

```yaml bad
sharecheck: area/1
id: northshire
nation: england
protocols: complete
parties:
  - {id: maternity, service: midwifery, controller: controller}
  - id: family-hub
    service: family-hub
    controller: none  # <-
---
sharecheck: protocol/1
id: births
flows:
  - {id: births, from: maternity, to: family-hub, when: {event: birth}, within: P5D, items: [contact-details]}
```

```yaml good
sharecheck: area/1
id: northshire
nation: england
protocols: complete
parties:
  - {id: maternity, service: midwifery, controller: controller}
  - {id: family-hub, service: family-hub, controller: none}
---
sharecheck: protocol/1
id: births
flows:
  - {id: number-of-births, from: maternity, to: family-hub, when: {every: P1M}, within: P5D, aggregate: true}
```

## What to do

Say what it is for the data that it receives: `controller: controller`, `joint-controller`, or `processor` with a
contract. Counts say `aggregate: true`.
"""

from collections.abc import Iterator

from sharecheck import words
from sharecheck.finding import Finding, Severity, here
from sharecheck.model.party import FAMILY
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("GOV16", Severity.WARNING, sources=("ico-data-sharing-code", "ico-accountability-framework"), alone=False)
def recipient_that_decides_nothing(workspace: Workspace) -> Iterator[Finding]:
    """Parties with `controller: none` to which flows of personal data lead; not the family."""
    for area in workspace.areas:
        for party in area.declared:
            if party.shape.controller != "none" or party.shape.kind == FAMILY or party.shape.elsewhere:
                continue
            flows = [flow.id for flow in area.current_flows if party.shape in flow.recipients]
            if flows:
                yield Finding(
                    locations=here(party.place / "controller"),
                    message=f"`{party.shape.id}` says that it is no controller, and receives personal data in "
                    f"{words.listed(flows)}",
                    consequence="nobody there tells families, answers them, or reports what was lost",
                    help="say what it is: `controller: controller`, `joint-controller` or `processor`",
                    about=(party.shape.id, "controller"),
                )
