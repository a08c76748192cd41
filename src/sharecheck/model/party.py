"""A party: an organisation, or the team of one, that does a service in an area."""

from typing import Final, Literal

from sharecheck.model.base import Flag, Form, Ignored, IsoDate, Maybe, Name, Nation, OneOrMany, Shape, Text

PartyKind = Literal[
    "nhs-trust",
    "nhs-foundation-trust",
    "integrated-care-board",
    "local-health-board",
    "gp-practice",
    "local-authority",
    "registered-childcare-provider",
    "school",
    "community-interest-company",
    "charity",
    "company",
    "national-body",
    "family",
]

FAMILY: Final = "family"
"""The kind of the child's family, and the service that it does: no organisation, so that it signs and answers for
nothing."""


class RecordSystem(Shape):
    """What a party writes its records in."""

    name: Maybe[Text] = None
    """What it is called."""
    medium: Maybe[Literal["electronic", "paper", "mixed"]] = None
    """Electronic or paper; what is kept on paper can only be sent as paper, or typed again."""


class Assurance(Shape):
    """A security assurance that a party holds."""

    scheme: Literal["dspt", "welsh-ig-toolkit", "cyber-essentials", "cyber-essentials-plus", "iso-27001", "other"]
    """The scheme."""
    until: Maybe[IsoDate] = None
    """The last day for which it holds."""
    reference: Maybe[Text] = None
    """Its reference."""


class Contacts(Shape):
    """Roles to contact, by role mailbox; never a person's name."""

    data_protection_officer: Maybe[Text] = None
    """The data protection officer."""
    caldicott_guardian: Maybe[Text] = None
    """The Caldicott Guardian."""
    senior_information_risk_owner: Maybe[Text] = None
    """The SIRO."""
    information_governance: Maybe[Text] = None
    """The information governance team, or who answers for it."""


class Recording(Shape):
    """Items that a party comes to know by itself at an event."""

    event: Name
    """The event of the pathway at which it does."""
    items: tuple[Name, ...]
    """What it writes down."""
    form: Maybe[Form] = None
    """In which form; `coded` where not stated."""


class Party(Shape):
    """An organisation, or the team of one, that does a service in an area."""

    id: Name
    """A name for the party, unique in its area."""
    name: Maybe[Text] = None
    """What it is called."""
    service: OneOrMany[Name]
    """What it does, from the catalogue; several where one team does them together."""
    one_record: Maybe[Flag] = None
    """All its services work in one record: what one of them knows, the others know."""
    nation: Maybe[Nation] = None
    """The nation whose law it lives under; the area's where not stated."""
    kind: Maybe[PartyKind] = None
    """What kind of body it is in law."""
    elsewhere: Maybe[Flag] = None
    """It stands for the same service of the next area, to which children move."""
    controller: Maybe[Literal["controller", "joint-controller", "processor", "none"]] = None
    """Its status under UK GDPR for what it holds."""
    public_authority: Maybe[Flag] = None
    """Whether it is a public authority (DPA 2018 s.7) for this work."""
    duty_of_confidentiality: Maybe[Flag] = None
    """Whether who handles the data is a health or social work professional or owes a duty of confidentiality."""
    covers: Maybe[Literal["residents", "registered", "born-here", "attending"]] = None
    """Which children are on its list: who lives here, is registered with a practice here, was born here, or comes."""
    system: Maybe[RecordSystem] = None
    """What it writes its records in."""
    assurance: Maybe[tuple[Assurance, ...]] = None
    """The security assurances that it holds."""
    contacts: Maybe[Contacts] = None
    """Roles to contact."""
    records: Maybe[tuple[Recording, ...]] = None
    """What it records beyond what the pathway says that its service records."""
    x_sharecheck_ignore: Maybe[OneOrMany[Ignored]] = None
    """Exceptions for all that stands beside this key, where a comment cannot say it."""
