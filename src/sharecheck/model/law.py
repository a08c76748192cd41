"""`law/1` and `sources/1`: the registers of provisions and of sources that rules and documents name."""

from typing import Annotated, Literal

from pydantic import Field

from sharecheck.model.base import Flag, IsoDate, Maybe, Name, Nation, Shape, Text, Verified
from sharecheck.model.party import PartyKind

Confidence = Literal["read", "reported", "memory"]
Document = Literal["official", "copy", "notes", "quotation", "none"]
"""What was opened: the text itself at its publisher, a copy of it elsewhere (a mirror), notes or guidance on it,
another text that tells of it, or nothing."""
ServesAs = Literal[
    "article-6",
    "article-9",
    "article-10",
    "schedule-1",
    "annex-1",
    "duty-to-share",
    "power-to-share",
    "duty-to-cooperate",
    "supports-public-task",
    "supports-legal-obligation",
    "confidentiality",
    "identifier",
    "safeguard",
    "standard",
    "timing",
    "assurance",
    "context",
]


class Bound(Shape):
    """A kind of party that a provision binds."""

    kind: PartyKind
    """The kind of body."""
    nation: Maybe[Nation] = None
    """Only in this nation."""
    conditional: Maybe[Flag] = None
    """Only where designation, contract or function brings it in."""
    services: Maybe[tuple[Name, ...]] = None
    """Only for what it does as one of these services."""


class Known(Shape):
    """A date, and how it is known."""

    on: Annotated[str, Field(pattern=r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$")]
    """The day, the month or the year."""
    known: Confidence
    """`read` in the text, `reported` by others, or from `memory`."""


class Provision(Shape):
    """A provision of law, statutory guidance or a standard."""

    id: Name
    """Its key."""
    title: Text
    """What it is about."""
    citation: Text
    """How it is cited."""
    level: Literal["statute", "statutory-guidance", "national-standard", "guidance", "common-law", "voluntary"]
    """What kind of authority it has."""
    extends: Maybe[tuple[Nation, ...]] = None
    """The nations whose law it is part of."""
    applies: tuple[Nation, ...]
    """The nations whose bodies it applies to."""
    from_: Maybe[Known] = None
    """In force from."""
    until: Maybe[Known] = None
    """The last day in force."""
    replaced_by: Maybe[Name] = None
    """What took its place."""
    binds: Maybe[tuple[Bound, ...]] = None
    """The kinds of party that it binds; left out where anybody, or where that was not made out."""
    binds_note: Maybe[Text] = None
    """Whom it binds, in words."""
    towards: Maybe[tuple[Bound, ...]] = None
    """To whom a duty to share leads; left out where to anybody, or where that was not made out."""
    serves_as: tuple[ServesAs, ...]
    """What a protocol can name it for. Never automatic: people decide."""
    trigger: Maybe[Literal["own-opinion", "request", "event"]] = None
    """What sets a duty off."""
    asks_for_agreement: Maybe[Flag] = None
    """It asks for the parent's agreement before something is shared."""
    test: Maybe[Text] = None
    """The test that the duty makes: `in the child's best interests`."""
    says: Text
    """What it says, in our words."""
    source: Text
    """Where it was read, or is to be rechecked."""
    opened: Maybe[Document] = None
    """Which kind of document was opened."""
    verified: Verified
    """`yes`: the official text of the provision itself was opened, and says what stands here. `partly`: a copy, notes,
    a part, an older or another text. `no`: nothing was opened."""
    checked: Maybe[IsoDate] = None
    """The day on which it was last looked up; left out where it never was."""
    note: Maybe[Text] = None
    """What a reviewer should know."""


class Law(Shape):
    """The register of provisions."""

    sharecheck: Literal["law/1"]
    """The kind of document and its format."""
    schema_: Maybe[Text] = Field(None, alias="$schema")
    """The JSON Schema of this file, for editors."""
    id: Name
    """A name for the register."""
    checked: IsoDate
    """The day on which it was last gone through."""
    provisions: tuple[Provision, ...]
    """The provisions."""


class Source(Shape):
    """A published text that rules and standards rest on."""

    id: Name
    """Its key."""
    title: Text
    """Its title."""
    publisher: Maybe[Text] = None
    """Who published it."""
    date: Maybe[Text] = None
    """Its date, as it states it."""
    url: Maybe[Text] = None
    """Where it is."""
    copy_: Maybe[Flag] = None
    """The address is a copy, not the publisher's own."""
    nation: Maybe[Nation] = None
    """The nation that it speaks of, where it speaks of one alone."""
    opened: Verified
    """`yes`: read on its publisher's page. `partly`: an excerpt, a copy, an older or another text. `no`: not opened."""
    checked: Maybe[IsoDate] = None
    """The day on which it was looked at."""
    note: Maybe[Text] = None
    """What a reviewer should know."""


class Sources(Shape):
    """The register of sources."""

    sharecheck: Literal["sources/1"]
    """The kind of document and its format."""
    schema_: Maybe[Text] = Field(None, alias="$schema")
    """The JSON Schema of this file, for editors."""
    id: Name
    """A name for the register."""
    sources: tuple[Source, ...]
    """The sources."""
