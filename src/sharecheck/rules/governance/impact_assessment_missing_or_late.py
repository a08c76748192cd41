"""The impact assessment is missing, or came after the sharing began.

## Why it matters

An assessment asks what could go wrong for a family before it does: an address that reaches a violent former partner, a
diagnosis that a neighbour reads at the nursery. Done afterwards, it describes what nobody prevented.

## Example

```yaml bad
sharecheck: protocol/1
id: handover  # <-
effective: 2026-04-01
flows:
  - id: discharge
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    items: [maternal-mental-health]
```

```yaml bad
effective: 2026-04-01
flows: []
governance:
  dpia: {reference: DPIA-142, completed: 2026-05-20}  # <-
```

```yaml good
sharecheck: protocol/1
id: handover
effective: 2026-04-01
flows:
  - id: discharge
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    items: [maternal-mental-health]
governance:
  dpia: {reference: DPIA-142, completed: 2026-01-20}
```

A late one that was looked at again since is not told, nor that of a draft, by which nothing is sent yet:

```yaml good
effective: 2026-04-01
flows: []
governance:
  dpia: {reference: DPIA-142, completed: 2026-05-20, reviewed: 2026-09-14}
---
sharecheck: protocol/1
id: delayed
status: draft
effective: 2026-04-01
flows: []
governance:
  dpia: {reference: DPIA-143, completed: 2026-05-20}
```

Where no special category data is sent, whether there has to be one is not for a rule to say:

```yaml good
sharecheck: protocol/1
id: addresses
effective: 2026-04-01
flows:
  - {id: address, from: maternity, to: health-visiting, when: {on: change}, within: P2D, items: [address]}
```

## What to do

Do the assessment before the first item is sent, and name it: `dpia: {reference: DPIA-142, completed: 2026-01-20}`. When
it came late, look again at what had been sent by then, and say when: `reviewed: 2026-09-14`.
"""

from collections.abc import Iterator

from sharecheck import words
from sharecheck.finding import Finding, Lack, Severity, here, related
from sharecheck.rule import rule
from sharecheck.workspace import Protocol, Workspace


@rule("GOV03", Severity.WARNING, sources=("ukgdpr-35", "nhse-universal-ig-templates", "ico-10-step"))
def impact_assessment_missing_or_late(workspace: Workspace) -> Iterator[Finding]:
    """Protocols with special category data and no `dpia`, and those that came into force before it was completed."""
    for protocol in workspace.protocols():
        yield from _missing(protocol)
        yield from _late(protocol)


def _missing(protocol: Protocol) -> Iterator[Finding]:
    dpia = protocol.governance.dpia
    if (dpia and (dpia.reference or dpia.completed)) or not protocol.agreement:
        return
    items = tuple(dict.fromkeys(carried.id for flow in protocol.personal_flows for carried in flow.special))
    if items:
        yield Finding(
            locations=here(protocol.place / "id" if dpia is None else protocol.place / "governance" / "dpia"),
            message=f"`{protocol.id}` sends {words.listed(items)}, and no impact assessment is named",
            consequence="nobody has asked what could go wrong for a family before it does",
            help="name it, for example `dpia: {reference: DPIA-142, completed: 2026-01-20}` under `governance`",
            about=("dpia", "missing"),
            lacks=Lack("which impact assessment was made", ("governance/dpia/reference",)),
        )


def _late(protocol: Protocol) -> Iterator[Finding]:
    dpia, effective = protocol.governance.dpia, protocol.shape.effective
    if not (protocol.in_force and dpia and dpia.completed and effective and dpia.completed > effective):
        return
    if dpia.reviewed is None or dpia.reviewed < dpia.completed:
        yield Finding(
            locations=(
                *here(protocol.place / "governance" / "dpia" / "completed"),
                related(protocol.place / "effective", "in force since"),
            ),
            message=f"the impact assessment of `{protocol.id}` was completed after its first day in force, {effective}",
            consequence="what it found could go wrong for a family may have gone wrong by then",
            help="look again at what was sent before it, and say when: `reviewed: ...` under `dpia`",
            about=("dpia", "late"),
        )
