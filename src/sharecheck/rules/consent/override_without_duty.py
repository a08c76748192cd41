"""It is said that a legal duty goes before a parent's no, and no duty is named.

## Why it matters

In the moment of the no somebody has to say: I am sorry, I have to, and here is why. Who has nothing to show gives way,
or goes on and is told later that there was no such duty. The next time she gives way.

## Example

```yaml bad
basis: {article-6: 6(1)(e), powers: [ca2004-11]}
flows:
  - id: concern
    from: maternity
    to: health-visiting
    when: {on: change}
    within: P1D
    items: [domestic-abuse-enquiry]
    agreement:
      ask: parent
      overridden-by: [legal-duty]  # <-
```

```yaml good
basis: {article-6: 6(1)(e), powers: [ca2004-11, ca2004-16la]}
flows:
  - id: concern
    from: maternity
    to: health-visiting
    when: {on: change}
    within: P1D
    items: [domestic-abuse-enquiry]
    agreement: {ask: parent, overridden-by: [legal-duty]}
```

```yaml good
basis: {article-6: 6(1)(e), powers: [ca2004-11]}
flows:
  - id: concern
    from: maternity
    to: health-visiting
    when: {on: change}
    within: P1D
    items: [domestic-abuse-enquiry]
    agreement: {ask: parent, overridden-by: [safeguarding]}
```

## What to do

Name the duty in `powers` of the flow's basis, or say what it is that goes before the no: `overridden-by:
[safeguarding]`.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Severity, here
from sharecheck.law.register import DUTIES
from sharecheck.rule import rule
from sharecheck.standards import law
from sharecheck.workspace import Workspace


@rule("CON09", Severity.WARNING, sources=("ico-10-step", "ukgdpr-6-1-c"))
def override_without_duty(workspace: Workspace) -> Iterator[Finding]:
    """`overridden-by: [legal-duty]` where the basis names no provision that the register has as a duty."""
    for flow in workspace.stating("agreement"):
        overrides = (flow.shape.agreement.overridden_by if flow.shape.agreement else None) or ()
        if "legal-duty" not in overrides or not flow.protocol.agreement:
            continue
        named = [power for basis, _ in flow.bases for power in basis.powers or ()]
        known = all(power in law() for power in named)
        if known and not any(DUTIES & set(law()[power].serves_as) for power in named):
            yield Finding(
                locations=here(flow.place / "agreement" / "overridden-by"),
                message=f"a legal duty is to go before a parent's no to `{flow.id}`, and none is named",
                consequence="who has nothing to show in the moment of the no gives way, and the warning is not sent",
                help="name the duty in `powers`, or say what it is: `overridden-by: [safeguarding]`",
                about=(flow.id, "legal-duty"),
            )
