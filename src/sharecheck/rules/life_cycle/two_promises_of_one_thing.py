"""Two agreements in force promise the same thing with different limits.

## Why it matters

The old one says two days, the new one ten, and both are in the drawer. Who sends goes by the ten days, who waits by the
two; the health visitor calls on the third day and is told that nothing is late.

## Example

```yaml bad
sharecheck: area/1
id: northshire
nation: england
protocols: partial
parties:
  - {id: maternity, service: midwifery}
  - {id: health-visiting, service: health-visiting}
---
sharecheck: protocol/1
id: handover-2019
status: in-force
flows:
  - id: discharge
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    items: [feeding-status, growth]
---
sharecheck: protocol/1
id: postnatal-care
status: in-force
flows:
  - id: summary
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P10D  # <-
    items: [growth, feeding-status]
```

What is sent by two ways, one of them quick, is one promise in one agreement:

```yaml good
sharecheck: protocol/1
id: postnatal-care
status: in-force
flows:
  - id: call
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: PT4H
    channel: telephone
    items: [feeding-status]
  - id: summary
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P10D
    channel: system-message
    items: [feeding-status]
```

## What to do

Find out which one people go by, and withdraw the other: `status: withdrawn`.
"""

from collections.abc import Iterator

from sharecheck import words
from sharecheck.model.base import many
from sharecheck.rule import Finding, Severity, rule
from sharecheck.workspace import Area, Flow, Workspace

Promise = tuple[tuple[str, ...], tuple[str, ...], str, frozenset[str], str | None]
"""From whom, to whom, at which event, what, and by which channel."""


@rule("LIF09", Severity.WARNING, sources=("ico-data-sharing-code",), alone=False)
def two_promises_of_one_thing(workspace: Workspace) -> Iterator[Finding]:
    """Flows of two protocols in force with the same parties, event, items and channel, and another limit."""
    for area in workspace.areas:
        first: dict[Promise, Flow] = {}
        for promise, flow in _promises(area):
            other = first.setdefault(promise, flow)
            if other.protocol is flow.protocol or not flow.within or not other.within:
                continue
            if flow.within.longest_hours != other.within.longest_hours:
                yield Finding(
                    flow.place / "within",
                    f"`{flow.id}` may take {words.span(flow.within.longest_hours)}, and `{other.id}` of "
                    f"`{other.protocol.id}` promises the same in {words.span(other.within.longest_hours)}",
                    consequence="who sends goes by one of them and who waits by the other",
                    help="find out which one holds; withdraw the other, `status: withdrawn`, or give it the same limit",
                    also=((other.place / "within", "the same is promised here"),),
                    about=(flow.id, other.protocol.id, other.id),
                )


def _promises(area: Area) -> Iterator[tuple[Promise, Flow]]:
    for flow in area.promised:
        if flow.protocol.in_force and len(flow.when) == 1 and flow.when[0].event and flow.carries:
            shape = flow.shape
            senders, recipients = (tuple(sorted(many(ids))) for ids in (shape.from_, shape.to))
            yield (senders, recipients, flow.when[0].event, flow.carries, shape.channel), flow
