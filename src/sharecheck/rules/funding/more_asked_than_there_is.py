"""Flows ask a party for more time than it has.

## Why it matters

Nobody decides to leave out the letter about the deaf baby. The team has fifty hours a month for sending and reading,
the agreements ask for eighty, and what is left lying is chance.

## Example

```yaml bad
sharecheck: area/1
id: northshire
nation: england
protocols: partial
births-a-year: 4200
parties:
  - {id: maternity, service: midwifery}
  - {id: health-visiting, service: health-visiting}
capacity:
  - party: health-visiting
    minutes-a-month: 3000  # <-
---
flows:
  - id: discharge
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    channel: telephone
    items: [feeding-status]
```

```yaml good
sharecheck: area/1
id: northshire
nation: england
protocols: partial
births-a-year: 4200
parties:
  - {id: maternity, service: midwifery}
  - {id: health-visiting, service: health-visiting}
capacity:
  - {party: health-visiting, minutes-a-month: 3000}
---
flows:
  - id: discharge
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    channel: system-message
    items: [feeding-status]
```

What is sent for few of the children says so:

```yaml good
sharecheck: area/1
id: northshire
nation: england
protocols: partial
births-a-year: 4200
parties:
  - {id: maternity, service: midwifery}
  - {id: health-visiting, service: health-visiting}
capacity:
  - {party: health-visiting, minutes-a-month: 3000}
---
flows:
  - id: discharge
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    channel: telephone
    times-a-year: 400
    items: [feeding-status]
```

## What to do

`sharecheck capacity` shows what asks for the time. Send it by a channel that nobody has to type into, send it for those
children only who need it, or give the team the time. The minutes of a channel and how often things come up are our
estimates: where you have counted, say `times-a-year` of a flow, or give the channel its own minutes in a catalogue.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Severity, here, related
from sharecheck.rule import rule
from sharecheck.workspace import Area, Workspace
from sharecheck.workspace.workload import Workload, workloads

_NAMED = 3


@rule("FUN04", Severity.WARNING, sources=("eif-10-insights",), alone=False)
def more_asked_than_there_is(workspace: Workspace) -> Iterator[Finding]:
    """Parties whose `capacity` is less than what sending and reading take by our estimates."""
    for area in workspace.areas:
        if area.shape is not None and area.shape.capacity:
            for load in workloads(area):
                if load.too_much:
                    yield from _finding(area, load)


def _finding(area: Area, load: Workload) -> Iterator[Finding]:
    capacities = (area.shape and area.shape.capacity) or ()
    index = max(index for index, capacity in enumerate(capacities) if capacity.party == load.party)
    if area.document is None:
        return
    heaviest = load.heaviest[:_NAMED]
    first = heaviest[0]
    yield Finding(
        locations=(
            *here(area.document.place / "capacity" / index / "minutes-a-month"),
            *(related(task.flow.place / "id", f"about {task.minutes:,.0f} minutes a month") for task in heaviest),
        ),
        message=f"`{load.party}` has {load.has:,} minutes a month for sending and reading, and flows ask it for about "
        f"{round(load.total, -2):,.0f}",
        consequence="what is left lying is chance: it may be the letter about the deaf baby",
        help=f"`{first.flow.id}` asks for most, {first.minutes:,.0f} minutes by our estimate: another channel, fewer "
        "children (`times-a-year`), or more time; `sharecheck capacity` shows all",
        about=(load.party, "capacity"),
    )
