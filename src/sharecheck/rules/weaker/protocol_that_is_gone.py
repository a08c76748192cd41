"""A protocol is gone.

## Why it matters

The folder was tidied, and the agreement between the school nurses and the nursery went with it. Whoever plans a child's
start still counts on what it promised; nobody told them that it is no longer there.

## Example

```yaml before
sharecheck: protocol/1
id: births
area: northshire
flows:
  - id: discharge-summary
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    items: [birth-details, feeding-status]
---
sharecheck: protocol/1
id: hearing
area: northshire
flows:
  - id: hearing-result
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    items: [newborn-hearing]
---
sharecheck: area/1
id: northshire
nation: england
protocols: complete
parties:
  - {id: maternity, service: midwifery}
  - {id: health-visiting, service: health-visiting}
```

```yaml bad
sharecheck: protocol/1
id: births
area: northshire
flows:
  - id: discharge-summary
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    items: [birth-details, feeding-status]
---
sharecheck: area/1
id: northshire  # <-
nation: england
protocols: complete
parties:
  - {id: maternity, service: midwifery}
  - {id: health-visiting, service: health-visiting}
```

One that goes under the same id is still there, wherever its file lies:

```yaml good
sharecheck: area/1
id: northshire
nation: england
protocols: complete
parties:
  - {id: maternity, service: midwifery}
  - {id: health-visiting, service: health-visiting}
---
sharecheck: protocol/1
id: hearing
area: northshire
title: Hearing results
flows:
  - id: hearing-result
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    items: [newborn-hearing]
---
sharecheck: protocol/1
id: births
area: northshire
flows:
  - id: discharge-summary
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    items: [birth-details, feeding-status]
```

## What to do

Ask whether the agreement has ended. When it has, keep its file with `status: withdrawn`, so that everybody can see it.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Severity
from sharecheck.finding.less import less
from sharecheck.rule import comparison
from sharecheck.workspace import Versions


@comparison("WKR01", Severity.ERROR)
def protocol_that_is_gone(versions: Versions) -> Iterator[Finding]:
    """Protocols of an area that no file of the new version has."""
    for protocol, area in versions.gone:
        if area.document is None:  # a protocol alone is an area of its own, and those are told by themselves
            continue
        yield less(
            f"the protocol `{protocol.id}` is gone",
            protocol.place / "id",
            area.document.place / "id",
            consequence="who counts on what it promises is not told that nobody promises it any more",
            help="keep its file, with `status: withdrawn` when it has ended",
            about=(protocol.id,),
        )
