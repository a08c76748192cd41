"""The sender would chase only when it has been needed already.

## Why it matters

The visit is on the twelfth day. Whoever sends waits five days for an answer before asking. When something is lost on
the tenth, it is missed on the fifteenth: the visit was made without it.

## Example

```yaml bad
parties:
  - {id: child-health, service: child-health-information}
  - {id: health-visiting, service: health-visiting}
flows:
  - id: birth-details
    from: child-health
    to: health-visiting
    when: {event: newborn-examination}
    within: P2D
    channel: secure-email
    items: [birth-details]
    receipt:
      acknowledged: true
      chase-after: P14D  # <-
      owner: records office
```

```yaml good
parties:
  - {id: child-health, service: child-health-information}
  - {id: health-visiting, service: health-visiting}
flows:
  - id: birth-details
    from: child-health
    to: health-visiting
    when: {event: newborn-examination}
    within: P2D
    channel: secure-email
    items: [birth-details]
    receipt: {acknowledged: true, chase-after: P2D, owner: records office}
```

## What to do

Chase so early that there is time to send it again before it is needed: a shorter `chase-after`. By when it is needed
stands in the pathway; when the promise itself is too late, `GAP01` tells it.
"""

from bisect import bisect_left
from collections.abc import Iterator

from sharecheck import words
from sharecheck.model.base import many
from sharecheck.rule import Finding, Severity, rule
from sharecheck.workspace import Area, Flow, Workspace


@rule("FBK07", Severity.WARNING, sources=("ico-data-sharing-code", "kcsie-2026"), alone=False)
def chased_too_late(workspace: Workspace) -> Iterator[Finding]:
    """Flows at an event that arrive in time for a need, and whose `chase-after` ends when that is past."""
    for area in workspace.areas:
        needed = _needed(area)
        ages = sorted(set(needed.values()))
        for flow in area.promised.stating("receipt", "within"):
            receipt = flow.shape.receipt
            sent = _sent(flow, area)
            if receipt is None or receipt.chase_after is None or sent is None or flow.within is None:
                continue
            arrives = sent + flow.within.longest_hours
            chased = sent + receipt.chase_after.longest_hours
            if bisect_left(ages, arrives) == bisect_left(ages, chased):
                continue  # nothing is needed in between, as it is mostly
            due = [
                (age, item.id, service)
                for party in flow.recipients
                for service in many(party.service)
                for item in flow.items
                if arrives <= (age := needed.get((service, item.id), float("-inf"))) < chased
            ]
            if due:
                age, item, service = min(due)
                yield Finding(
                    flow.place / "receipt" / "chase-after",
                    f"`{flow.id}` would be chased {words.age(chased)}; `{service}` needs `{item}` {words.age(age)}",
                    "what is lost on the way is missed after the visit for which it was sent",
                    "chase earlier, so that there is time to send it again: a shorter `chase-after`",
                    about=(flow.id, "chase-after"),
                )


def _needed(area: Area) -> dict[tuple[str, str], float]:
    """When a service first needs an item, in hours of age."""
    needed: dict[tuple[str, str], float] = {}
    moments = area.network.moments
    for transition in area.transitions.values():
        moment = moments.get(transition.at)
        if moment is None or transition.applies_to is not None:
            continue
        age = moment.start + (transition.plus.hours if transition.plus else 0.0)
        for need in transition.needs:
            key = (transition.to, need.item)
            needed[key] = min(age, needed.get(key, age))
    return needed


def _sent(flow: Flow, area: Area) -> float | None:
    """The latest age at which it is sent, where it is sent at one event."""
    if len(flow.when) != 1 or flow.when[0].event is None:
        return None
    moment = area.network.moments.get(flow.when[0].event)
    return moment.end if moment else None
