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

from collections import Counter
from collections.abc import Iterator

from sharecheck.document import Place
from sharecheck.finding import Finding, Severity, here, related
from sharecheck.law.clauses import retention_entries
from sharecheck.model.base import Duration
from sharecheck.model.governance import Retention
from sharecheck.model.length import limit_words, surely_different
from sharecheck.rule import rule
from sharecheck.workspace import Protocol, Workspace

DatedEntry = tuple[Protocol, Retention, Duration, Place]


@rule("RET05", Severity.INFORMATION, sources=("ico-audit-accuracy",), alone=False)
def different_periods(workspace: Workspace) -> Iterator[Finding]:
    """Entries of one party in an area with the same trigger and schedule, and another period than most of them."""
    for (_, party, _, _), entries in _of_one_record(workspace).items():
        other, _, before, where = _usual(entries)
        for protocol, entry, period, place in entries:
            if surely_different(period, before):
                yield Finding(
                    locations=(*here(place / "period"), related(where / "period", "and here another")),
                    message=f"`{party}` keeps it for {limit_words(period)} by `{protocol.id}`, and for "
                    f"{limit_words(before)} by "
                    f"`{other.id}`",
                    consequence="whether a note about a child's safety is gone or stays is chance",
                    help="agree one time, or say for which record each is: `trigger: ...`, `schedule: ...`",
                    about=(party, (entry.trigger or "").casefold(), (entry.schedule or "").casefold()),
                )


def _usual(entries: list[DatedEntry]) -> DatedEntry:
    """The first entry with the period that most of them have."""
    times = Counter((period.months, period.minutes) for _, _, period, _ in entries)
    (usual, _), *_ = times.most_common(1)
    return next(entry for entry in entries if (entry[2].months, entry[2].minutes) == usual)


def _of_one_record(workspace: Workspace) -> dict[tuple[str, str, str, str], list[DatedEntry]]:
    """The entries by area, party, trigger and schedule, in order of their protocols, in whatever files these stand."""
    found: dict[tuple[str, str, str, str], list[DatedEntry]] = {}
    for protocol, entry, place in sorted(retention_entries(workspace), key=lambda row: row[0].id):
        if entry.party and entry.period and entry.trigger:
            key = (protocol.area.id, entry.party, entry.trigger.casefold(), (entry.schedule or "").casefold())
            found.setdefault(key, []).append((protocol, entry, entry.period, place))
    return found
