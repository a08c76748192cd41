"""Nothing but the calendar brings an agreement to a review.

## Why it matters

In May a baby is missed because two mailboxes were merged. The agreement will be read again in eighteen months. By then
nobody remembers the baby, and the next one has been missed in the same way.

## Example

```yaml bad
sharecheck: protocol/1
id: handover  # <-
review: 2028-03-31
flows:
  - {id: discharge, from: maternity, to: health-visiting, when: {event: midwife-discharge}, items: [feeding-status]}
```

```yaml good
sharecheck: protocol/1
id: handover
review: 2028-03-31
flows:
  - {id: discharge, from: maternity, to: health-visiting, when: {event: midwife-discharge}, items: [feeding-status]}
governance:
  review-triggers: [a child missed by a flow of this agreement, a new record system at one of the parties]
```

## What to do

Say what brings the review forward: `review-triggers: [a child missed, a breach, a change in the law, a new record
system]` under `governance`.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Lack, Severity, here
from sharecheck.law.clauses import lacking
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("LIF03", Severity.INFORMATION, sources=("ico-accountability-framework", "ico-code-navigating"))
def review_without_occasion(workspace: Workspace) -> Iterator[Finding]:
    """Agreements without `review-triggers`."""
    for protocol, place in lacking(workspace, lambda governance: governance.review_triggers):
        yield Finding(
            locations=here(place),
            message=f"nothing but the calendar brings `{protocol.id}` to a review",
            consequence="when a child was missed, the next one is missed in the same way until then",
            help="say what brings it forward, under `governance`: `review-triggers: [a child missed, a breach]`",
            about=("review-triggers",),
            lacks=Lack("what brings a review forward", ("governance/review-triggers: [a child missed, a breach]",)),
        )
