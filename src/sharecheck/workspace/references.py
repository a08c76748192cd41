"""Where a document names something that is described elsewhere: a party, an item, an event, a pathway."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, get_args

from sharecheck.document import Document, Place, Route
from sharecheck.model import area, catalogue, governance, journey, party, pathway, protocol
from sharecheck.model.base import Shape
from sharecheck.workspace.area import Area

_KINDS: dict[str, tuple[tuple[type[Shape], str], ...]] = {
    "party": (
        (protocol.Flow, "from_"),
        (protocol.Flow, "to"),
        (protocol.Flow, "accountable"),
        (protocol.Agreement, "ask"),
        (protocol.Agreement, "inform"),
        (protocol.Basis, "party"),
        (protocol.Owner, "party"),
        (governance.Retention, "party"),
        (governance.Signature, "party"),
        (area.Funding, "supports"),
        (area.Capacity, "party"),
        (area.Neighbour, "records_go_to"),
    ),
    "item": (
        (protocol.Flow, "items"),
        (protocol.Flow, "matched_by"),
        (protocol.CarriedItem, "item"),
        (protocol.Agreement, "if_refused"),
        (catalogue.Service, "answers_with"),
        (party.Recording, "items"),
        (pathway.Records, "items"),
        (pathway.Need, "item"),
    ),
    "event": (
        (protocol.When, "event"),
        (party.Recording, "event"),
        (pathway.Records, "event"),
        (pathway.Transition, "at"),
        (pathway.Need, "of"),
        (pathway.Order, "first"),
        (pathway.Order, "then"),
        (journey.Happening, "event"),
        (journey.Journey, "does_not_happen"),
        (journey.Baby, "does_not_happen"),
    ),
    "service": (
        (party.Party, "service"),
        (pathway.Records, "service"),
        (pathway.Transition, "from_"),
        (pathway.Transition, "to"),
        (area.CompleteFor, "from_"),
        (area.CompleteFor, "to"),
        (catalogue.Due, "from_"),
        (catalogue.Due, "to"),
        (protocol.Flow, "from_service"),
        (protocol.Flow, "to_service"),
    ),
    "channel": ((protocol.Flow, "channel"), (protocol.Fallback, "channel"), (journey.Mishap, "loses")),
    "group": (
        (pathway.Event, "applies_to"),
        (pathway.Transition, "applies_to"),
        (journey.Journey, "traits"),
        (journey.Baby, "traits"),
    ),
    "transition": ((protocol.Flow, "for_"), (area.Area, "complete_for")),
    "funding stream": ((protocol.Flow, "funded_by"),),
    "pathway": ((area.Area, "pathway"), (pathway.Pathway, "extends")),
}
_REFERS = {field: kind for kind, fields in _KINDS.items() for field in fields}


@dataclass(frozen=True, slots=True)
class Reference:
    """A name of something, where it stands."""

    kind: str
    name: str
    owner: str
    document: Document
    route: Route

    @property
    def place(self) -> Place:
        """Where the name stands."""
        return Place(self.document, self.route)

    @property
    def about(self) -> tuple[str, ...]:
        """What the name is about: the id of what it belongs to, the key, the name; no numbers, for they change."""
        keys = [step for step in self.route if isinstance(step, str)]
        return self.owner, keys[-1], self.name


def documents(area: Area) -> Iterator[Document]:
    """The documents of an area that hold: its own, and its current protocols."""
    if area.document is not None:
        yield area.document
    yield from (protocol.document for protocol in area.current)


@lru_cache(maxsize=4000)
def names(document: Document) -> Mapping[str, AbstractSet[str]]:
    """The names that a document uses, by kind: enough to see that all are known, as they are mostly."""
    found: dict[str, set[str]] = {kind: set() for kind in _KINDS}
    if document.shape is not None:
        _collect(document.shape, found)
    return found


def _collect(shape: object, found: Mapping[str, set[str]]) -> None:
    fields = vars(shape)
    for field, _, kind in _named(shape):
        value = fields[field]
        if type(value) is str:
            if kind is not None:
                found[kind].add(value)
        elif type(value) is tuple:
            _collect_each(value, kind, found)
        elif value is not None and _named(value):
            _collect(value, found)


def _collect_each(values: tuple[object, ...], kind: str | None, found: Mapping[str, set[str]]) -> None:
    """Of many values, so that their types are compared, which is quicker than to ask what they are instances of."""
    if kind is not None:
        plain = [value for value in values if type(value) is str]
        found[kind].update(plain)
        if len(plain) == len(values):
            return
    for value in values:
        if type(value) is tuple:
            _collect_each(value, kind, found)
        elif _named(value):
            _collect(value, found)


def _named(value: object) -> tuple[tuple[str, str, str | None], ...]:
    return _fields(type(value))  # type: ignore[arg-type]  # mypy takes a class for something without a hash


@lru_cache(maxsize=100)
def references(document: Document) -> tuple[Reference, ...]:
    """What a document names and where, in the order of its keys; see `names` for whether that is needed."""
    found = _in(document.shape, (), "") if document.shape else ()
    return tuple(Reference(kind, name, owner, document, route) for kind, name, owner, route in found)


def _in(shape: Shape, route: Route, owner: str) -> Iterator[tuple[str, str, str, Route]]:
    """Kind, name, owner and route of each name in a shape."""
    fields = vars(shape)
    owner = fields.get("id", owner)
    for field, key, kind in _fields(type(shape)):
        value = fields[field]
        if value is not None:
            yield from _within(value, (*route, key), kind, owner)


def _within(value: object, route: Route, kind: str | None, owner: str) -> Iterator[tuple[str, str, str, Route]]:
    if isinstance(value, str):
        if kind is not None:
            yield kind, value, owner, route
    elif isinstance(value, tuple):
        for index, part in enumerate(value):
            if kind is not None and isinstance(part, str):
                yield kind, part, owner, (*route, index)
            else:
                yield from _within(part, (*route, index), kind, owner)
    elif isinstance(value, Shape):
        yield from _in(value, route, owner)


@cache
def _fields(shape: type) -> tuple[tuple[str, str, str | None], ...]:
    """The fields that name something, or have something in them that does; each with its key in files."""
    if not issubclass(shape, Shape):
        return ()
    return tuple(
        (name, name.rstrip("_").replace("_", "-"), _REFERS.get((shape, name)))
        for name, field in shape.model_fields.items()
        if (shape, name) in _REFERS or any(_fields(inner) for inner in _shapes(field.annotation))
    )


def _shapes(annotation: Any) -> Iterator[type[Shape]]:
    if isinstance(annotation, type) and issubclass(annotation, Shape):
        yield annotation
    for part in get_args(annotation):
        yield from _shapes(part)
