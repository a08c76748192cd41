"""Nothing says how long information that was received is kept.

## Why it matters

What is thrown away too soon is not there when the school asks about the hearing test. What is kept for ever is found by
somebody, one day, who was not meant to read about a mother's depression of twenty years ago.

## Example

```yaml bad
sharecheck: protocol/1
id: births  # <-
flows:
  - {id: birth-summary, from: maternity, to: health-visiting, when: {event: birth}, within: P2D, items: [birth-details]}
```

```yaml bad
flows:
  - {id: birth-summary, from: maternity, to: health-visiting, when: {event: birth}, within: P2D, items: [birth-details]}
governance:
  retention:
    - {party: maternity, period: P25Y, trigger: birth of the child}
    - {party: health-visiting, disposal: deleted}  # <-
```

```yaml good
sharecheck: protocol/1
id: births
flows:
  - {id: birth-summary, from: maternity, to: health-visiting, when: {event: birth}, within: P2D, items: [birth-details]}
governance:
  retention: {period: P25Y, trigger: birth of the child, disposal: deleted}
```

The schedule that is followed says it too:

```yaml good
sharecheck: protocol/1
id: births
flows:
  - {id: birth-summary, from: maternity, to: health-visiting, when: {event: birth}, within: P2D, items: [birth-details]}
governance:
  retention: {schedule: NHS records management code of practice}
```

## What to do

Agree how long, from when, and what happens then: `retention: {period: P25Y, trigger: birth of the child, disposal:
deleted}` under `governance`. Or name the schedule that is followed: `retention: {schedule: ...}`.
"""

from collections.abc import Iterator

from sharecheck.document import Place
from sharecheck.finding import Finding, Lack, Severity, here
from sharecheck.model.base import many
from sharecheck.rule import rule
from sharecheck.workspace import Protocol, Workspace


@rule("RET01", Severity.WARNING, sources=("ico-data-sharing-code", "ico-audit-accuracy"))
def no_retention_period(workspace: Workspace) -> Iterator[Finding]:
    """Protocols with personal data and without `retention`, and entries of it without a period or a schedule."""
    for protocol in workspace.protocols():
        if not protocol.agreement or not protocol.personal_flows:
            continue
        for place, whose in _silent(protocol):
            yield Finding(
                locations=here(place),
                message=f"`{protocol.id}` does not say how long information that was received is kept{whose}",
                consequence="it is gone when a child's next service asks, or it is still there when it should be gone",
                help="say so under `governance`, for example `retention: {period: P25Y, trigger: birth of the child}`",
                about=("retention", whose),
                lacks=None if protocol.governance.retention else _LACK,
            )


_LACK = Lack(
    "how long information that was received is kept",
    ("governance/retention/period: P25Y", "governance/retention/trigger: birth of the child"),
)


def _silent(protocol: Protocol) -> Iterator[tuple[Place, str]]:
    retention = protocol.governance.retention
    if not retention:
        yield protocol.place / "id", ""
        return
    place = protocol.place / "governance" / "retention"
    for index, kept in enumerate(many(retention)):
        if kept.period is None and kept.schedule is None:
            whose = f" by `{kept.party}`" if kept.party else ""
            yield place / index if isinstance(retention, tuple) else place, whose
