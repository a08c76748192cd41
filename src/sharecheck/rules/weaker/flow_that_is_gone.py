"""A flow is gone.

## Why it matters

The new version has one page less. The discharge summary was on it. The health visitor learns of it at the first door
that she knocks on without knowing who lives behind it.

## Example

```yaml before
flows:
  - id: discharge-summary
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    items: [birth-details, feeding-status]
```

```yaml bad
flows: []  # <-
```

A flow that moves to another place of the text, or to another protocol, is not gone:

```yaml good
flows:
  - id: book-entry
    from: maternity
    to: parent
    when: {event: midwife-discharge}
    within: P2D
    items: [birth-details, feeding-status]
  - id: discharge-summary
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    items: [birth-details, feeding-status]
```

## What to do

Ask who waited for it. Put it back, or say in an exception why nobody needs it any more.
"""

from collections.abc import Iterator

from sharecheck import words
from sharecheck.finding import Finding, Severity
from sharecheck.finding.less import less
from sharecheck.model.base import many
from sharecheck.rule import comparison
from sharecheck.workspace import Versions


@comparison("WKR02", Severity.ERROR)
def flow_that_is_gone(versions: Versions) -> Iterator[Finding]:
    """Flows that nobody promises any more, of protocols that go on."""
    for flow, protocol in versions.dropped:
        yield less(
            f"the flow `{flow.id}` is gone",
            flow.place / "id",
            protocol.place / "flows",
            consequence=f"{words.listed(many(flow.shape.to))} will wait for it",
            help=f"ask {words.listed(many(flow.shape.to))} whether it is missed, and put `id: {flow.id}` back",
            about=(flow.id,),
        )
