"""The impact assessment is older than what it is about.

## Why it matters

It was thought through for letters on paper. Since then there is a portal that the nursery reads at the reception desk,
and a new item about domestic abuse. What could go wrong for a family today stands in no assessment.

## Example

```yaml bad
effective: 2026-04-01
flows: []
governance:
  dpia: {reference: DPIA-142, completed: 2022-01-20}  # <-
```

Without any day nobody can see whether it came first:

```yaml bad
effective: 2026-04-01
flows: []
governance:
  dpia:
    reference: DPIA-142  # <-
```

```yaml good
effective: 2026-04-01
flows: []
governance:
  dpia: {reference: DPIA-142, completed: 2022-01-20, reviewed: 2026-02-11}
```

## What to do

Look at it again with those who send and read, and say when: `reviewed: 2026-02-11` under `dpia`. That one is old after
three years, or a year before this version began, is our proposal; change what it is about, and it is old at once.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Severity, here
from sharecheck.model.calendar import years_later
from sharecheck.rule import rule
from sharecheck.workspace import Protocol, Workspace


@rule("GOV15", Severity.INFORMATION, sources=("ukgdpr-35", "ico-code-navigating"))
def impact_assessment_that_is_old(workspace: Workspace) -> Iterator[Finding]:
    """Assessments without a day or with days in the wrong order, and those last looked at long ago or long before."""
    for protocol in workspace.protocols():
        dpia = protocol.governance.dpia
        fault = _fault(protocol, workspace) if protocol.agreement else None
        if dpia and fault:
            key, what = fault
            yield Finding(
                locations=here(protocol.place / "governance" / "dpia" / key),
                message=f"the impact assessment of `{protocol.id}` {what}",
                consequence="what can go wrong for a family in the way it is sent today stands in no assessment",
                help="look at it again, and say when: `reviewed: ...` under `dpia`",
                about=("dpia", "old"),
            )


def _fault(protocol: Protocol, workspace: Workspace) -> tuple[str, str] | None:
    """The key of `dpia` at which an assessment is at fault, and what is wrong with it, in words."""
    dpia, effective = protocol.governance.dpia, protocol.shape.effective
    if dpia is None:
        return None
    last = max((day for day in (dpia.completed, dpia.reviewed) if day), default=None)
    if last is None:
        return ("reference", "has no day") if dpia.reference else None
    if dpia.completed and dpia.reviewed and dpia.reviewed < dpia.completed:
        return "reviewed", f"was reviewed on {dpia.reviewed}, before it was completed on {dpia.completed}"
    key = "reviewed" if last == dpia.reviewed else "completed"
    if effective and last < years_later(effective, -1):
        return key, f"was last looked at on {last}, long before this version began"
    if last < years_later(workspace.as_of, -3):
        return key, f"was last looked at on {last}, more than three years ago"
    return None
