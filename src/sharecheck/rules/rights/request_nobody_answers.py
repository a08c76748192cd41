"""Nothing says who answers requests under the Freedom of Information Act.

## Why it matters

A newspaper asks how many families refused. The council answers with a table that has a one in it, for a village with
three births a year. Partners that agreed beforehand what is published, and who asks whom, do not do that to a family.

## Example

```yaml bad
flows:
  - {id: births, from: maternity, to: family-hub, when: {event: birth}, within: P5D, items: [contact-details]}
parties:
  - {id: maternity, service: midwifery, public-authority: true}
  - {id: family-hub, service: family-hub, public-authority: true}
governance:
  rights:  # <-
    privacy-notice: in the booking pack
```

```yaml good
flows:
  - {id: births, from: maternity, to: family-hub, when: {event: birth}, within: P5D, items: [contact-details]}
parties:
  - {id: maternity, service: midwifery, public-authority: true}
  - {id: family-hub, service: family-hub, public-authority: true}
governance:
  rights:
    privacy-notice: in the booking pack
    freedom-of-information: who is asked answers, and asks the others first; numbers under five are left out
```

Between private nurseries nobody can make such a request:

```yaml good
flows:
  - {id: file, from: nursery, to: next-nursery, when: {event: setting-change}, within: P5D, items: [contact-details]}
parties:
  - {id: nursery, service: early-years-setting, public-authority: false}
  - {id: next-nursery, service: early-years-setting, public-authority: false}
```

What does not say whether it is a public authority is taken for one by its `kind`: a council, a trust, a practice.

## What to do

Agree who answers and who is asked first: `freedom-of-information: ...` under `rights`.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Lack, Severity, here
from sharecheck.law.clauses import right_lacking
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("RTS06", Severity.INFORMATION, sources=("vale-flying-start-isp-2015", "dpa-7"))
def request_nobody_answers(workspace: Workspace) -> Iterator[Finding]:
    """Agreements without `freedom-of-information` in which a public authority takes part."""
    for protocol, place in right_lacking(workspace, "freedom_of_information"):
        parties = (party for flow in protocol.personal_flows for party in (*flow.senders, *flow.recipients))
        if any(protocol.area.is_public(party) for party in parties):
            yield Finding(
                locations=here(place),
                message=f"`{protocol.id}` does not say who answers requests under the Freedom of Information Act",
                consequence="a table with a one in it can point to a single family",
                help="agree who answers and who is asked first, under `rights`: `freedom-of-information: ...`",
                about=("freedom-of-information",),
                lacks=Lack(
                    "who answers freedom of information requests", ("governance/rights/freedom-of-information",)
                ),
            )
