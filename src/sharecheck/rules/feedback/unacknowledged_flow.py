"""Nobody learns when something about a child's health or safety has not arrived.

## Why it matters

The sender has sent it, the recipient does not know that it should have come. A message that is lost between the two is
missed by neither, and the child falls between two services that have both done their part.

## Example

```yaml bad
flows:
  - id: hearing-referral  # <-
    from: newborn-hearing
    to: audiology
    when: {event: newborn-hearing-screen}
    within: P2D
    channel: secure-email
    items: [newborn-hearing, referral]
```

```yaml good
flows:
  - id: hearing-referral
    from: newborn-hearing
    to: audiology
    when: {event: newborn-hearing-screen}
    within: P2D
    channel: secure-email
    receipt: {acknowledged: true, chase-after: P3D, owner: screening coordinator}
    items: [newborn-hearing, referral]
```

An acknowledgement that nobody waits for does not help:

```yaml bad
flows:
  - id: hearing-referral
    from: newborn-hearing
    to: audiology
    when: {event: newborn-hearing-screen}
    within: P2D
    channel: secure-email
    receipt:
      acknowledged: true  # <-
    items: [newborn-hearing, referral]
```

So it is with a notice of a death, with contacts that were missed, and with a danger to staff:

```yaml bad
flows:
  - id: death  # <-
    from: maternity
    to: health-visiting
    when: {event: child-death}
    within: PT24H
    channel: secure-email
    items: [death-notice]
  - id: not-seen  # <-
    from: health-visiting
    to: social-care
    when: {on: change}
    within: P2D
    channel: secure-email
    items: [missed-contacts, staff-safety]
```

Some channels tell by their nature, such as a message from system to system or a telephone call. What the recipient
looks up is not sent. And a failsafe that compares the children expected with the children received finds what nobody
chased:

```yaml good
flows:
  - id: birth-details
    from: maternity
    to: child-health-information
    when: {event: birth}
    within: PT36H
    channel: system-message
    items: [birth-details]
  - id: shared-record
    from: maternity
    to: health-visiting
    when: {on: access}
    channel: shared-record
    items: [birth-details]
```

```yaml good
flows:
  - id: blood-spot
    from: laboratory
    to: child-health-information
    when: {event: blood-spot-result}
    within: P1D
    channel: secure-file-transfer
    items: [blood-spot-results]
governance:
  failsafe: the child health records office compares births with results each week
```

## What to do

Agree that the recipient confirms, after how long the sender chases, and who does it: `receipt: {acknowledged: true,
chase-after: P2D, owner: duty desk}`. Or say under `governance` who compares the children expected with the children
received: `failsafe: ...`.
"""

from collections.abc import Iterator
from dataclasses import replace

from sharecheck import words
from sharecheck.finding import Finding, Severity
from sharecheck.finding.members import each_of, verb
from sharecheck.model.catalogue import ItemRole
from sharecheck.rule import rule
from sharecheck.workspace import Flow, Workspace

ACTED_ON: tuple[ItemRole, ...] = ("social-care-plan", "calls-for-action")
"""What somebody has to act on, beside what is about health, an offence, or danger."""


@rule("FBK01", Severity.WARNING, sources=("ico-data-sharing-code", "qs37-1", "kcsie-2026"))
def unacknowledged_flow(workspace: Workspace) -> Iterator[Finding]:
    """Flows between services of what a child's health or safety hangs on, where nobody would notice a loss."""
    for flow in workspace.current_flows():
        protocol, receipt = flow.protocol, flow.shape.receipt
        if not protocol.agreement or protocol.governance.failsafe or not _matters(flow):
            continue
        if receipt is None or not receipt.acknowledged:
            items = _items(flow)
            for finding in each_of(
                (((flow.id, item), flow.place / "id") for item in items),
                _unnoticed,
                "it is lost between two services that have both done their part",
                "agree on an answer and on who waits for it: "
                "`receipt: {acknowledged: true, chase-after: P2D, owner: duty desk}`",
                about=("acknowledged",),
            ):
                yield replace(finding, group=(protocol.id, "acknowledged"))
        elif receipt.chase_after is None or receipt.owner is None:
            lacks = [key for key in ("chase-after", "owner") if getattr(receipt, key.replace("-", "_")) is None]
            for finding in each_of(
                (((flow.id, key), flow.place / "receipt" / "acknowledged") for key in lacks),
                _unchased,
                "an answer that nobody waits for is not missed when it does not come",
                "say after how long the sender chases, and who: `chase-after: P2D` and `owner: duty desk`",
                about=("chase",),
            ):
                yield replace(finding, group=(protocol.id, "chase"))


def _unnoticed(flows: tuple[str, ...], items: tuple[str, ...]) -> str:
    if len(flows) > 1:
        return f"nobody learns when one of {words.listed(flows)} does not arrive"
    return f"nobody learns when {words.listed(flows)} does not arrive with {words.listed(items)}"


def _unchased(flows: tuple[str, ...], keys: tuple[str, ...]) -> str:
    agreed = f"{words.listed(flows)} {verb(flows, 'is', 'are')} to be acknowledged"
    nobody = f"nobody is said to chase {verb(flows, 'it', 'them')}"
    return f"{agreed}, and {nobody}: {words.listed(keys)} not stated"


def _matters(flow: Flow) -> bool:
    """Whether a flow matters for a child's health or safety, is sent, and is not acknowledged by its channel."""
    confirmed = flow.undescribed or (flow.channel is not None and flow.channel.acknowledged)
    return bool(_items(flow)) and flow.between_services and not (flow.looked_up or confirmed)


def _items(flow: Flow) -> tuple[str, ...]:
    """What in a flow a child's health or safety hangs on, what it hangs on from one day to the next first."""
    words = flow.area.vocabulary
    urgent = words.safeguarding | words.items_with("stops-contact")
    others = words.special | words.offence | words.items_with(*ACTED_ON)
    carried = [entry.id for entry in flow.items]
    return tuple(dict.fromkeys(item for group in (urgent, others) for item in carried if item in group))
