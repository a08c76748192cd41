"""Nobody can write to the owner of an agreement.

## Why it matters

A nursery notices that the letters come to its old address. It finds a role in the agreement and no way to reach it; so
it does nothing, and the letters go on coming to the old address.

## Example

```yaml bad
owner: {role: information governance lead}  # <-
flows:
  - {id: discharge, from: maternity, to: health-visiting, when: {event: midwife-discharge}, items: [feeding-status]}
```

```yaml good
owner: {role: information governance lead, contact: ig@health-visiting.example}
flows:
  - {id: discharge, from: maternity, to: health-visiting, when: {event: midwife-discharge}, items: [feeding-status]}
```

A mailbox of the party that keeps it will do:

```yaml good
owner: {party: health-visiting, role: information governance lead}
flows:
  - {id: discharge, from: maternity, to: health-visiting, when: {event: midwife-discharge}, items: [feeding-status]}
```

## What to do

Name a mailbox of the role, that is read also when its holder has left: `contact: ig@trust.example` under `owner`.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Severity, here
from sharecheck.rule import rule
from sharecheck.workspace import Protocol, Workspace


@rule("GOV17", Severity.INFORMATION, sources=("vale-flying-start-isp-2020", "nhsx-dsa-2020"))
def owner_without_mailbox(workspace: Workspace) -> Iterator[Finding]:
    """Agreements whose owner has no contact, nor the party that keeps it, as far as that one is known."""
    for protocol in workspace.protocols():
        owner = protocol.shape.owner
        if owner and not owner.contact and protocol.agreement and not _reached_otherwise(protocol):
            yield Finding(
                locations=here(protocol.place / "owner"),
                message=f"nobody can write to the owner of `{protocol.id}`",
                consequence="who notices that letters go to an old address has nobody to tell",
                help="name a mailbox of the role, not of a person: `contact: ig@trust.example` under `owner`",
                about=("owner", "contact"),
            )


def _reached_otherwise(protocol: Protocol) -> bool:
    """Whether the party that keeps the protocol has a mailbox, or may have one in a file that is not here."""
    owner = protocol.shape.owner
    if owner is None or owner.party is None:
        return False
    party = protocol.area.parties.get(owner.party)
    return party is None or party.contacts is not None
