"""A flow carries less than before.

## Why it matters

The form has a new layout, and there was no room for how the baby is fed. The health visitor who used to come prepared
now asks a tired mother the same questions again.

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
    items: [birth-details]  # <-
```

```yaml good
flows:
  - id: discharge-summary
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    items: [feeding-status, birth-details, growth]
```

## What to do

Ask who used it. Put it back, or say in an exception why it is not needed any more, which is a good reason.
"""

from collections.abc import Iterator

from sharecheck import words
from sharecheck.finding import Finding, Severity
from sharecheck.finding.less import less
from sharecheck.model.base import many
from sharecheck.rule import comparison
from sharecheck.workspace import Versions


@comparison("WKR07", Severity.ERROR)
def item_left_out(versions: Versions) -> Iterator[Finding]:
    """Items that a flow does not carry any more."""
    for before, after in versions.flows:
        now = {item.id for item in after.items}
        for carried in before.items:
            if carried.id not in now:
                yield less(
                    f"`{after.id}` does not carry `{carried.id}` any more",
                    carried.place,
                    after.place / "items",
                    consequence=f"{words.listed(many(after.shape.to))} no longer learns it from there",
                    help=f"put `{carried.id}` back, or say why nobody needs it",
                    about=(after.id, carried.id),
                )
