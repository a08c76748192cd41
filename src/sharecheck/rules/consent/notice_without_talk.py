"""A duty asks that parents are told and heard first, and the flow does not say that they are.

## Why it matters

A letter from the council about their child's special needs is the first that some parents hear of it. The duty to tell
the council begins with the parents: tell them, give them time to talk it over, and only then send it. Parents who were
heard help; parents who were passed over fight.

## Example

```yaml bad
flows:
  - id: needs-of-a-child
    from: maternity
    to: council
    when: {event: sen-identified}
    within: P10D
    items: [sen-notification]
    basis:
      article-6: 6(1)(c)
      powers: [cfa-23]  # <-
```

```yaml good
flows:
  - id: needs-of-a-child
    from: maternity
    to: council
    when: {event: sen-identified}
    within: P10D
    items: [sen-notification]
    basis: {article-6: 6(1)(c), powers: [cfa-23]}
    agreement: {inform: parent, recorded: in the child's record}
```

A provision that is named for something else does not ask for it:

```yaml good
flows:
  - id: address
    from: maternity
    to: council
    when: {on: change}
    within: P10D
    items: [address]
    basis: {article-6: 6(1)(e), powers: [ca2004-11, cfa-23]}
```

## What to do

Say in the flow that parents are told first: `agreement: {inform: parent}`. In Wales the body also has to be satisfied
that it is in the child's best interests, which is decided child by child and not in a protocol.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Severity, here
from sharecheck.network.build import PARENT
from sharecheck.rule import rule
from sharecheck.standards import law
from sharecheck.workspace import Workspace

DUTIES = ("cfa-23", "aln-64")
"""Duties of health bodies to tell of needs, which begin with the parents; both were read."""


@rule("CON12", Severity.WARNING, sources=("cfa-23", "aln-64"))
def notice_without_talk(workspace: Workspace) -> Iterator[Finding]:
    """Notices under s.23 and s.64 without anybody asked or told."""
    for flow in workspace.carrying(workspace.vocabulary.items_with("notice-of-needs")):
        agreement = flow.shape.agreement
        heard = agreement is not None and (agreement.inform or agreement.ask)
        by_or_to_parents = PARENT in {party.id for party in flow.senders} or not flow.between_services
        if heard or not flow.protocol.agreement or by_or_to_parents:
            continue
        for basis, place in flow.sender_bases:
            for index, power in enumerate(basis.powers or ()):
                if power in DUTIES:
                    yield Finding(
                        locations=here(place / "powers" / index),
                        message=f"`{power}` ({law()[power].citation}) begins with the parents, and `{flow.id}` does "
                        "not say "
                        "that they are told",
                        consequence="parents hear of it from the council, and from then on they are against what "
                        "would help",
                        help="say that they are told and heard first: `agreement: {inform: parent}`",
                        about=(flow.id, power),
                    )
