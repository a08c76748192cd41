"""What an area is without something: edits made on its models, as those of a change that mends are."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import TypeAlias, TypeVar, assert_never

from sharecheck import model
from sharecheck.document import Route
from sharecheck.edit import Put, Remove, ValueEdit
from sharecheck.edit.shapes import applied
from sharecheck.model.calendar import days_later
from sharecheck.model.party import Recording
from sharecheck.model.pathway import Records
from sharecheck.model.protocol import Flow
from sharecheck.planning.element import Element
from sharecheck.workspace import Area

Edits: TypeAlias = Iterator[ValueEdit]
S = TypeVar("S", model.Area, model.Protocol, model.Pathway)


def without_element(area: Area, element: Element) -> Area:
    """The area without something.

    Without a *party* its flows, what it records and what it needs are gone. A *flow* is no longer sent. Without a
    *channel* the second route of a flow takes over; a flow that has none stops. Without a *post* what relies on it
    stops, also where it has cover: who stands in on leave does not do the work for good. A *funding stream* has ended
    the day before: what it supports without a flow saying so goes on. Without an *item* nobody writes it down.

    Flows stay as many and in the same order: so each is still found at its place.
    """
    over = days_later(area.as_of, -1)

    def left(shape: S) -> S:
        return applied(shape, _removal(shape, element, over))

    documents = tuple((document, left(protocol)) for document, protocol in area.documents)
    return replace(area, shape=area.shape and left(area.shape), documents=documents, pathway=left(area.pathway))


def _removal(shape: model.Area | model.Protocol | model.Pathway, element: Element, over: date) -> Edits:
    """What is written into a file; entries are taken out from the last one on, so that the others keep their index."""
    parties = () if isinstance(shape, model.Pathway) else tuple(enumerate(shape.parties or ()))
    flows = tuple(enumerate(shape.flows)) if isinstance(shape, model.Protocol) else ()
    name = element.name
    match element.kind:
        case "party":
            yield from (Remove(("parties", index)) for index, party in reversed(parties) if party.id == name)
        case "flow":
            protocol, _, id = name.rpartition("/")
            yield from (_stopped(index) for index, flow in flows if (shape.id, flow.id) == (protocol, id))
        case "channel":
            yield from (edit for index, flow in flows for edit in _without_channel(index, flow, name))
        case "post":
            yield from (_stopped(index) for index, flow in flows if flow.relies_on and flow.relies_on.post == name)
        case "funding":
            yield from _ended(shape, name, over) if isinstance(shape, model.Area) else ()
        case "item":
            yield from _unrecorded(shape.records or (), name, ()) if isinstance(shape, model.Pathway) else ()
            for index, party in parties:
                yield from _unrecorded(party.records or (), name, ("parties", index))
        case "parent":
            pass  # on the parent, nothing counts as kept anyway
        case _:
            assert_never(element.kind)


def _stopped(index: int) -> ValueEdit:
    """A flow is sent to nobody."""
    return Put(("flows", index, "to"), [])


def _without_channel(index: int, flow: Flow, channel: str) -> Edits:
    second = flow.fallback if flow.fallback and flow.fallback.channel != channel else None
    if flow.fallback is not None and (second is None or flow.channel == channel):
        yield Remove(("flows", index, "fallback"))
    if flow.channel != channel:
        return
    if second is None:
        yield _stopped(index)
        return
    for key, value in (("channel", second.channel), ("within", second.within)):
        yield Remove(("flows", index, key)) if value is None else Put(("flows", index, key), str(value))


def _ended(area: model.Area, name: str, over: date) -> Edits:
    for index, stream in enumerate(area.funding or ()):
        if stream.id == name and not (stream.until and stream.until < over):
            yield Put(("funding", index, "until"), str(over))


def _unrecorded(records: Iterable[Recording | Records], name: str, route: Route) -> Edits:
    for index, record in enumerate(records):
        for number, item in reversed(tuple(enumerate(record.items))):
            if item == name:
                yield Remove((*route, "records", index, "items", number))
