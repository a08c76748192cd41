"""An area with a change: without something that it has, with a draft, on another day. Then it is simply built again."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from sharecheck import model, reading
from sharecheck.brief import brief
from sharecheck.document import Document
from sharecheck.model.area import Funding
from sharecheck.model.calendar import days_later
from sharecheck.model.party import Party, Recording
from sharecheck.model.pathway import Pathway, Records
from sharecheck.model.protocol import Flow
from sharecheck.planning.change import NeedChange, changes
from sharecheck.planning.element import Element, elements, parse_element
from sharecheck.reading.phrases import one_of
from sharecheck.workspace import Area, UsageError

R = TypeVar("R", Recording, Records)


@brief
@dataclass(frozen=True, eq=False)
class WhatIf:
    """An area as it is, and as it would be without some of what it has, with some drafts, on another day."""

    before: Area
    after: Area
    without: tuple[Element, ...] = ()
    drafts: tuple[model.Protocol, ...] = ()

    @cached_property
    def changes(self) -> tuple[NeedChange, ...]:
        """What becomes of each need on either side; those of a party that is gone are asked for no more."""
        return tuple(changes(self.before.outcomes, self.after.outcomes))

    @property
    def loses(self) -> bool:
        """Whether a need is kept as things are, and then no more."""
        return any(change.lost for change in self.changes)


def what_if(
    areas: Iterable[Area], without: Iterable[str] = (), drafts: Iterable[Path] = (), day: date | None = None
) -> tuple[WhatIf, ...]:
    """Each of the areas that something changes for: on the day, with the drafts, and then without what is named.

    `UsageError` for a name that no area has, and for a draft that is no protocol or belongs to none of the areas.
    """
    areas = tuple(areas)
    added: dict[Area, list[model.Protocol]] = {area: [] for area in areas}
    after = {area: area if day is None else replace(area, as_of=day) for area in areas}
    for path in drafts:
        document, protocol = read_draft(path)
        area = home(areas, path, protocol)
        after[area] = with_protocol(after[area], document, protocol)
        added[area].append(protocol)
    gone = tuple(dict.fromkeys(parse_element(after.values(), text) for text in without))
    found = []
    for area in areas:
        here = tuple(element for element in gone if element in elements(after[area]))
        changed = after[area]
        for element in here:
            changed = without_element(changed, element)
        if changed is not area:
            found.append(WhatIf(area, changed, here, tuple(added[area])))
    return tuple(found)


def read_draft(path: Path) -> tuple[Document, model.Protocol]:
    """The protocol in a file; `UsageError` when there is none, or it cannot be understood."""
    document = reading.read(path, named=True)
    if isinstance(document.shape, model.Protocol):
        return document, document.shape
    if document.problems:
        raise UsageError(
            f"`{path}` cannot be used: {document.problems[0].message}; `sharecheck check {path}` says more"
        )
    raise UsageError(f"`{path}` is no protocol; a draft begins with `sharecheck: protocol/1`")


def without_element(area: Area, element: Element) -> Area:
    """The area without something.

    Without a *party* its flows, what it records and what it needs are gone. A *flow* is no longer sent. Without a
    *channel* the second route of a flow takes over; a flow that has none stops. Without a *post* what relies on it
    stops, also where it has cover: who stands in on leave does not do the work for good. A *funding stream* has ended
    the day before: what it supports without a flow saying so goes on. Without an *item* nobody writes it down.
    """
    name = element.name
    match element.kind:
        case "party":
            return _without_party(area, name)
        case "flow":
            protocol, _, id = name.rpartition("/")
            return _flows(area, lambda one, flow: _nowhere(flow) if (one.id, flow.id) == (protocol, id) else flow)
        case "channel":
            return _flows(area, lambda _, flow: _without_channel(flow, name))
        case "post":
            return _flows(
                area, lambda _, flow: _nowhere(flow) if flow.relies_on and flow.relies_on.post == name else flow
            )
        case "funding":
            return _without_funding(area, name)
        case "item":
            return _unrecorded(area, name)
        case "parent":
            return area


def with_protocol(area: Area, document: Document, protocol: model.Protocol) -> Area:
    """The area with one more protocol, as if it were signed and in force; it replaces one of the same id."""
    governance = protocol.governance
    if governance and governance.signatures:
        signed = tuple(signature.model_copy(update={"awaited": None}) for signature in governance.signatures)
        governance = governance.model_copy(update={"signatures": signed})
    added = protocol.model_copy(update={"status": "in-force", "effective": None, "governance": governance})
    if all(shape.id != protocol.id for _, shape in area.documents):
        return replace(area, documents=(*area.documents, (document, added)))
    replaced = ((document, added) if one[1].id == protocol.id else one for one in area.documents)
    return replace(area, documents=tuple(replaced))


def home(areas: Iterable[Area], path: Path, protocol: model.Protocol) -> Area:
    """The area that a draft is meant for: the one it names, the one with a protocol of its id, or the only one.

    `UsageError` when that is not exactly one.
    """
    areas = tuple(areas)
    if protocol.area is not None:
        found = [area for area in areas if area.id == protocol.area]
    else:
        found = [area for area in areas if any(shape.id == protocol.id for _, shape in area.documents)] or list(areas)
    if len(found) == 1:
        return found[0]
    here = one_of(area.id for area in areas) if areas else "none"
    said = f"it names the area `{protocol.area}`" if protocol.area else "say so in it, `area: ...`"
    raise UsageError(f"`{path}` could belong to {len(found) or 'none'} of the areas here ({here}); {said}")


def _without_party(area: Area, name: str) -> Area:
    def others(parties: tuple[Party, ...] | None) -> tuple[Party, ...]:
        return tuple(party for party in parties or () if party.id != name)

    shape = area.shape.model_copy(update={"parties": others(area.shape.parties)}) if area.shape else None
    documents = tuple(
        (document, one.model_copy(update={"parties": others(one.parties)})) for document, one in area.documents
    )
    return replace(area, shape=shape, documents=documents)


def _without_funding(area: Area, name: str) -> Area:
    if area.shape is None:
        return area
    over = days_later(area.as_of, -1)

    def ended(stream: Funding) -> Funding:
        if stream.id != name or (stream.until and stream.until < over):
            return stream
        return stream.model_copy(update={"until": over})

    return replace(area, shape=area.shape.model_copy(update={"funding": tuple(map(ended, area.shape.funding or ()))}))


def _unrecorded(area: Area, item: str) -> Area:
    def party(one: Party) -> Party:
        return one.model_copy(update={"records": _without_item(one.records, item)})

    pathway: Pathway = area.pathway.model_copy(update={"records": _without_item(area.pathway.records, item)})
    shape = area.shape and area.shape.model_copy(update={"parties": tuple(map(party, area.shape.parties))})
    documents = tuple(
        (document, one.model_copy(update={"parties": tuple(map(party, one.parties or ()))}))
        for document, one in area.documents
    )
    return replace(area, pathway=pathway, shape=shape, documents=documents)


def _without_item(records: tuple[R, ...] | None, item: str) -> tuple[R, ...]:
    return tuple(
        record.model_copy(update={"items": tuple(id for id in record.items if id != item)}) for record in records or ()
    )


def _flows(area: Area, change: Callable[[model.Protocol, Flow], Flow]) -> Area:
    """The area with other flows, as many and in the same order: so each is still found at its place."""
    documents = tuple(
        (document, one.model_copy(update={"flows": tuple(change(one, flow) for flow in one.flows)}))
        for document, one in area.documents
    )
    return replace(area, documents=documents)


def _nowhere(flow: Flow) -> Flow:
    """A flow that is sent to nobody."""
    return flow.model_copy(update={"to": ()})


def _without_channel(flow: Flow, channel: str) -> Flow:
    second = flow.fallback
    if second is not None and second.channel == channel:
        second = None
    if flow.channel != channel:
        return flow if second is flow.fallback else flow.model_copy(update={"fallback": None})
    if second is None:
        return _nowhere(flow)
    return flow.model_copy(update={"channel": second.channel, "within": second.within, "fallback": None})
