"""`journey/1`: one fictional child, to replay a pathway with."""

from typing import Literal

from pydantic import Field

from sharecheck.model.base import Duration, IsoDate, Maybe, Name, Nation, Shape, Text


class Happening(Shape):
    """An event of the pathway, on the day on which it happens to this child."""

    event: Name
    """The event."""
    at: Maybe[Duration] = None
    """The child's age."""
    gestation: Maybe[Duration] = None
    """The weeks of pregnancy, for what happens before birth."""


class Move(Shape):
    """The child moves to another area."""

    to: Name
    """The area."""
    at: Duration
    """The child's age."""


class Mishap(Shape):
    """Something that gets lost."""

    loses: Name
    """A channel that no longer works for this child, such as `parent-held-record`."""
    at: Maybe[Duration] = None
    """The child's age."""


class Journey(Shape):
    """One fictional child: dates, choices and moves."""

    sharecheck: Literal["journey/1"]
    """The kind of document and its format."""
    schema_: Maybe[Text] = Field(None, alias="$schema")
    """The JSON Schema of this file, for editors."""
    id: Name
    """A name for the journey; never a real child's."""
    title: Text
    """Who this is, in a few words."""
    shows: Text
    """What this journey is there to show."""
    nation: Maybe[Nation] = None
    """Where it begins."""
    born: Maybe[IsoDate] = None
    """The birth date, where the calendar matters."""
    gestation: Maybe[Duration] = None
    """How long the pregnancy lasted; 40 weeks where not stated."""
    traits: Maybe[tuple[Name, ...]] = None
    """The groups of children that this one belongs to."""
    happens: Maybe[tuple[Happening, ...]] = None
    """Events on days that matter; all others happen in the middle of their window."""
    refuses: Maybe[tuple[Name, ...]] = None
    """The flows that the parent says no to."""
    moves: Maybe[tuple[Move, ...]] = None
    """Moves between areas."""
    mishaps: Maybe[tuple[Mishap, ...]] = None
    """What gets lost."""
