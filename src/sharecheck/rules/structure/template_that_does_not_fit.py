"""An agreement follows a template that is made for something else.

## Why it matters

Who reads the name believes that they know the rest. Under a one-way agreement nobody at the nursery expects that the
health visitor waits for an answer; under a protocol for regular exchange nobody notices that the way back is missing.

## Example

A disclosure agreement of the Welsh accord is for one direction; this one goes both ways:

```yaml bad
framework: waspi-dda  # <-
flows:
  - {id: question, from: nursery, to: health-visiting, when: {event: nursery-start}, items: [setting-attended]}
  - {id: answer, from: health-visiting, to: nursery, when: {event: two-year-review}, items: [health-review-summary]}
```

```yaml bad
framework: waspi-isp  # <-
flows:
  - {id: births, from: maternity, to: family-hub, when: {event: birth}, items: [contact-details]}
```

```yaml good
framework: waspi-isp
flows:
  - {id: question, from: nursery, to: health-visiting, when: {event: nursery-start}, items: [setting-attended]}
  - {id: answer, from: health-visiting, to: nursery, when: {event: two-year-review}, items: [health-review-summary]}
```

```yaml good
framework: waspi-dda
flows:
  - {id: births, from: maternity, to: family-hub, when: {event: birth}, items: [contact-details]}
```

## What to do

Take the template that fits: `framework: waspi-isp` for regular exchange, `waspi-dda` for one direction, `waspi-jca`
between joint controllers. All of them are voluntary.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Severity, here
from sharecheck.model.base import many
from sharecheck.model.party import Party
from sharecheck.network.build import PARENT
from sharecheck.rule import rule
from sharecheck.workspace import Protocol, Workspace


@rule("STR14", Severity.INFORMATION, sources=("waspi-framework", "waspi-accord-5"), alone=False)
def template_that_does_not_fit(workspace: Workspace) -> Iterator[Finding]:
    """Agreements of the Welsh accord whose flows or parties are not those that the template is for."""
    for protocol in workspace.protocols():
        framework = protocol.shape.framework or ""
        misfit = _misfit(protocol, framework) if framework.startswith("waspi") and protocol.agreement else None
        if misfit:
            what, help = misfit
            yield Finding(
                locations=here(protocol.place / "framework"),
                message=f"`{protocol.id}` follows `{framework}`, {what}",
                consequence="who goes by the name expects something about a child that nobody has promised",
                help=help,
                about=("framework", framework),
            )


def _misfit(protocol: Protocol, framework: str) -> tuple[str, str] | None:
    """What does not fit, and what would."""
    parties = [
        party for flow in protocol.personal_flows for party in (*flow.senders, *flow.recipients) if party.id != PARENT
    ]
    ways = {
        (sender, recipient)
        for flow in protocol.personal_flows
        for sender in many(flow.shape.from_)
        for recipient in many(flow.shape.to)
        if PARENT not in (sender, recipient)
    }
    mutual = any((recipient, sender) in ways for sender, recipient in ways)
    if framework == "waspi-dda" and mutual:
        return (
            "which is for one direction, and its flows go both ways",
            "take the one that fits: `framework: waspi-isp`",
        )
    if framework == "waspi-isp" and len(ways) == 1:
        return "which is for exchange, and its flows go one way", "describe the way back, or `framework: waspi-dda`"
    if framework == "waspi-jca" and parties and not any(_joint(party) for party in parties):
        return (
            "which is for joint controllers, and no party is one",
            "say `controller: joint-controller`, or take another",
        )
    return None


def _joint(party: Party) -> bool:
    return party.controller in (None, "joint-controller")
