"""Knowledge misses a flow that is sent before it is known.

## Why it matters

A form that is sent once, at booking or at birth, carries what is known on that day. What comes to light a week
later has missed it: a hearing screen done after the discharge summary has gone is known to nobody but who did it.

## Example

How the baby is fed is written down when the midwife discharges, at 8 to 10 days:

```yaml bad
sharecheck: pathway/1
id: small
nation: england
events:
  - {id: transfer-home, title: Transfer home, window: {age: {from: P0D, to: P5D}}}
  - {id: midwife-discharge, title: Discharge from midwifery, window: {age: {from: P8D, to: P10D}}}
  - {id: new-birth-visit, title: New birth visit, window: {age: {from: P10D, to: P14D}}}
records:
  - {service: midwifery, event: midwife-discharge, items: [feeding-status]}
transitions:
  - id: handover
    title: Midwifery to health visiting
    to: health-visiting
    at: new-birth-visit
    source: qs37-1
    strength: national-standard
    verified: "yes"
    needs: [{item: feeding-status, weight: critical}]
---
sharecheck: protocol/1
id: example
flows:
  - id: transfer-summary
    from: maternity
    to: health-visiting
    when: {event: transfer-home}
    within: P1D
    items: [feeding-status]  # <-
```

What is written down at an event goes out with a flow of that same event:

```yaml good
flows:
  - id: discharge-summary
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: PT0H
    items: [birth-details, feeding-status]
```

## How much it weighs

An error where the need is critical and its source was read, at least in part. A warning where the need is important,
and where it is critical but only proposed, its source was not opened, or it is local practice that was read in part.
Information where it is useful. The pathway says which: `weight`, `strength`, `verified`, `source`.

## What to do

Send it again when the sender has learned more, at a later event or with `when: {on: change}`.
"""

from collections.abc import Iterator

from sharecheck import words
from sharecheck.advice.advice import cheapest, sent_at_once
from sharecheck.advice.finding import finding, gaps
from sharecheck.advice.routes import also_carried, holders
from sharecheck.finding import Finding, Severity
from sharecheck.network import Arc
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("GAP06", Severity.ERROR, sources=("qs37-1",), alone=False)
def mistimed_knowledge(workspace: Workspace) -> Iterator[Finding]:
    """Needs that would be met if a flow were sent again after its sender knew."""
    for gap in gaps(workspace, "mistimed"):
        hop = gap.outcome.blamed
        flow = gap.flow.id if gap.flow else ""
        events = [trigger.event for trigger in gap.flow.when if trigger.event] if gap.flow else []
        sent = f"once, at `{events[0]}`" if len(events) == 1 else f"only at {words.listed(events)}"
        sender = hop.via.tail.party if hop and isinstance(hop.via, Arc) else ""
        known = words.age(gap.outcome.hops[gap.outcome.blame - 1].age) if gap.outcome.blame else "later"
        again = sent_at_once(gap, hop.via, again=True) if gap.flow and hop and isinstance(hop.via, Arc) else ()
        advice = cheapest(gap, (*again, *also_carried(gap, holders(gap))))
        yield finding(
            gap,
            f"`{flow}` is sent {sent}, when `{sender}` may not know {gap.item} yet "
            f"({known} at the latest); {gap.party} needs it by {gap.by}",
            advice.text if advice else f"let `{sender}` send `{flow}` again when it learns more{gap.still}",
        )
