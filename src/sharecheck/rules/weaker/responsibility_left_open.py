"""It is open who is responsible until a flow is accepted.

## Why it matters

The midwife used to answer for the child until the health visitor had said yes. In the new text nobody does, for as long
as the referral lies in a tray.

## Example

```yaml before
flows:
  - id: discharge-summary
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    items: [birth-details, feeding-status]
    responsibility: sender-until-accepted
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
    within: P1D
    items: [birth-details, feeding-status]
    responsibility: sender-until-accepted
```

## What to do

Say `responsibility: sender-until-accepted` again.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Severity
from sharecheck.finding.less import less
from sharecheck.rule import comparison
from sharecheck.workspace import Versions


@comparison("WKR15", Severity.WARNING)
def responsibility_left_open(versions: Versions) -> Iterator[Finding]:
    """Flows whose sender answered until they were accepted, and does no more."""
    for before, after in versions.flows:
        held = "sender-until-accepted"
        if before.shape.responsibility == held != after.shape.responsibility:
            yield less(
                f"`{after.id}` leaves open who is responsible until it is accepted",
                before.place / "responsibility",
                after.place / "responsibility",
                consequence="between the two, nobody answers for the child",
                help=f"say `responsibility: {held}` again",
                about=(after.id,),
            )
