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

Who hears only that contact has to stop waits for no child, a midwife is there when the child is born, and the next
area joins mother and child itself:

```yaml good
sharecheck: area/1
id: northshire
nation: england
protocols: complete
parties:
  - {id: maternity, service: midwifery}
  - {id: social-care, service: childrens-social-care}
  - {id: surgery, service: general-practice}
  - {id: next-social-care, service: childrens-social-care, elsewhere: true}
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
    to: [maternity, next-social-care]
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
from functools import partial

from sharecheck import words
from sharecheck.finding import Finding, Severity
from sharecheck.finding.members import each_of, end, verb
from sharecheck.model.base import many
from sharecheck.model.catalogue import ItemRole
from sharecheck.model.party import Party
from sharecheck.network.build import PARENT
from sharecheck.rule import rule
from sharecheck.standards import Vocabulary
from sharecheck.workspace import Flow, Workspace

BORN: tuple[ItemRole, ...] = ("health-number", "name-and-birth")
"""The roles of items that tell which child is meant, once it is born."""


@rule("IDM07", Severity.WARNING, sources=("dch-careconnect", "prsb-healthy-child-record"), alone=False)
def unborn_never_joined(workspace: Workspace) -> Iterator[Finding]:
    """Complete areas where a party is told before birth what concerns the child, and never learns whose it is."""
    vocabulary = workspace.vocabulary
    born, mothers = vocabulary.items_with(*BORN), vocabulary.items_with("mothers-identity")
    stops = vocabulary.items_with("stops-contact")
    for area in workspace.areas:
        if not area.complete:
            continue
        joining = (flow for flow in area.current_flows.carrying(born) if mothers & _identified(flow))
        joined = {id for flow in joining for id in many(flow.shape.to)}
        informed = {PARENT}
        early = [moment.id for moment in area.network.moments.values() if moment.end < 0]
        for flow in area.current_flows.at(*early):
            waiting = [
                party.id
                for party in flow.recipients
                if party.id not in joined | informed and not party.elsewhere and not _meets_the_child(party, vocabulary)
            ]
            if waiting and mothers & _identified(flow) and _about_the_child(flow, stops):
                informed.update(waiting)
                yield from each_of(
                    ((id, end(flow, "to", id)) for id in waiting),
                    partial(_message, flow.id),
                    "whoever opens the baby's record sees a child without a history",
                    "send mother and child together at birth: a flow with `identity` and `mother-identity`",
                    about=(area.id,),
                )


def _message(flow: str, waiting: tuple[str, ...]) -> str:
    early = f"{words.listed(waiting)} {verb(waiting, 'is', 'are')} told by `{flow}` before birth"
    return f"{early}, under the mother, and nothing joins that to the child"


def _meets_the_child(party: Party, vocabulary: Vocabulary) -> bool:
    """Whether a party sees mother and child together, or writes down by itself whose child it is."""
    own = {item for recording in party.records or () for item in recording.items}
    together = vocabulary.services_with("sees-mother-and-child")
    return bool(together & set(many(party.service)) or vocabulary.items_with(*BORN) & own)


def _identified(flow: Flow) -> frozenset[str]:
    """The identifiers by which a flow is filed, brought along or held by both ends."""
    return flow.carries.union(*(many(identifiers) for identifiers in flow.shape.matched_by or ()))


def _about_the_child(flow: Flow, stops: frozenset[str]) -> bool:
    """Whether a flow says more than whose child it is about, and that contact with the parents has to stop."""
    content = (carried for carried in flow.items if not (carried.item and carried.item.identifier))
    return any(carried.id not in stops or (carried.item and "child" in many(carried.item.about)) for carried in content)
