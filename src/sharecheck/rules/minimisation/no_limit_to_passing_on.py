"""Nothing says what a recipient may pass on.

## Why it matters

A health visitor tells a nursery what helps the child to settle. The nursery tells the school, the school puts it in a
report, the report goes to everybody at a meeting. Each step seemed natural; the mother asks the health visitor how her
illness came to be read out there.

## Example

```yaml bad
sharecheck: protocol/1
id: handover  # <-
flows:
  - {id: review, from: health-visiting, to: nursery, when: {event: two-year-review}, items: [developmental-scores]}
```

```yaml good
sharecheck: protocol/1
id: handover
flows:
  - {id: review, from: health-visiting, to: nursery, when: {event: two-year-review}, items: [developmental-scores]}
governance:
  onward-sharing: >-
    the setting uses it for the child's learning, and hands it to the next setting or school with the parent's knowledge
```

An agreement on nothing sensitive needs no such clause:

```yaml good
sharecheck: protocol/1
id: handover
flows:
  - {id: attends, from: nursery, to: health-visiting, when: {on: change}, items: [setting-attended]}
```

## What to do

Say it under `governance`: `onward-sharing: ...`: to whom, for what, and what stays where it is.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Lack, Severity, here
from sharecheck.law.clauses import lacking
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("MIN05", Severity.WARNING, sources=("ico-data-sharing-code", "nhse-universal-ig-templates"))
def no_limit_to_passing_on(workspace: Workspace) -> Iterator[Finding]:
    """Agreements on special category, offence or safeguarding items, without `onward-sharing`."""
    for protocol, place in lacking(workspace, lambda governance: governance.onward_sharing):
        if any(flow.sensitive for flow in protocol.personal_flows):
            yield Finding(
                locations=here(place),
                message=f"`{protocol.id}` does not say what a recipient may pass on",
                consequence="what was told to one practitioner is read out at a meeting, and the family tells "
                "nothing more",
                help="say it under `governance`: `onward-sharing: ...`, to whom, for what, and what stays",
                about=(protocol.id, "onward-sharing"),
                lacks=Lack("what a recipient may pass on", ("governance/onward-sharing",)),
            )
