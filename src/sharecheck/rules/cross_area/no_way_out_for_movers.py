"""What is known about a child stays behind when the child moves away.

## Why it matters

Families move most when things are hardest: after a separation, from refuge to refuge, when the rent is too high. The
next area starts with an empty record. A baby with a missed screen, a child with a plan and a mother in danger are new
to everybody there.

## Example

```yaml bad
sharecheck: area/1
id: northshire
nation: england
protocols: complete
parties:  # <-
  - {id: health-visiting, service: health-visiting}
  - {id: child-health, service: child-health-information}
```

A party stands for the same service of the next area; flows can then lead there:

```yaml good
sharecheck: area/1
id: northshire
nation: england
protocols: complete
parties:
  - {id: health-visiting, service: health-visiting}
  - {id: child-health, service: child-health-information}
  - {id: next-health-visiting, service: health-visiting, elsewhere: true}
  - {id: next-child-health, service: child-health-information, elsewhere: true}
```

A neighbour, and nobody who sends records there or receives them:

```yaml bad
sharecheck: area/1
id: northshire
nation: england
protocols: complete
parties:
  - {id: nursery, service: early-years-setting}
neighbours:
  - area: ceredale  # <-
    nation: wales
```

```yaml good
sharecheck: area/1
id: northshire
nation: england
protocols: complete
parties:
  - {id: child-health, service: child-health-information}
  - {id: next-child-health, service: child-health-information, elsewhere: true}
neighbours:
  - {area: ceredale, nation: wales, records-go-to: child-health}
```

Of an area whose list of protocols is partial, nothing is said:

```yaml good
sharecheck: area/1
id: northshire
nation: england
protocols: partial
parties:
  - {id: health-visiting, service: health-visiting}
neighbours:
  - {area: ceredale}
```

## What to do

Declare a party of the same service with `elsewhere: true`, and the flows that lead to it at the move. Name for each
neighbour the party that sends movers' records there and receives them: `records-go-to`.
"""

from collections.abc import Iterator
from functools import partial

from sharecheck import words
from sharecheck.finding import Finding, Severity, here
from sharecheck.finding.members import each_of
from sharecheck.model.base import many
from sharecheck.network.build import does, recipients
from sharecheck.rule import rule
from sharecheck.workspace import Area, Workspace


@rule("XAR01", Severity.WARNING, sources=("nems-change-of-address", "nbs-movers", "pan-dorset-moves"), alone=False)
def no_way_out_for_movers(workspace: Workspace) -> Iterator[Finding]:
    """Complete areas with services that no party does elsewhere, or with neighbours to whom nobody sends records."""
    for area in workspace.areas:
        if area.complete and area.document is not None:
            place = area.document.place / "parties"
            yield from each_of(
                ((service, place) for service in _left_behind(area)),
                partial(_message, area.id),
                "the next area starts with an empty record, also for a child who was in danger",
                lambda service: f"declare who does it there: `{{id: next-area, service: {service}, elsewhere: true}}`",
                about=(area.id, "elsewhere"),
            )
            for neighbour in area.neighbours:
                if neighbour.shape.records_go_to is None:
                    yield Finding(
                        locations=here(neighbour.place / "area"),
                        message=f"nobody is named for records of children who move to or from `{neighbour.shape.area}`",
                        consequence="the record waits until somebody asks for it, and nobody knows whom to ask",
                        help="name the party that sends and receives them: `records-go-to: ...`",
                        about=(area.id, neighbour.shape.area),
                    )


def _message(area: str, services: tuple[str, ...]) -> str:
    left = f"what {words.listed(services)} may know stays behind when a child moves away from `{area}`"
    return f"{left}: no party stands for the next area"


def _left_behind(area: Area) -> list[str]:
    """The services done here that hand over to the next area when a child moves, with nobody there to receive it."""
    parties = area.parties.values()
    moves = (
        transition
        for transition in area.transitions.values()
        if transition.elsewhere and "movers" in many(transition.applies_to)
    )
    left = (transition.to for transition in moves if not any(recipients(parties, transition)))
    return list(dict.fromkeys(to for to in left if any(does(party, to) for party in parties)))
