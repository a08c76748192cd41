"""Nobody is named to ask about sensitive data.

## Why it matters

A letter about a mother's depression lies in the wrong house. The health visitor who hears of it needs to know whom to
ring today, and in the agreement there is only the name of a trust.

## Example

```yaml bad
sharecheck: area/1
id: northshire
nation: england
protocols: complete
parties:
  - {id: maternity, service: midwifery, controller: controller}  # <-
  - {id: health-visiting, service: health-visiting, controller: controller}
---
sharecheck: protocol/1
id: handover
flows:
  - {id: discharge, from: maternity, to: health-visiting, when: {event: midwife-discharge}, items: [feeding-status]}
```

```yaml good
flows:
  - {id: discharge, from: maternity, to: health-visiting, when: {event: midwife-discharge}, items: [feeding-status]}
```

In an area that is described only in part, and where no party has contacts, nothing is said:

```yaml good
sharecheck: area/1
id: northshire
nation: england
protocols: partial
parties:
  - {id: maternity, service: midwifery, controller: controller}
  - {id: health-visiting, service: health-visiting, controller: controller}
---
sharecheck: protocol/1
id: handover
flows:
  - {id: discharge, from: maternity, to: health-visiting, when: {event: midwife-discharge}, items: [feeding-status]}
```

## What to do

Name a role with a mailbox that somebody reads, never a person: `contacts: {data-protection-officer:
dpo@trust.example}`, or for a small nursery `contacts: {information-governance: manager@nursery.example}`.
"""

from collections.abc import Iterator

from sharecheck import words
from sharecheck.finding import Finding, Severity, here
from sharecheck.model.party import FAMILY, Party
from sharecheck.rule import rule
from sharecheck.workspace import Area, Workspace


@rule("GOV05", Severity.WARNING, sources=("ico-data-sharing-code", "ico-accountability-framework"), alone=False)
def missing_contact_role(workspace: Workspace) -> Iterator[Finding]:
    """Parties that send special category data and name neither a data protection officer nor information governance."""
    for area in workspace.areas:
        if not _names_contacts(area):
            continue
        silent = [party for party in area.declared if not _can_be_asked(party.shape)]
        sent = _sent(area) if silent else {}
        for party in silent:
            flows = sent.get(party.shape.id)
            if flows:
                yield Finding(
                    locations=here(party.place / "id"),
                    message=f"`{party.shape.id}` sends special category data in {words.listed(flows)} and names "
                    "nobody to ask",
                    consequence="when a letter about a family goes astray, nobody knows whom to ring today",
                    help="name a role, for example `contacts: {data-protection-officer: dpo@trust.example}`",
                    about=(party.shape.id,),
                )


def _names_contacts(area: Area) -> bool:
    """Whether contacts are written down here at all, or all is said to be here."""
    return area.complete or any(party.shape.contacts for party in area.declared)


def _can_be_asked(party: Party) -> bool:
    contacts = party.contacts
    named = bool(contacts and (contacts.data_protection_officer or contacts.information_governance))
    return named or bool(party.elsewhere) or party.kind == FAMILY


def _sent(area: Area) -> dict[str, list[str]]:
    """The flows with special category data of each party."""
    sent: dict[str, list[str]] = {}
    for flow in area.current_flows:
        for party in flow.senders if flow.carries_special else ():
            sent.setdefault(party.id, []).append(flow.id)
    return sent
