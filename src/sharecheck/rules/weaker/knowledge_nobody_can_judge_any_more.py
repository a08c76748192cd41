"""A service surely knew something in time, and now nobody can say whether it does.

## Why it matters

The list of protocols was complete; now it says that there are others. A handover that was deleted on the same day is no
longer told as lost, since one of the others may have it. For the child nothing has become better: only nobody sees it.

## Example

```yaml before
sharecheck: pathway/1
id: small
nation: england
events:
  - {id: birth, title: Birth, window: {age: {from: P0D, to: P0D}}}
  - {id: new-birth-visit, title: New birth visit, window: {age: {from: P10D, to: P14D}}}
records:
  - {service: midwifery, event: birth, items: [birth-details]}
transitions:
  - id: handover
    title: Midwifery to health visiting
    to: health-visiting
    at: new-birth-visit
    source: qs37-1
    strength: national-standard
    verified: "yes"
    needs: [{item: birth-details, weight: important}]
---
sharecheck: area/1
id: northshire
nation: england
pathway: small
protocols: complete
parties:
  - {id: maternity, service: midwifery}
  - {id: health-visiting, service: health-visiting}
---
sharecheck: protocol/1
id: births
area: northshire
flows:
  - id: birth-notice
    from: maternity
    to: health-visiting
    when: {event: birth}
    within: P2D
    channel: system-message
    items: [birth-details]
```

```yaml bad
sharecheck: pathway/1
id: small
nation: england
events:
  - {id: birth, title: Birth, window: {age: {from: P0D, to: P0D}}}
  - {id: new-birth-visit, title: New birth visit, window: {age: {from: P10D, to: P14D}}}
records:
  - {service: midwifery, event: birth, items: [birth-details]}
transitions:
  - id: handover
    title: Midwifery to health visiting
    to: health-visiting
    at: new-birth-visit
    source: qs37-1
    strength: national-standard
    verified: "yes"
    needs: [{item: birth-details, weight: important}]
---
sharecheck: area/1
id: northshire
nation: england
pathway: small
protocols: partial
parties:
  - {id: maternity, service: midwifery}
  - {id: health-visiting, service: health-visiting}  # <-
---
sharecheck: protocol/1
id: births
area: northshire
flows: []
```

What is still surely kept is kept, also where not all protocols are here:

```yaml good
sharecheck: pathway/1
id: small
nation: england
events:
  - {id: birth, title: Birth, window: {age: {from: P0D, to: P0D}}}
  - {id: new-birth-visit, title: New birth visit, window: {age: {from: P10D, to: P14D}}}
records:
  - {service: midwifery, event: birth, items: [birth-details]}
transitions:
  - id: handover
    title: Midwifery to health visiting
    to: health-visiting
    at: new-birth-visit
    source: qs37-1
    strength: national-standard
    verified: "yes"
    needs: [{item: birth-details, weight: important}]
---
sharecheck: area/1
id: northshire
nation: england
pathway: small
protocols: partial
parties:
  - {id: maternity, service: midwifery}
  - {id: health-visiting, service: health-visiting}
---
sharecheck: protocol/1
id: births
area: northshire
flows:
  - id: birth-notice
    from: maternity
    to: health-visiting
    when: {event: birth}
    within: P2D
    channel: system-message
    items: [birth-details]
```

## What to do

Add the protocol that brings it. When there is none, say `protocols: complete`: then `sharecheck check` tells what is
lost and proposes how to mend that.
"""

from collections.abc import Iterator

from sharecheck.planning.kept import kept_before, new_losses
from sharecheck.rule import Finding, Severity, comparison
from sharecheck.rules.gaps.telling import Gap
from sharecheck.workspace import Versions


@comparison("WKR27", Severity.ERROR)
def knowledge_nobody_can_judge_any_more(versions: Versions) -> Iterator[Finding]:
    """Needs that were kept and of which nothing is known."""
    for loss in new_losses(kept_before(versions), versions.after):
        if loss.outcome is not None and loss.outcome.unknown:
            gap = Gap(loss.area, loss.outcome)
            yield Finding(
                gap.party_place,
                f"{gap.item} surely reached {gap.party} by {gap.by}, and nobody can say any more whether it does",
                gap.consequence,
                "add the protocol that brings it, or say `protocols: complete` so that the loss can be told",
                about=gap.about,
                group=("unknown", loss.area.id),
            )
