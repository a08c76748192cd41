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
from sharecheck.rule import rule
from sharecheck.workspace import Flow, Workspace


@rule("TIM05", Severity.WARNING, sources=("wt-2026", "wsp", "ico-10-step"))
def no_urgent_route(workspace: Workspace) -> Iterator[Finding]:
    """Protocols with safeguarding items, without a clause on urgency and without a flow of them within a day."""
    for protocol in workspace.protocols():
        if not protocol.agreement or protocol.governance.urgent:
            continue
        flows = [flow for flow in protocol.personal_flows if flow.carries_safeguarding]
        if flows and not any(_quick(flow) for flow in flows):
            items = list(dict.fromkeys(carried.id for flow in flows for carried in flow.safeguarding))
            yield Finding(
                locations=here(protocol.place / "id"),
                message=f"`{protocol.id}` has no route within a day for {words.listed(items)}",
                consequence="a danger that shows on Friday is known to the others in the week after",
                help="say whom to ring on the same day, `urgent: ...` under `governance`, or promise a flow `within: "
                "PT24H`",
                about=(protocol.id, "urgent"),
                lacks=Lack(f"a route within a day for {words.listed(items)}", ("governance/urgent",)),
            )


def _quick(flow: Flow) -> bool:
    """Whether a flow arrives within a day of what sets it off, without waiting for a batch or for somebody to look."""
    soon = flow.within is not None and flow.within.longest_hours <= 24
    return soon and any(when.event or when.on == "change" for when in flow.when)
