"""Two things have the same name.

## Why it matters

Whoever names one of them may mean the other. A reader who looks up `birth-summary` finds the first, with a limit of two
days, and never sees the second, with two weeks.

## Example

```yaml bad
flows:
  - id: birth-summary
    from: maternity
    to: health-visiting
    when: {event: birth}
    within: P2D
    items: [birth-details]
  - id: birth-summary  # <-
    from: maternity
    to: general-practice
    when: {event: birth}
    within: P14D
    items: [birth-details]
```

```yaml good
flows:
  - id: birth-summary-to-health-visiting
    from: maternity
    to: health-visiting
    when: {event: birth}
    within: P2D
    items: [birth-details]
  - id: birth-summary-to-general-practice
    from: maternity
    to: general-practice
    when: {event: birth}
    within: P14D
    items: [birth-details]
```

The parent is in every area as the party `parent`, and nobody has to describe it:

```yaml bad
parties:
  - {id: nursery, service: early-years-setting}
  - {id: parent, service: family}  # <-
flows: []
```

```yaml fixed
parties:
  - {id: nursery, service: early-years-setting}
flows: []
```

What was copied whole says nothing new:

```yaml bad
parties:
  - {id: maternity, service: midwifery}  # the trust
  - {id: nursery, service: early-years-setting}
  - {id: maternity, service: midwifery}  # <-
flows: []
```

```yaml fixed
parties:
  - {id: maternity, service: midwifery}  # the trust
  - {id: nursery, service: early-years-setting}
flows: []
```

A withdrawn version of a protocol may keep its name:

```yaml good
sharecheck: area/1
id: northshire
nation: england
protocols: partial
parties: []
---
# the version of 2023
sharecheck: protocol/1
id: births
status: withdrawn
flows: []
---
sharecheck: protocol/1
id: births
status: in-force
flows: []
```

## What to do

Give each its own name: `id: birth-summary-to-general-practice`. Two files that describe the same party have to say the
same of it.
"""

from collections.abc import Iterable, Iterator

from sharecheck.document import Place
from sharecheck.edit import Remove
from sharecheck.finding import Finding, Fix, Severity, here, related
from sharecheck.model.area import Funding
from sharecheck.model.base import Shape
from sharecheck.model.party import FAMILY, Party
from sharecheck.model.pathway import Event, Pathway, Transition
from sharecheck.network.build import PARENT
from sharecheck.rule import rule
from sharecheck.workspace import Area, Workspace

Named = Iterable[tuple[str, Place, Shape | None]]
"""Id, its place, and all that is said of what has that id; None where it is a file of its own."""
_OR = ", or say the same of it in both files"


@rule("STR06", Severity.ERROR, sources=("ico-data-sharing-code",))
def repeated_id(workspace: Workspace) -> Iterator[Finding]:
    """Ids that stand twice where they have to tell things apart."""
    described = (
        (area.id, area.document.place / "id", None) for area in workspace.areas if area.shape and area.document
    )
    yield from _repeated("area", described)
    yield from _repeated(
        "pathway", ((local.id, document.place / "id", None) for document, local in workspace.of_kind(Pathway))
    )
    for area in workspace.areas:
        yield from _repeated("protocol", ((protocol.id, protocol.place / "id", None) for protocol in area.current))
        yield from _repeated("party", _parties(area))
        yield from _parents(area)
        if area.shape and area.document:
            yield from _repeated("funding stream", _ids(area.shape.funding, area.document.place / "funding"))
        for protocol in area.current:
            flows = protocol.all_flows
            if len({flow.id for flow in flows}) < len(flows):
                yield from _repeated("flow", ((flow.id, flow.place / "id", flow.shape) for flow in flows))
    for document, pathway in workspace.of_kind(Pathway):
        yield from _repeated("event", _ids(pathway.events, document.place / "events"))
        yield from _repeated("transition", _ids(pathway.transitions, document.place / "transitions"))


def _ids(shapes: Iterable[Funding | Event | Transition] | None, at: Place) -> Named:
    return ((shape.id, at / index / "id", shape) for index, shape in enumerate(shapes or ()))


def _parents(area: Area) -> Iterator[Finding]:
    """Parties that are called as the child's parent is, who is in every area already."""
    for party in area.declared:
        if party.shape.id == PARENT:
            yield Finding(
                locations=here(party.place / "id"),
                message=f"a second party is called `{PARENT}`: the child's parent is in every area by this name",
                consequence="what is said of this one is overlooked",
                help="take it out; when it is somebody else, give it a name of its own, such as `id: parent-forum`",
                about=("party", PARENT),
                fix=Fix((Remove(party.place.route),)) if party.shape.service == FAMILY else None,
            )


def _parties(area: Area) -> Named:
    """The parties, without those that a second file describes in the same words."""
    shapes: dict[str, Party] = {}
    homes: dict[str, Place] = {}
    for party in area.declared:
        id, place = party.shape.id, party.place / "id"
        if shapes.get(id) != party.shape or homes[id].document is place.document:
            yield id, place, party.shape
        shapes.setdefault(id, party.shape)
        homes.setdefault(id, place)


def _repeated(kind: str, named: Named) -> Iterator[Finding]:
    first: dict[str, Place] = {}
    shapes: dict[str, Shape | None] = {}
    for id, place, shape in named:
        if id in first:
            in_two_files = kind == "party" and first[id].document is not place.document
            equal = shape is not None and shape == shapes[id] and first[id].document is place.document
            yield Finding(
                locations=(*here(place), related(first[id], f"the first `{id}`")),
                message=f"a second {kind} is called `{id}`",
                consequence="who follows the name finds the other one, and what this one promises is overlooked",
                help=f"give it a name of its own, such as `id: {id}-2`{_OR if in_two_files else ''}",
                about=(kind, id),
                fix=Fix((Remove(place.route[:-1]),), safe=True) if equal else None,
            )
        shapes.setdefault(id, shape)
        first.setdefault(id, place)
