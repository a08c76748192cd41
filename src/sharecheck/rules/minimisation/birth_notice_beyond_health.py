"""The notice of a birth is passed to a part of the council that does not work for health.

## Why it matters

The Act says what a council may do with a notice of birth: serve its health functions. A family hub or a school planner
that is fed from it stands on ground that gives way when somebody asks, and then the hub hears of no births at all until
another way is found.

## Example

```yaml bad
parties:
  - {id: maternity, service: midwifery, kind: nhs-trust}
  - {id: family-hubs, service: family-hub, kind: local-authority}
flows:
  - id: births
    from: maternity
    to: family-hubs
    when: {event: birth}
    within: PT36H
    items: [identity, address]
    basis:
      article-6: 6(1)(c)
      powers: [nhsa-269]  # <-
```

```yaml good
parties:
  - {id: maternity, service: midwifery, kind: nhs-trust}
  - {id: health-visitors, service: health-visiting, kind: local-authority}
  - {id: family-hubs, service: family-hub, kind: local-authority}
flows:
  - id: births
    from: maternity
    to: health-visitors
    when: {event: birth}
    within: PT36H
    items: [identity, address, birth-details]
    basis: {article-6: 6(1)(c), powers: [nhsa-269]}
  - id: new-families
    from: health-visitors
    to: family-hubs
    when: {event: new-birth-visit}
    within: P5D
    items: [identity, address]
    basis: {article-6: 6(1)(e), powers: [cca-1]}
```

Where several flows share one basis, it is not said which of them is the notice, and nothing is told.

## How much it weighs

A warning, since what the Act says of this was read in its explanatory notes and not in the subsection; information if
that were not found.

## What to do

Let the hub be told by the health visitor after the first visit, on a ground of its own, and keep the notice for health.
"""

from collections.abc import Iterator
from functools import partial

from sharecheck import words
from sharecheck.finding import Finding, Severity
from sharecheck.finding.members import each_of
from sharecheck.law.calendar import weight
from sharecheck.law.grounds import grounds
from sharecheck.rule import rule
from sharecheck.standards import law
from sharecheck.workspace import Workspace

NOTICE, LIMIT = "nhsa-269", "nhsa-269-12"
"""The duty to notify a birth in England, and what a council may do with the notice."""


@rule("MIN04", Severity.WARNING, sources=(LIMIT, NOTICE), alone=False)
def birth_notice_beyond_health(workspace: Workspace) -> Iterator[Finding]:
    """Flows under the duty to notify a birth that lead to parties of a council outside health."""
    resting = (ground for ground in grounds(workspace) if NOTICE in (ground.basis.powers or ()))
    for flow in dict.fromkeys(flow for ground in resting for flow in ground.flows):
        health = flow.area.in_health(flow.recipients)
        outside = [party for party in flow.recipients if party not in health]
        councils = [party.id for party in outside if (body := flow.area.body(party)) and body.council]
        own = flow.shape.basis is not None or sum(not shape.aggregate for shape in flow.protocol.shape.flows) == 1
        for basis, place in flow.bases if councils and own else ():
            if NOTICE in (basis.powers or ()):
                yield from each_of(
                    ((id, place / "powers") for id in councils),
                    partial(_message, flow.id),
                    "when somebody asks it stops, and the hub hears of no births at all",
                    "let them be told from another source, on a ground of its own",
                    severity=weight(law()[LIMIT]),
                    about=(flow.id, LIMIT),
                )


def _message(flow: str, councils: tuple[str, ...]) -> str:
    passed = f"`{flow}` passes the notice of a birth, `{NOTICE}`, to {words.listed(councils)}"
    return f"{passed}; what a council learns from it serves its health functions only (`{LIMIT}`)"
