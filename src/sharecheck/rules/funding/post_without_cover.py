"""A flow hangs on one post that nobody covers.

## Why it matters

One good person has made it work for years. In August it is leave, in November an illness, in March retirement; each
time nobody knows what used to be sent, or where the list is.

## Example

```yaml bad
flows:
  - id: attendance-list
    from: hospital
    to: health-visiting
    when: {on: change}
    within: P3D
    items: [attendance-at-emergency-care]
    relies-on:
      post: paediatric liaison nurse
      cover: false  # <-
```

```yaml good
flows:
  - id: attendance-list
    from: hospital
    to: health-visiting
    when: {on: change}
    within: P3D
    items: [attendance-at-emergency-care]
    relies-on: {post: paediatric liaison nurse, cover: true}
```

Where it is not said whether anybody covers, the finding is for information, unless the protocol has a clause on it:

```yaml bad
flows:
  - id: attendance-list
    from: hospital
    to: health-visiting
    when: {on: change}
    within: P3D
    items: [attendance-at-emergency-care]
    relies-on:
      post: paediatric liaison nurse  # <-
```

```yaml good
flows:
  - id: attendance-list
    from: hospital
    to: health-visiting
    when: {on: change}
    within: P3D
    items: [attendance-at-emergency-care]
    relies-on: {post: paediatric liaison nurse}
governance:
  cover: each post named here has a deputy in the duty rota
```

## How much it weighs

A warning where the file says that nobody covers; information where it does not say whether anybody does.

## What to do

Agree who does it when the holder of the post is away, write the work down, and say `cover: true`.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Severity, here
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("FUN02", Severity.WARNING, sources=("lancashire-births-2013", "eif-10-insights"))
def post_without_cover(workspace: Workspace) -> Iterator[Finding]:
    """Flows that rely on a post without cover; for information where cover is not stated."""
    for flow in workspace.stating("relies_on"):
        relies, protocol = flow.shape.relies_on, flow.protocol
        if relies is None or relies.cover:
            continue
        stated = relies.cover is False
        if stated or (protocol.agreement and not protocol.governance.cover):
            yield Finding(
                locations=here(flow.place / "relies-on" / ("cover" if stated else "post")),
                message=f"`{flow.id}` hangs on the {relies.post}, and "
                f"{'nobody does it' if stated else 'it is not said who does it'} when the holder is away",
                consequence="whether a child is known depends on who is on leave",
                help="agree on a deputy, and say `cover: true`",
                severity=None if stated else Severity.INFORMATION,
                about=(flow.id, "cover"),
            )
