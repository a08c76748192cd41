"""Responsibility for a child passes when something is sent, not when it is accepted.

## Why it matters

From that moment the sender has let go. Until somebody at the other end has read it and taken the child on, nobody looks
after the child; when it is read after the holidays, nobody did for two weeks.

## Example

```yaml bad
flows:
  - id: discharge
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    channel: secure-email
    items: [health-review-summary]
    responsibility: passes-when-sent  # <-
```

```yaml good
flows:
  - id: discharge
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    channel: secure-email
    items: [health-review-summary]
    responsibility: sender-until-accepted
```

Where two people speak with each other, sending and accepting are one:

```yaml good
flows:
  - id: joint-visit
    from: family-nurse
    to: health-visiting
    when: {event: family-nurse-handover}
    within: P2D
    channel: meeting
    items: [handover-summary]
    responsibility: passes-when-sent
```

## What to do

Agree that the sender stays responsible until the recipient has accepted: `responsibility: sender-until-accepted`, with
a `receipt` that says how the sender learns of it.
"""

from collections.abc import Iterator

from sharecheck import words
from sharecheck.finding import Finding, Severity, here
from sharecheck.model.base import many
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("FBK02", Severity.WARNING, sources=("chi-professional-contacts", "qs37-1"))
def responsibility_between_two(workspace: Workspace) -> Iterator[Finding]:
    """Flows that say that responsibility passes when they are sent, but for what is said from person to person."""
    for flow in workspace.stating("responsibility"):
        spoken = flow.channel is not None and flow.channel.form == "verbal"
        if flow.shape.responsibility == "passes-when-sent" and not spoken:
            yield Finding(
                locations=here(flow.place / "responsibility"),
                message=f"with `{flow.id}`, responsibility passes to {words.listed(many(flow.shape.to))} when it is "
                "sent, not "
                "when it is accepted",
                consequence="in between nobody looks after the child",
                help="let the sender keep it until then: `responsibility: sender-until-accepted`",
                about=(flow.id, "responsibility"),
            )
