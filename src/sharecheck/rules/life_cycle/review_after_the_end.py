"""An agreement is to be reviewed after it has run out.

## Why it matters

It ends in March and is read again in September. In between nobody sends anything, since it no longer holds, and nobody
notices, because the review is still to come. A child born in May has no letter.

## Example

```yaml bad
effective: 2026-04-01
review: 2027-09-30  # <-
expires: 2027-03-31
flows: []
```

```yaml good
effective: 2026-04-01
review: 2027-01-31
expires: 2027-03-31
flows: []
```

On the last day itself there is just time:

```yaml good
effective: 2026-04-01
review: 2027-03-31
expires: 2027-03-31
flows: []
```

## What to do

Bring the review forward, some months before the end: `review: 2027-01-31`; or let it hold until it is reviewed.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Severity, here, related
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("LIF06", Severity.WARNING, sources=("ico-accountability-framework",))
def review_after_the_end(workspace: Workspace) -> Iterator[Finding]:
    """Protocols whose day of review comes after their last day."""
    for protocol in workspace.protocols():
        review, expires = protocol.shape.review, protocol.shape.expires
        if review and expires and review > expires:
            yield Finding(
                locations=(*here(protocol.place / "review"), related(protocol.place / "expires", "the last day")),
                message=f"`{protocol.id}` is reviewed on {review}, after it has run out on {expires}",
                consequence="in between nobody sends anything about a child, and nobody notices",
                help="bring the review forward, or let it hold until it is reviewed: `expires: ...`",
                about=("review", "expires"),
            )
