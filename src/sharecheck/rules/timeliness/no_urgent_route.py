"""What a child's safety hangs on has no quick route.

## Why it matters

A new partner moves in on Thursday, a plan is made on Friday. What travels with the weekly list, or waits for the next
meeting, is not there at the weekend.

## Example

```yaml bad
sharecheck: protocol/1
id: example  # <-
flows:
  - id: plans
    from: social-care
    to: health-visiting
    when: {every: P1W}
    within: P2D
    items: [child-protection-plan]
```

A flow that brings it within a day of the change does not wait:

```yaml good
flows:
  - id: plans
    from: social-care
    to: health-visiting
    when: {every: P1W}
    within: P2D
    items: [child-protection-plan]
  - id: new-plan
    from: social-care
    to: health-visiting
    when: {on: change}
    within: PT24H
    channel: telephone
    items: [child-protection-plan]
```

A quick last step makes no quick chain: what reaches the hub once a month is a month old when the hub hands it on:

```yaml bad
sharecheck: protocol/1
id: example  # <-
flows:
  - id: upload
    from: social-care
    to: gps
    when: {every: P1M}
    within: P2D
    items: [child-protection-plan]
  - id: handed-on
    from: gps
    to: health-visiting
    when: {on: change}
    within: PT1H
    items: [child-protection-plan]
```

A clause that says whom to ring is enough:

```yaml good
flows:
  - id: plans
    from: social-care
    to: health-visiting
    when: {on: change}
    within: P5D
    items: [child-protection-plan]
governance:
  urgent: by telephone to the duty health visitor on the same day, in writing on the next
```

## What to do

Say whom to ring on the same day, and that it follows in writing, under `governance`: `urgent: by telephone to the duty
health visitor`. Or promise a flow of it `within: PT24H`. That a day is soon enough is our proposal; no national number
of hours was found.
"""

from collections.abc import Iterator

from sharecheck import words
from sharecheck.finding import Finding, Lack, Severity, here
from sharecheck.model.base import many
from sharecheck.rule import rule
from sharecheck.workspace import Flow, Workspace


@rule("TIM05", Severity.WARNING, sources=("wt-2026", "wsp", "ico-10-step"))
def no_urgent_route(workspace: Workspace) -> Iterator[Finding]:
    """Protocols with safeguarding items, without a clause on urgency and without a quick flow from who knows first."""
    for protocol in workspace.protocols():
        if not protocol.agreement or protocol.governance.urgent:
            continue
        flows = [flow for flow in protocol.personal_flows if flow.carries_safeguarding]
        items = list(dict.fromkeys(carried.id for flow in flows for carried in flow.safeguarding))
        items = [item for item in items if not any(map(_quick, _first(item, flows)))]
        if items:
            yield Finding(
                locations=here(protocol.place / "id"),
                message=f"`{protocol.id}` has no route within a day for {words.listed(items)}",
                consequence="a danger that shows on Friday is known to the others in the week after",
                help="say whom to ring on the same day, `urgent: ...` under `governance`, or promise a flow `within: "
                "PT24H`",
                about=(protocol.id, "urgent"),
                lacks=Lack(f"a route within a day for {words.listed(items)}", ("governance/urgent",)),
            )


def _first(item: str, flows: list[Flow]) -> list[Flow]:
    """The flows of an item from who is sent it by nobody here; all of them where each is sent it by another."""
    carrying = [flow for flow in flows if item in flow.carries]
    told = {party for flow in carrying for party in many(flow.shape.to)}
    return [flow for flow in carrying if not told.issuperset(many(flow.shape.from_))] or carrying


def _quick(flow: Flow) -> bool:
    """Whether a flow arrives within a day of what sets it off, without waiting for a batch or for somebody to look."""
    soon = flow.within is not None and flow.within.longest_hours <= 24
    return soon and any(when.event or when.on == "change" for when in flow.when)
