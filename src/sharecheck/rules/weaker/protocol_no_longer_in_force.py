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

One that was in force and begins only later is none until then:

```yaml before
effective: 2026-01-01
flows:
  - id: discharge-summary
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    items: [birth-details, feeding-status]
```

```yaml bad
effective: 2028-01-01  # <-
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
from datetime import date

from sharecheck.finding import Finding, Severity
from sharecheck.finding.less import less
from sharecheck.rule import comparison
from sharecheck.workspace import Protocol, Versions


@comparison("WKR03", Severity.ERROR)
def protocol_no_longer_in_force(versions: Versions) -> Iterator[Finding]:
    """Protocols that were in force, and are a draft or withdrawn, or begin only later."""
    day = versions.after.as_of
    for before, after in versions.protocols:
        if not before.in_force:
            continue
        begins = after.shape.effective
        if not after.in_force:
            status = {"draft": "a draft", "withdrawn": "withdrawn"}[after.shape.status or "draft"]
            key, message, until = "status", f"`{after.id}` is {status} now", "any more"
            help = "keep `status: in-force` until the next version is signed"
        elif begins and begins > day and _holds(before, day):
            key, message, until = (
                "effective",
                f"`{after.id}` was in force, and begins only on {begins} now",
                "until then",
            )
            was = before.shape.effective
            help = f"say `effective: {was}` again" if was else "take `effective` out again"
            help += f", or keep the old version in force until {begins}"
        else:
            continue
        yield less(
            message,
            before.place / key,
            after.place / key,
            consequence=f"nothing that it promises holds {until}",
            help=help,
            about=(after.id,),
        )


def _holds(protocol: Protocol, day: date) -> bool:
    """Whether a day is among those on which a protocol says that it holds."""
    begins, ends = protocol.shape.effective, protocol.shape.expires
    return (begins is None or begins <= day) and (ends is None or day <= ends)
