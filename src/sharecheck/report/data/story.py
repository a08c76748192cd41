"""A child's story, for programs."""

from collections.abc import Iterable, Mapping
from typing import Annotated

from pydantic import BeforeValidator, Field

from sharecheck.model.journey import Baby
from sharecheck.replay import Handover, Stage, Story, contacts, unsaid
from sharecheck.replay.desks import party_at
from sharecheck.report.shapes import Age, Id, Part, Text, Whole, path_to, printed
from sharecheck.report.style import Style


class Event(Part):
    """An event that happened to the child."""

    event: Text
    """The event."""
    age: Age
    """The age in hours; before birth negative."""
    outside: Text | None
    """Why it happened outside its window, if it did."""


class Sent(Part):
    """A message."""

    flow: Id = path_to("leg", "flow")
    """The flow that promises it."""
    sender: Annotated[Text, BeforeValidator(party_at)] = path_to("leg", "sender")
    """Who sent it."""
    recipient: Annotated[Text, BeforeValidator(party_at)] = path_to("leg", "recipient")
    """Who received it."""
    leaves: Age
    """The child's age in hours when it left."""
    arrives: Age
    """The age at which it came."""
    filed: Age | None
    """The age at which its recipient could tell whose it is; null when it never could."""
    items: dict[Text, Text]
    """What it carried, with the form of each item."""


class Missing(Part):
    """An item that was not known when it was needed."""

    item: Text
    """The item."""
    why: Text
    """Why, in words."""
    flow: Id | None
    """The flow that it hung on, if it was one."""
    unknown: bool
    """Nobody can say so for sure: not all protocols are here."""


class Taken(Part):
    """A service that took over, and what it knew."""

    transition: Id
    """The transition."""
    party: Text
    """The party that took over."""
    age: Age
    """The child's age in hours."""
    needed: int
    """How many items it needed, of those of which it can be said whether they were known."""
    known: int
    """How many of these were there in time, in a form that can be used."""
    missing: tuple[Missing, ...]
    """Those that were not."""


class Contact(Part):
    """Something that would still reach a family after its loss."""

    party: Text
    """Who was not told in time."""
    age: Age = Field(validation_alias="minute")
    """The age in hours that the child would have had."""
    event: Text | None
    """What the party would still plan; null for its next batch."""
    flows: tuple[Id, ...]
    """What it would still send."""


class Late(Part):
    """Who worked with what was no longer so."""

    party: Text
    """Who."""
    transition: Id
    """The transition that asks for it."""
    until: Age | None
    """The child's age in hours when the change was known; null where it never was."""


class Changed(Part):
    """A change, and who knew of it too late."""

    item: Text
    """The item."""
    age: Age
    """The child's age in hours."""
    late: tuple[Late, ...]
    """Who knew of it later than the pathway allows."""


def _changes(stage: Stage) -> list[Mapping[str, object]]:
    return [
        {
            "item": item,
            "age": minute,
            "late": [
                {"party": each.taken.party, "transition": each.taken.transition, "until": each.until}
                for each in stage.stale
                if (each.news.item, each.news.minute) == (item, minute)
            ],
        }
        for item, minute in dict.fromkeys((each.item, each.minute) for each in stage.news)
    ]


class Spent(Part):
    """The part of a story that is spent in one area."""

    area: Id
    """The area."""
    begins: Age | None
    """The child's age in hours when it moved here; null for where it began."""
    events: tuple[Event, ...]
    """What happened."""
    messages: tuple[Sent, ...]
    """What was sent."""
    handovers: tuple[Taken, ...]
    """Who took over, and what was known."""
    contacts: tuple[Contact, ...]
    """What would still reach the family after its loss."""
    changes: tuple[Changed, ...]
    """What changed, and who knew of it too late."""


def _stages(stages: Iterable[Stage]) -> list[Mapping[str, object]]:
    return [
        {
            "area": stage.area,
            "begins": stage.begins,
            "events": [
                {"event": id, "age": minute, "outside": stage.life.why.get(id)}
                for id, minute in sorted(stage.replay.at.items(), key=lambda event: event[1])
            ],
            "messages": stage.replay.messages,
            "handovers": [_taken(stage, handover) for handover in stage.handovers],
            "contacts": tuple(contacts(stage)),
            "changes": _changes(stage),
        }
        for stage in stages
    ]


def _taken(stage: Stage, handover: Handover) -> Mapping[str, object]:
    return {
        "transition": handover.transition,
        "party": handover.party,
        "age": handover.minute,
        "needed": len(handover.judged) - unsaid(stage, handover),
        "known": handover.met,
        "missing": [
            {"item": item, "why": why.text, "flow": why.flow, "unknown": why.unknown}
            for why, items in stage.lacking(handover).items()
            for item in items
        ],
    }


def _title(baby: Baby | None) -> str | None:
    return baby.title if baby else None


class Told(Part):
    """The story of one child."""

    journey: Id
    """The journey."""
    title: Text = path_to("journey", "title")
    """Who this is."""
    baby: Annotated[Text | None, BeforeValidator(_title)]
    """Which one of several babies."""
    needed: int = Field(validation_alias="judged")
    """How many things were needed, of those of which it can be said whether they were known."""
    known: int = Field(validation_alias="met")
    """How many of them were known in time."""
    unknown: int = Field(validation_alias="open")
    """Of how many nobody can say so, because not all protocols are here."""
    stages: Annotated[tuple[Spent, ...], BeforeValidator(_stages)]
    """One area after the other."""


class Report(Whole):
    """What `sharecheck journey CHILD --output-format json` prints."""

    stories: tuple[Told, ...]
    """The story of each baby."""


def json(stories: Iterable[Story], style: Style) -> str:
    """The stories as JSON."""
    return printed(Report, style, stories=stories)
