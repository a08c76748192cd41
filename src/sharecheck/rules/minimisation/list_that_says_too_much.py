"""A list of all children carries health data to a service outside care.

## Why it matters

A list goes out about everybody, each month, whether anybody needs it or not. A family hub that is to invite new parents
needs a name and an address. With the mother's smoking beside it, it is a list about four thousand families that one
wrong click sends out.

## Example

```yaml bad
parties:
  - {id: child-health, service: child-health-information}
  - {id: family-hubs, service: family-hub}
flows:
  - id: list-of-births
    from: child-health
    to: family-hubs
    when: {every: P1M}
    within: P5D
    items:
      - identity
      - address
      - smoking  # <-
      - birth-details  # <-
```

```yaml good
parties:
  - {id: child-health, service: child-health-information}
  - {id: family-hubs, service: family-hub}
flows:
  - id: list-of-births
    from: child-health
    to: family-hubs
    when: {every: P1M}
    within: P5D
    items: [identity, address]
```

With a reason, and about one child at its event, it is another matter:

```yaml good
parties:
  - {id: child-health, service: child-health-information}
  - {id: family-hubs, service: family-hub}
flows:
  - id: list-for-the-smoking-group
    from: child-health
    to: family-hubs
    when: {every: P1M}
    within: P5D
    items: [identity, address, {item: smoking, why: the hub runs the group to which these mothers were referred}]
  - id: referral
    from: child-health
    to: family-hubs
    when: {event: new-birth-visit}
    within: P5D
    items: [identity, address, smoking]
```

## What to do

Take out what the list does not need, and send it about those families whom it is for, in a flow of its own. Or say why:
`{item: smoking, why: ...}`.
"""

from collections.abc import Iterator
from functools import partial

from sharecheck import words
from sharecheck.finding import Finding, Severity
from sharecheck.finding.members import each_of
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule(
    "MIN03",
    Severity.WARNING,
    sources=("ico-data-sharing-code", "caldicott-2020", "action-for-children-evidence"),
    alone=False,
)
def list_that_says_too_much(workspace: Workspace) -> Iterator[Finding]:
    """Special category or offence data in batches to services outside care, without a `why` or a `purpose`."""
    for flow in workspace.in_batches():
        batches = bool(flow.when) and all(when.every for when in flow.when)
        if not batches or flow.shape.purpose or not flow.protocol.read_in_full:
            continue
        outside = [party.id for party in flow.area.outside_care(flow.recipients)]
        sensitive = [
            item
            for item in flow.items
            if item.item and (item.item.special_category or item.item.offence) and not item.why
        ]
        yield from each_of(
            (((id, carried.id), carried.place) for carried in sensitive for id in outside),
            partial(_message, flow.id),
            "one wrong click tells it of all families, and families who hear of it tell less",
            lambda _, item: f"take it out of the list, or say why it is needed: `{{item: {item}, why: ...}}`",
            about=(flow.id, "list"),
        )


def _message(flow: str, outside: tuple[str, ...], items: tuple[str, ...]) -> str:
    return f"the list `{flow}` tells {words.listed(outside)} {words.listed(items)} of every child on it"
