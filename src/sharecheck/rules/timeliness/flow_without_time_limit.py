"""A flow has no time limit.

## Why it matters

Until a limit has passed, nobody can say that a handover has failed. A flow that may take for ever is one that nobody
chases: the health visitor comes to the new birth visit, and what the midwife knew is still on its way.

That each flow needs a limit is our own judgement: the code on data sharing sets none.

## Example

```yaml bad
flows:
  - id: birth-summary  # <-
    from: maternity
    to: health-visiting
    when: {event: birth}
    items: [birth-details]
```

Say how long it may take:

```yaml good
flows:
  - id: birth-summary
    from: maternity
    to: health-visiting
    when: {event: birth}
    within: P2D
    items: [birth-details]
```

What is looked up when it is needed takes no time, and a parent is not held to a limit:

```yaml good
flows:
  - id: shared-record
    from: maternity
    to: health-visiting
    when: {on: access}
    channel: shared-record
    items: [birth-details]
  - id: registration
    from: parent
    to: nursery
    when: {event: nursery-start}
    items: [allergies-and-conditions]
```

## What to do

Agree how long it may take until the recipient has it, and say so: `within: P2D`, `within: PT36H`, or
`within: {working-days: 5}`.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Severity, here
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("TIM01", Severity.WARNING, sources=("ico-data-sharing-code",))
def flow_without_time_limit(workspace: Workspace) -> Iterator[Finding]:
    """Flows without `within`, but for those that are looked up, that a parent sends, or of a text read in part."""
    for flow in workspace.current_flows():
        if flow.within is None and flow.protocol.read_in_full and not flow.looked_up and not flow.by_parent:
            yield Finding(
                locations=here(flow.place / "id"),
                message=f"`{flow.id}` has no time limit",
                consequence="nobody can say when it has failed, so nobody chases it",
                help="agree how long it may take, and say so: for example `within: P2D`",
                about=(flow.id,),
            )
