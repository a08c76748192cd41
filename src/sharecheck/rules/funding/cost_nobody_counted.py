"""Nothing says what the sharing costs, or who pays.

## Why it matters

Each handover takes somebody's minutes, and a system somebody's money. Where nobody has said whose, it is done by who is
kind, for as long as they stay; and the first saving ends it without a decision.

## Example

```yaml bad
sharecheck: protocol/1
id: visits  # <-
flows:
  - {id: visits, from: health-visiting, to: family-hub, when: {event: new-birth-visit}, items: [contact-details]}
```

```yaml good
sharecheck: protocol/1
id: visits
flows:
  - {id: visits, from: health-visiting, to: family-hub, when: {event: new-birth-visit}, items: [contact-details]}
governance:
  resources: each party pays for its own side; the time for it is in `capacity` of the area
```

Where each flow says what pays for it, it is said:

```yaml good
flows:
  - id: visits
    from: health-visiting
    to: family-hub
    when: {event: new-birth-visit}
    items: [contact-details]
    funded-by: core
```

## What to do

Say who gives the time and who pays: `resources: ...` under `governance`.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Lack, Severity, here
from sharecheck.law.clauses import lacking
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("FUN06", Severity.INFORMATION, sources=("eif-10-insights", "lancashire-births-2013"))
def cost_nobody_counted(workspace: Workspace) -> Iterator[Finding]:
    """Agreements without `resources`, unless each flow names what pays for it."""
    for protocol, place in lacking(workspace, lambda governance: governance.resources):
        if not all(flow.shape.funded_by for flow in protocol.personal_flows):
            yield Finding(
                locations=here(place),
                message=f"`{protocol.id}` does not say what it costs, or who pays",
                consequence="it is done by who is kind, and the first saving ends it without a decision",
                help="say who gives the time and who pays, under `governance`: `resources: ...`",
                about=("resources",),
                lacks=Lack("what it costs, and who pays", ("governance/resources",)),
            )
