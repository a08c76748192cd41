"""A protocol says "and vice versa" and does not describe the way back.

## Why it matters

One half of the agreement is a sentence. The midwife sends the booking form; what the health visitor learns about the
older children is to come back "vice versa", with no items, no event and no limit, and so it does not come.

## Example

```yaml bad
flows:
  - id: booking
    from: maternity
    to: health-visiting
    when: {event: booking}
    within: P5D
    items: [contact-details, household]
    vice-versa: true  # <-
```

Word for word, "vice versa" says this:

```yaml fixed
flows:
  - id: booking
    from: maternity
    to: health-visiting
    when: {event: booking}
    within: P5D
    items: [contact-details, household]
    vice-versa: true
  - id: booking-back
    from: health-visiting
    to: maternity
    when: {event: booking}
    within: P5D
    items: [contact-details, household]
```

Mostly something else was meant. Describe it as a flow:

```yaml good
flows:
  - id: booking
    from: maternity
    to: health-visiting
    when: {event: booking}
    within: P5D
    items: [contact-details, household]
    vice-versa: true
  - id: what-is-known-of-the-family
    from: health-visiting
    to: maternity
    when: {event: booking}
    within: P10D
    items: [sibling-history]
```

## What to do

Ask what the other side knows that this one needs, and write a flow for it: `from` and `to` the other way round, with
items, an event and a limit.
"""

import json
from collections.abc import Iterator

from sharecheck.edit import Append
from sharecheck.finding import Finding, Fix, Severity, here
from sharecheck.model.base import many
from sharecheck.model.protocol import Flow as FlowShape
from sharecheck.reading.node import Value
from sharecheck.rule import rule
from sharecheck.workspace import Flow, Workspace

_BOTH_WAYS = ("when", "within", "channel", "matched-by", "items")
"""What "vice versa" says of the way back."""


@rule("STR07", Severity.WARNING, sources=("powys-midwife-hv", "waspi-accord-5"))
def undescribed_way_back(workspace: Workspace) -> Iterator[Finding]:
    """Flows with `vice-versa` in protocols that have no flow back."""
    for flow in workspace.stating("vice_versa"):
        if not flow.shape.vice_versa or not flow.protocol.read_in_full:
            continue
        if not any(_leads_back(other, flow.shape) for other in flow.protocol.shape.flows if not other.aggregate):
            sender, recipient = (many(ids)[0] for ids in (flow.shape.from_, flow.shape.to))
            yield Finding(
                locations=here(flow.place / "vice-versa"),
                message=f"the way back of `{flow.id}` is not described",
                consequence="what the other side knows of the child comes back by chance: no items, no event, no limit",
                help=f"write it as a flow of its own: `from: {recipient}`, `to: {sender}`",
                about=(flow.id,),
                fix=_way_back(flow),
            )


def _way_back(flow: Flow) -> Fix | None:
    """The same flow the other way round, as "vice versa" says; without what each side says for itself."""
    stated: dict[str, Value] = json.loads(flow.shape.model_dump_json(by_alias=True, exclude_none=True))
    id = f"{flow.id}-back"
    if any(other.id == id for other in flow.protocol.shape.flows):
        return None
    back = {
        "id": id,
        "from": stated["to"],
        "to": stated["from"],
        **{key: stated[key] for key in _BOTH_WAYS if key in stated},
    }
    return Fix((Append(("flows",), back),))


def _leads_back(back: FlowShape, there: FlowShape) -> bool:
    """Whether one flow leads from a recipient of the other to a sender of the other."""
    return not set(many(back.from_)).isdisjoint(many(there.to)) and not set(many(back.to)).isdisjoint(many(there.from_))
