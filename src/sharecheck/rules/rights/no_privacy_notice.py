"""Nothing says where families are told what is shared about them.

## Why it matters

A mother who hears at the nursery what she told her midwife may trust neither of them any more. She might not have
minded, had anybody told her. The next thing she keeps to herself.

## Example

```yaml bad
sharecheck: protocol/1
id: births  # <-
flows:
  - {id: birth-summary, from: maternity, to: health-visiting, when: {event: birth}, within: P2D, items: [birth-details]}
```

```yaml good
sharecheck: protocol/1
id: births
flows:
  - {id: birth-summary, from: maternity, to: health-visiting, when: {event: birth}, within: P2D, items: [birth-details]}
governance:
  rights: {privacy-notice: "in the maternity booking pack, and at each trust's website"}
```

Where telling somebody would put a child or a parent at risk, the agreement says so:

```yaml good
sharecheck: protocol/1
id: domestic-abuse-conference
flows:
  - id: conference
    from: domestic-abuse-service
    to: health-visiting
    when: {on: change}
    within: P1D
    items: [domestic-abuse-enquiry]
governance:
  rights: {exceptions: "the other adult of the household is not told: it would put the mother at risk"}
```

## What to do

Say where families read or hear what is shared, with whom and why: `rights: {privacy-notice: ...}` under `governance`.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Lack, Severity, here
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("RTS01", Severity.WARNING, sources=("ukgdpr-13-14", "ico-data-sharing-code"))
def no_privacy_notice(workspace: Workspace) -> Iterator[Finding]:
    """Protocols with personal data that say neither where people are told nor why they are not."""
    for protocol in workspace.protocols():
        if not protocol.agreement or not protocol.personal_flows:
            continue
        rights = protocol.governance.rights
        if rights is None or not (rights.privacy_notice or rights.exceptions):
            yield Finding(
                locations=here(protocol.place / "id" if rights is None else protocol.place / "governance" / "rights"),
                message=f"`{protocol.id}` does not say where families are told what is shared about them",
                consequence="a parent who finds out by chance says less the next time",
                help="say where, for example `rights: {privacy-notice: in the booking pack}` under `governance`",
                about=("privacy-notice",),
                lacks=Lack("where families are told what is shared", ("governance/rights/privacy-notice",)),
            )
