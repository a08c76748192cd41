"""Nothing says how it is found out whether the agreement works.

## Why it matters

It was signed, filed and forgotten. A year later one practice sends, five do not, and nobody knows, because nobody
looks. The parents could tell: they have said it all three times.

## Example

```yaml bad
sharecheck: protocol/1
id: handover  # <-
flows:
  - {id: discharge, from: maternity, to: health-visiting, when: {event: midwife-discharge}, items: [feeding-status]}
```

```yaml good
sharecheck: protocol/1
id: handover
flows:
  - {id: discharge, from: maternity, to: health-visiting, when: {event: midwife-discharge}, items: [feeding-status]}
governance:
  monitoring: each quarter, the share of first visits for which the summary was there before
```

## What to do

Say what is counted, how often, and who sees it: `monitoring: ...` under `governance`. The share of handovers that came
complete and in time says more than the number of messages.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Lack, Severity, here
from sharecheck.law.clauses import lacking
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("FBK05", Severity.INFORMATION, sources=("qs37-1", "ico-audit-accuracy"))
def nobody_looks_whether_it_works(workspace: Workspace) -> Iterator[Finding]:
    """Agreements without `monitoring`."""
    for protocol, place in lacking(workspace, lambda governance: governance.monitoring):
        yield Finding(
            locations=here(place),
            message=f"`{protocol.id}` does not say how it is found out whether it works",
            consequence="a practice that never sends is noticed by the parents, who say it all again, and by nobody "
            "else",
            help="say what is counted and who sees it: `monitoring: ...` under `governance`",
            about=(protocol.id, "monitoring"),
            lacks=Lack("how it is found out whether it works", ("governance/monitoring",)),
        )
