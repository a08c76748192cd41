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

So it is with the second route:

```yaml before
flows:
  - id: discharge-summary
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    items: [birth-details, feeding-status]
    channel: system-message
    fallback: {channel: secure-email, within: P2D}
```

```yaml bad
flows:
  - id: discharge-summary
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    items: [birth-details, feeding-status]
    channel: system-message
    fallback: {channel: secure-email, within: P9D}  # <-
```

## What to do

Ask who plans by the limit. A longer one can be the honest one: then say so in an exception.
"""

from collections.abc import Iterator

from sharecheck.document import Place
from sharecheck.finding import Finding, Severity
from sharecheck.finding.less import less
from sharecheck.model.base import Limit, WorkingDays
from sharecheck.model.length import limit_words, surely_longer
from sharecheck.rule import comparison
from sharecheck.workspace import Flow, Versions


@comparison("WKR10", Severity.WARNING)
def longer_time_limit(versions: Versions) -> Iterator[Finding]:
    """Flows with a longer limit, or with none where there was one; and second routes."""
    for before, after in versions.flows:
        now = {keys: (limit, place) for keys, limit, place in _limits(after)}
        for keys, was, place in _limits(before):
            limit, later = now.get(keys, (was, place))  # a second route that is gone is told as such
            if was is None or (limit is not None and not surely_longer(limit, was)):
                continue
            now_takes = limit_words(limit) if limit else "as long as it likes"
            yield less(
                f"{'the second route of ' if keys else ''}`{after.id}` may take {now_takes}; it was {limit_words(was)}",
                place,
                later,
                consequence="who plans by the old limit meets the child without it",
                help=f"ask who plans by it, or say {typed_limit(was)} again",
                about=(after.id, *keys),
            )


def _limits(flow: Flow) -> Iterator[tuple[tuple[str, ...], Limit | None, Place]]:
    """How long a flow and its second route may take: under which key, and where that stands."""
    yield (), flow.within, flow.place / "within"
    if second := flow.shape.fallback:
        yield ("fallback",), second.within, flow.place / "fallback" / "within"


def typed_limit(limit: Limit) -> str:
    """A limit as it is typed."""
    return (
        f"`within: {{working-days: {limit.working_days}}}`" if isinstance(limit, WorkingDays) else f"`within: {limit}`"
    )
