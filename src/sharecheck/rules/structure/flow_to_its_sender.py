"""A flow leads to the party that sends it.

## Why it matters

Mostly a name was copied: the letter about a hearing test is sent from audiology to audiology, and the health visitor,
for whom it was meant, stands nowhere.

## Example

```yaml bad
flows:
  - id: hearing-result
    from: audiology
    to: audiology  # <-
    when: {event: hearing-assessment}
    within: P2D
    items: [newborn-hearing]
```

```yaml good
flows:
  - id: hearing-result
    from: audiology
    to: health-visiting
    when: {event: hearing-assessment}
    within: P2D
    items: [newborn-hearing]
```

Partners who each tell all the others may be named on both sides:

```yaml good
flows:
  - id: conference
    from: [social-care, health-visiting, nursery]
    to: [social-care, health-visiting, nursery]
    when: {on: change}
    within: P1D
    items: [child-protection-plan]
```

## What to do

Write who is meant, `to: health-visiting`. Teams of one organisation are parties of their own.
"""

from collections.abc import Iterator

from sharecheck import words
from sharecheck.finding import Finding, Severity, here
from sharecheck.model.base import many
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("STR15", Severity.WARNING, sources=("ico-data-sharing-code",))
def flow_to_its_sender(workspace: Workspace) -> Iterator[Finding]:
    """Flows whose only sender is among their recipients."""
    for flow in workspace.current_flows():
        senders, recipients = many(flow.shape.from_), many(flow.shape.to)
        if len(senders) == 1 and senders[0] in recipients:
            place = flow.place / "to"
            yield Finding(
                locations=here(place / recipients.index(senders[0]) if isinstance(flow.shape.to, tuple) else place),
                message=f"`{flow.id}` leads from {words.listed(senders)} back to it",
                consequence="whoever it was meant for stands nowhere, and is not told about the child",
                help="write who is meant, for example `to: health-visiting`",
                about=(flow.id, senders[0]),
            )
