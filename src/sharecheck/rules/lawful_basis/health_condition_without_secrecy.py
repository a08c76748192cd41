"""The condition for health or social care is stated, and a party declares that it owes nobody secrecy.

## Why it matters

The condition asks for secrecy: handling by or under the responsibility of a health or social work professional, or by
somebody else who owes a duty of confidentiality (section 11 of the Act of 2018). Where one of them is not, the word
about a mother's illness can go on from there to anybody, and mothers hear of it.

## Example

```yaml bad
parties:
  - {id: maternity, service: midwifery, kind: nhs-trust}
  - id: transport
    service: family-hub
    kind: company
    duty-of-confidentiality: false  # <-
flows:
  - id: appointment
    from: maternity
    to: transport
    when: {on: change}
    within: P1D
    items: [disability-and-adjustments]
    basis: {article-6: 6(1)(e), article-9: 9(2)(h), schedule-1: paragraph-2, powers: [ca2004-11]}
```

```yaml good
parties:
  - {id: maternity, service: midwifery, kind: nhs-trust}
  - {id: transport, service: family-hub, kind: company, duty-of-confidentiality: true}
  - {id: canteen, service: family-hub, kind: company}
flows:
  - id: appointment
    from: maternity
    to: [transport, canteen]
    when: {on: change}
    within: P1D
    items: [disability-and-adjustments]
    basis: {article-6: 6(1)(e), article-9: 9(2)(h), schedule-1: paragraph-2, powers: [ca2004-11]}
```

## What to do

A party that owes no secrecy of its own may act under the responsibility of a professional, which a file does not say.
Look whether it acts under a health or social work professional, or bind its staff to confidentiality, in its contract
or in the agreement; say so with `duty-of-confidentiality: true`. If neither holds, agree on another condition for what
goes there. Where it is not stated whether a party is bound, nothing is said.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Severity, here, related
from sharecheck.rule import rule
from sharecheck.workspace import Flow, Workspace


@rule("LAW17", Severity.WARNING, sources=("dpa-11", "ukgdpr-9-2-h", "dpa-sch1-2"), alone=False)
def health_condition_without_secrecy(workspace: Workspace) -> Iterator[Finding]:
    """Parties declared to owe no duty of confidentiality, at either end of flows under 9(2)(h)."""
    for area in workspace.areas:
        free = {placed.shape.id: placed for placed in area.declared if placed.shape.duty_of_confidentiality is False}
        reported = set()
        for flow in sorted(area.current_flows, key=_name) if free else ():
            for party in (*flow.senders, *flow.recipients):
                if party.id in free and party.id not in reported and _under_health_condition(flow, party.id):
                    reported.add(party.id)
                    yield Finding(
                        locations=(
                            *here(free[party.id].place / "duty-of-confidentiality"),
                            related(flow.place / "id", "states 9(2)(h)"),
                        ),
                        message=f"`{party.id}` declares no duty of confidentiality, and `{flow.id}` states 9(2)(h), "
                        "which asks for secrecy",
                        consequence="what a family told in confidence can go on from there to anybody",
                        help="look whether it acts under a health or social work professional, or bind its staff to "
                        "confidentiality, and say so: `duty-of-confidentiality: true`",
                        about=(party.id,),
                    )


def _name(flow: Flow) -> tuple[str, str]:
    """By what the same flow is named of several, in whatever order the files come."""
    return flow.protocol.id, flow.id


def _under_health_condition(flow: Flow, party: str) -> bool:
    """Whether what a flow carries is special category data under 9(2)(h), for all parties or for this one."""
    own = [basis for basis, _ in flow.bases if basis.party == party]
    return flow.carries_special and any(
        basis.article_9 == "9(2)(h)" for basis in own or [basis for basis, _ in flow.bases]
    )
