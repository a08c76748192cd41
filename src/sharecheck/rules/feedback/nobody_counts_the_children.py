"""Every baby should be in what is sent, and nobody compares those expected with those who came.

## Why it matters

A result that was sent and lost is chased. A result that was never sent is missed by nobody: no message, no
acknowledgement, no error. Screening finds such babies by counting: so many born, so many results, and one name left
over.

## Example

```yaml bad
sharecheck: protocol/1
id: screening  # <-
flows:
  - id: blood-spot-result
    from: newborn-screening
    to: child-health
    when: {event: blood-spot-result}
    within: P1D
    channel: system-message
    items: [blood-spot-results]
    receipt: {acknowledged: true, chase-after: P1D, owner: screening office}
```

```yaml good
sharecheck: protocol/1
id: screening
flows:
  - id: blood-spot-result
    from: newborn-screening
    to: child-health
    when: {event: blood-spot-result}
    within: P1D
    channel: system-message
    items: [blood-spot-results]
governance:
  failsafe: the child health records office compares births with results each week
```

What concerns some children only cannot be counted against births:

```yaml good
sharecheck: protocol/1
id: hearing-clinic
flows:
  - id: outcome
    from: audiology
    to: health-visiting
    when: {event: hearing-assessment}
    within: P5D
    channel: system-message
    items: [hearing-outcome]
```

## What to do

Say who compares the children expected with the children received, and how often: `failsafe: ...` under `governance`.
"""

from collections.abc import Iterator

from sharecheck import words
from sharecheck.finding import Finding, Lack, Severity, here
from sharecheck.law.clauses import lacking
from sharecheck.rule import rule
from sharecheck.workspace import Flow, Workspace


@rule("FBK04", Severity.WARNING, sources=("nbs-standards-2020", "nbs-pathway", "nhsp-pathway"))
def nobody_counts_the_children(workspace: Workspace) -> Iterator[Finding]:
    """Agreements on what there should be of every baby, without `failsafe`."""
    of_every_baby = workspace.vocabulary.items_with("of-every-baby")
    for protocol, place in lacking(workspace, lambda governance: governance.failsafe):
        items = dict.fromkeys(item.id for flow in protocol.personal_flows if _at_its_event(flow) for item in flow.items)
        expected = [item for item in items if item in of_every_baby]
        if expected:
            yield Finding(
                locations=here(place),
                message=f"`{protocol.id}` brings {words.listed(expected)} of every baby, and nobody compares those "
                "expected "
                "with those who came",
                consequence="a baby about whom nothing was ever sent is missed by nobody",
                help="say who compares births with what was received: `failsafe: ...` under `governance`",
                about=(protocol.id, "failsafe"),
                lacks=Lack("who compares the babies expected with those who came", ("governance/failsafe",)),
            )


def _at_its_event(flow: Flow) -> bool:
    """Whether a flow is sent when its event happens, and not with a record that moves on."""
    return flow.between_services and any(when.event in EVENTS for when in flow.when)


EVENTS = frozenset({"birth", "newborn-examination", "newborn-hearing-screen", "blood-spot-sample", "blood-spot-result"})
"""Events of every baby at which such an item is new."""
