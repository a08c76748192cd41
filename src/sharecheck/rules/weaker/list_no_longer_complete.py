"""An area no longer says that all its protocols are here, or all ways of a handover.

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

An area that is not complete can be so for some handovers. That must not be taken back in silence either:

```yaml before
sharecheck: area/1
id: northshire
nation: england
protocols: partial
complete-for: [t07-midwifery-to-health-visiting, {from: midwifery, to: general-practice}]
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
protocols: partial
complete-for: [{from: midwifery, to: general-practice}]  # <-
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

## What to do

Write down the protocols that are missing, and say `protocols: complete`, or name the handover under `complete-for`,
again.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Severity
from sharecheck.finding.less import less
from sharecheck.rule import comparison
from sharecheck.workspace import Area, Versions


@comparison("WKR05", Severity.ERROR)
def list_no_longer_complete(versions: Versions) -> Iterator[Finding]:
    """Areas that were complete, or complete for some transitions, and are so no more."""
    for before, after in versions.areas:
        if not after.complete:
            yield from _no_longer_complete_for(before, after)
        if before.complete and not after.complete and before.document and after.document:
            yield less(
                f"not all protocols of `{after.id}` are here any more",
                before.document.place / "protocols",
                after.document.place / "protocols",
                consequence="nobody can say any more that something is not shared: gaps become unknown",
                help="add the protocols that are missing, and say `protocols: complete`",
                about=(after.id,),
            )


def _no_longer_complete_for(before: Area, after: Area) -> Iterator[Finding]:
    """The transitions that are still there, and for which not all ways are said to be here any more."""
    if before.complete or after.refused or not (before.document and after.document):
        return
    for id in sorted((before.complete_for & after.transitions.keys()) - after.complete_for):
        stated = after.document.place / "complete-for"
        yield less(
            f"`{after.id}` no longer says that all ways for `{id}` are here",
            before.document.place / "complete-for",
            stated if after.shape and after.shape.complete_for else after.document.place / "protocols",
            consequence="nobody can say any more that something is not shared there: gaps become unknown",
            help=f"add the protocols that are missing, and name `{id}` under `complete-for`",
            about=(after.id, id),
        )
