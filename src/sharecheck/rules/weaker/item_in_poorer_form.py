"""An item is sent in a poorer form than before.

## Why it matters

What came as a coded result was filed by the system that night. As paper it waits in a tray until somebody types it, and
some of it is typed wrongly.

## Example

```yaml before
flows:
  - id: discharge-summary
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    items: [birth-details, {item: feeding-status, form: coded}]
```

```yaml bad
flows:
  - id: discharge-summary
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    items: [birth-details, {item: feeding-status, form: paper}]  # <-
```

```yaml good
flows:
  - id: discharge-summary
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    items: [birth-details, {item: feeding-status, form: coded}, growth]
```

To say the form that the channel carries at the best takes nothing away:

```yaml before
flows:
  - id: discharge-summary
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    items: [birth-details, feeding-status]
    channel: secure-email
```

```yaml good
flows:
  - id: discharge-summary
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    items: [birth-details, {item: feeding-status, form: structured}]
    channel: secure-email
```

## What to do

Ask why. When a system was changed, ask its supplier for the form that was there.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Severity
from sharecheck.finding.less import less
from sharecheck.model.base import FORMS
from sharecheck.network.facts import RANK
from sharecheck.rule import comparison
from sharecheck.workspace import Flow, Versions


@comparison("WKR09", Severity.WARNING)
def item_in_poorer_form(versions: Versions) -> Iterator[Finding]:
    """Items whose stated form is poorer; what is not stated counts as the best that the channel carried."""
    for after, carried, now in versions.carried:
        best = _best(carried.flow)
        if now.form and RANK[now.form] > max(best, RANK[carried.form or FORMS[0]]):
            yield less(
                f"`{after.id}` carries `{now.id}` as {now.form} now",
                carried.place,
                now.place,
                consequence="who receives it has to read and type it, or cannot use it",
                help=f"`{{item: {now.id}, form: {carried.form or FORMS[best]}}}`",
                about=(after.id, now.id),
            )


def _best(flow: Flow) -> int:
    """The rank of the best form in which a flow can carry anything, by its channel or by its second route."""
    return min(RANK[channel.form] for channel, _ in flow.routes) if flow.channel else RANK[FORMS[0]]
