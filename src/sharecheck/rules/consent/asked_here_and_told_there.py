"""For the same knowledge one partner asks the parents, and another only tells them.

## Why it matters

The nursery asks whether it may tell the health visitor, and the mother says no. The childminder down the road tells,
and asks nobody. Whether a no exists depends on where the child is in the mornings. Mothers compare.

## Example

```yaml bad
sharecheck: area/1
id: northshire
nation: england
protocols: partial
parties:
  - {id: nursery, service: early-years-setting, kind: registered-childcare-provider}
  - {id: childminders, service: early-years-setting, kind: registered-childcare-provider}
  - {id: health-visiting, service: health-visiting, kind: nhs-trust}
---
sharecheck: protocol/1
id: nurseries
flows:
  - id: check
    from: nursery
    to: health-visiting
    items: [progress-check-summary]
    agreement:
      ask: parent  # <-
---
sharecheck: protocol/1
id: childminders
flows:
  - id: check
    from: childminders
    to: health-visiting
    items: [progress-check-summary]
    agreement: {inform: parent}
```

A question about the service is another one, and so is a refusal that does not hold:

```yaml good
sharecheck: area/1
id: northshire
nation: england
protocols: partial
parties:
  - {id: nursery, service: early-years-setting, kind: registered-childcare-provider}
  - {id: childminders, service: early-years-setting, kind: registered-childcare-provider}
  - {id: health-visiting, service: health-visiting, kind: nhs-trust}
---
sharecheck: protocol/1
id: nurseries
flows:
  - id: check
    from: nursery
    to: health-visiting
    items: [progress-check-summary]
    agreement: {ask: parent, to: service}
---
sharecheck: protocol/1
id: childminders
flows:
  - id: check
    from: childminders
    to: health-visiting
    items: [progress-check-summary]
    agreement: {inform: parent}
```

## What to do

Decide together whether parents are asked or told, and say the same everywhere: `ask: parent` or `inform: parent`.
"""

from collections.abc import Iterator
from functools import partial

from sharecheck import words
from sharecheck.finding import Finding, Severity, related
from sharecheck.finding.members import each_of
from sharecheck.law.readings import known_grounds
from sharecheck.model.base import many
from sharecheck.network.build import PARENT
from sharecheck.rule import rule
from sharecheck.workspace import Area, Flow, Workspace


@rule("CON10", Severity.WARNING, sources=("ico-10-step", "powys-midwife-hv", "eif-10-insights"), alone=False)
def asked_here_and_told_there(workspace: Workspace) -> Iterator[Finding]:
    """Flows of two protocols or senders that take an item between the same services, one with `ask`, one without."""
    for area in workspace.areas:
        informing = [flow for flow in area.current_flows if flow.shape.agreement and not flow.shape.agreement.ask]
        for flow in (flow for flow in area.current_flows if _asks(flow)):
            others = [other for other in informing if _alike(flow, other, area)]
            place = flow.place / "agreement" / "ask"
            yield from each_of(
                (
                    ((other.id, item), place)
                    for other in others
                    for item in sorted(known_grounds(flow) & known_grounds(other))
                ),
                partial(_message, flow.id),
                "whether a parent may say no depends on who happens to send it",
                "decide together whether parents are asked or told, and say the same in each",
                elsewhere=tuple(related(other.place / "agreement", "told, not asked") for other in others),
                about=(flow.id,),
            )


def _message(flow: str, others: tuple[str, ...], items: tuple[str, ...]) -> str:
    difference = f"parents are asked by `{flow}` and told by {words.listed(others)}"
    return f"for {words.listed(sorted(items))} {difference}"


def _asks(flow: Flow) -> bool:
    """Whether the parents are asked about the sharing, and their no stops something."""
    agreement = flow.shape.agreement
    return bool(agreement and agreement.ask and agreement.to in (None, "sharing") and not agreement.overridden_by)


def _alike(flow: Flow, other: Flow, area: Area) -> bool:
    """Whether two protocols, or two senders, take an item from the same service to the same service."""
    apart = flow.protocol is not other.protocol or not set(many(flow.shape.from_)) & set(many(other.shape.from_))
    informed = other.shape.agreement is not None and other.shape.agreement.inform is not None
    if not apart or not informed or not known_grounds(flow) & known_grounds(other):
        return False
    return all(
        set(_services(area, first)) & set(_services(area, second))
        for first, second in ((flow.shape.from_, other.shape.from_), (flow.shape.to, other.shape.to))
    )


def _services(area: Area, ids: str | tuple[str, ...]) -> Iterator[str]:
    return (service for id in many(ids) if id != PARENT for service in area.services_of(id))
