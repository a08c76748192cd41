"""What a child's safety hangs on travels by a channel that is not fit for it.

## Why it matters

A plan to protect a child names the street, the school run and the man who must not know them. On a fax in the corridor,
or in an e-mail to the wrong Smith, it tells him.

## Example

```yaml bad
flows:
  - id: plan-to-nursery
    from: social-care
    to: nursery
    when: {event: nursery-start}
    within: P5D
    channel: plain-email
    items: [child-protection-plan]  # <-
```

```yaml good
flows:
  - id: plan-to-nursery
    from: social-care
    to: nursery
    when: {event: nursery-start}
    within: P5D
    channel: secure-email
    items: [child-protection-plan]
```

Health data, and other special category data, is told by `SEC01`; what the household must not see, by `MIN01`:

```yaml good
flows:
  - id: staff-warning
    from: social-care
    to: nursery
    when: {on: change}
    within: P1D
    channel: fax
    items: [alcohol-and-drugs]
  - id: moved
    from: social-care
    to: nursery
    when: {on: change}
    within: P1D
    channel: fax
    items: [address]
```

Where a flow carries both, each is told by its rule:

```yaml bad
flows:
  - id: history-and-plan
    from: social-care
    to: nursery
    when: {on: change}
    within: P1D
    channel: fax
    items: [alcohol-and-drugs, child-protection-plan]  # <-
```

## How much it weighs

An error; a warning where what was read of a channel was said of the other nation alone, as of fax in Wales.

## What to do

Use a channel that is secure, `channel: secure-email` or a telephone call to a named person, with the paper after it.
"""

from collections.abc import Iterator
from functools import partial

from sharecheck import words
from sharecheck.finding import Finding, Severity, related
from sharecheck.finding.members import each_of, item_place
from sharecheck.model.catalogue import Channel
from sharecheck.rule import rule
from sharecheck.workspace import Flow, Workspace
from sharecheck.workspace.evidence import sourced_in


@rule("SEC04", Severity.ERROR, sources=("ico-data-sharing-code", "dhsc-fax-2018", "kcsie-2026"))
def plan_by_insecure_channel(workspace: Workspace) -> Iterator[Finding]:
    """Safeguarding or offence items that are no special category data, on channels that are not secure."""
    for flow in workspace.carrying(workspace.items(lambda item: item.safeguarding or item.offence)):
        if flow.by_parent:
            continue
        for channel, place in flow.routes:
            items = [] if channel.secure or channel.carried_by_parent else _unfit(flow, channel)
            yield from each_of(
                ((item, item_place(flow, item)) for item in items),
                partial(_message, flow.id, channel.id),
                "it can tell the one from whom the child is to be kept safe where the child is",
                "use a channel that is secure, for example `channel: secure-email`, or ring a named person",
                severity=None if sourced_in(channel, flow.nations) else Severity.WARNING,
                elsewhere=(related(place, "not fit for it"),),
                about=(flow.id, channel.id),
            )


def _message(flow: str, channel: str, items: tuple[str, ...]) -> str:
    return f"`{flow}` sends {words.listed(items)} by `{channel}`, which is not fit for it"


def _unfit(flow: Flow, channel: Channel) -> list[str]:
    """What is not to go by a channel, but for special category data, told by `SEC01`, and what `MIN01` tells of."""
    plans = ((item.id, item.item) for item in flow.items if item.item and (item.item.safeguarding or item.item.offence))
    told = flow.area.vocabulary.special
    return [id for id, item in plans if id not in told and not (channel.household_can_see and item.unsafe_to_show)]
