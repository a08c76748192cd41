"""A flow can be filed in fewer ways than before.

## Why it matters

Where the NHS number was missing, name and address did. Now there is only the number. A newborn from abroad has none
yet, and the summary lies where nobody looks for it.

## Example

```yaml before
flows:
  - id: discharge-summary
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    items: [birth-details, feeding-status]
    matched-by: [nhs-number, [identity, address]]
```

```yaml bad
flows:
  - id: discharge-summary
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    items: [birth-details, feeding-status]
    matched-by: [nhs-number]  # <-
```

A way that asks for less than the old one does as well:

```yaml good
flows:
  - id: discharge-summary
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    items: [birth-details, feeding-status]
    matched-by: [nhs-number, identity]
```

## What to do

Put the second way back, for children who have no number.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Severity
from sharecheck.finding.less import less
from sharecheck.model.base import many
from sharecheck.rule import comparison
from sharecheck.workspace import Versions


@comparison("WKR17", Severity.WARNING)
def way_to_match_gone(versions: Versions) -> Iterator[Finding]:
    """Ways to match that no other way takes the place of."""
    for before, after in versions.flows:
        ways = [set(many(identifiers)) for identifiers in after.shape.matched_by or ()]
        for identifiers in before.shape.matched_by or ():
            if ways and not any(other <= set(many(identifiers)) for other in ways):
                named = " and ".join(f"`{item}`" for item in many(identifiers))
                yield less(
                    f"`{after.id}` cannot be filed by {named} any more",
                    before.place / "matched-by",
                    after.place / "matched-by",
                    consequence="for a child of whom nothing else is known, nobody can tell whose it is",
                    help="put it back under `matched-by:`",
                    about=(after.id, *sorted(many(identifiers))),
                )
