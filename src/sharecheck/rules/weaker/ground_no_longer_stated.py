"""A flow states no lawful basis any more.

## Why it matters

On the day on which somebody asks why they may send it, there is nothing to point to. The cautious ones stop; and what
they stop sending is about a child.

## Example

```yaml before
flows:
  - id: discharge-summary
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    items: [birth-details, feeding-status]
    basis: {article-6: 6(1)(e)}
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

Another ground is no less:

```yaml good
flows:
  - id: discharge-summary
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    items: [birth-details, feeding-status]
    basis: {article-6: 6(1)(c)}
```

## What to do

Put the basis back, or say in an exception where it stands.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Severity
from sharecheck.finding.less import less
from sharecheck.rule import comparison
from sharecheck.workspace import Versions


@comparison("WKR21", Severity.WARNING)
def ground_no_longer_stated(versions: Versions) -> Iterator[Finding]:
    """Flows that stated a basis, and state none."""
    for before, after in versions.flows:
        was, now = (any(basis.article_6 for basis, _ in flow.bases) for flow in (before, after))
        if was and not now:
            yield less(
                f"`{after.id}` states no lawful basis any more",
                before.place / "basis",
                after.place / "basis",
                consequence="whoever is in doubt will not send it",
                help="put it back under `basis:`",
                about=(after.id,),
            )
