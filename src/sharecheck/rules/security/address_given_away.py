"""Addresses are sent, and nothing says how one that must not be known is kept back.

## Why it matters

A mother has fled, and her new address is in the record so that the health visitor can come. With the next list it goes
to the nursery, whose register both parents may see. That is how they are found.

## Example

```yaml bad
sharecheck: protocol/1
id: births  # <-
flows:
  - id: new-births
    from: child-health
    to: family-hub
    when: {event: birth}
    within: P5D
    items: [identity, address]
```

```yaml good
sharecheck: protocol/1
id: births
flows:
  - id: new-births
    from: child-health
    to: family-hub
    when: {event: birth}
    within: P5D
    items: [identity, address]
governance:
  security:
    protected-addresses: replaced by the service's own address before sending; the flag goes along
```

What the parent sends, and an address that is sent to nobody but the parent, is not meant:

```yaml good
sharecheck: protocol/1
id: births
flows:
  - {id: registration, from: parent, to: nursery, when: {event: nursery-start}, within: P1D, items: [address]}
```

## What to do

Agree what happens to an address that must not be known (a refuge, an adoption), before the first list goes out:
`protected-addresses: ...` under `governance`, `security`.
"""

from collections.abc import Iterator

from sharecheck import words
from sharecheck.finding import Finding, Lack, Severity, here
from sharecheck.law.clauses import lacking
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("SEC07", Severity.WARNING, sources=("nhse-app-domestic-abuse", "ico-data-sharing-code", "pcse-adoption"))
def address_given_away(workspace: Workspace) -> Iterator[Finding]:
    """Agreements on addresses or contact details between services, without `protected-addresses`."""
    where = workspace.vocabulary.items_with("home-address", "way-to-reach")
    kept = lacking(workspace, lambda governance: governance.security and governance.security.protected_addresses)
    for protocol, place in kept:
        telling = [
            flow.id for flow in protocol.personal_flows if flow.between_services and not where.isdisjoint(flow.carries)
        ]
        if telling:
            verb = "says" if len(telling) == 1 else "say"
            yield Finding(
                locations=here(place),
                message=f"{words.listed(telling)} of `{protocol.id}` {verb} where a family is, and nothing says how "
                "an address "
                "that must not be known is kept back",
                consequence="a mother who has fled is found by the list that was to help her",
                help="agree it before the first list goes out: `security: {protected-addresses: ...}` under "
                "`governance`",
                about=(protocol.id, "protected-addresses"),
                lacks=Lack(
                    "how an address that must not be known is kept back", ("governance/security/protected-addresses",)
                ),
            )
