"""What a child's safety hangs on is said, and never written.

## Why it matters

She rang, and the duty desk said that it would pass it on. A week later nobody knows what was said: the one remembers
"worried", the other "fine so far". In court there are two memories and no note.

## Example

```yaml bad
flows:
  - id: concern
    from: maternity
    to: social-care
    when: {on: change}
    within: PT4H
    channel: telephone
    items: [pre-birth-plan]  # <-
```

Ring, and send the paper after:

```yaml good
flows:
  - id: concern
    from: maternity
    to: social-care
    when: {on: change}
    within: PT4H
    channel: telephone
    items: [pre-birth-plan]
  - id: concern-in-writing
    from: maternity
    to: social-care
    when: {on: change}
    within: P1D
    channel: secure-email
    items: [pre-birth-plan]
```

A second route by telephone is no finding, nor is a call whose written side may stand in a part that was not read:

```yaml good
flows:
  - id: concern
    from: maternity
    to: social-care
    when: {on: change}
    within: PT4H
    channel: secure-email
    fallback: {channel: telephone, within: PT4H}
    items: [pre-birth-plan]
```

## What to do

Confirm it in writing, on the same day or the next: a flow of its own beside the call, or `fallback: {channel:
secure-email, within: P1D}`.
"""

from collections.abc import Iterator
from functools import partial

from sharecheck import words
from sharecheck.finding import Finding, Severity, related
from sharecheck.finding.members import each_of, item_place
from sharecheck.model.base import many
from sharecheck.rule import rule
from sharecheck.workspace import Flow, Workspace


@rule("FID04", Severity.WARNING, sources=("esscp-moves", "wt-2026", "wsp"), alone=False)
def said_and_not_written(workspace: Workspace) -> Iterator[Finding]:
    """Safeguarding items between services that go by word of mouth only, and by no other flow of the area."""
    for flow in workspace.by(workspace.channels(lambda channel: channel.form == "verbal")):
        safety = [carried.id for carried in flow.safeguarding]
        if not safety or not flow.between_services or not flow.protocol.agreement or not _only_said(flow):
            continue
        in_writing = {
            (item.id, to)
            for other in workspace.area_of(flow).current_flows
            if not _only_said(other) and set(many(other.shape.from_)) & set(many(flow.shape.from_))
            for item in other.items
            for to in many(other.shape.to)
        }
        missing = [item for item in safety if any((item, to) not in in_writing for to in many(flow.shape.to))]
        yield from each_of(
            ((item, item_place(flow, item)) for item in missing),
            partial(_message, flow.id, flow.shape.channel),
            "a week later there are two memories of what was said, and no note",
            "confirm it in writing: `fallback: {channel: secure-email, within: P1D}`, or a flow beside the call",
            elsewhere=(related(flow.place / "channel", "said, and not written"),),
            about=(flow.id,),
        )


def _message(flow: str, channel: str | None, items: tuple[str, ...]) -> str:
    return f"`{flow}` says {words.listed(items)} by `{channel}`, and nothing follows in writing"


def _only_said(flow: Flow) -> bool:
    return bool(flow.routes) and all(channel.form == "verbal" for channel, _ in flow.routes)
