"""A flow does not say how the recipient can tell which child it is about.

## Why it matters

Two babies of one surname are born in one week. Where nobody has agreed what a message is filed by, each service uses
what it has: one the NHS number, one the name, one the address. What fits no record waits in a tray; what fits the
wrong one is worse.

## Example

```yaml bad
flows:
  - id: review-outcome  # <-
    from: health-visiting
    to: nursery
    when: {event: two-year-review}
    within: P10D
    items: [developmental-scores]
```

Name what both sides hold, best first; several together count as one way:

```yaml good
flows:
  - id: review-outcome
    from: health-visiting
    to: nursery
    when: {event: two-year-review}
    within: P10D
    matched-by: [nhs-number, [identity, address]]
    items: [developmental-scores]
```

A flow that brings identifiers along can be filed by them, what a parent hands over comes with its child, and what is
looked up in a record is filed there already:

```yaml good
flows:
  - id: birth-notification
    from: maternity
    to: health-visiting
    when: {event: birth}
    within: PT36H
    items: [nhs-number, identity, birth-details]
  - id: registration
    from: parent
    to: nursery
    when: {event: nursery-start}
    within: P1D
    items: [allergies-and-conditions]
  - id: shared-record
    from: maternity
    to: health-visiting
    when: {on: access}
    items: [birth-details]
```

A clause for the whole protocol is enough:

```yaml good
flows:
  - id: review-outcome
    from: health-visiting
    to: nursery
    when: {event: two-year-review}
    within: P10D
    items: [developmental-scores]
governance:
  matching: by NHS number, else by name, date of birth and address; mismatches go to the records office each morning
```

## What to do

Agree what the recipient files it by, from what it really holds: `matched-by: [nhs-number, [identity, address]]`.
"""

from collections.abc import Iterator, Sequence

from sharecheck import words
from sharecheck.finding import Finding, Severity, here
from sharecheck.rule import rule
from sharecheck.workspace import Flow, Workspace


@rule("IDM01", Severity.WARNING, sources=("ico-data-sharing-code", "nhse-universal-ig-templates"))
def flow_without_matching(workspace: Workspace) -> Iterator[Finding]:
    """Flows between services, about one child, without `matched-by` and without an identifier among their items."""
    for flow in workspace.matched(lambda ways: not ways):
        protocol = flow.protocol
        if not protocol.agreement or protocol.governance.matching:
            continue
        if flow.items and flow.between_services and not _brings_its_own(flow):
            yield Finding(
                locations=here(flow.place / "id"),
                message=f"`{flow.id}` does not say by what the recipient can tell which child it is about",
                consequence="what fits no record waits in a tray, and what fits the wrong one becomes another "
                "child's history",
                help="agree what both sides hold, and say so: for example `matched-by: [nhs-number, [identity, "
                "address]]`",
                about=(flow.id,),
                group=(protocol.id,),
                sentence=_all,
            )


def _all(abouts: Sequence[tuple[str, ...]]) -> str:
    flows = tuple(flow for flow, *_ in abouts)
    return f"{words.listed(flows)} do not say by what the recipient can tell which child they are about"


def _brings_its_own(flow: Flow) -> bool:
    """Whether a flow carries an identifier, or is only looked up where it is filed already."""
    return flow.looked_up or any(carried.item and carried.item.identifier for carried in flow.items)
