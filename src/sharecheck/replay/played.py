"""What came of one child's days: what was sent, and who came to hold what when."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import NamedTuple, TypeAlias

from sharecheck.model.base import FORMS, Form
from sharecheck.model.pathway import Event
from sharecheck.replay.choices import Choices
from sharecheck.replay.desks import Desk
from sharecheck.replay.legs import Leg, closed
from sharecheck.replay.recordings import Writing
from sharecheck.replay.windows import followed
from sharecheck.workspace import Area


@dataclass(slots=True, eq=False)
class Message:
    """What was sent once: which items in which forms, when (in minutes of age), and when the message was filed."""

    leg: Leg
    items: Mapping[str, Form]
    made: Mapping[tuple[str, str | None], Form]
    """The same by the occasion on which each was made, where that is asked for."""
    matched_by: tuple[frozenset[str], ...] | None
    """What its sender could write on the message: sets of identifiers, of which the recipient must hold one to file."""
    ready: int
    leaves: int
    arrives: int
    filed: int | None = None


def _items(message: Message, item: str, event: str) -> Mapping[str, Form]:
    """What a message carries, of an item only what was made at that event."""
    others = {id: form for id, form in message.items.items() if id != item}
    form = message.made.get((item, event))
    return {**others, item: form} if form is not None else others


class Learned(NamedTuple):
    """A party comes to hold an item, or to hold it in a better form."""

    minute: int
    form: Form
    source: "Message | str"
    """What brought the item; the event at which the party wrote it down itself; or the area from which it came."""
    of: str | None = None
    """The event at which an item was made that is asked for by the occasion on which it was made."""


Known: TypeAlias = Mapping[tuple[Desk, str], list[Learned]]
"""By desk and item, each time that the item was learned anew, in order of time."""


class Brought(NamedTuple):
    """What comes in from another area."""

    minute: int
    desk: Desk
    item: str
    form: Form
    source: str
    of: str | None = None


@dataclass(frozen=True, eq=False)
class Replay:
    """What came of one child's days in one area."""

    area: Area
    at: Mapping[str, int]
    """The events that happened, with the age in minutes."""
    choices: Choices
    known: Known
    messages: tuple[Message, ...]
    promised: tuple[Leg, ...]
    """All legs of the area, or those that mattered."""
    writings: tuple[Writing, ...]
    """Who writes down what by itself in the area."""
    day: Callable[[int], date]
    """The day on the calendar on which gates are looked at, by age in minutes."""
    again: Callable[[Mapping[str, int]], "Replay"]
    """Play the same once more with fewer events."""

    def before(self, event: str) -> "Replay":
        """The same days if that event, and all that follows it, did not come: what was known before it began."""
        if event not in self._before:
            left = {id: minute for id, minute in self.at.items() if id != event and not self._follows(id, event)}
            self._before[event] = self.again(left)
        return self._before[event]

    @cached_property
    def _before(self) -> dict[str, "Replay"]:
        return {}

    def _follows(self, event: str, other: str) -> bool:
        """Whether an event always comes after another one."""
        events, order = self.area.events, self.area.order
        seen, waiting = {other}, [other]
        while waiting:
            first = waiting.pop()
            after = [each.then for each in order if each.first == first]
            after += [id for id, each in events.items() if followed(each.window) == first]
            waiting += [id for id in after if id not in seen]
            seen.update(after)
        return event in seen

    def made_at(self, item: str, event: str) -> "Replay":
        """The same days, of an item only what was made at that event."""
        key = item, event
        if key not in self._made_at:
            known: dict[tuple[str, str], list[Learned]] = {}
            for (party, what), learned in self.known.items():
                left = [news for news in learned if what != item or news.of == event]
                if left:
                    known[party, what] = left
            messages = tuple(replace(message, items=_items(message, item, event)) for message in self.messages)
            noted = tuple(writing for writing in self.writings if writing.item != item or writing.event == event)
            self._made_at[key] = replace(self, known=known, messages=messages, writings=noted)
        return self._made_at[key]

    @cached_property
    def _made_at(self) -> dict[tuple[str, str], "Replay"]:
        return {}

    def held(self, party: str, item: str, form: Form = "verbal") -> Learned | None:
        """When the party first held the item in that form or a better one."""
        least = FORMS.index(form)
        return next(
            (learned for learned in self.known.get((party, item), ()) if FORMS.index(learned.form) <= least), None
        )

    def legs_to(self, party: str, item: str) -> tuple[Leg, ...]:
        """The legs that could bring an item to a party."""
        return self._bringing.get((party, item), ())

    @cached_property
    def _bringing(self) -> Mapping[tuple[str, str], tuple[Leg, ...]]:
        found: dict[tuple[str, str], list[Leg]] = defaultdict(list)
        for leg in self.promised:
            for cargo in leg.cargo:
                found[leg.recipient, cargo.item].append(leg)
        return {key: tuple(each) for key, each in found.items()}

    def messages_to(self, party: str, item: str) -> tuple[Message, ...]:
        """The messages with an item that were sent to a party, in the order in which they went."""
        return self._sent_to.get((party, item), ())

    @cached_property
    def _sent_to(self) -> Mapping[tuple[str, str], tuple[Message, ...]]:
        found: dict[tuple[str, str], list[Message]] = defaultdict(list)
        for message in self.messages:
            for item in message.items:
                found[message.leg.recipient, item].append(message)
        return {key: tuple(each) for key, each in found.items()}

    def holders(self, item: str) -> tuple[tuple[str, Learned], ...]:
        """The parties that came to hold an item, each with how the party first did."""
        return self._holders.get(item, ())

    @cached_property
    def _holders(self) -> Mapping[str, tuple[tuple[str, Learned], ...]]:
        found: dict[str, list[tuple[str, Learned]]] = defaultdict(list)
        for (party, item), learned in self.known.items():
            found[item].append((party, learned[0]))
        return {item: tuple(each) for item, each in found.items()}

    def recorders(self, item: str) -> tuple[Event, ...]:
        """The events at which somebody writes an item down."""
        return self._recorders.get(item, ())

    @cached_property
    def _recorders(self) -> Mapping[str, tuple[Event, ...]]:
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for writing in self.writings:
            found[writing.item][writing.event] = None
        events = self.area.events
        return {item: tuple(events[id] for id in each if id in events) for item, each in found.items()}

    def hindered(self, leg: Leg, item: str, minute: int) -> str | None:
        """Why a leg did not take an item that its sender had at that minute, or None."""
        cargo = next(carried for carried in leg.cargo if carried.item == item)
        return self.choices.hindered(leg, cargo, minute) or closed(leg, self.day(minute))
