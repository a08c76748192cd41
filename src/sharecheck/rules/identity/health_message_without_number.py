"""Health services send each other what they know of a child without its NHS number.

## Why it matters

Between health services the number is there, and the law of England asks them to use it where that helps the child's
care. Without it the letter is filed by hand, by name, in the evening; a child whose name is spelled in two ways has two
records, and each doctor reads half.

## Example

```yaml bad
sharecheck: area/1
id: northshire
nation: england
protocols: partial
parties:
  - {id: maternity, service: midwifery, kind: nhs-foundation-trust}
  - {id: surgery, service: general-practice, kind: gp-practice}
---
flows:
  - id: summary  # <-
    from: maternity
    to: surgery
    when: {event: midwife-discharge}
    within: P5D
    matched-by: [[identity, address]]
    items: [feeding-status]
```

```yaml good
sharecheck: area/1
id: northshire
nation: england
protocols: partial
parties:
  - {id: maternity, service: midwifery, kind: nhs-foundation-trust}
  - {id: surgery, service: general-practice, kind: gp-practice}
---
flows:
  - id: summary
    from: maternity
    to: surgery
    when: {event: midwife-discharge}
    within: P5D
    matched-by: [nhs-number, [identity, address]]
    items: [feeding-status]
```

Before birth there is no number of the child, a nursery has none, the Act is of England, and what is about the mother
alone is filed by hers:

```yaml good
sharecheck: area/1
id: northshire
nation: england
protocols: partial
parties:
  - {id: maternity, service: midwifery, kind: nhs-foundation-trust}
  - {id: surgery, service: general-practice, kind: gp-practice}
  - {id: nursery, service: early-years-setting, kind: registered-childcare-provider}
  - {id: board, service: health-visiting, kind: local-health-board, nation: wales}
---
flows:
  - {id: booked, from: maternity, to: surgery, when: {event: booking}, matched-by: [mother-identity], items: [smoking]}
  - {id: starts, from: surgery, to: nursery, when: {event: nursery-start}, matched-by: [identity], items: [medication]}
  - {id: border, from: surgery, to: board, when: {event: one-year-review}, matched-by: [identity], items: [growth]}
  - id: how-she-is
    from: maternity
    to: surgery
    when: {event: midwife-discharge}
    matched-by: [mother-identity]
    items: [maternal-mental-health]
```

A clause for the whole protocol is enough:

```yaml good
sharecheck: area/1
id: northshire
nation: england
protocols: partial
parties:
  - {id: maternity, service: midwifery, kind: nhs-foundation-trust}
  - {id: surgery, service: general-practice, kind: gp-practice}
---
flows:
  - id: summary
    from: maternity
    to: surgery
    when: {event: midwife-discharge}
    within: P5D
    matched-by: [[identity, address]]
    items: [feeding-status]
governance:
  matching: by NHS number; by name, date of birth and address where a family is new to the country and has none yet
```

## What to do

Send it along, `items: [nhs-number, ...]`, or file by it: `matched-by: [nhs-number, [identity, address]]`. Section 251A
of the Act has exceptions, for example where nobody can learn the number; where one of them is meant, say so in
`matching`.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Severity, here
from sharecheck.law.register import in_force
from sharecheck.model.base import many
from sharecheck.model.party import Party
from sharecheck.rule import rule
from sharecheck.standards import law
from sharecheck.workspace import Flow, Workspace

ACT = "hsca-251a"
"""The duty to include the NHS number, in England, where that helps care and is in the person's best interests."""


@rule("IDM08", Severity.WARNING, sources=(ACT, "dch-careconnect"), alone=False)
def health_message_without_number(workspace: Workspace) -> Iterator[Finding]:
    """Flows after birth between health bodies of England that neither carry `nhs-number` nor are matched by it."""
    act = law()[ACT]
    if not in_force(act, workspace.as_of):
        return
    kinds = {bound.kind for bound in act.binds or () if not bound.conditional}
    vocabulary = workspace.vocabulary
    numbers, mothers = vocabulary.items_with("health-number"), vocabulary.items_with("mothers-identity")
    identifying = mothers | vocabulary.items_with("name-and-birth", "home-address")
    for flow in workspace.matched(lambda ways: all(numbers.isdisjoint(many(identifiers)) for identifiers in ways)):
        used = flow.carries.union(*(many(identifiers) for identifiers in flow.shape.matched_by or ()))
        if used & numbers or used.isdisjoint(identifying) or flow.looked_up:
            continue
        if flow.protocol.governance.matching or (used & mothers and not flow.about_child):
            continue  # the mother's number is part of her identity
        bodies = (*flow.senders, *flow.recipients)
        known = len(bodies) == len(many(flow.shape.from_)) + len(many(flow.shape.to))
        if known and all(_of_england(party, flow) and party.kind in kinds for party in bodies) and _after_birth(flow):
            yield Finding(
                locations=here(flow.place / "id"),
                message=f"`{flow.id}` goes from health service to health service without the NHS number",
                consequence="it is filed by hand and by name, and a child whose name is spelled in two ways has two "
                "records",
                help="send it along, or file by it: `matched-by: [nhs-number, [identity, address]]`",
                about=(flow.id, ACT),
            )


def _of_england(party: Party, flow: Flow) -> bool:
    return (party.nation or (flow.area.shape.nation if flow.area.shape else None)) == "england"


def _after_birth(flow: Flow) -> bool:
    """Whether each event that sets a flow off comes when a child has had its number for days."""
    moments = flow.area.moments
    known = [moments.get(when.event or "") for when in flow.when]
    return bool(known) and all(moment is not None and moment.start > 0 for moment in known)
