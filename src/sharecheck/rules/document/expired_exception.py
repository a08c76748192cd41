"""An exception has run out.

## Why it matters

It was agreed until a day, and that day has passed: what it left out is reported again. Either it was mended, then the
exception is history, or somebody has to decide anew.

## Example

```yaml bad
flows:
  - id: birth-summary  # sharecheck: ignore[TIM01] the ward closes in March, until 2026-03-31  # <-
    from: maternity
    to: health-visiting
    when: {event: birth}
    items: [birth-details]
```

```yaml fixed
flows:
  - id: birth-summary
    from: maternity
    to: health-visiting
    when: {event: birth}
    items: [birth-details]
```

```yaml good
flows:
  - id: birth-summary  # sharecheck: ignore[TIM01] the ward closes in March, until 2027-03-31
    from: maternity
    to: health-visiting
    when: {event: birth}
    items: [birth-details]
```

A last day that is written in another form, or behind another word than `until`, would never come:

```yaml bad
flows:
  - id: birth-summary  # sharecheck: ignore[TIM01] the ward closes, until 31 March 2027  # <-
    from: maternity
    to: health-visiting
    when: {event: birth}
    items: [birth-details]
```

```yaml bad
flows:
  - id: birth-summary  # sharecheck: ignore[TIM01] the ward closes, review by March 2027  # <-
    from: maternity
    to: health-visiting
    when: {event: birth}
    items: [birth-details]
```

## What to do

Mend what it was for, or have it agreed again and set a new day, written as `until 2027-03-31`.
"""

from collections.abc import Iterable, Iterator

from sharecheck.finding import Finding, Fix, Severity, here
from sharecheck.rule import Used, review
from sharecheck.words import listed


@review("DOC12", Severity.WARNING)
def expired_exception(used: Iterable[Used]) -> Iterator[Finding]:
    """Exceptions whose last day has passed, is no day, or is not written as one."""
    for use in used:
        exception = use.suppression
        if not exception.expired(use.today):
            continue
        end = (
            f"ran out on {exception.until}"
            if exception.ends
            else f"has a last day that cannot be read: {exception.until}"
        )
        yield Finding(
            locations=here(exception.place, span=exception.span),
            message=f"the exception from {listed(exception.rules)} {end}",
            consequence="what it left out is reported again",
            help="mend it, or have the exception agreed again: `until 2027-03-31`",
            about=exception.about,
            fix=Fix((exception.without,)) if exception.ends else None,
        )
