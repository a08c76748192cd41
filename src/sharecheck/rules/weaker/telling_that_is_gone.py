"""Those whom a flow is about are not told of it any more.

## Why it matters

A mother who was told who would know came to the visit at ease. One who finds out at the door what the stranger knows
does not tell the next one anything.

## Example

```yaml before
flows:
  - id: discharge-summary
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    items: [birth-details, feeding-status]
    agreement: {inform: parent}
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

Who is asked is told:

```yaml good
flows:
  - id: discharge-summary
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    items: [birth-details, feeding-status]
    agreement: {ask: parent}
```

## What to do

Say again who tells the parent: `agreement: {inform: parent}`.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Severity
from sharecheck.finding.less import less
from sharecheck.rule import comparison
from sharecheck.workspace import Versions


@comparison("WKR20", Severity.WARNING)
def telling_that_is_gone(versions: Versions) -> Iterator[Finding]:
    """Flows of which somebody was told, and is no more."""
    for before, after in versions.flows:
        old, new = before.shape.agreement, after.shape.agreement
        if old and old.inform and not (new and (new.inform or new.ask)):
            yield less(
                f"`{after.id}` is not told to those whom it is about any more",
                before.place / "agreement",
                after.place / "agreement",
                consequence="a parent who learns of it by chance trusts the next service less",
                help="say it again: `agreement: {inform: parent}`",
                about=(after.id,),
            )
