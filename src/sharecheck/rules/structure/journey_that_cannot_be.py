"""A journey cannot happen: its dates contradict each other, or it names what nobody here knows.

## Why it matters

A journey is there to show what becomes of one child. One that moves before it is born, or is reviewed at two when it is
nine months old, shows nothing; and a refusal of a flow that does not exist looks as if the refusal did no harm.

## Example

```yaml bad
sharecheck: journey/1
id: early-review
title: A child who is reviewed early
shows: What the setting knows before the progress check.
happens:
  - event: two-year-review
    at: P9M  # <-
  - event: care-entry  # <-
    at: P4M
moves:
  - at: P0D  # <-
```

```yaml good
sharecheck: journey/1
id: early-review
title: A child who is reviewed early
shows: What the setting knows before the progress check.
traits: [looked-after]
happens:
  - event: two-year-review
    at: P24M
  - event: care-entry
    at: P4M
moves:
  - at: P30M
```

What really happens outside its window says why:

```yaml good
sharecheck: journey/1
id: late-booking
title: A mother who books at 29 weeks
shows: What hangs on an early booking.
happens:
  - event: booking
    gestation: P29W
    outside: the mother came to midwifery late
```

What the parent refuses has to be there to be refused:

```yaml bad
sharecheck: journey/1
id: refuses
title: A parent who says no
shows: What flows all the same.
refuses: [progres-check]  # <-
---
sharecheck: protocol/1
id: two-year-review
flows:
  - id: progress-check
    from: nurseries
    to: health-visiting
    when: {event: progress-check-at-two}
    within: P10D
    agreement: {ask: parent}
    items: [progress-check-summary]
```

## What to do

Give each event an age inside its window, or say why it is not: `outside: came to the service late`. Add the groups of
children to whom an event happens to `traits`. List moves in order of age.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from sharecheck.document import Route
from sharecheck.finding import Finding, Severity, here
from sharecheck.model import Journey
from sharecheck.model.pathway import Event, Order
from sharecheck.rule import rule
from sharecheck.standards import pathway
from sharecheck.workspace import Workspace

if TYPE_CHECKING:
    from sharecheck.replay import Mistake

_TOLD = frozenset(("event", "channel", "group"))
"""Unknown names of these kinds are told by STR02."""


@rule("STR19", Severity.ERROR, sources=("si-2013-351-5a", "hcwp-2024"), alone=False)
def journey_that_cannot_be(workspace: Workspace) -> Iterator[Finding]:
    """What in a journey is wrong in each area that it can be played in."""
    for document, journey in workspace.of_kind(Journey):
        each = [_mistakes(workspace, journey, *child) for child in _children(workspace, journey)]
        for route, mistake in each[0].items():
            if mistake.unknown not in _TOLD and all(route in found for found in each):
                place = document.place
                for step in route:
                    place /= step
                keys = tuple(str(step) for step in route if isinstance(step, str))
                yield Finding(
                    locations=here(place),
                    message=mistake.message,
                    consequence="the journey cannot be played, so what it is there to show is not seen",
                    help=mistake.help,
                    about=(journey.id, *keys, mistake.message.split("`")[1] if "`" in mistake.message else ""),
                )


def _mistakes(
    workspace: Workspace, journey: Journey, events: Mapping[str, Event], order: Sequence[Order]
) -> "dict[Route, Mistake]":
    from sharecheck.replay.mistakes import mistakes, names_in  # 40 ms, and few runs have a journey

    return {mistake.route: mistake for mistake in mistakes(journey, events, names_in(workspace, events), order)}


def _children(workspace: Workspace, journey: Journey) -> list[tuple[Mapping[str, Event], Sequence[Order]]]:
    """The events, in order, of each area in which a journey can begin; those of its nation where there is none."""
    areas = [area for area in workspace.areas if area.shape and journey.nation in (None, area.nation)]
    named = [area for area in areas if area.id == journey.area]
    if named or areas:
        return [(area.events, area.order) for area in named or areas]
    national = pathway(journey.nation or "england")
    return [({event.id: event for event in national.events or ()}, national.order or ())]
