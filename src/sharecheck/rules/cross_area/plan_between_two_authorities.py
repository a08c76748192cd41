"""A child with a plan moves, and nobody is said to be responsible until the other side has taken over.

## Why it matters

For the old authority the child has gone; for the new one it has not yet come. In between, nobody visits. Reviews of
what went wrong name these weeks again and again.

## Example

```yaml bad
parties:
  - {id: social-care, service: childrens-social-care}
  - {id: next-social-care, service: childrens-social-care, elsewhere: true}
flows:
  - id: plan-to-next-authority  # <-
    from: social-care
    to: next-social-care
    when: {event: move-in-first-year}
    within: P2D
    items: [identity, child-protection-plan]
```

```yaml good
parties:
  - {id: social-care, service: childrens-social-care}
  - {id: next-social-care, service: childrens-social-care, elsewhere: true}
flows:
  - id: plan-to-next-authority
    from: social-care
    to: next-social-care
    when: {event: move-in-first-year}
    within: P2D
    items: [identity, child-protection-plan]
    responsibility: sender-until-accepted
```

Other services that have the plan in their record do not hold the responsibility for it:

```yaml good
parties:
  - {id: surgery, service: general-practice}
  - {id: next-surgery, service: general-practice, elsewhere: true}
flows:
  - id: record
    from: surgery
    to: next-surgery
    when: {event: move-in-first-year}
    within: P5D
    items: [child-protection-plan]
```

## What to do

Agree that the old authority stays responsible until the new one has accepted: `responsibility: sender-until-accepted`,
with a receipt that says how it learns of that.
"""

from collections.abc import Iterator
from functools import partial

from sharecheck import words
from sharecheck.finding import Finding, Severity
from sharecheck.finding.members import each_of
from sharecheck.model.base import many
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("XAR10", Severity.WARNING, sources=("esscp-moves", "wsp", "tees-transfer-in"))
def plan_between_two_authorities(workspace: Workspace) -> Iterator[Finding]:
    """Flows of plans from social care to social care elsewhere, without `responsibility`."""
    with_responsibility = workspace.vocabulary.items_with("social-care-plan")
    protecting = workspace.vocabulary.services_with("child-protection")
    for flow in workspace.carrying(with_responsibility):
        plans = [carried.id for carried in flow.items if carried.id in with_responsibility]
        if flow.shape.responsibility or not flow.protocol.agreement:
            continue
        sends = any(not protecting.isdisjoint(many(party.service)) for party in flow.senders)
        takes = any(party.elsewhere and not protecting.isdisjoint(many(party.service)) for party in flow.recipients)
        if sends and takes:
            yield from each_of(
                ((plan, flow.place / "id") for plan in plans),
                partial(_unowned, flow.id),
                "for the one side the child has gone, for the other it has not come, and nobody visits",
                "agree who keeps it until then: `responsibility: sender-until-accepted`",
                about=(flow.id, "responsibility"),
            )


def _unowned(flow: str, plans: tuple[str, ...]) -> str:
    moves = f"with `{flow}` a child with {words.listed(plans)} moves"
    return f"{moves}, and nobody is said to be responsible until it is accepted"
