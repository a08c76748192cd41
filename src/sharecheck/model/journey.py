"""`journey/1`: one fictional child, to replay a pathway with."""

from typing import Literal

from pydantic import Field

from sharecheck.model.base import Duration, IsoDate, Maybe, Name, Nation, OneOrMany, Shape, Text


class Happening(Shape):
    """An event of the pathway, at the age at which it happens to this child: one of `at` and `gestation`."""

    event: Name
    """The event."""
    at: Maybe[Duration] = None
    """The child's age."""
    gestation: Maybe[Duration] = None
    """The weeks of pregnancy, for what happens before birth."""
    outside: Maybe[Text] = None
    """Why it happens outside its window. Without it, an age outside the window is taken for a mistake."""


class Move(Shape):
    """The child moves to another area."""

    to: Maybe[Name] = None
    """The area; where not stated, a neighbour that is among the files, or the one that is asked for."""
    nation: Maybe[Nation] = None
    """The nation in which the next area lies, where that is the point."""
    at: Duration
    """The child's age."""


class Change(Shape):
    """Something that was known changes."""

    item: Name
    """The item."""
    at: Duration
    """The child's age; the services that the catalogue calls `authoritative` for it know first."""


class Mishap(Shape):
    """Something that gets lost."""

    loses: Name
    """A channel that no longer works for this child, such as `parent-held-record`."""
    at: Maybe[Duration] = None
    """The child's age; from the beginning where not stated."""


class Baby(Shape):
    """One of several babies of a pregnancy, with what is not the same as for the others."""

    title: Text
    """Which one it is, in a few words."""
    traits: Maybe[tuple[Name, ...]] = None
    """Further groups of children that this one belongs to."""
    happens: Maybe[tuple[Happening, ...]] = None
    """Events on days that matter for this one."""
    does_not_happen: Maybe[tuple[Name, ...]] = None
    """Events that do not happen to this one."""


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
    """The nation in which it begins, where that is the point."""
    area: Maybe[Name] = None
    """The area in which it begins, where that is the point."""
    born: Maybe[IsoDate] = None
    """The birth date, where the calendar matters; else all is as it is on the day of the run."""
    gestation: Maybe[Duration] = None
    """How long the pregnancy lasted; 40 weeks where not stated."""
    traits: Maybe[tuple[Name, ...]] = None
    """The groups of children that this one belongs to."""
    happens: Maybe[tuple[Happening, ...]] = None
    """Events on days that matter; all others happen in the middle of their window."""
    does_not_happen: Maybe[tuple[Name, ...]] = None
    """Events of the pathway that do not happen to this child."""
    refuses: Maybe[OneOrMany[Name]] = None
    """The flows that the parent says no to; `all`: every flow for which the parent is asked."""
    forgets: Maybe[OneOrMany[Name]] = None
    """The flows that hang on the parent, and that the parent does not pass on; or `all`."""
    asks: Maybe[OneOrMany[Name]] = None
    """The flows `on: request` for which the recipient asks; or `all`. Nobody asks where it is not stated."""
    looks: Maybe[OneOrMany[Name]] = None
    """The flows for which the recipient looks; or `all`. Nobody looks where it is not stated."""
    left_empty: Maybe[OneOrMany[Name]] = None
    """The items that stay empty where a flow may leave them empty (`present: if-known`); or `all`."""
    one_record: Maybe[OneOrMany[Name]] = None
    """The parties whose services tell each other what they know, though no file says that they work in one record; or
    `all`."""
    away: Maybe[OneOrMany[Text]] = None
    """The posts without cover whose holder is away; or `all`."""
    undated: Maybe[Literal["never", "quick"]] = None
    """When what has no time limit arrives: `never` (the default, nobody can say when it failed), or at once."""
    mishaps: Maybe[tuple[Mishap, ...]] = None
    """What gets lost."""
    changes: Maybe[tuple[Change, ...]] = None
    """What changes, and when."""
    moves: Maybe[tuple[Move, ...]] = None
    """Moves between areas, in order."""
    babies: Maybe[tuple[Baby, ...]] = None
    """Twins and more: each of the babies of this pregnancy; what stands above holds for all of them."""
