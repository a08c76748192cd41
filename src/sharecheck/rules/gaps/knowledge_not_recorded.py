"""Nobody records what the next service needs.

## Why it matters

It cannot be lost, because nobody writes it down; but the child is without it all the same. It counts as a gap, not
as a loss.

## Example

```yaml bad
sharecheck: area/1
id: northshire
nation: england
pathway: small
protocols: complete
parties:
  - {id: health-visiting, service: health-visiting}  # <-
  - {id: gps, service: general-practice}
```

```yaml good
sharecheck: area/1
id: northshire
nation: england
pathway: small
protocols: complete
parties:
  - {id: gps, service: general-practice}
  - id: health-visiting
    service: health-visiting
    records:
      - {event: birth, items: [birth-details]}
```

## How much it weighs

An error where the need is critical and its source was read, at least in part. A warning where the need is important,
and where it is critical but only proposed, its source was not opened, or it is local practice that was read in part.
Information where it is useful. The pathway says which: `weight`, `strength`, `verified`, `source`.

## What to do

Agree who asks for it and writes it down, and at which event: in the area, under the party's `records`, or in a local
pathway.
"""

from collections.abc import Iterator

from sharecheck.advice.finding import finding, gaps
from sharecheck.advice.routes import last_event, recording
from sharecheck.explain import Gap
from sharecheck.finding import Finding, Severity
from sharecheck.network.build import does
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("GAP09", Severity.ERROR, sources=("qs37-1",), alone=False)
def knowledge_not_recorded(workspace: Workspace) -> Iterator[Finding]:
    """Needs of what nobody in the area records."""
    for gap in gaps(workspace, "not-recorded"):
        yield finding(
            gap, f"nobody here records {gap.item}, which {gap.party} needs by {gap.by}", _help(gap), gap.party_place
        )


def _help(gap: Gap) -> str:
    item = gap.need.fact.item
    service = next((record.service for record in gap.area.pathway.records or () if item in record.items), None)
    if service is not None and not any(does(party, service) for party in gap.area.parties.values()):
        return f"on the pathway `{service}` records it: name the party that does this service here, under `parties`"
    event = last_event(gap)
    if event is None:
        return f"agree who knows it so early, and writes it down at the latest at `{gap.need.event}`"
    return f"agree who writes it down, at the latest at `{event}`, and say so under that party: {recording(gap, event)}"
