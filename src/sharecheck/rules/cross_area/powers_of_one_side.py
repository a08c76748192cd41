"""A flow is sent from both sides of the border, and what is named holds on one side only.

## Why it matters

The trust and the health board signed the same sentence. It names the Act of England. On the Welsh side it is read as
"we may not", and of a child who is seen there and lives here the council never hears.

## Example

```yaml bad
sharecheck: area/1
id: northshire
nation: england
protocols: partial
parties:
  - {id: paediatrics, service: community-paediatrics, kind: nhs-trust}
  - {id: welsh-board, service: community-paediatrics, kind: local-health-board, nation: wales}
  - {id: council, service: special-educational-needs, kind: local-authority}
---
flows:
  - id: needs-of-a-child
    from: [paediatrics, welsh-board]
    to: council
    when: {event: sen-identified}
    within: P10D
    items: [sen-notification]
    basis:
      article-6: 6(1)(c)
      powers: [cfa-23]  # <-
```

```yaml good
sharecheck: area/1
id: northshire
nation: england
protocols: partial
parties:
  - {id: paediatrics, service: community-paediatrics, kind: nhs-trust}
  - {id: welsh-board, service: community-paediatrics, kind: local-health-board, nation: wales}
  - {id: council, service: special-educational-needs, kind: local-authority}
---
flows:
  - id: needs-of-a-child
    from: [paediatrics, welsh-board]
    to: council
    when: {event: sen-identified}
    within: P10D
    items: [sen-notification]
    basis:
      - {party: paediatrics, article-6: 6(1)(c), powers: [cfa-23]}
      - {party: welsh-board, article-6: 6(1)(e), powers: [ca2004-28]}
```

## What to do

Let each side state its own: `basis: [{party: ..., powers: [...]}, {party: ..., powers: [...]}]`. What names a provision
that reaches nobody at all is told by `LAW08`.
"""

from collections.abc import Iterator
from functools import partial

from sharecheck import words
from sharecheck.finding import Finding, Severity
from sharecheck.finding.members import each_of, verb
from sharecheck.law.grounds import grounds
from sharecheck.law.register import may_reach, named_provisions
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("XAR04", Severity.WARNING, sources=("cfa-28", "aln-64", "ca2004-11", "ca2004-28"), alone=False)
def powers_of_one_side(workspace: Workspace) -> Iterator[Finding]:
    """A ground of senders in both nations, whose provisions reach senders of one nation and none of the other."""
    for ground in grounds(workspace):
        area = ground.protocol.area
        sides = {area.nation_of(party) for party in ground.senders}
        provisions = named_provisions(ground)
        if len(sides) < 2 or not provisions:
            continue
        reached = [
            party for party in ground.senders if any(may_reach(provision, party, area) for provision in provisions)
        ]
        missing = sides - {area.nation_of(party) for party in reached}
        if reached and missing:
            others = [party.id for party in ground.senders if area.nation_of(party) in missing]
            yield from each_of(
                ((id, ground.place / "powers") for id in others),
                partial(_message, ground.owner, " and ".join(sorted(missing)).title()),
                "on that side it is read as `we may not`, and nobody hears of the child who is seen there",
                "let each side state its own: `basis: [{party: ..., powers: [...]}, {party: ..., powers: [...]}]`",
                about=(ground.owner,),
            )


def _message(owner: str, nation: str, others: tuple[str, ...]) -> str:
    send = f"{words.listed(others)} {verb(others, 'sends', 'send')} from {nation}"
    return f"{send}, and what `{owner}` names does not hold there"
