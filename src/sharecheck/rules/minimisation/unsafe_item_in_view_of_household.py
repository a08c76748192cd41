"""Something unsafe to show travels where another member of the household can see it.

## Why it matters

A mother who was asked about violence at home has answered in confidence. When the answer stands in the red book, in an
app on a phone that she can be made to show, or in a letter on the hall table, the one who hurts her can read it.

## Example

```yaml bad
flows:
  - id: handover
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    channel: parent-held-record
    items: [feeding-status, domestic-abuse-enquiry]  # <-
```

Two flows, each by its own way:

```yaml good
flows:
  - id: handover
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    channel: parent-held-record
    items: [feeding-status]
  - id: confidential-handover
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    channel: telephone
    items: [domestic-abuse-enquiry]
```

The second route counts as well:

```yaml bad
flows:
  - id: staff-warning
    from: maternity
    to: health-visiting
    when: {on: change}
    within: P1D
    channel: system-message
    fallback:
      channel: text-message
    items: [staff-safety]  # <-
```

What goes to the parent in writing can be found at home, by whichever way it came; then the finding is a warning. What
is said in person cannot:

```yaml bad
flows:
  - id: copy-of-plan
    from: social-care
    to: [maternity, parent]
    when: {event: pre-birth-assessment}
    within: P5D
    channel: letter
    items: [pre-birth-plan]  # <-
```

```yaml good
flows:
  - id: plan
    from: social-care
    to: parent
    when: {event: pre-birth-assessment}
    within: P5D
    channel: meeting
    items: [pre-birth-plan]
```

## How much it weighs

An error where the way itself can be seen at home, as the red book or an app. A warning where it is what goes to the
parent in writing, by whichever way.

## What to do

Take it out of this flow and send it from service to service, by a way that nobody at home can see, for example
`channel: secure-email`. Where a parent is to have it, agree with the parent how that is safe.
"""

from collections.abc import Iterator
from functools import partial

from sharecheck import words
from sharecheck.finding import Finding, Severity, related
from sharecheck.finding.members import each_of
from sharecheck.model.base import many
from sharecheck.network.build import PARENT
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("MIN01", Severity.ERROR, sources=("nhse-app-domestic-abuse", "ico-data-sharing-code"))
def unsafe_item_in_view_of_household(workspace: Workspace) -> Iterator[Finding]:
    """Items that are unsafe to show, on ways that the household can see, or on paper or screen to the parent."""
    for flow in workspace.carrying(workspace.items(lambda item: item.unsafe_to_show)):
        unsafe = [carried for carried in flow.items if carried.item and carried.item.unsafe_to_show]
        if flow.by_parent:
            continue
        for channel, place in flow.routes:
            in_view = channel.household_can_see or channel.carried_by_parent
            on_paper = PARENT in many(flow.shape.to) and channel.form != "verbal"
            if in_view or on_paper:
                seen = (
                    f"by `{channel.id}`, which others at home can see"
                    if in_view
                    else f"to the parent by `{channel.id}`"
                )
                yield from each_of(
                    ((carried.id, carried.place) for carried in unsafe),
                    partial(_message, flow.id, seen),
                    "the one from whom mother and child are to be kept safe can read it",
                    "send it in a flow of its own from service to service, for example `channel: secure-email`"
                    if in_view
                    else "agree with the parent how that is safe, or say it in person: `channel: meeting`",
                    severity=None if in_view else Severity.WARNING,
                    elsewhere=(related(place, "others can see it here"),),
                    about=(flow.id, channel.id),
                )


def _message(flow: str, seen: str, unsafe: tuple[str, ...]) -> str:
    return f"`{flow}` sends {words.listed(unsafe)} {seen}"
