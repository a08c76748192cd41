"""From an area, its protocols and its pathway to a network."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, islice

from sharecheck.model.base import Form, many
from sharecheck.model.party import Party
from sharecheck.model.party import Recording as Own
from sharecheck.model.pathway import Event, Order, Records, Transition
from sharecheck.model.protocol import CarriedItem, Flow, Protocol
from sharecheck.network.facts import RANK, Arc, Barrier, Fact, Need, Recording
from sharecheck.network.input import NetworkInput
from sharecheck.network.meant import Purposes
from sharecheck.network.network import Network, Sources
from sharecheck.network.nodes import FRONT_DOOR, ends_of, internal_arcs, knowing_first, learned, medium, node_of
from sharecheck.network.order import timeline
from sharecheck.network.timeline import Moment

PARENT = "parent"
"""The party that is in every area without being declared."""

MAX_ARCS = 50_000
"""Arcs of a network, and needs: some ten times what the largest real area comes to."""


def build(local: NetworkInput) -> Network:
    """The network of an area. What refers to something unknown is left out, and reported by a rule.

    Of more than `MAX_ARCS` arcs nothing is worked out, and needs beyond `MAX_ARCS` are not looked at.
    """
    moments = _moments(local.pathway.events or (), local.pathway.order or ())
    arcs, recordings = arcs_of(local, moments), recordings_of(local, moments)
    needs = tuple(islice(_all_needs(local, moments), MAX_ARCS))
    first = sources_of(local)
    inside = internal_arcs(local.parties, learned(recordings, arcs, chain.from_iterable(first.values())))
    arcs = (*arcs, *islice(inside, max(0, MAX_ARCS + 1 - len(arcs))))
    if len(arcs) > MAX_ARCS:
        return Network(moments, (), (), needs, complete=False, too_large=True)
    return Network(moments, recordings, arcs, needs, local.complete, complete_for=local.complete_for, sources=first)


def sources_of(local: NetworkInput) -> Sources:
    """Who knows first of the changes of each item; nobody promises for the parent."""
    parties = [party for party in local.parties.values() if party.id != PARENT]
    return {item: knowing_first(parties, item, services) for item, services in local.authoritative.items()}


@lru_cache(64)
def _moments(events: tuple[Event, ...], orders: tuple[Order, ...]) -> Mapping[str, Moment]:
    """The moments of a pathway, kept once: the areas of a run nearly all have the same."""
    return timeline(events, orders)


def arcs_of(local: NetworkInput, moments: Mapping[str, Moment]) -> tuple[Arc, ...]:
    """The arcs that the flows promise; one more than `MAX_ARCS` where there are more."""
    purposes = Purposes(local.pathway.transitions or ())
    promises = (_Promise(local, moments, purposes, *flow, key) for key, flow in enumerate(local.flows))
    return tuple(islice((arc for promise in promises for arc in promise.arcs()), MAX_ARCS + 1))


def recordings_of(local: NetworkInput, moments: Mapping[str, Moment]) -> tuple[Recording, ...]:
    """What each party comes to know by itself."""
    return tuple(_recordings(local, moments))


def _all_needs(local: NetworkInput, moments: Mapping[str, Moment]) -> Iterator[Need]:
    doing: dict[tuple[str, bool], list[Party]] = {}
    for party in local.parties.values():
        for service in dict.fromkeys(many(party.service)):
            doing.setdefault((service, bool(party.elsewhere)), []).append(party)
    visits = {(records.service, records.event) for records in local.pathway.records or ()}
    for transition in local.pathway.transitions or ():
        if transition.at in moments:
            parties = doing.get((transition.to, bool(transition.elsewhere)), ())
            yield from _needs(parties, moments, transition, (transition.to, transition.at) in visits)


def does(party: Party, service: str, elsewhere: bool = False) -> bool:
    """Whether a party does this service, here or in the next area."""
    return service in many(party.service) and bool(party.elsewhere) == elsewhere


def recipients(parties: Iterable[Party], transition: Transition) -> Iterator[Party]:
    """The parties that take over or join at a transition."""
    return (party for party in parties if does(party, transition.to, bool(transition.elsewhere)))


def _needs(
    parties: Iterable[Party], moments: Mapping[str, Moment], transition: Transition, visits: bool
) -> Iterator[Need]:
    """The needs of a transition; `visits`: its recipient writes something down at its event, as one who is there."""
    plus = transition.plus.longest_hours if transition.plus else 0.0
    groups = moments[transition.at].groups | ({frozenset(many(transition.applies_to))} - {frozenset()})
    before = visits and transition.plus is None and not transition.elsewhere
    for party in parties:
        node = node_of(party, transition.to)
        for index, need in enumerate(transition.needs):
            if need.of is not None and need.of not in moments:
                continue  # a rule reports it
            yield Need(
                transition.id,
                Fact(party.id, need.item, node),
                transition.at,
                plus,
                need.form or "paper",
                need.weight,
                index,
                groups | (moments[need.of].groups if need.of else frozenset()),
                bool(need.if_agreed),
                need.of,
                need.current_within.longest_hours if need.current_within else None,
                (before and need.of != transition.at) if need.in_hand is None else bool(need.in_hand),
            )


def _recordings(local: NetworkInput, moments: Mapping[str, Moment]) -> Iterator[Recording]:
    by_service: dict[str, list[Records]] = {}
    for records in local.pathway.records or ():
        if records.event in moments:
            by_service.setdefault(records.service, []).append(records)
    for party in local.parties.values():
        best = medium(party)
        here = () if party.elsewhere else many(party.service)
        own = ((FRONT_DOOR, record) for record in party.records or () if record.event in moments)
        theirs = ((node_of(party, service), record) for service in here for record in by_service.get(service, ()))
        entries: Iterable[tuple[str, Records | Own]] = chain(own, theirs)
        for node, entry in entries:
            form = worse(entry.form or "coded", best)
            for item in entry.items:
                yield Recording(Fact(party.id, item, node), entry.event, form)


def worse(form: Form, other: Form) -> Form:
    """The worse of two forms."""
    return form if RANK[form] >= RANK[other] else other


def _item_terms(carried: CarriedItem) -> tuple[str, Form | None, bool]:
    """The name of an item, its form, and whether it is always filled in."""
    return carried.item, carried.form, carried.present != "if-known"


@dataclass(frozen=True, slots=True)
class _Promise:
    """One flow of one protocol, and the arcs that the flow promises."""

    local: NetworkInput
    moments: Mapping[str, Moment]
    purposes: Purposes
    protocol: Protocol
    flow: Flow
    key: int

    def arcs(self) -> Iterator[Arc]:
        if self.flow.aggregate:
            return
        gates = tuple(self.gates())
        for sender in self.known(self.flow.from_):
            carried = tuple(self.carried(sender))
            for recipient in self.known(self.flow.to):
                if sender is not recipient:
                    closed = gates + tuple(self.unsigned(sender, recipient))
                    for ends in ends_of(self.flow, sender, recipient, self.local.pathway):
                        yield from self.between(sender, recipient, ends, carried, closed)

    def known(self, ids: str | tuple[str, ...]) -> Iterator[Party]:
        return (self.local.parties[id] for id in many(ids) if id in self.local.parties)

    def carried(self, sender: Party) -> Iterator[tuple[str, Form, tuple[Barrier, ...]]]:
        """Each item, the best form in which the sender has the item, and what stands in its way."""
        best, consent = medium(sender), self.needs_consent
        for named in self.flow.items or ():
            item, form, sure = (named, None, True) if isinstance(named, str) else _item_terms(named)
            yield item, worse(best, form or "coded"), tuple(self.conditions(item, sure, sender, consent))

    def between(
        self,
        sender: Party,
        recipient: Party,
        ends: tuple[str, str],
        carried: Sequence[tuple[str, Form, tuple[Barrier, ...]]],
        gates: tuple[Barrier, ...],
    ) -> Iterator[Arc]:
        """An arc for each trigger, route, item and set of facts to match the item by, between two nodes."""
        matches, meant = tuple(self.matches(sender, recipient, ends)), self.purposes.of(self.flow, sender)
        facts = [(Fact(sender.id, item, ends[0]), Fact(recipient.id, item, ends[1])) for item, _, _ in carried]
        for event, wait, hung in self.triggers(recipient):
            routes = self.routes(recipient, dated=any(barrier.kind == "looks" for barrier in hung))
            for number, (best, delay, route) in enumerate(routes):
                hours, before = wait + delay, hung + route
                for step, ((tail, head), (_, form, conditions)) in enumerate(zip(facts, carried, strict=True)):
                    barriers, sent = before + conditions + gates, worse(best, form)
                    for matched, filled in matches:
                        every = barriers + tuple(one for one in filled if one.item != tail.item) if filled else barriers
                        yield Arc(
                            tail, head, event, hours, sent, self.key, step, matched, every, number, meant_for=meant
                        )

    @property
    def undated(self) -> Barrier:
        return Barrier("undated" if self.protocol.read_in_full else "unread")

    def matches(
        self, sender: Party, recipient: Party, ends: tuple[str, str]
    ) -> Iterator[tuple[tuple[Fact, ...], tuple[Barrier, ...]]]:
        """The sets of facts of which one must hold, so that the flow can be filed, each with what stands in its way."""
        if not self.flow.matched_by or PARENT in (sender.id, recipient.id):
            yield (), ()  # a parent knows which child it is
            return
        empty, knowing = self.empty, tuple(zip((sender.id, recipient.id), ends, strict=True))
        if self.flow.opens_record:
            knowing = knowing[:1]
        for alternative in self.flow.matched_by:
            items = many(alternative)
            filled = tuple(Barrier("filled-in", sender.id, item) for item in items if item in empty)
            yield tuple(Fact(party, item, node) for item in items for party, node in knowing), filled

    @property
    def empty(self) -> Set[str]:
        """The items that the flow may leave empty."""
        terms = {(one, True) if isinstance(one, str) else _item_terms(one)[::2] for one in self.flow.items or ()}
        return {item for item, filled in terms if not filled and (item, True) not in terms}

    def triggers(self, recipient: Party) -> Iterator[tuple[str | None, float, tuple[Barrier, ...]]]:
        """What sets the flow off: an event or None, hours to wait for the next batch, and what stands in the way."""
        for when in many(self.flow.when):
            if when.event is not None and when.event in self.moments:
                yield when.event, 0.0, ()
            if when.every is not None:
                yield None, when.every.longest_hours, ()
            if when.on == "change":
                yield None, 0.0, ()
            elif when.on == "request":
                yield None, 0.0, (Barrier("asks", recipient.id),)
            elif when.on == "access":
                yield None, 0.0, (Barrier("looks", recipient.id),)
        if not self.flow.when:
            yield None, 0.0, (self.undated,)

    def routes(self, recipient: Party, dated: bool) -> Iterator[tuple[Form, float, tuple[Barrier, ...]]]:
        """For each channel the best form, the hours on the way at most, and what stands in the way."""
        ways = [(self.flow.channel, self.flow.within)]
        if self.flow.fallback is not None:
            ways.append((self.flow.fallback.channel, self.flow.fallback.within))
        for id, within in ways:
            channel = self.local.channels.get(id or "")
            barriers: list[Barrier] = []
            if id in self.local.undescribed:
                barriers.append(Barrier("undescribed", id))
            if within is None and not dated:
                barriers.append(self.undated)
            if channel is not None and channel.carried_by_parent:
                barriers.append(Barrier("carries", PARENT))
            receipt = self.flow.receipt
            if channel is not None and channel.needs_looking and not dated and not (receipt and receipt.acknowledged):
                barriers.append(Barrier("looks", recipient.id))
            yield channel.form if channel else "coded", within.longest_hours if within else 0.0, tuple(barriers)

    @property
    def needs_consent(self) -> bool:
        """Whether somebody has to agree to the flow."""
        agreement = self.flow.agreement
        if agreement is not None and agreement.ask:
            return True
        part = {None, *many(self.flow.from_), *many(self.flow.to), *many(self.flow.accountable)}
        shared = (basis for basis in many(self.protocol.basis) if basis.party in part)  # not the ground of a bystander
        return any(basis.article_6 == "6(1)(a)" for basis in (many(self.flow.basis) or shared))

    def conditions(self, item: str, sure: bool, sender: Party, consent: bool) -> Iterator[Barrier]:
        """What must come true for this item to be sent, and nobody promises; `sure`: the item is always filled in."""
        agreement = self.flow.agreement
        if consent and not (agreement and item in (agreement.if_refused or ())):
            yield Barrier("agrees", PARENT)
        if sender.id == PARENT:
            yield Barrier("carries", PARENT)
        if not sure:
            yield Barrier("filled-in", sender.id)
        relies = self.flow.relies_on
        if relies is not None and relies.cover is False:
            yield Barrier("at-work", relies.post)

    def gates(self) -> Iterator[Barrier]:
        """Why the flow is not in force on the day that is looked at."""
        protocol, today = self.protocol, self.local.as_of
        if protocol.status in ("draft", "withdrawn"):
            yield Barrier(protocol.status)
        if protocol.effective and today < protocol.effective:
            yield Barrier("not-yet", str(protocol.effective))
        if protocol.expires and today > protocol.expires:
            yield Barrier("expired", str(protocol.expires))
        until = self.local.ended.get(self.flow.funded_by or "")
        if until is not None and today > until:
            yield Barrier("unfunded", self.flow.funded_by or "")

    def unsigned(self, sender: Party, recipient: Party) -> Iterator[Barrier]:
        for signature in (self.protocol.governance and self.protocol.governance.signatures) or ():
            if signature.awaited and signature.party in (sender.id, recipient.id):
                yield Barrier("unsigned", signature.party)
