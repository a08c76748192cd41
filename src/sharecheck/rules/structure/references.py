"""Where a document names something that is described elsewhere: a party, an item, an event, a pathway."""

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

from sharecheck.document import Place
from sharecheck.model import area, journey, party, pathway, protocol
from sharecheck.model.base import Shape

_KINDS: dict[str, tuple[tuple[type[Shape], str], ...]] = {
    "party": (
        (protocol.Flow, "from_"),
        (protocol.Flow, "to"),
        (protocol.Flow, "accountable"),
        (protocol.Basis, "party"),
        (protocol.Owner, "party"),
        (protocol.Retention, "party"),
        (protocol.Signature, "party"),
        (area.Funding, "supports"),
        (area.Capacity, "party"),
        (area.Neighbour, "records_go_to"),
    ),
    "item": (
        (protocol.Flow, "items"),
        (protocol.Flow, "matched_by"),
        (protocol.CarriedItem, "item"),
        (protocol.Agreement, "if_refused"),
        (party.Recording, "items"),
        (pathway.Records, "items"),
        (pathway.Need, "item"),
    ),
    "event": (
        (protocol.When, "event"),
        (party.Recording, "event"),
        (pathway.Records, "event"),
        (pathway.Window, "after"),
        (pathway.Transition, "at"),
        (journey.Happening, "event"),
    ),
    "service": (
        (party.Party, "service"),
        (pathway.Records, "service"),
        (pathway.Transition, "from_"),
        (pathway.Transition, "to"),
    ),
    "channel": ((protocol.Flow, "channel"), (protocol.Fallback, "channel"), (journey.Mishap, "loses")),
    "group": ((pathway.Event, "applies_to"), (pathway.Transition, "applies_to"), (journey.Journey, "traits")),
    "funding stream": ((protocol.Flow, "funded_by"),),
    "pathway": ((area.Area, "pathway"), (pathway.Pathway, "extends")),
}
_REFERS = {field: kind for kind, fields in _KINDS.items() for field in fields}


@dataclass(frozen=True, slots=True)
class Reference:
    """A name of something, where it stands."""

    kind: str
    name: str
    place: Place

    @property
    def where(self) -> tuple[str, ...]:
        """The keys that lead to it, without the numbers of lists: they change when lines move."""
        return tuple(step for step in self.place.route if isinstance(step, str))


def references(shape: Shape, place: Place) -> Iterator[Reference]:
    """What a shape names, in its order."""
    for field, kind in _fields(type(shape)):
        value = getattr(shape, field)
        if value is not None:
            yield from _within(value, place / _key(field), kind)


def _within(value: object, place: Place, kind: str | None) -> Iterator[Reference]:
    if isinstance(value, Shape):
        yield from references(value, place)
    elif isinstance(value, tuple):
        for index, one in enumerate(value):
            yield from _within(one, place / index, kind)
    elif isinstance(value, str) and kind is not None:
        yield Reference(kind, value, place)


@cache
def _fields(shape: type[Shape]) -> tuple[tuple[str, str | None], ...]:
    """The fields that name something, or have something in them that does."""
    return tuple(
        (name, _REFERS.get((shape, name)))
        for name, field in shape.model_fields.items()
        if (shape, name) in _REFERS or any(_fields(inner) for inner in _shapes(field.annotation))
    )


def _shapes(annotation: Any) -> Iterator[type[Shape]]:
    if isinstance(annotation, type) and issubclass(annotation, Shape):
        yield annotation
    for part in get_args(annotation):
        yield from _shapes(part)


@cache
def _key(field: str) -> str:
    """The key of a field as it stands in a file."""
    return field.rstrip("_").replace("_", "-")


def meant(name: str, known: Iterable[str], otherwise: str) -> str:
    """Help for an unknown name: the known one that is most like it, else what to do."""
    near = difflib.get_close_matches(name, sorted(known), 1)
    return f"did you mean `{near[0]}`?" if near else otherwise
