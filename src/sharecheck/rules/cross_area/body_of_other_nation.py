"""A party is of a kind that its nation does not have.

## Why it matters

What a body may share, and has to, hangs on what it is. A health board that is filed as a foundation trust gets the
duties of England; near the border somebody will act on them, and be told that they were never its own.

## Example

```yaml bad
parties:
  - id: welsh-board
    service: health-visiting
    nation: wales
    kind: nhs-foundation-trust  # <-
  - id: maternity
    service: midwifery
    nation: england
    kind: local-health-board  # <-
flows: []
```

```yaml good
parties:
  - {id: welsh-board, service: health-visiting, nation: wales, kind: local-health-board}
  - {id: maternity, service: midwifery, nation: england, kind: nhs-foundation-trust}
  - {id: ambulances, service: emergency-care, nation: wales, kind: nhs-trust}
flows: []
```

A kind is not judged where nobody says in which nation the party is:

```yaml good
parties:
  - {id: welsh-board, service: health-visiting, kind: local-health-board}
flows: []
```

## What to do

Look up what it is, and mend `kind` or `nation`. NHS trusts exist in both nations.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Severity, here
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("XAR08", Severity.WARNING, sources=("nhsa-30", "nhswa-11", "law-wales-health-boards"), alone=False)
def body_of_other_nation(workspace: Workspace) -> Iterator[Finding]:
    """Foundation trusts in Wales, and local health boards in England."""
    for area in workspace.areas:
        known = area.shape.nation if area.shape else None
        for placed in area.declared:
            nation, body = placed.shape.nation or known, area.body(placed.shape)
            if nation is not None and body and body.only_in not in (None, nation):
                yield Finding(
                    locations=here(placed.place / "kind"),
                    message=f"`{placed.shape.id}` is a `{body.id}` in {nation.title()}; there are such bodies in "
                    f"{str(body.only_in).title()} only (`{body.made_by}`)",
                    consequence="it is held to the duties of another nation, and somebody will act on them",
                    help="mend its `kind`, or its `nation`",
                    about=(area.id, placed.shape.id, "kind"),
                )
