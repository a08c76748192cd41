"""Partners are to be told of lost data, and nothing says whom to tell.

## Why it matters

At half past five somebody notices that the list went to the wrong school. The agreement says: within a day. It does not
say to whom. The telephone of the signatory rings in an empty office, and the mother whose address was on it is not
warned that night.

## Example

```yaml bad
flows:
  - {id: births, from: child-health, to: family-hub, when: {event: birth}, within: P5D, items: [address]}
governance:
  breach:
    notify-partners-within: PT24H  # <-
```

```yaml good
flows:
  - {id: births, from: child-health, to: family-hub, when: {event: birth}, within: P5D, items: [address]}
governance:
  breach: {notify-partners-within: PT24H, contact: data-incidents@northshire.example}
```

## What to do

Name a mailbox or a telephone of a role, which somebody reads in the evening too: `contact: ...` under `breach`.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Severity, here
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("SEC08", Severity.WARNING, sources=("ico-data-sharing-code", "ukgdpr-33"))
def breach_nobody_to_tell(workspace: Workspace) -> Iterator[Finding]:
    """Agreements with a time in which partners are told of a breach, and no contact."""
    for protocol in workspace.protocols():
        breach = protocol.governance.breach
        if breach and breach.notify_partners_within and not breach.contact and protocol.agreement:
            yield Finding(
                locations=here(protocol.place / "governance" / "breach" / "notify-partners-within"),
                message=f"`{protocol.id}` says how soon partners hear of lost data, and not whom to tell",
                consequence="the telephone rings in an empty office, and a mother in danger is not warned that night",
                help="name a mailbox or a telephone of a role: `contact: ...`",
                about=(protocol.id, "breach-contact"),
            )
