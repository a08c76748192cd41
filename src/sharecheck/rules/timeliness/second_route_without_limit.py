"""A second route has no time limit, or is the first one.

## Why it matters

The line is down, and the agreement says: then by telephone. When? After an hour, or on Monday? The second route is used
on the worst days, and on those nobody has time to think about it.

## Example

```yaml bad
flows:
  - id: discharge
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: PT24H
    channel: system-message
    fallback:
      channel: telephone  # <-
    items: [feeding-status]
```

```yaml good
flows:
  - id: discharge
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: PT24H
    channel: system-message
    fallback: {channel: telephone, within: PT24H}
    items: [feeding-status]
```

A second route that is the first one is none:

```yaml bad
flows:
  - id: discharge
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P5D
    channel: secure-email
    fallback:
      channel: secure-email  # <-
      within: P7D
    items: [feeding-status]
```

## What to do

Say how long the second route may take, counted from the same trigger: `fallback: {channel: telephone, within: P2D}`,
and take one that does not fail together with the first.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Severity, here
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("TIM06", Severity.WARNING, sources=("ico-data-sharing-code", "ico-accountability-framework"))
def second_route_without_limit(workspace: Workspace) -> Iterator[Finding]:
    """Fallbacks without `within` in agreements, and those by the same channel as the first route."""
    for flow in workspace.stating("fallback"):
        fallback = flow.shape.fallback
        if fallback is None:
            continue
        if fallback.channel == flow.shape.channel:
            yield Finding(
                locations=here(flow.place / "fallback" / "channel"),
                message=f"the second route of `{flow.id}` is the first one, `{fallback.channel}`",
                consequence="both fail together, and on that day nothing is sent about any child",
                help="take one that does not fail with the first, for example `channel: telephone`",
                about=(flow.id, "same-route"),
            )
        elif fallback.within is None and flow.protocol.agreement:
            yield Finding(
                locations=here(flow.place / "fallback" / "channel"),
                message=f"the second route of `{flow.id}` has no time limit",
                consequence="it is used on the worst days, and on those nobody can tell when it is late",
                help=f"say how long it may take: `fallback: {{channel: {fallback.channel}, within: ...}}`",
                about=(flow.id, "fallback"),
            )
