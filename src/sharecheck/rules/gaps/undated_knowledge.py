"""Knowledge arrives nobody knows when.

## Why it matters

A flow without a time limit may be quick. It may also come after the visit for which it was meant, and nobody would be
able to say that something has gone wrong.

## Example

```yaml bad
flows:
  - id: birth-summary
    from: maternity
    to: health-visiting
    when: {event: birth}
    items: [birth-details]  # <-
```

```yaml good
flows:
  - id: birth-summary
    from: maternity
    to: health-visiting
    when: {event: birth}
    within: P5D
    items: [birth-details]
```

## How much it weighs

An error where the need is critical and its source was read, at least in part. A warning where the need is important,
and where it is critical but only proposed, its source was not opened, or it is local practice that was read in part.
Information where it is useful. The pathway says which: `weight`, `strength`, `verified`, `source`.

## What to do

Agree how long it may take, and say so with `within`. A flow that does not say what sets it off needs a `when` too.
"""

from collections.abc import Iterator

from sharecheck.advice.advice import cheapest, limited, sent_at_once, steps, undated
from sharecheck.advice.finding import finding, gaps
from sharecheck.advice.routes import also_carried, holders
from sharecheck.explain import Gap
from sharecheck.finding import Finding, Severity
from sharecheck.network.facts import IF_DATED
from sharecheck.rule import rule
from sharecheck.workspace import Flow, Workspace


@rule("GAP03", Severity.ERROR, sources=("qs37-1",), alone=False)
def undated_knowledge(workspace: Workspace) -> Iterator[Finding]:
    """Needs that would be met if the flows without a time limit were quick."""
    for gap in gaps(workspace, "undated"):
        _, flow = gap.hung(IF_DATED) or (None, None)
        yield finding(
            gap,
            f"nobody can say whether {gap.item} reaches {gap.party} by {gap.by}: {_silence(gap, flow)}",
            _help(gap, flow) if flow else gap.identifiers,
        )


def _silence(gap: Gap, flow: Flow | None) -> str:
    if flow is None:
        return f"what brings its identifier has no time limit{gap.besides}"
    if not flow.when:
        return f"`{flow.id}` does not state what sets it off{gap.besides}"
    route = "the second route of " if flow.within else ""
    return f"{route}`{flow.id}` does not state a time limit{gap.besides}"


def _help(gap: Gap, flow: Flow) -> str:
    others = also_carried(gap, holders(gap))
    if not flow.when:
        arc = next(arc for arc in steps(gap) if gap.area.flow_of(arc) is flow)
        advice = cheapest(gap, (*sent_at_once(gap, arc), *others))
        return advice.text if advice else f"agree what sets `{flow.id}` off, and say so under `when`"
    advice = cheapest(gap, (*limited(gap, undated(gap)), *others))
    if advice is None:
        return f"agree how long `{flow.id}` may take and say so: `within`{gap.still}"
    return advice.text
