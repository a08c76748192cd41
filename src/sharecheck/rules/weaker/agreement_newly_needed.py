"""A flow hangs on a yes that nobody needed before.

## Why it matters

The summary went for every child. Now the parent is asked first. That can be right; but the families of whom it matters
most are those who are not asked, or who say no to everybody.

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
    agreement: {ask: parent}  # <-
```

To tell the parent is not to ask:

```yaml good
flows:
  - id: discharge-summary
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    items: [birth-details, feeding-status]
    agreement: {inform: parent}
```

## What to do

Where the law gives another ground, keep to it, and tell the parent. Where the yes is meant, say `if-refused`.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Severity
from sharecheck.finding.less import less
from sharecheck.rule import comparison
from sharecheck.workspace import Flow, Versions


@comparison("WKR18", Severity.WARNING)
def agreement_newly_needed(versions: Versions) -> Iterator[Finding]:
    """Flows that ask for an agreement, or rest on consent, and did not."""
    for before, after in versions.flows:
        old, new = before.shape.agreement, after.shape.agreement
        if new and new.ask and not (old and old.ask):
            yield _asks(before, after, "asks for an agreement now, and did not", "agreement")
        was, now = ({basis.article_6 for basis, _ in flow.bases} for flow in (before, after))
        if CONSENT in now and CONSENT not in was:
            yield _asks(before, after, "rests on consent now, and did not", "basis")


CONSENT = "6(1)(a)"


def _asks(before: Flow, after: Flow, change: str, key: str) -> Finding:
    return less(
        f"`{after.id}` {change}",
        before.place / key,
        after.place / key,
        consequence="of a child whose parent was not asked, or said no, it is not sent",
        help="say what goes all the same: `if-refused: [safeguarding]`; or tell instead of asking: `inform: parent`",
        about=(after.id, key),
    )
