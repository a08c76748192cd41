"""A signature does not say when, or by whom.

## Why it matters

A name in a list is no promise. Nobody can tell whether the trust has agreed to this version or to the one before, and
whether whoever agreed could speak for the trust.

## Example

```yaml bad
flows: []
governance:
  signatures:
    - party: maternity  # <-
      role: Caldicott Guardian
    - {party: health-visiting, role: Caldicott Guardian, signed: 2026-03-09}
```

Without the role it is for information:

```yaml bad
flows: []
governance:
  signatures:
    - party: maternity  # <-
      signed: 2026-03-09
```

```yaml good
flows: []
governance:
  signatures:
    - {party: maternity, role: Caldicott Guardian, signed: 2026-03-02}
    - {party: health-visiting, awaited: true}
```

## How much it weighs

A warning where the day is missing; information where only the role is.

## What to do

Add the day and the role, never the name of a person: `{party: maternity, role: Caldicott Guardian, signed:
2026-03-02}`. What is still to come is `awaited: true`.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Severity, here
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("GOV10", Severity.WARNING, sources=("ico-accountability-framework", "waspi-accord-5"))
def signature_that_says_nothing(workspace: Workspace) -> Iterator[Finding]:
    """Signatures without a day that are not awaited, and for information those without a role."""
    for protocol in workspace.protocols():
        place = protocol.place / "governance" / "signatures"
        for index, signature in enumerate(protocol.governance.signatures or () if protocol.agreement else ()):
            dated = signature.signed is not None or signature.awaited
            if dated and (signature.role or signature.awaited):
                continue
            lacks = "by which role" if dated else "when"
            yield Finding(
                locations=here(place / index / "party"),
                message=f"it is not said {lacks} `{signature.party}` signed `{protocol.id}`",
                consequence="nobody can tell whether it has agreed to this version, and who answers for it",
                help="say both, `role: ...` and `signed: 2026-03-02`, or that it is to come, `awaited: true`",
                severity=Severity.INFORMATION if dated else None,
                about=(signature.party, "role" if dated else "signed"),
            )
