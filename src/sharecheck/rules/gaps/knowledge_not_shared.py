"""Somebody holds the knowledge, and no way leads to who needs it.

## Why it matters

The family has told it once, and it stays where it was told. The next service starts without it, and asks again, or
does not know that there is something to ask.

## Example

```yaml bad
sharecheck: area/1
id: northshire
nation: england
pathway: small
protocols: complete
parties:
  - {id: maternity, service: midwifery}
  - {id: health-visiting, service: health-visiting}  # <-
  - {id: gps, service: general-practice}
---
sharecheck: protocol/1
id: maternity-to-gps
flows:
  - id: birth-summary
    from: maternity
    to: gps
    when: {event: birth}
    within: P2D
    items: [birth-details]
```

```yaml good
flows:
  - id: birth-summary
    from: maternity
    to: [gps, health-visiting]
    when: {event: birth}
    within: P2D
    items: [birth-details]
```

An area whose list of protocols is `partial` may well have a protocol that is not here, and nothing is said of it.

```yaml good
sharecheck: area/1
id: northshire
nation: england
pathway: small
protocols: partial
parties:
  - {id: maternity, service: midwifery}
  - {id: health-visiting, service: health-visiting}
```

## How much it weighs

An error where the need is critical and its source was read, at least in part. A warning where the need is important,
and where it is critical but only proposed, its source was not opened, or it is local practice that was read in part.
Information where it is useful. The pathway says which: `weight`, `strength`, `verified`, `source`.

## What to do

Add the item to a flow that goes there in time, or agree a flow. The finding names a flow that would do, where there
is one."""

from collections.abc import Iterator

from sharecheck import words
from sharecheck.advice.advice import cheapest
from sharecheck.advice.finding import finding, gaps
from sharecheck.advice.routes import also_carried, asked_of_parent, new_flow
from sharecheck.document import Place
from sharecheck.explain import Gap
from sharecheck.finding import Finding, Severity
from sharecheck.network.build import PARENT
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("GAP08", Severity.ERROR, sources=("qs37-1",), alone=False)
def knowledge_not_shared(workspace: Workspace) -> Iterator[Finding]:
    """Needs of what somebody in the area holds and no way leads on."""
    for gap in gaps(workspace, "not-shared"):
        help, place = _mend(gap)
        yield finding(
            gap, f"{gap.item} does not reach {gap.party} by {gap.by}: {gap.held}, and no way leads on", help, place
        )


def _mend(gap: Gap) -> tuple[str, Place | None]:
    holders = tuple(holder.fact for holder in gap.outcome.holders)
    advice = cheapest(gap, also_carried(gap, holders)) or new_flow(gap, holders)
    if advice is not None:
        return advice.text, advice.place
    surest = gap.outcome.surest
    if surest[0].standing != "in time":
        return f"agree who surely holds it by then, and a flow from there to {gap.party}", gap.party_place
    services = [holder.fact.party for holder in surest if holder.fact.party != PARENT]
    if not services:
        return asked_of_parent(gap), gap.party_place
    return f"agree a flow from {words.listed(services)} to {gap.party}", gap.party_place
