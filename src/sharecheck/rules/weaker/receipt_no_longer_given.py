"""Nobody makes sure any more that a flow arrives.

## Why it matters

A message that is lost makes no noise. It was noticed because the ward waited for a receipt and rang after a day.
Without that, it is noticed by the child.

## Example

```yaml before
flows:
  - id: discharge-summary
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    items: [birth-details, feeding-status]
    receipt: {acknowledged: true, chase-after: P1D, owner: duty desk}
```

```yaml bad
flows:
  - id: discharge-summary
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    items: [birth-details, feeding-status]
    receipt: {acknowledged: true, chase-after: P5D, owner: duty desk}  # <-
```

```yaml good
flows:
  - id: discharge-summary
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    items: [birth-details, feeding-status]
    receipt: {acknowledged: true, chase-after: PT12H, owner: discharge desk}
```

## What to do

Put the receipt, the day on which it is chased, and who chases it back.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Severity
from sharecheck.finding.less import less
from sharecheck.model.length import limit_words, surely_longer
from sharecheck.rule import comparison
from sharecheck.workspace import Flow, Versions


@comparison("WKR14", Severity.WARNING)
def receipt_no_longer_given(versions: Versions) -> Iterator[Finding]:
    """Receipts that are gone, chased later, or by nobody."""
    for before, after in versions.flows:
        for message, key, what in _less(before, after):
            yield less(
                f"`{after.id}` {message}",
                before.place / "receipt" / key if key else before.place / "receipt",
                after.place / "receipt" / key if key else after.place / "receipt",
                consequence="when it does not arrive, nobody notices in time",
                help="say it again: `receipt: {acknowledged: true, chase-after: P1D, owner: duty desk}`",
                about=(after.id, what),
            )


def _less(before: Flow, after: Flow) -> Iterator[tuple[str, str, str]]:
    """What is less, the key below `receipt` at which that stands, and the key that the finding is about."""
    old, new = before.shape.receipt, after.shape.receipt
    if old is None:
        return
    if old.acknowledged and not (new and new.acknowledged):
        yield "is not acknowledged any more", "", "acknowledged"
    elif new is not None:
        was, now = old.chase_after, new.chase_after
        if was is not None and (now is None or surely_longer(now, was)):
            yield (
                f"is chased {f'after {limit_words(now)}' if now else 'nobody knows when'}; it was after "
                f"{limit_words(was)}",
                "chase-after",
                "chase-after",
            )
        if old.owner and not new.owner:
            yield "has nobody any more who chases it", "", "owner"
