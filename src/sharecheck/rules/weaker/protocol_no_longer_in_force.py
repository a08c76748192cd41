"""A protocol is no longer in force.

## Why it matters

The agreement is being rewritten, so somebody set it back to draft. Until the new one is signed, nothing of it holds:
every flow in it is a kindness, and the first new member of staff will ask on what ground.

## Example

```yaml before
status: in-force
flows:
  - id: discharge-summary
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    items: [birth-details, feeding-status]
```

```yaml bad
status: draft  # <-
flows:
  - id: discharge-summary
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    items: [birth-details, feeding-status]
```

```yaml good
status: in-force
title: Discharge from midwifery
flows:
  - id: discharge-summary
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    items: [birth-details, feeding-status]
```

## What to do

Keep the old version in force until the new one is signed: work on a copy.
"""

from collections.abc import Iterator

from sharecheck.rule import Finding, Severity, comparison
from sharecheck.rules.weaker.less import less
from sharecheck.workspace import Versions


@comparison("WKR03", Severity.ERROR)
def protocol_no_longer_in_force(versions: Versions) -> Iterator[Finding]:
    """Protocols that were in force, and are a draft or withdrawn."""
    for before, after in versions.protocols:
        if before.in_force and not after.in_force:
            status = {"draft": "a draft", "withdrawn": "withdrawn"}[after.shape.status or "draft"]
            yield less(
                f"`{after.id}` is {status} now",
                before.place / "status",
                after.place / "status",
                consequence="nothing that it promises holds any more",
                help="keep `status: in-force` until the next version is signed",
                about=(after.id,),
            )
