"""Families are told what is shared, also of what it can be dangerous to tell.

## Why it matters

A mother told the midwife what her partner does. A copy of the letter goes to "the parents", as the notice promises, and
he opens it. An agreement that carries such things has to say when nobody is told.

## Example

```yaml bad
flows:
  - {id: enquiry, from: maternity, to: health-visiting, when: {on: change}, items: [domestic-abuse-enquiry]}
governance:
  rights:
    privacy-notice: a copy of each letter goes to the parents  # <-
```

```yaml good
flows:
  - {id: enquiry, from: maternity, to: health-visiting, when: {on: change}, items: [domestic-abuse-enquiry]}
governance:
  rights:
    privacy-notice: a copy of each letter goes to the parents
    exceptions: not of what one parent said about the other; the named professional for safeguarding decides
```

```yaml good
flows:
  - {id: discharge, from: maternity, to: health-visiting, when: {event: midwife-discharge}, items: [feeding-status]}
governance:
  rights: {privacy-notice: a copy of each letter goes to the parents}
```

## What to do

Say when people are not told, and who decides: `exceptions: ...` under `rights`.
"""

from collections.abc import Iterator

from sharecheck import words
from sharecheck.finding import Finding, Severity, here
from sharecheck.rule import rule
from sharecheck.workspace import Protocol, Workspace


@rule("RTS07", Severity.WARNING, sources=("ukgdpr-13-14", "nhse-app-domestic-abuse"))
def telling_that_may_harm(workspace: Workspace) -> Iterator[Finding]:
    """Agreements with a notice, with items that are unsafe to show, and without `exceptions`."""
    for protocol in workspace.protocols():
        rights = protocol.governance.rights
        if not protocol.agreement or rights is None or not rights.privacy_notice or rights.exceptions:
            continue
        items = _unsafe(protocol)
        if items:
            yield Finding(
                locations=here(protocol.place / "governance" / "rights" / "privacy-notice"),
                message=f"`{protocol.id}` says where families are told, and not when they are not; "
                f"it carries {words.listed(items)}",
                consequence="who opens the letter may be the one of whom the mother is afraid",
                help="say when nobody is told, and who decides, under `rights`: `exceptions: ...`",
                about=("exceptions",),
            )


def _unsafe(protocol: Protocol) -> tuple[str, ...]:
    """The items that can put somebody at risk when another member of the household sees them."""
    carried = (item for flow in protocol.personal_flows for item in flow.items)
    return tuple(dict.fromkeys(item.id for item in carried if item.item and item.item.unsafe_to_show))
