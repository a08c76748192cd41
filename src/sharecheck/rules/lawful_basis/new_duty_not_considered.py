"""A duty to share is reported in force, and the agreement does not say what it makes of it.

## Why it matters

England is reported to have a duty to share what bears on a child's safety, between bodies that the Act lists. Whether a
flow is made under it, its partners decide. Until they have read it together, people go on as they did: one asks, the
other waits, and the child waits with them.

## Example

```yaml bad
sharecheck: protocol/1
id: example
basis:
  article-6: 6(1)(e)
  powers:  # <-
    - ca2004-11
flows:
  - id: plans
    from: council
    to: health-visiting
    when: {on: change}
    within: P1D
    items: [child-protection-plan]
```

```yaml good
basis: {article-6: 6(1)(e), powers: [ca2004-11, ca2004-16la]}
flows:
  - id: plans
    from: council
    to: health-visiting
    when: {on: change}
    within: P1D
    items: [child-protection-plan]
```

The task and the duty may be stated side by side:

```yaml good
basis:
  - {article-6: 6(1)(e), powers: [ca2004-11]}
  - {article-6: 6(1)(c), powers: [ca2004-16la]}
flows:
  - id: plans
    from: council
    to: health-visiting
    when: {on: change}
    within: P1D
    items: [child-protection-plan]
```

It joins certain bodies of England with each other: a nursery only where it was designated, a body of Wales never.

```yaml good
basis: {article-6: 6(1)(e), powers: [ca2004-11]}
flows:
  - {id: to-nursery, from: council, to: nursery, when: {on: change}, within: P1D, items: [child-protection-plan]}
  - {id: border, from: council, to: welsh-health-board, when: {on: change}, within: P1D, items: [child-protection-plan]}
```

## What to do

Read the duty, decide with the partners which flows it makes, and name it there: `powers: [ca2004-11, ca2004-16la]`. Its
first day stands in the register of law, as reported; the instrument was not seen, so this is a warning at most. Before
that day (`--as-of`) nothing is said.
"""

from collections.abc import Iterator
from functools import partial

from sharecheck import words
from sharecheck.finding import Finding, Severity
from sharecheck.finding.members import each_of
from sharecheck.law.grounds import grounds
from sharecheck.law.register import in_force, named_provisions
from sharecheck.model.law import Provision
from sharecheck.model.party import Party
from sharecheck.rule import rule
from sharecheck.standards import law
from sharecheck.workspace import Flow, Ground, Workspace

DUTY = "ca2004-16la"
"""The duty to share for safeguarding and welfare of the Children Act 2004 Part 2."""


@rule(
    "LAW20",
    Severity.WARNING,
    sources=("ca2004-16la", "escb-information-sharing-duty", "isd-guidance-2026"),
    alone=False,
)
def new_duty_not_considered(workspace: Workspace) -> Iterator[Finding]:
    """Flows of what a child's safety hangs on, between bodies that the duty binds, whose ground does not name it."""
    duty = law()[DUTY]
    if not in_force(duty, workspace.as_of):
        return
    for ground in grounds(workspace):
        provisions = named_provisions(ground)
        if not provisions or duty in provisions or not ground.protocol.agreement:
            continue
        flows = [flow.id for flow in ground.flows if _within(duty, flow, ground) and not _named(flow)]
        if flows:
            since = duty.from_.on if duty.from_ else ""
            yield from each_of(
                ((id, ground.place / "powers") for id in flows),
                partial(_message, since),
                "where people may share they ask and wait, and the child waits with them",
                f"read it with the partners and decide whether these flows are made under it; if so, name it: `{DUTY}`",
                about=(*ground.about, DUTY),
            )


def _message(since: str, flows: tuple[str, ...]) -> str:
    silent = f"the basis of {words.listed(flows)} does not name it"
    return f"the duty to share `{DUTY}` is reported in force since {since}, and {silent}"


def _within(duty: Provision, flow: Flow, ground: Ground) -> bool:
    """Whether a flow of safeguarding items joins two bodies that the duty binds without a condition."""
    senders = [party for party in ground.senders if party in flow.senders]
    return flow.carries_safeguarding and all(
        any(_bound(duty, party, flow) for party in parties) for parties in (senders, flow.recipients)
    )


def _named(flow: Flow) -> bool:
    """Whether any basis of a flow names the duty."""
    return any(DUTY in (basis.powers or ()) for basis, _ in flow.bases)


def _bound(duty: Provision, party: Party, flow: Flow) -> bool:
    nation = flow.area.nation_of(party)
    return any(
        bound.kind == party.kind and bound.nation in (None, nation) and not bound.conditional
        for bound in duty.binds or ()
    )
