"""A party is to keep the same record for different times.

## Why it matters

One agreement lets the nursery delete what another one bids it keep. It cannot do both, so it does what is easier, and a
note about a child's safety is gone or stays for ever by chance.

## Example

```yaml bad
sharecheck: area/1
id: northshire
nation: england
protocols: partial
parties:
  - {id: nursery, service: early-years-setting}
---
sharecheck: protocol/1
id: review
flows: []
governance:
  retention: {party: nursery, period: P3Y, trigger: the child leaves, disposal: deleted}
---
sharecheck: protocol/1
id: safeguarding
flows: []
governance:
  retention:
    party: nursery
    period: P7Y  # <-
    trigger: the child leaves
    disposal: deleted
```

From another day on, or for another kind of record, it is another matter:

```yaml good
sharecheck: area/1
id: northshire
nation: england
protocols: partial
parties:
  - {id: nursery, service: early-years-setting}
---
sharecheck: protocol/1
id: review
flows: []
governance:
  retention: {party: nursery, period: P3Y, trigger: the child leaves, disposal: deleted}
---
sharecheck: protocol/1
id: safeguarding
flows: []
governance:
  retention: {party: nursery, period: P7Y, trigger: the safeguarding file is closed, disposal: deleted}
```

## What to do

Agree one time, or say for which record each is: `trigger: the safeguarding file is closed`, `schedule: ...`.
"""

from collections.abc import Iterator

from sharecheck import words
from sharecheck.document import Place
from sharecheck.model.governance import Retention
from sharecheck.rule import Finding, Severity, rule
from sharecheck.rules.retention.entries import entries
from sharecheck.workspace import Protocol, Workspace


@rule("RET05", Severity.INFORMATION, sources=("ico-audit-accuracy",), alone=False)
def different_periods(workspace: Workspace) -> Iterator[Finding]:
    """Entries of one party in an area with the same trigger and schedule, and another period."""
    first: dict[tuple[str, str, str, str], tuple[Protocol, Retention, Place]] = {}
    for protocol, entry, place in entries(workspace):
        if not entry.party or not entry.period or not entry.trigger:
            continue
        key = (protocol.area.id, entry.party, entry.trigger.casefold(), (entry.schedule or "").casefold())
        other, before, where = first.setdefault(key, (protocol, entry, place))
        if before.period and before.period.hours != entry.period.hours:
            yield Finding(
                place / "period",
                f"`{entry.party}` keeps it for {words.span(entry.period.hours)} by `{protocol.id}`, and for "
                f"{words.span(before.period.hours)} by `{other.id}`",
                consequence="whether a note about a child's safety is gone or stays is chance",
                help="agree one time, or say for which record each is: `trigger: ...`, `schedule: ...`",
                also=((where / "period", "and here another"),),
                about=(entry.party, entry.trigger, other.id),
            )
