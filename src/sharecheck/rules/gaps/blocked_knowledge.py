"""Knowledge would arrive by a flow that is not in force.

## Why it matters

The way is there on paper. But the agreement is a draft, has run out, lacks a signature, or the money for the post
that sent it has ended: on the day that is looked at, nobody has to send anything.

## Example

```yaml bad
status: draft
flows:
  - id: birth-summary
    from: maternity
    to: health-visiting
    when: {event: birth}
    within: P2D
    items: [birth-details]  # <-
```

```yaml good
status: in-force
flows:
  - id: birth-summary
    from: maternity
    to: health-visiting
    when: {event: birth}
    within: P2D
    items: [birth-details]
```

## How much it weighs

An error where the need is critical and its source was read, at least in part. A warning where the need is important,
and where it is critical but only proposed, its source was not opened, or it is local practice that was read in part.
Information where it is useful. The pathway says which: `weight`, `strength`, `verified`, `source`.

## What to do

Bring it into force: sign it, renew it, or find the money. Until then say who sends the information meanwhile.
"""

from collections.abc import Iterator

from sharecheck.advice.finding import finding, gaps
from sharecheck.explain import not_in_force
from sharecheck.finding import Finding, Severity
from sharecheck.network.facts import IF_IN_FORCE, LEVEL
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("GAP05", Severity.ERROR, sources=("qs37-1",), alone=False)
def blocked_knowledge(workspace: Workspace) -> Iterator[Finding]:
    """Needs that would be met if the flows that are not in force were in force."""
    for gap in gaps(workspace, "blocked"):
        why = " and ".join(not_in_force(barrier) for barrier in gap.barriers if LEVEL[barrier.kind] == IF_IN_FORCE)
        hung = gap.hung(IF_IN_FORCE)
        flow = hung[1] if hung else None
        through = f"with `{flow.id}`" if flow else "by a way that is matched by what another flow brings"
        yield finding(
            gap,
            f"{gap.item} would reach {gap.party} for `{gap.need.event}` {through}, but {why}{gap.besides}",
            f"bring `{flow.protocol.id}` into force (`status: in-force`, its dates, signatures and funding), or say in "
            "one that is in force who sends it meanwhile"
            if flow
            else gap.identifiers,
        )
