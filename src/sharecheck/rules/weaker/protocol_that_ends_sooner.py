"""A protocol ends sooner than before.

## Why it matters

A child who is born under it needs it until school. An end that moves forward by a year is a year of children for whom
the last handover is not promised.

## Example

```yaml before
expires: 2030-03-31
flows:
  - id: discharge-summary
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    items: [birth-details, feeding-status]
```

```yaml bad
expires: 2028-03-31  # <-
flows:
  - id: discharge-summary
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    items: [birth-details, feeding-status]
```

```yaml good
expires: 2031-03-31
flows:
  - id: discharge-summary
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    items: [birth-details, feeding-status]
```

## What to do

Ask what comes after it. `sharecheck cliffs` shows from which day of birth on something is lost.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Severity
from sharecheck.finding.less import less
from sharecheck.rule import comparison
from sharecheck.workspace import Versions


@comparison("WKR04", Severity.WARNING)
def protocol_that_ends_sooner(versions: Versions) -> Iterator[Finding]:
    """Protocols with an earlier last day, or with one where there was none."""
    for before, after in versions.protocols:
        was, now = before.shape.expires, after.shape.expires
        if now is not None and (was is None or now < was):
            yield less(
                f"`{after.id}` ends sooner, on {now}",
                before.place / "expires",
                after.place / "expires",
                consequence="for children born late enough, what it promises ends before they need it",
                help=f"say what comes after it, or `expires: {was}` again" if was else "say what comes after it",
                about=(after.id,),
            )
