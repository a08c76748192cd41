"""A border between England and Wales has no rule for the children who cross it.

## Why it matters

On the other side other duties hold, other numbers are used, another child health system counts other contacts. A child
who lives here and is seen there belongs, in the eyes of each side, to the other.

## Example

```yaml bad
sharecheck: area/1
id: northshire
nation: england
protocols: complete
parties:
  - {id: health-visiting, service: health-visiting}
  - {id: child-health, service: child-health-information}
neighbours:
  - {area: ceredale, nation: wales, records-go-to: child-health}  # <-
---
flows:
  - id: new-child
    from: health-visiting
    to: child-health
    when: {on: change}
    within: P2D
    items: [identity]
```

```yaml good
sharecheck: area/1
id: northshire
nation: england
protocols: complete
parties:
  - {id: health-visiting, service: health-visiting}
  - {id: child-health, service: child-health-information}
neighbours:
  - {area: ceredale, nation: wales, records-go-to: child-health}
---
flows:
  - id: new-child
    from: health-visiting
    to: child-health
    when: {on: change}
    within: P2D
    items: [identity]
governance:
  movers: the child health record is sent on within five days, also to Wales, under the memorandum with Ceredale
```

A neighbour of the same nation needs no such rule, nor does one whose nation is not stated:

```yaml good
sharecheck: area/1
id: northshire
nation: england
protocols: complete
parties:
  - {id: child-health, service: child-health-information}
neighbours:
  - {area: southshire, nation: england, records-go-to: child-health}
  - {area: eastshire, records-go-to: child-health}
---
flows: []
```

## What to do

Agree what happens when a child moves in or out, or is seen on the other side, and under the law of which side. Say so
in a protocol, under `governance`: `movers: the record is sent on within five days, also to Wales`.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Severity, here
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("XAR02", Severity.WARNING, sources=("nhsp-england-wales", "aln-64", "cfa-28"), alone=False)
def border_without_rule(workspace: Workspace) -> Iterator[Finding]:
    """Complete areas with a neighbour of another nation, where no protocol says what happens to movers."""
    for area in workspace.areas:
        silent = all(protocol.agreement and not protocol.governance.movers for protocol in area.current)
        for placed in area.neighbours if area.complete and area.current and silent else ():
            neighbour = placed.shape
            if neighbour.nation not in (None, area.nation):
                yield Finding(
                    locations=here(placed.place / "area"),
                    message=f"no protocol of `{area.id}` says what happens to children who cross to `{neighbour.area}`",
                    consequence="a child who lives here and is seen there belongs, in the eyes of each side, to the "
                    "other",
                    help="agree it with the other side, and say so in a protocol: `movers: ...` under `governance`",
                    about=(area.id, neighbour.area, "border"),
                )
