"""A signature is gone, or awaited again.

## Why it matters

An agreement holds between those who signed it. Without the trust's signature, the trust's flows are promises that
nobody made; and it was signed.

## Example

```yaml before
flows:
  - id: discharge-summary
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    items: [birth-details, feeding-status]
governance:
  signatures:
    - {party: maternity, signed: 2026-01-12}
    - {party: health-visiting, signed: 2026-01-12}
```

```yaml bad
flows:
  - id: discharge-summary
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    items: [birth-details, feeding-status]
governance:
  signatures:
    - {party: maternity, signed: 2026-01-12}
    - {party: health-visiting, awaited: true}  # <-
```

```yaml good
flows:
  - id: discharge-summary
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    items: [birth-details, feeding-status]
governance:
  signatures:
    - {party: health-visiting, signed: 2026-11-02}
    - {party: maternity, signed: 2026-11-02}
```

## What to do

Ask the one who signed. A new version that needs new signatures begins when they are there; the old one holds till then.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Severity
from sharecheck.finding.less import less
from sharecheck.rule import comparison
from sharecheck.workspace import Versions


@comparison("WKR23", Severity.ERROR)
def signature_that_is_gone(versions: Versions) -> Iterator[Finding]:
    """Parties that signed, and are not named any more or are waited for."""
    for before, after in versions.protocols:
        where = after.place / "governance" / "signatures"
        now = {signature.party: (signature, index) for index, signature in enumerate(after.governance.signatures or ())}
        for index, signature in enumerate(before.governance.signatures or ()):
            if signature.party not in now:
                message, place = f"`{after.id}` is not signed by `{signature.party}` any more", where
            elif now[signature.party][0].awaited and not signature.awaited:
                message = f"the signature of `{signature.party}` under `{after.id}` is awaited again"
                place = where / now[signature.party][1]
            else:
                continue
            yield less(
                message,
                before.place / "governance" / "signatures" / index,
                place,
                consequence=f"what `{signature.party}` is to send, it has not promised",
                help=f"keep `{{party: {signature.party}, signed: ...}}`, or the old version in force until it signs",
                about=(after.id, signature.party),
            )
