"""An agreement was signed after its first day in force.

## Why it matters

Between the two days something was sent that one side had not agreed to: to whom it goes, what is told to the family,
what happens when it goes astray. Should anybody ask about a letter of that time, there is no agreement to show.

## Example

```yaml bad
effective: 2026-04-01
flows: []
governance:
  signatures:
    - {party: maternity, role: Caldicott Guardian, signed: 2026-03-02}
    - {party: health-visiting, role: Caldicott Guardian, signed: 2026-05-20}  # <-
```

```yaml good
effective: 2026-04-01
flows: []
governance:
  signatures:
    - {party: maternity, role: Caldicott Guardian, signed: 2026-03-02}
    - {party: health-visiting, role: Caldicott Guardian, signed: 2026-04-01}
```

A draft is not in force, whatever day it was meant to begin on:

```yaml good
status: draft
effective: 2026-04-01
flows: []
governance:
  signatures: [{party: health-visiting, role: Caldicott Guardian, signed: 2026-05-20}]
```

## What to do

When a party joined later, no more than that is to be known. Else begin when all have signed: `effective: 2026-05-20`.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Severity, here, related
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("GOV09", Severity.INFORMATION, sources=("ico-accountability-framework",))
def signature_after_first_day(workspace: Workspace) -> Iterator[Finding]:
    """Signatures dated after `effective`, but for drafts."""
    for protocol in workspace.protocols():
        effective, place = protocol.shape.effective, protocol.place / "governance" / "signatures"
        for index, signature in enumerate(protocol.governance.signatures or ()):
            if protocol.in_force and effective and signature.signed and signature.signed > effective:
                yield Finding(
                    locations=(
                        *here(place / index / "signed"),
                        related(protocol.place / "effective", "in force since"),
                    ),
                    message=f"`{signature.party}` signed `{protocol.id}` on {signature.signed}, after its first day "
                    "in force",
                    consequence="for what was sent in between there is no agreement to show to a family",
                    help=f"unless it joined later, begin when all have signed: `effective: {signature.signed}`",
                    about=(signature.party, "signed"),
                )
