"""A protocol has no review date any more.

## Why it matters

Without a day in somebody's diary, the agreement gets old in silence: services move, systems change, and what it says is
done by nobody.

## Example

```yaml before
review: 2027-11-01
flows:
  - id: discharge-summary
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    items: [birth-details, feeding-status]
```

```yaml bad
sharecheck: protocol/1
id: example  # <-
title: Discharge from midwifery
flows:
  - id: discharge-summary
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    items: [birth-details, feeding-status]
```

```yaml good
review: 2028-11-01
flows:
  - id: discharge-summary
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    items: [birth-details, feeding-status]
```

## What to do

Agree on the next day, and write it down.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Severity
from sharecheck.finding.less import less
from sharecheck.rule import comparison
from sharecheck.workspace import Versions


@comparison("WKR24", Severity.WARNING)
def review_date_gone(versions: Versions) -> Iterator[Finding]:
    """Protocols whose review date is gone."""
    for before, after in versions.protocols:
        if before.shape.review is not None and after.shape.review is None:
            yield less(
                f"`{after.id}` has no review date any more",
                before.place / "review",
                after.place / "review",
                consequence="nobody looks whether it still does what a child needs",
                help=f"agree on a day: it was `review: {before.shape.review}`",
                about=(after.id,),
            )
