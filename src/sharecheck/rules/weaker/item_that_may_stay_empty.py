"""An item that was always filled in may stay empty.

## Why it matters

An empty line can mean "nothing to tell" or "nobody asked". As long as the line was always filled in, the health visitor
could rely on it. Now she has to ring and ask which of the two it is.

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
flows:
  - id: discharge-summary
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    items: [birth-details, {item: feeding-status, present: if-known}]  # <-
```

```yaml good
flows:
  - id: discharge-summary
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    items: [birth-details, {item: feeding-status, present: always}]
```

## What to do

Say `present: always`, or agree what an empty line means.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Severity
from sharecheck.finding.less import less
from sharecheck.rule import comparison
from sharecheck.workspace import Versions


@comparison("WKR08", Severity.WARNING)
def item_that_may_stay_empty(versions: Versions) -> Iterator[Finding]:
    """Items that were always there, and may be left empty."""
    for after, carried, now in versions.carried:
        if carried.always and now.always is False:
            yield less(
                f"`{after.id}` may leave `{now.id}` empty now",
                carried.place,
                now.place,
                consequence="nobody can tell an empty line from a question that nobody asked",
                help=f"`{{item: {now.id}, present: always}}`",
                about=(after.id, now.id),
            )
