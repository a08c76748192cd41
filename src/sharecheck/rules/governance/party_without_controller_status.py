"""A party does not say whether it is a controller.

## Why it matters

Who decides about the data answers for it: for what a mother is told, for a mistake in the record, for a letter that
went to the wrong house. Where it is not stated who that is, each of them may believe that it is the other.

## Example

```yaml bad
sharecheck: area/1
id: northshire
nation: england
protocols: complete
parties:
  - {id: maternity, service: midwifery, controller: controller}
  - {id: health-visiting, service: health-visiting}  # <-
```

```yaml good
sharecheck: area/1
id: northshire
nation: england
protocols: complete
parties:
  - {id: maternity, service: midwifery, controller: controller}
  - {id: health-visiting, service: health-visiting, controller: joint-controller}
```

A party that stands for the next area is not asked. Nor are those of a text that was read only in part:

```yaml good
sharecheck: area/1
id: northshire
nation: england
protocols: partial
parties:
  - {id: maternity, service: midwifery}
  - {id: next-area, service: health-visiting, elsewhere: true}
---
sharecheck: protocol/1
id: births
encoded-from: {title: Births protocol, read: opening}
flows: []
```

## What to do

Say for each party what it is for the data that it holds: `controller: controller`, `joint-controller`, `processor`, or
`none`.
"""

from collections.abc import Iterator

from sharecheck import words
from sharecheck.finding import Finding, Severity
from sharecheck.finding.members import each_of, verb
from sharecheck.model.party import FAMILY, Party
from sharecheck.rule import rule
from sharecheck.workspace import Area, Workspace


@rule("GOV01", Severity.WARNING, sources=("ico-data-sharing-code", "ukgdpr-26"))
def party_without_controller_status(workspace: Workspace) -> Iterator[Finding]:
    """Declared parties without `controller`."""
    for area in workspace.areas:
        silent = [party for party in area.declared if _silent(party.shape)] if _read_in_full(area) else []
        yield from each_of(
            ((party.shape.id, party.place / "id") for party in silent),
            _message,
            "nobody knows who answers to the family for what is sent about their child",
            "say so: `controller: controller`, `joint-controller`, `processor` or `none`",
            about=("controller",),
        )


def _message(names: tuple[str, ...]) -> str:
    are = verb(names, "it is a controller", "they are controllers")
    return f"{words.listed(names)} {verb(names, 'does', 'do')} not say whether {are}"


def _silent(party: Party) -> bool:
    return party.controller is None and party.kind != FAMILY and not party.elsewhere


def _read_in_full(area: Area) -> bool:
    """Whether what is known of the area does not only come from texts that were read in part."""
    return not area.current or any(protocol.agreement for protocol in area.current)
