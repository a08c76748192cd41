"""A flow with its place, and with what it refers to."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from sharecheck.brief import brief, brief_repr
from sharecheck.document import Place, Route
from sharecheck.model.base import Form, Limit, Nation, OneOrMany, many
from sharecheck.model.catalogue import Channel, Item
from sharecheck.model.party import Party
from sharecheck.model.protocol import Basis, When
from sharecheck.model.protocol import Flow as FlowShape
from sharecheck.network.build import PARENT
from sharecheck.workspace.context import Context
from sharecheck.workspace.terms import Terms, placed_bases


class Carried(NamedTuple):
    """An item in a flow. There are more of them than of anything else, so their places are found when asked for."""

    flow: "Flow"
    id: str
    form: Form | None
    always: bool
    why: str | None
    item: Item | None
    """The item in the catalogue, if it is known."""
    steps: Route
    """The steps to the item from its flow."""

    def __repr__(self) -> str:
        return brief_repr(self, f"id={self.id!r}", f"flow={self.flow.id!r}")

    @property
    def place(self) -> Place:
        """Where the item stands."""
        place = self.flow.place
        return Place(place.document, (*place.route, *self.steps))


@brief
@dataclass(frozen=True, eq=False, repr=False)
class Flow:
    """A flow of a protocol; `shape` has what the flow says, the rest what that refers to."""

    protocol: Terms
    shape: FlowShape
    place: Place

    @property
    def id(self) -> str:
        """Its name."""
        return self.shape.id

    @property
    def area(self) -> Context:
        """Its area."""
        return self.protocol.area

    @property
    def within(self) -> Limit | None:
        """How long the flow may take."""
        return self.shape.within

    @cached_property
    def carries(self) -> frozenset[str]:
        """The items that the flow carries, by their ids."""
        return frozenset([item if isinstance(item, str) else item.item for item in self.shape.items or ()])

    @property
    def when(self) -> tuple[When, ...]:
        """What sets the flow off."""
        return many(self.shape.when)

    @property
    def looked_up(self) -> bool:
        """Whether the flow is not sent, but looked up by its recipient."""
        return bool(self.when) and all(when.on == "access" for when in self.when)

    @cached_property
    def items(self) -> tuple[Carried, ...]:
        """What the flow carries."""
        return tuple(self._carried())

    def _carried(self) -> Iterator[Carried]:
        known = self.area.vocabulary.items
        for step, entry in enumerate(self.shape.items or ()):
            if isinstance(entry, str):
                yield Carried(self, entry, None, True, None, known.get(entry), ("items", step))
            else:
                filled, steps = entry.present != "if-known", ("items", step, "item")
                yield Carried(self, entry.item, entry.form, filled, entry.why, known.get(entry.item), steps)

    @cached_property
    def senders(self) -> tuple[Party, ...]:
        """The parties that send the flow, as far as they are known."""
        return tuple(party for id in many(self.shape.from_) if (party := self.area.parties.get(id)))

    @cached_property
    def recipients(self) -> tuple[Party, ...]:
        """The parties that receive the flow, as far as they are known."""
        return tuple(party for id in many(self.shape.to) if (party := self.area.parties.get(id)))

    @property
    def nations(self) -> frozenset[Nation]:
        """The nations under whose law the flow is sent: those of its senders, else that of its area."""
        return frozenset(self.area.nation_of(party) for party in self.senders) or frozenset({self.area.nation})

    @property
    def channel(self) -> Channel | None:
        """How the flow travels, if that is stated and known."""
        return self.area.vocabulary.channels.get(self.shape.channel or "")

    @cached_property
    def routes(self) -> tuple[tuple[Channel, Place], ...]:
        """The channel and that of the second route, as far as they are stated and known, with their places."""
        channels, second = self.area.vocabulary.channels, self.shape.fallback
        named = [(self.shape.channel, self.place / "channel")]
        if second is not None:
            named.append((second.channel, self.place / "fallback" / "channel"))
        return tuple((channels[id], place) for id, place in named if id is not None and id in channels)

    @property
    def channels(self) -> tuple[str, ...]:
        """The names of its channel and of that of the second route, as far as they are stated."""
        second = self.shape.fallback
        return tuple(id for id in (self.shape.channel, second.channel if second else None) if id is not None)

    @property
    def undescribed(self) -> bool:
        """Whether nobody can say how its channel carries: what describes that could not be understood."""
        return self.shape.channel is not None and self.area.vocabulary.unread(self.shape.channel)

    @property
    def by_parent(self) -> bool:
        """Whether nobody but the parent sends the flow."""
        return bool(self.shape.from_) and not _other_than_the_parent(self.shape.from_)

    @cached_property
    def between_services(self) -> bool:
        """Whether the flow leads from one service to another, and not only from the parent or to the parent."""
        return _other_than_the_parent(self.shape.from_) and _other_than_the_parent(self.shape.to)

    @property
    def leaflet(self) -> bool:
        """Whether the flow goes to nobody but the parent and names no item: a card or a leaflet, about no child."""
        return bool(self.shape.to) and not _other_than_the_parent(self.shape.to) and not self.shape.items

    @cached_property
    def bases(self) -> tuple[tuple[Basis, Place], ...]:
        """The grounds that hold for the flow, its own or its protocol's, with their places.

        What a protocol states for a party that takes no part in a flow says nothing of that flow.
        """
        if self.shape.basis is not None:
            return placed_bases(self.shape.basis, self.place / "basis")
        shared = self.protocol.bases
        if all(basis.party is None for basis, _ in shared):
            return shared
        part = {*many(self.shape.from_), *many(self.shape.to), *many(self.shape.accountable)}
        return tuple((basis, place) for basis, place in shared if basis.party is None or basis.party in part)

    @cached_property
    def sender_bases(self) -> tuple[tuple[Basis, Place], ...]:
        """The grounds on which the flow is sent: those stated for everybody, or by a sender."""
        if all(basis.party is None for basis, _ in self.bases):
            return self.bases
        senders = set(many(self.shape.from_)) - {PARENT}
        return tuple((basis, place) for basis, place in self.bases if basis.party is None or basis.party in senders)

    @property
    def carries_special(self) -> bool:
        """Whether something in the flow is special category data."""
        return not self.carries.isdisjoint(self.area.vocabulary.special)

    @property
    def carries_safeguarding(self) -> bool:
        """Whether a child's safety can hang on something in the flow."""
        return not self.carries.isdisjoint(self.area.vocabulary.safeguarding)

    @cached_property
    def special(self) -> tuple[Carried, ...]:
        """The items in the flow that are special category data."""
        wanted = self.area.vocabulary.special
        return tuple(carried for carried in self.items if carried.id in wanted) if self.carries_special else ()

    @property
    def about_child(self) -> bool:
        """Whether something in the flow is about the child itself, or may be: what the catalogue does not know.

        What only tells the child from others does not count.
        """
        known = (carried.item for carried in self.items)
        return any(item is None or ("child" in many(item.about) and not item.identifier) for item in known)

    @property
    def safeguarding(self) -> tuple[Carried, ...]:
        """The items in the flow on which a child's safety can hang from one day to the next."""
        wanted = self.area.vocabulary.safeguarding
        return tuple(carried for carried in self.items if carried.id in wanted) if self.carries_safeguarding else ()

    @property
    def sensitive(self) -> bool:
        """Whether the flow carries special category or offence data, or what a child's safety can hang on."""
        words = self.area.vocabulary
        return not self.carries.isdisjoint(words.special | words.safeguarding | words.offence)


def _other_than_the_parent(ids: OneOrMany[str]) -> bool:
    return ids != PARENT if isinstance(ids, str) else any(id != PARENT for id in ids)
