"""An item reaches a service only when the parent brings it.

## Why it matters

The red book belongs to the family, and many families bring it. It stays in the other bag when the morning was hard,
when a grandmother brings the child, when they have moved in a hurry. What goes by it alone is likeliest to be missing
for the children who need it most.

## Example

```yaml bad
flows:
  - id: progress-check
    from: nursery
    to: health-visiting
    when: {event: progress-check-at-two}
    within: P10D
    channel: parent-held-record
    items: [progress-check-summary]  # <-
```

A second route mends it:

```yaml good
flows:
  - id: progress-check
    from: nursery
    to: health-visiting
    when: {event: progress-check-at-two}
    within: P10D
    channel: parent-held-record
    fallback: {channel: secure-email, within: P10D}
    items: [progress-check-summary]
```

And so does another flow to the same place, from whomever:

```yaml good
flows:
  - id: progress-check
    from: nursery
    to: health-visiting
    when: {event: progress-check-at-two}
    within: P10D
    channel: parent-held-record
    items: [progress-check-summary]
  - id: list-of-checks
    from: council
    to: health-visiting
    when: {every: P1M}
    within: P5D
    channel: secure-file-transfer
    items: [progress-check-summary, progress-check-done]
```

It is the same when the parent is given something and passes it on:

```yaml bad
flows:
  - id: review-outcome
    from: health-visiting
    to: parent
    when: {event: two-year-review}
    within: P1D
    items: [developmental-scores]
  - id: shown-to-key-person
    from: parent
    to: nursery
    when: {on: request}
    channel: parent-held-record
    items: [developmental-scores, parents-view]  # <-
```

What the parent alone knows, and what is meant for the parent, is not about this:

```yaml good
flows:
  - id: registration
    from: parent
    to: nursery
    when: {event: nursery-start}
    within: P1D
    channel: parent-letter
    items: [allergies-and-conditions]
  - id: review-outcome
    from: health-visiting
    to: parent
    when: {event: two-year-review}
    within: P1D
    channel: parent-held-record
    items: [developmental-scores]
```

## What to do

Add a way that does not go through the parent: `fallback: {channel: secure-email, within: P10D}`. The parent can still
have the book; the service should not depend on it.
"""

from collections.abc import Iterator
from functools import partial

from sharecheck import words
from sharecheck.finding import Finding, Severity, related
from sharecheck.finding.members import each_of, item_place
from sharecheck.model.base import many
from sharecheck.network.build import PARENT
from sharecheck.rule import rule
from sharecheck.workspace import Area, Flow, Workspace


@rule("FID01", Severity.WARNING, sources=("dfe-integrated-reviews", "eif-10-insights"), alone=False)
def parent_is_the_only_carrier(workspace: Workspace) -> Iterator[Finding]:
    """Flows by which the parent brings an item from one service to another, where it has no other way there."""
    carrying = workspace.channels(lambda channel: channel.carried_by_parent)
    for flow in workspace.current_flows():
        if flow.shape.channel not in carrying and not flow.by_parent:
            continue
        area = workspace.area_of(flow)
        brought = _brought(flow, area) if flow.protocol.read_in_full else []
        for recipient in dict.fromkeys(many(flow.shape.to) if brought else ()):
            other = _by_other_ways(area, recipient)
            only = [item for item in brought if item not in other] if recipient != PARENT else []
            yield from each_of(
                ((item, item_place(flow, item)) for item in only),
                partial(_message, recipient),
                "when the parent does not bring it, the next service starts with nothing",
                f"add a way beside `{flow.id}` that does not go through the parent: "
                "`fallback: {channel: secure-email, within: P10D}`",
                elsewhere=(related(flow.place / "channel", "the parent carries it"),),
                about=(flow.id, recipient),
            )


def _message(recipient: str, items: tuple[str, ...]) -> str:
    return f"only the parent brings {words.listed(items)} to `{recipient}`: no other way is written down"


def _brought(flow: Flow, area: Area) -> list[str]:
    """The items that the parent brings from one service to another with this flow."""
    if flow.between_services:
        return [carried.id for carried in flow.items] if _carried(flow) else []
    given = {
        carried.id
        for other in area.current_flows
        if PARENT in many(other.shape.to) and PARENT not in many(other.shape.from_)
        for carried in other.items
    }
    return [carried.id for carried in flow.items if carried.id in given]


def _carried(flow: Flow) -> bool:
    """Whether the parent carries the flow, on each of its routes."""
    return bool(flow.routes) and all(channel.carried_by_parent for channel, _ in flow.routes)


def _by_other_ways(area: Area, recipient: str) -> set[str]:
    """The items that reach the recipient from another service without the parent."""
    return {
        carried.id
        for other in area.current_flows
        if recipient in many(other.shape.to) and other.between_services and not _carried(other)
        for carried in other.items
    }
