"""A flow goes by a channel that is worse than the one before.

## Why it matters

What went from system to system now goes in the book that the parent carries. It is there when the parent has it with
her, and the neighbour can read it.

## Example

```yaml before
flows:
  - id: discharge-summary
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    items: [birth-details, feeding-status]
    channel: secure-email
```

```yaml bad
flows:
  - id: discharge-summary
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    items: [birth-details, feeding-status]
    channel: parent-held-record  # <-
```

```yaml good
flows:
  - id: discharge-summary
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    items: [birth-details, feeding-status]
    channel: system-message
```

So it is with the second route:

```yaml before
flows:
  - id: discharge-summary
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    items: [birth-details, feeding-status]
    channel: system-message
    fallback: {channel: secure-email, within: P2D}
```

```yaml bad
flows:
  - id: discharge-summary
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    items: [birth-details, feeding-status]
    channel: system-message
    fallback: {channel: fax, within: P2D}  # <-
```

## What to do

Ask what happened to the old channel. Where it is gone, add a `fallback` for what cannot wait.
"""

from collections.abc import Iterator

from sharecheck.document import Place
from sharecheck.finding import Finding, Severity
from sharecheck.finding.less import less
from sharecheck.model.catalogue import Channel
from sharecheck.network.facts import RANK
from sharecheck.rule import comparison
from sharecheck.workspace import Flow, Versions


@comparison("WKR12", Severity.WARNING)
def poorer_channel(versions: Versions) -> Iterator[Finding]:
    """Channels that carry less, are less safe, or wait for somebody; and flows that no longer say how they travel."""
    for before, after in versions.flows:
        old = before.channel
        if old is not None and after.shape.channel is None:
            message = f"`{after.id}` does not say any more how it travels; it was by `{old.id}`"
            yield _finding(message, before.place / "channel", after.place / "channel", old, (after.id,))
        elif old and after.channel and (worse := ", ".join(_worse(old, after.channel))):
            message = f"`{after.id}` travels by `{after.channel.id}` and not `{old.id}`: {worse}"
            yield _finding(message, before.place / "channel", after.place / "channel", old, (after.id,))
        second, other = _second(before), _second(after)
        if second and other and (worse := ", ".join(_worse(second, other))):
            message = f"the second route of `{after.id}` is by `{other.id}` and not `{second.id}`: {worse}"
            where = (before.place / "fallback" / "channel", after.place / "fallback" / "channel")
            yield _finding(message, *where, second, (after.id, "fallback"))


def _second(flow: Flow) -> Channel | None:
    """The channel of the second route, if that is stated and known."""
    second = flow.shape.fallback
    return flow.area.vocabulary.channels.get(second.channel) if second else None


def _finding(message: str, before: Place, after: Place, old: Channel, about: tuple[str, ...]) -> Finding:
    again = f"`channel: {old.id}` again"
    return less(
        message,
        before,
        after,
        consequence="what the old channel made sure of is left to chance",
        help=f"{again} under `fallback:`" if about[1:] else f"{again}, or a second route under `fallback:`",
        about=about,
    )


def _worse(old: Channel, new: Channel) -> Iterator[str]:
    """What the old channel gives and the new one does not."""
    if RANK[new.form] > RANK[old.form]:
        yield f"as {new.form} at the best"
    for was, now, what in (
        (old.secure, new.secure, "not fit for special category data"),
        (not old.carried_by_parent, not new.carried_by_parent, "only when the parent brings it"),
        (not old.needs_looking, not new.needs_looking, "only when the recipient looks"),
        (old.acknowledged, new.acknowledged, "without the sender learning that it arrived"),
        (not old.re_keyed, not new.re_keyed, "to be typed again"),
        (not old.household_can_see, not new.household_can_see, "for others in the household to see"),
    ):
        if was and not now:
            yield what
