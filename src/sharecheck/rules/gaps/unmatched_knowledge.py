"""Knowledge arrives, and nobody can tell which child it is about.

## Why it matters

A message that is filed by the NHS number is lost without a sound at a nursery that does not hold the number. The
sender believes that it was received.

## Example

```yaml bad
flows:
  - id: birth-summary
    from: maternity
    to: health-visiting
    when: {event: birth}
    within: P2D
    matched-by: [nhs-number]
    items: [birth-details]  # <-
```

```yaml good
flows:
  - id: registration
    from: maternity
    to: health-visiting
    when: {event: birth}
    within: P1D
    items: [nhs-number]
  - id: birth-summary
    from: maternity
    to: health-visiting
    when: {event: birth}
    within: P2D
    matched-by: [nhs-number]
    items: [birth-details]
```

## How much it weighs

An error where the need is critical and its source was read, at least in part. A warning where the need is important,
and where it is critical but only proposed, its source was not opened, or it is local practice that was read in part.
Information where it is useful. The pathway says which: `weight`, `strength`, `verified`, `source`.

## What to do

Send the identifier first, by a flow that is matched by something that the recipient holds, or name another way to
match: `matched-by: [nhs-number, [identity, address]]`."""

from collections.abc import Iterator
from itertools import chain

from sharecheck import words
from sharecheck.advice.advice import cheapest
from sharecheck.advice.finding import finding, gaps
from sharecheck.advice.routes import also_carried, holders, identified_before, matched_also
from sharecheck.finding import Finding, Severity
from sharecheck.network import Arc
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("GAP07", Severity.ERROR, sources=("qs37-1",), alone=False)
def unmatched_knowledge(workspace: Workspace) -> Iterator[Finding]:
    """Needs that would be met if the recipient could tell which child it is."""
    for gap in gaps(workspace, "unmatched"):
        hop = gap.outcome.blamed
        missing = sorted({fact.item for fact in hop.missing}) if hop else []
        unable = sorted({fact.party for fact in hop.missing}) if hop else []
        flow = gap.flow.id if gap.flow else ""
        ways = (
            chain(matched_also(gap, hop.via), identified_before(gap, hop.missing))
            if gap.flow and hop and isinstance(hop.via, Arc)
            else ()
        )
        advice = cheapest(gap, (*ways, *also_carried(gap, holders(gap))))
        lacking = f"{words.listed(missing)} to {words.listed(unable)}"
        yield finding(
            gap,
            f"{gap.item} does not reach {gap.party} by {gap.by}: {words.listed(unable)} cannot tell which child "
            f"`{flow}` is about without {words.listed(missing)}",
            advice.text
            if advice
            else f"agree who tells {lacking} first"
            + ("" if gap.untried else ": nothing by which flows here are matched is held by both in time"),
        )
