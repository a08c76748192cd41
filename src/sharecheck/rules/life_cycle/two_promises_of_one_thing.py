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

The one may begin when the other has run out:

```yaml good
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
expires: 2027-03-31
flows:
  - id: discharge
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    items: [growth]
---
sharecheck: protocol/1
id: postnatal-care
status: in-force
effective: 2027-04-01
flows:
  - id: summary
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P1D
    items: [growth]
```

## What to do

Find out which one people go by, and withdraw the other, `status: withdrawn`, or let it end before the new one begins:
`expires: 2027-03-31`.
"""

from collections.abc import Iterator
from datetime import date

from sharecheck import model
from sharecheck.finding import Finding, Severity, here, related
from sharecheck.model.base import many
from sharecheck.model.length import limit_words, surely_different
from sharecheck.rule import rule
from sharecheck.workspace import Area, Flow, Workspace

Promise = tuple[tuple[str, ...], tuple[str, ...], str, frozenset[str], str | None]
"""From whom, to whom, at which event, what, and by which channel."""


@rule("LIF09", Severity.WARNING, sources=("ico-data-sharing-code",), alone=False)
def two_promises_of_one_thing(workspace: Workspace) -> Iterator[Finding]:
    """Flows of two protocols in force at one time, with the same parties, event, items and channel, another limit."""
    for area in workspace.areas:
        alike: dict[Promise, list[Flow]] = {}
        for promise, flow in _promises(area):
            alike.setdefault(promise, []).append(flow)
        several = (sorted(flows, key=_age) for flows in alike.values() if len(flows) > 1)
        for flow, before in ((flow, flows[:number]) for flows in several for number, flow in enumerate(flows)):
            other = next((earlier for earlier in before if _differ(earlier, flow)), None)
            if other is not None and flow.within and other.within:
                yield Finding(
                    locations=(
                        *here(flow.place / "within"),
                        related(other.place / "within", "the same is promised here"),
                    ),
                    message=f"`{flow.id}` may take {limit_words(flow.within)}, and `{other.id}` of "
                    f"`{other.protocol.id}` promises the same in {limit_words(other.within)}",
                    consequence="who sends goes by one of them and who waits by the other",
                    help="find out which one holds; withdraw the other, `status: withdrawn`, or give it the same limit",
                    about=(flow.id, other.protocol.id, other.id),
                )


def _age(flow: Flow) -> tuple[str, str, str]:
    """What sorts the older promise first, in whatever order the files come."""
    return str(flow.protocol.shape.effective or ""), flow.protocol.id, flow.id


def _differ(flow: Flow, other: Flow) -> bool:
    """Whether two flows with limits, of protocols that are in force on the same day, have not the same one."""
    if flow.protocol is other.protocol or not flow.within or not other.within:
        return False
    return surely_different(flow.within, other.within) and _meet(flow.protocol.shape, other.protocol.shape)


def _meet(protocol: model.Protocol, other: model.Protocol) -> bool:
    """Whether there is a day on which both are in force, as far as their first and last days are stated."""
    first = max(day or date.min for day in (protocol.effective, other.effective))
    last = min(day or date.max for day in (protocol.expires, other.expires))
    return first <= last


def _promises(area: Area) -> Iterator[tuple[Promise, Flow]]:
    for flow in area.current_flows:
        if flow.protocol.in_force and len(flow.when) == 1 and flow.when[0].event and flow.carries:
            shape = flow.shape
            senders, recipients = (tuple(sorted(many(ids))) for ids in (shape.from_, shape.to))
            yield (senders, recipients, flow.when[0].event, flow.carries, shape.channel), flow
