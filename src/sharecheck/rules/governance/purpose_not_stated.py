"""An agreement does not say what the sharing is for, or why it is necessary.

## Why it matters

What it is for decides what may be sent, for how long, and to whom it may go on. Without it, everybody draws the line
elsewhere: one nurse tells the nursery everything, the next one nothing, and both can point to the same agreement.

## Example

```yaml bad
sharecheck: protocol/1
id: handover  # <-
flows:
  - {id: discharge, from: maternity, to: health-visiting, when: {event: midwife-discharge}, items: [feeding-status]}
```

A purpose without what would happen otherwise is told for information:

```yaml bad
sharecheck: protocol/1
id: handover  # <-
purpose: The health visitor knows mother and baby before the first visit.
flows:
  - {id: discharge, from: maternity, to: health-visiting, when: {event: midwife-discharge}, items: [feeding-status]}
```

```yaml good
sharecheck: protocol/1
id: handover
purpose: The health visitor knows mother and baby before the first visit.
necessity: Without it a baby who does not feed is seen for the first time when it is ill.
flows:
  - {id: discharge, from: maternity, to: health-visiting, when: {event: midwife-discharge}, items: [feeding-status]}
```

The purpose may also stand at each flow:

```yaml good
necessity: Without it a baby who does not feed is seen for the first time when it is ill.
flows:
  - id: discharge
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    items: [feeding-status]
    purpose: The health visitor knows mother and baby before the first visit.
```

## How much it weighs

A warning where no purpose is stated; information where only the necessity is missing.

## What to do

Write one sentence about what children gain, `purpose: ...`, and one about what happens to a child without it,
`necessity: ...`.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Lack, Severity, here
from sharecheck.rule import rule
from sharecheck.workspace import Protocol, Workspace


@rule("GOV11", Severity.WARNING, sources=("ico-data-sharing-code", "ico-code-checklist", "nhsx-dsa-2020"))
def purpose_not_stated(workspace: Workspace) -> Iterator[Finding]:
    """Agreements without a purpose, their own or that of each flow; for information those without a necessity."""
    for protocol in workspace.protocols():
        if not protocol.agreement or not protocol.personal_flows:
            continue
        if not _has_purpose(protocol):
            yield Finding(
                locations=here(protocol.place / "id"),
                message=f"`{protocol.id}` does not say what the sharing is for",
                consequence="one nurse tells the nursery everything, the next one nothing, both by this agreement",
                help="say what children gain: `purpose: ...`",
                about=("purpose",),
                lacks=Lack("what the sharing is for", ("purpose",)),
            )
        elif not protocol.shape.necessity:
            yield Finding(
                locations=here(protocol.place / "id"),
                message=f"`{protocol.id}` does not say why the sharing is necessary",
                consequence="whoever doubts it finds no answer to what happens to a child when nothing is shared",
                help="say what happens to a child without it: `necessity: ...`",
                severity=Severity.INFORMATION,
                about=("necessity",),
                lacks=Lack("why the sharing is necessary", ("necessity",)),
            )


def _has_purpose(protocol: Protocol) -> bool:
    return bool(protocol.shape.purpose) or all(flow.shape.purpose for flow in protocol.personal_flows)
