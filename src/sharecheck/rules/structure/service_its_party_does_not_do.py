"""A flow is for a service that its party does not do.

## Why it matters

A trust that does midwifery and health visiting may keep two records. `to-service` says on whose desk a letter lands.
When it names a service that is not there, the letter lands on none, and all believe that the health visitor was told.

## Example

```yaml bad
parties:
  - {id: trust, service: [midwifery, health-visiting]}
  - {id: practice, service: general-practice}
  - {id: family-hubs, service: family-hub}
flows:
  - id: discharge
    from: trust
    from-service: midwifery
    to: practice
    to-service: health-visiting  # <-
    when: {event: midwife-discharge}
    within: P2D
    items: [birth-details]
  - id: group
    from: trust
    from-service: [health-visiting, family-hub]  # <-
    to: family-hubs
    when: {on: change}
    within: P2D
    items: [contact-details]
```

```yaml good
parties:
  - {id: trust, service: [midwifery, health-visiting]}
  - {id: practice, service: general-practice}
flows:
  - id: discharge
    from: trust
    from-service: midwifery
    to: practice
    to-service: general-practice
    when: {event: midwife-discharge}
    within: P2D
    items: [birth-details]
```

Where several parties are named, each has to do one of the services:

```yaml bad
parties:
  - {id: trust, service: [midwifery, health-visiting]}
  - {id: practice, service: general-practice}
  - {id: audiology, service: audiology}
flows:
  - id: hearing-result
    from: audiology
    to: [trust, practice]
    to-service: health-visiting  # <-
    when: {event: hearing-assessment}
    within: P2D
    items: [newborn-hearing]
```

## What to do

Write a service that the party does, or the party that does the service. For several parties write a flow each, or name
a service of each: `to-service: [health-visiting, general-practice]`. A party that does one service needs no
`to-service`.
"""

from collections.abc import Iterator
from typing import Literal

from sharecheck import words
from sharecheck.document import Place
from sharecheck.finding import Finding, Severity, here
from sharecheck.model.base import OneOrMany, many
from sharecheck.rule import rule
from sharecheck.workspace import Flow, Workspace

_Key = Literal["from-service", "to-service"]


@rule("STR22", Severity.ERROR, sources=("ico-data-sharing-code",))
def service_its_party_does_not_do(workspace: Workspace) -> Iterator[Finding]:
    """Services of senders and recipients that these do not do, and parties that do none of the services named."""
    for flow in workspace.current_flows():
        if flow.area.closed:
            yield from _of_side(flow, "from-service", flow.shape.from_service, flow.shape.from_)
            yield from _of_side(flow, "to-service", flow.shape.to_service, flow.shape.to)


def _of_side(flow: Flow, key: _Key, named: OneOrMany[str] | None, ids: OneOrMany[str]) -> Iterator[Finding]:
    if named is None:
        return
    known = [id for id in many(ids) if id in flow.area.parties]
    done = {id: flow.area.services_of(id) for id in known}
    place = flow.place / key
    every = [service for services in done.values() for service in services]
    described = flow.area.vocabulary.services  # what is no service at all is another mistake
    wanted: tuple[str, ...] = many(named)
    if len(known) < len(many(ids)) or not described.keys() >= set(wanted):
        return
    nowhere = [service for service in wanted if service not in every]
    for service in nowhere:
        where = place / wanted.index(service) if isinstance(named, tuple) else place
        yield _finding(flow, key, where, f"{_listed(known)} not do `{service}`", service, every)
    for id in known if not nowhere else ():
        if not set(done[id]) & set(wanted):
            yield _finding(flow, key, place, f"`{id}` does none of these: {words.listed(wanted)}", id, done[id])


def _listed(parties: list[str]) -> str:
    return f"{words.listed(parties)} {'does' if len(parties) == 1 else 'do'}"


def _finding(
    flow: Flow, key: _Key, place: Place, fact: str, about: str, services: "list[str] | tuple[str, ...]"
) -> Finding:
    lost = "so nobody there is told of the child" if key == "to-service" else "so nobody there sends it"
    return Finding(
        locations=here(place),
        message=f"`{key}` of `{flow.id}`: {fact}",
        consequence=f"the flow counts for nothing between the two, {lost}",
        help=f"write what it does, for example `{key}: {services[0]}`, or leave `{key}` out",
        about=(flow.id, key, about),
    )
