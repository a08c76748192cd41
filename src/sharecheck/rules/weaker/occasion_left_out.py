"""A flow is not sent on an occasion on which it was.

## Why it matters

The summary went at discharge and again whenever something changed. Now it goes at discharge. The mother who stops
breastfeeding a week later is still down as breastfeeding.

## Example

```yaml before
flows:
  - id: discharge-summary
    from: maternity
    to: health-visiting
    when: [{event: midwife-discharge}, {on: change}]
    within: P2D
    items: [birth-details, feeding-status]
```

```yaml bad
flows:
  - id: discharge-summary
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}  # <-
    within: P2D
    items: [birth-details, feeding-status]
```

One that comes more often takes the place of one that comes less often:

```yaml good
flows:
  - id: discharge-summary
    from: maternity
    to: health-visiting
    when: [{on: change}, {event: midwife-discharge}, {event: birth}]
    within: P2D
    items: [birth-details, feeding-status]
```

## What to do

Put the occasion back, or say which other flow tells of it.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Severity
from sharecheck.finding.less import less
from sharecheck.model.length import limit_words, surely_longer
from sharecheck.rule import comparison
from sharecheck.workspace import Flow, Versions


@comparison("WKR11", Severity.ERROR)
def occasion_left_out(versions: Versions) -> Iterator[Finding]:
    """Events and other occasions that are gone, unless something that never comes later has taken their place."""
    for before, after in versions.flows:
        for occasion in _gone(before, after):
            yield less(
                f"`{after.id}` is not sent {occasion} any more",
                before.place / "when",
                after.place / "when",
                consequence="what is new on that occasion stays with who knows it",
                help="put it back under `when:`, or say which other flow tells of it",
                about=(after.id, occasion),
            )


def _gone(before: Flow, after: Flow) -> Iterator[str]:
    if any(occasion.on == "change" for occasion in after.when) and not any(occasion.event for occasion in before.when):
        return
    for occasion in before.when:
        if occasion.event and all(other.event != occasion.event for other in after.when):
            yield f"at `{occasion.event}`"
        elif occasion.on == "change" and all(other.on != "change" for other in after.when):
            yield "as soon as something changes"
        elif occasion.every and not any(
            other.every and not surely_longer(other.every, occasion.every) for other in after.when
        ):
            yield f"every {limit_words(occasion.every)}"
