"""A result is planned to arrive later than a national standard sets.

## Why it matters

A screening programme sets times for its results, so that what is found is acted on. A flow that may take longer is late
by its own plan, for every baby.

## Example

```yaml bad
flows:
  - id: blood-spot-result
    from: newborn-screening
    to: child-health
    when: {event: blood-spot-result}
    within: P10D  # <-
    items: [blood-spot-results]
parties:
  - {id: newborn-screening, service: newborn-screening, nation: england}
  - {id: child-health, service: child-health-information, nation: england}
```

```yaml good
flows:
  - id: blood-spot-result
    from: newborn-screening
    to: child-health
    when: {event: blood-spot-result}
    within: P1D
    items: [blood-spot-results]
parties:
  - {id: newborn-screening, service: newborn-screening, nation: england}
  - {id: child-health, service: child-health-information, nation: england}
```

What is sent on afterwards, and what goes to others, has no such standard:

```yaml good
flows:
  - id: results
    from: child-health
    to: health-visiting
    when: {event: blood-spot-result}
    within: P10D
    items: [blood-spot-results]
parties:
  - {id: child-health, service: child-health-information, nation: england}
  - {id: health-visiting, service: health-visiting, nation: england}
```

A standard that counts from birth is for a child who is followed from birth. Of one who moves here, it says nothing of
the time from the move on:

```yaml good
flows:
  - id: results-after-a-move
    from: newborn-screening
    to: parent
    when: {event: move-in-first-year}
    within: P6W
    items: [blood-spot-results]
parties:
  - {id: newborn-screening, service: newborn-screening, nation: england}
```

## What to do

Plan it in time: a shorter `within`, a batch that goes out more often. The standards that are looked at: a blood spot
result on the child health system by 17 days of age, and results with the parents by 6 weeks, both of England; and in
Wales, the written information on a child on the register within three days of a move.
"""

from collections.abc import Iterator

from sharecheck import words
from sharecheck.finding import Finding, Severity, here
from sharecheck.model.base import Nation, many
from sharecheck.model.catalogue import Due
from sharecheck.model.party import Party
from sharecheck.rule import rule
from sharecheck.workspace import Flow, Workspace


@rule("TIM07", Severity.WARNING, sources=("nbs-standards-2020", "nbs-handbook", "wsp"), alone=False)
def later_than_standard(workspace: Workspace) -> Iterator[Finding]:
    """Flows of a result whose latest arrival, by their own promise, lies behind a national standard."""
    standards = [(item, due) for item, each in workspace.vocabulary.due.items() for due in each]
    for flow in workspace.carrying(workspace.vocabulary.due):
        if flow.within is None:
            continue
        for item, due in standards:
            by_age = due.counted_from == "birth"
            latest = _latest(flow, by_age) if item in flow.carries and _meant(flow, due) else None
            if latest is not None and latest > due.within.longest_hours:
                late, limit = (words.span(hours) for hours in (latest, due.within.longest_hours))
                yield Finding(
                    locations=here(flow.place / "within"),
                    message=f"`{flow.id}` may bring `{item}` "
                    f"{f'at {late} of age' if by_age else f'{late} after the event'}; `{due.source}` "
                    f"says {limit}",
                    consequence="it is late by its own plan, for every child",
                    help="plan it in time: a shorter `within`, or a batch that goes out more often",
                    about=(flow.id, due.source),
                )
                break


def _meant(flow: Flow, due: Due) -> bool:
    """Whether a flow leads from the one service to the other, in the nation of the standard."""
    senders = [party for party in flow.senders if _does(party, due.from_)]
    recipients = [party for party in flow.recipients if _does(party, due.to)]
    there = any(bool(party.elsewhere) == bool(due.elsewhere) for party in recipients)
    return there and any(_nation(party, flow) == due.nation for party in senders)


def _does(party: Party, service: str) -> bool:
    return service in many(party.service)


def _nation(party: Party, flow: Flow) -> Nation | None:
    return party.nation or (flow.area.shape.nation if flow.area.shape else None)


def _latest(flow: Flow, by_age: bool) -> float | None:
    """The most hours of age, or after the event, that its first sending may take; None where it cannot be told.

    An event of some children only, such as a move, says nothing of the age at which what all children have is sent.
    """
    moments = (flow.area.moments.get(when.event or "") for when in flow.when)
    ends = [moment.end for moment in moments if moment and not (by_age and moment.groups)]
    if not ends:
        return None
    within = flow.within.longest_hours if flow.within else 0.0
    return min(ends) + within if by_age else within
