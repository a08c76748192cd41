"""What is to flow after a parent's no is not in the flow.

## Why it matters

`if-refused` promises a minimum: after a no, the health visitor still learns that a check was done. Where the flow does
not carry that item, nothing arrives after a no, and all believe that something does.

## Example

```yaml bad
flows:
  - id: progress-check
    from: nursery
    to: health-visiting
    when: {event: progress-check-at-two}
    within: P10D
    items: [progress-check-summary]
    agreement: {ask: parent, if-refused: [progress-check-done]}  # <-
```

```yaml fixed
flows:
  - id: progress-check
    from: nursery
    to: health-visiting
    when: {event: progress-check-at-two}
    within: P10D
    items: [progress-check-summary, progress-check-done]
    agreement: {ask: parent, if-refused: [progress-check-done]}
```

## What to do

Add it to what the flow carries, `items: [progress-check-summary, progress-check-done]`, or take it out of `if-refused`.
"""

from collections.abc import Iterator

from sharecheck.edit import Append
from sharecheck.finding import Finding, Fix, Severity, here
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("CON04", Severity.ERROR, sources=("ico-data-sharing-code",))
def item_kept_but_not_sent(workspace: Workspace) -> Iterator[Finding]:
    """Items that `if-refused` names and that the flow does not carry."""
    for flow in workspace.stating("agreement"):
        agreement = flow.shape.agreement
        if agreement is None or not agreement.if_refused or not flow.protocol.read_in_full:
            continue
        carried = {item.id for item in flow.items}
        for index, item in enumerate(agreement.if_refused):
            if item not in carried:
                yield Finding(
                    locations=here(flow.place / "agreement" / "if-refused" / index),
                    message=f"`{flow.id}` keeps `{item}` after a refusal, and does not carry it",
                    consequence="after a parent's no nothing of it arrives, and all believe that it does",
                    help=f"add `{item}` to its `items`, or take it out of `if-refused`",
                    about=(flow.id, item),
                    fix=Fix((Append((flow.place / "items").route, item),)),
                )
