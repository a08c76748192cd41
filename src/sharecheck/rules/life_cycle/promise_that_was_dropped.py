"""A new version of an agreement promises less than the one before.

## Why it matters

Somebody tidied the list. That the hearing result no longer goes to the GP was nobody's decision; it was on page four of
the old version, and there is no page four any more. The GP still waits for it.

## Example

```yaml bad
sharecheck: area/1
id: northshire
nation: england
protocols: partial
parties:
  - {id: audiology, service: audiology}
  - {id: practice, service: general-practice}
---
# the version of 2023
sharecheck: protocol/1
id: hearing
status: withdrawn
effective: 2023-04-01
flows:
  - id: result
    from: audiology
    to: practice
    when: {event: hearing-assessment}
    within: P2D
    items: [newborn-hearing, referral-outcome]
---
sharecheck: protocol/1
id: hearing
status: in-force
effective: 2026-04-01
flows:
  - id: result
    from: audiology
    to: practice
    when: {event: hearing-assessment}
    within: P10D  # <-
    items: [newborn-hearing]  # <-
```

What another flow brings to the same party is not lost:

```yaml good
sharecheck: area/1
id: northshire
nation: england
protocols: partial
parties:
  - {id: audiology, service: audiology}
  - {id: practice, service: general-practice}
---
# the version of 2023
sharecheck: protocol/1
id: hearing
status: withdrawn
effective: 2023-04-01
flows:
  - {id: result, from: audiology, to: practice, when: {event: birth}, within: P2D, items: [newborn-hearing]}
---
sharecheck: protocol/1
id: hearing
status: in-force
effective: 2026-04-01
flows:
  - {id: all-results, from: audiology, to: practice, when: {event: birth}, within: P2D, items: [newborn-hearing]}
```

## What to do

Ask who waited for it. When it was meant, say so in an exception with its reason; when not, put it back.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import partial

from sharecheck import words
from sharecheck.finding import Finding, Severity, here, related
from sharecheck.finding.members import each_of, verb
from sharecheck.model.base import many
from sharecheck.model.length import limit_words, surely_longer
from sharecheck.rule import rule
from sharecheck.workspace import Area, Flow, Protocol, Workspace


@rule("LIF08", Severity.WARNING, sources=("ico-accountability-framework",), alone=False)
def promise_that_was_dropped(workspace: Workspace) -> Iterator[Finding]:
    """Items that a withdrawn version brought to a party and no flow of the area does, and limits that grew."""
    for area in workspace.areas:
        before = _before(area)
        if not before:
            continue
        brought = {
            (recipient, item.id)
            for flow in area.current_flows
            for recipient in many(flow.shape.to)
            for item in flow.items
        }
        for protocol in area.current:
            earlier = before.get(protocol.id)
            if earlier is not None and protocol.read_in_full:
                yield from _dropped(protocol, earlier, brought)
                yield from _slower(protocol, earlier)


def _before(area: Area) -> dict[str, Protocol]:
    """The last withdrawn version of each protocol, by its id."""
    return {
        version.id: version
        for version in sorted((protocol for protocol in area.protocols if protocol.withdrawn), key=_age)
    }


def _age(protocol: Protocol) -> tuple[date, tuple[int, ...]]:
    """By its first day, then by its version: `2.10` comes after `2.9`."""
    numbers = re.findall(r"[0-9]+", protocol.shape.version or "")
    return protocol.shape.effective or date.min, tuple(map(int, numbers))


def _dropped(protocol: Protocol, earlier: Protocol, brought: set[tuple[str, str]]) -> Iterator[Finding]:
    now = {flow.id: flow for flow in protocol.personal_flows}
    for flow in earlier.personal_flows:
        lost = [
            (recipient, item.id)
            for recipient in many(flow.shape.to)
            for item in flow.items
            if (recipient, item.id) not in brought
        ]
        same = now.get(flow.id)
        place = same.place / "items" if same else protocol.place / "id"
        yield from each_of(
            ((fact, place) for fact in lost),
            partial(_no_longer, flow.id),
            "who still waits for it is not told that it does not come",
            lambda recipient, item: f"ask `{recipient}` whether it is missed, and put `{item}` back",
            elsewhere=(related(flow.place / "id", "in the version before"),),
            about=(flow.id,),
        )


def _no_longer(flow: str, recipients: tuple[str, ...], items: tuple[str, ...]) -> str:
    go = f"{words.listed(items)} no longer {verb(items, 'goes', 'go')} to {words.listed(recipients)}"
    return f"{go}; the version before brought {verb(items, 'it', 'them')} by `{flow}`"


def _slower(protocol: Protocol, earlier: Protocol) -> Iterator[Finding]:
    before: dict[str, Flow] = {flow.id: flow for flow in earlier.personal_flows}
    for flow in protocol.personal_flows:
        was = before.get(flow.id)
        if was and was.within and flow.within and surely_longer(flow.within, was.within):
            yield Finding(
                locations=(*here(flow.place / "within"), related(was.place / "within", "in the version before")),
                message=f"`{flow.id}` may take {limit_words(flow.within)}; in the version before it was "
                f"{limit_words(was.within)}",
                consequence="who plans by the old limit meets the child without it",
                help="ask who plans by it, and whether the old limit can be kept",
                about=(flow.id, "within"),
            )
