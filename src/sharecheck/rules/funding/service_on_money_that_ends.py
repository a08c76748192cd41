"""The money for a whole service ends soon, and nothing says what happens then.

## Why it matters

When the grant for the family hub ends, so does all that it sends and all that it hears. The agreements still name it.
A child's next service waits for a word from a door that is locked.

## Example

```yaml bad
sharecheck: area/1
id: northshire
nation: england
protocols: partial
parties:
  - {id: health-visiting, service: health-visiting}
  - {id: family-hub, service: family-hub}
funding:
  - id: pilot
    until: 2027-03-31  # <-
    supports: [family-hub]
---
flows:
  - {id: visits, from: health-visiting, to: family-hub, when: {event: new-birth-visit}, items: [contact-details]}
```

```yaml good
sharecheck: area/1
id: northshire
nation: england
protocols: partial
parties:
  - {id: health-visiting, service: health-visiting}
  - {id: family-hub, service: family-hub}
funding:
  - id: pilot
    until: 2027-03-31
    supports: [family-hub]
    then: the council keeps the register; the courses are decided anew
---
flows:
  - {id: visits, from: health-visiting, to: family-hub, when: {event: new-birth-visit}, items: [contact-details]}
```

## What to do

Find out who takes over what it sends and receives, and say so: `then: ...`. Or name the money that follows.
"""

from collections.abc import Iterator
from datetime import date
from functools import partial

from sharecheck import words
from sharecheck.finding import Finding, Severity
from sharecheck.finding.members import each_of, verb
from sharecheck.model.base import many
from sharecheck.model.calendar import years_later
from sharecheck.rule import rule
from sharecheck.workspace import Area, Workspace


@rule("FUN05", Severity.WARNING, sources=("eif-10-insights",), alone=False)
def service_on_money_that_ends(workspace: Workspace) -> Iterator[Finding]:
    """Funding that ends within a year, with parties that take part in flows and hang on it, and without `then`."""
    for area in workspace.areas:
        for funding in area.funding.values():
            stream = funding.shape
            if stream.then or stream.until is None or not area.as_of <= stream.until < years_later(area.as_of, 1):
                continue
            parties = [party for party in stream.supports or () if _without_other_money(area, party, stream.id)]
            hanging = (
                ((party, flow.id), funding.place / "until")
                for party in parties
                for flow in area.current_flows
                if party in (*many(flow.shape.from_), *many(flow.shape.to))
            )
            yield from each_of(
                hanging,
                partial(_message, stream.until),
                "who waits for a word about a child waits for a door that is locked",
                "find out who takes over what it sends and receives, and say so: `then: ...`",
                about=(area.id, stream.id, "then"),
            )


def _message(until: date, parties: tuple[str, ...], flows: tuple[str, ...]) -> str:
    hang = f"{words.listed(flows)} {verb(flows, 'hangs', 'hang')} on it"
    return f"the money for {words.listed(parties)} ends on {until}; {hang}, and nothing says what happens then"


def _without_other_money(area: Area, party: str, stream: str) -> bool:
    """Whether no other funding that lasts a year or longer supports the party."""
    later = years_later(area.as_of, 1)
    others = (funding.shape for id, funding in area.funding.items() if id != stream)
    return not any(
        party in (funding.supports or ()) and (funding.until is None or funding.until >= later) for funding in others
    )
