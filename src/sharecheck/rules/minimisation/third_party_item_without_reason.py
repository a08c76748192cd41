"""Health or offence data of somebody other than the child goes to a service outside health and social care.

## Why it matters

A father's depression or a brother's removal can matter to a nursery, and often it does not. Where nobody has written
down why it is sent, it may be sent about every family, and families who hear of it tell less next time: to the
nursery, and to the midwife.

## Example

```yaml bad
parties:
  - {id: health-visitors, service: health-visiting}
  - {id: nursery, service: early-years-setting}
flows:
  - id: review-outcome
    from: health-visitors
    to: nursery
    when: {event: two-year-review}
    within: P10D
    items:
      - developmental-scores
      - maternal-mental-health  # <-
```

Say why this recipient needs it, or leave it out:

```yaml good
parties:
  - {id: health-visitors, service: health-visiting}
  - {id: nursery, service: early-years-setting}
flows:
  - id: review-outcome
    from: health-visitors
    to: nursery
    when: {event: two-year-review}
    within: P10D
    items:
      - developmental-scores
      - item: maternal-mental-health
        why: the key person settles the child differently while the mother is unwell, and the mother has asked for it
```

What is about the child as well counts as the child's, and of what goes to health or social care nothing is said:

```yaml good
parties:
  - {id: health-visitors, service: health-visiting}
  - {id: nursery, service: early-years-setting}
  - {id: social-care, service: childrens-social-care}
flows:
  - id: review-outcome
    from: health-visitors
    to: nursery
    when: {event: two-year-review}
    within: P10D
    items: [disability-and-adjustments, home-language]
  - id: concern
    from: health-visitors
    to: social-care
    when: {on: change}
    within: P1D
    items: [paternal-mental-health, sibling-history]
```

## What to do

Write `why` beside the item, `{item: maternal-mental-health, why: ...}`, in words in which it could be told to the
family, or leave the item out.
"""

from collections.abc import Iterator
from functools import partial

from sharecheck import words
from sharecheck.finding import Finding, Severity
from sharecheck.finding.members import each_of
from sharecheck.model.base import many
from sharecheck.model.catalogue import Item
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("MIN02", Severity.INFORMATION, sources=("ico-data-sharing-code",))
def third_party_item_without_reason(workspace: Workspace) -> Iterator[Finding]:
    """Special category or offence data of others than the child, to services outside care, without a `why`."""
    for flow in workspace.carrying(workspace.items(_of_others)):
        if not flow.protocol.read_in_full or flow.shape.purpose:
            continue
        others = [carried for carried in flow.items if carried.item and _of_others(carried.item) and not carried.why]
        outside = [party.id for party in flow.area.outside_care(flow.recipients)] if others else []
        yield from each_of(
            (((id, carried.id), carried.place) for carried in others for id in outside),
            partial(_message, flow.id),
            "a family that hears of it tells less next time, and the child's next service knows less",
            lambda _, item: f"say why it is needed there, `{{item: {item}, why: ...}}`, or leave it out",
            about=(flow.id,),
        )


def _message(flow: str, outside: tuple[str, ...], items: tuple[str, ...]) -> str:
    return f"`{flow}` sends {words.listed(items)} to {words.listed(outside)}, and does not say why"


def _of_others(item: Item) -> bool:
    return bool(item.special_category or item.offence) and "child" not in many(item.about)
