"""A service surely knew something in time, and surely knows it no more.

## Why it matters

One line has changed: nine days where there were two. Nothing else in the file looks wrong. But the health visitor, who
always knew how the birth went before she rang at the door, now stands there and asks the mother.

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
sharecheck: protocol/1
id: births
area: northshire
flows:
  - id: birth-notice
    from: maternity
    to: health-visiting
    when: {event: birth}
    within: P20D
    channel: system-message
    items: [birth-details]  # <-
```

What comes later, and still in time, is no loss:

```yaml good
sharecheck: protocol/1
id: births
area: northshire
flows:
  - id: birth-notice
    from: maternity
    to: health-visiting
    when: {event: birth}
    within: P5D
    channel: system-message
    items: [birth-details]
```

## What to do

Look at what has changed: `sharecheck diff` shows both versions side by side. Put back what the next service counts
on, or agree another way for it. Where the loss is agreed, an exception in the new text says so, with a reason and an
end.
"""

from collections.abc import Iterator

from sharecheck.explain import Gap
from sharecheck.finding import Finding, Severity, here
from sharecheck.planning.kept import new_losses
from sharecheck.rule import comparison
from sharecheck.workspace import Versions


@comparison("WKR26", Severity.ERROR)
def knowledge_no_longer_kept(versions: Versions) -> Iterator[Finding]:
    """Needs that were kept and are known to be lost."""
    for loss in new_losses(versions):
        if loss.outcome is not None and not loss.outcome.unknown:
            gap = Gap(loss.area, loss.outcome)
            yield Finding(
                locations=here(gap.place),
                message=_message(gap),
                consequence=gap.consequence,
                help="put back what has changed, or agree another way; the `GAP` findings say how each is lost",
                about=gap.about,
                group=("no longer kept", loss.area.id),
            )


def _message(gap: Gap) -> str:
    if gap.outcome.news:
        return f"{gap.party} surely knew a change of {gap.item} within {gap.currency}, and does no more: {gap.becomes}"
    return f"{gap.item} surely reached {gap.party} by {gap.by}, and does no more: {gap.becomes}"
