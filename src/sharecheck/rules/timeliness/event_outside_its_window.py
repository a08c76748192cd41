"""A local pathway plans an event outside the time that is set for it.

## Why it matters

A local pathway may tighten the national one. Where it plans a review for an age at which it was due before, every child
of the area has it late, and what was to be known by then is not.

## Example

```yaml bad
sharecheck: pathway/1
id: northshire
nation: england
extends: england
events:
  - id: two-year-review
    title: Two-year review
    window: {age: {from: P24M, to: P33M}}  # <-
```

```yaml good
sharecheck: pathway/1
id: northshire
nation: england
extends: england
events:
  - id: two-year-review
    title: Two-year review
    window: {age: {from: P26M, to: P28M}}
```

An event for which no time is set can be planned at will, and a pathway that extends no other has nothing to keep to:

```yaml good
sharecheck: pathway/1
id: northshire
nation: england
extends: england
events:
  - {id: booking, title: Booking, window: {gestation: {from: P6W, to: P12W}}}
---
sharecheck: pathway/1
id: small
nation: england
events:
  - {id: two-year-review, title: Review, window: {age: {from: P3Y, to: P4Y}}}
```

## How much it weighs

An error where a statute that was read sets the limit. A warning where a programme sets it, or a text that is only
known from others.

## What to do

Plan the event inside its limit: `window: {age: {from: P24M, to: P30M}}`. The limits, and how strong each is, stand in
the national pathway. This
is about what is planned, not about a visit that was missed.
"""

from collections.abc import Iterator

from sharecheck import words
from sharecheck.finding import Finding, Severity, here
from sharecheck.model import Pathway
from sharecheck.model.pathway import Event, Window
from sharecheck.network.timeline import Moment
from sharecheck.rule import rule
from sharecheck.workspace import Workspace
from sharecheck.workspace.planned import limits, planned


@rule("TIM03", Severity.ERROR, sources=("si-2013-351-5a", "bdra-2", "eyfs-2025"))
def event_outside_its_window(workspace: Workspace) -> Iterator[Finding]:
    """Events of local pathways that are planned outside the limit of a pathway that these extend."""
    every = limits(workspace)
    for document, local in workspace.of_kind(Pathway):
        set_above = every[local.id]
        own = [(index, event) for index, event in enumerate(local.events or ()) if event.id in set_above]
        moments = planned(workspace.pathways[local.id], (event.id for _, event in own))
        for index, event in own:
            for limit in set_above[event.id] if event.id in moments else ():
                if not limit.holds(moments[event.id]):
                    yield Finding(
                        locations=here(document.place / "events" / index / "window"),
                        message=f"`{event.id}` is planned for {_ages(moments[event.id])}; "
                        f"`{limit.pathway}` sets {_ages(limit.moment)}",
                        consequence="children of the area have it when it is not due, and nobody can rely on what it "
                        "finds by then",
                        help=f"plan it inside its limit: `window: {_typed(limit.event.limit)}`",
                        severity=None if _is_law(limit.event) else Severity.WARNING,
                        about=(event.id, limit.pathway),
                    )


def _is_law(event: Event) -> bool:
    return event.strength == "statute" and event.verified == "yes"


def _typed(limit: Window | None) -> str:
    """A limit as it is written in a file."""
    if limit and limit.age:
        return f"{{age: {{from: {limit.age.from_}, to: {limit.age.to}}}}}"
    if limit and limit.gestation:
        return f"{{gestation: {{from: {limit.gestation.from_}, to: {limit.gestation.to}}}}}"
    start = limit.from_ if limit and limit.from_ else "P0D"
    return f"{{after: {limit.after}, from: {start}, to: {limit.to or start}}}" if limit else "{}"


def _ages(moment: Moment) -> str:
    return " to ".join(words.age(hours).removeprefix("at ") for hours in (moment.start, moment.end))
