"""A flow may take longer than before, or as long as it likes.

## Why it matters

The health visitor plans the first visit by the two days that were agreed. With five days in the new text, the summary
comes after she has been there, and nobody is late.

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
    within: P5D  # <-
    items: [birth-details, feeding-status]
```

```yaml good
flows:
  - id: discharge-summary
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: PT36H
    items: [birth-details, feeding-status]
```

## What to do

Ask who plans by the limit. A longer one can be the honest one: then say so in an exception.
"""

from collections.abc import Iterator

from sharecheck.model.base import Limit, WorkingDays
from sharecheck.rule import Finding, Severity, comparison
from sharecheck.rules.weaker.less import less
from sharecheck.workspace import Versions


@comparison("WKR10", Severity.WARNING)
def longer_time_limit(versions: Versions) -> Iterator[Finding]:
    """Flows with a longer limit, or with none where there was one."""
    for before, after in versions.flows:
        was, now = before.within, after.within
        if was is None or (now is not None and now.longest_hours <= was.longest_hours):
            continue
        yield less(
            f"`{after.id}` may take {now or 'as long as it likes'}; it was {was}",
            before.place / "within",
            after.place / "within",
            consequence="who plans by the old limit meets the child without it",
            help=f"ask who plans by it, or say {said(was)} again",
            about=(after.id,),
        )


def said(limit: Limit) -> str:
    """A limit as it is typed."""
    return (
        f"`within: {{working-days: {limit.working_days}}}`" if isinstance(limit, WorkingDays) else f"`within: {limit}`"
    )
