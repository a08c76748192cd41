"""A flow does not say what it carries.

## Why it matters

"Relevant information is shared" can mean everything or nothing. The midwife thinks of the birth, the health visitor
waits to hear about the home: what neither wrote down is asked again at the new birth visit, or not at all.

## Example

```yaml bad
flows:
  - id: handover  # <-
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
  - id: update
    from: maternity
    to: health-visiting
    when: {on: change}
    within: P2D
    items: []  # <-
```

```yaml good
flows:
  - id: handover
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    items: [birth-details, feeding-status, maternal-mental-health]
```

Counts carry no personal data, and need no items:

```yaml good
flows:
  - id: births-a-month
    from: maternity
    to: council
    when: {every: P1M}
    within: P5D
    aggregate: true
```

What goes to the parent alone needs to be about no child, such as a card that tells of a centre's activities:

```yaml good
flows:
  - id: welcome-card
    from: council
    to: parent
    when: {on: change}
```

## What to do

List the items, with their names in the catalogue: `items: [birth-details, feeding-status]`. A flow of counts says
`aggregate: true`.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Severity, here
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("STR03", Severity.ERROR, sources=("ico-data-sharing-code",))
def flow_without_items(workspace: Workspace) -> Iterator[Finding]:
    """Flows of personal data that carry nothing."""
    for flow in workspace.current_flows():
        if flow.shape.items or flow.leaflet or not flow.protocol.read_in_full:
            continue
        yield Finding(
            locations=here(flow.place / ("id" if flow.shape.items is None else "items")),
            message=f"`{flow.id}` does not say what it carries",
            consequence="each side expects something else, and what neither thinks of is not passed on",
            help="list what is sent, for example `items: [birth-details, feeding-status]`",
            about=(flow.id,),
        )
