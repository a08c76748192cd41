"""Nothing says what happens when a parent objects.

## Why it matters

A mother tells the midwife that the family hub is not to have her address, because her former partner's sister works
there. The midwife writes it into her own notes. The list goes out on Monday with the address on it.

## Example

```yaml bad
flows:
  - {id: births, from: maternity, to: family-hub, when: {event: birth}, within: P5D, items: [contact-details]}
governance:
  rights:  # <-
    privacy-notice: in the booking pack
```

```yaml good
flows:
  - {id: births, from: maternity, to: family-hub, when: {event: birth}, within: P5D, items: [contact-details]}
governance:
  rights:
    privacy-notice: in the booking pack
    objection: written down by who hears it, and carried along; the list leaves such families out
```

Where a law bids it to be shared, the clause says that nobody can object, and how that is explained:

```yaml good
flows:
  - {id: births, from: maternity, to: child-health, when: {event: birth}, within: PT36H, items: [birth-details]}
governance:
  rights: {objection: "a duty cannot be objected to; the midwife explains it, and writes down what was said"}
```

## What to do

Agree who writes it down, how it is carried along, and who decides: `objection: ...` under `rights`.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Lack, Severity, here
from sharecheck.law.clauses import right_lacking
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("RTS05", Severity.WARNING, sources=("ico-code-navigating", "hsca-251b"))
def objection_nobody_hears(workspace: Workspace) -> Iterator[Finding]:
    """Agreements without `objection`."""
    for protocol, place in right_lacking(workspace, "objection"):
        yield Finding(
            locations=here(place),
            message=f"`{protocol.id}` does not say what happens when a parent objects",
            consequence="what a mother asked to be left out goes to the one person who was not to have it",
            help="agree who writes it down and who decides, and say so under `rights`: `objection: ...`",
            about=("objection",),
            lacks=Lack("what happens when a parent objects", ("governance/rights/objection",)),
        )
