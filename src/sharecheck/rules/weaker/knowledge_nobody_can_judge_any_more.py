"""It was known whether a service hears of something in time, and now nobody can say.

## Why it matters

The list of protocols was complete; now it says that there are others. A handover that was deleted on the same day is no
longer told as lost, since one of the others may have it. What was lost before is not told any more either, and the
report looks better than the day before. For the child nothing has become better: only nobody sees it.

## Example

```yaml before
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

What was known to be lost must not be hidden either:

```yaml before
sharecheck: protocol/1
id: births
area: northshire
flows: []
```

```yaml bad
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

```yaml before
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

```yaml good
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

from sharecheck.explain import Gap
from sharecheck.finding import Finding, Severity, here
from sharecheck.planning.kept import new_losses
from sharecheck.rule import comparison
from sharecheck.workspace import Versions


@comparison("WKR27", Severity.ERROR)
def knowledge_nobody_can_judge_any_more(versions: Versions) -> Iterator[Finding]:
    """Needs of which it was known whether they are kept, and of which nothing is known."""
    for loss in new_losses(versions):
        if loss.outcome is not None and loss.outcome.unknown:
            gap = Gap(loss.area, loss.outcome)
            was = "surely reached" if loss.was_kept else "was known not to reach"
            yield Finding(
                locations=here(gap.party_place),
                message=f"{gap.item} {was} {gap.party} by {gap.by}, and nobody can say any more whether it does",
                consequence=gap.consequence,
                help="add the protocol that brings it, or say `protocols: complete` so that the loss can be told",
                about=gap.about,
                group=("unknown", loss.area.id, str(loss.was_kept)),
            )
