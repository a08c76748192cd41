"""`pathway/1`: the events and transitions of a nation, or a local pathway that extends it."""

from typing import Literal

from pydantic import Field

from sharecheck.model.base import (
    Duration,
    Flag,
    Form,
    Ignored,
    Maybe,
    Name,
    Nation,
    OneOrMany,
    Replaceable,
    Shape,
    Sourced,
    Text,
    Weight,
)


class Range(Shape):
    """From one duration to another."""

    from_: Duration
    """The earliest."""
    to: Duration
    """The latest."""


class Window(Shape):
    """When an event happens: one of `gestation`, `age` and `after`."""

    gestation: Maybe[Range] = None
    """In weeks of pregnancy; birth counts as 40 weeks."""
    age: Maybe[Range] = None
    """In the child's age."""
    after: Maybe[Name] = None
    """After another event, by `from` to `to`."""
    from_: Maybe[Duration] = None
    """The earliest, after that event."""
    to: Maybe[Duration] = None
    """The latest, after that event."""


class Event(Replaceable):
    """A moment in a child's life with a window of age."""

    id: Name
    """A name for the event."""
    title: Text
    """What people call it."""
    window: Window
    """When it is planned to happen."""
    limit: Maybe[Window] = None
    """When it must happen, where that is wider than it is planned; a local pathway may not leave it."""
    applies_to: Maybe[OneOrMany[Name]] = None
    """The children to whom it happens; all where not stated. What follows an event happens to none but its children."""


class Records(Sourced):
    """Items that a service comes to know by itself at an event."""

    service: Name
    """The service."""
    event: Name
    """The event."""
    items: tuple[Name, ...]
    """What it writes down."""
    form: Maybe[Form] = None
    """In which form; `coded` where not stated."""


class Need(Replaceable):
    """An item that a service needs at a transition."""

    item: Name
    """The item."""
    form: Maybe[Form] = None
    """The least form in which it can be used; `paper` where not stated."""
    weight: Weight
    """How badly it is needed."""
    if_agreed: Maybe[Flag] = None
    """It is needed only where the parent agrees that it is shared: a refusal is respected, and is no loss."""
    of: Maybe[Name] = None
    """The event at which it was made, where it is made anew each time: an earlier one does not do."""
    current_within: Maybe[Duration] = None
    """How soon after a change it has to be known."""
    in_hand: Maybe[Flag] = None
    """Whether it is needed before that event begins, so that nothing of the event itself counts; docs/format.md says
    when that is so where nothing is stated."""
    why: Maybe[Text] = None
    """What it means for a child when it is not there; the catalogue's sentence where not stated."""


class Transition(Replaceable):
    """A handover: at an event a service takes over, or joins, and needs items by then."""

    id: Name
    """A name for the transition."""
    code: Maybe[Text] = None
    """Its number in the list of transitions, `T07`."""
    title: Text
    """What people call it."""
    from_: Maybe[OneOrMany[Name]] = None
    """The services that hand over."""
    to: Name
    """The service that takes over or joins."""
    elsewhere: Maybe[Flag] = None
    """It is the same service of another area."""
    at: Name
    """The event by which it needs what it needs."""
    plus: Maybe[Duration] = None
    """How long after that event is still soon enough."""
    applies_to: Maybe[OneOrMany[Name]] = None
    """The children to whom it applies; all where not stated."""
    needs: tuple[Need, ...]
    """What it needs."""


class Order(Shape):
    """One event always comes before another one."""

    first: Name
    """The event that comes first."""
    then: Name
    """The event that comes after it."""
    apart: Maybe[Duration] = None
    """How long after it at the least; at once is enough where not stated."""


class Pathway(Shape):
    """The events and transitions of a nation, or a local pathway that extends them."""

    sharecheck: Literal["pathway/1"]
    """The kind of document and its format."""
    schema_: Maybe[Text] = Field(None, alias="$schema")
    """The JSON Schema of this file, for editors."""
    id: Name
    """A name for the pathway."""
    title: Maybe[Text] = None
    """What people call it."""
    nation: Nation
    """Its nation."""
    extends: Maybe[Name] = None
    """The pathway that it adds to and tightens: what it repeats by id takes the place of the other's."""
    events: Maybe[tuple[Event, ...]] = None
    """What happens, and when."""
    order: Maybe[tuple[Order, ...]] = None
    """Which event always comes before which, beyond what the windows say."""
    records: Maybe[tuple[Records, ...]] = None
    """Who comes to know what."""
    transitions: Maybe[tuple[Transition, ...]] = None
    """Who needs what by when."""
    x_sharecheck_ignore: Maybe[OneOrMany[Ignored]] = None
    """Exceptions for all that stands beside this key, where a comment cannot say it."""
