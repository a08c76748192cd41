"""Knowledge arrives in a form that cannot be used.

## Why it matters

A score on paper does not raise a flag in a record system, and a code that was turned into a sentence is not found
by a search. What has to be typed again is typed wrong, or not at all.

## Example

```yaml bad
flows:
  - id: birth-summary
    from: maternity
    to: health-visiting
    when: {event: birth}
    within: P2D
    channel: letter
    items: [birth-details]  # <-
```

```yaml good
flows:
  - id: birth-summary
    from: maternity
    to: health-visiting
    when: {event: birth}
    within: P2D
    channel: secure-email
    items: [birth-details]
```

## What to do

Send it by a channel that carries the form in which it is needed. Typing it again at the other end does not bring back
what the channel has lost.
"""

from collections.abc import Iterator

from sharecheck import words
from sharecheck.network.facts import RANK
from sharecheck.rule import Finding, Severity, rule
from sharecheck.rules.gaps.telling import Gap, gaps
from sharecheck.workspace import Workspace


@rule("GAP02", Severity.ERROR, sources=("qs37-1",), alone=False)
def degraded_knowledge(workspace: Workspace) -> Iterator[Finding]:
    """Needs that would be met in time if a worse form would do."""
    for gap in gaps(workspace, "degraded"):
        late = f", and up to {words.span(gap.outcome.late_by)} late" if gap.outcome.late_by else ""
        flow = f"send `{gap.flow.id}` by" if gap.flow else "record it so that it can be sent, by"
        yield gap.finding(
            f"{gap.item} reaches {gap.party} for {gap.by} only as {gap.outcome.form}{late}; needed is {gap.need.form}",
            f"{flow} a channel that carries {gap.need.form}, for example `channel: {_channel(gap)}`",
        )


def _channel(gap: Gap) -> str:
    """The first secure channel of the catalogue that carries the form."""
    channels = gap.area.vocabulary.channels.values()
    sent = (one for one in channels if one.secure and not (one.needs_looking or one.carried_by_parent))
    fit = (one.id for one in sent if RANK[one.form] <= RANK[gap.need.form])
    return next(fit, "system-message")
