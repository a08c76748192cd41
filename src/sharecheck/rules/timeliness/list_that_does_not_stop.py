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
from functools import partial

from sharecheck import words
from sharecheck.document import Place
from sharecheck.finding import Finding, Severity
from sharecheck.finding.members import each_of, verb
from sharecheck.model.base import Duration, many
from sharecheck.model.length import surely_equal, surely_longer
from sharecheck.network.build import PARENT
from sharecheck.rule import rule
from sharecheck.workspace import Flow, Workspace


@rule(
    "TIM09",
    Severity.WARNING,
    sources=("antenatal-transition-local", "nems-events", "lancashire-births-2013"),
    alone=False,
)
def list_that_does_not_stop(workspace: Workspace) -> Iterator[Finding]:
    """Complete areas with a batch that tells a party how to reach families, and no quicker flow that says stop."""
    vocabulary = workspace.vocabulary
    reached = vocabulary.items_with("home-address", "way-to-reach", "name-and-birth", "mothers-identity")
    for area in workspace.areas:
        if not area.complete:
            continue
        stops = area.current_flows.carrying(vocabulary.items_with("stops-contact"))
        for flow in area.current_flows.in_batches:
            batch = _batch(flow)
            if batch is None or reached.isdisjoint(flow.carries):
                continue
            place, every = batch
            warned = {id for stop in stops if _quicker(stop, every) for id in many(stop.shape.to)}
            unwarned = [id for id in many(flow.shape.to) if id not in warned and id != PARENT]
            yield from each_of(
                ((id, place) for id in unwarned),
                partial(_message, flow.id),
                "parents whose baby has died are invited to the baby group",
                lambda party: f"add a flow to `{party}` that is quicker than the list: `death-notice` at `child-death`",
                about=(flow.id,),
            )


def _message(flow: str, unwarned: tuple[str, ...]) -> str:
    get = f"{words.listed(unwarned)} {verb(unwarned, 'gets', 'get')} families by the list `{flow}`"
    return f"{get}, and no quicker flow tells {verb(unwarned, 'it', 'them')} of a death"


def _batch(flow: Flow) -> tuple[Place, Duration] | None:
    """Where a flow says that it goes out in a batch, and how long it is between two batches."""
    several = isinstance(flow.shape.when, tuple)
    for index, when in enumerate(flow.when):
        if when.every:
            place = flow.place / "when" / index if several else flow.place / "when"
            return place / "every", when.every
    return None


def _quicker(flow: Flow, every: Duration) -> bool:
    """Whether a flow may be sent without waiting for as long as it is between two batches of a list."""
    waits = (when.every for when in flow.when)
    return not flow.when or any(wait is None or not _as_long(wait, every) for wait in waits)


def _as_long(wait: Duration, every: Duration) -> bool:
    return surely_longer(wait, every) or surely_equal(wait, every)
