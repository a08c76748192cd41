"""A party takes part in nothing.

## Why it matters

A service that is in the list and in no protocol is outside the circle: what it knows of a child stays with it, and it
is told nothing. Mostly nobody decided that. The therapists came later, and no protocol was opened again.

## Example

```yaml bad
sharecheck: area/1
id: northshire
nation: england
protocols: complete
parties:
  - {id: maternity, service: midwifery}
  - {id: health-visiting, service: health-visiting}
  - {id: therapy, service: speech-and-language-therapy}  # <-
---
sharecheck: protocol/1
id: births
flows:
  - id: birth-summary
    from: maternity
    to: health-visiting
    when: {event: birth}
    within: P2D
    items: [birth-details]
```

```yaml fixed
sharecheck: area/1
id: northshire
nation: england
protocols: complete
parties:
  - {id: maternity, service: midwifery}
  - {id: health-visiting, service: health-visiting}
---
sharecheck: protocol/1
id: births
flows:
  - id: birth-summary
    from: maternity
    to: health-visiting
    when: {event: birth}
    within: P2D
    items: [birth-details]
```

When not all protocols are here, nothing is said:

```yaml good
sharecheck: area/1
id: northshire
nation: england
protocols: partial
parties:
  - {id: maternity, service: midwifery}
  - {id: therapy, service: speech-and-language-therapy}
```

Who signs, keeps a protocol or answers for it takes part, and so does a processor:

```yaml good
sharecheck: area/1
id: northshire
nation: england
protocols: complete
parties:
  - {id: maternity, service: midwifery}
  - {id: health-visiting, service: health-visiting}
  - {id: council, service: family-hub}
  - {id: system-supplier, service: child-health-information, controller: processor}
---
sharecheck: protocol/1
id: births
owner: {party: council, role: head of information governance}
flows:
  - id: birth-summary
    from: maternity
    to: health-visiting
    when: {event: birth}
    within: P2D
    items: [birth-details]
```

## What to do

Find out what it needs and what it knows, and write the flows (`from: therapy`, `to: therapy`); or take it out of the
list.
"""

from collections.abc import Iterator

from sharecheck.edit import Remove
from sharecheck.finding import Finding, Fix, Severity, here
from sharecheck.model.party import Party
from sharecheck.rule import rule
from sharecheck.workspace import Area, Placed, Workspace
from sharecheck.workspace.references import documents, names, references


@rule("STR05", Severity.WARNING, sources=("ico-data-sharing-code",), alone=False)
def unused_party(workspace: Workspace) -> Iterator[Finding]:
    """Parties of complete areas that no protocol names."""
    for area in workspace.areas:
        if not area.complete:
            continue
        used = _used(area)
        for party in area.declared:
            if party.shape.id not in used and party.shape.controller != "processor":
                yield Finding(
                    locations=here(party.place / "id"),
                    message=f"`{party.shape.id}` takes part in no protocol",
                    consequence="what it knows of a child stays with it, and it is told nothing",
                    help=f"write what it is sent, `to: {party.shape.id}`, and what it sends; or take it out",
                    about=(party.shape.id,),
                    fix=_without(party, area),
                )


def _without(party: Placed[Party], area: Area) -> Fix | None:
    """The list without this party, where others are left, nothing in the area's file names it, no name is unknown.

    An unknown name may be this party's, misspelt: then it takes part, and must not go.
    """
    named = {reference.name for reference in references(party.place.document) if reference.kind == "party"}
    if len(area.declared) == 1 or party.shape.id in named:
        return None
    if any(names(document)["party"] - area.parties.keys() for document in documents(area)):
        return None
    return Fix((Remove(party.place.route),))


def _used(area: Area) -> set[str]:
    used = {neighbour.shape.records_go_to or "" for neighbour in area.neighbours}
    for protocol in area.current:
        used |= names(protocol.document)["party"]
    return used
