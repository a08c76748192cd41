"""Partners hear of a breach later than before.

## Why it matters

When an address has got out, a family may have to move house that night. The partner who has to tell them hears of it
three days later, and within the agreement.

## Example

```yaml before
flows:
  - id: discharge-summary
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    items: [birth-details, feeding-status]
governance:
  breach: {notify-partners-within: PT24H}
```

```yaml bad
flows:
  - id: discharge-summary
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    items: [birth-details, feeding-status]
governance:
  breach: {notify-partners-within: PT72H}  # <-
```

```yaml good
flows:
  - id: discharge-summary
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    items: [birth-details, feeding-status]
governance:
  breach: {notify-partners-within: PT12H}
```

## What to do

Keep the shorter time, at least for what can put somebody at risk.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Severity
from sharecheck.finding.less import less
from sharecheck.model.length import limit_words, surely_longer
from sharecheck.rule import comparison
from sharecheck.workspace import Versions


@comparison("WKR25", Severity.WARNING)
def breach_told_later(versions: Versions) -> Iterator[Finding]:
    """Breaches of which partners are told later than before."""
    for before, after in versions.protocols:
        old, new = before.governance.breach, after.governance.breach
        was, now = (breach.notify_partners_within if breach else None for breach in (old, new))
        if was is not None and now is not None and surely_longer(now, was):
            yield less(
                f"`{after.id}` lets partners hear of a breach within {limit_words(now)}, and not {limit_words(was)}",
                before.place / "governance" / "breach" / "notify-partners-within",
                after.place / "governance" / "breach" / "notify-partners-within",
                consequence="a family at risk hears of it too late to do anything",
                help=f"say `notify-partners-within: {was}` again",
                about=(after.id,),
            )
