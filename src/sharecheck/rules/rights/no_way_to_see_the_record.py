"""Nothing says who answers when a family asks to see what is held.

## Why it matters

A father asks the nursery for what it holds about his son. In it is what the mother said about him to the health
visitor. Who answers, and who takes out what is about others, has to be settled before he asks.

## Example

```yaml bad
flows:
  - {id: discharge, from: maternity, to: health-visiting, when: {event: midwife-discharge}, items: [feeding-status]}
governance:
  rights:  # <-
    privacy-notice: in the booking pack
```

```yaml good
flows:
  - {id: discharge, from: maternity, to: health-visiting, when: {event: midwife-discharge}, items: [feeding-status]}
governance:
  rights:
    privacy-notice: in the booking pack
    access-requests: whoever holds the record answers; what is about others is taken out by who knows the family
```

Of a text that was read in part, nobody can say that it has no such clause:

```yaml good
encoded-from: {title: Sharing protocol, read: opening}
flows:
  - {id: discharge, from: maternity, to: health-visiting, when: {event: midwife-discharge}, items: [feeding-status]}
```

## What to do

Agree who answers, who takes out what is about others, and who may ask for a child: `access-requests: ...` under
`rights`.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Lack, Severity, here
from sharecheck.law.clauses import right_lacking
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("RTS02", Severity.WARNING, sources=("ico-code-navigating", "nhsx-dsa-2020", "child-law-advice-access"))
def no_way_to_see_the_record(workspace: Workspace) -> Iterator[Finding]:
    """Agreements without `access-requests`."""
    for protocol, place in right_lacking(workspace, "access_requests"):
        yield Finding(
            locations=here(place),
            message=f"`{protocol.id}` does not say who answers when a family asks to see what is held",
            consequence="a father may read what the mother said about him in confidence",
            help="agree who answers and who takes out what is about others: `access-requests: ...` under `rights`",
            about=("access-requests",),
            lacks=Lack("who answers when a family asks to see what is held", ("governance/rights/access-requests",)),
        )
