"""A party receives information, and nothing says how long it keeps it.

## Why it matters

The list has the trust and the council; the nursery, which gets the same letter, was forgotten. It keeps everything, or
throws it away when the child leaves, on the day before the school asks.

## Example

```yaml bad
flows:
  - id: summary
    from: health-visiting
    to: [general-practice, nursery]
    when: {event: two-year-review}
    within: P5D
    items: [health-review-summary]
governance:
  retention:  # <-
    - {party: general-practice, period: P25Y, trigger: birth of the child, disposal: deleted}
```

```yaml good
flows:
  - id: summary
    from: health-visiting
    to: [general-practice, nursery]
    when: {event: two-year-review}
    within: P5D
    items: [health-review-summary]
governance:
  retention:
    - {party: general-practice, period: P25Y, trigger: birth of the child, disposal: deleted}
    - {party: nursery, period: P3Y, trigger: the child leaves, disposal: deleted}
```

One entry without a party is for all; the family may keep what it likes, and the next area goes by its own:

```yaml good
flows:
  - {id: summary, from: health-visiting, to: [nursery, parent], when: {event: two-year-review}, items: [growth]}
governance:
  retention: {period: P25Y, trigger: birth of the child, disposal: deleted}
```

## What to do

Add a line for it: `{party: nursery, period: P3Y, trigger: the child leaves, disposal: deleted}` under `retention`.
"""

from collections.abc import Iterator
from functools import partial

from sharecheck import words
from sharecheck.finding import Finding, Severity
from sharecheck.finding.members import each_of, verb
from sharecheck.model.base import many
from sharecheck.network.build import PARENT
from sharecheck.rule import rule
from sharecheck.workspace import Protocol, Workspace


@rule("RET04", Severity.WARNING, sources=("ico-audit-accuracy", "nhsx-dsa-2020"), alone=False)
def recipient_without_period(workspace: Workspace) -> Iterator[Finding]:
    """Recipients that `retention`, where it goes by party, has no entry for."""
    for protocol in workspace.protocols():
        entries = many(protocol.governance.retention) if protocol.agreement else ()
        named = {entry.party for entry in entries}
        if not entries or None in named:
            continue
        forgotten = [id for id in _recipients(protocol) if id not in named]
        yield from each_of(
            ((id, protocol.place / "governance" / "retention") for id in forgotten),
            partial(_message, protocol.id),
            "it is thrown away on the day before the school asks, or kept for good",
            lambda party: f"add a line: `{{party: {party}, period: P25Y, trigger: ..., disposal: ...}}`",
            about=("retention",),
        )


def _message(protocol: str, forgotten: tuple[str, ...]) -> str:
    receive, keep = verb(forgotten, "receives", "receive"), verb(forgotten, "it keeps", "they keep")
    return f"{words.listed(forgotten)} {receive} information by `{protocol}`, which does not say how long {keep} it"


def _recipients(protocol: Protocol) -> Iterator[str]:
    parties = protocol.area.parties
    for id in dict.fromkeys(id for flow in protocol.personal_flows for id in many(flow.shape.to)):
        party = parties.get(id)
        if id != PARENT and not (party and (party.elsewhere or party.controller == "processor")):
            yield id
