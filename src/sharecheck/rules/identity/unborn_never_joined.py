"""What was sent in pregnancy is filed under the mother, and nothing joins it to the child who is born.

## Why it matters

The plan to protect the baby lies in the mother's record. The baby has a number of its own since last night, and under
that number there is nothing. Whoever opens the baby's record sees a child without a history.

## Example

```yaml bad
sharecheck: area/1
id: northshire
nation: england
protocols: complete
parties:
  - {id: social-care, service: childrens-social-care}
  - {id: surgery, service: general-practice}
---
flows:
  - id: pre-birth-plan
    from: social-care
    to: surgery  # <-
    when: {event: pre-birth-assessment}
    within: P2D
    matched-by: [mother-identity]
    items: [pre-birth-plan]
```

Mother and child together, once, from whomever:

```yaml good
sharecheck: area/1
id: northshire
nation: england
protocols: complete
parties:
  - {id: social-care, service: childrens-social-care}
  - {id: surgery, service: general-practice}
  - {id: child-health, service: child-health-information}
---
flows:
  - id: pre-birth-plan
    from: social-care
    to: surgery
    when: {event: pre-birth-assessment}
    within: P2D
    matched-by: [mother-identity]
    items: [pre-birth-plan]
  - id: new-birth
    from: child-health
    to: surgery
    when: {event: birth}
    within: P2D
    matched-by: [mother-identity]
    items: [nhs-number, identity]
```

Who hears only that contact has to stop waits for no child, and a midwife is there when the child is born:

```yaml good
sharecheck: area/1
id: northshire
nation: england
protocols: complete
parties:
  - {id: maternity, service: midwifery}
  - {id: social-care, service: childrens-social-care}
  - {id: surgery, service: general-practice}
---
flows:
  - id: loss
    from: maternity
    to: surgery
    when: {event: pregnancy-loss}
    within: PT12H
    matched-by: [mother-identity]
    items: [contact-stop]
  - id: pre-birth-plan
    from: social-care
    to: maternity
    when: {event: pre-birth-assessment}
    within: P2D
    matched-by: [mother-identity]
    items: [pre-birth-plan]
```

## What to do

Send the recipient mother and child together when the child is born: a flow at `birth` with `identity` and
`mother-identity`, or one that is matched by the mother and brings the child's number.
"""

from collections.abc import Iterator

from sharecheck import words
from sharecheck.model.base import many
from sharecheck.model.party import Party
from sharecheck.network.build import PARENT
from sharecheck.rule import Finding, Severity, rule
from sharecheck.workspace import Area, Flow, Workspace

MOTHER = "mother-identity"
CHILD = frozenset({"nhs-number", "identity"})
"""What tells which child it is, once it is born."""
WITH_MOTHER = frozenset(
    {"midwifery", "neonatal-care", "newborn-screening", "family-nurse-partnership", "perinatal-mental-health"}
)
"""Services that see mother and child together from the birth on, or whose patient is the mother."""


@rule("IDM07", Severity.WARNING, sources=("dch-careconnect", "prsb-healthy-child-record"), alone=False)
def unborn_never_joined(workspace: Workspace) -> Iterator[Finding]:
    """Complete areas where a party is told before birth what concerns the child, and never learns whose it is."""
    for area in workspace.areas:
        if not area.complete:
            continue
        joined = {id for flow in area.promised if _joins(flow) for id in many(flow.shape.to)}
        told: set[str] = set()
        for flow in area.promised:
            waiting = [
                party.id
                for party in flow.recipients
                if party.id not in joined | told | {PARENT} and not _meets_the_child(party)
            ]
            if waiting and _before_birth(flow, area) and MOTHER in _identified(flow):
                told.update(waiting)
                yield Finding(
                    flow.place / "to",
                    f"{words.listed(waiting)} is told by `{flow.id}` before birth, under the mother, and nothing joins "
                    "that to the child",
                    "whoever opens the baby's record sees a child without a history",
                    "send mother and child together at birth: a flow with `identity` and `mother-identity`",
                    about=(area.id, *waiting),
                )


def _meets_the_child(party: Party) -> bool:
    """Whether it sees mother and child together, or writes down by itself whose child it is."""
    own = {item for recording in party.records or () for item in recording.items}
    return bool(WITH_MOTHER & set(many(party.service)) or CHILD & own)


def _identified(flow: Flow) -> set[str]:
    """The identifiers by which it is filed, brought along or held by both."""
    return {one for way in flow.shape.matched_by or () for one in many(way)} | {one.id for one in flow.items}


def _joins(flow: Flow) -> bool:
    """Whether it brings an identifier of the child beside one of the mother."""
    return MOTHER in _identified(flow) and bool(CHILD & {one.id for one in flow.items})


def _before_birth(flow: Flow, area: Area) -> bool:
    """Whether it is sent before birth, and about more than that contact has to stop."""
    moments = [area.network.moments.get(when.event or "") for when in flow.when]
    sent = any(moment is not None and moment.end < 0 for moment in moments)
    return sent and any(not (one.item and one.item.identifier) and one.id != "contact-stop" for one in flow.items)
