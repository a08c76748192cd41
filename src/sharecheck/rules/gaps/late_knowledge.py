"""Knowledge arrives too late.

## Why it matters

The next service starts at a fixed point of a child's life. What comes after that is read, if at all, when the first
decisions are made: the mother tells her story once more, and what she does not think of is not known.

## Example

```yaml bad
flows:
  - id: birth-summary
    from: maternity
    to: health-visiting
    when: {event: birth}
    within: P14D
    items: [birth-details]  # <-
```

The visit may take place on day 10, so that is the day on which it has to be there:

```yaml good
flows:
  - id: birth-summary
    from: maternity
    to: health-visiting
    when: {event: birth}
    within: P5D
    items: [birth-details]
```

A monthly list is a month late at the worst, however fast it is sent. What is sent at each change arrives in time:

```yaml good
flows:
  - id: birth-list
    from: maternity
    to: health-visiting
    when: {on: change}
    within: P2D
    items: [birth-details]
```

## How much it weighs

An error where the need is critical and its source was read, at least in part. A warning where the need is important,
and where it is critical but only proposed, its source was not opened, or it is local practice that was read in part.
Information where it is useful. The pathway says which: `weight`, `strength`, `verified`, `source`.

## What to do

Shorten `within` on the step that takes longest, send at an earlier event, or send at each change rather than in
batches.
"""

from collections.abc import Iterator

from sharecheck import words
from sharecheck.advice.advice import Advice, cheapest, limit, sent_at_once, shorter, steps, together
from sharecheck.advice.finding import finding, gaps
from sharecheck.advice.routes import also_carried, holders, new_flow, recorders
from sharecheck.explain import AT_THE_EVENT, Gap
from sharecheck.finding import Finding, Severity
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("GAP01", Severity.ERROR, sources=("qs37-1",), alone=False)
def late_knowledge(workspace: Workspace) -> Iterator[Finding]:
    """Needs that would be met if they could wait."""
    for gap in gaps(workspace, "late"):
        late = gap.outcome.late_by
        advice = cheapest(gap, _mends(gap)) or (None if gap.waits_for_identifiers else new_flow(gap, recorders(gap)))
        yield finding(
            gap,
            f"{gap.item} reaches {gap.party} up to {words.span(late)} too late for {gap.by}"
            if late
            else f"{gap.item} reaches {gap.party} {AT_THE_EVENT}, and has to be there before {gap.by} begins",
            advice.text if advice else _otherwise(gap),
            advice.place if advice else None,
        )


def _mends(gap: Gap) -> Iterator[Advice]:
    """One step quicker, or sent at once; all steps quicker; or another flow."""
    limits = [(arc, hours) for arc in steps(gap) if (hours := limit(gap, arc)) is not None]
    for arc, hours in sorted(limits, key=lambda limit: -limit[1]):
        yield from shorter(gap, arc, hours - gap.outcome.late_by)
    for arc in steps(gap):
        yield from sent_at_once(gap, arc)
    total = sum(hours for _, hours in limits)
    if total > gap.outcome.late_by:
        share = 1 - gap.outcome.late_by / total
        parts = [part for arc, hours in limits for part in shorter(gap, arc, hours * share)]
        if len(parts) == len(limits) > 1:
            yield together(parts)
    yield from also_carried(gap, holders(gap))


def _otherwise(gap: Gap) -> str:
    """What to say when no change of the flows on the way is enough."""
    if gap.waits_for_identifiers:
        return gap.identifiers
    if gap.untried:
        return "agree a quicker way, or one from who knows it sooner"
    first = gap.outcome.hops[0]
    return (
        f"no quicker flow is enough: `{first.fact.party}` records it at `{first.via.event}`, {words.age(first.age)} "
        "at the latest; agree who learns of it sooner, or narrow the window of that event in a local pathway"
    )
