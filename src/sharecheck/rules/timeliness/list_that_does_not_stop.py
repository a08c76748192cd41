"""A list brings families to a service, and no word stops it when their baby has died.

## Why it matters

The list of births is made once a month. On the third a baby dies; on the twentieth its parents get an invitation to the
baby group. They will remember the letter for the rest of their lives, and who sent it.

## Example

```yaml bad
sharecheck: area/1
id: northshire
nation: england
protocols: complete
parties:
  - {id: child-health, service: child-health-information}
  - {id: family-hub, service: family-hub}
---
flows:
  - id: list-of-births
    from: child-health
    to: family-hub
    when:
      every: P1M  # <-
    within: P5D
    items: [identity, address]
```

```yaml good
sharecheck: area/1
id: northshire
nation: england
protocols: complete
parties:
  - {id: child-health, service: child-health-information}
  - {id: family-hub, service: family-hub}
---
flows:
  - id: list-of-births
    from: child-health
    to: family-hub
    when: {every: P1M}
    within: P5D
    items: [identity, address]
  - id: death
    from: child-health
    to: family-hub
    when: {event: child-death}
    within: PT12H
    matched-by: [identity]
    items: [death-notice]
```

## What to do

Add a flow that stops it, one that is not itself a list as seldom as this one: `death-notice` at `child-death`,
`contact-stop` at `pregnancy-loss`. Better, send about each family when it happens, and no list.
"""

from collections.abc import Iterator

from sharecheck.document import Place
from sharecheck.model.base import many
from sharecheck.network.build import PARENT
from sharecheck.rule import Finding, Severity, rule
from sharecheck.workspace import Flow, Workspace

REACHED = frozenset({"address", "contact-details", "identity", "mother-identity"})
"""Items with which a family can be written to."""
STOPS = frozenset({"death-notice", "contact-stop"})
"""Items that stop a letter."""


@rule(
    "TIM09",
    Severity.WARNING,
    sources=("antenatal-transition-local", "nems-events", "lancashire-births-2013"),
    alone=False,
)
def list_that_does_not_stop(workspace: Workspace) -> Iterator[Finding]:
    """Complete areas with a batch that tells a party how to reach families, and no quicker flow that says stop."""
    for area in workspace.areas:
        if not area.complete:
            continue
        stops = area.promised.carrying(STOPS)
        for flow in area.promised.in_batches:
            batch = _batch(flow)
            if batch is None or REACHED.isdisjoint(flow.carries):
                continue
            place, hours = batch
            warned = {id for stop in stops if _waits(stop) < hours for id in many(stop.shape.to)}
            unwarned = [id for id in many(flow.shape.to) if id not in warned and id != PARENT]
            if unwarned:
                yield Finding(
                    place,
                    f"`{unwarned[0]}` gets families by the list `{flow.id}`, and no quicker flow tells it of a death",
                    "parents whose baby has died are invited to the baby group",
                    f"add a flow to `{unwarned[0]}` that is quicker than the list: `death-notice` at `child-death`",
                    about=(flow.id, unwarned[0]),
                )


def _batch(flow: Flow) -> tuple[Place, float] | None:
    """Where it says that it goes out in a batch, and the hours between two of them."""
    several = isinstance(flow.shape.when, tuple)
    for index, when in enumerate(flow.when):
        if when.every:
            place = flow.place / "when" / index if several else flow.place / "when"
            return place / "every", when.every.longest_hours
    return None


def _waits(flow: Flow) -> float:
    """Hours for which it may wait before it is sent: as many as are between two batches, if it goes in no other way."""
    return min((when.every.longest_hours if when.every else 0.0 for when in flow.when), default=0.0)
