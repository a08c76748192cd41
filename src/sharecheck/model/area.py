"""`area/1`: a local system, its parties, its money, its pathway and its neighbours."""

from typing import Literal

from pydantic import Field

from sharecheck.model.base import Count, Ignored, IsoDate, Maybe, Name, Nation, OneOrMany, Shape, Text
from sharecheck.model.party import Party


class Funding(Shape):
    """Money that ends."""

    id: Name
    """A name for the funding stream."""
    name: Maybe[Text] = None
    """What it is called."""
    until: Maybe[IsoDate] = None
    """The last day it pays for."""
    supports: Maybe[tuple[Name, ...]] = None
    """The parties that depend on it."""
    then: Maybe[Text] = None
    """What happens to what it paid for when it ends."""


class Capacity(Shape):
    """The time that a party has for sending and reading information."""

    party: Name
    """The party."""
    minutes_a_month: Count
    """Minutes a month."""


class Neighbour(Shape):
    """An area to and from which children move."""

    area: Name
    """Its name."""
    nation: Maybe[Nation] = None
    """Its nation."""
    records_go_to: Maybe[Name] = None
    """The party that sends movers' records there and receives them."""


class CompleteFor(Shape):
    """The handovers from a service to another one."""

    from_: Name
    """The service that hands over."""
    to: Name
    """The service that takes over."""


class Area(Shape):
    """A local system of services around children."""

    sharecheck: Literal["area/1"]
    """The kind of document and its format."""
    schema_: Maybe[Text] = Field(None, alias="$schema")
    """The JSON Schema of this file, for editors."""
    id: Name
    """A name for the area."""
    name: Maybe[Text] = None
    """What it is called."""
    nation: Nation
    """The nation it lies in."""
    pathway: Maybe[Name] = None
    """The pathway its children follow; the nation's where not stated."""
    protocols: Literal["complete", "partial"]
    """Whether all its protocols are here. What is not written down in a `partial` list is unknown, not absent."""
    complete_for: Maybe[tuple[Name | CompleteFor, ...]] = None
    """Transitions for which all ways are written down here, although the list is `partial`: by id, or by services."""
    births_a_year: Maybe[Count] = None
    """How many children are born to its residents in a year."""
    parties: tuple[Party, ...]
    """Who does what."""
    funding: Maybe[tuple[Funding, ...]] = None
    """Money that ends."""
    capacity: Maybe[tuple[Capacity, ...]] = None
    """Time for sending and reading."""
    neighbours: Maybe[tuple[Neighbour, ...]] = None
    """Where children move to and from."""
    x_sharecheck_ignore: Maybe[OneOrMany[Ignored]] = None
    """Exceptions for all that stands beside this key, where a comment cannot say it."""
