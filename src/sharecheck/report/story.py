"""A child's story for programs; `schemas/story-1.schema.json` is made from the types here."""

from collections.abc import Iterable

from sharecheck.replay import Handover, Stage, Story, contacts, unsaid
from sharecheck.replay.legs import HOUR
from sharecheck.report.shapes import Part, Whole, printed
from sharecheck.report.style import Style, safe


class Event(Part):
    """An event that happened to the child."""

    event: str
    """The event."""
    age: float
    """The age in hours; before birth negative."""
    outside: str | None
    """Why it happened outside its window, if it did."""


class Sent(Part):
    """A message."""

    flow: str
    """The flow that promises it."""
    sender: str
    """Who sent it."""
    recipient: str
    """Who received it."""
    leaves: float
    """The child's age in hours when it left."""
    arrives: float
    """The age at which it came."""
    filed: float | None
    """The age at which its recipient could tell whose it is; null when it never could."""
    items: dict[str, str]
    """What it carried, with the form of each item."""


class Missing(Part):
    """An item that was not known when it was needed."""

    item: str
    """The item."""
    why: str
    """Why, in words."""
    flow: str | None
    """The flow that it hung on, if it was one."""
    unknown: bool
    """Nobody can say so for sure: not all protocols are here."""


class Taken(Part):
    """A service that took over, and what it knew."""

    transition: str
    """The transition."""
    party: str
    """The party that took over."""
    age: float
    """The child's age in hours."""
    needed: int
    """How many items it needed, of those of which it can be said whether they were known."""
    known: int
    """How many of these were there in time, in a form that can be used."""
    missing: tuple[Missing, ...]
    """Those that were not."""


class Contact(Part):
    """Something that would still reach a family after its loss."""

    party: str
    """Who was not told in time."""
    age: float
    """The age in hours that the child would have had."""
    event: str | None
    """What the party would still plan; null for its next batch."""
    flows: tuple[str, ...]
    """What it would still send."""


class Spent(Part):
    """The part of a story that is spent in one area."""

    area: str
    """The area."""
    begins: float | None
    """The child's age in hours when it moved here; null for where it began."""
    events: tuple[Event, ...]
    """What happened."""
    messages: tuple[Sent, ...]
    """What was sent."""
    handovers: tuple[Taken, ...]
    """Who took over, and what was known."""
    contacts: tuple[Contact, ...]
    """What would still reach the family after its loss."""


class Told(Part):
    """The story of one child."""

    journey: str
    """The journey."""
    title: str
    """Who this is."""
    baby: str | None
    """Which one of several babies."""
    needed: int
    """How many things were needed, of those of which it can be said whether they were known."""
    known: int
    """How many of them were known in time."""
    unknown: int
    """Of how many nobody can say so, because not all protocols are here."""
    stages: tuple[Spent, ...]
    """One area after the other."""


class Report(Whole):
    """What `sharecheck journey CHILD --output-format json` prints."""

    stories: tuple[Told, ...]
    """The story of each baby."""


def json(stories: Iterable[Story], style: Style) -> str:
    """The stories as JSON."""
    told = (
        Told(
            journey=story.journey.id,
            title=safe(story.journey.title),
            baby=safe(story.baby.title) if story.baby else None,
            needed=story.asked,
            known=story.met,
            unknown=sum(stage.open for stage in story.stages),
            stages=tuple(map(_stage, story.stages)),
        )
        for story in stories
    )
    return printed(Report(stories=tuple(told)))


def _stage(stage: Stage) -> Spent:
    happened = sorted(stage.replay.at.items(), key=lambda one: one[1])
    outside = {id: safe(why) for id, why in stage.life.why.items()}
    return Spent(
        area=stage.area.id,
        begins=None if stage.begins is None else stage.begins / HOUR,
        events=tuple(Event(event=id, age=minute / HOUR, outside=outside.get(id)) for id, minute in happened),
        messages=tuple(
            Sent(
                flow=one.leg.flow.id,
                sender=one.leg.sender,
                recipient=one.leg.recipient,
                leaves=one.leaves / HOUR,
                arrives=one.arrives / HOUR,
                filed=None if one.filed is None else one.filed / HOUR,
                items=dict(one.items),
            )
            for one in stage.replay.messages
        ),
        handovers=tuple(_taken(stage, one) for one in stage.handovers),
        contacts=tuple(
            Contact(party=one.party, age=one.minute / HOUR, event=one.event, flows=tuple(flow.id for flow in one.flows))
            for one in contacts(stage)
        ),
    )


def _taken(stage: Stage, one: Handover) -> Taken:
    missing = (
        Missing(item=item, why=safe(why.text), flow=why.flow.id if why.flow else None, unknown=why.unknown)
        for why, items in stage.lacking(one).items()
        for item in items
    )
    return Taken(
        transition=one.transition.id,
        party=one.party,
        age=one.minute / HOUR,
        needed=len(one.asked) - unsaid(stage, one),
        known=one.met,
        missing=tuple(missing),
    )
