"""A party receives health data and shows no security assurance that holds.

## Why it matters

Who sends the health data of every baby of an area wants to know that it is kept as safely there as here. Where nobody
has asked, or the last answer has run out, the sender may stop sending on the day on which somebody does ask.

## Example

```yaml bad
sharecheck: area/1
id: northshire
nation: england
protocols: complete
parties:
  - {id: maternity, service: midwifery, kind: nhs-foundation-trust, assurance: [{scheme: dspt, until: 2027-06-30}]}
  - id: health-visiting  # <-
    service: health-visiting
    kind: nhs-trust
---
flows:
  - id: birth-summary
    from: maternity
    to: health-visiting
    when: {event: birth}
    within: P2D
    items: [birth-details]
```

```yaml bad
parties:
  - {id: maternity, service: midwifery}
  - id: health-visiting
    service: health-visiting
    assurance:
      - scheme: dspt
        until: 2026-06-30  # <-
flows:
  - id: birth-summary
    from: maternity
    to: health-visiting
    when: {event: birth}
    within: P2D
    items: [birth-details]
```

One that holds is enough, and one without an end is taken to hold:

```yaml good
parties:
  - {id: maternity, service: midwifery}
  - id: health-visiting
    service: health-visiting
    assurance:
      - {scheme: cyber-essentials, until: 2025-01-31}
      - {scheme: dspt, until: 2027-06-30}
flows:
  - id: birth-summary
    from: maternity
    to: health-visiting
    when: {event: birth}
    within: P2D
    items: [birth-details]
```

Where an area does not claim to be complete, what is not written down is unknown:

```yaml good
sharecheck: area/1
id: northshire
nation: england
protocols: partial
parties:
  - {id: maternity, service: midwifery}
  - {id: health-visiting, service: health-visiting}
---
flows:
  - id: birth-summary
    from: maternity
    to: health-visiting
    when: {event: birth}
    within: P2D
    items: [birth-details]
```

## How much it weighs

A warning where a scheme is known for such a body. Information where none was found: for nurseries, schools and
charities, and for councils in Wales; there any scheme will do.

## What to do

Ask for it, and write it down with its last day: `assurance: [{scheme: dspt, until: 2027-06-30}]`, in Wales
`welsh-ig-toolkit`.
"""

from collections.abc import Iterator, Mapping

from sharecheck.finding import Finding, Severity, here
from sharecheck.model.base import Nation, many
from sharecheck.model.party import Party
from sharecheck.rule import rule
from sharecheck.workspace import Area, Placed, Workspace

SUCH_AS: Mapping[Nation, str] = {
    "england": "{scheme: dspt, until: 2027-06-30}",
    "wales": "{scheme: welsh-ig-toolkit, until: 2027-03-31}",
}
"""What a health body of each nation would write down."""


@rule("SEC03", Severity.WARNING, sources=("dspt-v8", "welsh-ig-toolkit"), alone=False)
def no_assurance(workspace: Workspace) -> Iterator[Finding]:
    """Parties that receive special category data with no assurance, or with none that has not run out."""
    for area in workspace.areas:
        receiving = {id for flow in area.current_flows if flow.carries_special for id in many(flow.shape.to)}
        for placed in area.declared:
            if placed.shape.id in receiving and not placed.shape.elsewhere:
                yield from _found(area, placed)


def _found(area: Area, placed: Placed[Party]) -> Iterator[Finding]:
    party, held = placed.shape, placed.shape.assurance or ()
    ends = [(assurance.until, index) for index, assurance in enumerate(held) if assurance.until is not None]
    if party.assurance is None and not area.complete:
        return
    if len(ends) < len(held) or (ends and max(ends)[0] >= area.as_of):
        return
    place, message = placed.place / "id", f"`{party.id}` receives special category data and states no assurance"
    if ends:
        until, index = max(ends)
        place = placed.place / "assurance" / index / "until"
        message = f"the assurance of `{party.id}`, which receives special category data, ended on {until}"
    body = area.body(party)
    expected = body is not None and area.nation_of(party) in many(body.yearly_assurance)
    yield Finding(
        locations=here(place),
        message=message,
        consequence="on the day on which somebody asks, the sender may stop sending, and the child's service goes "
        "without",
        help=f"write down the one that holds: `assurance: [{SUCH_AS[area.nation_of(party)]}]`",
        severity=None if expected else Severity.INFORMATION,
        about=(area.id, party.id),
    )
