"""A flow has no time limit.

## Why it matters

Until a limit has passed, nobody can say that a handover has failed. A flow that may take for ever is one that nobody
chases: the health visitor comes to the new birth visit, and what the midwife knew is still on its way.

That each flow needs a limit is our own judgement: the code on data sharing sets none.

## Example

```yaml bad
flows:
  - id: birth-summary  # <-
    from: maternity
    to: health-visiting
    when: {event: birth}
    items: [birth-details]
```

Say how long it may take:

```yaml good
flows:
  - id: birth-summary
    from: maternity
    to: health-visiting
    when: {event: birth}
    within: P2D
    items: [birth-details]
```

What is looked up when it is needed takes no time, a parent is not held to a limit, and a card for parents that is
about no child has nothing to be late with:

```yaml good
flows:
  - id: shared-record
    from: maternity
    to: health-visiting
    when: {on: access}
    channel: shared-record
    items: [birth-details]
  - id: registration
    from: parent
    to: nursery
    when: {event: nursery-start}
    items: [allergies-and-conditions]
  - id: welcome-card
    from: nursery
    to: parent
    when: {event: nursery-start}
```

A list that goes out every so often says how long after the end of the period it may take:

```yaml bad
flows:
  - id: monthly-list  # <-
    from: maternity
    to: health-visiting
    when: {every: P1M}
    items: [birth-details]
```

A page that only describes an arrangement, or a message, promises nothing. There it is said that nobody says how soon,
so that it can be asked:

```yaml bad
encoded-from: {title: Newborn event message, read: complete, text: description}
flows:
  - id: publish  # <-
    from: maternity
    to: health-visiting
    when: {event: birth}
    channel: system-message
    items: [birth-details]
```

## What to do

Agree how long it may take until the recipient has it, and say so: `within: P2D`, `within: PT36H`, or
`within: {working-days: 5}`. Ask it of those who keep what only describes it.
"""

from collections.abc import Iterator
from functools import partial
from itertools import groupby

from sharecheck import words
from sharecheck.finding import Finding, Severity
from sharecheck.finding.members import each_of, verb
from sharecheck.rule import rule
from sharecheck.workspace import Flow, Workspace


@rule("TIM01", Severity.WARNING, sources=("ico-data-sharing-code",))
def flow_without_time_limit(workspace: Workspace) -> Iterator[Finding]:
    """Flows without `within`, but for those that are looked up, that a parent sends, or of a text read in part."""
    for _, same in groupby(filter(_unlimited, workspace.current_flows()), key=lambda flow: flow.protocol):
        flows = list(same)
        yield from each_of(
            ((flow.id, flow.place / "id") for flow in flows),
            _unagreed if flows[0].protocol.agreement else _undescribed,
            "nobody can say when it has failed, so nobody chases it",
            partial(_help, {flow.id: flow for flow in flows}),
            about=(),
        )


def _unlimited(flow: Flow) -> bool:
    free = flow.looked_up or flow.by_parent or flow.leaflet
    return flow.within is None and flow.protocol.read_in_full and not free


def _unagreed(flows: tuple[str, ...]) -> str:
    return f"{words.listed(flows)} {verb(flows, 'has', 'have')} no time limit"


def _undescribed(flows: tuple[str, ...]) -> str:
    return f"nobody says how soon {words.listed(flows)} {verb(flows, 'arrives', 'arrive')}"


def _help(flows: dict[str, Flow], id: str) -> str:
    flow = flows[id]
    if not flow.protocol.agreement:
        return "ask those who keep it how long it may take, and say so under `within`"
    if any(when.every for when in flow.when):
        return "agree how long after the end of each period it may take, and say so: for example `within: P5D`"
    quick = flow.carries_safeguarding or (flow.channel is not None and flow.channel.minutes_to_send == 0)
    example = "within: PT24H" if quick else "within: P2D"
    return f"agree how long it may take, and say so: for example `{example}`"
