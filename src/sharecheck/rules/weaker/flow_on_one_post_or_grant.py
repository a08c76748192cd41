"""A flow hangs on one post or one grant now.

## Why it matters

The liaison nurse takes it along, which works well. She has no cover: it does not work in August. And a grant that pays
for it has a last day.

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
    items: [birth-details, feeding-status]
    relies-on: {post: liaison nurse, cover: false}  # <-
```

```yaml good
flows:
  - id: discharge-summary
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    items: [birth-details, feeding-status]
    relies-on: {post: liaison nurse, cover: true}
```

## What to do

Agree who covers the post, or what pays for it afterwards; `sharecheck weak-points` shows what hangs on it.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Severity
from sharecheck.finding.less import less
from sharecheck.rule import comparison
from sharecheck.workspace import Versions


@comparison("WKR16", Severity.WARNING)
def flow_on_one_post_or_grant(versions: Versions) -> Iterator[Finding]:
    """Posts without cover, and funding, on which a flow did not hang before."""
    for before, after in versions.flows:
        old, new = before.shape, after.shape
        if new.relies_on and new.relies_on.cover is False and not (old.relies_on and old.relies_on.cover is False):
            yield less(
                f"`{after.id}` hangs on {new.relies_on.post}, without cover",
                before.place / "relies-on",
                after.place / "relies-on",
                consequence="while that person is away, it is not sent",
                help="agree who stands in, and say `cover: true`",
                about=(after.id, "post"),
            )
        if new.funded_by and new.funded_by != old.funded_by:
            yield less(
                f"`{after.id}` hangs on the funding `{new.funded_by}` now",
                before.place / "funded-by",
                after.place / "funded-by",
                consequence="when the money ends, it ends as well",
                help="say what pays for it afterwards",
                about=(after.id, "funding"),
            )
