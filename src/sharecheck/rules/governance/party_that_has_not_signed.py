"""A party sends or receives under an agreement that it has not signed.

## Why it matters

Whoever has not signed has promised nothing. The nursery is in the list of those who are told about a plan to protect a
child; nobody asked the nursery, its manager has never seen the agreement, and the letter lies unread.

## Example

```yaml bad
sharecheck: protocol/1
id: review  # <-
status: in-force
parties:
  - {id: health-visiting, service: health-visiting}
  - {id: nursery, service: early-years-setting}
flows:
  - {id: summary, from: health-visiting, to: nursery, when: {event: two-year-review}, items: [feeding-status]}
```

```yaml bad
status: in-force
parties:
  - {id: health-visiting, service: health-visiting}
  - {id: nursery, service: early-years-setting}
flows:
  - {id: summary, from: health-visiting, to: nursery, when: {event: two-year-review}, items: [feeding-status]}
governance:
  signatures:  # <-
    - {party: health-visiting, role: Caldicott Guardian, signed: 2026-03-02}
```

```yaml good
status: in-force
parties:
  - {id: health-visiting, service: health-visiting}
  - {id: nursery, service: early-years-setting}
flows:
  - {id: summary, from: health-visiting, to: nursery, when: {event: two-year-review}, items: [feeding-status]}
governance:
  signatures:
    - {party: health-visiting, role: Caldicott Guardian, signed: 2026-03-02}
    - {party: nursery, role: manager, signed: 2026-03-09}
```

Teams of one organisation, which have a contact in common, need one signature; the parent and the next area need none,
and neither does a processor, which is bound by its contract:

```yaml good
sharecheck: area/1
id: northshire
nation: england
protocols: complete
parties:
  - {id: maternity, service: midwifery, contacts: {data-protection-officer: dpo@trust.example}}
  - {id: health-visiting, service: health-visiting, contacts: {data-protection-officer: dpo@trust.example}}
  - {id: next-health-visiting, service: health-visiting, elsewhere: true}
  - {id: record-host, service: child-health-information, controller: processor}
---
status: in-force
flows:
  - id: discharge
    from: maternity
    to: [health-visiting, next-health-visiting, record-host, parent]
    when: {event: midwife-discharge}
    items: [feeding-status]
governance:
  signatures: [{party: maternity, role: Caldicott Guardian, signed: 2026-03-02}]
```

What begins next year can still be signed:

```yaml good
status: in-force
effective: 2027-04-01
flows:
  - {id: discharge, from: maternity, to: health-visiting, when: {event: midwife-discharge}, items: [feeding-status]}
```

## What to do

Ask them, and write down who signed and when: `{party: nursery, role: manager, signed: 2026-03-09}` under `signatures`.
Until then `{party: nursery, awaited: true}` says the truth.
"""

from collections.abc import Iterator
from functools import partial

from sharecheck import words
from sharecheck.finding import Finding, Severity
from sharecheck.finding.members import each_of, verb
from sharecheck.model.base import many
from sharecheck.model.party import FAMILY, Party
from sharecheck.rule import rule
from sharecheck.rules.governance.unsigned_agreement import begun
from sharecheck.workspace import Protocol, Workspace


@rule("GOV08", Severity.WARNING, sources=("ico-accountability-framework", "waspi-accord-5"), alone=False)
def party_that_has_not_signed(workspace: Workspace) -> Iterator[Finding]:
    """Agreements in force with parties that neither signed nor are awaited to."""
    for protocol in workspace.protocols():
        if protocol.agreement and begun(protocol, workspace):
            yield from _finding(protocol)


def _finding(protocol: Protocol) -> Iterator[Finding]:
    signatures = protocol.governance.signatures or ()
    parties = protocol.area.parties
    signed = [party for signature in signatures if (party := parties.get(signature.party))]
    ids = {party.id for party in signed}
    mailboxes = {mailbox for party in signed for mailbox in _mailboxes(party)}
    sides = dict.fromkeys(side for flow in protocol.personal_flows for side in (flow.shape.from_, flow.shape.to))
    taking_part = {id: parties[id] for side in sides for id in many(side) if id in parties}
    missing = [
        id
        for id, party in taking_part.items()
        if id not in ids and _has_to_sign(party) and not mailboxes & _mailboxes(party)
    ]
    place = protocol.place / "governance" / "signatures" if signatures else protocol.place / "id"
    yield from each_of(
        ((id, place) for id in missing),
        partial(_message, protocol.id, bool(signatures)),
        "who has promised nothing may not send it, and may not read what is sent",
        lambda party: f"get it signed, and say so under `signatures`: `{{party: {party}, role: ..., signed: ...}}`",
        about=("signatures",),
    )


def _message(protocol: str, others: bool, missing: tuple[str, ...]) -> str:
    """Who has not signed a protocol, in words; `others` says whether somebody else has."""
    if not others and len(missing) > 1:
        return f"nobody has signed `{protocol}`, and it is in force"
    take, have = verb(missing, "takes", "take"), verb(missing, "has", "have")
    nobody = "" if others else ", nor has anybody"
    return f"{words.listed(missing)} {take} part in `{protocol}` and {have} not signed it{nobody}"


def _has_to_sign(party: Party) -> bool:
    """Whether a party has to sign agreements of this area: a processor is bound by its contract."""
    return not party.elsewhere and party.kind != FAMILY and party.controller != "processor"


def _mailboxes(party: Party) -> set[str]:
    """The mailboxes of its organisation: who has one in common is one organisation."""
    contacts = party.contacts
    return (
        {box for box in (contacts.data_protection_officer, contacts.information_governance) if box}
        if contacts
        else set()
    )
