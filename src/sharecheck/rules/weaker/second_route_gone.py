"""A flow has no second route any more.

## Why it matters

When the system was down, the ward used to ring. In the new text nobody rings. The system will be down on a day on which
something cannot wait.

## Example

```yaml before
flows:
  - id: discharge-summary
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    items: [birth-details, feeding-status]
    fallback: {channel: telephone, within: PT4H}
```

```yaml bad
flows:
  - id: discharge-summary  # <-
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    items: [birth-details, feeding-status]
```

```yaml good
flows:
  - id: discharge-summary
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    items: [birth-details, feeding-status]
    fallback: {channel: secure-email, within: P1D}
```

## What to do

Say again what happens when the first route does not work.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Severity
from sharecheck.finding.less import less
from sharecheck.rule import comparison
from sharecheck.workspace import Versions


@comparison("WKR13", Severity.WARNING)
def second_route_gone(versions: Versions) -> Iterator[Finding]:
    """Flows whose fallback is gone."""
    for before, after in versions.flows:
        if before.shape.fallback and not after.shape.fallback:
            yield less(
                f"`{after.id}` has no second route any more",
                before.place / "fallback",
                after.place / "fallback",
                consequence="when the first way does not work, nobody knows what to do instead",
                help="say it again, for example `fallback: {channel: telephone, within: PT4H}`",
                about=(after.id,),
            )
