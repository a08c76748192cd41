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

What is needed some days after the event at which it is sent is needed so long after it:

```yaml bad
parties:
  - {id: maternity, service: midwifery}
  - {id: health-visiting, service: health-visiting}
flows:
  - id: booking
    from: maternity
    to: health-visiting
    when: {event: booking}
    within: P5D
    channel: secure-email
    items: [booking-notification]
    receipt:
      acknowledged: true
      chase-after: P21D  # <-
      owner: antenatal clinic
```

## What to do

Chase so early that there is time to send it again before it is needed: a shorter `chase-after`. By when it is needed
stands in the pathway; when the promise itself is too late, `GAP01` tells it.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sharecheck import words
from sharecheck.finding import Finding, Severity, here
from sharecheck.model.base import many
from sharecheck.network.timeline import Moment
from sharecheck.rule import rule
from sharecheck.workspace import Area, Flow, Workspace

Wanted = tuple[str, bool, str]
"""By which service, whether of the next area, and which item."""


class Wants(NamedTuple):
    """A need of an item: at which event, of which children, how long after it, and when that event falls."""

    event: str
    children: tuple[str, ...]
    plus: float
    falls: Moment


@rule("FBK07", Severity.WARNING, sources=("ico-data-sharing-code", "kcsie-2026"), alone=False)
def chased_too_late(workspace: Workspace) -> Iterator[Finding]:
    """Flows at an event that arrive in time for a need, and whose `chase-after` ends when that is past."""
    known: dict[int, tuple[dict[Wanted, list[Wants]], list[float]]] = {}
    for area in workspace.areas:
        if id(area.pathway) not in known:  # it is the nation's in most
            known[id(area.pathway)] = _needed(area)
        needed, ages = known[id(area.pathway)]
        for flow in area.current_flows.stating("receipt", "within"):
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
                for age in _first(needed.get((service, bool(party.elsewhere), item.id), ()), flow.when[0].event)
                if arrives <= age < chased
            ]
            if due:
                age, item, service = min(due)
                yield Finding(
                    locations=here(flow.place / "receipt" / "chase-after"),
                    message=f"`{flow.id}` would be chased {words.age(chased)}; `{service}` needs `{item}` "
                    f"{words.age(age)}",
                    consequence="what is lost on the way is missed after the visit for which it was sent",
                    help="chase earlier, so that there is time to send it again: a shorter `chase-after`",
                    about=(flow.id, "chase-after"),
                )


def _needed(area: Area) -> tuple[dict[Wanted, list[Wants]], list[float]]:
    """Who needs what, and the ages at which anything may be needed."""
    needed: dict[Wanted, list[Wants]] = {}
    for transition in area.transitions.values():
        falls = area.network.moments.get(transition.at)
        if falls is None:
            continue
        plus = transition.plus.hours if transition.plus else 0.0
        wants = Wants(transition.at, many(transition.applies_to), plus, falls)
        for need in transition.needs:
            needed.setdefault((transition.to, bool(transition.elsewhere), need.item), []).append(wants)
    each = {demand for demands in needed.values() for demand in demands}
    return needed, sorted({age + demand.plus for demand in each for age in (demand.falls.start, demand.falls.end)})


def _first(needs: Iterable[Wants], event: str | None) -> Iterable[float]:
    """When an item that is sent at an event is first needed, in hours of age: of all children, else of each group.

    The item is sent at the latest when the event can be; a need some time after the event is counted from then.
    """
    ages: dict[tuple[str, ...], float] = {}
    for need in needs:
        age = (need.falls.end if need.event == event else need.falls.start) + need.plus
        ages[need.children] = min(age, ages.get(need.children, age))
    return (ages[()],) if () in ages else ages.values()


def _sent(flow: Flow, area: Area) -> float | None:
    """The latest age in hours at which a flow is sent, where it is sent at one event."""
    if len(flow.when) != 1 or flow.when[0].event is None:
        return None
    moment = area.network.moments.get(flow.when[0].event)
    return moment.end if moment else None
