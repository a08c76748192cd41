"""Nothing says how it is found out whether what was sent is right.

## Why it matters

A weight of 3.4 becomes 4.3 when it is typed again, and a baby who does not thrive looks fine. A guess that was written
down quickly is read as a finding three services later. Neither is anybody's fault, and nobody looks for it.

## Example

```yaml bad
sharecheck: protocol/1
id: handover  # <-
flows:
  - id: discharge
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P1D
    channel: letter
    items: [growth, feeding-status]
```

```yaml good
sharecheck: protocol/1
id: handover
flows:
  - id: discharge
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P1D
    channel: letter
    items: [growth, feeding-status]
governance:
  accuracy: weights are read back against the letter by a second person; what is an impression is written as one
```

An agreement on nothing that is typed again, and on nothing of health or safety, needs no such clause:

```yaml good
sharecheck: protocol/1
id: handover
flows:
  - {id: attends, from: nursery, to: council, when: {on: change}, within: P5D, channel: letter, items: [address]}
```

## What to do

Say it under `governance`: `accuracy: ...`: who checks what was typed again, and how a fact is told from an opinion.
"""

from collections.abc import Iterator

from sharecheck import words
from sharecheck.finding import Finding, Lack, Severity, here
from sharecheck.law.clauses import lacking
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("FID02", Severity.WARNING, sources=("ico-audit-accuracy", "chi-paper-and-rekeying"))
def nobody_checks_what_was_typed(workspace: Workspace) -> Iterator[Finding]:
    """Agreements on special category or safeguarding items, without `accuracy`."""
    for protocol, place in lacking(workspace, lambda governance: governance.accuracy):
        flows = [flow for flow in protocol.personal_flows if flow.carries_special or flow.carries_safeguarding]
        typed = [flow.id for flow in flows if flow.channel and flow.channel.re_keyed]
        if flows:
            yield Finding(
                locations=here(place),
                message=f"`{protocol.id}` does not say how it is found out whether what was sent is right"
                + (
                    f", and {words.listed(typed)} {'is' if len(typed) == 1 else 'are'} typed again by hand"
                    if typed
                    else ""
                ),
                consequence="a slip of the hand, or a guess, is read as a finding three services later",
                help="say it under `governance`: `accuracy: ...`, who checks, and how a fact is told from an opinion",
                about=(protocol.id, "accuracy"),
                lacks=Lack("how it is found out whether what was sent is right", ("governance/accuracy",)),
            )
