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

## What to do

Agree who asks for it and writes it down, and at which event: in the area, under the party's `records`, or in a local
pathway.
"""

from collections.abc import Iterator

from sharecheck.rule import Finding, Severity, rule
from sharecheck.rules.gaps.telling import gaps
from sharecheck.workspace import Workspace


@rule("GAP09", Severity.ERROR, sources=("qs37-1",), alone=False)
def knowledge_not_recorded(workspace: Workspace) -> Iterator[Finding]:
    """Needs of what nobody in the area records."""
    for gap in gaps(workspace, "not-recorded"):
        item = gap.need.fact.item
        yield gap.finding(
            f"nobody here records {gap.item}, which {gap.party} needs by {gap.by}",
            "agree who writes it down, for example under a party's "
            f"`records: [{{event: {gap.need.event}, items: [{item}]}}]`",
            gap.party_place,
        )
