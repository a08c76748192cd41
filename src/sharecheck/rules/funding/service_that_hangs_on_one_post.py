"""All that a service sends hangs on one post that nobody covers.

## Why it matters

When one post is empty, not one message fails but all of them: the ward, the clinic and the unit all go through the same
desk. From outside it looks as if the hospital had no children that month.

## Example

```yaml bad
flows:
  - id: attendance
    from: hospital
    to: health-visiting
    when: {on: change}
    within: P3D
    items: [attendance-at-emergency-care]
    relies-on: {post: paediatric liaison nurse}  # <-
  - id: ward-discharge
    from: hospital
    to: general-practice
    when: {event: neonatal-discharge}
    within: P2D
    items: [birth-details]
    relies-on: {post: paediatric liaison nurse}
```

```yaml good
flows:
  - id: attendance
    from: hospital
    to: health-visiting
    when: {on: change}
    within: P3D
    items: [attendance-at-emergency-care]
    relies-on: {post: paediatric liaison nurse}
  - id: ward-discharge
    from: hospital
    to: general-practice
    when: {event: neonatal-discharge}
    within: P2D
    channel: system-message
    items: [birth-details]
```

## What to do

Let one of them go without that desk, system to system; or agree on a deputy, and say `cover: true`.
"""

from collections.abc import Iterator

from sharecheck import words
from sharecheck.finding import Finding, Severity, here, related
from sharecheck.model.base import many
from sharecheck.rule import rule
from sharecheck.workspace import Area, Flow, Workspace

_SEVERAL = 2


@rule("FUN07", Severity.WARNING, sources=("lancashire-births-2013", "eif-10-insights"), alone=False)
def service_that_hangs_on_one_post(workspace: Workspace) -> Iterator[Finding]:
    """Parties that send two flows or more, all of which rely on the same post without cover."""
    for area in workspace.areas:
        for party, flows in _sent(area).items():
            post = _only_post(flows)
            if len(flows) < _SEVERAL or post is None or _may_have_cover(flows):
                continue
            yield Finding(
                locations=(
                    *here(flows[0].place / "relies-on"),
                    *(related(flow.place / "relies-on", "so does this") for flow in flows[1:4]),
                ),
                message=f"all that `{party}` sends hangs on the {post}, whom nobody covers: "
                f"{words.listed([flow.id for flow in flows])}",
                consequence="when that desk is empty, it looks as if there were no children",
                help="let one of them go without it, system to system, or agree on a deputy: `cover: true`",
                about=(party, "relies-on"),
            )


def _sent(area: Area) -> dict[str, list[Flow]]:
    sent: dict[str, list[Flow]] = {}
    for flow in sorted(area.current_flows, key=lambda flow: (flow.id, flow.protocol.id)):  # not as files are called
        for party in many(flow.shape.from_):
            sent.setdefault(party, []).append(flow)
    return sent


def _only_post(flows: list[Flow]) -> str | None:
    """The one post without cover that all of them rely on."""
    posts = {
        flow.shape.relies_on.post if flow.shape.relies_on and not flow.shape.relies_on.cover else None for flow in flows
    }
    return posts.pop() if len(posts) == 1 else None


def _may_have_cover(flows: list[Flow]) -> bool:
    """Whether a protocol has a clause on cover, or may have one that was not read."""
    return any(flow.protocol.governance.cover or not flow.protocol.agreement for flow in flows)
