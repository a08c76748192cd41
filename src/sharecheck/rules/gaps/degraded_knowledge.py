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

## How much it weighs

An error where the need is critical and its source was read, at least in part. A warning where the need is important,
and where it is critical but only proposed, its source was not opened, or it is local practice that was read in part.
Information where it is useful. The pathway says which: `weight`, `strength`, `verified`, `source`.

## What to do

Send it by a channel that carries the form in which it is needed. Typing it again at the other end does not bring back
what the channel has lost.
"""

from collections.abc import Iterator

from sharecheck import words
from sharecheck.advice.advice import cheapest, together
from sharecheck.advice.finding import finding, gaps
from sharecheck.advice.routes import also_carried, better_form, holders
from sharecheck.document import Place
from sharecheck.explain import Gap
from sharecheck.finding import Finding, Severity
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("GAP02", Severity.ERROR, sources=("qs37-1",), alone=False)
def degraded_knowledge(workspace: Workspace) -> Iterator[Finding]:
    """Needs that would be met in time if a worse form would do."""
    for gap in gaps(workspace, "degraded"):
        late = f", and up to {words.span(gap.outcome.late_by)} late" if gap.outcome.late_by else ""
        help, place = _mend(gap)
        yield finding(
            gap,
            f"{gap.item} reaches {gap.party} for {gap.by} only as {gap.outcome.form}{late}; needed is {gap.need.form}",
            help,
            place,
        )


def _mend(gap: Gap) -> tuple[str, Place | None]:
    """What lets the form fall no more: at one place if that is enough, else at each where it falls."""
    falls = (part for hop in gap.outcome.hops for part in better_form(gap, hop))
    parts = tuple({part.text: part for part in falls}.values())
    if not parts:
        return "record it in a better form", None
    every = together(parts)
    enough = cheapest(gap, (*parts, every, *also_carried(gap, holders(gap))))
    advice = enough or every
    return advice.text + ("" if enough or gap.untried else _not_enough(gap)), advice.place


def _not_enough(gap: Gap) -> str:
    return "; and more quickly" if gap.outcome.late_by else "; that alone is not enough"
