"""A flow has lost a sender or a recipient.

## Why it matters

The GP was on the list of who receives the discharge summary. In the new version the list is shorter by one. Nobody
struck the GP out; the line was copied from another flow.

## Example

```yaml before
flows:
  - id: discharge-summary
    from: maternity
    to: [health-visiting, general-practice]
    when: {event: midwife-discharge}
    within: P2D
    items: [birth-details, feeding-status]
```

```yaml bad
flows:
  - id: discharge-summary
    from: maternity
    to: health-visiting  # <-
    when: {event: midwife-discharge}
    within: P2D
    items: [birth-details, feeding-status]
```

```yaml good
flows:
  - id: discharge-summary
    from: maternity
    to: [general-practice, health-visiting, family-hub]
    when: {event: midwife-discharge}
    within: P2D
    items: [birth-details, feeding-status]
```

## What to do

Ask the one who was left out whether the flow is missed, and put the name back.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Severity
from sharecheck.finding.less import less
from sharecheck.model.base import many
from sharecheck.rule import comparison
from sharecheck.workspace import Flow, Versions


@comparison("WKR06", Severity.ERROR)
def party_left_out(versions: Versions) -> Iterator[Finding]:
    """Senders and recipients who are left out."""
    for before, after in versions.flows:
        for key, was, now in (
            ("from", before.shape.from_, after.shape.from_),
            ("to", before.shape.to, after.shape.to),
        ):
            for party in many(was):
                if party not in many(now):
                    yield _left_out(before, after, key, party)


def _left_out(before: Flow, after: Flow, key: str, party: str) -> Finding:
    change = f"is not sent by `{party}` any more" if key == "from" else f"does not go to `{party}` any more"
    return less(
        f"`{after.id}` {change}",
        before.place / key,
        after.place / key,
        consequence=f"what only `{party}` knows stays there" if key == "from" else f"`{party}` will wait for it",
        help=f"ask `{party}` whether that was meant, and put it back under `{key}:`",
        about=(after.id, key, party),
    )
