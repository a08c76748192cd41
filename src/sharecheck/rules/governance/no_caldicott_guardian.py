"""An NHS body sends health data and names no Caldicott Guardian.

## Why it matters

A midwife does not know whether she may tell the nursery about a mother's epilepsy. Somebody senior, who knows both care
and confidentiality, has to be there to decide it this week. Where nobody is named, the safe answer is no, and the
nursery learns of it during the first seizure.

## Example

```yaml bad
sharecheck: area/1
id: northshire
nation: england
protocols: complete
parties:
  - id: maternity
    service: midwifery
    kind: nhs-foundation-trust
    contacts: {data-protection-officer: dpo@maternity.example}  # <-
---
sharecheck: protocol/1
id: handover
flows:
  - {id: discharge, from: maternity, to: health-visiting, when: {event: midwife-discharge}, items: [feeding-status]}
```

```yaml good
sharecheck: area/1
id: northshire
nation: england
protocols: complete
parties:
  - id: maternity
    service: midwifery
    kind: nhs-foundation-trust
    contacts: {data-protection-officer: dpo@maternity.example, caldicott-guardian: guardian@maternity.example}
---
sharecheck: protocol/1
id: handover
flows:
  - {id: discharge, from: maternity, to: health-visiting, when: {event: midwife-discharge}, items: [feeding-status]}
```

Nothing asks a nursery, a children's service of a council or a Welsh body for one; of a GP practice it is told for
information:

```yaml good
sharecheck: area/1
id: northshire
nation: england
protocols: complete
parties:
  - id: nursery
    service: early-years-setting
    kind: registered-childcare-provider
    contacts: {information-governance: manager@nursery.example}
---
sharecheck: protocol/1
id: review
flows:
  - {id: progress, from: nursery, to: health-visiting, when: {event: progress-check-at-two}, items: [feeding-status]}
```

## How much it weighs

A warning; information for a GP practice.

## What to do

Name the role with a mailbox that somebody reads: `caldicott-guardian: guardian@trust.example` under `contacts`.
"""

from collections.abc import Iterator, Set
from functools import partial

from sharecheck import words
from sharecheck.finding import Finding, Severity
from sharecheck.finding.members import each_of, verb
from sharecheck.model.base import many
from sharecheck.model.party import Party
from sharecheck.rule import rule
from sharecheck.workspace import Area, Workspace


@rule("GOV07", Severity.WARNING, sources=("caldicott-2020", "nhsx-dsa-2020"), alone=False)
def no_caldicott_guardian(workspace: Workspace) -> Iterator[Finding]:
    """NHS bodies in England that send special category data and whose `contacts` name no Caldicott Guardian."""
    for area in workspace.areas:
        silent = [party for party in area.declared if _without_guardian(party.shape, area)]
        if not silent:
            continue
        sending = {id for flow in area.current_flows if flow.carries_special for id in many(flow.shape.from_)}
        sharing = {placed.shape.id for placed in silent if _guardian(placed.shape, area) == "may-be-shared"}
        yield from each_of(
            ((party.shape.id, party.place / "contacts") for party in silent if party.shape.id in sending),
            _message,
            "when staff do not know whether they may tell, nobody is there to decide it this week",
            "name the role under `contacts`: `caldicott-guardian: guardian@trust.example`",
            severity=partial(_severity, sharing),
            about=(area.id, "caldicott-guardian"),
        )


def _message(names: tuple[str, ...]) -> str:
    return f"{words.listed(names)} {verb(names, 'sends', 'send')} health data, and no Caldicott Guardian is named"


def _severity(sharing: Set[str], party: str) -> Severity | None:
    """Nothing that weighs, of a practice: a guardian may be shared by several of them."""
    return Severity.INFORMATION if party in sharing else None


def _guardian(party: Party, area: Area) -> str | None:
    """Whether bodies of its kind have a guardian of their own, or may share one."""
    body = area.body(party)
    return body.caldicott_guardian if body else None


def _without_guardian(party: Party, area: Area) -> bool:
    """Whether a party is of a kind that has a guardian, says whom to contact, and names no guardian."""
    if _guardian(party, area) is None or area.nation_of(party) != "england" or party.elsewhere:
        return False
    return party.contacts is not None and not party.contacts.caldicott_guardian
