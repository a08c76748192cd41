"""A flow does not say how it travels.

## Why it matters

One team writes a letter, the other one waits for a message on the screen. Whether it can arrive in time, in a form that
can be used, unseen by the household, nobody can say who does not know whether it is a portal or an envelope.

## Example

```yaml bad
flows:
  - id: discharge  # <-
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    items: [feeding-status]
```

```yaml good
flows:
  - id: discharge
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    channel: secure-email
    items: [feeding-status]
```

Counts without personal data may travel as they like, and of a text that was read in part or that only describes an
agreement nobody can say that it lacks the channel:

```yaml good
flows:
  - {id: births-a-month, from: maternity, to: council, when: {every: P1M}, within: P5D, aggregate: true}
---
sharecheck: protocol/1
id: handover
encoded-from: {title: How we hand over, read: complete, text: description}
flows:
  - {id: discharge, from: maternity, to: health-visiting, when: {event: midwife-discharge}, items: [feeding-status]}
```

## What to do

Ask who does it how they do it, and say so: `channel: secure-email`. Until then the best is believed: that nothing is
lost on the way, and that it arrives as it was sent.
"""

from collections.abc import Iterator

from sharecheck import words
from sharecheck.finding import Finding, Severity
from sharecheck.finding.members import each_of, verb
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("STR16", Severity.WARNING, sources=("ico-audit-security", "waspi-isp-questions"))
def flow_without_channel(workspace: Workspace) -> Iterator[Finding]:
    """Flows of agreements without `channel`."""
    for protocol in workspace.protocols():
        silent = [flow for flow in protocol.personal_flows if flow.shape.channel is None] if protocol.agreement else []
        yield from each_of(
            ((flow.id, flow.place / "id") for flow in silent),
            _message,
            "one team writes a letter, and the other one waits for a message on the screen",
            "ask who does it, and say so: for example `channel: secure-email`",
            about=("channel",),
        )


def _message(names: tuple[str, ...]) -> str:
    travel = verb(names, "it travels", "they travel")
    return f"{words.listed(names)} {verb(names, 'does', 'do')} not say how {travel}"
