"""A need asks for what was made on an occasion on which it is not made.

## Why it matters

`of` says which occasion counts: the summary of *this* review, not of the last one. Where nobody writes the item down at
that event, or the event comes only after the item is needed, the need can never be met. Whatever is agreed, the child
counts as lost, and what is really missing is hidden among that.

## Example

```yaml bad
sharecheck: pathway/1
id: county
nation: england
extends: england
events:
  - {id: joint-review, title: Joint review, window: {age: {from: P24M, to: P30M}}}
records:
  - {service: health-visiting, event: joint-review, items: [health-review-summary]}
transitions:
  - id: joint-review-to-setting
    title: Joint review, health visitor to setting
    from: health-visiting
    to: early-years-setting
    at: joint-review
    plus: P14D
    needs:
      - {item: health-review-summary, weight: critical, of: birth}  # <-
```

```yaml good
sharecheck: pathway/1
id: county
nation: england
extends: england
events:
  - {id: joint-review, title: Joint review, window: {age: {from: P24M, to: P30M}}}
records:
  - {service: health-visiting, event: joint-review, items: [health-review-summary]}
transitions:
  - id: joint-review-to-setting
    title: Joint review, health visitor to setting
    from: health-visiting
    to: early-years-setting
    at: joint-review
    plus: P14D
    needs:
      - {item: health-review-summary, weight: critical, of: joint-review}
```

## What to do

Name the event at which the item is made, say under `records` who makes it then, or take `of` out.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Severity, here
from sharecheck.model.pathway import Need, Pathway, Transition
from sharecheck.network.order import timeline
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("STR25", Severity.ERROR, sources=("si-2013-351-5a", "hcwp-2024"), alone=False)
def occasion_that_cannot_be(workspace: Workspace) -> Iterator[Finding]:
    """Needs of local pathways with an occasion at which the item is not made, or too late."""
    for document, local in workspace.of_kind(Pathway):
        for number, transition in enumerate(local.transitions or ()):
            for index, need in enumerate(transition.needs):
                why = _why(workspace, workspace.pathways[local.id], transition, need) if need.of else None
                if why is not None:
                    message, help = why
                    yield Finding(
                        locations=here(document.place / "transitions" / number / "needs" / index / "of"),
                        message=message,
                        consequence="the need can never be met, and hides what is really missing for a child",
                        help=help,
                        about=(local.id, transition.id, need.item, "of", need.of or ""),
                    )


def _why(workspace: Workspace, pathway: Pathway, transition: Transition, need: Need) -> tuple[str, str] | None:
    """What is wrong with an occasion, and what to do; None where nothing is, or where another rule tells."""
    of, item = need.of or "", need.item
    moments = timeline(pathway.events or (), pathway.order or ())
    if of not in moments or transition.at not in moments or item not in workspace.vocabulary.items:
        return None
    if not workspace.vocabulary.items[item].occasion:
        return (
            f"`{item}` is not made anew each time, and `of` asks for that of `{of}`",
            f"take `of` out, or mark `{item}` in a local catalogue: `occasion: true`",
        )
    late = transition.plus.longest_hours if transition.plus else 0.0
    if moments[transition.at].behind(moments[of]) < -late:
        return (
            f"`{of}` always comes after `{item}` of it is needed, at `{transition.at}`",
            f"name the event before `{transition.at}` at which it is made, or take `of` out",
        )
    if need.in_hand and of == transition.at:
        return (
            f"`{item}` is made at `{of}`, and cannot be in hand before `{of}` begins",
            "name an earlier event at which it is made, or take `in-hand: true` out",
        )
    own = {
        record.event
        for area in workspace.areas
        for party in area.parties.values()
        for record in party.records or ()
        if item in record.items
    }
    if of in own | {record.event for record in pathway.records or () if item in record.items}:
        return None
    return (
        f"nobody records `{item}` at `{of}`",
        f"say who does, `records: [{{service: ..., event: {of}, items: [{item}]}}]`, or name another event",
    )
