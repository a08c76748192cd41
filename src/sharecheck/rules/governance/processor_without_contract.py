"""No contract is named for a processor.

## Why it matters

The supplier of the record system can see every child in it. What it may do with that, and what it does when something
goes wrong, stands in its contract. When nobody can find that one, nobody can hold the supplier to it.

## Example

```yaml bad
flows: []
governance:
  processors:
    - name: Northshire Records Ltd  # <-
    - {name: print-house, contract: C-2025-17}
---
sharecheck: area/1
id: northshire
nation: england
protocols: complete
parties:
  - {id: maternity, service: midwifery, controller: controller}
  - {id: record-host, service: child-health-information, controller: processor}  # <-
```

A processor that is a party is named under `processors` by its id or its name; one of the next area has its contract
there:

```yaml good
flows: []
governance:
  processors:
    - {name: Northshire Records Ltd, contract: C-2024-02}
---
sharecheck: area/1
id: northshire
nation: england
protocols: complete
parties:
  - {id: maternity, service: midwifery, controller: controller}
  - {id: record-host, name: Northshire Records Ltd, service: child-health-information, controller: processor}
  - {id: next-record-host, service: child-health-information, controller: processor, elsewhere: true}
```

## What to do

Name the contract: `processors: [{name: Northshire Records Ltd, contract: C-2024-02}]` under `governance`. When there is
none, agree one before anything is sent.
"""

from collections.abc import Iterator

from sharecheck.document import Place
from sharecheck.finding import Finding, Severity, here
from sharecheck.model.governance import Processor
from sharecheck.rule import rule
from sharecheck.workspace import Area, Workspace


@rule("GOV02", Severity.WARNING, sources=("ukgdpr-28",), alone=False)
def processor_without_contract(workspace: Workspace) -> Iterator[Finding]:
    """Processors without `contract`, and parties that are processors and that no protocol names as such."""
    for area in workspace.areas:
        named = {processor.name.casefold() for processor, _ in _processors(area)}
        for processor, place in _processors(area):
            if processor.contract is None:
                yield _finding(place / "name", processor.name)
        for party in area.declared:
            called = {party.shape.id, (party.shape.name or party.shape.id).casefold()}
            bound_here = party.shape.controller == "processor" and not party.shape.elsewhere
            if bound_here and not called & named and _all_here(area):
                yield _finding(party.place / "id", party.shape.id)


def _processors(area: Area) -> Iterator[tuple[Processor, Place]]:
    for protocol in area.current:
        if protocol.agreement:
            place = protocol.place / "governance" / "processors"
            yield from (
                (processor, place / index) for index, processor in enumerate(protocol.governance.processors or ())
            )


def _all_here(area: Area) -> bool:
    """Whether a contract, if there is one, would be named in what is here."""
    return area.complete or (area.shape is None and all(protocol.agreement for protocol in area.current))


def _finding(place: Place, name: str) -> Finding:
    return Finding(
        locations=here(place),
        message=f"no contract is named for the processor `{name}`",
        consequence="it can see children's records, and nobody can look up what it may do with them",
        help=f"name it under `governance`, for example `processors: [{{name: {name}, contract: C-2024-02}}]`",
        about=(name,),
    )
