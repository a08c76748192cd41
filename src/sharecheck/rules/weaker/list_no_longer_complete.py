"""An area no longer says that all its protocols are here.

## Why it matters

As long as the list is complete, what nobody promises is a gap, and is told. Once it is partial, the same gap is only
"not known", and the report looks better than the area is.

## Example

```yaml before
sharecheck: area/1
id: northshire
nation: england
protocols: complete
parties:
  - {id: maternity, service: midwifery}
  - {id: health-visiting, service: health-visiting}
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

```yaml bad
sharecheck: area/1
id: northshire
nation: england
protocols: partial  # <-
parties:
  - {id: maternity, service: midwifery}
  - {id: health-visiting, service: health-visiting}
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

```yaml good
sharecheck: area/1
id: northshire
nation: england
protocols: complete
parties:
  - {id: maternity, service: midwifery}
  - {id: health-visiting, service: health-visiting}
births-a-year: 4200
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

Write down the protocols that are missing, and say `protocols: complete` again.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Severity
from sharecheck.finding.less import less
from sharecheck.rule import comparison
from sharecheck.workspace import Versions


@comparison("WKR05", Severity.ERROR)
def list_no_longer_complete(versions: Versions) -> Iterator[Finding]:
    """Areas that were complete, and are partial."""
    for before, after in versions.areas:
        if before.complete and not after.complete and before.document and after.document:
            yield less(
                f"not all protocols of `{after.id}` are here any more",
                before.document.place / "protocols",
                after.document.place / "protocols",
                consequence="nobody can say any more that something is not shared: gaps become unknown",
                help="add the protocols that are missing, and say `protocols: complete`",
                about=(after.id,),
            )
