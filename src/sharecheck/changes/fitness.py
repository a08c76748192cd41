"""Which changes nobody would sign: what an item is for says on which flow, when, and by whom it goes.

Advice and repair propose a change only if it is `fit`. What is said here hangs on roles and flags of the catalogue and
on what the national pathway says of who records what, never on names.
"""

from collections.abc import Iterator
from math import inf
from typing import assert_never

from sharecheck.changes.change import Change, NewFlow
from sharecheck.changes.others import is_consent
from sharecheck.edit import Append, Put
from sharecheck.model.base import DAY, Duration, many
from sharecheck.model.party import FAMILY, Party
from sharecheck.model.protocol import When
from sharecheck.network import Arc, Outcome
from sharecheck.standards import Vocabulary
from sharecheck.workspace import Area, Flow
from sharecheck.workspace.context import Context


def fit(change: Change, area: Context) -> bool:
    """Whether somebody who answers for the children of an area would sign a change."""
    match change.target:
        case Flow() as flow:
            return _fit_for_flow(change, flow)
        case NewFlow():
            return _fit_as_new(change, area.parties.get(change.target.recipient), area.vocabulary)
        case Party() | None:
            return True
        case _:
            assert_never(change.target)


def recordable(party: Party, item: str, event: str, area: Context) -> bool:
    """Whether a party does what brings an item to light, and no sooner than anybody can know the item.

    By the pathway: the services that record it, all where the family knows it. An item of which the pathway says
    nothing can be written down by anybody.
    """
    known = [entry for entry in area.pathway.records or () if item in entry.items and entry.event in area.moments]
    if not known:
        return True
    services = {entry.service for entry in known}
    first = min(area.moments[entry.event].start for entry in known)
    begins = area.moments[event].start if event in area.moments else -inf
    return begins >= first and (FAMILY in services or not services.isdisjoint(many(party.service)))


def respected(flow: Flow, item: str) -> bool:
    """Whether a parent's no to an item of a flow is kept to: that is a decision, and no gap that somebody has to mend.

    So it is where the no is to a service, where consent is the ground, where the item is shared only by agreement, and
    where what is no matter of safety would go to a service of the council that a family may take or leave.
    """
    agreement, words = flow.shape.agreement, flow.area.vocabulary
    if agreement is not None and agreement.to in ("service", "treatment"):
        return True
    if any(is_consent(basis) for basis, _ in flow.sender_bases) or item in words.items_with("shared-by-agreement"):
        return True
    outside = words.services_of("council")
    recipients = [set(many(party.service)) for party in flow.recipients]
    return item not in words.safeguarding and any(services and services <= outside for services in recipients)


def trigger(item: str, sender: str, area: Context) -> tuple[When, ...]:
    """What sets a new flow of an item off: what a notice of a death tells of, else whenever its sender learns of it."""
    if item not in area.vocabulary.items_with("stops-contact"):
        return (When(on="change"),)
    services = area.services_of(sender)
    entries = [entry for entry in area.pathway.records or () if item in entry.items]
    own = [entry.event for entry in entries if entry.service in services]
    return tuple(When(event=event) for event in dict.fromkeys(own or [entry.event for entry in entries]))


def _fit_as_new(change: Change, recipient: Party | None, words: Vocabulary) -> bool:
    items, whens = (
        _items(change),
        [edit.value for edit in change.edits if isinstance(edit, Put) and edit.route == ("when",)],
    )
    notices = items & words.items_with("stops-contact")
    if notices and (items - notices or any(isinstance(when, dict) and "on" in when for when in whens)):
        return False
    plans = items & _plans(words)
    looks_up = recipient is not None and not words.services_with("short-stay").isdisjoint(many(recipient.service))
    return not plans or not (looks_up or any(hours >= DAY for hours in _hours(change)))


def decided(area: Area, outcome: Outcome) -> Flow | None:
    """The flow that a need hangs on by a parent's answer, where a no is kept to: another way would go round the no."""
    for hop in outcome.hops if outcome.kind == "conditional" else ():
        if isinstance(hop.via, Arc) and any(barrier.kind == "agrees" for barrier in hop.via.barriers):
            flow = area.all_flows[hop.via.flow]
            if respected(flow, outcome.need.fact.item):
                return flow
    return None


def _fit_for_flow(change: Change, flow: Flow) -> bool:
    words, item = flow.area.vocabulary, change.item
    match change.kind:
        case "limit":
            return not _urgent(flow) or (not flow.looked_up and all(hours < DAY for hours in _hours(change)))
        case "trigger":
            notice = not flow.carries.isdisjoint(words.items_with("stops-contact"))
            return not notice and not (flow.looked_up and _urgent(flow))
        case "receipt":
            return not (flow.shape.receipt and flow.shape.receipt.acknowledged)
        case "refusal":
            return item is None or not respected(flow, item)
        case "item":
            return all(_of_the_kind(added, flow, words) for added in _items(change))
        case "always" | "form" | "cover" | "agreement" | "channel" | "record" | "flow" | "funding" | "protocol":
            return True
        case _:
            assert_never(change.kind)


def _of_the_kind(item: str, flow: Flow, words: Vocabulary) -> bool:
    """Whether an item is of the kind that a flow carries: a notice of a death goes alone, a plan goes with plans."""
    notices, plans = words.items_with("stops-contact"), _plans(words)
    if item in notices or not flow.carries.isdisjoint(notices):
        return False
    known = words.items.get(item)
    if item in plans or (known and known.identifier):
        return item not in plans or _urgent(flow)
    content = {carried.id for carried in flow.items if not (carried.item and carried.item.identifier)}
    return not content or not content <= plans


def _plans(words: Vocabulary) -> frozenset[str]:
    """What keeps a child safe from one day to the next, and the responsibilities that come with it."""
    return words.safeguarding | words.items_with("social-care-plan")


def _urgent(flow: Flow) -> bool:
    """Whether hours count for what a flow carries, and not days."""
    return not flow.carries.isdisjoint(_plans(flow.area.vocabulary))


def _hours(change: Change) -> Iterator[float]:
    """The time limits that a change sets, in hours."""
    limits = (edit.value for edit in change.edits if isinstance(edit, Put) and edit.route[-1] == "within")
    return (Duration(limit).longest_hours for limit in limits if isinstance(limit, str))


def _items(change: Change) -> frozenset[str]:
    """The items that a change lets a flow carry."""
    found: set[str] = set()
    for edit in change.edits:
        if isinstance(edit, Put | Append) and edit.route[:1] == ("items",) and len(edit.route) == 1:
            values = edit.value if isinstance(edit.value, list | tuple) else (edit.value,)
            found.update(value for value in values if isinstance(value, str))
    return frozenset(found)
