"""What is for matters of life and death is stated for what happens to every child.

## Why it matters

The Commissioner's guidance speaks of vital interests as matters of life and death. Stated for a planned visit, it will
be asked about, and until that is answered the flow may stop for all; and on the night on which it is life and death,
people hesitate, because they were told that this ground is in doubt.

## Example

```yaml bad
flows:
  - id: births
    from: maternity
    to: council
    when: {every: P1M}
    within: P5D
    items: [address]
    basis: {article-6: 6(1)(d)}  # <-
```

```yaml bad
flows:
  - id: review
    from: maternity
    to: health-visiting
    when: {event: new-birth-visit}
    within: P5D
    items: [feeding-status]
    basis:
      article-6: 6(1)(e)
      powers: [ca2004-11]
      article-9: 9(2)(c)  # <-
```

What is sent when it happens, or when somebody comes without warning, may be one; so may what happens to few children,
on a day that nobody knows:

```yaml good
flows:
  - id: emergency
    from: nursery
    to: health-visiting
    when: {on: change}
    within: PT1H
    items: [allergies-and-conditions]
    basis: {article-6: 6(1)(d), article-9: 9(2)(c)}
  - id: found-unconscious
    from: health-visiting
    to: maternity
    when: {event: emergency-attendance}
    within: PT1H
    items: [allergies-and-conditions]
    basis: {article-6: 6(1)(d), article-9: 9(2)(c)}
  - id: taken-into-care
    from: council
    to: health-visiting
    when: {event: care-entry}
    within: PT4H
    items: [allergies-and-conditions]
    basis: {article-6: 6(1)(d), article-9: 9(2)(c)}
```

## What to do

Agree which point of Article 6 it is for the routine flow, and give the emergency a flow of its own:
`when: {on: change}` with the hours that it may take.
"""

from collections.abc import Iterator
from functools import partial

from sharecheck import words
from sharecheck.finding import Finding, Severity
from sharecheck.finding.members import each_of
from sharecheck.law.grounds import grounds
from sharecheck.model.base import MONTH
from sharecheck.rule import rule
from sharecheck.workspace import Flow, Workspace

PLANNED = 6 * MONTH
"""Hours: an event of every child whose window is no longer than this is planned.

What may happen on any day has a longer one, or, as a loss or a child taken into care, is not for every child.
"""


@rule("LAW22", Severity.WARNING, sources=("ico-vital-interests", "ukgdpr-6-1-d", "ukgdpr-9-2-c"))
def emergency_ground_for_routine(workspace: Workspace) -> Iterator[Finding]:
    """6(1)(d) or 9(2)(c) for flows that go out in batches, or at events that are planned for every child."""
    for ground in grounds(workspace):
        stated = {"article-6": ground.basis.article_6, "article-9": ground.basis.article_9}
        emergency = [key for key, value in stated.items() if value in ("6(1)(d)", "9(2)(c)")]
        routine = [flow.id for flow in ground.flows if _planned(flow)] if emergency else []
        if routine:
            yield from each_of(
                ((id, ground.place / emergency[0]) for id in routine),
                partial(_message, stated[emergency[0]]),
                "who looks closely stops it for every child, and in the one emergency people hesitate",
                "agree which point of Article 6 it is for what is planned, and give the emergency a flow of its own",
                about=(*ground.about, "vital"),
            )


def _message(point: str | None, routine: tuple[str, ...]) -> str:
    return f"{point}, vital interests, is stated for what is planned: {words.listed(routine)}"


def _planned(flow: Flow) -> bool:
    """Whether all that sets a flow off is a batch or a planned event."""
    moments = flow.area.moments
    known = (moments.get(when.event or "") for when in flow.when)
    return bool(flow.when) and all(
        when.every or (moment is not None and not moment.groups and moment.end - moment.start <= PLANNED)
        for when, moment in zip(flow.when, known, strict=True)
    )
