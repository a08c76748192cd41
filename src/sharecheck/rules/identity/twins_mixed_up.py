"""The notice of a birth does not say whether there was more than one baby, and which this is.

## Why it matters

Two babies, one surname, one date of birth, one mother. When the hearing result of the second is filed to the first, the
one who does not hear is done with, and the one who hears is called again.

## Example

```yaml bad
flows:
  - id: birth-notification
    from: maternity
    to: child-health
    when: {event: birth}
    within: PT36H
    items: [nhs-number, identity, birth-details]  # <-
```

```yaml good
flows:
  - id: birth-notification
    from: maternity
    to: child-health
    when: {event: birth}
    within: PT36H
    items: [nhs-number, identity, birth-details, multiple-birth]
```

What is sent at birth for something else is no notice of it, and the mother knows how many babies she has:

```yaml good
flows:
  - id: home-safely
    from: maternity
    to: social-care
    when: {event: birth}
    within: PT12H
    matched-by: [mother-identity]
    items: [identity]
  - id: birth-summary
    from: maternity
    to: general-practice
    when: {event: midwife-discharge}
    within: P5D
    items: [nhs-number, birth-details]
  - id: first-page
    from: maternity
    to: parent
    when: {event: birth}
    within: PT12H
    items: [nhs-number, identity, birth-details]
```

## What to do

Send the number of babies and the birth order along: `multiple-birth`.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Severity, here
from sharecheck.model.base import many
from sharecheck.network.build import PARENT
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("IDM06", Severity.WARNING, sources=("dch-careconnect",), alone=False)
def twins_mixed_up(workspace: Workspace) -> Iterator[Finding]:
    """Flows at birth with details of the birth and an identifier of the baby, to who is never told `multiple-birth`."""
    vocabulary = workspace.vocabulary
    notices, names = vocabulary.items_with("birth-notice"), vocabulary.items_with("health-number", "name-and-birth")
    orders, order = vocabulary.items_with("birth-order"), vocabulary.chief_item("birth-order")
    for area in workspace.areas:
        informed = {PARENT} | {id for flow in area.current_flows.carrying(orders) for id in many(flow.shape.to)}
        for flow in area.current_flows.at("birth"):
            notice = flow.carries & notices and flow.carries & names and flow.protocol.read_in_full
            if notice and not set(many(flow.shape.to)) <= informed:
                yield Finding(
                    locations=here(flow.place / "items"),
                    message=f"`{flow.id}` tells of a birth, and not whether there was more than one baby",
                    consequence="the result of one twin is filed to the other, and the one who needs help is done with",
                    help=f"send the number of babies and the birth order along: `{order}`",
                    about=(flow.id, order),
                )
