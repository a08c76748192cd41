"""The clauses of an agreement that are not flows."""

from sharecheck.model.base import Duration, Flag, IsoDate, Maybe, Name, OneOrMany, Shape, Text


class Dpia(Shape):
    """The data protection impact assessment."""

    reference: Maybe[Text] = None
    """Its reference."""
    completed: Maybe[IsoDate] = None
    """When it was completed."""
    reviewed: Maybe[IsoDate] = None
    """When it was last reviewed."""


class Breach(Shape):
    """What happens when personal data is lost or seen by the wrong people."""

    notify_partners_within: Maybe[Duration] = None
    """How soon the other parties hear of it."""
    contact: Maybe[Text] = None
    """Whom to tell."""


class Retention(Shape):
    """How long a party keeps what it received."""

    party: Maybe[Name] = None
    """The party; left out when it holds for all."""
    period: Maybe[Duration] = None
    """How long."""
    trigger: Maybe[Text] = None
    """From when."""
    disposal: Maybe[Text] = None
    """What happens then."""
    schedule: Maybe[Text] = None
    """The retention schedule followed."""


class Rights(Shape):
    """How people's rights are met."""

    privacy_notice: Maybe[Text] = None
    """Where people are told."""
    exceptions: Maybe[Text] = None
    """When people are not told, because that would put somebody at risk."""
    access_requests: Maybe[Text] = None
    """Who answers, and who takes out what is about others."""
    rectification: Maybe[Text] = None
    """How a correction reaches everybody who received the original."""
    objection: Maybe[Text] = None
    """How an objection is recorded and carried with the data."""
    complaints: Maybe[Text] = None
    """How people complain to the controllers."""
    freedom_of_information: Maybe[Text] = None
    """How requests under the FOI Act are handled."""


class Signature(Shape):
    """A party's signature."""

    party: Name
    """The party."""
    role: Maybe[Text] = None
    """The role of who signs."""
    signed: Maybe[IsoDate] = None
    """The date."""
    awaited: Maybe[Flag] = None
    """The signature is still awaited."""


class Processor(Shape):
    """Somebody who handles the data for a controller."""

    name: Text
    """The organisation or the system."""
    contract: Maybe[Text] = None
    """Reference of the contract."""


class Security(Shape):
    """How the data is kept safe."""

    encrypted_in_transit: Maybe[Flag] = None
    """While it travels."""
    encrypted_at_rest: Maybe[Flag] = None
    """While it is kept."""
    access: Maybe[Text] = None
    """Who can see it."""
    audit: Maybe[Text] = None
    """How it is found out who has seen it."""
    protected_addresses: Maybe[Text] = None
    """How an address that must not be known is kept out of what is sent."""


class Governance(Shape):
    """The clauses of an agreement that are not flows."""

    dpia: Maybe[Dpia] = None
    """The data protection impact assessment."""
    breach: Maybe[Breach] = None
    """What happens after a personal data breach."""
    retention: Maybe[OneOrMany[Retention]] = None
    """How long data is kept."""
    rights: Maybe[Rights] = None
    """How people's rights are met."""
    signatures: Maybe[tuple[Signature, ...]] = None
    """Who has signed."""
    joint_controllers: Maybe[Text] = None
    """Reference of the arrangement between joint controllers."""
    processors: Maybe[tuple[Processor, ...]] = None
    """Who handles the data for a controller."""
    security: Maybe[Security] = None
    """How the data is kept safe."""
    onward_sharing: Maybe[Text] = None
    """What a recipient may pass on."""
    accuracy: Maybe[Text] = None
    """How quality is checked, and fact told from opinion."""
    matching: Maybe[Text] = None
    """How people are matched, and who looks at mismatches."""
    training: Maybe[Text] = None
    """How staff learn to use it."""
    cover: Maybe[Text] = None
    """What happens out of hours and on leave."""
    urgent: Maybe[Text] = None
    """The route that does not wait."""
    decisions: Maybe[Text] = None
    """Where a decision to share, or not to share, is recorded."""
    monitoring: Maybe[Text] = None
    """How it is found out whether it works."""
    failsafe: Maybe[Text] = None
    """Who compares the children expected with the children received."""
    review_triggers: Maybe[tuple[Text, ...]] = None
    """What brings a review forward."""
    leaving: Maybe[Text] = None
    """How a party joins or leaves, and what happens to the data."""
    listed_in: Maybe[Text] = None
    """The central register that lists it."""
    location: Maybe[Text] = None
    """Where data is kept; transfers out of the United Kingdom."""
    movers: Maybe[Text] = None
    """What happens when a child moves in or out."""
    resources: Maybe[Text] = None
    """What it costs, and who pays."""
