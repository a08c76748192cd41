"""A flow says that it is for a handover in which its sender or its recipient has no part.

## Why it matters

`for` says which handover a flow is meant for, and that it is meant for no other one. Where the flow comes from a
service that does not hand over there, or goes to one that does not take over, it is judged for nothing: the handover
that it was written for looks as if nobody had promised anything.

## Example

```yaml bad
sharecheck: area/1
id: northshire
nation: england
protocols: partial
parties:
  - {id: maternity, service: midwifery}
  - {id: gps, service: general-practice}
---
sharecheck: protocol/1
id: births
area: northshire
flows:
  - id: discharge-to-gp
    from: maternity
    to: gps
    for: t07-midwifery-to-health-visiting  # <-
    when: {event: midwife-discharge}
    within: P2D
    items: [birth-details]
```

```yaml good
sharecheck: area/1
id: northshire
nation: england
protocols: partial
parties:
  - {id: maternity, service: midwifery}
  - {id: health-visiting, service: health-visiting}
---
sharecheck: protocol/1
id: births
area: northshire
flows:
  - id: transfer-of-care
    from: maternity
    to: health-visiting
    for: t07-midwifery-to-health-visiting
    when: {event: midwife-discharge}
    within: P2D
    items: [birth-details]
```

An area cannot be complete for handovers that its pathway does not know, or in which nobody here takes over:

```yaml bad
sharecheck: area/1
id: northshire
nation: england
protocols: partial
complete-for:
  - {from: midwifery, to: school-nursing}  # <-
  - t20-early-years-setting-to-school  # <-
parties:
  - {id: maternity, service: midwifery}
  - {id: health-visiting, service: health-visiting}
---
sharecheck: protocol/1
id: births
area: northshire
flows:
  - id: transfer-of-care
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    items: [birth-details]
```

## What to do

Name the handover that the flow is for, or leave `for` out: then the services of its sender decide. What several
handovers need can be named together, `for: [t07-midwifery-to-health-visiting, t08-new-birth-visit]`.
"""

from collections.abc import Iterable, Iterator

from sharecheck import words
from sharecheck.document import Place
from sharecheck.finding import Finding, Severity, here
from sharecheck.model.area import CompleteFor
from sharecheck.model.base import many
from sharecheck.model.party import Party
from sharecheck.model.pathway import Transition
from sharecheck.network.build import does
from sharecheck.rule import rule
from sharecheck.workspace import Area, Flow, Workspace


@rule("STR20", Severity.ERROR, sources=("ico-data-sharing-code",), alone=False)
def flow_for_another_service(workspace: Workspace) -> Iterator[Finding]:
    """Flows for a transition of other services, and areas that are complete for one that nobody here takes part in."""
    for area in workspace.areas:
        yield from _complete_for_nothing(area)
        for flow in area.current_flows:
            named = many(flow.shape.for_)
            for index, id in enumerate(named):
                place = flow.place / "for"
                here_ = place / index if isinstance(flow.shape.for_, tuple) else place
                if id in area.transitions:
                    yield from _misfits(flow, area.transitions[id], here_)


def _misfits(flow: Flow, transition: Transition, place: Place) -> Iterator[Finding]:
    senders, recipients = tuple(flow.senders), tuple(flow.recipients)
    if transition.from_ and senders and not any(_does_one(party, many(transition.from_)) for party in senders):
        yield _misfit(flow, transition, place, senders, many(transition.from_), "hands over")
    elif recipients and not any(does(party, transition.to, bool(transition.elsewhere)) for party in recipients):
        yield _misfit(flow, transition, place, recipients, (transition.to,), "takes over")


def _does_one(party: Party, services: Iterable[str]) -> bool:
    return any(service in many(party.service) for service in services)


def _misfit(
    flow: Flow, transition: Transition, place: Place, parties: tuple[Party, ...], services: tuple[str, ...], part: str
) -> Finding:
    who = words.listed([party.id for party in parties])
    do = "do" if len(parties) > 1 else "does"
    by = " or ".join(f"`{service}`" for service in services)
    return Finding(
        locations=here(place),
        message=f"`{flow.id}` is for `{transition.id}`, where {by} {part}, and {who} {do} not",
        consequence="the handover that the flow is written for looks as if nobody had promised anything",
        help="name a handover between its services, or leave `for` out: then the services of its sender decide",
        about=(flow.id, transition.id, part),
    )


def _complete_for_nothing(area: Area) -> Iterator[Finding]:
    """What an area says to be complete for, and between whose services its pathway has nothing, or nobody is here."""
    stated = area.shape.complete_for if area.shape else None
    if area.document is None or not area.followed:
        return
    for index, entry in enumerate(stated or ()):
        message, about = _nothing_there(area, entry)
        if message:
            yield Finding(
                locations=here(area.document.place / "complete-for" / index),
                message=message,
                consequence="it says nothing of any child, and what is not shared stays unknown",
                help="name a handover of the pathway to a service that a party here does, by its id or its services",
                about=(area.id, *about),
            )


def _nothing_there(area: Area, entry: str | CompleteFor) -> tuple[str, tuple[str, ...]]:
    if isinstance(entry, CompleteFor):
        transitions = area.transitions.values()
        if any(entry.from_ in many(one.from_) and entry.to == one.to for one in transitions):
            return "", ()
        message = f"no transition of the pathway leads from `{entry.from_}` to `{entry.to}`"
        return message, (entry.from_, entry.to)
    if entry not in area.transitions or area.transitions[entry] not in area.unserved:
        return "", ()  # of a name that is unknown another rule speaks
    return f"nobody here takes over at `{entry}`: no party does `{area.transitions[entry].to}`", (entry,)
