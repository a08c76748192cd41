"""Sender and recipient count different children, and nothing says what happens to those on one list only.

## Why it matters

The practice has those who are registered with it, the health visitor those who live in the town. A child who lives here
and has its doctor over there is on the one list and not on the other: nothing is sent about it, nobody misses it, and
both lists are complete.

## Example

```yaml bad
sharecheck: area/1
id: northshire
nation: england
protocols: partial
parties:
  - {id: surgery, service: general-practice, covers: registered}
  - {id: health-visiting, service: health-visiting, covers: residents}
---
flows:
  - id: six-week-check
    from: surgery
    to: health-visiting  # <-
    when: {event: six-to-eight-week-gp-check}
    within: P5D
    items: [growth]
```

```yaml good
sharecheck: area/1
id: northshire
nation: england
protocols: partial
parties:
  - {id: surgery, service: general-practice, covers: registered}
  - {id: health-visiting, service: health-visiting, covers: residents}
---
flows:
  - id: six-week-check
    from: surgery
    to: health-visiting
    when: {event: six-to-eight-week-gp-check}
    within: P5D
    items: [growth]
governance:
  failsafe: child health compares the list of residents with the lists of the practices each month
```

Nor does it help when the same goes by way of somebody who counts nobody, in two flows, or to a further one:

```yaml bad
sharecheck: area/1
id: northshire
nation: england
protocols: partial
parties:
  - {id: surgery, service: general-practice, covers: registered}
  - {id: record-host, service: child-health-information}
  - {id: health-visiting, service: health-visiting, covers: residents}
---
flows:
  - id: six-week-check
    from: surgery
    to: record-host
    when: {event: six-to-eight-week-gp-check}
    within: P5D
    items: [growth]
  - id: onward
    from: record-host
    to: health-visiting  # <-
    when: {on: change}
    within: P1D
    items: [growth]
```

Where the two count the same children, or do not say whom they count, nothing is said:

```yaml good
sharecheck: area/1
id: northshire
nation: england
protocols: partial
parties:
  - {id: surgery, service: general-practice, covers: registered}
  - {id: child-health, service: child-health-information, covers: registered}
  - {id: nursery, service: early-years-setting}
---
flows:
  - {id: doses, from: surgery, to: [child-health, nursery], when: {on: change}, within: P5D, items: [immunisations]}
```

## What to do

Compare the two lists, and say who does it: `failsafe: ...` under `governance`. Or say what happens to children of the
one who are not the other's: `movers: ...`.
"""

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import groupby

from sharecheck import words
from sharecheck.finding import Finding, Severity
from sharecheck.finding.members import each_of
from sharecheck.model.party import Party
from sharecheck.network.build import PARENT
from sharecheck.rule import rule
from sharecheck.workspace import Flow, Protocol, Workspace

LISTS = frozenset({"residents", "registered"})
"""Lists of all children of a kind; who is born here or comes is passed on to others by nature."""


@rule("XAR09", Severity.WARNING, sources=("chi-benefits", "nhs-wales-child-health"), alone=False)
def children_on_one_list_only(workspace: Workspace) -> Iterator[Finding]:
    """Flows between a list of residents and one of the registered, in agreements without `failsafe` and `movers`."""
    for protocol in workspace.protocols():
        clauses = protocol.governance.failsafe or protocol.governance.movers
        flows = [] if clauses or not protocol.agreement else _between_lists(protocol)
        for counted, same in groupby(sorted(flows, key=_counted), key=_counted):
            yield from each_of(
                ((flow.id, flow.place / "to") for flow in same),
                partial(_message, counted),
                "both lists are complete, and the child is on the wrong one",
                "compare the two lists, and say who does: `failsafe: ...` under `governance`",
                about=(protocol.id,),
            )


def _counted(flow: Flow) -> str:
    """Which lists the two sides of a flow keep."""
    sides = {**_sent_from(flow), **{party.id: party.covers for party in _counting(flow.recipients)}}
    return " and ".join(f"`{id}` counts {_whom(covers)}" for id, covers in sides.items())


def _message(counted: str, flows: tuple[str, ...]) -> str:
    return f"{counted}, and nothing says what happens to children on one list only in {words.listed(flows)}"


def _between_lists(protocol: Protocol) -> list[Flow]:
    """Flows to a list that is none of those from which they are sent: who has both lists misses nobody."""
    return [
        flow
        for flow in protocol.personal_flows
        if (lists := set(_sent_from(flow).values())) and not lists.issuperset(_lists(flow.recipients))
    ]


def _sent_from(flow: Flow) -> dict[str, str | None]:
    """Whose lists a flow is sent from, and which; of a sender that states none, those of who sends it the same."""
    found: dict[str, str | None] = {}
    for sender in flow.senders:
        before = [sender] if sender.covers else _told_by(sender, flow)
        found |= {party.id: party.covers for party in _counting(before)}
    return found


def _told_by(sender: Party, flow: Flow) -> list[Party]:
    """Who sends to a party, in the same protocol, some of what the party sends on in a flow."""
    protocol = flow.protocol
    earlier = protocol.personal_flows if isinstance(protocol, Protocol) else ()
    return [
        party
        for other in earlier
        if sender in other.recipients and not other.carries.isdisjoint(flow.carries)
        for party in other.senders
    ]


def _counting(parties: Iterable[Party]) -> Iterator[Party]:
    """The parties that count all children of a kind."""
    return (party for party in parties if party.id != PARENT and party.covers in LISTS)


def _lists(parties: Iterable[Party]) -> set[str | None]:
    return {party.covers for party in _counting(parties)}


def _whom(covers: str | None) -> str:
    return "who lives there" if covers == "residents" else "who is registered there"
