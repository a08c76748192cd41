"""An agreement is in force, and a signature is still awaited.

## Why it matters

Who has not signed has not promised. Staff of that service may be told not to use it yet, and nobody tells the others:
they send, and believe that they are answered.

## Example

```yaml bad
status: in-force
effective: 2026-04-01
flows: []
governance:
  signatures:
    - {party: maternity, role: chief nurse, signed: 2026-03-02}
    - {party: health-visiting, role: medical director, awaited: true}  # <-
```

```yaml good
status: in-force
effective: 2026-04-01
flows: []
governance:
  signatures:
    - {party: maternity, role: chief nurse, signed: 2026-03-02}
    - {party: health-visiting, role: medical director, signed: 2026-03-09}
```

A draft awaits its signatures, and so does what begins next year:

```yaml good
status: draft
flows: []
governance:
  signatures: [{party: health-visiting, awaited: true}]
---
sharecheck: protocol/1
id: next-year
status: in-force
effective: 2027-04-01
flows: []
governance:
  signatures: [{party: health-visiting, awaited: true}]
```

## What to do

Get it signed and write down when (`signed: 2026-03-09`), or say that it is not in force yet: `status: draft`.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Severity, here
from sharecheck.rule import rule
from sharecheck.workspace import Protocol, Workspace


@rule("GOV04", Severity.WARNING, sources=("ico-accountability-framework", "waspi-accord-5"))
def unsigned_agreement(workspace: Workspace) -> Iterator[Finding]:
    """Awaited signatures of protocols that say that they are in force."""
    for protocol in workspace.protocols():
        if not begun(protocol, workspace):
            continue
        place = protocol.place / "governance" / "signatures"
        for index, signature in enumerate(protocol.governance.signatures or ()):
            if signature.awaited and not signature.signed:
                yield Finding(
                    locations=here(place / index / "awaited"),
                    message=f"`{protocol.id}` is in force, and `{signature.party}` has not signed it",
                    consequence="it has promised nothing, and the others send and believe that the child is taken on",
                    help="get it signed and write down when, `signed: ...`, or say `status: draft`",
                    about=(signature.party,),
                )


def begun(protocol: Protocol, workspace: Workspace) -> bool:
    """Whether a protocol says that it is in force, and its first day has come."""
    shape = protocol.shape
    return shape.status == "in-force" and (shape.effective is None or shape.effective <= workspace.as_of)
