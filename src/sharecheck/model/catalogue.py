"""`catalogue/1`: the vocabulary as data: services, items, channels and groups of children."""

from typing import Literal

from pydantic import Field

from sharecheck.model.base import (
    Count,
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
)
from sharecheck.model.party import PartyKind

Sector = Literal["health", "social-care", "early-years", "education", "council", "family"]
"""Whose work a service is; docs/format.md says what each has."""

ServiceRole = Literal["child-protection", "sees-mother-and-child", "holds-pupil-number", "short-stay"]
"""What rules ask of a service; docs/format.md explains each."""

ItemRole = Literal[
    "health-number",
    "pupil-number",
    "name-and-birth",
    "mothers-identity",
    "fathers-identity",
    "of-one-child",
    "shared-by-siblings",
    "home-address",
    "way-to-reach",
    "birth-notice",
    "birth-order",
    "of-every-baby",
    "referral-made",
    "referral-answered",
    "handover",
    "social-care-plan",
    "notice-of-needs",
    "stops-contact",
    "calls-for-action",
    "shared-by-agreement",
]
"""What rules ask of an item; docs/format.md explains each."""


class Called(Shape):
    """Other words for an entry, so that who writes one of them is told which name is meant."""

    also_called: Maybe[tuple[Text, ...]] = None
    """Other words for exactly this, as people write them: `gp` for `general-practice`."""
    includes: Maybe[tuple[Text, ...]] = None
    """Words for a part or a kind of this: `postcode` of an `address`. They give a hint, and are never put right."""


class Service(Sourced, Called):
    """A kind of work."""

    id: Name
    """Its name."""
    title: Text
    """What people call it."""
    in_wales: Maybe[Text] = None
    """What it is called in Wales, where that differs."""
    sector: Maybe[Sector] = None
    """Whose work it is, by which rules tell health, social care and others apart."""
    roles: Maybe[OneOrMany[ServiceRole]] = None
    """What rules ask of it; a local entry keeps the national roles and may add its own."""
    answers_with: Maybe[OneOrMany[Name]] = None
    """Its own items that tell what came of a referral; who has any is a service to which children are referred."""


class Due(Shape):
    """By when an item is to be with a service, by a national or a local standard."""

    nation: Nation
    """The nation of the sender for which that holds."""
    from_: Name
    """The service that sends it."""
    to: Name
    """The service that is to have it."""
    elsewhere: Maybe[Flag] = None
    """It is that service of the next area, to which a child moves."""
    within: Duration
    """How long it may take."""
    counted_from: Literal["birth", "event"]
    """From when on."""
    source: Name
    """Key of the source, in the register of sources or of law."""


class Item(Replaceable, Called):
    """A piece of knowledge."""

    id: Name
    """Its name."""
    title: Text
    """What people call it."""
    code: Maybe[Text] = None
    """Its number in the list of items, `K18`."""
    about: OneOrMany[Literal["child", "mother", "father", "household", "sibling", "professional"]]
    """Whose data it is."""
    special_category: Maybe[Flag] = None
    """Special category data of UK GDPR Article 9, such as health, ethnicity or religion."""
    offence: Maybe[Flag] = None
    """It can be, or reveal, criminal offence data of UK GDPR Article 10."""
    identifier: Maybe[Flag] = None
    """It helps to tell which child it is."""
    unsafe_to_show: Maybe[Flag] = None
    """It can put somebody at risk when another member of the household sees it."""
    safeguarding: Maybe[Flag] = None
    """A child's safety can hang on it from one day to the next."""
    roles: Maybe[OneOrMany[ItemRole]] = None
    """What rules ask of it; a local entry keeps the national roles and may add its own."""
    occasion: Maybe[Flag] = None
    """It is made anew each time, such as a measurement or a summary: an earlier one is another piece of knowledge."""
    authoritative: Maybe[OneOrMany[Name]] = None
    """The services that know first when it changes."""
    due: Maybe[tuple[Due, ...]] = None
    """By when it is to be with whom; a local entry keeps the national ones and may add its own."""
    standard: Maybe[Text] = None
    """The published standard that defines it, and where."""
    if_missing: Text
    """What it means for a child when it is not there; starts lower case, no full stop."""


class Channel(Replaceable, Called):
    """A way to send things."""

    id: Name
    """Its name."""
    title: Text
    """What people call it."""
    form: Form
    """The best form that it can carry."""
    secure: Flag
    """It is fit for special category data."""
    acknowledged: Maybe[Flag] = None
    """The sender learns by nature that it arrived."""
    re_keyed: Maybe[Flag] = None
    """Somebody types it again at the other end."""
    carried_by_parent: Maybe[Flag] = None
    """It arrives only when the parent brings it."""
    household_can_see: Maybe[Flag] = None
    """Another member of the household can see it."""
    needs_looking: Maybe[Flag] = None
    """It arrives only when the recipient looks."""
    minutes_to_send: Maybe[Count] = None
    """Minutes of somebody's time to send it about one child, or as one list; an estimate."""
    minutes_to_read: Maybe[Count] = None
    """Minutes of somebody's time to read and file what it says about one child; an estimate."""


class Group(Sourced, Called):
    """Children to whom something applies."""

    id: Name
    """Its name."""
    title: Text
    """Who they are."""
    per_thousand_births: Maybe[Count] = None
    """How often a year it comes up where a thousand children are born in a year; an estimate."""


class Body(Sourced):
    """A kind of body in law, and what rules ask of it."""

    id: PartyKind
    """The kind, as a party states it."""
    title: Text
    """What people call it."""
    public_authority: Maybe[Flag] = None
    """Whether it is taken for a public authority where a party does not say; left out where that cannot be told."""
    council: Maybe[Flag] = None
    """It is a council."""
    contractor: Maybe[Flag] = None
    """It may do the work of public bodies under a contract."""
    holds_pupil_number: Maybe[Flag] = None
    """It may hold the unique pupil number before a child starts in reception."""
    caldicott_guardian: Maybe[Literal["own", "may-be-shared"]] = None
    """Whether in England it has a Caldicott Guardian, of its own or with others."""
    yearly_assurance: Maybe[OneOrMany[Nation]] = None
    """Where a scheme expects that it shows its security every year."""
    only_in: Maybe[Nation] = None
    """The one nation that has such bodies."""
    made_by: Maybe[Name] = None
    """The provision that makes such bodies, in the register of law."""


class Catalogue(Shape):
    """The vocabulary as data."""

    sharecheck: Literal["catalogue/1"]
    """The kind of document and its format."""
    schema_: Maybe[Text] = Field(None, alias="$schema")
    """The JSON Schema of this file, for editors."""
    id: Name
    """A name for the catalogue."""
    services: Maybe[tuple[Service, ...]] = None
    """Kinds of work."""
    items: Maybe[tuple[Item, ...]] = None
    """Pieces of knowledge."""
    channels: Maybe[tuple[Channel, ...]] = None
    """Ways to send things."""
    groups: Maybe[tuple[Group, ...]] = None
    """Groups of children."""
    bodies: Maybe[tuple[Body, ...]] = None
    """Kinds of body in law. What the national catalogue says of one holds; a local one may add to it."""
    x_sharecheck_ignore: Maybe[OneOrMany[Ignored]] = None
    """Exceptions for all that stands beside this key, where a comment cannot say it."""
