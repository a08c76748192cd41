"""Nothing says who can open what was received, or how it is found out who has.

## Why it matters

In a small town the receptionist knows the family. Most people do not look; the one who does is found only where looking
leaves a trace, and a mother in a refuge has to be able to rely on that.

## Example

```yaml bad
sharecheck: protocol/1
id: handover  # <-
flows:
  - {id: discharge, from: maternity, to: health-visiting, when: {event: midwife-discharge}, items: [feeding-status]}
```

```yaml bad
flows:
  - {id: discharge, from: maternity, to: health-visiting, when: {event: midwife-discharge}, items: [feeding-status]}
governance:
  security:  # <-
    access: staff with a role that needs it
```

```yaml good
flows:
  - {id: discharge, from: maternity, to: health-visiting, when: {event: midwife-discharge}, items: [feeding-status]}
governance:
  security: {access: staff with a role that needs it, audit: a sample of the log is read each month}
```

## What to do

Say both under `governance`: `security: {access: ..., audit: ...}`.
"""

from collections.abc import Iterator
from functools import partial

from sharecheck.finding import Finding, Lack, Severity
from sharecheck.finding.members import each_of
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("SEC06", Severity.WARNING, sources=("ico-data-sharing-code", "shared-care-records-ig"))
def nobody_sees_who_looked(workspace: Workspace) -> Iterator[Finding]:
    """Agreements on special category, offence or safeguarding items, without `access` or without `audit`."""
    for protocol in workspace.protocols():
        security = protocol.governance.security
        lacks = [key for key in ("access", "audit") if not getattr(security, key, None)]
        if lacks and protocol.agreement and any(flow.sensitive for flow in protocol.personal_flows):
            place = protocol.place / "governance" / "security" if security else protocol.place / "id"
            lines = tuple(f"governance/security/{key}" for key in lacks)  # they are agreed together
            yield from each_of(
                ((key, place) for key in lacks),
                partial(_message, protocol.id),
                "the one who looks without a reason is never found, and a family that hides relies on that",
                lambda key: f"say it under `governance`: `security: {{{key}: ...}}`",
                about=(protocol.id,),
                lacks=lambda key, lines=lines: Lack(_WHAT[key], lines),
            )


def _message(protocol: str, lacks: tuple[str, ...]) -> str:
    return f"`{protocol}` does not say {' or '.join(_WHAT[key] for key in lacks)}"


_WHAT = {"access": "who can open what was received", "audit": "how it is found out who has"}
