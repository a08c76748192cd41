"""A party that does one service says that its services work in one record.

## Why it matters

`one-record: true` says that what the midwife of a trust writes, the health visitor of the same trust reads. Where one
service is named, a second one was probably forgotten: nobody sees what that one needs to know of a child.

## Example

```yaml bad
parties:
  - {id: trust, service: midwifery, one-record: true}  # <-
  - {id: practice, service: general-practice}
flows:
  - {id: discharge, from: trust, to: practice, when: {on: change}, within: P2D, items: [birth-details]}
```

```yaml good
parties:
  - {id: trust, service: [midwifery, health-visiting], one-record: true}
  - {id: practice, service: general-practice}
flows:
  - {id: discharge, from: trust, to: practice, when: {on: change}, within: P2D, items: [birth-details]}
```

## What to do

Name all services that the party does, `service: [midwifery, health-visiting]`, or take `one-record` out.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Severity, here
from sharecheck.model.base import many
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("STR23", Severity.WARNING, sources=("ico-data-sharing-code",))
def one_record_of_one_service(workspace: Workspace) -> Iterator[Finding]:
    """Parties with `one-record` that do fewer than two services."""
    for area in workspace.areas:
        for party in area.declared:
            if party.shape.one_record is not None and len(set(many(party.shape.service))) < 2:
                yield Finding(
                    locations=here(party.place / "one-record"),
                    message=f"`{party.shape.id}` does one service, and `one-record` is about several",
                    consequence="what a service needs that was forgotten here, nobody looks for",
                    help="name its other services, `service: [..., ...]`, or take `one-record` out",
                    about=(party.shape.id, "one-record"),
                )
