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

## What to do

Plan the event inside its limit: `window: {age: {from: P24M, to: P30M}}`. The limits, and how strong each is, stand in
the national pathway: a statute that was read makes an error, a programme, or a text known from others, a warning. This
is about what is planned, not about a visit that was missed.
"""

from collections.abc import Iterator

from sharecheck import words
from sharecheck.model import Pathway
from sharecheck.model.pathway import Event, Window
from sharecheck.network.timeline import Moment, timeline
from sharecheck.rule import Finding, Severity, rule
from sharecheck.workspace import Workspace


@rule("TIM03", Severity.ERROR, sources=("si-2013-351-5a", "eyfs-2025"))
def event_outside_its_window(workspace: Workspace) -> Iterator[Finding]:
    """Events of local pathways that are planned outside the limit of a pathway that these extend."""
    for document, local in workspace.of_kind(Pathway):
        planned = timeline(workspace.pathways[local.id].events or ())
        for above in workspace.line(local.id)[1:]:
            limits = _limits(above)
            for index, event in enumerate(local.events or ()):
                if event.id in limits and event.id in planned and _leaves(planned[event.id], limits[event.id][1]):
                    limited, limit = limits[event.id]
                    yield Finding(
                        document.place / "events" / index / "window",
                        f"`{event.id}` is planned for {_ages(planned[event.id])}; `{above.id}` sets {_ages(limit)}",
                        "children of the area have it when it is not due, and nobody can rely on what it finds by then",
                        f"plan it inside its limit: `window: {_typed(limited.limit)}`",
                        None if _is_law(limited) else Severity.WARNING,
                        about=(event.id, above.id),
                    )


def _limits(above: Pathway) -> dict[str, tuple[Event, Moment]]:
    """The events of a pathway that have a limit, each with the moment that this is."""
    events = [event.model_copy(update={"window": event.limit or event.window}) for event in above.events or ()]
    moments = timeline(events)
    return {event.id: (event, moments[event.id]) for event in events if event.limit and event.id in moments}


def _leaves(planned: Moment, limit: Moment) -> bool:
    return planned.start < limit.start or planned.end > limit.end


def _is_law(event: Event) -> bool:
    return event.strength == "statute" and event.verified == "yes"


def _typed(limit: Window | None) -> str:
    """As it is written in a file."""
    if limit and limit.age:
        return f"{{age: {{from: {limit.age.from_}, to: {limit.age.to}}}}}"
    if limit and limit.gestation:
        return f"{{gestation: {{from: {limit.gestation.from_}, to: {limit.gestation.to}}}}}"
    start = limit.from_ if limit and limit.from_ else "P0D"
    return f"{{after: {limit.after}, from: {start}, to: {limit.to or start}}}" if limit else "{}"


def _ages(moment: Moment) -> str:
    return " to ".join(words.age(hours).removeprefix("at ") for hours in (moment.start, moment.end))
