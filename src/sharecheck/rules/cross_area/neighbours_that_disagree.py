"""Two areas do not say the same of the border between them.

## Why it matters

One of them expects the other's children and the other has never heard of it. Each has an answer for movers, and the two
do not meet: the record goes to a desk that is not waiting for it.

## Example

```yaml bad
sharecheck: area/1
id: northshire
nation: england
protocols: partial
parties: [{id: child-health, service: child-health-information}]
neighbours:
  - area: ceredale  # <-
    nation: wales
    records-go-to: child-health
---
sharecheck: area/1
id: ceredale
nation: wales
protocols: partial
parties: [{id: welsh-child-health, service: child-health-information}]
```

```yaml good
sharecheck: area/1
id: northshire
nation: england
protocols: partial
parties: [{id: child-health, service: child-health-information}]
neighbours:
  - {area: ceredale, nation: wales, records-go-to: child-health}
---
sharecheck: area/1
id: ceredale
nation: wales
protocols: partial
parties: [{id: welsh-child-health, service: child-health-information}]
neighbours:
  - {area: northshire, nation: england, records-go-to: welsh-child-health}
```

The nation of a neighbour is what its own file says:

```yaml bad
sharecheck: area/1
id: northshire
nation: england
protocols: partial
parties: [{id: child-health, service: child-health-information}]
neighbours:
  - area: ceredale
    nation: england  # <-
---
sharecheck: area/1
id: ceredale
nation: wales
protocols: partial
parties: [{id: welsh-child-health, service: child-health-information}]
neighbours:
  - {area: northshire, nation: england}
```

Of a neighbour whose file is not here nothing is said.

## What to do

Name each other, with the nation: `neighbours: [{area: northshire, nation: england, records-go-to: ...}]`, and agree who
sends movers' records and who waits for them.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Severity, here
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("XAR05", Severity.WARNING, sources=("nems-change-of-address", "nhsp-england-wales"), alone=False)
def neighbours_that_disagree(workspace: Workspace) -> Iterator[Finding]:
    """Neighbours whose file is here, and which do not name this area, or lie in another nation than is said."""
    areas = {area.id: area for area in workspace.areas if area.shape is not None}
    for area in areas.values():
        for placed in area.neighbours:
            other = areas.get(placed.shape.area)
            if other is None or other is area:
                continue
            if area.id not in {neighbour.shape.area for neighbour in other.neighbours}:
                yield Finding(
                    locations=here(placed.place / "area"),
                    message=f"`{area.id}` names `{other.id}` as its neighbour, and `{other.id}` does not name "
                    f"`{area.id}`",
                    consequence="the record of a child who moves goes to a desk that is not waiting for it",
                    help=f"agree on it with `{other.id}`: there, `neighbours: "
                    f"[{{area: {area.id}, records-go-to: ...}}]`",
                    about=(area.id, other.id),
                )
            elif placed.shape.nation not in (None, other.nation):
                yield Finding(
                    locations=here(placed.place / "nation"),
                    message=f"`{other.id}` lies in {other.nation.title()}, by its own file",
                    consequence="a child who crosses is sent by the rules of a nation in which it does not arrive",
                    help=f"say so: `nation: {other.nation}`",
                    about=(area.id, other.id, "nation"),
                )
