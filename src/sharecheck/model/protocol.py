"""`protocol/1`: one agreement between parties, its governance and its flows."""

from typing import Annotated, Literal

from pydantic import Field

from sharecheck.model.base import (
    Count,
    Duration,
    Flag,
    Form,
    Ignored,
    IsoDate,
    Limit,
    Maybe,
    Name,
    OneOrMany,
    Shape,
    Text,
    many,
)
from sharecheck.model.governance import Governance
from sharecheck.model.party import Party

Article6 = Literal["6(1)(a)", "6(1)(b)", "6(1)(c)", "6(1)(d)", "6(1)(e)", "6(1)(ea)", "6(1)(f)"]
Article9 = Literal[
    "9(2)(a)", "9(2)(b)", "9(2)(c)", "9(2)(d)", "9(2)(e)", "9(2)(f)", "9(2)(g)", "9(2)(h)", "9(2)(i)", "9(2)(j)"
]
ScheduleParagraph = Annotated[str, Field(pattern=r"^paragraph-[0-9]{1,2}[a-z]?$")]
Confidentiality = Literal["implied-consent", "explicit-consent", "required-by-law", "public-interest", "section-251"]
Present = Literal["always", "if-known"]


class Basis(Shape):
    """What the parties state as their ground for a flow, in the words of UK GDPR and the DPA 2018."""

    party: Maybe[Name] = None
    """Whose statement this is; left out when it is everybody's."""
    article_6: Maybe[Article6] = None
    """Lawful basis of UK GDPR Article 6, for example `6(1)(e)`."""
    article_9: Maybe[Article9] = None
    """Condition of UK GDPR Article 9 for special category data, for example `9(2)(h)`."""
    article_10: Maybe[Flag] = None
    """Whether criminal offence data (Article 10) was considered and is covered by `schedule-1`."""
    schedule_1: Maybe[OneOrMany[ScheduleParagraph]] = None
    """Condition of Schedule 1 to the DPA 2018, for example `paragraph-2`."""
    annex_1: Maybe[OneOrMany[ScheduleParagraph]] = None
    """Condition of Annex 1 to UK GDPR, for a recognised legitimate interest."""
    assessment: Maybe[Text] = None
    """Reference of the assessment that weighs a legitimate interest, 6(1)(f), against the child's."""
    policy_document: Maybe[Text] = None
    """Reference of the appropriate policy document, where the condition needs one."""
    confidentiality: Maybe[Confidentiality] = None
    """How the common law duty of confidentiality is met."""
    powers: Maybe[tuple[Name, ...]] = None
    """Provisions of the law register that give the power or the duty, for example `ca2004-10`."""


class When(Shape):
    """What sets a flow off: one of `event`, `every` and `on`."""

    event: Maybe[Name] = None
    """Once, at an event of the pathway."""
    every: Maybe[Duration] = None
    """In a batch, once a period: `P1M`."""
    on: Maybe[Literal["change", "request", "access"]] = None
    """Whenever the sender learns of it, when the recipient asks, or when the recipient looks."""


class CarriedItem(Shape):
    """An item that a flow carries, with its form."""

    item: Name
    """The item, from the catalogue."""
    form: Maybe[Form] = None
    """The form in which it is sent, where that is worse than the channel could carry."""
    present: Maybe[Present] = None
    """`always` (the default): it is filled in. `if-known`: the message may leave it empty."""
    why: Maybe[Text] = None
    """Why this recipient needs it."""


class Agreement(Shape):
    """What the parent is asked or told about a flow. Not the lawful basis."""

    ask: Maybe[OneOrMany[Name]] = None
    """Who is asked to agree, mostly `parent`; nothing but `if-refused` flows when they say no."""
    to: Maybe[Literal["sharing", "service", "treatment"]] = None
    """What they are asked to agree to: the sharing (the default), a service, or a treatment."""
    inform: Maybe[OneOrMany[Name]] = None
    """Who is told, without being asked."""
    if_refused: Maybe[tuple[Name, ...]] = None
    """The items that still flow after a refusal."""
    overridden_by: Maybe[tuple[Literal["safeguarding", "legal-duty", "public-interest"], ...]] = None
    """What lets the information flow in spite of a refusal."""
    recorded: Maybe[Text] = None
    """Where the answer is written down."""
    withdrawal: Maybe[Text] = None
    """How a parent takes an agreement back, and what happens then."""
    asked_again: Maybe[Limit] = None
    """After how long a refusal is raised again."""


class Receipt(Shape):
    """How the sender learns that it arrived."""

    acknowledged: Maybe[Flag] = None
    """Whether the recipient confirms receipt."""
    chase_after: Maybe[Limit] = None
    """After how long without an acknowledgement the sender chases."""
    owner: Maybe[Text] = None
    """The role that chases."""


class Fallback(Shape):
    """The second route, when the first one fails."""

    channel: Name
    """Its channel."""
    within: Maybe[Limit] = None
    """How long the second route may take, from the same trigger."""


class ReliesOn(Shape):
    """The post that makes a flow happen."""

    post: Text
    """The role, never a person's name."""
    cover: Maybe[Flag] = None
    """Whether somebody else does it when the holder is away."""


class Flow(Shape):
    """A promise: this party sends these items to that party, when, how fast, how, on what basis."""

    id: Name
    """A name for the flow, unique in its protocol."""
    title: Maybe[Text] = None
    """What people call it."""
    from_: OneOrMany[Name]
    """The party that sends it, or several that may each send it."""
    to: OneOrMany[Name]
    """The party that receives it, or several that each receive it."""
    from_service: Maybe[OneOrMany[Name]] = None
    """The services of the sender that send it, where it does several."""
    to_service: Maybe[OneOrMany[Name]] = None
    """The services of the recipient for which it is, where it does several."""
    for_: Maybe[OneOrMany[Name]] = None
    """The transitions of the pathway that it is meant for, by id; where not stated, those whose services it joins."""
    opens_record: Maybe[Flag] = None
    """It is the first that its recipient hears of this child: no identifier has to be there beforehand."""
    accountable: Maybe[OneOrMany[Name]] = None
    """Who answers for it without receiving anything."""
    when: Maybe[OneOrMany[When]] = None
    """What sets it off, or several triggers."""
    within: Maybe[Limit] = None
    """How long it may take from the trigger until the recipient has it: `P2D`, `PT36H`, `{working-days: 5}`."""
    channel: Maybe[Name] = None
    """How it travels, from the catalogue."""
    fallback: Maybe[Fallback] = None
    """The second route."""
    matched_by: Maybe[tuple[OneOrMany[Name], ...]] = None
    """Items by which the recipient can tell which child it is: alternatives, each one item or several together."""
    items: Maybe[tuple[Name | CarriedItem, ...]] = None
    """What it carries."""
    purpose: Maybe[Text] = None
    """Why it is sent, where that differs from the protocol's purpose."""
    basis: Maybe[OneOrMany[Basis]] = None
    """Its ground, where that differs from the protocol's; one a party where they differ."""
    agreement: Maybe[Agreement] = None
    """What the parent is asked or told."""
    receipt: Maybe[Receipt] = None
    """How the sender learns that it arrived."""
    relies_on: Maybe[ReliesOn] = None
    """The post that makes it happen."""
    funded_by: Maybe[Name] = None
    """The funding stream of the area without which it stops."""
    times_a_year: Maybe[Count] = None
    """How often a year it tells of a child, as those who send it count or expect; else estimated from the births."""
    responsibility: Maybe[Literal["sender-until-accepted", "passes-when-sent", "stays-with-sender"]] = None
    """Who is responsible for the child between sending and acceptance."""
    vice_versa: Maybe[Flag] = None
    """The text says "and vice versa" and does not describe the way back."""
    aggregate: Maybe[Flag] = None
    """Counts without personal data."""
    x_sharecheck_ignore: Maybe[OneOrMany[Ignored]] = None
    """Exceptions for all that stands beside this key, where a comment cannot say it."""


class Owner(Shape):
    """Who keeps the protocol."""

    party: Maybe[Name] = None
    """The party."""
    role: Maybe[Text] = None
    """The role in it."""
    contact: Maybe[Text] = None
    """A role mailbox."""


class Citation(Shape):
    """The published text that a file was encoded from."""

    title: Text
    """Its title."""
    publisher: Maybe[Text] = None
    """Who published it."""
    url: Maybe[Text] = None
    """Where."""
    read: Literal["complete", "opening"]
    """How much of it was read; of an `opening` nobody may say that it lacks something."""
    text: Maybe[Literal["agreement", "description"]] = None
    """The agreement itself (the default), or a page that describes it: nor may that be said to lack a clause."""
    date: Maybe[Text] = None
    """Its date, as it states it."""
    copy_: Maybe[Flag] = None
    """The address is a copy, not the publisher's own."""


class Protocol(Shape):
    """An information-sharing protocol."""

    sharecheck: Literal["protocol/1"]
    """The kind of document and its format."""
    schema_: Maybe[Text] = Field(None, alias="$schema")
    """The JSON Schema of this file, for editors."""
    id: Name
    """A name for the protocol, unique in its area."""
    title: Maybe[Text] = None
    """What people call it."""
    area: Maybe[Name] = None
    """The area it belongs to; by default the one whose file lies in its folder or above."""
    version: Maybe[Text] = None
    """Its version, in quotes: `"2.1"`."""
    status: Maybe[Literal["draft", "in-force", "withdrawn"]] = None
    """Whether it is in force."""
    effective: Maybe[IsoDate] = None
    """The day from which it is in force."""
    review: Maybe[IsoDate] = None
    """The day by which it is to be reviewed."""
    expires: Maybe[IsoDate] = None
    """The last day on which it is in force."""
    framework: Maybe[Literal["waspi-isp", "waspi-dda", "waspi-jca", "nhs-universal-dsa", "local"]] = None
    """The template or framework it follows."""
    owner: Maybe[Owner] = None
    """Who keeps it."""
    purpose: Maybe[Text] = None
    """What it is for, and what children gain."""
    necessity: Maybe[Text] = None
    """Why sharing is necessary, and what happens to a child without it."""
    encoded_from: Maybe[OneOrMany[Citation]] = None
    """The published text that this file encodes."""
    parties: Maybe[tuple[Party, ...]] = None
    """The parties, where they are not the area's: so that one file can be checked alone."""
    basis: Maybe[OneOrMany[Basis]] = None
    """The ground of every flow that does not state its own."""
    flows: tuple[Flow, ...]
    """What is sent."""
    governance: Maybe[Governance] = None
    """The other clauses."""
    x_sharecheck_ignore: Maybe[OneOrMany[Ignored]] = None
    """Exceptions for all that stands beside this key, where a comment cannot say it."""

    @property
    def read_in_full(self) -> bool:
        """Whether nothing of the text that the file was encoded from is unread."""
        return all(citation.read == "complete" for citation in many(self.encoded_from))
