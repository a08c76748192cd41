"""Knowledge is there in time, and a change of it becomes known too late.

## Why it matters

What was true at the birth is not true for ever. A plan to protect a child begins on a Tuesday; the health visitor,
whose record was right the week before, rings at the door on Thursday as if nothing were known.

## Example

Children's social care puts each plan on a list once a month, and the hub hands on at once what it learns. The last step
is quick; the chain is not.

```yaml bad
sharecheck: protocol/1
id: plans
area: southshire
flows:
  - id: monthly-list
    from: social-care
    to: hub
    when: {every: P1M}
    within: P5D
    items: [safety-plan]  # <-
  - id: handed-on
    from: hub
    to: visitors
    when: {on: change}
    within: PT1H
    items: [safety-plan]
---
sharecheck: area/1
id: southshire
nation: england
pathway: southshire
protocols: complete
parties:
  - {id: social-care, service: childrens-social-care}
  - {id: hub, service: family-hub}
  - {id: visitors, service: health-visiting}
---
sharecheck: pathway/1
id: southshire
nation: england
events:
  - {id: birth, title: Birth, window: {age: {from: P0D, to: P0D}}}
  - {id: review, title: Review, window: {age: {from: P9M, to: P12M}}}
records:
  - {service: childrens-social-care, event: birth, items: [safety-plan]}
transitions:
  - id: social-care-to-visitors
    title: Social care to health visiting
    to: health-visiting
    at: review
    source: wt-2026
    strength: statutory-guidance
    verified: "yes"
    needs:
      - {item: safety-plan, weight: critical, current-within: P1D}
---
sharecheck: catalogue/1
id: local
items:
  - id: safety-plan
    title: Safety plan
    about: child
    if-missing: who visits does not know of the danger
    authoritative: childrens-social-care
```

```yaml good
sharecheck: protocol/1
id: plans
area: southshire
flows:
  - id: told-at-once
    from: social-care
    to: visitors
    when: {on: change}
    within: PT4H
    items: [safety-plan]
---
sharecheck: area/1
id: southshire
nation: england
pathway: southshire
protocols: complete
parties:
  - {id: social-care, service: childrens-social-care}
  - {id: visitors, service: health-visiting}
---
sharecheck: pathway/1
id: southshire
nation: england
events:
  - {id: birth, title: Birth, window: {age: {from: P0D, to: P0D}}}
  - {id: review, title: Review, window: {age: {from: P9M, to: P12M}}}
records:
  - {service: childrens-social-care, event: birth, items: [safety-plan]}
transitions:
  - id: social-care-to-visitors
    title: Social care to health visiting
    to: health-visiting
    at: review
    source: wt-2026
    strength: statutory-guidance
    verified: "yes"
    needs:
      - {item: safety-plan, weight: critical, current-within: P1D}
---
sharecheck: catalogue/1
id: local
items:
  - id: safety-plan
    title: Safety plan
    about: child
    if-missing: who visits does not know of the danger
    authoritative: childrens-social-care
```

## How much it weighs

One step less than knowledge that does not arrive: a warning where the need is critical and its source was read, else
information. The pathway says how soon a change has to be known, with `current-within`, and the catalogue which services
know it first, with `authoritative`.

## What to do

Send it on each change (`when: {on: change}`) from who knows first, or shorten the period and the time limits on the
way. What is sent once, at an event, tells of no change; what has to be looked up tells only those who look.
"""

from collections.abc import Iterator

from sharecheck import words
from sharecheck.advice.advice import Advice, cheapest, limit, sent_at_once, shorter, steps, together
from sharecheck.advice.finding import finding, gaps
from sharecheck.advice.routes import also_carried, new_flow
from sharecheck.explain import Gap
from sharecheck.finding import Finding, Severity
from sharecheck.network import Fact
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("GAP11", Severity.WARNING, sources=("qs37-1",), alone=False)
def outdated_knowledge(workspace: Workspace) -> Iterator[Finding]:
    """Needs that are met, and of whose changes the recipient hears later than the pathway says."""
    for gap in gaps(workspace, "out-of-date"):
        first = _first(gap)
        advice = cheapest(gap, _mends(gap, first)) or new_flow(gap, first)
        yield finding(
            gap,
            f"when {words.listed([fact.party for fact in first])} learns that {gap.item} has changed, {gap.becomes}; "
            f"it is to be known within {gap.currency}",
            advice.text if advice else f"agree who tells {gap.party} of each change, and how soon",
            advice.place if advice else None,
        )


def _first(gap: Gap) -> tuple[Fact, ...]:
    """Who knows of the change first whose news is told of."""
    hops, holders = gap.outcome.hops, gap.outcome.holders
    return (hops[0].fact,) if hops else tuple(holder.fact for holder in holders)


def _mends(gap: Gap, first: tuple[Fact, ...]) -> Iterator[Advice]:
    """One step quicker, or sent on each change as well; all steps quicker; or one more item in a flow."""
    limits = [(arc, hours) for arc in steps(gap) if (hours := limit(gap, arc)) is not None]
    for arc, hours in sorted(limits, key=lambda limit: -limit[1]):
        yield from shorter(gap, arc, hours - gap.outcome.late_by)
    for arc in steps(gap):
        yield from sent_at_once(gap, arc, again=True)
    total = sum(hours for _, hours in limits)
    if total > gap.outcome.late_by > 0:
        share = 1 - gap.outcome.late_by / total
        parts = [part for arc, hours in limits for part in shorter(gap, arc, hours * share)]
        if len(parts) == len(limits) > 1:
            yield together(parts)
    yield from also_carried(gap, first)
