"""The party that is named for movers' records sends none.

## Why it matters

The area says who does it, and that one has no agreement under which to do it. Whoever asks is told that child health
sees to it; child health waits for a procedure. The baby's missed screen stays in a drawer of the town that it left.

## Example

```yaml bad
sharecheck: area/1
id: northshire
nation: england
protocols: complete
parties:
  - {id: child-health, service: child-health-information}
  - {id: health-visiting, service: health-visiting}
  - {id: next-health-visiting, service: health-visiting, elsewhere: true}
neighbours:
  - {area: southshire, nation: england, records-go-to: child-health}  # <-
---
flows:
  - {id: record, from: health-visiting, to: next-health-visiting, when: {event: move-in-first-year}, within: P5D}
```

```yaml good
sharecheck: area/1
id: northshire
nation: england
protocols: complete
parties:
  - {id: child-health, service: child-health-information}
  - {id: next-child-health, service: child-health-information, elsewhere: true}
neighbours:
  - {area: southshire, nation: england, records-go-to: child-health}
---
flows:
  - {id: record, from: child-health, to: next-child-health, when: {event: move-in-first-year}, within: P5D}
```

A neighbour in another nation needs a flow to there:

```yaml bad
sharecheck: area/1
id: northshire
nation: england
protocols: complete
parties:
  - {id: child-health, service: child-health-information}
  - {id: next-child-health, service: child-health-information, elsewhere: true}
neighbours:
  - {area: ceredale, nation: wales, records-go-to: child-health}  # <-
---
flows:
  - {id: record, from: child-health, to: next-child-health, when: {event: move-in-first-year}, within: P5D}
```

## What to do

Write the flow from that party to the one of the next area, with what it brings and how fast. For a neighbour in another
nation, declare the party there with its `nation`.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Severity, here
from sharecheck.rule import rule
from sharecheck.workspace import Area, Workspace


@rule("XAR06", Severity.WARNING, sources=("nems-change-of-address", "nbs-movers", "pan-dorset-moves"), alone=False)
def records_nobody_sends_on(workspace: Workspace) -> Iterator[Finding]:
    """Complete areas with a neighbour, where the party named by `records-go-to` sends nothing to anybody elsewhere."""
    for area in workspace.areas:
        for placed in area.neighbours if area.complete else ():
            neighbour = placed.shape
            party = neighbour.records_go_to
            if party in area.parties and not _sends_on(area, str(party), neighbour.nation):
                where = f" in {neighbour.nation.title()}" if neighbour.nation not in (None, area.nation) else ""
                yield Finding(
                    locations=here(placed.place / "records-go-to"),
                    message=f"`{party}` is named for records of children who move to `{neighbour.area}`, and sends "
                    "nothing to "
                    f"anybody elsewhere{where}",
                    consequence="everybody believes that it is seen to, and the record stays in the town that the "
                    "child left",
                    help=f"write the flow from `{party}` to a party with `elsewhere: true`",
                    about=(area.id, neighbour.area, "records-go-to"),
                )


def _sends_on(area: Area, party: str, nation: str | None) -> bool:
    """Whether a party sends something to the next area; over a border, to a party of the nation there."""
    over = nation is not None and nation != area.nation
    return any(
        to.elsewhere and (not over or area.nation_of(to) == nation)
        for flow in area.current_flows
        if party in {party.id for party in flow.senders}
        for to in flow.recipients
    )
