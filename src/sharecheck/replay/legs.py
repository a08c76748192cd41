"""The promises of an area, read for the replay: who sends what to whom, when, and what the sending hangs on.

A second reading of the same shapes; the network's own is `network/build.py`. Time is in whole minutes: no promise is
told more finely, so that nothing is rounded.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import product

from sharecheck.model.base import FORMS, Form, Limit, many
from sharecheck.model.party import Party
from sharecheck.network.build import PARENT
from sharecheck.replay.desks import Desk, party_at, receiving_desks, sending_desks
from sharecheck.workspace import Area, Flow

HOUR, DAY = 60, 1440


def minutes(hours: float) -> int:
    """Hours of the model in minutes."""
    return round(hours * HOUR)


def news_of(item: str) -> str:
    """What the news of a change of an item is called while it travels; no name in a file has a colon."""
    return f"{item}:changed"


def worse(form: Form, other: Form) -> Form:
    """The worse of two forms."""
    return max(form, other, key=FORMS.index)


@dataclass(frozen=True, slots=True)
class Cargo:
    """An item that is sent: the best form that the flow states, and what the sending hangs on."""

    item: str
    form: Form
    needs_consent: bool
    """The parent is asked, and the item does not flow on a refusal."""
    may_be_empty: bool


@dataclass(frozen=True, slots=True, eq=False)
class Leg:
    """A flow from one of its senders to one of its recipients, set off in one way, by one of its routes."""

    flow: Flow
    sender: Desk
    recipient: Desk
    event: str | None
    """The event that sets the flow off; None: whenever the sender comes to know."""
    wait: int
    """Minutes until the next batch, at the most."""
    within: int
    """Minutes on the way, at the most."""
    route: int
    """0 by its channel, 1 by its fallback."""
    channel: str | None
    form: Form
    """The best form that the channel carries."""
    undated: bool
    asks: bool
    looks: bool
    by_parent: bool
    """The item arrives only when the parent brings or passes it on."""
    post: str | None
    """The post without cover that sends the item."""
    matched_by: tuple[frozenset[str], ...] | None
    """The sets of identifiers of which one is enough; None: nothing is matched."""
    opens_record: bool
    """The recipient files what comes without an identifier: it is the first that the recipient hears of the child."""
    cargo: tuple[Cargo, ...]

    @property
    def promised(self) -> int:
        """Minutes from the moment at which the sender is ready until the recipient has it, at the most."""
        return self.wait + self.within


def legs(area: Area) -> Iterator[Leg]:
    """All legs of the flows of an area, in the order of its files; counts without personal data are none."""
    for flow in area.all_flows:
        if flow.shape.aggregate:
            continue
        cargo = tuple(_cargo(flow))
        for sender in flow.senders:
            on_paper: Form = "paper" if sender.system and sender.system.medium == "paper" else "coded"
            packed = tuple(
                Cargo(load.item, worse(load.form, on_paper), load.needs_consent, load.may_be_empty) for load in cargo
            )
            for recipient in flow.recipients:
                if sender.id != recipient.id:
                    ends = _desks(flow, sender, recipient)
                    for leg in _between(flow, sender, recipient, packed):
                        yield from (replace(leg, sender=tail, recipient=head) for tail, head in ends)


def _cargo(flow: Flow) -> Iterator[Cargo]:
    agreement = flow.shape.agreement
    anyway = set(agreement.if_refused or ()) if agreement else set()
    consent = any(basis.article_6 == "6(1)(a)" for basis, _ in flow.bases)
    needs_consent = consent or bool(agreement and agreement.ask)
    for item in flow.items:
        yield Cargo(item.id, item.form or "coded", needs_consent and item.id not in anyway, not item.always)


def _desks(flow: Flow, sender: Party, recipient: Party) -> Sequence[tuple[Desk, Desk]]:
    """From which desks of a sender to which ones of a recipient a flow goes."""
    transitions = flow.area.transitions
    tails = sending_desks(flow.shape, sender, transitions)
    return [*product(tails, receiving_desks(flow.shape, recipient, transitions))]


def _between(flow: Flow, sender: Party, recipient: Party, cargo: tuple[Cargo, ...]) -> Iterator[Leg]:
    shape = flow.shape
    of_parent = PARENT in (sender.id, recipient.id)
    matched = (
        None
        if of_parent or not shape.matched_by
        else tuple(frozenset(many(identifiers)) for identifiers in shape.matched_by)
    )
    post = shape.relies_on.post if shape.relies_on and shape.relies_on.cover is False else None
    acknowledged = bool(shape.receipt and shape.receipt.acknowledged)
    ways: list[tuple[str | None, Limit | None]] = [(shape.channel, shape.within)]
    if shape.fallback:
        ways.append((shape.fallback.channel, shape.fallback.within))
    for event, wait, kind in _triggers(flow):
        for route, (channel, within) in enumerate(ways):
            known = flow.area.vocabulary.channels.get(channel or "")
            looked_up = kind == "access"
            yield Leg(
                flow=flow,
                sender=sender.id,
                recipient=recipient.id,
                event=event,
                wait=wait,
                within=minutes(within.longest_hours) if within else 0,
                route=route,
                channel=channel,
                form=known.form if known else "coded",
                undated=kind == "never" or (within is None and not looked_up),
                asks=kind == "request",
                looks=looked_up or bool(known and known.needs_looking and not acknowledged),
                by_parent=sender.id == PARENT or bool(known and known.carried_by_parent),
                post=post,
                matched_by=matched,
                opens_record=bool(shape.opens_record),
                cargo=cargo,
            )


def _triggers(flow: Flow) -> Iterator[tuple[str | None, int, str]]:
    """Event, minutes until the next batch, and the kind of trigger."""
    for when in flow.when:
        if when.event is not None:
            yield when.event, 0, "event"
        if when.every is not None:
            yield None, minutes(when.every.longest_hours), "batch"
        if when.on is not None:
            yield None, 0, when.on
    if not flow.when:
        yield None, 0, "never"


def closed(leg: Leg, day: date) -> str | None:
    """Why a leg is not in force on a day: in the words of `because of`, or None."""
    protocol, area = leg.flow.protocol.shape, leg.flow.area
    if protocol.status in ("draft", "withdrawn"):
        return "its protocol is a draft" if protocol.status == "draft" else "its protocol was withdrawn"
    if protocol.effective and day < protocol.effective:
        return f"its protocol begins on {protocol.effective}"
    if protocol.expires and day > protocol.expires:
        return f"its protocol expired on {protocol.expires}"
    for signature in (protocol.governance.signatures if protocol.governance else None) or ():
        if signature.awaited and signature.party in (party_at(leg.sender), party_at(leg.recipient)):
            return f"`{signature.party}` has not signed its protocol"
    stream = area.funding.get(leg.flow.shape.funded_by or "")
    if stream and stream.shape.until and day > stream.shape.until:
        return f"the funding `{stream.shape.id}` ended on {stream.shape.until}"
    return None


Pace = Callable[[Leg], int]
"""The minutes that a leg really takes, from the moment at which its sender is ready; no more than promised."""


def longest(leg: Leg) -> int:
    """All the time that is promised: a batch has always just gone."""
    return leg.promised
