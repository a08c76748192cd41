"""A service hands a child over for good, and nothing says who is responsible until the other one has it.

## Why it matters

The unit has discharged, the team at home has not yet read. For a fragile baby these are the days that count. Each side
is sure that the other one has it.

## Example

```yaml bad
flows:
  - id: going-home  # <-
    from: neonatal-unit
    to: health-visiting
    when: {event: neonatal-discharge}
    within: PT24H
    channel: system-message
    items: [discharge-summary]
```

```yaml good
flows:
  - id: going-home
    from: neonatal-unit
    to: health-visiting
    when: {event: neonatal-discharge}
    within: PT24H
    channel: system-message
    items: [discharge-summary]
    responsibility: sender-until-accepted
```

A copy for those who had the child all along hands nothing over:

```yaml good
flows:
  - id: going-home
    from: neonatal-unit
    to: health-visiting
    when: {event: neonatal-discharge}
    within: PT24H
    channel: system-message
    items: [discharge-summary]
    responsibility: sender-until-accepted
  - id: copy
    from: neonatal-unit
    to: community-paediatrics
    when: {event: neonatal-discharge}
    within: PT24H
    channel: system-message
    items: [discharge-summary]
```

## What to do

Agree on it in one flow of each handover: `responsibility: sender-until-accepted`, with a `receipt` that says how the
sender learns of it; or `stays-with-sender` where nothing is handed over.
"""

from collections.abc import Iterator
from functools import partial

from sharecheck import words
from sharecheck.finding import Finding, Severity
from sharecheck.finding.members import each_of
from sharecheck.model.base import many
from sharecheck.rule import rule
from sharecheck.workspace import Flow, Workspace


@rule("FBK06", Severity.WARNING, sources=("chi-professional-contacts", "qs37-1"), alone=False)
def handover_without_owner(workspace: Workspace) -> Iterator[Finding]:
    """Handovers of a service at an event, none of whose flows says anything about `responsibility`."""
    handovers = workspace.vocabulary.items_with("handover")
    for area in workspace.areas:
        if area.refused:
            continue  # it may be said in the file that could not be understood
        settled = {key for flow in area.current_flows.stating("responsibility") for key in _handovers(flow)}
        reported: set[tuple[str, str]] = set()
        every = area.current_flows.carrying(handovers)
        for flow in sorted(every, key=lambda flow: (flow.id, flow.protocol.id)):  # not as files are called
            items = [item.id for item in flow.items if item.id in handovers]
            parts = set(_handovers(flow))
            if (
                items
                and parts
                and not parts & (settled | reported)
                and flow.between_services
                and flow.protocol.agreement
            ):
                reported |= parts
                yield from each_of(
                    ((item, flow.place / "id") for item in items),
                    partial(_unowned, flow.id),
                    "each side is sure that the other one has the child",
                    "agree who keeps it until then: `responsibility: sender-until-accepted`",
                    about=(flow.id, "responsibility"),
                )


def _unowned(flow: str, items: tuple[str, ...]) -> str:
    over = f"`{flow}` hands a child over with {words.listed(items)}"
    return f"{over}, and nothing says who is responsible until it is accepted"


def _handovers(flow: Flow) -> Iterator[tuple[str, str]]:
    """The handovers that a flow is part of: who sends, and at which event."""
    return ((sender, when.event) for sender in many(flow.shape.from_) for when in flow.when if when.event)
